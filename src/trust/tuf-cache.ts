// TUF's files between runs. Runners on one machine may share their folder, and
// others can write to it. So a run works on a copy of its own, where a file
// that was checked is still the same when it is read, and hands on what it
// ends with file by file, by rename: nobody sees a half.
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdir, open, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/** Sigstore's own have some 10 KB. */
const MAX_FILE_BYTES = 1024 * 1024
/** Links are not followed, and a pipe does not hold the run up; Windows has no such flags. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>

/** Copies plain files, folders included. What cannot be copied is left out: it is fetched again. */
export async function copyCache(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    await copyWhole(path, to, relative(from, path)).catch(() => undefined)
  }
}

async function copyWhole(path: string, root: string, name: string): Promise<void> {
  const content = await readSmall(path)
  const destination = join(root, name)
  const folder = dirname(destination)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await realpath(folder)) !== join(await realpath(root), dirname(name)))
    throw new Error('it leads out of the folder')
  const staged = join(folder, `.${randomUUID()}`)
  try {
    await writeFile(staged, content, { flag: 'wx' })
    await rename(staged, destination)
  } finally {
    await rm(staged, { force: true })
  }
}

async function readSmall(path: string): Promise<Buffer> {
  const handle = await open(path, constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    const { size } = await handle.stat()
    if (size > MAX_FILE_BYTES) throw new Error('it is too large')
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}
