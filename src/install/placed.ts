// What was placed, looked at once more where it stands now. Between its proof
// and its place anything may have happened: whoever can write to the folder
// above may have put something else there. So nothing is hashed in staging: it
// is opened in its place, has to be the very file that was staged (device and
// inode), with the bytes that were proven, and nobody else's to write to.
import { type BigIntStats, constants, lstatSync } from 'node:fs'
import { access, lstat, readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest } from '../digest.js'
import { InstallError, messageOf } from '../errors.js'
import { MAX_BUNDLE_BYTES } from '../evidence/bundle.js'
import { lookAtFile } from '../files/measure.js'
import { readSmallFile } from '../files/read-small-file.js'
import { createTurns } from '../files/turns.js'

/** Read and execute, for everyone, and nobody writes; whatever the umask says: a cache is for every user of the runner. */
export const EXECUTABLE_MODE = 0o555
/** Of a file that nobody runs. */
export const READ_ONLY_MODE = 0o444
/** Of a folder that everybody may look into. */
export const FOLDER_MODE = 0o755

/** One thing that is placed, and what it has to be. */
export type Expected =
  | {
      readonly kind: 'file'
      readonly digest: Digest
      readonly mode: number
      readonly identity?: string
      /** Of a proof: whether these bytes, which another runner placed, prove the same. */
      readonly isAsGood?: (bytes: Buffer) => boolean
    }
  | { readonly kind: 'folder'; readonly mode: number; readonly identity?: string }
  | { readonly kind: 'link'; readonly target: string }

/** By path below the folder that is placed, in the order that they came. */
export type Manifest = ReadonlyMap<string, Expected>

