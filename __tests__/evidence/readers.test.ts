// Every reader of what comes from outside: at its cap it ends soon and takes little, and whatever is changed in what it
// reads, it reads the same or refuses it by a code. What forms.test.ts and the tests of SPDX have is not said again.
import { createHash } from 'node:crypto'
import { CodedError } from '../../src/errors.js'
import { MAX_BUNDLE_BYTES, parseBundle } from '../../src/evidence/bundle.js'
import { parseChecksumSha512 } from '../../src/evidence/checksum.js'
import { parseChecksumsFile } from '../../src/evidence/checksums-file.js'
import { parseStatement } from '../../src/evidence/envelope.js'
import { parseImageManifest } from '../../src/evidence/image-manifest.js'
import { parseLogEntries } from '../../src/evidence/log-entry.js'
import { parseProvenance } from '../../src/evidence/provenance.js'
import { bundleV1, bundleV2 } from '../../src/lab/bundles.js'
import { readAll } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { createProvenance } from '../../src/lab/papers.js'
import type { Release } from '../../src/lab/release.js'
import { parseTrustedRoot } from '../../src/trust/trusted-root.js'
import { ROOT } from '../support/folders.js'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { leastUserSeconds } from '../support/user-time.js'

const VERSION = 'v1.35.2'
const KUBECTL = 'bin/linux/amd64/kubectl'
const MIB = 1024 * 1024
/** As the release site reads sums and provenance. */
const MAX_PAPER_BYTES = 4 * MIB

let lab: Lab
let release: Release
beforeAll(async () => {
  lab = await startLab()
  release = await lab.publish({ version: VERSION, paths: [KUBECTL], sizes: { [KUBECTL]: 64 } })
})
afterAll(() => lab.close())

const fill = (start: string, unit: string, end: string, length: number): string =>
  start + unit.repeat(Math.floor((length - start.length - end.length) / unit.length)) + end

/** @throws whatever is no coded error */
function attempt(read: () => unknown): unknown {
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof CodedError) return thrown.code
    throw thrown
  }
}

interface Reader {
  readonly read: (text: string) => unknown
  /** In characters. */
  readonly cap: number
  /** Texts of that length that cost the most. */
  readonly costly: (cap: number) => readonly (readonly [string, string])[]
  /** What it reads. */
  readonly genuine: () => Promise<string> | string
}

const asBundle = async (): Promise<string> => {
  const statement = JSON.parse(createProvenance(VERSION, release.artifacts, 'v1')) as object
  return JSON.stringify(await bundleV2(lab, Buffer.alloc(0), { statement, asEnvelope: true }))
}
const readStatement = (text: string): unknown => {
  const { envelope } = parseBundle(text).evidence
  return envelope && parseStatement(envelope)
}
const MEDIA = '"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"'
const bundles = (cap: number): readonly (readonly [string, string])[] => [
  ['brackets', fill('', '[', '', cap)],
  ['objects', fill('', '{"a":', '', cap)],
  ['log entries', fill(`{${MEDIA},"verificationMaterial":{"tlogEntries":[{}`, ',{}', ']}}', cap)],
  [
    'timestamps',
    fill(
      `{${MEDIA},"verificationMaterial":{"timestampVerificationData":{"rfc3161Timestamps":[{}`,
      ',{}',
      ']}}}',
      cap,
    ),
  ],
  ['names in the other spelling', fill(`{${MEDIA}`, ',"a_b":1', '}', cap)],
  ['one payload', fill(`{${MEDIA},"dsseEnvelope":{"payload":"`, 'AAAA', '"}}', cap)],
]

