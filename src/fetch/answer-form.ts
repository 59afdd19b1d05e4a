// Whether an answer is in its service's form at all. An HTML page, half an
// answer or somebody else's JSON under status 200 is from whatever stands in
// between: a login page, a proxy, a server that is going down. It says nothing
// about what was asked for, and may be gone at the next try.
import { parseJson } from '../json/parse-json.js'
import { FetchError } from '../errors.js'
import { describeText } from '../evidence/describe.js'
import { formatUrl } from './url-policy.js'

/** Says what is wrong with the form of an answer; undefined where nothing is. */
export type FindFault = (bytes: Buffer) => string | undefined

/** How much of an answer is looked at for a page. */
const HEAD_BYTES = 512
const PAGE = /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|head|body)/i

/** Of anything that is no page on the web. */
function findPage(bytes: Buffer): string | undefined {
  return PAGE.test(bytes.subarray(0, HEAD_BYTES).toString('latin1')) ? 'an HTML page' : undefined
}

/** Of a small file, which holds something. */
export function findPageOrNothing(bytes: Buffer): string | undefined {
  return bytes.length === 0 ? 'nothing' : findPage(bytes)
}

/** Of an API that answers in JSON, of which `isOfService` knows the form. */
export function jsonFault(isOfService: (json: unknown) => boolean): FindFault {
  return (bytes) => {
    const text = bytes.toString()
    let json: unknown
    try {
      json = parseJson(text)
    } catch {
      return text.trim() === '' ? 'nothing' : describeText(text)
    }
    return isOfService(json) ? undefined : 'other JSON'
  }
}

/** @throws FetchError FETCH_ANSWER_UNEXPECTED, which is tried again */
export function assertForm(url: URL, bytes: Buffer, findFault: FindFault | undefined): void {
  const fault = findFault?.(bytes)
  if (fault === undefined) return
  const message = `${formatUrl(url)} answered with ${fault}, and not in its form`
  throw new FetchError('FETCH_ANSWER_UNEXPECTED', message, { url: formatUrl(url), retryable: true })
}
