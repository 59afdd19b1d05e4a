// Where the trusted root comes from.
import { TrustError, messageOf, toCodedError } from '../errors.js'
import { readSmallFile } from '../files/read-small-file.js'
import type { TrustedRootChoice } from '../request/request.js'
import { embeddedTrustedRoot } from './embedded.js'
import { type TrustedRoot, parseTrustedRoot } from './trusted-root.js'

/** Sigstore's production root has some 10 KB. */
const MAX_FILE_BYTES = 1024 * 1024

export interface TrustedRootOptions {
  readonly choice: TrustedRootChoice
  readonly tufUrl: URL
  readonly cacheFolder: string
  /** Told when `auto` falls back to the embedded root. */
  readonly warn: (message: string) => void
}

/**
 * The trusted root that the user chose.
 * @throws TrustError
 */
export async function loadTrustedRoot(options: TrustedRootOptions): Promise<TrustedRoot> {
  const { choice } = options
  switch (choice.kind) {
    case 'file':
      return parseTrustedRoot(await readRootFile(choice.path), `file ${choice.path}`)
    case 'embedded':
      return embeddedTrustedRoot()
    case 'tuf':
      return fetchByTuf(options)
    case 'auto':
      try {
        return await fetchByTuf(options)
      } catch (thrown) {
        const root = embeddedTrustedRoot()
        options.warn(`${toCodedError(thrown).message}; using the trusted root that is ${root.source}`)
        return root
      }
  }
}

/** TUF's client is loaded only when it is asked for: it costs start-up time. */
async function fetchByTuf({ tufUrl, cacheFolder }: TrustedRootOptions): Promise<TrustedRoot> {
  const { fetchTufTrustedRoot } = await import(/* webpackMode: "eager" */ './tuf.js')
  return fetchTufTrustedRoot({ tufUrl, cacheFolder })
}

async function readRootFile(path: string): Promise<string> {
  try {
    return (await readSmallFile(path, MAX_FILE_BYTES)).toString()
  } catch (cause) {
    throw new TrustError(
      'TRUSTED_ROOT_UNAVAILABLE',
      `the trusted root file "${path}" cannot be read: ${messageOf(cause)}`,
      { cause, hint: 'Set trusted-root to auto, tuf, embedded, or the path of a trusted_root.json.' },
    )
  }
}
