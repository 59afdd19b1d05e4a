// The small files of evidence, in every form that tools write; and what is none of them, told by its name.
import { createHash } from 'node:crypto'
import { CodedError } from '../../src/errors.js'
import { parseBundle } from '../../src/evidence/bundle.js'
import { parseCertificate } from '../../src/evidence/certificate.js'
import { parseChecksum, parseChecksumSha512 } from '../../src/evidence/checksum.js'
import { describeText } from '../../src/evidence/describe.js'
import { parseSignature } from '../../src/evidence/signature.js'
import { bundleV1, bundleV2 } from '../../src/lab/bundles.js'
import { readAll } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import type { SignedArtifact } from '../../src/lab/release.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
/** As for every piece of evidence. */
const CAP = 1024 * 1024

let lab: Lab
let kubectl: SignedArtifact

beforeAll(async () => {
  lab = await startLab()
  const release = await lab.publish({ version: 'v1.35.2', paths: [KUBECTL], sizes: { [KUBECTL]: 64 } })
  kubectl = release.artifact(KUBECTL)
})
afterAll(() => lab.close())

const BOM = Buffer.of(0xef, 0xbb, 0xbf)
const bytes = (text: string): Buffer => Buffer.from(text)
const wrap = (text: string, width: number): string =>
  text.match(new RegExp(`.{1,${width}}`, 'g'))?.join('\n') ?? ''
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le')
const marked = (text: string): Buffer => Buffer.concat([BOM, bytes(text)])

const refusal = (expected: string) =>
  expect.objectContaining({
    code: 'EVIDENCE_UNREADABLE',
    message: expect.stringContaining(expected) as string,
  }) as Error

describe('a signature', () => {
  const base64 = (): string => kubectl.signature.toString('base64')

  test.each<[string, () => Buffer]>([
    ['one line', () => bytes(base64())],
    ['with a newline', () => bytes(`${base64()}\n`)],
    ['wrapped at 76 characters', () => bytes(`${wrap(base64(), 76)}\n`)],
    ['wrapped with CRLF', () => bytes(wrap(base64(), 64).replaceAll('\n', '\r\n'))],
    ['without padding', () => bytes(base64().replace(/=+$/, ''))],
    ['URL-safe', () => bytes(kubectl.signature.toString('base64url'))],
    ['URL-safe with padding', () => bytes(base64().replaceAll('+', '-').replaceAll('/', '_'))],
    ['with a byte order mark', () => marked(base64())],
    ['in UTF-16, as PowerShell writes', () => utf16(`${base64()}\r\n`)],
    ['raw DER', () => kubectl.signature],
  ])('%s', (_, file) => {
    expect(parseSignature(file())).toEqual(kubectl.signature)
  })

  test.each([
    ['', 'empty'],
    ['<!DOCTYPE html><html>', 'an HTML or XML page'],
    ['-----BEGIN PGP SIGNATURE-----\n', 'an OpenPGP signature'],
    ['untrusted comment: minisign', 'a minisign signature'],
    ['{"base64Signature": "MEUC"}', "cosign's old bundle"],
    ['{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"}', 'a Sigstore bundle'],
    ['AAAA', 'something else'],
    ['MEUC+_AA', 'something else'],
    ['MEUC$AAA', 'something else'],
    ['\u007fELF\u0002\u0001\u0000', 'binary data'],
  ])('%j is none', (text, looksLike) => {
    expect(() => parseSignature(bytes(text))).toThrow(refusal(looksLike))
  })
})

