// Every byte of every piece of evidence, and every field of the log's answer,
// changed one at a time: none may come out as verified, and each is refused
// with a code. Lab evidence, because there all checks can pass.
import { digestOf } from '../src/digest.js'
import { CodedError } from '../src/errors.js'
import { parseCertificate } from '../src/evidence/certificate.js'
import { parseChecksum } from '../src/evidence/checksum.js'
import { toResult } from '../src/result.js'
import { parseLogEntry } from '../src/evidence/log-entry.js'
import { parseSignature } from '../src/evidence/signature.js'
import { parseReleaseSbom } from '../src/evidence/spdx.js'
import { RELEASE_SIGNER } from '../src/kubernetes/signer.js'
import { type TrustedRoot, parseTrustedRoot } from '../src/trust/trusted-root.js'
import { createPolicy } from '../src/verify/policy.js'
import { type VerificationResult, decisiveCheck } from '../src/verify/verification-result.js'
import { verifyArtifact } from '../src/verify/verify.js'
import { readAll } from '../src/lab/content.js'
import { TARGET } from '../src/lab/hostile.js'
import { type Lab, startLab } from '../src/lab/lab.js'
import { SBOM_PATH, type Release } from '../src/lab/release.js'

/** All evidence of one artifact as it is published, in bytes. */
interface Published {
  bytes: Buffer
  checksum: Buffer
  signature: Buffer
  certificate: Buffer
  answer: string
  sbom: string
}

let lab: Lab
let release: Release
let root: TrustedRoot
let genuine: Published

beforeAll(async () => {
  lab = await startLab()
  release = await lab.publish({ version: 'v1.35.2', paths: [TARGET], sizes: { [TARGET]: 128 } })
  root = parseTrustedRoot(JSON.stringify(lab.trustedRoot), 'lab')
  const { content, sidecars, entry } = release.artifact(TARGET)
  genuine = {
    bytes: readAll(content),
    checksum: sidecars['.sha256'] as Buffer,
    signature: sidecars['.sig'] as Buffer,
    certificate: sidecars['.cert'] as Buffer,
    answer: lab.answerFor(entry.leafHash, lab.log.answer(entry)),
    sbom: readAll(release.artifact(SBOM_PATH).content).toString(),
  }
})
afterAll(() => lab.close())

function verify(changed: Partial<Published>): VerificationResult {
  const { bytes, checksum, signature, certificate, answer, sbom } = { ...genuine, ...changed }
  return verifyArtifact({
    artifact: { name: 'kubectl' },
    measured: { value: digestOf(bytes) },
    claims: [{ source: 'the .sha256 file', digest: toResult(() => parseChecksum(checksum)) }],
    evidence: {
      signature: toResult(() => parseSignature(signature)),
      certificate: toResult(() => parseCertificate(certificate)),
      logEntry: toResult(() => parseLogEntry(answer)),
    },
    releaseBinding: {
      kind: 'sbom',
      sbom: toResult(() => parseReleaseSbom(sbom)),
      namespace: 'https://sbom.k8s.io/v1.35.2/release',
      path: TARGET,
    },
    trustedRoot: root,
    policy: createPolicy({ signer: RELEASE_SIGNER, compareDigest: true, bindRelease: true }),
  })
}

/** Outcomes other than a refusal with a code, by where they happened. */
function survivors(cases: Iterable<readonly [string, Partial<Published>]>): string[] {
  const found: string[] = []
  for (const [where, changed] of cases) {
    try {
      const result = verify(changed)
      if (result.outcome === 'verified') found.push(`${where}: verified`)
      else if (decisiveCheck(result)?.code === undefined) found.push(`${where}: no code`)
      else if (decisiveCheck(result)?.code === 'INTERNAL')
        found.push(`${where}: ${decisiveCheck(result)?.detail ?? ''}`)
    } catch (thrown) {
      // Not even as our own bug: a refusal by the judge alone would mean that a check of ours is missing.
      found.push(
        `${where}: ${thrown instanceof CodedError ? `${thrown.code} ${thrown.message}` : String(thrown)}`,
      )
    }
  }
  return found
}

const flip = (bytes: Buffer, at: number, mask = 1): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ mask
  return copy
}
const toText = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('base64'))

test('unchanged, all checks pass, of which one is for Rekor v2 alone', () => {
  const result = verify({})
  const others = result.checks.filter(({ status }) => status !== 'passed').map(({ id }) => id)
  expect(others).toEqual(['signed-timestamp'])
  expect(result.outcome).toBe('verified')
})

test('each byte of the artifact', () => {
  expect(
    survivors([...genuine.bytes.keys()].map((at) => [`byte ${at}`, { bytes: flip(genuine.bytes, at) }])),
  ).toEqual([])
})

test('each character of the checksum', () => {
  expect(
    survivors(
      [...genuine.checksum.keys()].map((at) => [`byte ${at}`, { checksum: flip(genuine.checksum, at) }]),
    ),
  ).toEqual([])
})

test('each byte of the signature, in two ways', () => {
  const der = release.artifact(TARGET).signature
  const cases = [...der.keys()].flatMap((at) =>
    [1, 0x80].map((mask) => [`byte ${at} ^ ${mask}`, { signature: toText(flip(der, at, mask)) }] as const),
  )
  expect(survivors(cases)).toEqual([])
})

