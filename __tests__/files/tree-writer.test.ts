import { lstat, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestOf } from '../../src/digest.js'
import { lookAtFile } from '../../src/files/measure.js'
import { TreeWriter } from '../../src/files/tree-writer.js'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tree-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const modeOf = async (path: string): Promise<number> => (await lstat(join(root, path))).mode & 0o7777

function write(writer: TreeWriter, path: string, mode: number, ...parts: readonly string[]): void {
  const file = writer.makeFile(path, mode)
  for (const part of parts) file.write(Buffer.from(part))
  file.close()
}

test('files, folders and links, with their modes whatever the umask is', async () => {
  const former = process.umask(0o077)
  try {
    const writer = new TreeWriter(root, 0o755)
    write(writer, 'a/b/program', 0o555, 'one ', 'two')
    write(writer, 'a/b/empty', 0o444)
    writer.makeFolder('a/b')
    writer.makeFolder('c')
    writer.makeLink('c/link', '../a')
    writer.makeHardLink('c/same', 'a/b/program')
  } finally {
    process.umask(former)
  }
  expect(await readFile(join(root, 'a/b/program'), 'utf8')).toBe('one two')
  expect(await Promise.all(['a', 'a/b', 'a/b/program', 'a/b/empty', 'c'].map(modeOf))).toEqual([
    0o755, 0o755, 0o555, 0o444, 0o755,
  ])
  expect(await readlink(join(root, 'c/link'))).toBe('../a')
  expect((await lstat(join(root, 'c/same'))).ino).toBe((await lstat(join(root, 'a/b/program'))).ino)
})

test('what stands there already stays as it is, and no link is written through', async () => {
  await writeFile(join(root, 'there'), 'text')
  const writer = new TreeWriter(root, 0o755)
  writer.makeLink('up', '..')
  const makes: readonly (() => void)[] = [
    () => write(writer, 'there', 0o444, 'evil'),
    () => write(writer, 'up', 0o444, 'evil'),
    () => write(writer, 'up/evil', 0o444, 'evil'),
    () => writer.makeFolder('there'),
    () => writer.makeLink('there', 'evil'),
  ]
  for (const make of makes) expect(make).toThrow(/^EEXIST/)
  expect(await readFile(join(root, 'there'), 'utf8')).toBe('text')
})

test('a file that is not written to its end is let go of', () => {
  const writer = new TreeWriter(root, 0o755)
  const file = writer.makeFile('half', 0o444)
  file.write(Buffer.from('half'))
  writer.close()
  writer.close()
  expect(() => file.write(Buffer.from('more'))).toThrow(/^EBADF/)
})

test.each([0, 1, 65_536, 65_537, 3_000_000])(
  'a file of %d bytes is looked at by what it holds',
  async (size) => {
    const bytes = Buffer.alloc(size, 'bytes')
    await writeFile(join(root, 'file'), bytes)
    const { stats, sha256 } = await lookAtFile(join(root, 'file'))
    expect(sha256).toEqual(digestOf(bytes))
    expect(stats.size).toBe(BigInt(size))
  },
)

test('a link, a folder and nothing are no files', async () => {
  const writer = new TreeWriter(root, 0o755)
  write(writer, 'file', 0o444, 'text')
  writer.makeLink('link', 'file')
  await expect(lookAtFile(join(root, 'link'))).rejects.toThrow('it is a link')
  await expect(lookAtFile(root)).rejects.toThrow('it is a folder, and no regular file')
  await expect(lookAtFile(join(root, 'none'))).rejects.toMatchObject({ code: 'ENOENT' })
})
