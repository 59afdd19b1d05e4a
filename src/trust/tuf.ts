// The trusted root by TUF: the one file that touches @sigstore/tuf.
import * as http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { initTUF } from '@sigstore/tuf'
import { TrustError } from '../errors.js'
import { writeNewFile } from '../files/new-file.js'
import { createTemporaryFolder } from '../files/temporary-folder.js'
import { embeddedTufRoot } from './embedded.js'
import { type TrustedRoot, type TrustedRootNeeds, parseTrustedRoot } from './trusted-root.js'
import { copyCache } from './tuf-cache.js'

/** Per request; @sigstore/tuf tries three times. */
const TIMEOUT_MS = 5000
const RETRIES = 2

export interface TufOptions {
  readonly tufUrl: URL
  /** Where TUF's metadata is kept between runs, which others can write to. */
  readonly cacheFolder: string
  /** The root.json to start from. Defaults to the one of Sigstore's public instance. */
  readonly initialRoot?: Buffer
  readonly needs?: TrustedRootNeeds
}

/**
 * Fetches the current trusted root from a TUF repository.
 * The chain starts from the root that was built in, at every run: the cached
 * one is a file that others can write.
 * @throws TrustError TRUSTED_ROOT_UNAVAILABLE or TRUSTED_ROOT_MALFORMED
 */
export async function fetchTufTrustedRoot({
  tufUrl,
  cacheFolder,
  initialRoot = embeddedTufRoot(),
  needs,
}: TufOptions): Promise<TrustedRoot> {
  useProxyFromEnvironment()
  const mirror = tufUrl.href.replace(/\/$/, '')
  const temporary = await createTemporaryFolder(tmpdir(), 'tuf')
  const folder = temporary.path
  try {
    const rootPath = join(folder, 'root.json')
    await writeNewFile(rootPath, initialRoot)
    const ownCache = join(folder, 'cache')
    await copyCache(cacheFolder, ownCache)
    const client = await initTUF({
      mirrorURL: mirror,
      cachePath: ownCache,
      rootPath,
      forceInit: true,
      retry: RETRIES,
      timeout: TIMEOUT_MS,
    })
    // As it is: the library's own reader gives up on all of it where one key is of a kind that it does not know.
    const document = await client.getTarget('trusted_root.json')
    await copyCache(ownCache, cacheFolder)
    return parseTrustedRoot(document, `tuf (${tufUrl.host})`, needs)
  } catch (cause) {
    if (cause instanceof TrustError) throw cause
    throw new TrustError('TRUSTED_ROOT_UNAVAILABLE', `TUF gave no trusted root: ${describe(cause)}`, {
      cause,
      url: mirror,
    })
  } finally {
    await temporary.remove()
  }
}

/** @sigstore/tuf uses the global fetch, which minds proxy variables only after this call (Node 24.15 and later). */
function useProxyFromEnvironment(): void {
  const { setGlobalProxyFromEnv } = http as { setGlobalProxyFromEnv?: () => void }
  if (typeof setGlobalProxyFromEnv === 'function') setGlobalProxyFromEnv()
}

/** The messages down the chain of causes: TUF's own says only which step failed. */
function describe(thrown: unknown): string {
  const messages: string[] = []
  for (let error = thrown; error instanceof Error && messages.length < 4; error = error.cause) {
    messages.push(error.message)
  }
  return messages.join(': ')
}
