// The input `url`: artifacts of other projects, each with its evidence beside
// it: https://…/crictl-v1.35.0-linux-amd64.tar.gz
import { type FieldErrors, readList, readUrl } from './fields.js'

/** The last part of a URL names the file: no dot first, no blank, nothing that a file system takes amiss. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,199}$/
const EVIDENCE = /\.(?:sig|cert|pem|sha256|sha512|sigstore\.json)$/

/** One or more https URLs, each of a file. */
export function readArtifactUrls(errors: FieldErrors, text: string): URL[] {
  const urls = readList(text).flatMap((each) => readArtifactUrl(errors, each) ?? [])
  if (text !== '' && readList(text).length === 0) errors.add('INPUT_REQUIRED', 'url', 'names no URL')
  return urls
}

function readArtifactUrl(errors: FieldErrors, text: string): URL | undefined {
  const url = readUrl(errors, 'url', text)
  if (url === undefined) return undefined
  const name = fileNameOf(url)
  if (FILE_NAME.test(name) && !EVIDENCE.test(name)) return url
  return errors.add('INPUT_INVALID', 'url', `"${text}" does not end in the name of an artifact's file`)
}

export function fileNameOf({ pathname }: URL): string {
  return pathname.slice(pathname.lastIndexOf('/') + 1)
}

/** As the name says: what is unpacked, or what is run. */
export function kindOfUrl(url: URL): 'tarball' | 'binary' {
  return fileNameOf(url).endsWith('.tar.gz') ? 'tarball' : 'binary'
}
