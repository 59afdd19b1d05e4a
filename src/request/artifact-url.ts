// The input `url`: artifacts of other projects, each with its evidence beside
// it: https://…/crictl-v1.35.0-linux-amd64.tar.gz
import { type Read, type Reader, readEach, readUrl, refuse, splitList } from './fields.js'

/** The last part of a URL names the file: no dot first, no blank, nothing that a file system takes amiss. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,199}$/
const EVIDENCE = /\.(?:sig|cert|pem|sha256|sha512|sigstore\.json)$/

/** One or more https URLs, each of a file; none where nothing is given. */
export const readArtifactUrls: Reader<readonly URL[]> = (text, field) => {
  const words = splitList(text)
  if (text !== '' && words.length === 0) return refuse(field, 'names no URL', 'INPUT_REQUIRED')
  return readEach(words, (word) => readArtifactUrl(word, field))
}

function readArtifactUrl(text: string, field: string): Read<URL> {
  const url = readUrl(text, field)
  if (url.faults !== undefined) return url
  const name = fileNameOf(url.value)
  if (FILE_NAME.test(name) && !EVIDENCE.test(name)) return url
  return refuse(field, `"${text}" does not end in the name of an artifact's file`)
}

/** The last part of a URL, which names its file. */
export function fileNameOf({ pathname }: URL): string {
  return pathname.slice(pathname.lastIndexOf('/') + 1)
}

/** As the name says: what is unpacked, or what is run. */
export function kindOfUrl(url: URL): 'tarball' | 'binary' {
  return fileNameOf(url).endsWith('.tar.gz') ? 'tarball' : 'binary'
}
