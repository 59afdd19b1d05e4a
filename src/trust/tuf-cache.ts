// TUF's files between runs. Runners on one machine may share their folder, and
// others can write to it. So a run works on a copy of its own, where a file
// that was checked is still the same when it is read, and hands on what it
// ends with file by file, by rename: nobody sees a half.
import { lstat, readdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { makeFolder } from '../files/make-folder.js'
import { readSmallFile } from '../files/read-small-file.js'
import { replaceFile } from '../files/replace-file.js'
import { findJsonExcess } from '../json/parse-json.js'

/** Sigstore's own have some 10 KB. */
const MAX_FILE_BYTES = 1024 * 1024

/** Copies plain files, folders included, but through no link. What cannot be copied is left out: it is fetched again. */
export async function copyCache(from: string, to: string): Promise<void> {
  if ((await isLinked(from)) || (await isLinked(to))) return
  const entries = await readdir(from, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    await copyWhole(path, to, relative(from, path)).catch(() => undefined)
  }
}

/** Whether the folder, or the one above it, which is ours as well, is a link. */
async function isLinked(folder: string): Promise<boolean> {
  for (const path of [dirname(folder), folder]) {
    const found = await lstat(path).catch(() => undefined)
    if (found?.isSymbolicLink() === true) return true
  }
  return false
}

async function copyWhole(path: string, root: string, name: string): Promise<void> {
  const text = (await readSmallFile(path, MAX_FILE_BYTES, {})).toString()
  if (findJsonExcess(text) !== undefined) return
  await makeFolder(root, { mode: 0o700 })
  await replaceFile({ path: join(root, name), text, root })
}
