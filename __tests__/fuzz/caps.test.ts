// Every parser of what comes from outside, at the cap of whoever reads it: whatever the text is, it ends soon and takes
// little, and what is refused has a code. (Signatures, certificates, checksums and bundles: evidence/forms.test.ts; the
// SBOM: evidence/spdx.test.ts and spdx-json.test.ts; a challenge: fetch/registry/challenge.test.ts.)
import { parseAuditPlan } from '../../src/audit/audit-plan.js'
import { parseAuditReport } from '../../src/audit/audit-report.js'
import { parsePartialHeader, parsePartialLine } from '../../src/audit/partial.js'
import { CodedError } from '../../src/errors.js'
import { parseCheckpoint } from '../../src/evidence/checkpoint.js'
import { parseChecksumsFile } from '../../src/evidence/checksums-file.js'
import { describeText } from '../../src/evidence/describe.js'
import { parseStatement } from '../../src/evidence/envelope.js'
import { parseImageManifest } from '../../src/evidence/image-manifest.js'
import { parseSimpleSigning } from '../../src/evidence/image-signature.js'
import { parseLogEntries } from '../../src/evidence/log-entry.js'
import { parseProvenance } from '../../src/evidence/provenance.js'
import { parseSignedTimestamp } from '../../src/evidence/signed-timestamp.js'
import { parseDockerConfig } from '../../src/fetch/registry/docker-config.js'
import { parseLock } from '../../src/lock/lock.js'
import { parseVersionFile } from '../../src/request/version-file.js'
import { parseTrustedRoot } from '../../src/trust/trusted-root.js'
import { leastUserSeconds } from '../support/user-time.js'

const MIB = 1024 * 1024
/** Far above what any of them takes, and far below what a quadratic one would: minutes. */
const MAX_SECONDS_PER_MIB = 0.5
const LEAST_SECONDS = 2
/** A value takes some fifty bytes, however short it is written. */
const MAX_BYTES_PER_BYTE = 60
const LEAST_BYTES = 400 * MIB

type Fill = (length: number) => string

const repeat =
  (unit: string, before = '', after = ''): Fill =>
  (length) => {
    const times = Math.floor((length - before.length - after.length) / unit.length)
    return `${before}${unit.repeat(times)}${after}`
  }

const JSON_TEXTS: Readonly<Record<string, Fill>> = {
  brackets: repeat('['),
  'objects in each other': repeat('{"a":'),
  'a list of nothing': repeat('0,', '[', '0]'),
  'a list of objects': repeat('{},', '[', '{}]'),
  'one string': repeat('a', '"', '"'),
  'a string of escapes': repeat('\\u0000', '{"a":"', '"}'),
  'fields of one name': repeat('"a":1,', '{', '"a":1}'),
}
const LINES: Readonly<Record<string, Fill>> = {
  spaces: repeat(' '),
  'ends of lines': repeat('\n'),
  'carriage returns': repeat('\r'),
  'short lines': repeat('a\n'),
  quotes: repeat('\\"'),
}

interface Parser {
  readonly name: string
  /** In bytes, of whoever reads it. */
  readonly cap: number
  readonly parse: (text: string) => unknown
  readonly texts: Readonly<Record<string, Fill>>
}

