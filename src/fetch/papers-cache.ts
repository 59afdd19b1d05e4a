// The papers of a release hardly ever change, and an audit reads them every
// day: what is kept here is asked for again by its tag alone (RFC 9110
// §13.1.2), and comes back only when it is another. Whoever can write to the
// folder can feign a paper, as whoever serves it can: it is checked no less.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { digestOf } from '../digest.js'
import type { FetchBytesOptions, Http } from '../ports.js'

const MAX_TAG_LENGTH = 1024
/** Printable ASCII: it goes into a header again. */
const tag = v.pipe(v.string(), v.maxLength(MAX_TAG_LENGTH), v.regex(/^(?:W\/)?"[\x21\x23-\x7e]*"$/))
const keptSchema = v.strictObject({ url: v.string(), etag: tag, sha256: v.string() })

export type FetchPaper = (url: URL, options: FetchBytesOptions) => Promise<Buffer>

/** @param folder that is kept between runs; created when the first paper is kept */
export function createPapersCache(http: Http, folder: string): FetchPaper {
  return async (url, options) => {
    const path = join(folder, createHash('sha256').update(url.href).digest('hex'))
    const kept = await readKept(path, url)
    const fetched = await http.fetchIfChanged(url, { ...options, etag: kept?.etag })
    if (fetched === undefined) {
      if (kept !== undefined) return kept.bytes
      return http.fetchBytes(url, options)
    }
    if (v.is(tag, fetched.etag)) await keep(path, { url, etag: fetched.etag, bytes: fetched.bytes })
    return fetched.bytes
  }
}

/** @returns undefined when there is none, or none that is whole */
async function readKept(
  path: string,
  url: URL,
): Promise<{ readonly etag: string; readonly bytes: Buffer } | undefined> {
  try {
    const [json, bytes] = await Promise.all([readFile(`${path}.json`, 'utf8'), readFile(path)])
    const kept = v.parse(keptSchema, JSON.parse(json))
    const isWhole = kept.url === url.href && kept.sha256 === digestOf(bytes).hex
    return isWhole ? { etag: kept.etag, bytes } : undefined
  } catch {
    return undefined
  }
}

/** A folder that cannot be written costs the next run a transfer, and this one nothing. */
async function keep(
  path: string,
  { url, etag, bytes }: { readonly url: URL; readonly etag: string; readonly bytes: Buffer },
): Promise<void> {
  const json = JSON.stringify({ url: url.href, etag, sha256: digestOf(bytes).hex })
  try {
    await mkdir(dirname(path), { recursive: true })
    await replace(path, bytes)
    await replace(`${path}.json`, json)
  } catch {
    return
  }
}

async function replace(path: string, content: string | Buffer): Promise<void> {
  const next = `${path}.${randomUUID()}`
  await writeFile(next, content, { mode: 0o600 })
  await rename(next, path)
}
