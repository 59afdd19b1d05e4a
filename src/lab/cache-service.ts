// The Actions cache service, version 2, as the toolkit's client speaks to it:
// Twirp over HTTP, and blobs by signed URLs. It believes whoever writes to it,
// as the real one does within a scope.
import type { IncomingMessage } from 'node:http'
import { type RecordedRequest, WebServer, text } from './web-server.js'
import { toContent } from './content.js'

interface Entry {
  readonly key: string
  /** Of the paths and the compression. */
  readonly version: string
  blob: Buffer | undefined
}

export class CacheService {
  readonly entries: Entry[] = []
  #server: WebServer | undefined

  static async start(): Promise<CacheService> {
    const service = new CacheService()
    service.#server = await WebServer.start((request) => service.#answer(request))
    return service
  }

  get #web(): WebServer {
    if (this.#server === undefined) throw new Error('the cache service has not been started')
    return this.#server
  }

  /** What a runner gives its steps. */
  get env(): Record<string, string> {
    return {
      ACTIONS_CACHE_SERVICE_V2: 'true',
      ACTIONS_RESULTS_URL: `${this.#web.url}/`,
      ACTIONS_RUNTIME_TOKEN: 'lab-token',
      GITHUB_WORKSPACE: '/',
    }
  }

  get requests(): readonly RecordedRequest[] {
    return this.#web.requests
  }

  override(...args: Parameters<WebServer['override']>): void {
    this.#web.override(...args)
  }

  async close(): Promise<void> {
    await this.#web.close()
  }

  async #answer(request: IncomingMessage): Promise<ReturnType<typeof text>> {
    const body = await readBody(request)
    const { method = '', url = '' } = request
    const [, id] = /^\/blob\/(\d+)/.exec(url) ?? []
    const entry = id === undefined ? undefined : this.entries[Number(id)]
    if (entry !== undefined && method === 'PUT') {
      entry.blob = body
      return text(201, '', { etag: '"lab"', 'last-modified': new Date(0).toUTCString() })
    }
    if (entry?.blob !== undefined) return { status: 200, content: toContent(entry.blob) }
    const json = JSON.parse(body.toString() || '{}') as Record<string, string>
    const answer = this.#call(url.slice(url.lastIndexOf('/') + 1), json)
    return text(200, JSON.stringify(answer), { 'content-type': 'application/json' })
  }

  #call(name: string, { key = '', version = '' }: Record<string, string>): object {
    const isThere = this.entries.findIndex((entry) => entry.key === key && entry.version === version)
    switch (name) {
      case 'CreateCacheEntry':
        if (isThere >= 0) return { ok: false, signed_upload_url: '', message: 'already exists' }
        this.entries.push({ key, version, blob: undefined })
        return { ok: true, signed_upload_url: `${this.#web.url}/blob/${this.entries.length - 1}?sig=lab` }
      case 'FinalizeCacheEntryUpload':
        return { ok: true, entry_id: String(isThere + 1) }
      case 'GetCacheEntryDownloadURL': {
        const found = this.entries.findLastIndex(
          (entry) => entry.blob !== undefined && entry.version === version && entry.key.startsWith(key),
        )
        if (found < 0) return { ok: false, signed_download_url: '', matched_key: '' }
        return {
          ok: true,
          signed_download_url: `${this.#web.url}/blob/${found}?sig=lab`,
          matched_key: this.entries[found]?.key ?? '',
        }
      }
      default:
        return { ok: false }
    }
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
