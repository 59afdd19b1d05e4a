// Time of check, time of use: what was placed is hashed once more at the end
// of the job. What it has to be is kept by the runner, out of the job's reach.
import { parseJson } from '../json/parse-json.js'
import { createHash } from 'node:crypto'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { join, sep } from 'node:path'
import * as v from 'valibot'
import { Digest, parseDigest } from '../digest.js'
import { InstallError, messageOf } from '../errors.js'
import { digestOfFile } from '../files/measure.js'

/** Of `core.saveState`. */
export const RECHECK_STATE = 'recheck'

export interface PlacedFile {
  readonly name: string
  /** A file, or an unpacked folder. */
  readonly path: string
  readonly digest: Digest
}

const listSchema = v.array(
  v.strictObject({
    name: v.string(),
    path: v.string(),
    digest: v.pipe(
      v.string(),
      v.check((text) => parseDigest(text) !== undefined),
      v.transform((text) => parseDigest(text) as Digest),
    ),
  }),
)

export function formatPlacedList(files: readonly PlacedFile[]): string {
  return JSON.stringify(files)
}

/** @throws if it is not what formatPlacedList wrote */
export function parsePlacedList(text: string): PlacedFile[] {
  return v.parse(listSchema, parseJson(text))
}

/** @returns an error for each that changed, by INSTALL_DIGEST_CHANGED */
export async function recheck(files: readonly PlacedFile[]): Promise<InstallError[]> {
  const errors = await Promise.all(files.map(findChange))
  return errors.filter((error) => error !== undefined)
}

async function findChange({ name, path, digest }: PlacedFile): Promise<InstallError | undefined> {
  const changed = (actual: string): InstallError =>
    new InstallError('INSTALL_DIGEST_CHANGED', `${name} changed after it was placed: ${path}`, {
      artifact: name,
      expected: digest.toString(),
      actual,
      hint: 'Find out which step of the job wrote to it, and do not trust what ran after that.',
    })
  try {
    const isFolder = (await lstat(path)).isDirectory()
    const actual = isFolder ? await digestOfTree(path) : await digestOfFile(path)
    return actual.equals(digest) ? undefined : changed(actual.toString())
  } catch (cause) {
    return changed(messageOf(cause))
  }
}

/** SHA-256 over a line for everything in a folder: its digest or link target, and its path, in the order of paths. */
export async function digestOfTree(folder: string): Promise<Digest> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
  const hash = createHash('sha256')
  for (const { entry, path } of paths.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const name = path.slice(folder.length + 1).replaceAll(sep, '/')
    const what = entry.isDirectory()
      ? 'folder'
      : entry.isSymbolicLink()
        ? `link ${await readlink(path)}`
        : (await digestOfFile(path)).hex
    hash.update(`${JSON.stringify([what, name])}\n`)
  }
  return new Digest(hash.digest())
}
