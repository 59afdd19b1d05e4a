// A plain folder, for the command line's `get`: kubectl and
// kubectl.sigstore.json side by side, each moved into place by rename.
import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { InstalledArtifact, Installer } from '../ports.js'
import type { VerifiedArtifact } from '../verify/verified-artifact.js'
import { bundleName, placing, renameIfThere, stageArtifact } from './stage.js'

/** @param folder created when it is not there */
export function createFolderInstaller(folder: string): Installer {
  const root = resolve(folder)
  return {
    install: async (artifacts) => {
      const staging = join(root, `.verify-k8s-artifacts-${randomUUID()}`)
      try {
        return await placing(root, () => installAll(artifacts, root, staging))
      } finally {
        await rm(staging, { recursive: true, force: true })
      }
    },
  }
}

async function installAll(
  artifacts: readonly VerifiedArtifact[],
  root: string,
  staging: string,
): Promise<InstalledArtifact[]> {
  await mkdir(staging, { recursive: true })
  for (const artifact of artifacts) await stageArtifact(artifact, join(staging, artifact.planned.name))

  const moves = artifacts.flatMap((artifact) =>
    // The bundle first: a file without its proof is the worse half.
    [bundleName(artifact), artifact.planned.fileName].map((name) => ({
      from: join(staging, artifact.planned.name, name),
      to: join(root, name),
      former: join(staging, `${name}.former`),
    })),
  )
  const done: (typeof moves)[number][] = []
  try {
    for (const move of moves) {
      await renameIfThere(move.to, move.former)
      done.push(move)
      await rename(move.from, move.to)
    }
  } catch (thrown) {
    for (const { to, former } of done.reverse()) {
      await rm(to, { force: true })
      await renameIfThere(former, to)
    }
    throw thrown
  }
  return artifacts.map((artifact) => ({
    name: artifact.planned.name,
    path: join(root, artifact.planned.fileName),
    bundlePath: join(root, bundleName(artifact)),
  }))
}
