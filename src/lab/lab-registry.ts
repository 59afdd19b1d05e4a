// A registry in memory, on loopback, with the manners of the great ones: who
// may pull, how tokens are given and how long they last, and whether there is
// a list of referrers, in how many pages.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { INDEX_TYPE, ImageStore, MANIFEST_TYPE, type ManifestBytes, sha256 } from './image-store.js'
import { toContent } from './content.js'
import { type Answer, WebServer, text } from './web-server.js'

export interface LabRegistryOptions {
  readonly scheme?: 'none' | 'basic' | 'bearer'
  /** Whether a token is given to anybody; without, only to the user. */
  readonly isPublic?: boolean
  /** For how many requests a token is good. */
  readonly usesPerToken?: number
  readonly referrers?: 'list' | 'absent' | 'page'
  readonly referrersPerPage?: number
  /** Whether tokens are given at another origin, as Docker Hub does; else at the registry's own, as GHCR does. */
  readonly hasTokenService?: boolean
  /** What is served from another origin, to which the registry redirects: blobs. */
  readonly hasStorage?: boolean
  /** What a token that is good for nothing yet is answered with where a repository is not known: GHCR denies. */
  readonly unknown?: 404 | 403
}

export const LAB_USER = {
  username: 'somebody',
  password: 'pass:word',
  identityToken: 'identity-token-of-somebody',
}

interface Stored {
  readonly bytes: Buffer
  readonly type: string
}

export class LabRegistry extends ImageStore {
  readonly #options: LabRegistryOptions
  /** By `repository reference`. */
  readonly #manifests = new Map<string, Stored>()
  readonly #blobs = new Map<string, Buffer>()
  readonly #tokens = new Map<string, number>()
  #server: WebServer | undefined
  #tokenService: WebServer | undefined
  #storage: WebServer | undefined

  private constructor(options: LabRegistryOptions) {
    super()
    this.#options = options
  }