describe('a certificate', () => {
  const pem = (): string => kubectl.certificatePem
  const pemOf = (der: Buffer): string =>
    `-----BEGIN CERTIFICATE-----\n${wrap(der.toString('base64'), 64)}\n-----END CERTIFICATE-----\n`
  const chain = (): string => lab.authority.chain.map(pemOf).join('')

  test.each<[string, () => Buffer]>([
    ['base64 of PEM', () => bytes(Buffer.from(pem()).toString('base64'))],
    ['that wrapped', () => bytes(wrap(Buffer.from(pem()).toString('base64'), 76))],
    ['PEM', () => bytes(pem())],
    ['PEM with CRLF', () => bytes(pem().replaceAll('\n', '\r\n'))],
    ['PEM with text before and after', () => bytes(`subject=/CN=x\n# comment\n${pem()}\nBag Attributes\n`)],
    ['PEM with a byte order mark', () => marked(pem())],
    ['PEM in UTF-16', () => utf16(pem())],
    ['DER', () => kubectl.certificate],
    ['base64 of DER', () => bytes(kubectl.certificate.toString('base64'))],
    ['a chain, the leaf first', () => bytes(pem() + chain())],
    ['a chain, the leaf last', () => bytes(chain() + pem())],
    ['base64 of a chain', () => bytes(Buffer.from(pem() + chain()).toString('base64'))],
  ])('%s', (_, file) => {
    expect(parseCertificate(file()).der).toEqual(kubectl.certificate)
  })

  test.each<[string, string, () => string]>([
    ['two leaves', '2 certificates, 2 of them of signers', () => pem() + pem()],
    ['authorities alone', '2 certificates, 0 of them of signers', () => chain()],
    [
      'a public key',
      'a public key in PEM',
      () => '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----',
    ],
    ['no end', 'has no end', () => pem().slice(0, 200)],
    ['more than any chain has', 'more than 16 certificates', () => pem().repeat(20)],
    ['an HTML page', 'an HTML or XML page', () => '<html>'],
    [
      'a certificate with bytes after it',
      'not valid X.509',
      () => pemOf(Buffer.concat([kubectl.certificate, Buffer.of(0)])),
    ],
  ])('%s is none', (_, looksLike, text) => {
    expect(() => parseCertificate(bytes(text()))).toThrow(refusal(looksLike))
  })
})

describe('a checksum file', () => {
  const HEX = createHash('sha256').update('kubectl').digest('hex')
  const OTHER = createHash('sha256').update('kubeadm').digest('hex')

  test.each([
    HEX,
    `${HEX}\n`,
    HEX.toUpperCase(),
    `\ufeff${HEX}\r\n`,
    `${HEX}  kubectl`,
    `${HEX}  kubectl\r\n`,
    `${HEX} *kubectl\n`,
    `${HEX}\tkubectl`,
    `${HEX}  ./bin/linux/amd64/kubectl`,
    `${HEX} *C:\\build\\kubectl`,
    `SHA256 (kubectl) = ${HEX}`,
    `SHA256(kubectl)= ${HEX}`,
    `SHA2-256(bin/kubectl)= ${HEX.toUpperCase()}\n`,
    `${OTHER}  kubeadm\n${HEX}  kubectl\n`,
    `${HEX}  kubectl\n${HEX}  ./kubectl\n`,
  ])('%j', (text) => {
    expect(parseChecksum(bytes(text), 'kubectl').hex).toBe(HEX)
    expect(parseChecksum(utf16(text.replace('\ufeff', '')), 'kubectl').hex).toBe(HEX)
  })

  test.each([
    [`${HEX}  kubeadm`, 'is about another file'],
    [`SHA256 (kubeadm) = ${HEX}`, 'is about another file'],
    [`${HEX}  kubectl.exe`, 'is about another file'],
    [`${HEX}  kubectl\n${OTHER}  kubectl`, 'names 2 digests'],
    [`${HEX}\n${OTHER}`, 'names 2 digests'],
    [`SHA512 (kubectl) = ${HEX}`, 'something else'],
    [`${HEX.slice(1)}  kubectl`, 'something else'],
    [`${HEX}x  kubectl`, 'something else'],
    [`${HEX}  kubectl\nnonsense`, 'something else'],
    [`${'\n'.repeat(2000)}${`${HEX}  a\n`.repeat(1001)}`, 'something else'],
    ['<?xml version="1.0"?><Error>', 'an HTML or XML page'],
    ['', 'empty'],
  ])('%#: is refused', (text, message) => {
    expect(() => parseChecksum(bytes(text), 'kubectl')).toThrow(refusal(message))
  })

  test('of SHA-512 alike', () => {
    const hex = createHash('sha512').update('kubectl').digest('hex')
    for (const text of [hex, `${hex}  kubectl`, `SHA512 (kubectl) = ${hex}`])
      expect(parseChecksumSha512(bytes(text), 'kubectl')).toBe(hex)
    expect(() => parseChecksumSha512(bytes(HEX), 'kubectl')).toThrow(refusal('.sha512'))
  })
})

