// Tar archives, good and hostile, looked at.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { UnreadError } from '../../src/archive/byte-source.js'
import { plainPath } from '../../src/archive/entry.js'
import { readTar } from '../../src/archive/tar.js'
import { file, toTar } from '../support/archives.js'
import { listArchive, toSource } from '../support/entries.js'
import { ROOT } from '../support/folders.js'

const fixture = async (name: string): Promise<Buffer> =>
  gunzipSync(await readFile(join(ROOT, '__tests__/fixtures/packages', name)))
const list = async (bytes: Buffer, pieces?: number): Promise<readonly string[]> =>
  (await listArchive(bytes, pieces)).entries

const text = Buffer.from('text')

test.each([undefined, 1, 511, 513])('files, links and folders, in pieces of %s bytes', async (pieces) => {
  const tar = toTar([
    { path: './usr/', type: 'Directory' },
    file('./usr/bin/kubelet', text),
    file('/etc/plain', text, 0o644),
    { path: 'hard', type: 'Link', linkpath: 'usr/bin/kubelet' },
    { path: 'soft', type: 'SymbolicLink', linkpath: '../../etc/passwd' },
    file('empty', Buffer.alloc(0)),
  ])
  expect([...(await list(tar, pieces))].sort()).toEqual([
    'empty* ',
    'etc/plain text',
    'hard = usr/bin/kubelet',
    'soft -> ../../etc/passwd',
    'usr/ (folder)',
    'usr/bin/kubelet* text',
  ])
})

test('names that lead elsewhere are names, and nothing else', async () => {
  const names = ['../../../etc/kubelet', 'a/../../kubelet', 'C:\\kubelet', '\u001b[2Jkubelet']
  expect(await list(toTar(names.map((name) => file(name, text))))).toEqual(
    names.map((name) => expect.stringContaining(name) as string),
  )
})

test('of a name that is too long, its end', async () => {
  const [name = ''] = await list(toTar([file(`${'a/'.repeat(100)}kubelet`, text)]))
  expect(name).toBe(`${'a/'.repeat(100)}kubelet* text`)
  expect(plainPath(`${'a/'.repeat(1e6)}kubelet`)).toHaveLength(4097)
})

test('the same path twice is two entries', async () => {
  expect(await list(toTar([file('kubectl', text), file('kubectl', Buffer.from('else'))]))).toHaveLength(2)
})

test.each([
  ['sparse-gnu.tar.gz', 'kubelet: it is of a kind that is not read: SparseFile'],
  ['sparse-pax.tar.gz', 'it is of a kind that is not read: File'],
])('a sparse file is not what it seems: %s', async (name, expected) => {
  expect((await list(await fixture(name))).join()).toContain(expected)
})

test('the oldest form', async () => {
  expect(await list(await fixture('v7.tar.gz'))).toContainEqual(expect.stringContaining('kubeadm -> '))
})

test('special files are never more than a name', async () => {
  const tar = toTar([
    { path: 'kubelet', type: 'FIFO' },
    { path: 'disk', type: 'BlockDevice' },
  ])
  expect(await list(tar)).toEqual([
    'kubelet: it is a special file: FIFO',
    'disk: it is a special file: BlockDevice',
  ])
})

test.each([
  ['cut off in a file', (tar: Buffer) => tar.subarray(0, 700)],
  ['cut off in a header', (tar: Buffer) => tar.subarray(0, 1300)],
  ['a header that was changed', (tar: Buffer) => Buffer.from(tar).fill('x', 1024, 1030)],
])('%s', async (_, change) => {
  const tar = toTar([file('a', Buffer.alloc(400)), file('b', Buffer.alloc(400))])
  await expect(list(change(tar))).rejects.toThrow(UnreadError)
})

test('what a taker throws ends it, and an error of the source comes through', async () => {
  const tar = toTar([file('a', text), file('b', text)])
  const stop = (): Promise<void> => Promise.reject(new Error('enough'))
  await expect(readTar(toSource(tar).take(), stop)).rejects.toThrow('enough')
  async function* failing(): AsyncGenerator<Buffer> {
    yield* toSource(tar.subarray(0, 600)).take()
    throw new Error('the disk is gone')
  }
  const skip = (): Promise<void> => Promise.resolve()
  await expect(readTar(failing(), skip)).rejects.toThrow('the disk is gone')
})
