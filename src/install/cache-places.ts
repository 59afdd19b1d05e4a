// The tool cache's folders, and what the rule says of them.
import { lstat, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { InstallError } from '../errors.js'
import { makeFolder } from '../files/make-folder.js'
import { setMode } from '../files/new-file.js'
import { isBelow } from '../files/open-file.js'
import { type PlannedArtifact, cacheVersion } from '../plan/plan.js'
import { type Judgement, type Link, type Trust, describeRoot, judgeHit, judgePlace } from './cache-rule.js'
import { modeOf, namesOf } from './cached-folder.js'
import { FOLDER_MODE, isWritable } from './placed.js'

const CLEAN: Judgement = { kind: 'clean' }

/** The name of a platform's folder in the tool cache. */
export function platformFolder({ platform }: PlannedArtifact): string {
  return platform ? `${platform.os}-${platform.arch}` : 'any'
}

/** The folder of an artifact in the tool cache, laid out as @actions/tool-cache does. */
export function toolFolder(root: string, planned: PlannedArtifact): string {
  return join(root, planned.name, cacheVersion(planned), platformFolder(planned))
}

export interface CachePlacesOptions {
  readonly temporaryRoot: string
  readonly notice: (text: string) => void
}

/** The tool cache as places: whose they are, and whether anything may be placed or used there. */
export class CachePlaces {
  /** RUNNER_TOOL_CACHE */
  readonly root: string
  readonly temporaryRoot: string
  readonly notice: (text: string) => void
  #trust: Promise<Trust | undefined> | undefined

  constructor(root: string, { temporaryRoot, notice }: CachePlacesOptions) {
    this.root = root
    this.temporaryRoot = temporaryRoot
    this.notice = notice
  }

  /** Of a hit. What can be mended is mended, from above, and looked at again. */
  async judgeHit(folder: string, planned: PlannedArtifact): Promise<Judgement> {
    const trust = await this.#getTrust()
    if (trust === undefined) return CLEAN
    const look = async (): Promise<Judgement> => {
      const files = await Promise.all(namesOf(planned).map((name) => toLink(join(folder, name))))
      const chain = [...(await this.#chainTo(folder)), ...files.filter((link) => link !== undefined)]
      return judgeHit(chain, trust)
    }
    const judged = await look()
    if (judged.kind !== 'mendable') return judged
    try {
      for (const { path, stats } of judged.loose)
        await setMode(path, stats.isDirectory() ? FOLDER_MODE : modeOf(basename(path), planned))
    } catch {
      return {
        kind: 'foreign',
        reason: `${judged.loose[0]?.path ?? folder} is open to others, and cannot be closed`,
      }
    }
    const again = await look()
    return again.kind === 'mendable'
      ? { kind: 'foreign', reason: `${folder} is opened to others again` }
      : again
  }

  /**
   * Why an artifact cannot be placed in the cache, which is made where it is not: a runner that has never kept a tool
   * names a folder that nobody made yet.
   * @throws InstallError INSTALL_PATH_UNSAFE when its place leads out of the cache; INSTALL_WRITE_FAILED
   */
  async reasonAgainst(planned: PlannedArtifact): Promise<string | undefined> {
    await makeFolder(this.root, { mode: FOLDER_MODE })
    const folder = toolFolder(this.root, planned)
    const trust = await this.#getTrust()
    const chain = await this.#chainTo(dirname(folder))
    for (const { path } of chain) await this.assertInside(path)
    const own = await toLink(folder)
    // A link in the place itself is replaced, whatever it leads to.
    const isOwn = own?.stats.isSymbolicLink() === false
    const reason = trust && judgePlace(isOwn ? [...chain, own] : chain, trust)
    if (reason !== undefined) return reason
    const parent = chain.at(-1)?.path ?? this.root
    return (await isWritable(parent)) ? undefined : `${parent} cannot be written to`
  }

  /** @throws InstallError INSTALL_PATH_UNSAFE */
  async assertInside(folder: string): Promise<void> {
    const actual = await realpath(folder)
    if (isBelow(actual, await realpath(this.root))) return
    throw new InstallError('INSTALL_PATH_UNSAFE', `${folder} lies outside the tool cache`, {
      expected: this.root,
      actual,
    })
  }

  /** Undefined on Windows, where neither owner nor mode says who may write. */
  #getTrust(): Promise<Trust | undefined> {
    return (this.#trust ??= this.#readTrust())
  }

  async #readTrust(): Promise<Trust | undefined> {
    const euid = process.geteuid?.()
    if (euid === undefined) return undefined
    const stats = await stat(this.root, { bigint: true })
    const trust = { self: BigInt(euid), rootOwner: stats.uid }
    const what = describeRoot({ path: this.root, stats }, trust)
    if (what !== undefined) this.notice(what)
    return trust
  }

  /** The folders below the root that are there, down to this one. */
  async #chainTo(folder: string): Promise<Link[]> {
    const chain: Link[] = []
    let path = this.root
    for (const segment of relative(this.root, folder).split(sep)) {
      path = join(path, segment)
      const link = await toLink(path)
      if (link === undefined) break
      chain.push(link)
    }
    return chain
  }
}

async function toLink(path: string): Promise<Link | undefined> {
  const stats = await lstat(path, { bigint: true }).catch(() => undefined)
  return stats && { path, stats: stats }
}
