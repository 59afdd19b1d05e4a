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
import { setTimeout as delay } from 'node:timers/promises'
import { find } from '@actions/tool-cache'
import { InstallError } from '../errors.js'
import { type PlannedArtifact, cacheVersion } from '../plan/plan.js'
import type {
  ArtifactCache,
  CachedArtifact,
  FindOptions,
  InstallOptions,
  InstalledArtifact,
  Installer,
} from '../ports.js'
import { digestOfFile, measureFile } from '../files/measure.js'
import type { VerifiedArtifact } from '../verify/verified-artifact.js'
import { placing } from '../files/placing.js'
import { type StagedArtifact, bundleName, renameIfThere, setMode, stageArtifact } from './stage.js'

const STAGING_FOLDER = '.verify-k8s-artifacts'
const MAX_BUNDLE_BYTES = 1024 * 1024
/** Stands beside what it proves. */
const SBOM_FILE = 'kubernetes-release.spdx'

/** One folder that was moved into place, and what stood there before. */
interface Placement {
  readonly destination: string
  former: string | undefined
}

const OCCUPIED: readonly string[] = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM', 'EACCES']
const MAX_PLACING_TRIES = 8
const MAX_FINDING_TRIES = 20
const FINDING_PAUSE_MS = 25

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
    return await Promise.all(
      artifacts.map((artifact) =>
        toInstalled(artifact, staged.find((each) => each.artifact === artifact)?.main, root),
      ),
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

/** Another runner may place the same at the same time: whoever is later finds the place taken. */
async function place(
  folder: string,
  destination: string,
  root: string,
  placements: Placement[],
): Promise<void> {
  await mkdir(dirname(destination), { recursive: true, mode: 0o755 })
  await assertInside(dirname(destination), root)
  const placement: Placement = { destination, former: undefined }
  placements.push(placement)
  for (let tries = 0; !(await renameIfFree(folder, destination)); tries++) {
    if (tries === MAX_PLACING_TRIES) throw new Error(`${destination} is taken again and again`)
    if (await holdsTheSame(folder, destination)) {
      placements.pop()
      break
    }
    const former = `${folder}.former-${tries}`
    // Noted before the next step can fail: what stood here is never lost.
    if (await renameIfThere(destination, former)) placement.former ??= former
  }
  await writeFile(`${destination}.complete`, '')
}

/** @returns false when something stands at the destination */
async function renameIfFree(from: string, destination: string): Promise<boolean> {
  try {
    await rename(from, destination)
    return true
  } catch (thrown) {
    // Windows says EPERM for a folder in a folder's place.
    const isTaken = OCCUPIED.includes((thrown as NodeJS.ErrnoException).code ?? '')
    if (!isTaken || !(await isThere(destination))) throw thrown
    return false
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

/** Whether two folders hold files of the same names and digests, and nothing else. */
async function holdsTheSame(folder: string, other: string): Promise<boolean> {
  try {
    if (!(await lstat(other)).isDirectory()) return false
    const [names, others] = await Promise.all([readdir(folder), readdir(other)])
    if (names.sort().join('/') !== others.sort().join('/')) return false
    for (const name of names) {
      const [digest, otherDigest] = await Promise.all(
        [folder, other].map((each) => digestOfFile(join(each, name))),
      )
      if (digest === undefined || otherDigest?.equals(digest) !== true) return false
    }
    return true
  } catch {
    return false
  }
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
async function toInstalled(
  artifact: VerifiedArtifact,
  main: string | undefined,
  root: string,
): Promise<InstalledArtifact> {
  const { planned } = artifact
  const { name, fileName } = planned
  const version = cacheVersion(planned)
  const folder = toolFolder(root, planned)
  let found = find(name, version, platformFolder(planned))
  // Another runner may be about to put the same in its place, between two renames.
  for (let tries = 0; found !== folder && tries < MAX_FINDING_TRIES; tries++) {
    await delay(FINDING_PAUSE_MS)
    found = find(name, version, platformFolder(planned))
  }
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
  return join(root, planned.name, cacheVersion(planned), platformFolder(planned))
}

function createToolCache(root: string): ArtifactCache {
  /** Which folder was judged: what another runner places in the meantime is not removed for it. */
  const judged = new Map<PlannedArtifact, string>()
  return {
    find: async (planned, options) => {
      const folder = toolFolder(root, planned)
      try {
        // The folder is renamed into place first: without the mark it may be somebody's half.
        await access(`${folder}.complete`)
        await assertInside(folder, root)
        judged.set(planned, await identityOf(folder))
      } catch {
        return undefined
      }
      return readCachedFolder(folder, planned, { ...options, isInPlace: true })
    },
    remove: async (planned) => {
      const folder = toolFolder(root, planned)
      const aside = join(root, STAGING_FOLDER, randomUUID())
      await mkdir(dirname(aside), { recursive: true })
      const isJudged = async (path: string): Promise<boolean> =>
        (await identityOf(path).catch(() => undefined)) === judged.get(planned)
      // The mark stays: without its folder it says nothing, and another runner's folder may need it.
      if (!(await isJudged(folder)) || !(await renameIfThere(folder, aside))) return
      const isOther = !(await isJudged(aside))
      if (!isOther || !(await renameIfFree(aside, folder))) await rm(aside, { recursive: true, force: true })
    },
  }
}

/** Of a folder, wherever it is moved to. The number alone is given again once a folder is gone. */
async function identityOf(folder: string): Promise<string> {
  const { ino, mtimeNs } = await lstat(folder, { bigint: true })
  return `${ino} ${mtimeNs}`
}

/**
 * What a folder holds of an artifact, hashed.
 * @returns undefined when there is nothing, or nothing that can be read: what is placed takes its place
 */
export async function readCachedFolder(
  folder: string,
  { fileName, signatureSource, kind }: PlannedArtifact,
  { withSha512, isInPlace }: FindOptions & { readonly isInPlace: boolean },
): Promise<CachedArtifact | undefined> {
  const path = join(folder, fileName)
  try {
    const bundle =
      signatureSource === 'artifact' ? await readSmall(join(folder, `${fileName}.sigstore.json`)) : undefined
    const known = [fileName, `${fileName}.sigstore.json`, SBOM_FILE, `${SBOM_FILE}.sigstore.json`]
    const names = await readdir(folder)
    return {
      file: { path, ...(await measureFile(path, { withSha512 })) },
      bundle,
      strangers: kind === 'binary' ? names.filter((name) => !known.includes(name)) : [],
      isInPlace,
    }
  } catch {
    return undefined
  }
}

async function readSmall(path: string): Promise<string> {
  const { size } = await lstat(path)
  if (size > MAX_BUNDLE_BYTES) throw new Error(`${path} is too large to be a bundle`)
  return readFile(path, 'utf8')
}