test('each byte of the certificate, in two ways', () => {
  const der = release.artifact(TARGET).certificate
  const encode = (bytes: Buffer): Buffer =>
    toText(
      Buffer.from(`-----BEGIN CERTIFICATE-----\n${bytes.toString('base64')}\n-----END CERTIFICATE-----\n`),
    )
  expect(verify({ certificate: encode(der) }).outcome).toBe('verified')
  const cases = [...der.keys()].flatMap((at) =>
    [1, 0x80].map((mask) => [`byte ${at} ^ ${mask}`, { certificate: encode(flip(der, at, mask)) }] as const),
  )
  expect(survivors(cases)).toEqual([])
})

test('each byte of the sidecars’ own text', () => {
  const cases = (['signature', 'certificate'] as const).flatMap((piece) =>
    [...genuine[piece].keys()].map(
      (at) => [`${piece} ${at}`, { [piece]: flip(genuine[piece], at, 2) }] as const,
    ),
  )
  // What stands after the certificate is not of it: text there leaves the very same certificate.
  const isSame = ({ certificate }: Partial<Published>): boolean =>
    certificate !== undefined &&
    toResult(() => parseCertificate(certificate)).value?.der.equals(release.artifact(TARGET).certificate) ===
      true
  const changed = cases.filter(([, published]) => !isSame(published))
  expect(cases.length - changed.length).toBeLessThan(3)
  expect(survivors(changed)).toEqual([])
})

test('each field of the log’s answer: changed, of another kind, and missing', () => {
  type Json = Record<string, unknown>
  const cases: [string, Partial<Published>][] = []
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (typeof value === 'object' && value !== null) {
      for (const key of Object.keys(value)) walk((value as Json)[key], [...path, key])
    }
    if (path.length === 0) return
    for (const other of changesOf(value)) {
      cases.push([
        `${path.join('.')} = ${other === undefined ? 'missing' : JSON.stringify(other).slice(0, 60)}`,
        { answer: withValue(path, other) },
      ])
    }
  }
  const withValue = (path: (string | number)[], value: unknown): string => {
    const copy = JSON.parse(genuine.answer) as Json
    let at = copy
    for (const key of path.slice(0, -1)) at = at[key] as Json
    const last = path.at(-1) ?? ''
    if (value === undefined) Reflect.deleteProperty(at, last)
    else at[last] = value
    return JSON.stringify(copy)
  }
  walk(JSON.parse(genuine.answer), [])
  expect(cases.length).toBeGreaterThan(100)
  expect(survivors(cases)).toEqual([])
})

test('each byte of the checkpoint, and of each hash', () => {
  const answer = JSON.parse(genuine.answer) as Record<
    string,
    { verification: { inclusionProof: { checkpoint: string; hashes: string[] } } }
  >
  const [uuid = ''] = Object.keys(answer)
  const { checkpoint } = answer[uuid]?.verification.inclusionProof ?? { checkpoint: '' }
  const bytes = Buffer.from(checkpoint)
  // The signer's name beside the signature is not signed, and not compared: the key hint says whose it is.
  const nameAt = bytes.indexOf('\n\n— ') + Buffer.byteLength('\n\n— ')
  const isName = (at: number): boolean => at >= nameAt && at < bytes.indexOf(' ', nameAt)
  const places = [...bytes.keys()].filter((at) => !isName(at))
  expect(places.length).toBeGreaterThan(bytes.length - 20)
  const cases = places.map((at): [string, Partial<Published>] => {
    const copy = JSON.parse(genuine.answer) as typeof answer
    const proof = copy[uuid]?.verification.inclusionProof
    if (proof) proof.checkpoint = flip(bytes, at).toString()
    return [`checkpoint byte ${at}`, { answer: JSON.stringify(copy) }]
  })
  expect(survivors(cases)).toEqual([])
})

test('each character of the lines of the SBOM that decide', () => {
  // What follows is a package, with lines inside a <text> that only look like tags.
  const files = genuine.sbom.slice(0, genuine.sbom.indexOf('PackageName:'))
  const decisive = [...files.matchAll(/^(?:DocumentNamespace:.*|FileName:.*|FileChecksum: SHA256:.*)$/gm)]
  const cases = decisive.flatMap(({ 0: line, index }) =>
    Array.from(line, (_, offset): [string, Partial<Published>] => {
      const sbom = flip(Buffer.from(genuine.sbom), index + offset).toString()
      return [`${line.slice(0, 20)} ${offset}`, { sbom }]
    }),
  )
  expect(cases.length).toBeGreaterThan(100)
  expect(survivors(cases)).toEqual([])
})

function changesOf(value: unknown): unknown[] {
  const kinds = [undefined, null, true, -1, 0, 1.5, 2 ** 53, '', 'x', [], {}]
  if (typeof value === 'number')
    return [...kinds, value + 1, value - 1, String(value)].filter((other) => other !== value)
  if (typeof value === 'string') {
    const first = value.startsWith('0') ? '1' : '0'
    return [
      ...kinds,
      first + value.slice(1),
      value.slice(1),
      `${value}00`,
      ` ${value}`,
      value.toUpperCase(),
    ].filter((other) => other !== value)
  }
  return kinds
}
