// The SBOM of a release in JSON, of SPDX 2 and 3: the same document as in the tag-value form.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '../../src/digest.js'
import { CodedError } from '../../src/errors.js'
import { type ReleaseSbom, parseReleaseSbom } from '../../src/evidence/spdx.js'
import { sharedFolder } from '../support/folders.js'

const NAMESPACE = 'https://sbom.k8s.io/v1.35.2/release'
const PATH = 'bin/linux/amd64/kubectl'
const A = digestOf(Buffer.from('a')).hex
const B = digestOf(Buffer.from('b')).hex
const SHA512 = createHash('sha512').update('a').digest('hex')
const CREATED = '2026-01-15T12:00:00Z'

type Json = Record<string, unknown>

const version2 = (more: Json = {}): Json => ({
  spdxVersion: 'SPDX-2.3',
  SPDXID: 'SPDXRef-DOCUMENT',
  documentNamespace: NAMESPACE,
  creationInfo: { created: CREATED, creators: ['Tool: bom'] },
  files: [
    {
      fileName: PATH,
      checksums: [
        { algorithm: 'SHA1', checksumValue: '00' },
        { algorithm: 'SHA256', checksumValue: A.toUpperCase() },
        { algorithm: 'SHA512', checksumValue: SHA512 },
      ],
    },
    { fileName: `./bin/windows/amd64/kubectl.exe`, checksums: [{ algorithm: 'SHA256', checksumValue: B }] },
    { fileName: `bin/windows/amd64/kubectl.exe`, checksums: [{ algorithm: 'SHA256', checksumValue: B }] },
  ],
  packages: [{ name: 'kube-apiserver', checksums: [{ algorithm: 'SHA256', checksumValue: 'nonsense' }] }],
  ...more,
})

const hash = (algorithm: string, hashValue: string): Json => ({ type: 'Hash', algorithm, hashValue })
const file = (name: string, ...verifiedUsing: Json[]): Json => ({
  type: 'software_File',
  spdxId: `${NAMESPACE}#File-${name}`,
  creationInfo: '_:creationinfo',
  name,
  verifiedUsing,
})
const version3 = ({
  spdxId = `${NAMESPACE}#SPDXRef-DOCUMENT`,
  more = [] as Json[],
  context = {},
} = {}): Json => ({
  '@context': ['https://spdx.org/rdf/3.0.1/spdx-context.jsonld', context],
  '@graph': [
    { type: 'CreationInfo', '@id': '_:creationinfo', specVersion: '3.0.1', created: CREATED },
    { type: 'SpdxDocument', spdxId, profileConformance: ['core', 'software'] },
    file(PATH, hash('sha1', '00'), hash('sha256', A), hash('sha512', SHA512)),
    file('bin/windows/amd64/kubectl.exe', hash('sha256', B)),
    file('bin/windows/amd64/kubectl.exe', hash('sha256', B)),
    { type: 'software_Package', name: 'kube-apiserver', verifiedUsing: [hash('sha256', 'nonsense')] },
    ...more,
  ],
})

const textOf = (json: unknown): string => JSON.stringify(json, null, 1)

function expectTheDocument(sbom: ReleaseSbom): void {
  expect(sbom.namespace).toBe(NAMESPACE)
  expect(sbom.created).toEqual(new Date(CREATED))
  expect(sbom.paths).toEqual([PATH, 'bin/windows/amd64/kubectl.exe'])
  expect(sbom.digestsOf(PATH).map(({ hex }) => hex)).toEqual([A])
  expect(sbom.sha512Of(PATH)).toEqual([SHA512])
  expect(sbom.digestsOf('bin/windows/amd64/kubectl.exe').map(({ hex }) => hex)).toEqual([B])
  expect(sbom.digestsOf('kube-apiserver')).toEqual([])
}

test.each<[string, string]>([
  ['SPDX 2.3', textOf(version2())],
  ['SPDX 2.2', textOf(version2({ spdxVersion: 'SPDX-2.2' }))],
  ['with a byte order mark', `\ufeff${textOf(version2())}`],
  ['with space before it', `\r\n\t ${textOf(version2())}`],
  ['SPDX 3.0.1', textOf(version3())],
  ['with a document below its namespace', textOf(version3({ spdxId: `${NAMESPACE}/SPDXRef-DOCUMENT` }))],
  ['with a prefix of its own', textOf(version3({ spdxId: 'k8s:doc', context: { k8s: `${NAMESPACE}#` } }))],
  ['with expanded types', textOf(version3()).replaceAll('"type":', '"@type":')],
])('%s', (_, text) => {
  expectTheDocument(parseReleaseSbom(text))
})

test('two digests of one path are two', () => {
  const again = file(PATH, hash('sha256', B))
  expect(parseReleaseSbom(textOf(version3({ more: [again] }))).digestsOf(PATH)).toHaveLength(2)
})

