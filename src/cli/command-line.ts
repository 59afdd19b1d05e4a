// argv → command and words, and the help. commander splits the words and lays
// out the help; what they mean, the tables of the commands say. Faults are
// collected, so that one error can name them all.
import { type Command, CommanderError } from 'commander'
import { InputError } from '../errors.js'
import { type CommandName, commandsOf } from '../request/commands.js'
import { suggest } from '../request/fields.js'
import { SHELLS, type Shell } from './command-flags.js'
import { type Run, type Split, toRun } from './split.js'
import { EXIT_CODES, PROGRAM, TableCommand, createCommand, mentionedIn } from './table-command.js'

const SENTENCE = 'Proves that Kubernetes artifacts are the ones the project signed.'
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
    words,
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

interface Asked {
  readonly words: readonly string[]
  readonly onInvocation: (invocation: Invocation) => void
}

function createProgram(
  { version, environment, print }: CommandLineOptions,
  { words, onInvocation }: Asked,
): Command {
  const [first = ''] = words
  const isMade = KNOWN_FIRST.has(first) ? mentionedIn(words) : () => true
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
    if (isAsked(name)) familyOf(root, name).addCommand(createCommand(root, name, { isMade, onSplit }))
  if (isAsked(PROTOCOL))
    root.addCommand(createCommand(root, 'verify', { isMade, onSplit }).name(PROTOCOL), { hidden: true })
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

function refuseCommand(
  text: string,
  names: readonly string[] = [...commandsOf('cli'), DEMO, COMPLETION],
): InputError {
  const message = `is not a command; allowed: ${names.join(', ')}${suggest(text, names)}`
  return new InputError([{ code: 'INPUT_UNKNOWN', field: text, message }])
}
