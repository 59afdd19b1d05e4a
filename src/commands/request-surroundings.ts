// What a request is read in.
import { readSkewOf, readVersionFile } from '../files/read-version-file.js'
import type { Words } from '../request/input.js'
import type { RequestSurroundings } from '../request/scope-inputs.js'
import type { Surroundings } from './surroundings.js'

/** The machine, and what the files say that the words name. */
export async function toSurroundings(
  words: Words,
  { machine }: Pick<Surroundings, 'machine'>,
): Promise<RequestSurroundings> {
  return { machine, versionFile: await readVersionFile(words), skewOf: await readSkewOf(words) }
}
