// The inputs of a step, as the runner hands them over.
import * as core from '@actions/core'
import {
  COMMANDS,
  type CommandName,
  INPUT_NAMES,
  commandsOf,
  inputsOf,
  refuseForeign,
} from '../request/commands.js'
import type { Words } from '../request/input.js'

/** Reads the inputs of a command, hides those that are secret, and notes those that are of other commands. */
export function readWords(command: CommandName): Words {
  const own = new Map(inputsOf(command, 'action'))
  hideSecrets()
  const allowed = [...own.keys()]
  const beside = new Map(siblingsOf(command).flatMap((name) => inputsOf(name, 'action')))
  // The runner fills in the defaults of all inputs of the action, those of its other commands too.
  const isGiven = (name: string): boolean => !['', beside.get(name)?.default].includes(core.getInput(name))
  const foreign = INPUT_NAMES.filter((name) => !own.has(name) && isGiven(name))
  const spell = (name: string): string => name
  return {
    values: Object.fromEntries(allowed.map((name) => [name, core.getInput(name)])),
    positionals: [],
    faults: refuseForeign(foreign, { command, entry: 'action', spell, allowed }),
    spell,
  }
}

/** The commands that are done by the same action. */
function siblingsOf(command: CommandName): CommandName[] {
  return commandsOf('action').filter((name) => COMMANDS[name].action === COMMANDS[command].action)
}

/** Has the runner mask every secret, whichever command it was given to. */
function hideSecrets(): void {
  const tables = Object.values(COMMANDS).flatMap(({ inputs }) => Object.entries(inputs.table))
  const names = tables.filter(([, { isSecret }]) => isSecret).map(([name]) => name)
  for (const name of new Set(names)) hide(core.getInput(name))
}

/** The whole, and the part after its scheme, which is a secret by itself. */
function hide(authorization: string): void {
  for (const secret of [authorization, authorization.slice(authorization.indexOf(' ') + 1)]) {
    if (secret !== '') core.setSecret(secret)
  }
}
