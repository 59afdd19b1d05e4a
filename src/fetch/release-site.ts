// The release site: https://dl.k8s.io, a mirror, or the tests' lab. What it
// serves is hostile until proven.
import { dirname, join } from 'node:path'
import { type FurtherDigests, digestOf } from '../digest.js'
import { EvidenceError, FetchError, InstallError, InternalError, ReleaseError, messageOf } from '../errors.js'
import { MAX_BUNDLE_BYTES } from '../evidence/bundle.js'
import { MAX_SBOM_BYTES } from '../evidence/spdx.js'
import { type Clock, SYSTEM_CLOCK } from './clock.js'
import { Neighbours } from './neighbours.js'
import { formatUrl } from './url-policy.js'
import { MAX_CHANNEL_BYTES } from '../plan/channel.js'
import { type PlannedArtifact, formatPlace } from '../plan/plan.js'
import type { Http, Progress, ReleaseSite } from '../ports.js'
import type { FetchPaper, PapersCache } from './papers-cache.js'
import { findPageOrNothing } from './answer-form.js'
import { measureFurther } from '../files/measure.js'
import { readSmallFile } from '../files/read-small-file.js'
import { remove } from '../files/remove.js'
import { writeOnce, writeWhole } from '../files/write-file.js'
import { isNotFound } from './not-found.js'

const MAX_SIDECAR_BYTES = 64 * 1024
/** Sums and provenance: real ones have 20 to 200 KB. */
const MAX_PAPER_BYTES = 4 * 1024 * 1024
const MAX_ARTIFACT_BYTES = 4 * 1024 * 1024 * 1024
/** How much longer than a signature and a certificate a bundle may take that nobody may have published. */
const GRACE_MS = 3000

export interface ReleaseSiteOptions {
  readonly http: Http
  /** The run's own temporary folder. */
  readonly folder: string
  readonly onProgress?: (name: string, progress: Progress) => void
  /** How the SBOM is fetched, the one paper that is signed; default: like everything else. */
  readonly papers?: PapersCache | undefined
  readonly clock?: Clock
}

/** A site, or a folder, that serves releases as dl.k8s.io does. */
export function createReleaseSite({
  http,
  folder,
  onProgress,
  papers,
  clock = SYSTEM_CLOCK,
}: ReleaseSiteOptions): ReleaseSite {
  let files = 0
  const neighbours = new Neighbours()
  const fetchSidecar = (url: URL, toError: ToError, isExpected?: () => Promise<boolean>): Promise<Buffer> =>
    orMissing(
      http.fetchBytes(url, { maxBytes: MAX_SIDECAR_BYTES, isExpected, findFault: findPageOrNothing }),
      toError,
    )
  const fetchFile = (kind: PlannedArtifact['kind']): Http['fetchFile'] =>
    kind === 'sbom' && papers !== undefined
      ? fetchIntoFile(papers.fetch)
      : (url, options) => http.fetchFile(url, options)
  return {
    fetchChannel: async (url) => {
      try {
        return (
          await http.fetchBytes(url, { maxBytes: MAX_CHANNEL_BYTES, findFault: findPageOrNothing })
        ).toString('latin1')
      } catch (cause) {
        if (!(cause instanceof FetchError) || cause.code === 'OFFLINE_MISS') throw cause
        const message = `the release channel cannot be read: ${cause.message}`
        throw new ReleaseError('RELEASE_CHANNEL_UNRESOLVED', message, { cause, url: url.href })
      }
    },
    fetchSignature: (urls) =>
      neighbours.fetchHalf(urls, 'signature', (isExpected) =>
        fetchSidecar(urls.signature, noEvidence('EVIDENCE_SIGNATURE_MISSING', urls.signature), isExpected),
      ),
    fetchCertificate: (urls) =>
      neighbours.fetchHalf(urls, 'certificate', (isExpected) =>
        fetchSidecar(
          urls.certificate,
          noEvidence('EVIDENCE_CERTIFICATE_MISSING', urls.certificate),
          isExpected,
        ),
      ),
    fetchBundle: (urls) => {
      const { bundle } = urls
      return orMissing(
        fetchUnlessIdle(
          bundle,
          (signal) =>
            http.fetchBytes(bundle, { maxBytes: MAX_BUNDLE_BYTES, signal, findFault: findPageOrNothing }),
          {
            clock,
            canDoWithout: () => neighbours.hasBoth(urls),
          },
        ),
        noEvidence('EVIDENCE_BUNDLE_MISSING', bundle),
      )
    },
    fetchChecksum: ({ checksum }) =>
      fetchSidecar(checksum, noEvidence('EVIDENCE_CHECKSUM_MISSING', checksum)),
    fetchChecksumSha512: ({ checksumSha512 }) =>
      fetchSidecar(checksumSha512, notPublished('paper', checksumSha512)),
    fetchSize: ({ artifact }) => orMissing(http.fetchSize(artifact, {}), notPublished('artifact', artifact)),
    fetchPaper: ({ artifact }) =>
      orMissing(
        http.fetchBytes(artifact, { maxBytes: MAX_PAPER_BYTES, findFault: findPageOrNothing }),
        notPublished('paper', artifact),
      ),
    fetchArtifact: (planned, { withSha512, isListed }) => {
      const { kind, urls } = planned
      const { artifact } = urls
      let isExpected = false
      return orMissing(
        fetchFile(kind)(artifact, {
          // A name of our own: nothing from outside decides where bytes go.
          path: join(folder, `${++files}.unverified`),
          maxBytes: maxBytesOf(kind),
          withSha512,
          // Of a release there is no page and nothing empty; by its URL, it may be what is asked for.
          findFault: planned.version === undefined ? undefined : findPageOrNothing,
          onProgress:
            onProgress && !isPaper(kind)
              ? (progress) => {
                  onProgress(formatPlace(planned), progress)
                }
              : undefined,
          isExpected: async () => {
            if (isPaper(kind)) return false
            isExpected ||= (await neighbours.hasOne(urls)) || (await isListed?.()) === true
            return isExpected
          },
        }),
        notPublished('artifact', artifact, () => isExpected),
      )
    },
    discard: ({ path }) => {
      if (dirname(path) !== folder) throw new InternalError(`${path} is not ours to remove`)
      return remove(path)
    },
    forgetPaper: async ({ artifact }) => papers?.forget(artifact),
    measureFurther: ({ path, sha256 }) => measureUnchanged(path, { sha256 }),
    readPaper: async ({ path, sha256 }) => {
      const bytes = await readSmallFile(path, MAX_SBOM_BYTES, {})
      const actual = digestOf(bytes)
      if (actual.equals(sha256)) return bytes
      throw new InstallError('INSTALL_DIGEST_CHANGED', 'a paper changed after it was fetched', {
        expected: sha256.toString(),
        actual: actual.toString(),
      })
    },
  }
}

