// argv → command and words, and the help. commander splits the words and lays
// out the help; what they mean, the tables of the commands say. Faults are
// collected, so that one error can name them all.
import { Command, CommanderError, Option } from 'commander'
import { type FieldError, InputError } from '../errors.js'
import {
  COMMANDS,
  type CommandName,
  FORMER_PLANNER,
  INPUT_NAMES,
  PLANNER_WARNING,
  commandsOf,
  inputsOf,
  refuseForeign,
} from '../request/commands.js'
import { suggest } from '../request/fields.js'
import { GROUPS, type Input, type Words } from '../request/input.js'

const PROGRAM = 'verify-k8s-artifacts'
const SENTENCE = 'Proves that Kubernetes artifacts are the ones the project signed.'
const EXIT_CODES = 'Exit codes: 0 verified, 1 rejected, 2 bad request, 3 unverifiable, 70 our own bug.'
/** Shows the lab at work; it takes no inputs. */
const DEMO = 'demo'
/** A flag would show the secret to every process. */
const SECRET_VARIABLES: Readonly<Record<string, string>> = { 'mirror-authorization': 'MIRROR_AUTHORIZATION' }

export type Invocation =
  | {
      readonly kind: 'run'
      readonly command: CommandName
      readonly words: Words
      readonly warnings: readonly string[]
    }
  | { readonly kind: 'demo'; readonly argv: readonly string[] }
  /** A help or the version was printed. */
  | { readonly kind: 'told'; readonly exitCode: number }

export interface CommandLineOptions {
  readonly version: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly print: (text: string) => void
}

/**
 * Reads a command line, without the program's own path.
 * @throws InputError when there is no such command
 */
export function readCommandLine(argv: readonly string[], options: CommandLineOptions): Invocation {
  let invocation: Invocation | undefined
  const root = createProgram(options, (asked) => {
    invocation = asked
  })
  try {
    if (argv.length === 0) root.outputHelp()
    else root.parse(fromProtocol(argv), { from: 'user' })
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown
    return { kind: 'told', exitCode: thrown.exitCode === 0 ? 0 : 2 }
  }
  return invocation ?? { kind: 'told', exitCode: 2 }
}

/**
 * `verify-bundle` speaks the protocol of sigstore-conformance, whose `--staging` stands for a trusted root; one that is
 * named goes before it.
 */
function fromProtocol(argv: readonly string[]): string[] {
  const others = argv.filter((word) => word !== '--staging')
  if (argv[0] !== 'verify-bundle' || others.length === argv.length) return [...argv]
  const isNamed = others.some((word) => word.split('=')[0] === '--trusted-root')
  return isNamed ? others : [...others.slice(0, 1), '--trusted-root', 'staging', ...others.slice(1)]
}

/** commander's command, in which a boolean takes no word but `true` or `false` for its value. */
class TableCommand extends Command {
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

function createProgram(
  { version, environment, print }: CommandLineOptions,
  onInvocation: (invocation: Invocation) => void,
): Command {
  const root = new TableCommand(PROGRAM)
  root
    .description(SENTENCE)
    .version(version, '-V, --version', 'Prints the version of this program.')
    .helpOption('-h, --help', 'Prints this help; COMMAND --help tells about a command.')
    .helpCommand('help [command]', 'Prints the help of a command.')
    // Else the version's flag would swallow that of `get --version v1.35.2`.
    .enablePositionalOptions()
    .allowExcessArguments()
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: () => undefined })
    .addHelpText('after', `\n${EXIT_CODES}`)
    .action(() => {
      throw refuseCommand(root.args[0] ?? '')
    })
  const onSplit = (split: Split): void => onInvocation(toRun(split, environment))
  for (const name of commandsOf('cli')) root.addCommand(createCommand(root, name, onSplit))
  root.addCommand(createCommand(root, 'verify', onSplit).name('verify-bundle'), { hidden: true })
  root
    .command(DEMO)
    .description('Shows it at work in a lab on this machine, without a network.')
    .allowUnknownOption()
    .allowExcessArguments()
    .action((_options, command: Command) => onInvocation({ kind: 'demo', argv: command.args }))
  return root
}