const READERS: Readonly<Record<string, Reader>> = {
  'a bundle of Rekor v1': {
    read: (text) => parseBundle(text).evidence.signature.value?.toString('hex'),
    cap: MAX_BUNDLE_BYTES,
    costly: bundles,
    genuine: () => JSON.stringify(bundleV1(lab, release.artifact(KUBECTL))),
  },
  'a bundle of Rekor v2': {
    read: (text) => parseBundle(text).evidence.signature.value?.toString('hex'),
    cap: MAX_BUNDLE_BYTES,
    costly: bundles,
    genuine: async () => JSON.stringify(await bundleV2(lab, readAll(release.artifact(KUBECTL).content))),
  },
  "cosign's old bundle": {
    read: (text) => parseBundle(text).evidence.signature.value?.toString('hex'),
    cap: MAX_BUNDLE_BYTES,
    costly: (cap) => [
      ['one signature', fill('{"base64Signature":"', 'AAAA', '"}', cap)],
      ['one body', fill('{"base64Signature":"MEUC","rekorBundle":{"Payload":{"body":"', 'AAAA', '"}}}', cap)],
    ],
    genuine: () => readFileSync(join(ROOT, '__tests__/fixtures/reports/kubectl.bundle'), 'utf8'),
  },
  'provenance that is a bundle': {
    read: readStatement,
    cap: MAX_PAPER_BYTES,
    costly: bundles,
    genuine: asBundle,
  },
  'provenance that is a statement': {
    read: (text) => parseProvenance(text).pathsOf(VERSION),
    cap: MAX_PAPER_BYTES,
    costly: (cap) => [
      ['brackets', fill('', '[', '', cap)],
      ['subjects', fill('{"predicateType":"https://slsa.dev/provenance/v1","subject":[{}', ',{}', ']}', cap)],
      ['one name', fill('{"subject":[{"name":"', '/release/', '"}]}', cap)],
    ],
    genuine: () => createProvenance(VERSION, release.artifacts, 'v1'),
  },
  SHA256SUMS: {
    read: (text) => parseChecksumsFile(text, 'sha256').digestsOf(VERSION, KUBECTL),
    cap: MAX_PAPER_BYTES,
    costly: (cap) => [
      ['empty lines', fill('', '\n', '', cap)],
      ['one line', fill('', 'a', '', cap)],
      ['paths', fill('', `${'a'.repeat(64)}  /b/v1.35.2/c\n`, '', cap)],
      ['one path', fill(`${'a'.repeat(64)}  `, `/${VERSION}/`, '', cap)],
    ],
    genuine: () => `${release.artifact(KUBECTL).sha256}  ${KUBECTL}`,
  },
  '.sha512': {
    read: (text) => parseChecksumSha512(Buffer.from(text), 'kubectl'),
    cap: MIB,
    costly: (cap) => [
      ['lines', fill('', `${'a'.repeat(128)}  a\n`, '', cap)],
      ['parentheses', fill('SHA512 (', ') = ', '', cap)],
    ],
    genuine: () => `SHA512 (kubectl) = ${release.artifact(KUBECTL).sha512}\n`,
  },
  'a log entry': {
    read: (text) => parseLogEntries(text).map(({ value }) => value?.leafHash.hex),
    cap: MIB,
    costly: (cap) => [
      ['brackets', fill('', '[', '', cap)],
      ['entries', fill('{"a":{}', ',"b":{}', '}', cap)],
    ],
    genuine: () => {
      const { entry } = release.artifact(KUBECTL)
      return JSON.stringify({ [entry.leafHash]: lab.log.answer(entry) })
    },
  },
  "an image's manifest": {
    read: (text) => parseImageManifest(text),
    cap: 4 * MIB,
    costly: (cap) => [
      ['brackets', fill('', '[', '', cap)],
      ['layers', fill('{"schemaVersion":2,"layers":[{}', ',{}', ']}', cap)],
      ['manifests', fill('{"schemaVersion":2,"manifests":[{}', ',{}', ']}', cap)],
    ],
    genuine: () => readFileSync(join(ROOT, '__tests__/fixtures/reports/index.json'), 'utf8'),
  },
  'a trusted root': {
    read: (text) => parseTrustedRoot(text, 'test').transparencyLogs.map(({ logId }) => logId),
    cap: MIB,
    costly: (cap) => [
      ['brackets', fill('', '[', '', cap)],
      [
        'certificates of one authority',
        fill(
          '{"mediaType":"application/vnd.dev.sigstore.trustedroot+json","certificateAuthorities":[{"certChain":{"certificates":[{}',
          ',{}',
          ']}}]}',
          cap,
        ),
      ],
    ],
    genuine: () => JSON.stringify(lab.trustedRoot),
  },
}

describe.each(Object.entries(READERS))('%s', (name, { read, cap, costly, genuine }) => {
  test('at its cap: little time and memory', () => {
    for (const [what, text] of costly(cap)) {
      const before = process.memoryUsage().rss
      const limit = 1 + cap / (4 * MIB)
      const seconds = leastUserSeconds(() => attempt(() => read(text)), limit)
      expect([what, seconds < limit]).toEqual([what, true])
      expect([what, process.memoryUsage().rss - before < 1024 * MIB]).toEqual([what, true])
    }
  })

  test('changed anywhere: read, or refused by a code', async () => {
    const text = await genuine()
    const asItIs = attempt(() => read(text))
    expect(typeof asItIs === 'string' && asItIs.startsWith('EVIDENCE_')).toBe(false)
    for (let round = 0; round < 300; round++) {
      const number = createHash('sha256').update(`${name} ${round}`).digest().readUInt32BE()
      const at = number % text.length
      const character = String.fromCharCode(32 + ((number >>> 16) % 95))
      const changed = round % 4 === 0 ? text.slice(0, at) : text.slice(0, at) + character + text.slice(at + 1)
      attempt(() => read(changed))
    }
  })
})
