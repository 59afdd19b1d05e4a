// The trusted root by TUF: the one file that touches TUF's client. What it asks
// for goes through the run's own HTTP: its proxy, its patience, its gate.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fetcher, Updater } from 'tuf-js'
import { DownloadHTTPError } from 'tuf-js/dist/error.js'
import { FetchError, TrustError } from '../errors.js'
import { makeFolder } from '../files/make-folder.js'
import { writeNewFile } from '../files/new-file.js'
import { readSmallFile } from '../files/read-small-file.js'
import { remove } from '../files/remove.js'
import { createTemporaryFolder } from '../files/temporary-folder.js'
import { findJsonExcess } from '../json/parse-json.js'
import { embeddedTufRoot } from './embedded.js'
import { type TrustedRoot, type TrustedRootNeeds, parseTrustedRoot } from './trusted-root.js'
import { copyCache } from './tuf-cache.js'

const TARGET = 'trusted_root.json'
/** Sigstore's own has some 10 KB. */
const MAX_TARGET_BYTES = 1024 * 1024

/** As the run's HTTP does it. */
export type FetchBytes = (
  url: URL,
  options: { readonly maxBytes: number; readonly patienceMs?: number | undefined },
) => Promise<Buffer>

export interface TufOptions {
  readonly tufUrl: URL
  readonly fetchBytes: FetchBytes
  /** How long the repository is waited for; undefined: as long as the run waits for anybody. */
  readonly patienceMs?: number | undefined
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
  fetchBytes,
  patienceMs,
  cacheFolder,
  initialRoot = embeddedTufRoot(),
  needs,
}: TufOptions): Promise<TrustedRoot> {
  const mirror = tufUrl.href.replace(/\/$/, '')
  const temporary = await createTemporaryFolder(tmpdir(), 'tuf')
  const folder = temporary.path
  try {
    const ownCache = join(folder, 'cache')
    await copyCache(cacheFolder, ownCache)
    const metadataDir = join(ownCache, encodeURIComponent(tufUrl.host + tufUrl.pathname.replace(/\/$/, '')))
    const targetDir = join(metadataDir, 'targets')
    await makeFolder(targetDir)
    const rootPath = join(metadataDir, 'root.json')
    await remove(rootPath)
    await writeNewFile(rootPath, initialRoot)
    const updater = new Updater({
      metadataBaseUrl: mirror,
      targetBaseUrl: `${mirror}/targets`,
      metadataDir,
      targetDir,
      fetcher: createFetcher((url, maxBytes) => fetchBytes(url, { maxBytes, patienceMs }), folder),
    })
    // As it is: the library's own reader gives up on all of it where one key is of a kind that it does not know.
    const document = await readTarget(updater)
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

async function readTarget(updater: Updater): Promise<string> {
  const target = await updater.getTargetInfo(TARGET)
  if (target === undefined) throw new Error(`it has no ${TARGET}`)
  if (target.length > MAX_TARGET_BYTES) throw new Error(`its ${TARGET} is larger than such a file may be`)
  const path = (await updater.findCachedTarget(target)) ?? (await updater.downloadTarget(target))
  return (await readSmallFile(path, MAX_TARGET_BYTES)).toString()
}

/** @param folder of our own, for what TUF wants in a file before it believes it */
function createFetcher(fetch: (url: URL, maxBytes: number) => Promise<Buffer>, folder: string): Fetcher {
  let files = 0
  const downloadBytes: Fetcher['downloadBytes'] = async (url, maxLength) => {
    try {
      const bytes = await fetch(new URL(url), maxLength)
      // All of TUF's files are JSON, which its client parses as it comes.
      const excess = findJsonExcess(bytes.toString())
      if (excess === undefined) return bytes
      throw new Error(`${url} ${excess}`)
    } catch (cause) {
      const status = cause instanceof FetchError ? cause.status : undefined
      // By it TUF knows where the chain of roots ends.
      if (status === undefined) throw cause
      throw Object.assign(new DownloadHTTPError(`${url} answered with status ${status}`, status), { cause })
    }
  }
  return {
    downloadBytes,
    downloadFile: async (url, maxLength, handler) => {
      const path = join(folder, `${++files}.unverified`)
      await writeNewFile(path, await downloadBytes(url, maxLength))
      return handler(path)
    },
  }
}

/** The messages down the chain of causes: TUF's own says only which step failed. */
function describe(thrown: unknown): string {
  const messages: string[] = []
  for (let error = thrown; error instanceof Error && messages.length < 4; error = error.cause) {
    messages.push(error.message)
  }
  return messages.join(': ')
}
