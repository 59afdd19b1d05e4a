// The real world behind the ports, put together for one run.
import type { HttpOptions } from './fetch/http-client.js'
import { createRateLimitedLog } from './fetch/rate-limited-log.js'
import { withFilesAtHand } from './fetch/file-at-hand.js'
import { createFolderHttp } from './fetch/folder-http.js'
import { createOfflineHttp } from './fetch/offline-http.js'
import { createPapersCache } from './fetch/papers-cache.js'
import { openRegistry } from './fetch/registry/open-registry.js'
import { createLocalEvidence } from './fetch/local-evidence.js'
import { createHintSite } from './fetch/hint-site.js'
import { createReachedHosts } from './fetch/reached-hosts.js'
import { createReleaseSite } from './fetch/release-site.js'
import { withAuthorization } from './fetch/with-authorization.js'
import { createTemporaryFolder } from './files/temporary-folder.js'
import { createTransparencyLog } from './fetch/transparency-log.js'
import { createCheckpointFile, createLockFile } from './files/lock-file.js'
import type { ImageRegistry, Installer, LocalPorts, Ports, Progress, SharedCache } from './ports.js'
import type { Request } from './request/request.js'
import { loadTrustedRoot } from './trust/sources.js'

/** A site that nobody asks. */
const NOWHERE = new URL('https://invalid.invalid')

export interface WorldOptions {
  readonly installer: Installer
  readonly sharedCache?: SharedCache | undefined
  /** RUNNER_TEMP, or the system's folder. */
  readonly temporaryRoot: string
  /** Where TUF's metadata is kept between runs. */
  readonly tufCacheFolder: string
  readonly onProgress: (name: string, progress: Progress) => void
  /** Told now and then while a server that is away is waited for. */
  readonly onWaiting?: HttpOptions['onWaiting']
  /** Other time-outs and patience than the defaults. */
  readonly http?: HttpOptions
  /** Where papers are kept between runs, to be asked for again by their tags; undefined: nowhere. */
  readonly papersFolder?: string | undefined
  /** For many entries at once: how often a second the log may be asked; undefined: one by one, as they come. */
  readonly logRequestsPerSecond?: number
  /** Files to look at in the place of those that would be fetched, by the name of the artifact. */
  readonly filesAtHand?: ReadonlyMap<string, string>
  /** Told secrets that no input named, so that a log can hide them. */
  readonly onSecret?: (secret: string) => void
}

/** Loaded by who may reach anybody: it brings Node's own clients of HTTP and TLS. */
async function openHttp(options: HttpOptions) {
  const { createHttp } = await import('./fetch/http-client.js')
  return createHttp(options)
}

/** Calls `use` with ports, and leaves no connection and no temporary file behind. */
export async function withWorld<T>(
  request: Request,
  {
    installer,
    sharedCache,
    temporaryRoot,
    tufCacheFolder,
    onProgress,
    onWaiting,
    http: httpOptions,
    papersFolder,
    logRequestsPerSecond,
    filesAtHand,
    onSecret,
  }: WorldOptions,
  use: (ports: Ports) => Promise<T>,
): Promise<T> {
  const { lockFile, logCheckpoint } = request
  const { releaseUrl, mirrorAuthorization } = request
  const { onReached, list: reachedHosts } = createReachedHosts()
  const http = request.isOffline
    ? createOfflineHttp()
    : await openHttp({ onWaiting, patienceMs: request.patienceMs, onReached, ...httpOptions })
  const siteHttp = withAuthorization(http, releaseUrl.origin, mirrorAuthorization)
  const site = releaseUrl.protocol === 'file:' ? createFolderHttp(releaseUrl) : siteHttp
  const folder = await createTemporaryFolder(temporaryRoot, 'run')
  const papers = papersFolder === undefined ? undefined : createPapersCache(site, papersFolder)
  const releaseSite = createReleaseSite({ http: site, folder: folder.path, onProgress, papers })
  // Frozen, the log has no say: not even by mistake.
  const logHttp = request.isFrozen ? createOfflineHttp() : http
  const transparencyLog =
    logRequestsPerSecond === undefined
      ? createTransparencyLog(logHttp, request.rekorUrl)
      : createRateLimitedLog(logHttp, request.rekorUrl, logRequestsPerSecond)
  try {
    return await use({
      releaseSite: filesAtHand === undefined ? releaseSite : withFilesAtHand(releaseSite, filesAtHand),
      hintSite: createHintSite(releaseUrl, siteHttp),
      imageRegistry: openRegistry(http, { onSecret }),
      transparencyLog,
      loadTrustedRoot: (warn) =>
        loadTrustedRoot({
          choice: request.trustedRoot,
          tufUrl: request.tufUrl,
          fetchBytes: (url, options) => http.fetchBytes(url, options),
          cacheFolder: tufCacheFolder,
          warn,
        }),
      installer,
      sharedCache,
      lockFile: lockFile === undefined ? undefined : createLockFile(lockFile),
      checkpointFile: logCheckpoint === undefined ? undefined : createCheckpointFile(logCheckpoint),
      now: () => Date.now(),
      reachedHosts,
    })
  } finally {
    http.close()
    await folder.remove()
    await sharedCache?.close()
  }
}

/** What the world of local files, images and log entries needs of a request. */
export interface LocalWorldOptions extends Pick<
  Request,
  'trustedRoot' | 'tufUrl' | 'rekorUrl' | 'patienceMs'
> {
  /** Where it is looked up what release a lone file may be of; undefined where none is looked up. */
  readonly releaseUrl?: URL
  readonly mirrorAuthorization?: string | undefined
  readonly isOffline?: boolean
  /** The path of the file of what was seen of the log before. */
  readonly logCheckpoint?: string | undefined
  /** A layout with the signatures of images on the disk. */
  readonly signatures?: string | undefined
  readonly tufCacheFolder: string
  readonly onWaiting?: HttpOptions['onWaiting']
  /** Told secrets that no input named, so that a log can hide them. */
  readonly onSecret?: (secret: string) => void
}

/** As withWorld, where nothing is fetched into files and nothing is installed. */
export async function withLocalWorld<T>(
  options: LocalWorldOptions,
  use: (ports: LocalPorts & { readonly imageRegistry: ImageRegistry }) => Promise<T>,
): Promise<T> {
  const {
    releaseUrl = NOWHERE,
    mirrorAuthorization,
    isOffline = false,
    rekorUrl,
    patienceMs,
    onWaiting,
    onSecret,
    logCheckpoint,
    signatures,
  } = options
  const { trustedRoot: choice, tufUrl, tufCacheFolder: cacheFolder } = options
  const { onReached, list: reachedHosts } = createReachedHosts()
  const http = isOffline ? createOfflineHttp() : await openHttp({ onWaiting, patienceMs, onReached })
  const site = withAuthorization(http, releaseUrl.origin, mirrorAuthorization)
  try {
    return await use({
      ...createLocalEvidence(http),
      hintSite: createHintSite(releaseUrl, site),
      imageRegistry: openRegistry(http, { onSecret, signatures }),
      transparencyLog: createTransparencyLog(http, rekorUrl),
      checkpointFile: logCheckpoint === undefined ? undefined : createCheckpointFile(logCheckpoint),
      loadTrustedRoot: (warn, needs) =>
        loadTrustedRoot({
          choice,
          tufUrl,
          fetchBytes: (url, given) => http.fetchBytes(url, given),
          cacheFolder,
          warn,
          ...(needs && { needs }),
        }),
      now: () => Date.now(),
      reachedHosts,
    })
  } finally {
    http.close()
  }
}
