// Tarballs, good and hostile. Each was, for all we know, validly signed.
import { writeFileSync } from 'node:fs'
import { lstat, mkdir, mkdtemp, readFile, readdir, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { digestOf } from '../../src/digest.js'
import { type ExtractLimits, extractTarball } from '../../src/install/extract.js'
import { type TarEntry, createReleaseTarball, createTarball } from '../../src/lab/tarball.js'

const text = Buffer.from('text')
let root: string
let folder: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'extract-'))
  folder = join(root, 'folder')
  await mkdir(folder)
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function unpack(archive: Buffer, limits?: ExtractLimits): Promise<string[]> {
  const path = join(root, 'archive.tar.gz')
  await writeFile(path, archive)
  await extractTarball(path, folder, { ...(limits && { limits }) })
  return (await readdir(folder, { recursive: true })).sort()
}

async function refusal(archive: Buffer, limits?: ExtractLimits): Promise<unknown> {
  const thrown: unknown = await unpack(archive, limits).catch((error: unknown) => error)
  // Nothing in the folder, nothing beside it.
  expect(await readdir(folder)).toEqual([])
  expect((await readdir(root)).sort()).toEqual(['archive.tar.gz', 'folder'])
  return (thrown as { code?: unknown }).code
}

test('a release tarball, with modes that are sane', async () => {
  expect(await unpack(createReleaseTarball('v1.35.2', 'kubernetes-client-linux-amd64.tar.gz'))).toEqual([
    'kubernetes',
    'kubernetes/LICENSES',
    'kubernetes/client',
    'kubernetes/client/bin',
    'kubernetes/client/bin/kubectl',
  ])
  const mode = async (name: string): Promise<number> => (await lstat(join(folder, name))).mode & 0o7777
  expect(await mode('kubernetes/client/bin/kubectl')).toBe(0o555)
  expect(await mode('kubernetes/LICENSES')).toBe(0o444)
  expect(await mode('kubernetes/client')).toBe(0o755)
})

test('set-user-ID and write bits are dropped', async () => {
  await unpack(createTarball([{ path: 'program', mode: 0o6777, content: text }]))
  expect((await lstat(join(folder, 'program'))).mode & 0o7777).toBe(0o555)
})

test('links that stay inside', async () => {
  const entries: TarEntry[] = [
    { path: './a/file', content: text },
    { path: 'a/b/up', type: 'SymbolicLink', linkpath: '../file' },
    { path: 'top', type: 'SymbolicLink', linkpath: 'a' },
    { path: 'same', type: 'Link', linkpath: 'a/file' },
  ]
  await unpack(createTarball(entries))
  expect(await readlink(join(folder, 'a/b/up'))).toBe('../file')
  expect(await readFile(join(folder, 'a/b/up'), 'utf8')).toBe('text')
  expect(await readFile(join(folder, 'same'), 'utf8')).toBe('text')
})

test('an archive that is not the one that was verified is refused', async () => {
  const path = join(root, 'archive.tar.gz')
  await writeFile(path, createTarball([{ path: 'program', content: text }]))
  const refused = extractTarball(path, folder, { digest: digestOf(text) })
  await expect(refused).rejects.toMatchObject({ code: 'INSTALL_DIGEST_CHANGED' })
  expect(await readdir(folder)).toEqual([])
})

test('an archive that changes between judging and writing leaves nothing', async () => {
  const path = join(root, 'archive.tar.gz')
  const judged = createTarball([{ path: 'program', content: text }])
  await writeFile(path, judged)
  let reads = 0
  // Looked up as each of the two reads begins.
  const limits: ExtractLimits = {
    maxBytes: 1e6,
    get maxEntries() {
      if (++reads === 2)
        writeFileSync(path, createTarball([{ path: 'program', content: Buffer.from('evil') }]))
      return 10
    },
  }
  const refused = extractTarball(path, folder, { limits, digest: digestOf(judged) })
  await expect(refused).rejects.toMatchObject({ code: 'INSTALL_DIGEST_CHANGED' })
  expect(reads).toBe(2)
  expect(await readdir(folder)).toEqual([])
})