/** A file or folder, wherever it is moved to. As bigint: on Windows and on large file systems numbers would round. */
function identityOf({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`
}

/** Adds to the manifest what each thing is by its inode; taken in staging, which nobody else can write to. */
export async function identify(manifest: Map<string, Expected>, folder: string): Promise<Manifest> {
  const turn = createTurns()
  for (const [name, expected] of manifest) {
    const found = lstatSync(join(folder, name), { bigint: true })
    if (expected.kind !== 'link') manifest.set(name, { ...expected, identity: identityOf(found) })
    await turn()
  }
  return manifest
}

/** Whether a thing stands at a path that was staged, where nobody can wait. */
export function isStagedNow(path: string, expected: Expected | undefined): boolean {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  if (found === undefined || expected === undefined || expected.kind === 'link') return false
  return expected.identity === identityOf(found)
}

export interface CheckOptions {
  /** For errors. */
  readonly name: string
  /** Default: true. Whether it has to be the very file that was staged. */
  readonly isSame?: boolean
}

/** Whether the very thing that was staged stands in its place, or another runner's that is as good. */
export type Settled = 'ours' | 'replaced'

/** What is wrong with what stands in a place. */
export interface Fault {
  /**
   * `gone`: nothing stands there, for another runner may be about to place the same. `replaced`: all is as it has to
   * be, and another file than the staged one. `changed`: anything else.
   */
  readonly kind: 'gone' | 'replaced' | 'changed'
  readonly error: InstallError
}

/**
 * Checks everything in its place, where each file is read once. Another runner may have put its own in the place of
 * ours meanwhile: by its digest it is as proven as ours, if it is nobody else's to write to.
 * @returns whether it is the very thing that was staged
 * @throws InstallError INSTALL_DIGEST_CHANGED, naming the file
 */
export async function checkPlaced(
  folder: string,
  manifest: Manifest,
  { name }: CheckOptions,
): Promise<Settled> {
  return settle(await findFault(folder, manifest, { name }))
}

/** What a fault comes to. @throws InstallError its error, if it is one */
export function settle(fault: Fault | undefined): Settled {
  if (fault === undefined) return 'ours'
  if (fault.kind === 'replaced') return 'replaced'
  throw fault.error
}

/** What is wrong with what stands in a place; the worst fault, and of equal ones the first. */
export async function findFault(
  folder: string,
  manifest: Manifest,
  { name, isSame = true }: CheckOptions,
): Promise<Fault | undefined> {
  let replaced: Fault | undefined
  const turn = createTurns()
  for (const [path, expected] of manifest) {
    await turn()
    const fault = await findFaultAt(join(folder, path), expected, name)
    if (fault === undefined) continue
    if (fault.kind !== 'replaced') return fault
    if (isSame) replaced ??= fault
  }
  const isFolder = manifest.get('')?.kind === 'folder'
  return (isFolder ? await findAddition(folder, manifest, name) : undefined) ?? replaced
}

async function findFaultAt(at: string, expected: Expected, name: string): Promise<Fault | undefined> {
  const fault = (kind: Fault['kind'], [what, wanted, actual]: Difference): Fault => {
    const message = `${name} changed while it was installed: ${at} has another ${what}`
    const context = { artifact: name, expected: wanted, actual }
    return { kind, error: new InstallError('INSTALL_DIGEST_CHANGED', message, context) }
  }
  try {
    if (expected.kind === 'link') {
      const target = await readlink(at)
      return target === expected.target ? undefined : fault('changed', ['target', expected.target, target])
    }
    const { stats, digest } = await look(at, expected.kind)
    const difference =
      (expected.kind === 'file' ? await findDigestFault(at, expected, digest) : undefined) ??
      findAccessFault(stats, expected.mode)
    if (difference !== undefined) return fault('changed', difference)
    const identity = identityOf(stats)
    const isOurs = expected.kind === 'folder' || digest?.equals(expected.digest) === true
    if (isOurs && expected.identity === identity) return undefined
    return fault('replaced', ['inode', expected.identity ?? 'none', identity])
  } catch (cause) {
    return fault(isGone(cause) ? 'gone' : 'changed', ['content', 'what was verified', messageOf(cause)])
  }
}

/** What differs, what it has to be, and what it is. */
type Difference = readonly [what: string, wanted: string, actual: string]

/** Undefined when a file has the digest, or is another proof of the same. */
async function findDigestFault(
  at: string,
  { digest, isAsGood }: Extract<Expected, { kind: 'file' }>,
  actual: Digest | undefined,
): Promise<Difference | undefined> {
  if (actual?.equals(digest) === true) return undefined
  if (isAsGood?.(await readSmallFile(at, MAX_BUNDLE_BYTES, {})) === true) return undefined
  return ['digest', digest.toString(), actual?.toString() ?? 'none']
}

function isGone(thrown: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((thrown as NodeJS.ErrnoException).code ?? '')
}

/** Whether there is more in a folder than the manifest says. */
async function findAddition(folder: string, manifest: Manifest, name: string): Promise<Fault | undefined> {
  const toError = (what: string): InstallError =>
    new InstallError('INSTALL_DIGEST_CHANGED', `${name} changed while it was installed: ${what}`, {
      artifact: name,
    })
  try {
    for await (const path of listTree(folder))
      if (!manifest.has(path)) return { kind: 'changed', error: toError(`"${path}" was added`) }
    return undefined
  } catch (cause) {
    return { kind: isGone(cause) ? 'gone' : 'changed', error: toError(messageOf(cause)) }
  }
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
  const { stats, sha256 } = await lookAtFile(path)
  return { stats, digest: sha256 }
}

/** On Windows neither owner nor mode says who may write. */
function findAccessFault(stats: BigIntStats, mode: number): Difference | undefined {
  const euid = process.geteuid?.()
  if (euid === undefined) return undefined
  if (stats.uid !== BigInt(euid)) return ['owner', String(euid), String(stats.uid)]
  const actual = Number(stats.mode) & 0o7777
  return actual === mode ? undefined : ['mode', mode.toString(8), actual.toString(8)]
}

/** Everything in a folder, as paths below it with slashes; one folder at a time, and links are not followed. */
async function* listTree(folder: string, below = ''): AsyncGenerator<string> {
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = `${below}${entry.name}`
    yield path
    if (entry.isDirectory()) yield* listTree(folder, `${path}/`)
  }
}

/** Whether this user may write into a folder, as the system says. */
export async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
}
