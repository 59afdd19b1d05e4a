// From verified bytes to a file in its folder. Bytes are staged in a folder
// that nobody looks into, hashed once more there, and moved by rename: at no
// moment is there a partial or unproven file where a later step would find it.
import { constants } from 'node:fs'
import { chmod, copyFile, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InstallError, InternalError } from '../errors.js'
import { formatBundle } from '../evidence/bundle.js'
import { digestOfFile } from '../files/measure.js'
import type { InstallOptions } from '../ports.js'
import { VerifiedArtifact } from '../verify/verified-artifact.js'

/** Read and execute, for everyone; nobody writes to a proven file. */
const EXECUTABLE_MODE = 0o555
const READ_ONLY_MODE = 0o444

export interface StagedArtifact {
  readonly artifact: VerifiedArtifact
  /** Holds the artifact and its proof, and nothing else. */
  readonly folder: string
  /** What later steps use: the file, or what was unpacked from it. */
  readonly main: string
  /** Everything in the folder by its name, the main thing last: without its proof it is the worse half. */
  readonly names: readonly string[]
}

export interface StageOptions extends Pick<InstallOptions, 'extract'> {
  /** Whether an SBOM that proves the artifact stands beside it. */
  readonly withSbom?: boolean
}

/** The Sigstore bundle beside the artifact: its own, or that of the SBOM that proves it. */
export function bundleName({ planned, proof }: VerifiedArtifact): string {
  return `${proof instanceof VerifiedArtifact ? proof.planned.fileName : planned.fileName}.sigstore.json`
}

/**
 * Moves the artifact into a fresh folder of its own, with its proof beside it.
 * @throws InstallError INSTALL_DIGEST_CHANGED when the file is not what was verified any more,
 *   INSTALL_ARCHIVE_REFUSED when a tarball is to be unpacked and holds what may not be
 */
export async function stageArtifact(
  artifact: VerifiedArtifact,
  folder: string,
  { extract, withSbom = true }: StageOptions,
): Promise<StagedArtifact> {
  const { planned, proof } = artifact
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const names = [await stageFile(artifact, folder)]
  const isProvenBySbom = proof instanceof VerifiedArtifact
  if (!isProvenBySbom || withSbom) {
    const bundle = isProvenBySbom ? proof.proof : proof
    if (bundle instanceof VerifiedArtifact)
      throw new InternalError('an SBOM has to be proven by its own signature')
    if (isProvenBySbom) names.unshift(await stageFile(proof, folder))
    const options = { flag: 'wx', mode: READ_ONLY_MODE }
    await writeFile(join(folder, bundleName(artifact)), formatBundle(bundle), options)
    names.unshift(bundleName(artifact))
  }
  if (extract && planned.kind === 'tarball') {
    const unpacked = planned.fileName.replace(/\.tar\.gz$/, '')
    await mkdir(join(folder, unpacked), { mode: 0o755 })
    // Loaded only when it is asked for: it costs start-up time.
    const { extractTarball } = await import(/* webpackMode: "eager" */ './extract.js')
    await extractTarball(join(folder, planned.fileName), join(folder, unpacked))
    names.push(unpacked)
  }
  return { artifact, folder, main: names.at(-1) ?? planned.fileName, names }
}

export async function setMode({ planned }: Pick<VerifiedArtifact, 'planned'>, path: string): Promise<void> {
  await chmod(path, planned.kind === 'binary' ? EXECUTABLE_MODE : READ_ONLY_MODE)
}

async function stageFile({ file, planned, isInPlace }: VerifiedArtifact, folder: string): Promise<string> {
  const path = join(folder, planned.fileName)
  // One SBOM may prove many artifacts, and be asked for itself: it stays where it is, as what is cached does.
  if (planned.kind === 'sbom' || isInPlace) await copyFile(file.path, path, constants.COPYFILE_EXCL)
  else await moveFile(file.path, path)
  await setMode({ planned }, path)
  const digest = await digestOfFile(path)
  if (!digest.equals(file.sha256)) {
    throw new InstallError('INSTALL_DIGEST_CHANGED', `${planned.name} changed after it was verified`, {
      artifact: planned.name,
      expected: file.sha256.toString(),
      actual: digest.toString(),
    })
  }
  return planned.fileName
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