/** @throws InstallError when it is another file by now */
export async function measureUnchanged(
  path: string,
  options: Parameters<typeof measureFurther>[1],
): Promise<FurtherDigests> {
  try {
    return await measureFurther(path, options)
  } catch (cause) {
    const message = `a file cannot be read again as it was: ${messageOf(cause)}`
    throw new InstallError('INSTALL_DIGEST_CHANGED', message, { cause, expected: options.sha256.toString() })
  }
}

/** Through memory, for what is small enough. */
function fetchIntoFile(fetchBytes: FetchPaper): Http['fetchFile'] {
  return async (url, options) => {
    const bytes = await fetchBytes(url, options)
    return writeWhole(options.path, (file) =>
      writeOnce(file, options, async (onChunk) => {
        await onChunk(bytes)
        return bytes.length
      }),
    )
  }
}

function maxBytesOf(kind: PlannedArtifact['kind']): number {
  if (kind === 'sbom') return MAX_SBOM_BYTES
  return kind === 'provenance' ? MAX_PAPER_BYTES : MAX_ARTIFACT_BYTES
}

function isPaper(kind: PlannedArtifact['kind']): boolean {
  return kind === 'sbom' || kind === 'provenance'
}

type ToError = (cause: FetchError) => Error

const EVIDENCE_NAMES = {
  EVIDENCE_SIGNATURE_MISSING: 'signature',
  EVIDENCE_CERTIFICATE_MISSING: 'certificate',
  EVIDENCE_BUNDLE_MISSING: 'bundle',
  EVIDENCE_CHECKSUM_MISSING: '.sha256 file',
} as const

function noEvidence(code: keyof typeof EVIDENCE_NAMES, { href }: URL): ToError {
  return (cause) => new EvidenceError(code, `there is no ${EVIDENCE_NAMES[code]} at ${href}`, { cause })
}

/** @param isExpected whether it must be there, as far as is known when it is not */
function notPublished(what: 'artifact' | 'paper', { href: url }: URL, isExpected = () => false): ToError {
  const code = what === 'paper' ? 'RELEASE_PAPER_MISSING' : 'RELEASE_ARTIFACT_NOT_PUBLISHED'
  return (cause) => {
    const more = isExpected()
      ? ', although its signature is there or the SBOM lists it: it is not published yet, or not for this platform, or a mirror holds a part of the release'
      : ''
    return new ReleaseError(code, `there is no ${what} at ${url}${more}`, { cause, url })
  }
}

/** What is there for some artifacts only is given up when it does not answer, and is not needed. */
async function fetchUnlessIdle<T>(
  url: URL,
  fetch: (signal: AbortSignal) => Promise<T>,
  { clock, canDoWithout }: { readonly clock: Clock; readonly canDoWithout: () => Promise<boolean> },
): Promise<T> {
  const controller = new AbortController()
  let callOff: (() => void) | undefined
  let isDone = false
  // A turn later: what it depends on is asked for beside it.
  void Promise.resolve()
    .then(canDoWithout)
    .then((can) => {
      if (!can || isDone) return
      callOff = clock.after(GRACE_MS, () => {
        const message = `${formatUrl(url)} did not answer while its neighbours did, and is done without`
        controller.abort(new FetchError('FETCH_TIMEOUT', message, { url: formatUrl(url) }))
      })
    })
  try {
    return await fetch(controller.signal)
  } finally {
    isDone = true
    callOff?.()
  }
}

async function orMissing<T>(answer: Promise<T>, toError: ToError): Promise<T> {
  try {
    return await answer
  } catch (thrown) {
    if (isNotFound(thrown)) throw toError(thrown)
    throw thrown
  }
}