test.each<[string, TarEntry[]]>([
  ['climbs out', [{ path: '../evil', content: text }]],
  ['climbs out in the middle', [{ path: 'a/../../evil', content: text }]],
  ['climbs, but stays', [{ path: 'a/../b', content: text }]],
  ['is absolute', [{ path: '/tmp/evil', content: text }]],
  ['has a backslash', [{ path: 'a\\..\\evil', content: text }]],
  ['has a drive letter', [{ path: 'C:evil', content: text }]],
  ['has a control character', [{ path: 'a\u001bb', content: text }]],
  ['has an empty segment', [{ path: 'a//b', content: text }]],
  ['is the folder itself', [{ path: '.', type: 'Directory' }]],
  [
    'is too deep',
    [
      { path: `${'a/'.repeat(49)}b`, content: text },
      { path: `${'x/'.repeat(100)}b`, content: text },
    ],
  ],
  ['is a device', [{ path: 'null', type: 'CharacterDevice' }]],
  ['is a block device', [{ path: 'disk', type: 'BlockDevice' }]],
  ['is a pipe', [{ path: 'pipe', type: 'FIFO' }]],
  [
    'comes twice',
    [
      { path: 'a', content: text },
      { path: 'a', content: Buffer.from('evil') },
    ],
  ],
  [
    'comes twice on a Mac',
    [
      { path: 'a', content: text },
      { path: 'A', content: Buffer.from('evil') },
    ],
  ],
  [
    'is a file and then a folder',
    [
      { path: 'a', content: text },
      { path: 'a/b', content: text },
    ],
  ],
  ['links out', [{ path: 'link', type: 'SymbolicLink', linkpath: '../evil' }]],
  ['links out from below', [{ path: 'a/link', type: 'SymbolicLink', linkpath: '../../evil' }]],
  ['links to the root', [{ path: 'link', type: 'SymbolicLink', linkpath: '/etc/passwd' }]],
  ['links to nothing', [{ path: 'link', type: 'SymbolicLink', linkpath: '' }]],
  ['links down and up again', [{ path: 'link', type: 'SymbolicLink', linkpath: 'a/../../evil' }]],
  [
    'links through a link that leads up',
    [
      { path: 'p/q/up', type: 'SymbolicLink', linkpath: '../../top' },
      { path: 'link', type: 'SymbolicLink', linkpath: 'p/q/up/../..' },
    ],
  ],
  [
    'is written through a link',
    [
      { path: 'a', type: 'SymbolicLink', linkpath: 'b' },
      { path: 'a/evil', content: text },
    ],
  ],
  ['is a hard link out', [{ path: 'hard', type: 'Link', linkpath: '../archive.tar.gz' }]],
  ['is a hard link to an absolute path', [{ path: 'hard', type: 'Link', linkpath: '/etc/passwd' }]],
  ['is a hard link to what is not there yet', [{ path: 'hard', type: 'Link', linkpath: 'later' }]],
  [
    'is a hard link to a link',
    [
      { path: 'soft', type: 'SymbolicLink', linkpath: 'x' },
      { path: 'hard', type: 'Link', linkpath: 'soft' },
    ],
  ],
])('an entry that %s: the whole archive is refused', async (_, entries) => {
  const archive = createTarball([
    { path: 'before', content: text },
    ...entries,
    { path: 'after', content: text },
  ])
  expect(await refusal(archive)).toBe('INSTALL_ARCHIVE_REFUSED')
})

/** An entry of any kind at all, by its letter in the header. */
function ofKind(letter: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const tar = gunzipSync(createTarball([{ path: 'odd', content }]))
  tar.write(letter, 156, 'latin1')
  tar.fill(' ', 148, 156)
  const sum = tar.subarray(0, 512).reduce((total, byte) => total + byte, 0)
  tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return gzipSync(tar)
}
const pax = (text: string): Buffer => Buffer.from(`${text.length + 4} ${text}\n`)

test.each([
  ['a sparse file of old GNU tar', ofKind('S', text)],
  ['a part of several volumes', ofKind('M', text)],
  ['a volume', ofKind('V')],
  ['an access list', ofKind('A', text)],
  ['an inode alone', ofKind('I')],
  ['a dump of folders', ofKind('D', text)],
  ['a kind of tomorrow', ofKind('Z', text)],
  ['a sparse file of GNU tar', ofKind('x', pax('GNU.sparse.major=1'))],
  ['a volume of GNU tar', ofKind('g', pax('GNU.volume.label=one'))],
])('%s: the archive is refused as one that cannot be read', async (_, archive) => {
  const thrown: unknown = await unpack(archive).catch((error: unknown) => error)
  expect(await readdir(folder)).toEqual([])
  expect(thrown).toMatchObject({ code: 'INSTALL_ARCHIVE_REFUSED', reason: 'unreadable', exitCode: 3 })
})

test('a device is no kind of tomorrow: somebody put it there', async () => {
  const archive = createTarball([{ path: 'null', type: 'CharacterDevice' }])
  const thrown: unknown = await unpack(archive).catch((error: unknown) => error)
  expect(thrown).toMatchObject({ code: 'INSTALL_ARCHIVE_REFUSED', reason: 'contradiction', exitCode: 1 })
})

const limits = { maxEntries: 10, maxBytes: 100_000 }

test.each<[string, Buffer]>([
  ['too many entries', createTarball(Array.from({ length: 11 }, (_, index) => ({ path: `file${index}` })))],
  ['too many bytes', createTarball([{ path: 'large', content: Buffer.alloc(100_001) }])],
  [
    'too many bytes in all',
    createTarball(
      Array.from({ length: 5 }, (_, index) => ({ path: `file${index}`, content: Buffer.alloc(25_000) })),
    ),
  ],
  ['zeros without end', gzipSync(Buffer.alloc(10_000_000))],
])('a bomb is cut off: %s', async (_, archive) => {
  expect(await refusal(archive, limits)).toBe('INSTALL_ARCHIVE_REFUSED')
})

const whole = createReleaseTarball('v1.35.2', 'x')
test.each<[string, Buffer]>([
  ['cut short', whole.subarray(0, whole.length - 20)],
  ['no gzip', Buffer.from('<!DOCTYPE html>')],
  ['no tar', gzipSync(Buffer.from('x'.repeat(2000)))],
  ['empty', Buffer.alloc(0)],
  ['an entry cut short', gzipSync(Buffer.concat([createHead('file', 5000), Buffer.alloc(512)]))],
])('an archive that is none: %s', async (_, archive) => {
  expect(await refusal(archive)).toBe('INSTALL_ARCHIVE_REFUSED')
})

/** The header of an entry that says it has more bytes than will come. */
function createHead(path: string, size: number): Buffer {
  const header = Buffer.alloc(512)
  header.write(path, 0)
  header.write('0000644\u0000', 100)
  header.write(`${size.toString(8).padStart(11, '0')}\u0000`, 124)
  header.write('        0', 148)
  header.write('ustar\u000000', 257)
  const checksum = header.reduce((sum, byte) => sum + byte, 0) - 0x30 + 0x30
  header.write(`${checksum.toString(8).padStart(6, '0')}\u0000 `, 148)
  return header
}