test.each<[string, string, string]>([
  ['another version', textOf(version2({ spdxVersion: 'SPDX-4.0' })), 'of a version that is not known'],
  ['no namespace', textOf(version2({ documentNamespace: undefined })), 'documentNamespace'],
  ['a file without a name', textOf(version2({ files: [{}] })), 'files.0.fileName'],
  [
    'a digest that is none',
    textOf(
      version2({ files: [{ fileName: 'x', checksums: [{ algorithm: 'SHA256', checksumValue: 'x' }] }] }),
    ),
    'SHA256 that is none',
  ],
  [
    'two documents',
    textOf(version3({ more: [{ type: 'SpdxDocument', spdxId: 'https://evil.example#x' }] })),
    'names 2 documents',
  ],
  ['no document', textOf(version3()).replace('SpdxDocument', 'x'), 'names 0 documents'],
  ['a file of SPDX 3 without a name', textOf(version3({ more: [{ type: 'software_File' }] })), 'name'],
  ['other JSON-LD', '{"@context":"https://schema.org","@graph":[]}', 'not of SPDX 3'],
  ['CycloneDX', '{"bomFormat":"CycloneDX"}', 'in no form that is known'],
  ['a list', '[]', 'in no form that is known'],
  ['half', textOf(version2()).slice(0, 300), 'no JSON'],
  ['too deep', `{"spdxVersion":${'['.repeat(100)}`, 'deeper than 64'],
])('is refused: %s', (_, text, message) => {
  expect(() => parseReleaseSbom(text)).toThrow(
    expect.objectContaining({
      code: 'EVIDENCE_UNREADABLE',
      message: expect.stringContaining(message) as string,
    }) as Error,
  )
})

describe('at its cap: in little time and memory', () => {
  const LENGTH = 8 * 1024 * 1024
  const fill = (head: string, unit: string): string =>
    head + unit.repeat(Math.floor((LENGTH - head.length) / unit.length))
  test.each([
    ['brackets', fill('', '[')],
    [
      'empty files',
      `${fill('{"spdxVersion":"SPDX-2.3","documentNamespace":"x","files":[{}', ',{}').slice(0, -2)}]}`,
    ],
    [
      'more files than any release',
      `${fill('{"spdxVersion":"SPDX-2.3","documentNamespace":"x","files":[{"fileName":"a"}', ',{"fileName":"b"}')}]}`,
    ],
    [
      'elements of no type',
      `${fill('{"@context":"https://spdx.org/rdf/3.0.1/","@graph":[{}', ',{}').slice(0, -2)}]}`,
    ],
    ['one long name', `{"spdxVersion":"${fill('', 'a').slice(100)}"}`],
    ['longer than that', `${fill('{"spdxVersion":"', 'a')}aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}`],
  ])('%s', (_, text) => {
    const before = process.memoryUsage().rss
    const { user } = process.cpuUsage()
    try {
      parseReleaseSbom(text)
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(CodedError)
    }
    expect((process.cpuUsage().user - user) / 1e6).toBeLessThan(15)
    expect(process.memoryUsage().rss - before).toBeLessThan(1.5 * 1024 ** 3)
  })
})

test('changed anywhere, it is read or refused by a code, and never another digest for the path', () => {
  for (const text of [JSON.stringify(version2()), JSON.stringify(version3())]) {
    for (let round = 0; round < 1000; round++) {
      const number = createHash('sha256').update(`sbom ${round}`).digest().readUInt32BE()
      const at = number % text.length
      const changed =
        text.slice(0, at) + String.fromCharCode(32 + ((number >>> 16) % 95)) + text.slice(at + 1)
      try {
        const found = parseReleaseSbom(round % 4 === 0 ? text.slice(0, at) : changed).digestsOf(PATH)
        for (const { hex } of found) expect(hex === A || changed.toLowerCase().includes(hex)).toBe(true)
      } catch (thrown) {
        expect([round, thrown]).toEqual([round, expect.any(CodedError)])
      }
    }
  }
})

const shared = sharedFolder('evidence')
const withShared = shared === undefined ? test.skip : test
withShared('the real ones of v1.23.1 and v1.25.4: 111 paths each', async () => {
  for (const version of ['v1.23.1', 'v1.25.4']) {
    const text = await readFile(join(shared ?? '', 'sbom', `kubernetes-release-${version}.spdx`), 'utf8')
    const sbom = parseReleaseSbom(text)
    expect(sbom.namespace).toBe(`https://sbom.k8s.io/${version}/release`)
    expect(sbom.paths).toHaveLength(111)
    for (const path of sbom.paths) {
      expect(sbom.digestsOf(path)).toHaveLength(1)
      expect(sbom.sha512Of(path)).toHaveLength(1)
    }
  }
})
