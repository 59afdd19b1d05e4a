import { EvidenceError } from '../../src/errors.js'
import { parseChecksumsFile } from '../../src/evidence/checksums-file.js'

const VERSION = 'v1.28.0'
const PATH = 'bin/linux/amd64/kubectl'
const A = 'a1'.repeat(32)
const B = 'b2'.repeat(32)
const STAGE = '/workspace/src/k8s.io/kubernetes/_output/gcs-stage'

const digestsOf = (text: string, path = PATH): readonly string[] =>
  parseChecksumsFile(text, 'sha256').digestsOf(VERSION, path)

function errorOf(text: string, algorithm: 'sha256' | 'sha512' = 'sha256'): EvidenceError {
  try {
    parseChecksumsFile(text, algorithm)
  } catch (error) {
    if (error instanceof EvidenceError) return error
    throw error
  }
  throw new Error('was taken')
}

test.each([
  ['without a newline at the end', `${A}  ${PATH}`],
  ['with one', `${A}  ${PATH}\n`],
  ['with CRLF', `${B}  x\r\n${A}  ${PATH}\r\n`],
  ['with blank lines', `\n${B}  x\n \t\n\n${A}  ${PATH}\n\n`],
  ['in binary mode', `${A} *${PATH}`],
  ['from ./', `${A}  ./${PATH}`],
  ['in upper case', `${A.toUpperCase()}  ${PATH}`],
  ['absolute', `${A}  ${STAGE}/${VERSION}/${PATH}`],
  ['listed twice', `${A}  ${PATH}\n${A.toUpperCase()} *./${PATH}\n${A}  ${STAGE}/${VERSION}/${PATH}`],
  ['beside a file of Object.prototype', `${B}  __proto__\n${B}  constructor\n${A}  ${PATH}`],
])('finds a file: %s', (_, text) => {
  expect(digestsOf(text)).toEqual([A])
})

test('a tarball beside binaries, a name with a space, a SHA-512', () => {
  const tarball = 'kubernetes-client-linux-amd64.tar.gz'
  const text = `${A}  ${PATH}\n${B}  ${tarball}\n${B}  a name`
  expect(digestsOf(text, tarball)).toEqual([B])
  expect(digestsOf(text, 'a name')).toEqual([B])
  const sha512 = 'c3'.repeat(64)
  expect(parseChecksumsFile(`${sha512}  ${PATH}`, 'sha512').digestsOf(VERSION, PATH)).toEqual([sha512])
})

test.each([
  ['in relative lines', `${A}  ${PATH}\n${B}  ${PATH}`],
  ['in a relative and an absolute one', `${A}  ${PATH}\n${B}  ${STAGE}/${VERSION}/${PATH}`],
  ['in two folders', `${A}  /x/${VERSION}/${PATH}\n${B}  /y/${VERSION}/${PATH}`],
])('a file that contradicts itself gives both digests: %s', (_, text) => {
  expect(digestsOf(text)).toEqual([A, B])
})

test.each([
  ['another platform', 'bin/linux/arm64/kubectl'],
  ['a longer first folder', `x${PATH}`],
  ['a longer name', `${PATH}-convert`],
  ['its signature', `${PATH}.sig`],
  ['a folder more', `extra/${PATH}`],
  ['another case', 'bin/linux/amd64/Kubectl'],
  ['a space before it', ` ${PATH}`],
  ['the version, relative', `${VERSION}/${PATH}`],
  ['the release, relative', `gcs-stage/${VERSION}/${PATH}`],
  ['an absolute path without the version', `/${PATH}`],
  ['another version', `${STAGE}/v1.28.1/${PATH}`],
  ['a version that goes on', `${STAGE}/${VERSION}-evil/${PATH}`],
  ['a version that starts earlier', `${STAGE}/x${VERSION}/${PATH}`],
  ['a version that is a pattern', `${STAGE}/v1x28x0/${PATH}`],
  ['an absolute path with a folder more', `${STAGE}/${VERSION}/x${PATH}`],
  ['an absolute path that goes on', `${STAGE}/${VERSION}/${PATH}.exe`],
])('is not the file: %s', (_, name) => {
  expect(digestsOf(`${A}  ${name}`)).toEqual([])
})