const entry = `"${'0'.repeat(64)}":{"body":"e30=","integratedTime":1,"logID":"${'0'.repeat(64)}","logIndex":1},`
const PARSERS: readonly Parser[] = [
  {
    name: 'answers of the log',
    cap: 4 * MIB,
    parse: parseLogEntries,
    texts: { ...JSON_TEXTS, ...LINES, entries: repeat(entry, '{', '"a":1}') },
  },
  {
    name: 'a checkpoint',
    cap: MIB,
    parse: parseCheckpoint,
    texts: {
      ...LINES,
      signatures: repeat('— a AAAAAAAA\n', `a\n1\n${'A'.repeat(43)}=\n\n`),
      dashes: repeat('— '),
    },
  },
  {
    name: 'a timestamp',
    cap: MIB,
    parse: (text) => parseSignedTimestamp(Buffer.from(text, 'latin1')),
    texts: { sequences: repeat('\x30\x80'), 'a long length': repeat('\x30\x84\x7f\xff\xff\xff'), ...LINES },
  },
  {
    name: 'provenance',
    cap: 4 * MIB,
    parse: parseProvenance,
    texts: {
      ...JSON_TEXTS,
      subjects: repeat('{"name":"a","digest":{}},', '{"predicateType":"x","subject":[', '{}]}'),
      digests: repeat(
        `{"name":"a","digest":{"sha256":"${'0'.repeat(64)}"}},`,
        '{"_type":"https://in-toto.io/Statement/v1","predicateType":"https://slsa.dev/provenance/v1","predicate":{},"subject":[',
        `{"name":"b","digest":{"sha256":"${'0'.repeat(64)}"}}]}`,
      ),
    },
  },
  {
    name: 'sums',
    cap: 4 * MIB,
    parse: (text) => parseChecksumsFile(text, 'sha256'),
    texts: { ...LINES, sums: repeat(`${'0'.repeat(64)}  a\n`), hex: repeat('a'), 'one path': repeat('a/') },
  },
  {
    name: 'a statement',
    cap: MIB,
    parse: (text) =>
      parseStatement({ payloadType: 'application/vnd.in-toto+json', payload: Buffer.from(text) }),
    texts: JSON_TEXTS,
  },
  {
    name: 'an image manifest',
    cap: 4 * MIB,
    parse: parseImageManifest,
    texts: { ...JSON_TEXTS, layers: repeat('{"a":1},', '{"schemaVersion":2,"layers":[', '{}]}') },
  },
  { name: 'a payload of cosign', cap: MIB, parse: parseSimpleSigning, texts: JSON_TEXTS },
  {
    name: 'a trusted root',
    cap: MIB,
    parse: (text) => parseTrustedRoot(text, 'x'),
    texts: {
      ...JSON_TEXTS,
      logs: repeat(
        '{},',
        '{"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1","tlogs":[',
        '{}]}',
      ),
      'one long key': repeat(
        'A',
        '{"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1","tlogs":[{"publicKey":{"rawBytes":"',
        '"}}]}',
      ),
    },
  },
  {
    name: 'a lock file',
    cap: 32 * MIB,
    parse: parseLock,
    texts: {
      ...JSON_TEXTS,
      artifacts: repeat(
        '{},',
        '{"lockfileVersion":1,"request":{"versions":{},"artifacts":[],"platforms":[]},"artifacts":[',
        '{}]}',
      ),
      names: repeat(
        '"a",',
        '{"lockfileVersion":1,"request":{"versions":{},"artifacts":[',
        '"a"],"platforms":[]},"artifacts":[]}',
      ),
    },
  },
  {
    name: 'a plan',
    cap: 128 * MIB,
    parse: (text) => parseAuditPlan(text, 'x'),
    texts: { 'a list of objects': repeat('{},', '[', '{}]'), 'one string': repeat('a', '"', '"') },
  },
  {
    name: 'a report',
    cap: 128 * MIB,
    parse: (text) => parseAuditReport(text, 'reports', 'x'),
    texts: { 'a list of nothing': repeat('0,', '[', '0]'), brackets: repeat('[') },
  },
  {
    name: 'a line of a partial report',
    cap: 4 * MIB,
    parse: (text) => [parsePartialHeader(text), parsePartialLine(text)],
    texts: JSON_TEXTS,
  },
  {
    name: "docker's configuration",
    cap: MIB,
    parse: parseDockerConfig,
    texts: { ...JSON_TEXTS, hosts: repeat('"a":{},', '{"auths":{', '"b":{}}}') },
  },
  ...['VERSION', '.tool-versions', 'mise.toml', 'go.mod'].map((name) => ({
    name,
    cap: MIB,
    parse: (text: string) => parseVersionFile(name, text),
    texts: {
      ...LINES,
      tools: repeat('kubectl 1.35.2\n'),
      modules: repeat('require k8s.io/api v0.35.2\n'),
      replacements: repeat('replace k8s.io/api => k8s.io/api v0.35.2\n'),
      'dotted keys': repeat('a.', '', 'a = 1'),
      lists: repeat('[', 'a = '),
      comments: repeat('# '),
    },
  })),
  { name: 'whatever is described', cap: 4 * MIB, parse: describeText, texts: { ...JSON_TEXTS, ...LINES } },
]

describe.each(PARSERS)('$name', ({ cap, parse, texts }) => {
  test.each(Object.entries(texts))('%s', (_, fill) => {
    const text = fill(cap)
    expect(text.length).toBeGreaterThan(cap * 0.99)
    const before = process.memoryUsage().rss
    const limit = Math.max(LEAST_SECONDS, (cap / MIB) * MAX_SECONDS_PER_MIB)
    const seconds = leastUserSeconds(() => {
      try {
        parse(text)
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(CodedError)
        expect((thrown as CodedError).code).not.toBe('INTERNAL')
        // Nobody wants the whole of it in an error.
        expect((thrown as CodedError).message.length).toBeLessThan(5000)
      }
    }, limit)
    expect(seconds).toBeLessThan(limit)
    const growth = process.memoryUsage().rss - before
    expect(growth).toBeLessThan(Math.max(LEAST_BYTES, Math.min(cap * MAX_BYTES_PER_BYTE, 1500 * MIB)))
  })
})
