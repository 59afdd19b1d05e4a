// The inputs of a step, as the runner hands them over.
import * as core from '@actions/core'
import { COMMANDS, type CommandName, INPUT_NAMES, inputsOf, refuseForeign } from '../request/commands.js'
import type { Words } from '../request/input.js'

/** The defaults of an input, which the runner fills in where nothing is given. */
const DEFAULTS = new Map(
  INPUT_NAMES.map((name) => [
    name,
    new Set(Object.values(COMMANDS).map(({ inputs }) => toDefault(inputs.table, name))),
  ]),
)

function toDefault(table: Readonly<Record<string, { readonly default: string }>>, name: string): string {
  return table[name]?.default ?? ''
}

/** Whether an input was given a value that is not its default. */
export function hasInput(name: string): boolean {
  const text = core.getInput(name)
  return text !== '' && DEFAULTS.get(name)?.has(text) !== true
}

/** Reads the inputs of a command, hides those that are secret, and notes those that are of other commands. */
export function readWords(command: CommandName): Words {
  const own = new Map(inputsOf(command, 'action'))
  hideSecrets()
  const allowed = [...own.keys()]
  const foreign = INPUT_NAMES.filter((name) => !own.has(name) && hasInput(name))
  const spell = (name: string): string => name
  return {
    values: Object.fromEntries(allowed.map((name) => [name, core.getInput(name)])),
    positionals: [],
    faults: refuseForeign(foreign, { command, entry: 'action', spell, allowed }),
    spell,
  }
}

/** Has the runner mask every secret, whichever command it was given to. */
function hideSecrets(): void {
  for (const { inputs } of Object.values(COMMANDS))
    for (const [name, { isSecret }] of Object.entries(inputs.table)) if (isSecret) hide(core.getInput(name))
}

/** The whole, and the part after its scheme, which is a secret by itself. */
function hide(authorization: string): void {
  for (const secret of [authorization, authorization.slice(authorization.indexOf(' ') + 1)]) {
    if (secret !== '') core.setSecret(secret)
  }
}
