import { digestOf } from '../../src/digest.js'
import { EvidenceError } from '../../src/errors.js'
import { MAX_SBOM_BYTES, parseReleaseSbom } from '../../src/evidence/spdx.js'

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

describe('at its cap: in linear time, and in little memory', () => {
  const fill = (head: string, unit: string): string =>
    head + unit.repeat(Math.floor((MAX_SBOM_BYTES - head.length) / unit.length))
  const file = `FileName: ${PATH}\n`
  test.each([
    ['a <text> without end', fill(`${HEAD}Comment: <text>`, 'a\n')],
    ['a <text> opened again and again', fill(`${HEAD}Comment: <text>`, 'Comment: <text>\n')],
    ['one long value', fill(`${HEAD}Comment: <text>`, 'a')],
    ['nothing but lines', fill(HEAD, '\n')],
    ['nothing but carriage returns', fill(HEAD, '\r')],
    ['one long line', fill(`${HEAD}Comment: `, 'a')],
    ['one long tag', fill(HEAD, ' ')],
    ['one long checksum', fill(`${HEAD}${file}FileChecksum: SHA256: `, ' ')],
    ['one file, again and again', fill(HEAD + file, `FileChecksum: SHA256: ${A.hex}\n${file}`)],
    ['more files than any release has', fill(HEAD, 'FileName: a\nFileName: b\n')],
    ['empty texts', fill(HEAD, 'a:<text></text>\n')],
    ['namespaces', fill(HEAD, 'DocumentNamespace:\n')],
  ])('%s', (_, text) => {
    const before = process.memoryUsage()
    const start = process.cpuUsage()
    try {
      parseReleaseSbom(text)
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(EvidenceError)
    }
    // Some 0.1 s: a signal is heard within a second.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000)
    const after = process.memoryUsage()
    expect(after.heapUsed - before.heapUsed).toBeLessThan(256 * 1024 * 1024)
  })

  test('more names than any release has', () => {
    const names = Array.from({ length: 100_001 }, (_, index) => `FileName: ${index}`)
    expect(() => parseReleaseSbom(HEAD + names.join('\n'))).toThrow('lists more than 100000 files')
  })

  test('a byte more', () => {
    expect(() => parseReleaseSbom(fill(HEAD, 'a') + 'aaaaa')).toThrow(EvidenceError)
  })
})
