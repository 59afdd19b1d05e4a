// The file that `version-file` names. The repository it stands in may be
// anybody's: small, and read whole before anything looks at it. Its parser is
// loaded only when there is one: it costs start-up time.
import { basename } from 'node:path'
import { messageOf } from '../errors.js'
import { type Read, refuse } from '../request/fields.js'
import { type Words, wordOf } from '../request/input.js'
import type { VersionSpec } from '../request/request.js'
import { type SkewSpec, readSkewFile } from '../request/skew.js'
import { readFoundVersion } from '../request/versions.js'
import { readSmallFile } from './read-small-file.js'

const MAX_BYTES = 1024 * 1024
const NAME = 'version-file'

/** @returns the version that the file asks for; undefined when the words name no file */
export async function readVersionFile(words: Words): Promise<Read<readonly VersionSpec[]> | undefined> {
  const path = wordOf(words, NAME)
  const field = words.spell(NAME)
  if (path === '') return undefined
  try {
    const text = (await readSmallFile(path, MAX_BYTES)).toString()
    const { parseVersionFile } = await import('../request/version-file.js')
    return readFoundVersion(parseVersionFile(basename(path), text), field)
  } catch (thrown) {
    return refuse(field, `"${path}" cannot be read: ${messageOf(thrown)}`)
  }
}

const SKEW_NAME = 'skew-of'

/** @returns the API servers that a file tells of; undefined when the words name no file */
export async function readSkewOf(words: Words): Promise<Read<SkewSpec> | undefined> {
  const path = wordOf(words, SKEW_NAME)
  const field = words.spell(SKEW_NAME)
  if (path === '') return undefined
  try {
    return readSkewFile(path, new TextDecoder().decode(await readSmallFile(path, MAX_BYTES)), field)
  } catch (thrown) {
    return refuse(field, `"${path}" cannot be read: ${messageOf(thrown)}`)
  }
}
