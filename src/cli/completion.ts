// What makes a shell complete commands, flags and their values: one script a
// shell, made from the tables of the commands.
import { ALL, ARTIFACT_NAMES, GROUPS as ARTIFACT_GROUPS } from '../kubernetes/catalogue.js'
import { IMAGE_GROUPS } from '../kubernetes/images.js'
import { ARCHITECTURES, OPERATING_SYSTEMS } from '../kubernetes/platform.js'
import { COMMANDS, type CommandName, commandsOf } from '../request/commands.js'
import type { Input } from '../request/input.js'
import { SHELLS, type Shell, flagsOf, toPlain } from './command-flags.js'

const PROGRAM = 'verify-k8s-artifacts'
/** The value of a flag, or a word without one. */
type Value =
  | { readonly kind: 'none' }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'path' }
  | { readonly kind: 'any' }

interface Flag {
  /** With its dashes. */
  readonly name: string
  readonly sentence: string
  readonly value: Value
}

interface Completed {
  readonly name: string
  readonly sentence: string
  readonly flags: readonly Flag[]
  /** What it takes without a flag. */
  readonly argument: Value
}

/** Lists by the input's name, where its reader knows more than a list of words. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  artifacts: [...new Set([...ARTIFACT_NAMES, ...ARTIFACT_GROUPS, ALL, ...Object.keys(IMAGE_GROUPS)])],
  os: [...OPERATING_SYSTEMS, ALL],
  arch: [...ARCHITECTURES, ALL],
  'trusted-root': ['auto', 'tuf', 'embedded', 'staging'],
  version: ['stable', 'latest', 'supported'],
}

/** Writes the script that makes a shell complete the words of this program. */
export function formatCompletion(shell: Shell): string {
  return { bash: formatBash, zsh: formatZsh, fish: formatFish, powershell: formatPowerShell }[shell](
    listCompleted(),
  )
}

function listCompleted(): Completed[] {
  const commands = commandsOf('cli').map(toCompleted)
  const shells: Value = { kind: 'words', words: SHELLS }
  const alone = (name: string, sentence: string, argument: Value): Completed => {
    return { name, sentence, flags: [HELP], argument }
  }
  const words = [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? name))]
  return [
    ...commands,
    ...familiesOf(commands).map(({ name, members }) =>
      alone(name, `Has commands of its own, ${members.join(' and ')}.`, { kind: 'words', words: members }),
    ),
    alone('demo', 'Shows it at work in a lab on this machine, without a network.', { kind: 'none' }),
    alone('completion', 'Prints what makes a shell complete words.', shells),
    alone('help', 'Prints the help of a command.', { kind: 'words', words }),
  ]
}

/** A first word that several commands have in common, and their second words. */
interface Family {
  readonly name: string
  readonly members: readonly string[]
}

function familiesOf(commands: readonly Pick<Completed, 'name'>[]): Family[] {
  const pairs = commands.map(({ name }) => name.split(' ')).filter(([, second]) => second !== undefined)
  const families = Map.groupBy(pairs, ([first = '']) => first)
  return [...families].map(([name, all]) => ({ name, members: all.map(([, second = '']) => second) }))
}

/** The commands of one word, which come first on a line. */
function firstWords(commands: readonly Completed[]): Completed[] {
  return commands.filter(({ name }) => !name.includes(' '))
}

const HELP: Flag = { name: '--help', sentence: 'Prints the help of the command.', value: { kind: 'none' } }

function toCompleted(name: CommandName): Completed {
  const { sentence, inputs } = COMMANDS[name]
  const flags = flagsOf(name).map(([input, facts]): Flag => {
    return { name: `--${input}`, sentence: shorten(facts.sentence), value: toValue(input, facts) }
  })
  const table = new Map<string, Input<unknown>>(Object.entries(inputs.table))
  const positional = 'positionals' in inputs ? inputs.positionals.name : undefined
  const facts = positional === undefined ? undefined : table.get(positional)
  const argument: Value =
    positional === undefined || facts === undefined ? { kind: 'none' } : toValue(positional, facts)
  return { name, sentence, flags: [...flags, HELP], argument }
}

function toValue(input: string, { placeholder, read }: Input<unknown>): Value {
  if (placeholder === undefined) return { kind: 'none' }
  const words = read.choices ?? WORDS[input]
  if (words !== undefined) return { kind: 'words', words }
  return /path|folder/.test(placeholder) ? { kind: 'path' } : { kind: 'any' }
}

