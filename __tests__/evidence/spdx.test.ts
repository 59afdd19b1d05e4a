import { digestOf } from '../../src/digest.js'
import { EvidenceError } from '../../src/errors.js'
import { parseReleaseSbom } from '../../src/evidence/spdx.js'

const PATH = 'bin/linux/amd64/kubectl'
const A = digestOf(Buffer.from('a'))
const B = digestOf(Buffer.from('b'))
const HEAD = 'SPDXVersion: SPDX-2.3\nDocumentNamespace: https://sbom.k8s.io/v1.35.2/release\n'

const digestsOf = (text: string, path = PATH): string[] =>
  parseReleaseSbom(text)
    .digestsOf(path)
    .map((digest) => digest.hex)

test('finds a file by its path, in any order of tags', () => {
  const text = `FileName: ${PATH}\nFileChecksum: SHA1: 00\nFileChecksum: SHA256: ${A.hex}\nSPDXID: x\n\n${HEAD}`
  expect(digestsOf(text)).toEqual([A.hex])
  expect(parseReleaseSbom(text).namespace).toBe('https://sbom.k8s.io/v1.35.2/release')
  expect(digestsOf(text.replaceAll('\n', '\r\n'))).toEqual([A.hex])
  expect(digestsOf(text, 'bin/linux/arm64/kubectl')).toEqual([])
})

test('two equal blocks are one digest, two different ones are two', () => {
  const block = (hex: string): string => `FileName: ${PATH}\nFileChecksum: SHA256: ${hex}\n`
  expect(digestsOf(HEAD + block(A.hex) + block(A.hex))).toEqual([A.hex])
  expect(digestsOf(HEAD + block(A.hex) + block(B.hex))).toEqual([A.hex, B.hex])
})

test('what stands in a <text> or a comment is no tag', () => {
  const hidden = `FileName: ${PATH}\nFileChecksum: SHA256: ${A.hex}\n`
  expect(digestsOf(`${HEAD}PackageComment: <text>line\n${hidden}</text>\n`)).toEqual([])
  expect(digestsOf(`${HEAD}${hidden.replaceAll(/^/gm, '#')}`)).toEqual([])
})

test.each([
  ['no namespace', `FileName: ${PATH}\n`],
  ['two namespaces', HEAD + HEAD],
  ['nothing at all', ''],
  ['an HTML page', '<!DOCTYPE html><html></html>'],
  ['a checksum before any file', `${HEAD}FileChecksum: SHA256: ${A.hex}\n`],
  [
    'a checksum that belongs to a package',
    `${HEAD}FileName: x\nPackageName: y\nFileChecksum: SHA256: ${A.hex}\n`,
  ],
  ['a digest that is too short', `${HEAD}FileName: x\nFileChecksum: SHA256: ${A.hex.slice(1)}\n`],
  ['a <text> without end', `${HEAD}Comment: <text>\n`],
])('is refused: %s', (_, text) => {
  expect(() => parseReleaseSbom(text)).toThrow(EvidenceError)
})
