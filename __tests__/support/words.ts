// What an entry hands to a command, made for a test.
import { type GetRequest, parseGetRequest } from '../../src/request/get-request.js'
import type { Words } from '../../src/request/input.js'
import type { RequestSurroundings } from '../../src/request/scope-inputs.js'

/** Inputs of a step, by their names. */
export type RawInputs = Readonly<Record<string, string>>

/** Words of the action's: names without dashes. */
export function toWords(values: RawInputs): Words {
  return { values, positionals: [], faults: [], spell: (name) => name }
}

/** The request of `get`. */
export function parseRequest(raw: RawInputs, surroundings: RequestSurroundings): GetRequest {
  return parseGetRequest(toWords(raw), surroundings)
}
