// The file that `version-file` names. The repository it stands in may be
// anybody's: small, and read whole before anything looks at it. Its parser is
// loaded only when there is one: it costs start-up time.
import { basename } from 'node:path'
import { messageOf } from '../errors.js'
import { readSmallFile } from './read-small-file.js'
import type { FieldErrors } from '../request/fields.js'
import type { FoundVersion } from '../request/versions.js'

const MAX_BYTES = 1024 * 1024

/** @returns undefined when no file is named, or when it cannot be read, which is recorded */
export async function readVersionFile(
  errors: FieldErrors,
  path: string | undefined,
): Promise<FoundVersion | undefined> {
  const trimmed = path?.trim() ?? ''
  if (trimmed === '') return undefined
  try {
    const text = (await readSmallFile(trimmed, MAX_BYTES)).toString()
    const { parseVersionFile } = await import(/* webpackMode: "eager" */ '../request/version-file.js')
    return parseVersionFile(basename(trimmed), text)
  } catch (thrown) {
    return errors.add('INPUT_INVALID', 'version-file', `"${trimmed}" cannot be read: ${messageOf(thrown)}`)
  }
}
