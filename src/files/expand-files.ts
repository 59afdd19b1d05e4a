// The action's input `files`: paths and patterns → files that are there. By
// Node's own glob, which is stable in Node 24 (`fs.glob`), so that no library
// is needed for it.
import { glob, stat } from 'node:fs/promises'
import { messageOf } from '../errors.js'
import { type Read, mapRead, readEach, refuse } from '../request/fields.js'
import { openFile } from './open-file.js'

/** Each is hashed and verified: a pattern that meets more is a slip. */
const MAX_FILES = 1000
/** Commas within `{a,b}` are the pattern's own. */
const SEPARATOR = /[,\n](?![^{}\n]*\})/
/** What lies beside a file to prove it is not itself to be proven. */
const EVIDENCE = /\.(?:sig|cert|sha256|sha512|sigstore\.json)$/

export interface ExpandOptions {
  /** Whether folders are met as well. */
  readonly withFolders?: boolean
}

/**
 * Finds every file that the paths and patterns of `files` meet, once each. A path that meets none is a fault: what is
 * not there is not verified.
 */
export async function expandFiles(
  text: string,
  field: string,
  { withFolders = false }: ExpandOptions = {},
): Promise<Read<readonly string[]>> {
  const patterns = text
    .split(SEPARATOR)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  if (patterns.length === 0) return refuse(field, 'names no file', 'INPUT_REQUIRED')
  const found = await Promise.all(patterns.map((pattern) => readPattern(pattern, field, withFolders)))
  return mapRead(
    readEach(found, (each) => each),
    (lists) => {
      const paths = new Set(lists.flat())
      return [...paths]
        .filter((path) => !EVIDENCE.test(path) || !paths.has(path.replace(EVIDENCE, '')))
        .sort()
    },
  )
}

/** Reads paths and digests as they are; a path at which no file is is a fault, and known before anybody is asked. */
export async function seeFiles(paths: readonly string[]): Promise<Read<readonly string[]>> {
  return readEach(await Promise.all(paths.map(seeFile)), (each) => each)
}

/** As seeFiles, for folders as well. */
export async function seePaths(paths: readonly string[]): Promise<Read<readonly string[]>> {
  const see = async (path: string): Promise<Read<string>> => {
    if (path.startsWith('sha256:') || path === '') return { value: path }
    const stats = await stat(path).catch((thrown: unknown) => messageOf(thrown))
    if (typeof stats === 'string') return refuse(path, `cannot be read: ${stats}`)
    if (stats.isFile() || stats.isDirectory()) return { value: path }
    return refuse(path, 'is neither a file nor a folder')
  }
  return readEach(await Promise.all(paths.map(see)), (each) => each)
}

async function seeFile(path: string): Promise<Read<string>> {
  // A digest stands for a file that is elsewhere, and the empty word is a fault of its own.
  if (path.startsWith('sha256:') || path === '') return { value: path }
  try {
    // A link is followed: the user named it.
    const { handle } = await openFile(path, { followLink: true })
    await handle.close()
    return { value: path }
  } catch (thrown) {
    return refuse(path, `cannot be read as a file: ${messageOf(thrown)}`)
  }
}

async function readPattern(
  pattern: string,
  field: string,
  withFolders: boolean,
): Promise<Read<readonly string[]>> {
  // A digest stands for a file that is elsewhere.
  if (pattern.startsWith('sha256:')) return { value: [pattern] }
  try {
    const files = await expand(pattern, withFolders)
    return files.length > 0 ? { value: files } : refuse(field, `"${pattern}" meets no file`)
  } catch (thrown) {
    return refuse(field, `"${pattern}" cannot be read: ${messageOf(thrown)}`)
  }
}

async function expand(pattern: string, withFolders: boolean): Promise<string[]> {
  const files: string[] = []
  for await (const path of glob(pattern)) {
    // A link is followed: the user named it.
    const stats = await stat(path)
    if (!stats.isFile() && !(withFolders && stats.isDirectory())) continue
    if (files.length === MAX_FILES) throw new Error(`it meets more than ${MAX_FILES} files`)
    files.push(path)
  }
  return files
}
