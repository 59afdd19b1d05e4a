// The papers of a release hardly ever change, and an audit reads them every
// day: what is kept here is asked for again by its tag alone (RFC 9110
// §13.1.2), and comes back only when it is another. Whoever can write to the
// folder could feign what the site does not say: so it has to be ours alone,
// and nothing is kept in it that nobody signed.
import { parseJson } from '../json/parse-json.js'
import { createHash } from 'node:crypto'
import { lstat, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { digestOf } from '../digest.js'
import { readSmallFile } from '../files/read-small-file.js'
import { remove } from '../files/remove.js'
import { replaceFile } from '../files/replace-file.js'
import type { FetchBytesOptions, Http } from '../ports.js'
import { toResultAsync } from '../result.js'

const MAX_TAG_LENGTH = 1024
const MAX_ENTRY_BYTES = 8 * 1024
/** Printable ASCII: it goes into a header again. */
const tag = v.pipe(v.string(), v.maxLength(MAX_TAG_LENGTH), v.regex(/^(?:W\/)?"[\x21\x23-\x7e]*"$/))
const keptSchema = v.strictObject({ url: v.string(), etag: tag, sha256: v.string() })

export type FetchPaper = (url: URL, options: FetchBytesOptions) => Promise<Buffer>

export interface PapersCache {
  readonly fetch: FetchPaper
  /** Leaves out what turned out to be wrong: the site would say of it by its tag that it is the same. */
  readonly forget: (url: URL) => Promise<void>
}

/**
 * For papers that are signed alone: whoever forges another is found out.
 * @param folder that is kept between runs; created when the first paper is kept. One that is not ours alone is not used
 */
export function createPapersCache(http: Http, folder: string): PapersCache {
  const pathOf = (url: URL): string => join(folder, createHash('sha256').update(url.href).digest('hex'))
  const fetch: FetchPaper = async (url, options) => {
    const path = pathOf(url)
    const kept = (await isOurs(folder)) ? await readKept(path, url, options) : undefined
    const fetched = await http.fetchIfChanged(url, { ...options, etag: kept?.etag })
    if (fetched === undefined) {
      if (kept !== undefined) return kept.bytes
      return http.fetchBytes(url, options)
    }
    if (v.is(tag, fetched.etag)) await keep(path, { url, etag: fetched.etag, bytes: fetched.bytes })
    return fetched.bytes
  }
  const forget = async (url: URL): Promise<void> => {
    if (await isOurs(folder)) await toResultAsync(remove(`${pathOf(url)}.json`))
  }
  return { fetch, forget }
}

/** A folder and no link, with nobody else to write to it. On Windows neither owner nor mode says so. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined)
  if (found?.isDirectory() !== true) return false
  return process.geteuid === undefined || (found.uid === process.geteuid() && (found.mode & 0o022) === 0)
}

/** @returns undefined when there is none, or none that is whole */
async function readKept(
  path: string,
  url: URL,
  { maxBytes }: FetchBytesOptions,
): Promise<{ readonly etag: string; readonly bytes: Buffer } | undefined> {
  try {
    const [json, bytes] = await Promise.all([
      readSmallFile(`${path}.json`, MAX_ENTRY_BYTES, {}),
      readSmallFile(path, maxBytes, {}),
    ])
    const kept = v.parse(keptSchema, parseJson(json.toString()))
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
  const folder = dirname(path)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (!(await isOurs(folder))) return
    await replaceFile({ path, text: bytes, root: folder })
    await replaceFile({ path: `${path}.json`, text: json, root: folder })
  } catch {
    return
  }
}
