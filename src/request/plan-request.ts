// What `plan` was asked, which is what `get` would be, and in which form it is told.
import { assertInCache } from './cache-inputs.js'
import { oneOf } from './fields.js'
import { GET, type GetRequest, type GetValues, POSITIONALS, toGetRequest } from './get-request.js'
import {
  type CommandInputs,
  type Rule,
  type Words,
  booleanInput,
  conflict,
  input,
  readInputs,
} from './input.js'
import { type RequestSurroundings, toReadOptions } from './scope-inputs.js'

const PLAN_FORMATS = ['text', 'json', 'allow-list'] as const
type PlanValues = Omit<GetValues, 'format'> & {
  readonly format: (typeof PLAN_FORMATS)[number]
  readonly hosts: boolean
}

/** As GET, for who wants to know beforehand. */
export const PLAN: CommandInputs<PlanValues> = {
  table: {
    ...GET.table,
    hosts: booleanInput(
      'What',
      'Whether the hosts that would be asked are told, as far as they can be known beforehand, instead of the artifacts; nothing is fetched.',
      { entry: 'cli' },
    ),
    format: input(
      'Results',
      'Whether the plan is printed for people (`text`) or for programs (`json`), or its hosts for a firewall, one `host:port` a line (`allow-list`).',
      { entry: 'cli', default: 'text', placeholder: 'choice', read: oneOf(PLAN_FORMATS) },
    ),
  },
  rules: [
    ...GET.rules.map(({ check, ...rule }): Rule<PlanValues> => ({
      ...rule,
      check: ({ values: { format, ...values }, ...seen }) =>
        check({ ...seen, values: { ...values, format: format === 'json' ? 'json' : 'text' } }),
    })),
    conflict(
      'format',
      'allow-list is a form of {hosts}; allowed without: text, json',
      ({ values }) => values.format === 'allow-list' && values.hosts !== true,
    ),
  ],
  positionals: POSITIONALS,
}

export interface PlanRequest extends GetRequest {
  readonly format: PlanValues['format']
  /** Whether hosts are told instead of artifacts. */
  readonly tellsHosts: boolean
}

/**
 * Reads the request of `plan`.
 * @throws InputError with every fault
 */
export function parsePlanRequest(words: Words, surroundings: RequestSurroundings): PlanRequest {
  const { format, hosts, ...others } = readInputs(PLAN, words, toReadOptions(surroundings))
  const values: GetValues = { ...others, format: 'text' }
  if (!hosts) assertInCache(values, words, surroundings)
  const request = toGetRequest(values, surroundings)
  return { ...request, format, tellsHosts: hosts }
}
