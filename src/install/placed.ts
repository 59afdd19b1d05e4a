// What was placed, looked at once more where it stands now. Between its proof
// and its place anything may have happened: whoever can write to the folder
// above may have put something else there. So nothing is hashed in staging: it
// is opened in its place, has to be the very file that was staged (device and
// inode), with the bytes that were proven, and nobody else's to write to.
import { type BigIntStats, constants } from 'node:fs'
import { access, lstat, readdir, readlink } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Digest } from '../digest.js'
import { InstallError, messageOf } from '../errors.js'
import { measureOpened } from '../files/measure.js'
import { openFile } from '../files/open-file.js'

/** Read and execute, for everyone, and nobody writes; whatever the umask says: a cache is for every user of the runner. */
export const EXECUTABLE_MODE = 0o555
export const READ_ONLY_MODE = 0o444
export const FOLDER_MODE = 0o755

/** One thing that is placed, and what it has to be. */
export type Expected =
  | { readonly kind: 'file'; readonly digest: Digest; readonly mode: number; readonly identity?: string }
  | { readonly kind: 'folder'; readonly mode: number; readonly identity?: string }
  | { readonly kind: 'link'; readonly target: string }

/** By path below the folder that is placed, in the order that they came. */
export type Manifest = ReadonlyMap<string, Expected>

/** A file or folder, wherever it is moved to. As bigint: on Windows and on large file systems numbers would round. */
function identityOf({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`
}

/** The manifest with what each thing is by its inode; taken in staging, which nobody else can write to. */
export async function identify(manifest: Manifest, folder: string): Promise<Manifest> {
  const identified = new Map<string, Expected>()
  for (const [name, expected] of manifest) {
    const found = await lstat(join(folder, name), { bigint: true })
    identified.set(name, expected.kind === 'link' ? expected : { ...expected, identity: identityOf(found) })
  }
  return identified
}

export interface CheckOptions {
  /** For errors. */
  readonly name: string
  /** Whether it has to be the very file that was staged, and not one that another run of ours placed meanwhile. */
  readonly isSame?: boolean
}

/**
 * Checks every file in its place, each of which is read once.
 * @param folder which has nothing beside the manifest's, unless it is not ours alone
 * @throws InstallError INSTALL_DIGEST_CHANGED, naming the file
 */
export async function checkPlaced(
  folder: string,
  manifest: Manifest,
  { name, isSame = true }: CheckOptions,
): Promise<void> {
  for (const [path, expected] of manifest) {
    const at = join(folder, path)
    const changed = (what: string, wanted: string, actual: string): InstallError =>
      new InstallError(
        'INSTALL_DIGEST_CHANGED',
        `${name} changed while it was placed: ${at} has another ${what}`,
        {
          artifact: name,
          expected: wanted,
          actual,
        },
      )
    try {
      if (expected.kind === 'link') {
        const target = await readlink(at)
        if (target !== expected.target) throw changed('target', expected.target, target)
        continue
      }
      const { stats, digest } = await look(at, expected.kind)
      if (isSame && expected.identity !== identityOf(stats))
        throw changed('inode', expected.identity ?? 'none', identityOf(stats))
      if (expected.kind === 'file' && digest?.equals(expected.digest) !== true)
        throw changed('digest', expected.digest.toString(), digest?.toString() ?? 'none')
      const fault = findAccessFault(stats, expected.mode)
      if (fault !== undefined) throw changed(...fault)
    } catch (cause) {
      if (cause instanceof InstallError) throw cause
      throw changed('content', 'what was verified', messageOf(cause))
    }
  }
}

/** @throws InstallError INSTALL_DIGEST_CHANGED when there is more in a folder than the manifest says */
export async function checkComplete(folder: string, manifest: Manifest, name: string): Promise<void> {
  const stranger = (await listTree(folder)).find((path) => !manifest.has(path))
  if (stranger === undefined) return
  throw new InstallError(
    'INSTALL_DIGEST_CHANGED',
    `${name} changed while it was placed: "${stranger}" was added`,
    {
      artifact: name,
    },
  )
}

async function look(
  path: string,
  kind: 'file' | 'folder',
): Promise<{ readonly stats: BigIntStats; readonly digest?: Digest }> {
  if (kind === 'folder') {
    const stats = await lstat(path, { bigint: true })
    if (!stats.isDirectory()) throw new Error('it is no folder')
    return { stats }
  }
  const opened = await openFile(path)
  try {
    return { stats: opened.stats, digest: (await measureOpened(opened)).sha256 }
  } finally {
    await opened.handle.close()
  }
}

/** On Windows neither owner nor mode says who may write. */
function findAccessFault(stats: BigIntStats, mode: number): [string, string, string] | undefined {
  const euid = process.geteuid?.()
  if (euid === undefined) return undefined
  if (stats.uid !== BigInt(euid)) return ['owner', String(euid), String(stats.uid)]
  const actual = Number(stats.mode) & 0o7777
  return actual === mode ? undefined : ['mode', mode.toString(8), actual.toString(8)]
}

/** Everything in a folder, as paths below it with slashes. */
async function listTree(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll(sep, '/'),
  )
}

export async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
}
