// A command of the tables as commander's: its flags, and its help.
import { Command, Option } from 'commander'
import { COMMANDS, type CommandName, INPUT_NAMES } from '../request/commands.js'
import { GROUPS, type Input } from '../request/input.js'
import { flagsOf, toPlain } from './command-flags.js'
import type { Split } from './split.js'

/** How the program is called. */
export const PROGRAM = 'verify-k8s-artifacts'
/** For the end of every help. */
export const EXIT_CODES =
  'Exit codes: 0 verified, 1 rejected, 2 bad request, 3 unverifiable,\n            70 our own bug.'
/** Columns. */
const NARROWEST = 80
const CONTINUED = ' \\'

/** commander's command, in which a boolean takes no word but `true` or `false` for its value. */
export class TableCommand extends Command {
  readonly booleans = new Set<string>()

  override createCommand(name?: string): TableCommand {
    return new TableCommand(name)
  }

  override parseOptions(argv: string[]): ReturnType<Command['parseOptions']> {
    return super.parseOptions(spellOutBooleans(argv, this.booleans))
  }
}

/** `--extract false` and `--extract` as `--extract=false` and `--extract=true`, so that no file after it is swallowed. */
function spellOutBooleans(argv: readonly string[], booleans: ReadonlySet<string>): string[] {
  const words: string[] = []
  const end = argv.indexOf('--')
  const flags = end < 0 ? argv : argv.slice(0, end)
  for (let index = 0; index < flags.length; index++) {
    const word = flags[index] ?? ''
    const next = (flags[index + 1] ?? '').toLowerCase()
    const hasValue = next === 'true' || next === 'false' || (word === '--cross-check' && next === 'required')
    if (booleans.has(word)) words.push(`${word}=${hasValue ? next : 'true'}`)
    else words.push(word)
    if (booleans.has(word) && hasValue) index++
  }
  return end < 0 ? words : [...words, ...argv.slice(end)]
}

/** Which flags are made: those that are given, and where a help may be asked for all of them. */
export function mentionedIn(words: readonly string[]): (input: string) => boolean {
  if (words.some((word) => /^--?h/.test(word))) return () => true
  const mentioned = new Set(words.map((word) => word.split('=')[0]))
  return (input) => mentioned.has(`--${input}`)
}

interface Making {
  /** Whether a flag of this name is made. */
  readonly isMade: (input: string) => boolean
  readonly onSplit: (split: Split) => void
}

/** A command with its flags, which tells what they were split into. */
export function createCommand(root: TableCommand, name: CommandName, { isMade, onSplit }: Making): Command {
  const { sentence: summary, inputs, examples } = COMMANDS[name]
  const facts = new Map<string, Input<unknown>>(Object.entries(inputs.table))
  const flags: { readonly name: string; readonly value: string | null }[] = []
  const own = new Map(flagsOf(name))
  const command = root.createCommand(name.split(' ').at(-1))
  command.description(summary).allowUnknownOption().allowExcessArguments()
  if ('positionals' in inputs) {
    const { name: input, most } = inputs.positionals
    const sentence = own.has(input) ? `As --${input}.` : toPlain(facts.get(input)?.sentence ?? '')
    command.argument(most === 1 ? `[${input}]` : `[${input}...]`, sentence)
  }
  for (const group of GROUPS) {
    for (const [input, facts] of own)
      if (facts.group === group && isMade(input)) command.addOption(toOption(input, facts))
  }
  // Known, so that a value is not taken for a word of its own; not shown.
  for (const input of INPUT_NAMES.filter((each) => !own.has(each) && isMade(each)))
    command.addOption(new Option(`--${input} [text]`).hideHelp())
  for (const input of INPUT_NAMES.filter(isMade)) {
    command.on(`option:${input}`, (value: string | null) => {
      flags.push({ name: input, value })
    })
    if (isBoolean(name, input)) command.booleans.add(`--${input}`)
  }
  command
    .addHelpText(
      'after',
      `\nExamples:\n${examples.map((example) => `${layOut(`  ${PROGRAM} ${example}`)}\n`).join('')}\n${EXIT_CODES}`,
    )
    .copyInheritedSettings(root)
    .action(() => onSplit({ name, flags, args: command.args }))
  return command
}

/** An example in lines that a terminal of 80 columns shows whole, as a shell would read them. */
function layOut(example: string): string {
  const lines: string[] = []
  let line = ''
  for (const part of example.split(/ (?=--)/)) {
    if (line !== '' && line.length + part.length + ' '.length + CONTINUED.length > NARROWEST) {
      lines.push(line + CONTINUED)
      line = `      ${part}`
    } else line = line === '' ? part : `${line} ${part}`
  }
  return [...lines, line].join('\n')
}

function isBoolean(command: CommandName, input: string): boolean {
  const tables = [COMMANDS[command], ...Object.values(COMMANDS)].map(
    ({ inputs }): Readonly<Record<string, Input<unknown>>> => inputs.table,
  )
  const facts = tables.map((table) => table[input]).find((each) => each !== undefined)
  return facts !== undefined && facts.placeholder === undefined
}

function toOption(name: string, facts: Input<unknown>): Option {
  const { sentence, placeholder, group } = facts
  const usual = facts.default || facts.fallback
  const isTold = placeholder !== undefined && usual !== ''
  const option = new Option(
    placeholder === undefined ? `--${name}` : `--${name} <${placeholder}>`,
    toPlain(sentence) + (isTold ? ` (default: ${usual})` : ''),
  )
  // Optional for the parser, so that a flag without a value does not swallow the next flag.
  option.required = false
  option.optional = true
  return option.helpGroup(`${group}:`)
}
