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
import { access, lstat, mkdir, readFile, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { find } from '@actions/tool-cache'
import { InstallError } from '../errors.js'
import type { PlannedArtifact } from '../plan/plan.js'
import type { ArtifactCache, InstallOptions, InstalledArtifact, Installer } from '../ports.js'
import type { VerifiedArtifact } from '../verify/verified-artifact.js'
import {
  type StagedArtifact,
  bundleName,
  measureFile,
  placing,
  renameIfThere,
  setMode,
  stageArtifact,
} from './stage.js'

const STAGING_FOLDER = '.verify-k8s-artifacts'
const MAX_BUNDLE_BYTES = 1024 * 1024
/** Stands beside what it proves. */
const SBOM_FILE = 'kubernetes-release.spdx'

/** One folder that was moved into place, and what stood there before. */
interface Placement {
  readonly destination: string
  readonly former: string | undefined
}

/** @param root RUNNER_TOOL_CACHE */
export function createToolCacheInstaller(root: string): Installer {
  return {
    cache: createToolCache(root),
    install: async (artifacts, papers, options) => {
      const staging = join(root, STAGING_FOLDER, randomUUID())
      try {
        return await placing('the tool cache', () => installAll(artifacts, papers, root, staging, options))
      } finally {
        await rm(staging, { recursive: true, force: true })
      }
    },
  }
}

async function installAll(
  artifacts: readonly VerifiedArtifact[],
  papers: readonly VerifiedArtifact[],
  root: string,
  staging: string,
  options: InstallOptions,
): Promise<InstalledArtifact[]> {
  const staged: StagedArtifact[] = []
  for (const [index, artifact] of [...artifacts, ...papers].entries()) {
    if (staysInPlace(artifact, options)) {
      await setMode(artifact, artifact.file.path)
      continue
    }
    staged.push(await stageArtifact(artifact, join(staging, `${index}.new`), options))
  }
  const placements: Placement[] = []
  try {
    for (const { artifact, folder } of staged) {
      await place(folder, toolFolder(root, artifact.planned), root, placements)
    }
    return artifacts.map((artifact) =>
      toInstalled(artifact, staged.find((each) => each.artifact === artifact)?.main, root),
    )
  } catch (thrown) {
    for (const placement of placements.reverse()) await undo(placement)
    throw thrown
  }
}

/** Verified where it stands. A tarball is unpacked anew: what was unpacked from it earlier, nobody has verified. */
function staysInPlace({ isInPlace, planned }: VerifiedArtifact, { extract }: InstallOptions): boolean {
  return isInPlace && !(extract && planned.kind === 'tarball')
}

async function place(
  folder: string,
  destination: string,
  root: string,
  placements: Placement[],
): Promise<void> {
  await mkdir(dirname(destination), { recursive: true, mode: 0o755 })
  await assertInside(dirname(destination), root)
  const former = `${folder}.former`
  const hadFormer = await renameIfThere(destination, former)
  // Noted before the next step can fail: what stood here is never lost.
  placements.push({ destination, former: hadFormer ? former : undefined })
  await rename(folder, destination)
  await writeFile(`${destination}.complete`, '')
}

async function assertInside(folder: string, root: string): Promise<void> {
  const actual = await realpath(folder)
  if (`${actual}${sep}`.startsWith(`${await realpath(root)}${sep}`)) return
  throw new InstallError('INSTALL_PATH_UNSAFE', `${folder} lies outside the tool cache`, {
    expected: root,
    actual,
  })
}

async function undo({ destination, former }: Placement): Promise<void> {
  await rm(destination, { recursive: true, force: true })
  if (former === undefined) await rm(`${destination}.complete`, { force: true })
  else await rename(former, destination)
}

/** The library must find what we placed, or other actions will not. */
function toInstalled(artifact: VerifiedArtifact, main: string | undefined, root: string): InstalledArtifact {
  const { planned } = artifact
  const { name, version, fileName } = planned
  const folder = toolFolder(root, planned)
  const found = find(name, version, platformFolder(planned))
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
  return { planned, path: join(folder, main ?? fileName), bundlePath: join(folder, bundleName(artifact)) }
}

function platformFolder({ platform }: PlannedArtifact): string {
  return platform ? `${platform.os}-${platform.arch}` : 'any'
}

function toolFolder(root: string, planned: PlannedArtifact): string {
  return join(root, planned.name, planned.version.slice(1), platformFolder(planned))
}

function createToolCache(root: string): ArtifactCache {
  return {
    find: async (planned, { withSha512 }) => {
      const folder = toolFolder(root, planned)
      const { fileName, signatureSource, kind } = planned
      const path = join(folder, fileName)
      try {
        // The folder is renamed into place first: without the mark it may be somebody's half.
        await access(`${folder}.complete`)
        await assertInside(folder, root)
        const bundle =
          signatureSource === 'artifact'
            ? await readSmall(join(folder, `${fileName}.sigstore.json`))
            : undefined
        const known = [fileName, `${fileName}.sigstore.json`, SBOM_FILE, `${SBOM_FILE}.sigstore.json`]
        const names = await readdir(folder)
        return {
          file: { path, ...(await measureFile(path, { withSha512 })) },
          bundle,
          strangers: kind === 'binary' ? names.filter((name) => !known.includes(name)) : [],
        }
      } catch {
        // Nothing there, or nothing that can be read: what is placed takes its place.
        return undefined
      }
    },
    remove: async (planned) => {
      const folder = toolFolder(root, planned)
      await rm(`${folder}.complete`, { force: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function readSmall(path: string): Promise<string> {
  const { size } = await lstat(path)
  if (size > MAX_BUNDLE_BYTES) throw new Error(`${path} is too large to be a bundle`)
  return readFile(path, 'utf8')
}
