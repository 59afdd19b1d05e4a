// The release site: https://dl.k8s.io, a mirror, or the tests' lab. What it
// serves is hostile until proven.
import { join } from 'node:path'
import { EvidenceError, FetchError, ReleaseError } from '../errors.js'
import { MAX_CHANNEL_BYTES } from '../plan/channel.js'
import type { Http, Progress, ReleaseSite } from '../ports.js'

const MAX_SIDECAR_BYTES = 64 * 1024
/** kubernetes-release.spdx lists some hundred files; real ones stay far below this. */
const MAX_PAPER_BYTES = 32 * 1024 * 1024
const MAX_ARTIFACT_BYTES = 4 * 1024 * 1024 * 1024
const NOT_FOUND = 404

export interface ReleaseSiteOptions {
  readonly http: Http
  /** The run's own temporary folder. */
  readonly folder: string
  readonly onProgress?: (name: string, progress: Progress) => void
}

export function createReleaseSite({ http, folder, onProgress }: ReleaseSiteOptions): ReleaseSite {
  let files = 0
  return {
    fetchChannel: async (url) => {
      try {
        return (await http.fetchBytes(url, { maxBytes: MAX_CHANNEL_BYTES })).toString('latin1')
      } catch (cause) {
        if (!(cause instanceof FetchError)) throw cause
        throw new ReleaseError(
          'RELEASE_CHANNEL_UNRESOLVED',
          `the release channel cannot be read: ${cause.message}`,
          {
            cause,
            url: url.href,
          },
        )
      }
    },
    fetchSignature: ({ signature }) =>
      orMissing(
        http.fetchBytes(signature, { maxBytes: MAX_SIDECAR_BYTES }),
        (cause) =>
          new EvidenceError('EVIDENCE_SIGNATURE_MISSING', `there is no signature at ${signature.href}`, {
            cause,
          }),
      ),
    fetchCertificate: ({ certificate }) =>
      orMissing(
        http.fetchBytes(certificate, { maxBytes: MAX_SIDECAR_BYTES }),
        (cause) =>
          new EvidenceError(
            'EVIDENCE_CERTIFICATE_MISSING',
            `there is no certificate at ${certificate.href}`,
            { cause },
          ),
      ),
    fetchChecksum: ({ checksum }) =>
      orMissing(
        http.fetchBytes(checksum, { maxBytes: MAX_SIDECAR_BYTES }),
        (cause) =>
          new EvidenceError('EVIDENCE_CHECKSUM_MISSING', `there is no .sha256 file at ${checksum.href}`, {
            cause,
          }),
      ),
    fetchPaper: ({ artifact }) =>
      orMissing(http.fetchBytes(artifact, { maxBytes: MAX_PAPER_BYTES }), (cause) =>
        notPublished(artifact, cause),
      ),
    fetchArtifact: ({ artifact }, name) =>
      orMissing(
        http.fetchFile(artifact, {
          // A name of our own: nothing from outside decides where bytes go.
          path: join(folder, `${++files}.unverified`),
          maxBytes: MAX_ARTIFACT_BYTES,
          onProgress:
            onProgress &&
            ((progress) => {
              onProgress(name, progress)
            }),
        }),
        (cause) => notPublished(artifact, cause),
      ),
  }
}

function notPublished(url: URL, cause: FetchError): ReleaseError {
  return new ReleaseError('RELEASE_ARTIFACT_NOT_PUBLISHED', `there is no artifact at ${url.href}`, {
    cause,
    url: url.href,
  })
}

async function orMissing<T>(answer: Promise<T>, toError: (cause: FetchError) => Error): Promise<T> {
  try {
    return await answer
  } catch (thrown) {
    if (thrown instanceof FetchError && thrown.status === NOT_FOUND) throw toError(thrown)
    throw thrown
  }
}
