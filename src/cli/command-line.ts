// argv → command and words, and the help. commander splits the words and lays
// out the help; what they mean, the tables of the commands say. Faults are
// collected, so that one error can name them all.
import { Command, CommanderError, Option } from 'commander'
import { InputError } from '../errors.js'
import { COMMANDS, type CommandName, INPUT_NAMES, commandsOf } from '../request/commands.js'
import { suggest } from '../request/fields.js'
import { GROUPS, type Input } from '../request/input.js'
import { SHELLS, type Shell, flagsOf, toPlain } from './command-flags.js'
import { type Run, type Split, toRun } from './split.js'

const PROGRAM = 'verify-k8s-artifacts'
const SENTENCE = 'Proves that Kubernetes artifacts are the ones the project signed.'
const EXIT_CODES =
  'Exit codes: 0 verified, 1 rejected, 2 bad request, 3 unverifiable,\n            70 our own bug.'
/** Shows the lab at work; it takes no inputs. */
const DEMO = 'demo'
/** Prints what a shell needs to complete words; it takes a shell. */
const COMPLETION = 'completion'
const COMPLETION_EXAMPLES = [
  'source <(verify-k8s-artifacts completion bash)',
  'verify-k8s-artifacts completion zsh > "${fpath[1]}/_verify-k8s-artifacts"',
  'verify-k8s-artifacts completion fish | source',
  'verify-k8s-artifacts completion powershell | Out-String | Invoke-Expression',
]
/** The protocol of sigstore-conformance. */
const PROTOCOL = 'verify-bundle'
/** What, as the first word, needs no command but itself: each has some sixty flags, and making all of them takes time. */
const KNOWN_FIRST: ReadonlySet<string> = new Set([
  ...commandsOf('cli').map((name) => name.split(' ')[0] ?? name),
  PROTOCOL,
  DEMO,
  COMPLETION,
  '--version',
  '-V',
])
/** Columns. */
const NARROWEST = 80
const CONTINUED = ' \\'

export type Invocation =
  | Run
  | { readonly kind: 'demo'; readonly argv: readonly string[] }
  | { readonly kind: 'completion'; readonly shell: Shell }
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
  const words = fromProtocol(fromHelp(argv))
  const root = createProgram(options, {
    first: words[0] ?? '',
    onInvocation: (asked) => {
      invocation = asked
    },
  })
  try {
    if (argv.length === 0) root.outputHelp()
    else root.parse(words, { from: 'user' })
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown
    if (thrown.exitCode !== 0) throw refuseLine(argv)
    return { kind: 'told', exitCode: 0 }
  }
  return invocation ?? { kind: 'told', exitCode: 2 }
}

/** What commander refuses: `help` of no command, and a flag before the command. */
function refuseLine(argv: readonly string[]): InputError {
  const [first = '', second = ''] = argv
  if (first === 'help') return refuseCommand(second)
  const message = 'is not a flag here; allowed: --help, --version, or a command with flags after it'
  return new InputError([{ code: 'INPUT_UNKNOWN', field: first, message }])
}

/** `help lock update` as `lock update --help`: commander's own help looks at one word. */
function fromHelp(argv: readonly string[]): readonly string[] {
  const [first, ...words] = argv
  const isOfTwo = first === 'help' && commandsOf('cli').some((name) => name === words.join(' '))
  return isOfTwo ? [...words, '--help'] : argv
}

/**
 * `verify-bundle` speaks the protocol of sigstore-conformance, whose `--staging` stands for a trusted root; one that is
 * named goes before it.
 */
function fromProtocol(argv: readonly string[]): string[] {
  const others = argv.filter((word) => word !== '--staging')
  if (argv[0] !== PROTOCOL || others.length === argv.length) return [...argv]
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

interface Asked {
  /** The first word of the command line. */
  readonly first: string
  readonly onInvocation: (invocation: Invocation) => void
}

function createProgram(
  { version, environment, print }: CommandLineOptions,
  { first, onInvocation }: Asked,
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
  const isAsked = (name: string): boolean => name.split(' ')[0] === first || !KNOWN_FIRST.has(first)
  for (const name of commandsOf('cli'))
    if (isAsked(name)) familyOf(root, name).addCommand(createCommand(root, name, onSplit))
  if (isAsked(PROTOCOL))
    root.addCommand(createCommand(root, 'verify', onSplit).name(PROTOCOL), { hidden: true })
  root
    .command(DEMO)
    .description('Shows it at work in a lab on this machine, without a network.')
    .allowUnknownOption()
    .allowExcessArguments()
    .action((_options, command: Command) => onInvocation({ kind: 'demo', argv: command.args }))
  root
    .command(COMPLETION)
    .argument('[shell]', `One of ${SHELLS.join(', ')}.`)
    .description('Prints what makes a shell complete commands, flags and their values.')
    .allowUnknownOption()
    .allowExcessArguments()
    .addHelpText('after', `\nExamples:\n${COMPLETION_EXAMPLES.map((line) => `  ${line}\n`).join('')}`)
    .action((_shell, _options, command: Command) => {
      const [shell, ...others] = command.args
      onInvocation({ kind: 'completion', shell: readShell(shell, others) })
    })
  return root
}

/** What a command is added to: `lock update` to `lock`, which does nothing by itself. */
function familyOf(root: TableCommand, name: CommandName): Command {
  const [first = '', second] = name.split(' ')
  if (second === undefined) return root
  const former = root.commands.find((each) => each.name() === first)
  if (former !== undefined) return former
  const names = commandsOf('cli').filter((each) => each.startsWith(`${first} `))
  const family = root
    .command(first)
    .description(`Has commands of its own: ${names.join(', ')}.`)
    .allowUnknownOption()
    .allowExcessArguments()
    .addHelpText('after', `\n${EXIT_CODES}`)
  return family.action(() => {
    const given = family.args[0]
    if (given !== undefined) throw refuseCommand(`${first} ${given}`, names)
    const message = `needs to be told which; allowed: ${names.join(', ')}`
    throw new InputError([{ code: 'INPUT_REQUIRED', field: first, message }])
  })
}

function readShell(text: string | undefined, others: readonly string[]): Shell {
  const allowed = `allowed: ${SHELLS.join(', ')}`
  const refuse = (code: 'INPUT_REQUIRED' | 'INPUT_UNKNOWN', field: string, message: string): InputError =>
    new InputError([{ code, field, message: `${message}; ${allowed}` }])
  if (text === undefined) throw refuse('INPUT_REQUIRED', COMPLETION, 'needs a shell')
  const [further] = others
  if (further !== undefined) throw refuse('INPUT_UNKNOWN', further, 'is one argument too many')
  const shell = SHELLS.find((each) => each === text)
  if (shell === undefined) throw refuse('INPUT_UNKNOWN', text, 'is not a shell')
  return shell
}

function createCommand(root: TableCommand, name: CommandName, onSplit: (split: Split) => void): Command {
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

function refuseCommand(
  text: string,
  names: readonly string[] = [...commandsOf('cli'), DEMO, COMPLETION],
): InputError {
  const message = `is not a command; allowed: ${names.join(', ')}${suggest(text, names)}`
  return new InputError([{ code: 'INPUT_UNKNOWN', field: text, message }])
}