describe('a bundle', () => {
  const cosignBundle = (change: (json: Record<string, unknown>) => void = () => undefined): string => {
    const { body, integratedTime, logID, logIndex, verification } = lab.log.answer(kubectl.entry)
    const json = {
      base64Signature: kubectl.signature.toString('base64'),
      cert: Buffer.from(kubectl.certificatePem).toString('base64'),
      rekorBundle: {
        SignedEntryTimestamp: verification.signedEntryTimestamp,
        Payload: { body, integratedTime, logIndex, logID },
      },
    }
    change(json)
    return JSON.stringify(json)
  }

  test("cosign's old form is one of version 0.1, with a promise and no proof", () => {
    const { digest, evidence } = parseBundle(cosignBundle())
    expect(digest?.hex).toBe(kubectl.sha256)
    expect(evidence.bundle.mediaType).toBe('application/vnd.dev.sigstore.bundle+json;version=0.1')
    expect(evidence.signature.value).toEqual(kubectl.signature)
    expect(evidence.certificate.value?.der).toEqual(kubectl.certificate)
    expect(evidence.logEntry.value).toMatchObject({ kind: 'hashedrekord/0.0.1', inclusionProof: undefined })
    expect(evidence.logEntry.value?.signedEntryTimestamp).toBeDefined()
  })

  test('there the key may be a bare one, and the signature an envelope', () => {
    const key = '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n'
    const envelope = {
      payloadType: 'application/vnd.in-toto+json',
      payload: 'e30=',
      signatures: [{ sig: 'MEUC' }],
    }
    const { digest, evidence } = parseBundle(
      cosignBundle((json) =>
        Object.assign(json, {
          cert: Buffer.from(key).toString('base64'),
          base64Signature: Buffer.from(JSON.stringify(envelope)).toString('base64'),
        }),
      ),
    )
    expect(digest).toBeUndefined()
    expect(evidence.certificate.error?.code).toBe('EVIDENCE_CERTIFICATE_MISSING')
    expect(evidence.envelope?.payload.toString()).toBe('{}')
  })

  test.each<[string, (json: Record<string, unknown>) => void]>([
    ['rekorBundle', (json) => delete json['rekorBundle']],
    ['base64Signature is not base64', (json) => (json['base64Signature'] = '$')],
    ['certificate file', (json) => (json['cert'] = 'AAAA')],
    ['logID', (json) => ((json['rekorBundle'] as { Payload: { logID: string } }).Payload.logID = 'x')],
    [
      'names no digest',
      (json) => {
        const { Payload } = json['rekorBundle'] as { Payload: { body: string } }
        const text = Buffer.from(Payload.body, 'base64').toString()
        Payload.body = Buffer.from(text.replace(/"value":"../, '"value":"zz')).toString('base64')
      },
    ],
    [
      'integratedTime',
      (json) =>
        ((json['rekorBundle'] as { Payload: { integratedTime: number } }).Payload.integratedTime = 1e15),
    ],
  ])('an old one that is broken says so: %s', (message, change) => {
    expect(() => parseBundle(cosignBundle(change))).toThrow(
      expect.objectContaining({
        actual: "cosign's old bundle",
        message: expect.stringContaining(message) as string,
      }) as Error,
    )
  })

  test('in the other spelling of protobuf it is the same', async () => {
    const snake = (text: string): string =>
      text
        .replace(
          /"([a-z]+\w*[A-Z]\w*)":/g,
          (_, name: string) => `"${name.replace(/[A-Z]|(?<=c)\d+/g, (a) => `_${a.toLowerCase()}`)}":`,
        )
        .replaceAll('rfc_3161', 'rfc3161')
        .replace(
          /"([A-Za-z0-9+/]{40,}={0,2})"/g,
          (_, value: string) => `"${value.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}"`,
        )
    for (const bundle of [bundleV1(lab, kubectl), await bundleV2(lab, readAll(kubectl.content))]) {
      const text = JSON.stringify(bundle)
      expect(snake(text)).toContain('"verification_material"')
      expect(parseBundle(snake(text)).evidence.bundle).toEqual(parseBundle(text).evidence.bundle)
    }
  })

  test.each([
    ['mediaType is given twice', '{"mediaType":"x","media_type":"y"}'],
    ['nested deeper', `{"a":${'['.repeat(1000)}${']'.repeat(1000)}}`],
    ['rawBytes is not base64', '{"raw_bytes":"AA+_"}'],
  ])('is refused: %s', (message, text) => {
    expect(() => parseBundle(text)).toThrow(refusal(message))
  })
})

describe('a bundle that lacks a field: the field is named as it stands in the JSON', () => {
  const without = (...path: (string | number)[]): string => {
    const bundle = structuredClone(bundleV1(lab, kubectl)) as Record<string | number, unknown>
    const last = path.pop() ?? ''
    const parent = path.reduce((at, key) => at[key] as typeof bundle, bundle)
    Reflect.deleteProperty(parent, last)
    return JSON.stringify(bundle)
  }

  test.each<[string, (string | number)[]]>([
    ['messageSignature (or dsseEnvelope) is', ['messageSignature']],
    ['messageSignature.signature is', ['messageSignature', 'signature']],
    ['messageSignature.messageDigest is', ['messageSignature', 'messageDigest']],
    ['verificationMaterial is', ['verificationMaterial']],
    ['verificationMaterial.certificate (or publicKey) is', ['verificationMaterial', 'certificate']],
    ['verificationMaterial.tlogEntries[0].logId is', ['verificationMaterial', 'tlogEntries', 0, 'logId']],
  ])('%s missing', (says, path) => {
    expect(() => parseBundle(without(...path))).toThrow(
      expect.objectContaining({
        code: 'EVIDENCE_UNREADABLE',
        message: `the bundle cannot be read: ${says} missing or empty`,
        // It is one: what is wrong is the field.
        expected: undefined,
      }) as Error,
    )
  })
})

describe('whatever it is, at its cap it ends soon and takes little', () => {
  const fill = (unit: string, length = CAP): string =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
  const texts: readonly [string, string][] = [
    ['spaces', fill(' ')],
    ['base64', fill('A')],
    ['base64 in lines', fill('MMMM\n')],
    ['a certificate that does not end', fill('-----BEGIN CERTIFICATE-----\n')],
    ['certificates of nothing', fill('-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n')],
    ['brackets', fill('[')],
    ['objects', fill('{"a":')],
    ['parentheses', fill('SHA256 (')],
    ['hex', fill('a')],
    ['equals', `SHA256 (${fill(')= a')}`],
    ['an old bundle', `{"base64Signature":"${fill('M')}"}`],
    ['quotes', fill('\\"')],
  ]
  test.each(texts)('%s', (_, text) => {
    const file = bytes(text)
    const started = process.cpuUsage()
    const before = process.memoryUsage().rss
    for (const parse of [parseSignature, parseCertificate, (each: Buffer) => parseChecksum(each, 'a')])
      expect(() => parse(file)).toThrow(CodedError)
    expect(() => parseBundle(text)).toThrow(CodedError)
    describeText(text)
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3)
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * CAP)
  })
})

