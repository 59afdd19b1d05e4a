// A request of `get` in the lab, up to where artifacts are proven: the plan of its release, and what proofs are made with.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plan } from '../../src/commands/get.js'
import { createFolderInstaller } from '../../src/install/folder.js'
import type { Lab } from '../../src/lab/lab.js'
import type { ReleasePlan } from '../../src/plan/plan.js'
import type { ProofContext } from '../../src/prove/proof-context.js'
import { toResultAsync } from '../../src/result.js'
import { withWorld } from '../../src/world.js'
import { parseRequest } from './words.js'

export interface LabWorld {
  /** The first release that was asked for. */
  readonly release: ReleasePlan
  readonly context: ProofContext
  readonly warnings: readonly string[]
}

/** Calls `use` with all of it, and leaves nothing behind. */
export async function inLabWorld<T>(
  lab: Lab,
  inputs: Readonly<Record<string, string>>,
  use: (world: LabWorld) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'proving-'))
  try {
    const servers = {
      'release-url': lab.releaseUrl,
      'rekor-url': lab.rekorUrl,
      'trusted-root': await lab.writeTrustedRoot(folder),
      patience: '0',
    }
    const request = parseRequest(
      { version: 'v1.35.2', os: 'linux', arch: 'amd64', ...servers, ...inputs },
      { machine: { platform: 'linux', arch: 'x64' } },
    )
    const world = {
      installer: createFolderInstaller(join(folder, 'out')),
      temporaryRoot: folder,
      tufCacheFolder: join(folder, 'tuf'),
      onProgress: () => undefined,
    }
    return await withWorld(request, world, async (ports) => {
      const warnings: string[] = []
      const warn = (message: string): void => void warnings.push(message)
      const loadingRoot = toResultAsync(ports.loadTrustedRoot(warn))
      const { releases } = await plan(request, ports)
      const [release] = releases
      if (release === undefined) throw new Error('a release was asked for')
      return use({ release, context: { request, ports, loadingRoot, lock: undefined, warn }, warnings })
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