  static async start(options: LabRegistryOptions = {}): Promise<LabRegistry> {
    const registry = new LabRegistry(options)
    registry.#server = await WebServer.start((request) => registry.#answer(request))
    registry.#tokenService = await WebServer.start((request) => registry.#answerToken(request))
    registry.#storage = await WebServer.start(({ url = '' }) => {
      const bytes = registry.#blobs.get(url.slice(1))
      return bytes === undefined ? text(404, '') : { status: 200, content: toContent(bytes) }
    })
    return registry
  }

  get server(): WebServer {
    return known(this.#server)
  }

  get tokenService(): WebServer {
    return this.#options.hasTokenService === true ? known(this.#tokenService) : this.server
  }

  get storage(): WebServer {
    return known(this.#storage)
  }

  get host(): string {
    return new URL(this.server.url).host
  }

  pushBlob(_: string, bytes: Buffer): Promise<void> {
    this.#blobs.set(sha256(bytes), bytes)
    return Promise.resolve()
  }

  pushBytes(repository: string, tag: string, { bytes, type }: ManifestBytes): Promise<void> {
    for (const reference of [tag, sha256(bytes)])
      this.#manifests.set(`${repository} ${reference}`, { bytes, type })
    return Promise.resolve()
  }

  async close(): Promise<void> {
    for (const server of [this.#server, this.#tokenService, this.#storage]) await server?.close()
  }

  #answer(request: IncomingMessage): Answer | Promise<Answer> {
    const { url = '' } = request
    if (url.startsWith('/token')) return this.#answerToken(request)
    const [, repository = '', kind, reference = ''] =
      /^\/v2\/(.+)\/(manifests|blobs|referrers)\/([^?]+)/.exec(url) ?? []
    const refusal = this.#refuse(request, repository)
    if (refusal !== undefined) return refusal
    if (kind === 'manifests') return this.#answerManifest(`${repository} ${reference}`)
    if (kind === 'blobs') return this.#answerBlob(reference)
    return kind === 'referrers' ? this.#answerReferrers(repository, reference, url) : unknown()
  }

  #refuse({ headers: { authorization = '' } }: IncomingMessage, repository: string): Answer | undefined {
    const { scheme = 'none', usesPerToken = Infinity } = this.#options
    if (scheme === 'none') return undefined
    if (scheme === 'basic')
      return authorization === basic() ? undefined : unauthorized('Basic realm="lab registry"')
    const token = authorization.replace(/^Bearer /, '')
    const uses = this.#tokens.get(token)
    if (uses !== undefined && uses < usesPerToken) {
      this.#tokens.set(token, uses + 1)
      return undefined
    }
    const realm = `${this.tokenService.url}/token`
    const challenge = `Bearer realm="${realm}",service="lab",scope="repository:${repository}:pull"`
    return unauthorized(uses === undefined ? challenge : `${challenge},error="invalid_token"`)
  }

  async #answerToken(request: IncomingMessage): Promise<Answer> {
    const { authorization } = request.headers
    const form = request.method === 'POST' ? new URLSearchParams(await bodyOf(request)) : undefined
    const isUser =
      form === undefined
        ? authorization === basic()
        : form.get('grant_type') === 'refresh_token' && form.get('refresh_token') === LAB_USER.identityToken
    const isAnonymous = form === undefined && authorization === undefined && this.#options.isPublic === true
    if (!isUser && !isAnonymous)
      return text(
        401,
        '{"errors":[{"code":"DENIED","message":"requested access to the resource is denied"}]}',
      )
    const token = randomBytes(24).toString('base64url')
    this.#tokens.set(token, 0)
    // Docker Hub gives both; OAuth has the one name alone.
    const answer =
      form === undefined ? { token, access_token: token, expires_in: 300 } : { access_token: token }
    return text(200, JSON.stringify(answer), { 'content-type': 'application/json' })
  }

  #answerManifest(key: string): Answer {
    const stored = this.#manifests.get(key)
    if (stored === undefined)
      return this.#options.unknown === 403 ? text(403, '{"errors":[{"code":"DENIED"}]}') : unknown()
    return { status: 200, content: toContent(stored.bytes), headers: { 'content-type': stored.type } }
  }

  #answerBlob(digest: string): Answer {
    const bytes = this.#blobs.get(digest)
    if (bytes === undefined) return unknown()
    if (this.#options.hasStorage !== true) return { status: 200, content: toContent(bytes) }
    return text(307, '', { location: `${this.storage.url}/${digest}` })
  }

  #answerReferrers(repository: string, digest: string, url: string): Answer {
    const { referrers = 'list', referrersPerPage = Infinity } = this.#options
    if (referrers === 'absent') return text(404, '404 page not found\n')
    if (referrers === 'page') return text(200, '<!DOCTYPE html>', { 'content-type': 'text/html' })
    const all = this.#referrersOf(repository, digest)
    const from = Number(new URL(url, this.server.url).searchParams.get('from') ?? 0)
    const index = {
      schemaVersion: 2,
      mediaType: INDEX_TYPE,
      manifests: all.slice(from, from + referrersPerPage),
    }
    const next = from + referrersPerPage
    const link = `</v2/${repository}/referrers/${digest}?from=${next}>; rel="next"`
    return text(200, JSON.stringify(index), {
      'content-type': INDEX_TYPE,
      ...(next < all.length && { link }),
    })
  }

  #referrersOf(repository: string, digest: string): object[] {
    const found = [...this.#manifests].flatMap(([key, { bytes }]) => {
      const { subject, artifactType, config } = JSON.parse(bytes.toString()) as {
        subject?: { digest: string }
        artifactType?: string
        config?: { mediaType: string }
      }
      // Each is there by its digest as well.
      if (key !== `${repository} ${sha256(bytes)}` || subject?.digest !== digest) return []
      const type = artifactType ?? config?.mediaType
      return [{ mediaType: MANIFEST_TYPE, size: bytes.length, digest: sha256(bytes), artifactType: type }]
    })
    return found
  }
}

function basic(): string {
  const { username, password } = LAB_USER
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

function unauthorized(challenge: string): Answer {
  return text(401, '{"errors":[{"code":"UNAUTHORIZED"}]}', { 'www-authenticate': challenge })
}

function unknown(): Answer {
  return text(404, '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}')
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the registry was not started')
  return value
}
