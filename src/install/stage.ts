// From verified bytes to a file in its folder. Bytes are staged in a folder
// that nobody looks into, hashed once more there, and moved by rename: at no
// moment is there a partial or unproven file where a later step would find it.
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { chmod, copyFile, mkdir, open, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Digest } from '../digest.js'
import { InstallError, messageOf } from '../errors.js'
import { formatBundle } from '../evidence/bundle.js'
import type { VerifiedArtifact } from '../verify/verified-artifact.js'

/** Read and execute, for everyone; nobody writes to a proven file. */
const EXECUTABLE_MODE = 0o555
const READ_ONLY_MODE = 0o444
/** Windows has no such flag. */
const O_NOFOLLOW = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0
const READ_BUFFER_BYTES = 1024 * 1024

export interface StagedArtifact {
  readonly artifact: VerifiedArtifact
  /** Holds the artifact and its bundle, and nothing else. */
  readonly folder: string
}

export function bundleName(artifact: VerifiedArtifact): string {
  return `${artifact.planned.name}.sigstore.json`
}

/**
 * Moves the artifact into a fresh folder of its own, with its bundle beside it.
 * @throws InstallError INSTALL_DIGEST_CHANGED when the file is not what was verified any more
 */
export async function stageArtifact(artifact: VerifiedArtifact, folder: string): Promise<StagedArtifact> {
  const { file, planned, bundle } = artifact
  await mkdir(folder, { recursive: false, mode: 0o755 })
  const path = join(folder, planned.fileName)
  await moveFile(file.path, path)
  await chmod(path, EXECUTABLE_MODE)
  const digest = await digestOfFile(path)
  if (!digest.equals(file.sha256)) {
    throw new InstallError('INSTALL_DIGEST_CHANGED', `${planned.name} changed after it was verified`, {
      artifact: planned.name,
      expected: file.sha256.toString(),
      actual: digest.toString(),
    })
  }
  await writeFile(join(folder, bundleName(artifact)), formatBundle(bundle), {
    flag: 'wx',
    mode: READ_ONLY_MODE,
  })
  return { artifact, folder }
}

/** Runs a step of placing; what the file system refuses is a coded error. */
export async function placing<T>(what: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (cause) {
    if (cause instanceof InstallError) throw cause
    throw new InstallError('INSTALL_WRITE_FAILED', `${what} could not be placed: ${messageOf(cause)}`, {
      cause,
    })
  }
}

/** The digest of a file, in constant memory. A link is refused, unless the user named it. */
export async function digestOfFile(path: string, { followLink = false } = {}): Promise<Digest> {
  const handle = await open(path, constants.O_RDONLY | (followLink ? 0 : O_NOFOLLOW))
  const hash = createHash('sha256')
  for await (const chunk of handle.createReadStream({ highWaterMark: READ_BUFFER_BYTES })) {
    hash.update(chunk as Buffer)
  }
  return new Digest(hash.digest())
}

/** @returns whether there was anything to move */
export async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw thrown
  }
}

async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (thrown) {
    // The temporary folder may be on another file system than the tool cache.
    if ((thrown as NodeJS.ErrnoException).code !== 'EXDEV') throw thrown
    await copyFile(from, to, constants.COPYFILE_EXCL)
  }
}
