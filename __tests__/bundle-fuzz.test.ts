// Bundles that are truncated, or changed at random: every one is refused by a verdict, none by an untyped error.
import { createHash } from 'node:crypto'
import { digestOf } from '../src/digest.js'
import { CodedError } from '../src/errors.js'
import { type ParsedBundle, parseBundle } from '../src/evidence/bundle.js'
import { toResult } from '../src/result.js'
import { RELEASE_SIGNER } from '../src/kubernetes/signer.js'
import { type TrustedRoot, parseTrustedRoot } from '../src/trust/trusted-root.js'
import { createPolicy } from '../src/verify/policy.js'
import type { VerificationResult } from '../src/verify/verification-result.js'
import { verifyArtifact } from '../src/verify/verify.js'
import { bundleV1, bundleV2 } from '../src/lab/bundles.js'
import { type Lab, startLab } from '../src/lab/lab.js'
import { readAll } from '../src/lab/content.js'
import { changeAt, leavesOf } from './support/json.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const ROUNDS = 400

let lab: Lab
let root: TrustedRoot
let content: Buffer
const bundles = new Map<string, object>()

beforeAll(async () => {
  lab = await startLab()
  const release = await lab.publish({ version: 'v1.35.2', paths: [KUBECTL], sizes: { [KUBECTL]: 64 } })
  const kubectl = release.artifact(KUBECTL)
  content = readAll(kubectl.content)
  root = parseTrustedRoot(JSON.stringify(lab.trustedRoot), 'lab')
  bundles.set('Rekor v1', bundleV1(lab, kubectl))
  bundles.set('Rekor v2', await bundleV2(lab, content))
  bundles.set('P-384', await bundleV2(lab, content, { curve: 'P-384' }))
  const subject = [{ name: 'kubectl', digest: { sha256: kubectl.sha256 } }]
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject,
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {},
  }
  bundles.set('DSSE', await bundleV2(lab, content, { statement }))
})
afterAll(() => lab.close())

function verify(text: string): VerificationResult {
  const parsed = toResult(() => parseBundle(text))
  const {
    digest,
    evidence,
  }: Pick<ParsedBundle, 'digest'> & { evidence: Parameters<typeof verifyArtifact>[0]['evidence'] } =
    parsed.error === undefined
      ? parsed.value
      : { digest: undefined, evidence: { signature: parsed, certificate: parsed, logEntry: parsed } }
  return verifyArtifact({
    artifact: { name: 'kubectl' },
    measured: { value: digestOf(content) },
    claims: digest ? [{ source: 'the bundle', digest: { value: digest } }] : [],
    evidence,
    releaseBinding: { kind: 'not-applicable', reason: 'a lone file' },
    trustedRoot: root,
    policy: createPolicy({ signer: RELEASE_SIGNER, compareDigest: false, bindRelease: false }),
  })
}

/** Not random from run to run: a failure can be looked at. */
function* numbers(seed: string): Generator<number> {
  for (let round = 0; ; round++) yield createHash('sha256').update(`${seed} ${round}`).digest().readUInt32BE()
}

const NAMES = ['Rekor v1', 'Rekor v2', 'P-384', 'DSSE']
const textOf = (name: string): string => JSON.stringify(bundles.get(name))

test.each(NAMES)('%s: unchanged, it is verified', (name) => {
  expect(verify(textOf(name)).outcome).toBe('verified')
})

function expectRefused(what: string, text: string): void {
  let result: VerificationResult
  try {
    result = verify(text)
  } catch (thrown) {
    throw new Error(`${what}: ${thrown instanceof CodedError ? thrown.message : String(thrown)}`, {
      cause: thrown,
    })
  }
  expect([what, result.outcome]).not.toEqual([what, 'verified'])
  const reasons = result.checks.filter(
    ({ status, required }) => status === 'failed' || (required && status === 'not-run'),
  )
  // The independent judge is asked last: where another check does not pass, it has nothing to say.
  const unsaid = reasons.filter(
    ({ id, code }) => id !== 'independent-judge' && (code === undefined || code === 'INTERNAL'),
  )
  expect([what, unsaid]).toEqual([what, []])
  expect(reasons.length).toBeGreaterThan(0)
}

test.each(NAMES)('%s: each field, changed', (name) => {
  const bundle = bundles.get(name) ?? {}
  // The middle of an envelope is the signer's name beside the signature; each of its bytes has its test elsewhere.
  for (const leaf of leavesOf(bundle).filter((each) => each.at(-1) !== 'envelope'))
    expectRefused(leaf.join('.'), JSON.stringify(changeAt(bundle, leaf)))
})

test.each(NAMES)('%s: each field, of another type, empty, or dropped', (name) => {
  const bundle = bundles.get(name) ?? {}
  for (const leaf of leavesOf(bundle)) {
    for (const value of [undefined, null, '', 7, -1, [], {}, 'A'.repeat(64)]) {
      const text = JSON.stringify(changeAt(bundle, leaf, () => value))
      expectRefused(`${leaf.join('.')} = ${JSON.stringify(value)}`, text)
    }
  }
})

test.each(NAMES)('%s: truncated anywhere', (name) => {
  const text = textOf(name)
  for (const number of [...take(numbers(`${name} cut`), ROUNDS)]) {
    const length = number % text.length
    expectRefused(`cut to ${length}`, text.slice(0, length))
  }
})

test.each(NAMES)('%s: one character of the text, changed', (name) => {
  const text = textOf(name)
  const changes = take(numbers(`${name} change`), ROUNDS)
  for (const number of changes) {
    const at = number % text.length
    const character = String.fromCharCode(32 + ((number >>> 8) % 95))
    const changed = text.slice(0, at) + character + text.slice(at + 1)
    if (changed === text) continue
    // Space, or the name of a field that nothing needs: then it has to mean the same.
    if (isSameMeaning(text, changed)) continue
    // An RFC 3161 response has parts around its signed ones that nobody signs: there it is enough that nothing breaks.
    // Nor is the name beside a checkpoint's signature signed: the key hint says whose it is.
    if (isInTimestamp(text, at) || isInSignersName(text, at)) verify(changed)
    else expectRefused(`${at}: ${JSON.stringify(character)}`, changed)
  }
})

function isInTimestamp(text: string, at: number): boolean {
  const start = text.indexOf('"signedTimestamp":"')
  return start >= 0 && at > start && at < text.indexOf('}', start)
}

function isInSignersName(text: string, at: number): boolean {
  const start = text.indexOf('\\n\\n— ')
  return start >= 0 && at >= start + 6 && at < text.indexOf(' ', start + 6)
}

function isSameMeaning(text: string, changed: string): boolean {
  const [before, after] = [text, changed].map((each) => toResult(() => parseBundle(each)).value)
  return (
    before !== undefined && JSON.stringify(before.evidence.bundle) === JSON.stringify(after?.evidence.bundle)
  )
}

function* take(source: Generator<number>, count: number): Generator<number> {
  for (let taken = 0; taken < count; taken++) yield source.next().value as number
}
