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
// Who may have put what there is the rule of cache-rule.ts: what the rule does
// not let us use or write goes into a folder of our own in RUNNER_TEMP.
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { find } from '@actions/tool-cache'
import { InstallError } from '../errors.js'
import { pendFiles } from '../files/replace-file.js'
import { type TemporaryFolder, createTemporaryFolder, makePrivateFolder } from '../files/temporary-folder.js'
import { type PlannedArtifact, cacheVersion } from '../plan/plan.js'
import type { Installer, InstallOptions, InstalledArtifact } from '../ports.js'
import type { VerifiedArtifact } from '../verify/verified-artifact.js'
import { writing } from '../files/writing.js'
import { CachePlaces, platformFolder, toolFolder } from './cache-places.js'
import { createToolCache } from './find-cached.js'
import { FolderPlacements } from './folder-placements.js'
import { type StagedArtifact, bundleName, stageArtifact } from './stage.js'

const MAX_FINDING_TRIES = 20
const FINDING_PAUSE_MS = 25

export interface ToolCacheOptions {
  /** RUNNER_TEMP: where what the cache cannot hold goes. */
  readonly temporaryRoot: string
  /** Told why something stands there, and who else can write to the cache. */
  readonly notice?: (text: string) => void
}

/** @param root RUNNER_TOOL_CACHE */
export function createToolCacheInstaller(
  root: string,
  { temporaryRoot, notice = () => undefined }: ToolCacheOptions,
): Installer {
  const places = new CachePlaces(root, { temporaryRoot, notice })
  return {
    cache: createToolCache(places),
    install: (artifacts, papers, options) =>
      writing('the tool cache', () => install(places, artifacts, { papers, ...options })),
  }
}

/** Where artifacts come to stand: in the cache, or beside it. */
interface Destination {
  readonly folder: string
  readonly isInCache: boolean
}

interface Staged extends StagedArtifact {
  readonly destination: Destination
}

async function install(
  places: CachePlaces,
  artifacts: readonly VerifiedArtifact[],
  options: InstallOptions & { readonly papers: readonly VerifiedArtifact[] },
): Promise<InstalledArtifact[]> {
  const fresh = [...new Set([...artifacts, ...options.papers])].filter(
    (artifact) => !staysInPlace(artifact, options),
  )
  const placements = new FolderPlacements()
  const areas = new StagingAreas(places, () => {
    placements.revert()
  })
  try {
    const staged: Staged[] = []
    for (const [index, artifact] of fresh.entries())
      staged.push(await areas.stage(artifact, `${index}.new`, options))
    const installed = artifacts.map((artifact) => toInstalled(artifact, staged))
    const files = await pendFiles((await options.alongside?.(installed)) ?? [])
    try {
      for (const each of staged) await placements.place(each, each.destination.folder)
      for (const { artifact, destination } of staged)
        if (destination.isInCache) await assertFound(artifact.planned, destination.folder)
      await files.commit()
    } catch (thrown) {
      files.revert()
      throw thrown
    }
    await files.settle()
    placements.settle()
    return installed
  } catch (thrown) {
    placements.revert()
    throw thrown
  } finally {
    await areas.remove()
  }
}

/** Verified where it stands. A tarball is unpacked anew: what was unpacked from it earlier, nobody has verified. */
function staysInPlace(
  { isInPlace, planned }: VerifiedArtifact,
  { extract }: Pick<InstallOptions, 'extract'>,
): boolean {
  return isInPlace && !(extract && planned.kind === 'tarball')
}

/** A folder for staging in each file system that something is placed in, made when the first thing is. */
class StagingAreas {
  readonly #places: CachePlaces
  readonly #beforeRemoval: () => void
  #inCache: TemporaryFolder | undefined
  #beside: { readonly staging: TemporaryFolder; readonly tools: string } | undefined

  constructor(places: CachePlaces, beforeRemoval: () => void) {
    this.#places = places
    this.#beforeRemoval = beforeRemoval
  }

  async stage(artifact: VerifiedArtifact, name: string, options: InstallOptions): Promise<Staged> {
    const reason = await this.#reasonAgainst(artifact.planned)
    const { root, temporaryRoot, notice } = this.#places
    if (reason === undefined && this.#inCache !== undefined) {
      const staged = await stageArtifact(artifact, join(this.#inCache.path, name), options)
      return { ...staged, destination: { folder: toolFolder(root, artifact.planned), isInCache: true } }
    }
    notice(`${artifact.planned.name} is installed in RUNNER_TEMP, not in the tool cache: ${reason ?? ''}`)
    this.#beside ??= {
      staging: await createTemporaryFolder(temporaryRoot, 'staging', { beforeRemoval: this.#beforeRemoval }),
      tools: await makePrivateFolder(temporaryRoot, 'tools'),
    }
    const { staging, tools } = this.#beside
    const staged = await stageArtifact(artifact, join(staging.path, name), options)
    return { ...staged, destination: { folder: toolFolder(tools, artifact.planned), isInCache: false } }
  }

  async #reasonAgainst(planned: PlannedArtifact): Promise<string | undefined> {
    const reason = await this.#places.reasonAgainst(planned)
    if (reason !== undefined || this.#inCache !== undefined) return reason
    try {
      this.#inCache = await createTemporaryFolder(this.#places.root, 'staging', {
        isHidden: true,
        beforeRemoval: this.#beforeRemoval,
      })
      return undefined
    } catch (thrown) {
      return `${this.#places.root} cannot be written to (${(thrown as NodeJS.ErrnoException).code ?? ''})`
    }
  }

  async remove(): Promise<void> {
    await this.#inCache?.remove()
    await this.#beside?.staging.remove()
  }
}

function toInstalled(artifact: VerifiedArtifact, staged: readonly Staged[]): InstalledArtifact {
  const { planned, file } = artifact
  const own = staged.find((each) => each.artifact === artifact)
  const folder = own?.destination.folder ?? dirname(file.path)
  return {
    planned,
    path: join(folder, own?.main ?? planned.fileName),
    bundlePath: join(folder, bundleName(artifact)),
  }
}

/** The library must find what we placed, or other actions will not. */
async function assertFound(planned: PlannedArtifact, folder: string): Promise<void> {
  const { name } = planned
  const search = (): string => find(name, cacheVersion(planned), platformFolder(planned))
  let found = search()
  // Another runner may be about to put the same in its place, between two renames.
  for (let tries = 0; found !== folder && tries < MAX_FINDING_TRIES; tries++) {
    await delay(FINDING_PAUSE_MS)
    found = search()
  }
  if (found === folder) return
  throw new InstallError(
    'INSTALL_WRITE_FAILED',
    `the tool cache does not find ${name} where it was installed`,
    {
      expected: folder,
      actual: found,
    },
  )
}
