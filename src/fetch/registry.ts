// A container registry, by the distribution API
// (https://github.com/opencontainers/distribution-spec/blob/main/spec.md),
// with the anonymous token flow that most of them want
// (https://distribution.github.io/distribution/spec/auth/token/).
import { type Digest, digestOf } from '../digest.js'
import { EvidenceError, FetchError, ImageError } from '../errors.js'
import { MANIFEST_TYPES } from '../evidence/image-manifest.js'
import type { FetchBytesOptions, Http, ImageRegistry, Repository } from '../ports.js'
import { isLoopback, resolveGiven } from './url-policy.js'

/** The specification's own limit. */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024
/** Payloads and bundles: we fetch no other blob. */
const MAX_BLOB_BYTES = 1024 * 1024
const MAX_TOKEN_BYTES = 64 * 1024
const UNAUTHORIZED = 401
const NOT_FOUND = 404

export function createImageRegistry(http: Http): ImageRegistry {
  /** By repository, since a token is for one. */
  const tokens = new Map<string, Promise<string>>()

  async function fetchBytes(
    repository: Repository,
    path: string,
    options: FetchBytesOptions,
  ): Promise<Buffer | undefined> {
    const url = toUrl(repository, path)
    const key = `${repository.registry}/${repository.repository}`
    const known = tokens.get(key)
    try {
      return await http.fetchBytes(url, { ...options, authorization: await known })
    } catch (thrown) {
      if (!(thrown instanceof FetchError)) throw thrown
      if (thrown.status === NOT_FOUND) return undefined
      if (thrown.status !== UNAUTHORIZED || thrown.challenge === undefined || known !== undefined)
        throw thrown
      const token = tokens.get(key) ?? fetchToken(http, url, thrown)
      tokens.set(key, token)
      await token
      return fetchBytes(repository, path, options)
    }
  }

  return {
    fetchManifest: async (repository, reference) => {
      const options = { maxBytes: MAX_MANIFEST_BYTES, accept: MANIFEST_TYPES.join(', ') }
      const bytes = await fetchBytes(repository, `manifests/${reference.toString()}`, options)
      if (bytes !== undefined && typeof reference !== 'string') assertDigest(bytes, reference)
      return bytes
    },
    fetchReferrers: (repository, digest) =>
      fetchBytes(repository, `referrers/${digest.toString()}`, { maxBytes: MAX_MANIFEST_BYTES }),
    fetchBlob: async (repository, digest) => {
      const path = `blobs/${digest.toString()}`
      const bytes = await fetchBytes(repository, path, { maxBytes: MAX_BLOB_BYTES })
      if (bytes === undefined) {
        const message = `the registry has no blob ${digest.toString()}, which its manifest names`
        throw new EvidenceError('EVIDENCE_SIGNATURE_MISSING', message)
      }
      assertDigest(bytes, digest)
      return bytes
    },
  }
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

function toUrl({ registry, repository }: Repository, path: string): URL {
  const url = new URL(`https://${registry}/v2/${repository}/${path}`)
  if (isLoopback(url)) url.protocol = 'http:'
  return url
}

/** `Bearer realm="https://auth.example/token",service="…",scope="…"` → the header's value. */
async function fetchToken(http: Http, challenger: URL, refusal: FetchError): Promise<string> {
  const { challenge = '' } = refusal
  const parameters = Object.fromEntries(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
  const { realm = '', service, scope } = parameters
  if (!/^Bearer\s/i.test(challenge) || realm === '') throw refusal
  const url = resolveGiven(challenger, realm, 'sends for a token')
  if (service !== undefined) url.searchParams.set('service', service)
  if (scope !== undefined) url.searchParams.set('scope', scope)
  const options = { maxBytes: MAX_TOKEN_BYTES, accept: 'application/json', givenBy: challenger }
  const answer = await http.fetchBytes(url, options)
  const { token, access_token: accessToken } = parseToken(answer.toString())
  const value = token ?? accessToken
  // What goes into a header has to be one.
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) throw refusal
  return `Bearer ${value}`
}

function parseToken(text: string): { token?: unknown; access_token?: unknown } {
  try {
    return (JSON.parse(text) ?? {}) as object
  } catch {
    return {}
  }
}
