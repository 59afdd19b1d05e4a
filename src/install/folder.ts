// A plain folder, for the command line's `get`: kubectl and
// kubectl.sigstore.json side by side, each moved into place by rename. Files of
// several releases or platforms would take each other's places: they stand
// below the folder as they do in the release, v1.35.2/bin/linux/amd64/kubectl.
import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { InstallOptions, InstalledArtifact, Installer } from '../ports.js'
import type { VerifiedArtifact } from '../verify/verified-artifact.js'
import { type StagedArtifact, bundleName, placing, renameIfThere, stageArtifact } from './stage.js'

/** @param folder created when it is not there */
export function createFolderInstaller(folder: string): Installer {
  const root = resolve(folder)
  return {
    // A folder of the user's is no cache of ours.
    cache: { find: () => Promise.resolve(undefined), remove: () => Promise.resolve() },
    install: async (artifacts, _papers, options) => {
      const staging = join(root, `.verify-k8s-artifacts-${randomUUID()}`)
      try {
        return await placing(root, () => installAll(artifacts, root, staging, options))
      } finally {
        await rm(staging, { recursive: true, force: true })
      }
    },
  }
}

interface Move {
  readonly from: string
  readonly to: string
  readonly former: string
}

async function installAll(
  artifacts: readonly VerifiedArtifact[],
  root: string,
  staging: string,
  options: InstallOptions,
): Promise<InstalledArtifact[]> {
  const folders = toFolders(artifacts, root)
  const staged: StagedArtifact[] = []
  for (const [index, artifact] of artifacts.entries()) {
    staged.push(await stageArtifact(artifact, join(staging, `${index}.new`), options))
  }
  const moves = staged.flatMap(({ folder, names }, index) =>
    names.map((name) => ({
      from: join(folder, name),
      to: join(folders[index] ?? root, name),
      former: join(staging, `${index}.former`, name),
    })),
  )
  await moveAll(moves)
  return staged.map(({ artifact, main }, index) => {
    const place = folders[index] ?? root
    return {
      planned: artifact.planned,
      path: join(place, main),
      bundlePath: join(place, bundleName(artifact)),
    }
  })
}

/** All or none: what stood at a place is put back when a later move fails. */
async function moveAll(moves: readonly Move[]): Promise<void> {
  const done: Move[] = []
  try {
    for (const move of moves) {
      await mkdir(dirname(move.to), { recursive: true })
      await mkdir(dirname(move.former), { recursive: true })
      await renameIfThere(move.to, move.former)
      done.push(move)
      await rename(move.from, move.to)
    }
  } catch (thrown) {
    for (const { to, former } of done.reverse()) {
      await rm(to, { recursive: true, force: true })
      await renameIfThere(former, to)
    }
    throw thrown
  }
}

function toFolders(artifacts: readonly VerifiedArtifact[], root: string): string[] {
  const releases = new Set(artifacts.map(({ planned }) => planned.version))
  const files = new Set(artifacts.map(({ planned }) => planned.fileName))
  const isFlat = releases.size === 1 && files.size === artifacts.length
  return artifacts.map(({ planned }) => (isFlat ? root : dirname(join(root, planned.version, planned.path))))
}
