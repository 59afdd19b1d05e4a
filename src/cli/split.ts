// What commander has split into flags and words → the words of a command. What
// they mean, the tables of the commands say; faults are collected, so that one
// error can name them all.
import type { FieldError } from '../errors.js'
import {
  type CommandName,
  FORMER_PLANNER,
  PLANNER_WARNING,
  inputsOf,
  refuseForeign,
} from '../request/commands.js'
import type { Words } from '../request/input.js'
import { flagsOf, wordsOnlyOf } from './command-flags.js'

type Environment = Readonly<Record<string, string | undefined>>
/** A flag would show the secret to every process. */
const SECRET_VARIABLES: Readonly<Record<string, string>> = { 'mirror-authorization': 'MIRROR_AUTHORIZATION' }

/** What commander has split. */
export interface Split {
  readonly name: CommandName
  readonly flags: readonly { readonly name: string; readonly value: string | null }[]
  /** Words without a flag, and flags that nobody knows. */
  readonly args: readonly string[]
}

/** A command with its words, to be run. */
export interface Run {
  readonly kind: 'run'
  readonly command: CommandName
  readonly words: Words
  readonly warnings: readonly string[]
}

/** Reads the words of a command from what commander has split; its faults are collected. */
export function toRun({ name, flags, args }: Split, environment: Environment): Run {
  const isPlanner = name === FORMER_PLANNER && flags.some((flag) => flag.name === 'shards')
  const command = isPlanner ? 'plan-shards' : name
  const own = new Map(flagsOf(command))
  const only = wordsOnlyOf(command)
  const spell = (input: string): string => (input === only || input.startsWith('-') ? input : `--${input}`)
  const faults: FieldError[] = []
  const values: Record<string, string> = {}
  const foreign: string[] = []
  for (const { name: input, value } of flags) {
    const facts = own.get(input)
    if (facts === undefined) foreign.push(input)
    else if (input in values)
      faults.push({ code: 'INPUT_CONFLICT', field: spell(input), message: 'is given twice; allowed: once' })
    else if (value !== null) values[input] = value
    else if (facts.placeholder === undefined) values[input] = 'true'
    else faults.push({ code: 'INPUT_REQUIRED', field: spell(input), message: 'needs a value' })
  }
  for (const [input, { isSecret }] of inputsOf(command, 'cli'))
    if (isSecret) values[input] = environment[SECRET_VARIABLES[input] ?? ''] ?? ''
  const { positionals, unknown } = sortArguments(args)
  const asked = { command, entry: 'cli', spell, allowed: [...own.keys()] } as const
  return {
    kind: 'run',
    command,
    words: {
      values,
      positionals,
      faults: [...refuseForeign([...new Set(foreign), ...unknown], asked), ...faults],
      spell,
    },
    warnings: isPlanner ? [PLANNER_WARNING] : [],
  }
}

/** What commander has left: words, and flags that nobody knows, each with what looks like its value. */
function sortArguments(args: readonly string[]): {
  readonly positionals: string[]
  readonly unknown: string[]
} {
  const positionals: string[] = []
  const unknown: string[] = []
  let isAfterUnknown = false
  for (const word of args) {
    const isFlag = word.startsWith('-') && word.length > 1
    if (isFlag) unknown.push(toName(word))
    else if (!isAfterUnknown) positionals.push(word)
    isAfterUnknown = isFlag && !word.includes('=')
  }
  return { positionals, unknown }
}

function toName(flag: string): string {
  const [name = ''] = flag.split('=', 1)
  return name.startsWith('--') ? name.slice(2) : name
}
