// The action's input `files`: paths and patterns → files that are there. By
// Node's own glob, which is stable in Node 24 (`fs.glob`), so that no library
// is needed for it.
import { glob, stat } from 'node:fs/promises'
import { messageOf } from '../errors.js'
import type { FieldErrors } from '../request/fields.js'

/** Each is hashed and verified: a pattern that meets more is a slip. */
const MAX_FILES = 1000
/** Commas within `{a,b}` are the pattern's own. */
const SEPARATOR = /[,\n](?![^{}\n]*\})/
/** What lies beside a file to prove it is not itself to be proven. */
const EVIDENCE = /\.(?:sig|cert|sha256|sha512|sigstore\.json)$/

/**
 * Every file that a path or pattern meets, once each. A path that meets none is a fault: what is not there is not
 * verified.
 * @returns undefined when the input is empty
 */
export async function expandFiles(errors: FieldErrors, text = ''): Promise<readonly string[] | undefined> {
  const patterns = text
    .split(SEPARATOR)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  if (text.trim() === '') return undefined
  if (patterns.length === 0) errors.add('INPUT_REQUIRED', 'files', 'names no file')
  const found = new Set<string>()
  for (const pattern of patterns) {
    try {
      const files = await expand(pattern)
      if (files.length === 0) errors.add('INPUT_INVALID', 'files', `"${pattern}" meets no file`)
      for (const file of files) found.add(file)
    } catch (thrown) {
      errors.add('INPUT_INVALID', 'files', `"${pattern}" cannot be read: ${messageOf(thrown)}`)
    }
  }
  const files = [...found].filter((path) => !EVIDENCE.test(path) || !found.has(path.replace(EVIDENCE, '')))
  return files.sort()
}

async function expand(pattern: string): Promise<string[]> {
  const files: string[] = []
  for await (const path of glob(pattern)) {
    // A link is followed: the user named it.
    if (!(await stat(path)).isFile()) continue
    if (files.length === MAX_FILES) throw new Error(`it meets more than ${MAX_FILES} files`)
    files.push(path)
  }
  return files
}