/** What commander has split. */
interface Split {
  readonly name: CommandName
  readonly flags: readonly { readonly name: string; readonly value: string | null }[]
  /** Words without a flag, and flags that nobody knows. */
  readonly args: readonly string[]
}

function createCommand(root: TableCommand, name: CommandName, onSplit: (split: Split) => void): Command {
  const { sentence: summary, inputs, examples } = COMMANDS[name]
  const facts = new Map<string, Input<unknown>>(Object.entries(inputs.table))
  const flags: { readonly name: string; readonly value: string | null }[] = []
  const own = new Map(flagsOf(name))
  const command = root.createCommand(name)
  command.description(summary).allowUnknownOption().allowExcessArguments()
  if ('positionals' in inputs) {
    const { name: input, most } = inputs.positionals
    const sentence = own.has(input) ? `As --${input}.` : toPlain(facts.get(input)?.sentence ?? '')
    command.argument(most === 1 ? `[${input}]` : `[${input}...]`, sentence)
  }
  for (const group of GROUPS) {
    for (const [input, facts] of own) if (facts.group === group) command.addOption(toOption(input, facts))
  }
  // Known, so that a value is not taken for a word of its own; not shown.
  for (const input of INPUT_NAMES.filter((each) => !own.has(each)))
    command.addOption(new Option(`--${input} [text]`).hideHelp())
  for (const input of INPUT_NAMES) {
    command.on(`option:${input}`, (value: string | null) => {
      flags.push({ name: input, value })
    })
    if (isBoolean(name, input)) command.booleans.add(`--${input}`)
  }
  command
    .addHelpText(
      'after',
      `\nExamples:\n${examples.map((example) => `  ${PROGRAM} ${example}\n`).join('')}\n${EXIT_CODES}`,
    )
    .copyInheritedSettings(root)
    .action(() => onSplit({ name, flags, args: command.args }))
  return command
}

function isBoolean(command: CommandName, input: string): boolean {
  const tables = [COMMANDS[command], ...Object.values(COMMANDS)].map(
    ({ inputs }): Readonly<Record<string, Input<unknown>>> => inputs.table,
  )
  const facts = tables.map((table) => table[input]).find((each) => each !== undefined)
  return facts !== undefined && facts.placeholder === undefined
}

/** The input that only words without a flag are the value of. */
function wordsOnlyOf(name: CommandName): string | undefined {
  const { inputs } = COMMANDS[name]
  if (!('positionals' in inputs) || !('isOnly' in inputs.positionals)) return undefined
  return inputs.positionals.name
}

/** The inputs that are flags of a command. */
function flagsOf(name: CommandName): [string, Input<unknown>][] {
  const only = wordsOnlyOf(name)
  return inputsOf(name, 'cli').filter(([input, { isSecret }]) => !isSecret && input !== only)
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

/** Without the marks of Markdown. */
function toPlain(sentence: string): string {
  return sentence.replaceAll('`', '')
}

function toRun({ name, flags, args }: Split, environment: CommandLineOptions['environment']): Invocation {
  const isPlanner = name === FORMER_PLANNER && flags.some((flag) => flag.name === 'shards')
  const command = isPlanner ? 'plan-shards' : name
  const own = new Map(flagsOf(command))
  const only = wordsOnlyOf(command)
  const spell = (input: string): string => (input === only ? input : `--${input}`)
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

function refuseCommand(text: string): InputError {
  const names = [...commandsOf('cli'), DEMO]
  const message = `is not a command; allowed: ${names.join(', ')}${suggest(text, names)}`
  return new InputError([{ code: 'INPUT_UNKNOWN', field: text, message }])
}