test.each([
  ['nothing', '', 'SHA256SUMS lists no file', 'empty'],
  ['blank lines alone', '\n \n\r\n', 'SHA256SUMS lists no file', 'empty'],
  ['an HTML page', '<!DOCTYPE html>\n<html></html>', 'line 1', 'an HTML or XML page'],
  ['a bare digest', A, 'line 1', `"${A.slice(0, 60)}…"`],
  ['a digest that is too short', `${A}  x\n${A.slice(1)}  ${PATH}`, 'line 2', A.slice(1, 61)],
  ['a digest that is too long', `${A}a  ${PATH}`, 'line 1', A.slice(0, 60)],
  ['another algorithm', `${A}${B}  ${PATH}`, 'line 1', A.slice(0, 60)],
  ['a digest that is not hex', `${'g'.repeat(64)}  ${PATH}`, 'line 1', 'ggg'],
  ['full-width digits', `${'０'.repeat(64)}  ${PATH}`, 'line 1', '０'],
  ['one space', `${A} ${PATH}`, 'line 1', A.slice(0, 60)],
  ['a tab', `${A}\t${PATH}`, 'line 1', A.slice(0, 60)],
  ['a space before the digest', ` ${A}  ${PATH}`, 'line 1', ` ${A.slice(0, 59)}`],
  ['a name that sha256sum escaped', `\\${A}  a\\nb`, 'line 1', '\\a1'],
  ['no path', `${A}  `, 'line 1', A.slice(0, 60)],
  ['a path of spaces', `${A}     `, 'line 1', A.slice(0, 60)],
  ['a path of ./ alone', `${A}  ./`, 'line 1', A.slice(0, 60)],
  ['a NUL in the path', `${A}  ${PATH}\0`, 'line 1', A.slice(0, 60)],
  ['an escape in the path', `${A}  \u001b[2K${PATH}`, 'line 1', A.slice(0, 60)],
  ['a C1 control in the path', `${A}  \u009b2K${PATH}`, 'line 1', A.slice(0, 60)],
  ['a carriage return in the path', `${A}  x\r${PATH}`, 'line 1', A.slice(0, 60)],
  ['a form feed between lines', `${A}  ${PATH}\n\f\n`, 'line 2', ''],
  ['a byte order mark', `\ufeff${A}  ${PATH}`, 'line 1', A.slice(0, 59)],
  ['a comment', `# sums\n${A}  ${PATH}`, 'line 1', '"# sums"'],
  ['a BSD line', `SHA256 (${PATH}) = ${A}`, 'line 1', 'SHA256 (bin'],
  ['a good line before a bad one', `${A}  ${PATH}\n\noops`, 'line 3', '"oops"'],
])('is refused: %s', (_, text, message, actual) => {
  const error = errorOf(text)
  expect(error.code).toBe('EVIDENCE_UNREADABLE')
  expect(error.message).toContain(message)
  expect(error.expected).toMatch(/64 hex characters, two spaces and a path|one line or more/)
  expect(error.actual).toContain(actual)
  expect(error.actual?.length).toBeLessThan(100)
})

test('SHA256SUMS is no SHA512SUMS', () => {
  const error = errorOf(`${A}  ${PATH}`, 'sha512')
  expect(error.message).toBe('SHA512SUMS is malformed in line 1')
  expect(error.expected).toBe('128 hex characters, two spaces and a path')
})

test('at most 100000 lines', () => {
  const most = `${A}  ${PATH}\n`.repeat(100_000)
  expect(digestsOf(most)).toEqual([A])
  expect(errorOf(`${most}\n`)).toMatchObject({
    code: 'EVIDENCE_UNREADABLE',
    expected: 'at most 100000 lines',
  })
})

test('a line has an end: one of a path as long as a file is refused, by its number', () => {
  const path = (length: number): string => 'a'.repeat(length)
  expect(digestsOf(`${A}  ${path(4096)}`, path(4096))).toEqual([A])
  expect(errorOf(`${B}  x\n${A}  ${path(8192)}`).message).toContain('malformed in line 2')
})
