// The runner's tool cache, in the layout of @actions/tool-cache:
//   <root>/kubectl/1.35.2/linux-amd64/kubectl
//   <root>/kubectl/1.35.2/linux-amd64/kubectl.sigstore.json
//   <root>/kubectl/1.35.2/linux-amd64.complete
// What one file serves for all platforms stands under `any`, and an unpacked
// tarball beside its archive:
//   <root>/kubernetes-client/1.35.2/linux-amd64/kubernetes-client-linux-amd64
// The library's own cacheFile copies into the final folder and wipes what was
// there first; we place whole folders by rename instead, and ask the library
// at the end whether it finds them.
import { randomUUID } from 'node:crypto'
import { mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { find } from '@actions/tool-cache'
import { InstallError } from '../errors.js'
import type { InstallOptions, InstalledArtifact, Installer } from '../ports.js'
import type { VerifiedArtifact } from '../verify/verified-artifact.js'
import { type StagedArtifact, bundleName, placing, renameIfThere, stageArtifact } from './stage.js'

const STAGING_FOLDER = '.verify-k8s-artifacts'

/** One folder that was moved into place, and what stood there before. */
interface Placement {
  readonly destination: string
  readonly former: string | undefined
}

/** @param root RUNNER_TOOL_CACHE */
export function createToolCacheInstaller(root: string): Installer {
  return {
    install: async (artifacts, options) => {
      const staging = join(root, STAGING_FOLDER, randomUUID())
      try {
        return await placing('the tool cache', () => installAll(artifacts, root, staging, options))
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
  options: InstallOptions,
): Promise<InstalledArtifact[]> {
  const staged: StagedArtifact[] = []
  for (const [index, artifact] of artifacts.entries()) {
    staged.push(await stageArtifact(artifact, join(staging, `${index}.new`), options))
  }
  const placements: Placement[] = []
  try {
    for (const { artifact, folder } of staged) {
      await place(folder, toolFolder(root, artifact), root, placements)
    }
    return staged.map((each) => toInstalled(each, root))
  } catch (thrown) {
    for (const placement of placements.reverse()) await undo(placement)
    throw thrown
  }
}

async function place(
  folder: string,
  destination: string,
  root: string,
  placements: Placement[],
): Promise<void> {
  await mkdir(dirname(destination), { recursive: true, mode: 0o755 })
  const parent = await realpath(dirname(destination))
  if (!`${parent}${sep}`.startsWith(`${await realpath(root)}${sep}`)) {
    throw new InstallError('INSTALL_PATH_UNSAFE', `${destination} lies outside the tool cache`, {
      expected: root,
      actual: parent,
    })
  }
  const former = `${folder}.former`
  const hadFormer = await renameIfThere(destination, former)
  // Noted before the next step can fail: what stood here is never lost.
  placements.push({ destination, former: hadFormer ? former : undefined })
  await rename(folder, destination)
  await writeFile(`${destination}.complete`, '')
}

async function undo({ destination, former }: Placement): Promise<void> {
  await rm(destination, { recursive: true, force: true })
  if (former === undefined) await rm(`${destination}.complete`, { force: true })
  else await rename(former, destination)
}

/** The library must find what we placed, or other actions will not. */
function toInstalled({ artifact, main }: StagedArtifact, root: string): InstalledArtifact {
  const { planned } = artifact
  const { name, version } = planned
  const folder = toolFolder(root, artifact)
  const found = find(name, version, platformFolder(artifact))
  if (found !== folder) {
    throw new InstallError(
      'INSTALL_WRITE_FAILED',
      `the tool cache does not find ${name} where it was placed`,
      {
        expected: folder,
        actual: found,
      },
    )
  }
  return { planned, path: join(folder, main), bundlePath: join(folder, bundleName(artifact)) }
}

function toolFolder(root: string, artifact: VerifiedArtifact): string {
  const { name, version } = artifact.planned
  return join(root, name, version.slice(1), platformFolder(artifact))
}

function platformFolder({ planned: { platform } }: VerifiedArtifact): string {
  return platform ? `${platform.os}-${platform.arch}` : 'any'
}
