// From verified bytes to a file in its folder. All is staged in a folder that
// nobody else can look into, moved by rename, and looked at once more where it
// stands then: at no moment is there a partial or unproven file where a later
// step would find it.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Digest, digestOf } from '../digest.js'
import { InternalError } from '../errors.js'
import { formatBundle } from '../evidence/bundle.js'
import { copyFile, moveFile, setMode, writeNewFile } from '../files/new-file.js'
import type { InstallOptions } from '../ports.js'
import { VerifiedArtifact } from '../verify/verified-artifact.js'
import {
  EXECUTABLE_MODE,
  type Expected,
  FOLDER_MODE,
  type Manifest,
  READ_ONLY_MODE,
  identify,
} from './placed.js'

export interface StagedArtifact {
  readonly artifact: VerifiedArtifact
  /** Holds the artifact and its proof, and nothing else. */
  readonly folder: string
  /** What later steps use: the file, or what was unpacked from it. */
  readonly main: string
  /** Everything in the folder by its name, the main thing last: without its proof it is the worse half. */
  readonly names: readonly string[]
  /** What each thing in the folder has to be in its place. */
  readonly manifest: Manifest
}

export interface StageOptions extends Pick<InstallOptions, 'extract' | 'provesTheSame'> {
  /** Whether an SBOM that proves the artifact stands beside it. */
  readonly withSbom?: boolean
}

/** The Sigstore bundle beside the artifact: its own, or that of the SBOM that proves it. */
export function bundleName({ planned, proof }: VerifiedArtifact): string {
  return `${proof instanceof VerifiedArtifact ? proof.planned.fileName : planned.fileName}.sigstore.json`
}

/** The text of that bundle. */
export function bundleText({ proof }: VerifiedArtifact): string {
  const bundle = proof instanceof VerifiedArtifact ? proof.proof : proof
  if (bundle instanceof VerifiedArtifact)
    throw new InternalError('an SBOM has to be proven by its own signature')
  return formatBundle(bundle)
}

/**
 * Moves the artifact into a fresh folder of its own, with its proof beside it.
 * @param folder in one that nobody else can write to
 * @throws InstallError INSTALL_ARCHIVE_REFUSED when a tarball is to be unpacked and holds what may not be
 */
export async function stageArtifact(
  artifact: VerifiedArtifact,
  folder: string,
  { extract, provesTheSame, withSbom = true }: StageOptions,
): Promise<StagedArtifact> {
  const { planned, proof, digest } = artifact
  await mkdir(folder)
  await setMode(folder, FOLDER_MODE)
  const manifest = new Map<string, Expected>([['', { kind: 'folder', mode: FOLDER_MODE }]])
  await stageFile(artifact, folder, manifest)
  const names = [planned.fileName]
  const isProvenBySbom = proof instanceof VerifiedArtifact
  if (!isProvenBySbom || withSbom) {
    if (isProvenBySbom) {
      await stageFile(proof, folder, manifest)
      names.unshift(proof.planned.fileName)
    }
    const name = bundleName(artifact)
    await stageText(bundleText(artifact), join(folder, name))
    manifest.set(name, {
      ...toFile(digestOf(Buffer.from(bundleText(artifact))), READ_ONLY_MODE),
      isAsGood: (bytes) => provesTheSame(artifact, bytes.toString()),
    })
    names.unshift(name)
  }
  if (extract && planned.kind === 'tarball') {
    const unpacked = planned.fileName.replace(/\.tar\.gz$/, '')
    await mkdir(join(folder, unpacked))
    await setMode(join(folder, unpacked), FOLDER_MODE)
    manifest.set(unpacked, { kind: 'folder', mode: FOLDER_MODE })
    // Loaded only when it is asked for: it costs start-up time.
    const { extractTarball } = await import('./extract.js')
    const archive = join(folder, planned.fileName)
    for (const [path, expected] of await extractTarball(archive, join(folder, unpacked), { digest }))
      manifest.set(`${unpacked}/${path}`, expected)
    names.push(unpacked)
  }
  const identified = await identify(manifest, folder)
  return { artifact, folder, main: names.at(-1) ?? planned.fileName, names, manifest: identified }
}

async function stageFile(
  { file, planned, isInPlace }: VerifiedArtifact,
  folder: string,
  manifest: Map<string, Expected>,
): Promise<void> {
  const path = join(folder, planned.fileName)
  const mode = planned.kind === 'binary' ? EXECUTABLE_MODE : READ_ONLY_MODE
  // One SBOM may prove many artifacts, and be asked for itself: it stays where it is, as what is cached does.
  if (planned.kind === 'sbom' || isInPlace) await copyFile(file.path, path)
  else await moveFile(file.path, path)
  await setMode(path, mode)
  manifest.set(planned.fileName, toFile(file.sha256, mode))
}

async function stageText(text: string, path: string): Promise<void> {
  await writeNewFile(path, text)
  await setMode(path, READ_ONLY_MODE)
}

function toFile(digest: Digest, mode: number): Extract<Expected, { kind: 'file' }> {
  return { kind: 'file', digest, mode }
}
