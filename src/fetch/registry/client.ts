// A container registry, by the distribution API
// (https://github.com/opencontainers/distribution-spec/blob/main/spec.md).
import { type Digest, digestOf } from '../../digest.js'
import { EvidenceError, FetchError, ImageError } from '../../errors.js'
import { MANIFEST_TYPES } from '../../evidence/image-manifest.js'
import type { FetchBytesOptions, Http, ImageRegistry, Repository } from '../../ports.js'
import { findPageOrNothing, jsonFault } from '../answer-form.js'
import { isLoopback } from '../url-policy.js'
import type { Credentials } from './credentials.js'
import { nextPage } from './pages.js'
import { authorize, explain } from './tokens.js'
import { NOT_FOUND } from '../not-found.js'

export interface RegistryOptions {
  readonly credentials: Credentials
  /** Told every token before it is used. */
  readonly onSecret: (secret: string) => void
}

/** The specification's own limit. */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024
/** Payloads, bundles and configurations: we fetch no other blob. */
const MAX_BLOB_BYTES = 1024 * 1024
/** Of referrers; a page has hundreds. */
const MAX_PAGES = 16
const UNAUTHORIZED = 401
const FORBIDDEN = 403
/** How registries without a list of referrers say so. */
const NO_REFERRERS: readonly number[] = [400, 404, 405, 406, 501]

/** Docker Hub's images are named after a host that does not serve them. */
const DOCKER_HUB = ['docker.io', 'index.docker.io']
const DOCKER_HUB_HOST = 'registry-1.docker.io'

/** How much of a blob is looked at for JSON. */
const HEAD_BYTES = 64
/** Any JSON object may be a manifest of some kind. */
const findNoManifest = jsonFault((json) => typeof json === 'object' && json !== null)
/** A page of theirs for what they do not know is no list of nothing. */
const findNoIndex = jsonFault((json) => hasAny(json, ['manifests']))
/** Of what is signed, of a bundle, and of an image's configuration: the blobs that are asked for. */
const findNoBlob = jsonFault((json) => hasAny(json, ['critical', 'mediaType', 'architecture', 'config']))

function hasAny(json: unknown, names: readonly string[]): boolean {
  return typeof json === 'object' && json !== null && names.some((name) => name in json)
}