/** The first clause, for the one line that a shell shows. */
function shorten(sentence: string): string {
  const [clause = ''] = toPlain(sentence).split(/[,;(]/)
  return clause.trim().replace(/\.$/, '')
}

const header = (shell: string): string => `# ${shell} completion for ${PROGRAM}, made from its tables.`

function formatBash(commands: readonly Completed[]): string {
  const values = commands.flatMap(({ name, flags, argument }) => [
    ...flags.flatMap((flag) => bashValue(`${name} ${flag.name}`, flag.value)),
    ...bashFlags(name, flags, argument),
  ])
  const families = familiesOf(commands).map(({ name }) => name)
  return `${header('bash')}
_verify_k8s_artifacts() {
  local word=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words='' flags=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${firstWords(commands)
      .map(({ name }) => name)
      .join(' ')} --help --version' -- "$word"))
    return
  fi
  local command=\${COMP_WORDS[1]}
  case $command in
    ${families.join('|')}) if [ "$COMP_CWORD" -gt 2 ]; then command="$command \${COMP_WORDS[2]}"; fi ;;
  esac
  case "$command $previous" in
${values.join('\n')}
  esac
  if [ "\${word#-}" != "$word" ]; then words=$flags; fi
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$word")); fi
}
# A path where there is nothing else to give.
complete -o bashdefault -o default -F _verify_k8s_artifacts ${PROGRAM}
`
}

function bashValue(pattern: string, value: Value): string[] {
  if (value.kind === 'none') return []
  const words = value.kind === 'words' ? value.words.join(' ') : ''
  return [`    '${pattern}') words='${words}' ;;`]
}

function bashFlags(name: string, flags: readonly Flag[], argument: Value): string[] {
  const all = flags.map((flag) => flag.name).join(' ')
  const words = argument.kind === 'words' ? argument.words.join(' ') : ''
  return [`    '${name} '*) words='${words}' flags='${all}' ;;`]
}

function formatZsh(commands: readonly Completed[]): string {
  const described = firstWords(commands).map(({ name, sentence }) => `    ${quote(`${name}:${sentence}`)}`)
  const cases = commands.map(({ name, flags, argument }) => {
    const lines = flags.map((flag) => {
      const about = `[${flag.sentence.replace(/[[\]\\]/g, '\\$&')}]`
      return quote(
        flag.value.kind === 'none'
          ? flag.name + about
          : `${flag.name}=${about}:value:${zshAction(flag.value)}`,
      )
    })
    if (argument.kind !== 'none') lines.push(quote(`*:word:${zshAction(argument)}`))
    return `    ${quote(name)}) _arguments ${lines.map((line) => `\\\n      ${line}`).join(' ')} ;;`
  })
  return `#compdef ${PROGRAM}
${header('zsh')}
_verify_k8s_artifacts() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
    ${familiesOf(commands)
      .map(({ name }) => name)
      .join(
        '|',
      )}) if (( CURRENT > 2 )); then command="$command $words[2]"; shift words; (( CURRENT-- )); fi ;;
  esac
  case $command in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = _verify_k8s_artifacts ]; then
  _verify_k8s_artifacts "$@"
else
  compdef _verify_k8s_artifacts ${PROGRAM}
fi
`
}

function zshAction(value: Value): string {
  if (value.kind === 'words') return `(${value.words.join(' ')})`
  return value.kind === 'path' ? '_files' : ' '
}

function formatFish(commands: readonly Completed[]): string {
  const line = (...words: string[]): string => ['complete', '-c', PROGRAM, ...words].join(' ')
  const lines = commands.flatMap(({ name, sentence, flags, argument }) => {
    const here = `-n '${fishCondition(name, commands)}'`
    const isFirst = !name.includes(' ')
    return [
      ...(isFirst ? [line('-f', '-n __fish_use_subcommand', `-a ${name}`, `-d ${quoteFish(sentence)}`)] : []),
      ...flags.map((flag) =>
        line(here, `-l ${flag.name.slice(2)}`, ...fishValue(flag.value), `-d ${quoteFish(flag.sentence)}`),
      ),
      ...(argument.kind === 'words' ? [line('-f', here, `-a '${argument.words.join(' ')}'`)] : []),
    ]
  })
  return `${header('fish')}\n${lines.join('\n')}\n`
}

/** Where a command's own words are: after all of its name, and after nothing that makes it another command. */
function fishCondition(name: string, commands: readonly Completed[]): string {
  const { members = [] } = familiesOf(commands).find((family) => family.name === name) ?? {}
  return [
    ...name.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`),
    ...(members.length === 0 ? [] : [`not __fish_seen_subcommand_from ${members.join(' ')}`]),
  ].join('; and ')
}

function fishValue(value: Value): string[] {
  if (value.kind === 'none') return []
  if (value.kind === 'words') return ['-x', `-a '${value.words.join(' ')}'`]
  return [value.kind === 'path' ? '-r -F' : '-x']
}

function formatPowerShell(commands: readonly Completed[]): string {
  const list = (words: readonly string[]): string =>
    `@(${words.map((word) => quotePowerShell(word)).join(', ')})`
  const flags = commands.map(
    ({ name, flags: own }) => `    ${quotePowerShell(name)} = ${list(own.map((flag) => flag.name))}`,
  )
  const values = commands.flatMap(({ name, flags: own, argument }) => [
    ...own.flatMap((flag) =>
      flag.value.kind === 'words'
        ? [`    ${quotePowerShell(`${name} ${flag.name}`)} = ${list(flag.value.words)}`]
        : [],
    ),
    ...(argument.kind === 'words' ? [`    ${quotePowerShell(name)} = ${list(argument.words)}`] : []),
  ])
  return `${header('PowerShell')}
Register-ArgumentCompleter -Native -CommandName ${PROGRAM} -ScriptBlock {
  param($word, $tree, $position)
  $flags = @{
${flags.join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  $said = @($tree.CommandElements | ForEach-Object { $_.ToString() })
  if ($word -ne '') { $said = @($said | Select-Object -SkipLast 1) }
  $command = if ($said.Count -gt 1) { $said[1] } else { '' }
  if ($said.Count -gt 2 -and $flags.ContainsKey("$command $($said[2])")) { $command = "$command $($said[2])" }
  if ($command -eq '') { $candidates = @($flags.Keys -notlike '* *') + '--help' + '--version' }
  elseif ($values.ContainsKey("$command $($said[-1])")) { $candidates = $values["$command $($said[-1])"] }
  elseif ($word.StartsWith('-')) { $candidates = $flags[$command] }
  else { $candidates = $values[$command] }
  $candidates | Where-Object { $_ -like "$word*" } | Sort-Object | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`
}

/** A word of a POSIX shell, whatever it holds. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

function quoteFish(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}

function quotePowerShell(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
