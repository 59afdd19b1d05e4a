// Where the trusted root comes from.
import { TrustError, messageOf, toCodedError } from '../errors.js'
import { readSmallFile } from '../files/read-small-file.js'
import type { TrustedRootChoice } from '../request/request.js'
import {
  STAGING_TUF_URL,
  embeddedStagingRoot,
  embeddedStagingTufRoot,
  embeddedTrustedRoot,
} from './embedded.js'
import type { FetchBytes } from './tuf.js'
import { type TrustedRoot, type TrustedRootNeeds, parseTrustedRoot } from './trusted-root.js'

/** Where there is another root at hand, a repository that is out of reach costs no more than this. */
const FALLBACK_PATIENCE_MS = 10_000
/** Sigstore's production root has some 10 KB. */
const MAX_FILE_BYTES = 1024 * 1024

export interface TrustedRootOptions {
  readonly choice: TrustedRootChoice
  readonly tufUrl: URL
  /** How TUF's files are fetched. */
  readonly fetchBytes: FetchBytes
  readonly cacheFolder: string
  /** Told when a choice falls back to an embedded root, and of each part that is left out. */
  readonly warn: (message: string) => void
  readonly needs?: TrustedRootNeeds
}

/**
 * The trusted root that the user chose.
 * @throws TrustError
 */
export async function loadTrustedRoot(options: TrustedRootOptions): Promise<TrustedRoot> {
  const root = await loadChosen(options)
  for (const { message } of root.leftOut) options.warn(`${message}. A newer version may know it`)
  if (root.isStale && options.choice.kind.startsWith('embedded'))
    options.warn(`the trusted root is past its date: ${root.source}`)
  return root
}

async function loadChosen(options: TrustedRootOptions): Promise<TrustedRoot> {
  const { choice, needs } = options
  switch (choice.kind) {
    case 'file':
      return parseTrustedRoot(await readRootFile(choice.path), `file ${choice.path}`, {
        ...needs,
        isOwn: true,
      })
    case 'embedded':
      return embeddedTrustedRoot(needs)
    case 'embedded-staging':
      return embeddedStagingRoot(needs)
    case 'tuf':
      return fetchByTuf(options)
    case 'auto':
      return fetchOr(() => embeddedTrustedRoot(needs), options)
    case 'staging':
      return fetchOr(() => embeddedStagingRoot(needs), {
        ...options,
        tufUrl: options.tufUrl.href === PRODUCTION_TUF_URL ? STAGING_TUF_URL : options.tufUrl,
        initialRoot: embeddedStagingTufRoot(),
      })
  }
}

/** The default of tuf-url, which is no word about the staging instance. */
const PRODUCTION_TUF_URL = new URL('https://tuf-repo-cdn.sigstore.dev').href

type FetchOptions = TrustedRootOptions & { readonly initialRoot?: Buffer; readonly patienceMs?: number }

/** Where TUF gives a root that cannot be read, an older one would bring back what was revoked since. */
async function fetchOr(embedded: () => TrustedRoot, options: FetchOptions): Promise<TrustedRoot> {
  try {
    return await fetchByTuf({ ...options, patienceMs: FALLBACK_PATIENCE_MS })
  } catch (thrown) {
    const { code, message } = toCodedError(thrown)
    if (code === 'TRUSTED_ROOT_MALFORMED') throw thrown
    const root = embedded()
    options.warn(`${message}; using the trusted root that is ${root.source}`)
    return { ...root, isStale: true }
  }
}

/** TUF's client is loaded only when it is asked for: it costs start-up time. */
async function fetchByTuf(options: FetchOptions): Promise<TrustedRoot> {
  const { fetchTufTrustedRoot } = await import('./tuf.js')
  return fetchTufTrustedRoot(options)
}

async function readRootFile(path: string): Promise<string> {
  try {
    return (await readSmallFile(path, MAX_FILE_BYTES)).toString()
  } catch (cause) {
    throw new TrustError(
      'TRUSTED_ROOT_UNAVAILABLE',
      `the trusted root file "${path}" cannot be read: ${messageOf(cause)}`,
      {
        cause,
        hint: 'Set trusted-root to auto, tuf, embedded, staging, or the path of a trusted_root.json.',
      },
    )
  }
}