/** Half a blob, or somebody else's JSON, is from whatever stands in between; other bytes are the registry's own. */
function findForeignBlob(bytes: Buffer, digest: Digest): string | undefined {
  const isJson = /^\s*[{[]/.test(bytes.subarray(0, HEAD_BYTES).toString('latin1'))
  return isJson && !digestOf(bytes).equals(digest) ? findNoBlob(bytes) : findPageOrNothing(bytes)
}

/** A client of registries that speaks the distribution protocol and logs in only when it is asked to. */
export function createImageRegistry(http: Http, { credentials, onSecret }: RegistryOptions): ImageRegistry {
  /** By repository, since a token is for one. */
  const tokens = new Map<string, Promise<string>>()

  async function fetchBytes(repository: Repository, url: URL, options: FetchBytesOptions): Promise<Buffer> {
    const key = `${repository.registry}/${repository.repository}`
    let used = tokens.get(key)
    // Once without a token or with an old one, and once with a new one.
    for (let isRenewed = false; ; isRenewed = true) {
      const authorization = await used
      try {
        return await http.fetchBytes(url, { ...options, authorization })
      } catch (thrown) {
        if (!isRefusalOf(url, thrown)) throw thrown
        if (thrown.status === FORBIDDEN && used === undefined) throw thrown
        if (isRenewed || thrown.status === FORBIDDEN) throw await explainRefusal(thrown, repository)
        used = renew(key, used, () => authorize(repository, thrown, { http, credentials, onSecret }))
      }
    }
  }

  /** Unless another request has done so in the meantime. */
  function renew(
    key: string,
    used: Promise<string> | undefined,
    fetchToken: () => Promise<string>,
  ): Promise<string> {
    const known = tokens.get(key)
    if (known !== undefined && known !== used) return known
    const token = fetchToken()
    tokens.set(key, token)
    return token
  }

  async function explainRefusal(refusal: FetchError, repository: Repository): Promise<FetchError> {
    const { login, reasons } = await credentials.find(repository)
    return explain(refusal, repository, login === undefined ? reasons : undefined)
  }

  return {
    fetchManifest: async (repository, reference) => {
      const options = {
        maxBytes: MAX_MANIFEST_BYTES,
        accept: MANIFEST_TYPES.join(', '),
        findFault: findNoManifest,
      }
      const url = toUrl(repository, `manifests/${reference.toString()}`)
      const bytes = await unless([NOT_FOUND], fetchBytes(repository, url, options))
      if (bytes !== undefined && typeof reference !== 'string') assertDigest(bytes, reference)
      return bytes
    },
    fetchReferrers: async (repository, digest) => {
      const start = toUrl(repository, `referrers/${digest.toString()}`)
      const pages: Buffer[] = []
      let url: URL | undefined = start
      while (url !== undefined) {
        if (pages.length === MAX_PAGES) throw tooMany(digest)
        let link: string | undefined
        const options: FetchBytesOptions = {
          maxBytes: MAX_MANIFEST_BYTES,
          findFault: findNoIndex,
          onHeaders: (headers) => {
            link = headers['link']?.toString()
          },
        }
        const page = await unless(NO_REFERRERS, fetchBytes(repository, url, options))
        if (page === undefined) return pages.length === 0 ? undefined : pages
        pages.push(page)
        url = nextPage(link, url)
      }
      return pages
    },
    fetchBlob: async (repository, digest) => {
      const url = toUrl(repository, `blobs/${digest.toString()}`)
      const bytes = await unless(
        [NOT_FOUND],
        fetchBytes(repository, url, {
          maxBytes: MAX_BLOB_BYTES,
          findFault: (answer) => findForeignBlob(answer, digest),
        }),
      )
      if (bytes === undefined) {
        const message = `the registry has no blob ${digest.toString()}, which its manifest names`
        throw new EvidenceError('EVIDENCE_SIGNATURE_MISSING', message)
      }
      assertDigest(bytes, digest)
      return bytes
    },
  }
}

/** Only the registry itself may ask who we are: not where it redirected to. */
function isRefusalOf(url: URL, thrown: unknown): thrown is FetchError {
  if (!(thrown instanceof FetchError) || thrown.url === undefined) return false
  if (thrown.status !== UNAUTHORIZED && thrown.status !== FORBIDDEN) return false
  return URL.canParse(thrown.url) && new URL(thrown.url).origin === url.origin
}

/** Undefined where the answer has one of the statuses that say that there is nothing. */
async function unless(statuses: readonly number[], bytes: Promise<Buffer>): Promise<Buffer | undefined> {
  try {
    return await bytes
  } catch (thrown) {
    if (thrown instanceof FetchError && thrown.status !== undefined && statuses.includes(thrown.status))
      return undefined
    throw thrown
  }
}

function tooMany(digest: Digest): ImageError {
  const message = `more refers to ${digest.toString()} than anybody makes`
  return new ImageError('IMAGE_MANIFEST_MALFORMED', message, { expected: `at most ${MAX_PAGES} pages` })
}

/** The digest is computed, not believed. */
function assertDigest(bytes: Buffer, expected: Digest): void {
  const actual = digestOf(bytes)
  if (actual.equals(expected)) return
  throw new ImageError('IMAGE_DIGEST_MISMATCH', 'the registry served other bytes than it was asked for', {
    expected: expected.toString(),
    actual: actual.toString(),
  })
}

/** Docker Hub has a host of its own for this, and a folder for images without one. */
function toUrl({ registry, repository }: Repository, path: string): URL {
  const isHub = DOCKER_HUB.includes(registry)
  const host = isHub ? DOCKER_HUB_HOST : registry
  const name = isHub && !repository.includes('/') ? `library/${repository}` : repository
  const url = new URL(`https://${host}/v2/${name}/${path}`)
  if (isLoopback(url)) url.protocol = 'http:'
  return url
}
