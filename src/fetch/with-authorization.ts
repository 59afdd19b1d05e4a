// A secret of one flow. The mirror's is for what we ask of the mirror as the
// release site: whoever else leads to that origin, by a challenge or as the
// log, is not given it.
import type { FetchBytesOptions, Http } from '../ports.js'

/** @param value of the Authorization header; undefined changes nothing */
export function withAuthorization(http: Http, origin: string, value: string | undefined): Http {
  if (value === undefined) return http
  const authorized = <T extends Pick<FetchBytesOptions, 'signal'>>(url: URL, options: T): T =>
    url.origin === origin ? { ...options, authorization: value } : options
  return {
    fetchBytes: (url, options) => http.fetchBytes(url, authorized(url, options)),
    fetchFile: (url, options) => http.fetchFile(url, authorized(url, options)),
    fetchIfChanged: (url, options) => http.fetchIfChanged(url, authorized(url, options)),
    fetchSize: (url, options) => http.fetchSize(url, authorized(url, options)),
  }
}