/** Not random from run to run: a failure can be looked at. */
function* numbers(seed: string, count: number): Generator<number> {
  for (let round = 0; round < count; round++)
    yield createHash('sha256').update(`${seed} ${round}`).digest().readUInt32BE()
}

test('changed anywhere, each form is read as the same or refused by a code', () => {
  const hex = kubectl.sha256
  const forms: [string, Buffer, (file: Buffer) => unknown][] = [
    ['signature', bytes(wrap(kubectl.signature.toString('base64'), 76)), parseSignature],
    ['DER signature', kubectl.signature, parseSignature],
    ['PEM', bytes(`text\n${kubectl.certificatePem}`), (file) => parseCertificate(file).der],
    ['DER', kubectl.certificate, (file) => parseCertificate(file).der],
    ['checksum', bytes(`${hex}  kubectl\n`), (file) => parseChecksum(file, 'kubectl').hex],
    ['tagged', bytes(`SHA256 (kubectl) = ${hex}\n`), (file) => parseChecksum(file, 'kubectl').hex],
  ]
  for (const [name, file, parse] of forms) {
    for (const number of numbers(name, 500)) {
      const copy = Buffer.from(file)
      const at = number % copy.length
      copy[at] = (number >>> 16) & 0xff
      const cut = number % 3 === 0 ? copy.subarray(0, at) : copy
      try {
        parse(cut)
      } catch (thrown) {
        expect([name, number, thrown]).toEqual([name, number, expect.any(CodedError)])
        expect((thrown as CodedError).code).toBe('EVIDENCE_UNREADABLE')
      }
    }
  }
})
