// What the help, the completions and the manual page know of a command's flags.
import { COMMANDS, type CommandName, inputsOf } from '../request/commands.js'
import type { Input } from '../request/input.js'

/** The shells that words can be completed in. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const
export type Shell = (typeof SHELLS)[number]

/** The input that only words without a flag are the value of. */
export function wordsOnlyOf(name: CommandName): string | undefined {
  const { inputs } = COMMANDS[name]
  if (!('positionals' in inputs) || !('isOnly' in inputs.positionals)) return undefined
  return inputs.positionals.name
}

/** The inputs that are flags of a command. */
export function flagsOf(name: CommandName): [string, Input<unknown>][] {
  const only = wordsOnlyOf(name)
  return inputsOf(name, 'cli').filter(([input, { isSecret }]) => !isSecret && input !== only)
}

/** Without the marks of Markdown. */
export function toPlain(sentence: string): string {
  return sentence.replaceAll('`', '')
}
