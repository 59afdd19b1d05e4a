// The manual page, from the tables of the commands: man(7) as groff and mandoc read it.
import './typescript.mjs'

const { COMMANDS, commandsOf } = await import('../src/request/commands.ts')
const { flagsOf, toPlain } = await import('../src/cli/command-flags.ts')
const { ERRORS, REASONS } = await import('../src/error-codes.ts')

const NAME = 'verify-k8s-artifacts'
const EXITS = [
  [0, 'verified: every required check passed'],
  [1, 'rejected: evidence was read and contradicts; do not use the artifact'],
  [2, 'the request is bad; nothing was fetched'],
  [3, 'unverifiable: nothing contradicts, and nothing proves it'],
  [70, 'our own bug; nothing was decided'],
]

/** The text of verify-k8s-artifacts.1; it has no date and no version, so that it changes with the tables alone. */
export function formatManual() {
  const commands = commandsOf('cli')
  return `${[
    `.\\" Made by scripts/man.mjs from the tables of the sources.`,
    `.TH ${NAME.toUpperCase()} 1 "" "" "${NAME}"`,
    '.SH NAME',
    `${escape(NAME)} \\- ${escape('proves that Kubernetes artifacts are the ones the project signed')}`,
    '.SH SYNOPSIS',
    ...commands.flatMap((name) => [
      `.B ${escape(NAME)} ${escape(name)}`,
      `${escape(wordsOf(name))}[\\fIflags\\fR]`,
      '.br',
    ]),
    `.B ${escape(NAME)} demo`,
    '.br',
    `.B ${escape(NAME)} completion`,
    'bash|zsh|fish|powershell',
    '.SH COMMANDS',
    ...commands.flatMap(formatCommand),
    '.SH EXIT STATUS',
    ...EXITS.flatMap(([code, meaning]) => ['.TP', `.B ${code}`, escape(meaning)]),
    '.SH ENVIRONMENT',
    '.TP',
    '.B MIRROR_AUTHORIZATION',
    escape(
      'The Authorization header for the origin of the release URL; a flag would show it to every process.',
    ),
    '.TP',
    '.B HTTPS_PROXY, ALL_PROXY, NO_PROXY, NODE_EXTRA_CA_CERTS, NO_COLOR, FORCE_COLOR',
    escape('As usual.'),
    '.SH DIAGNOSTICS',
    escape(
      `Each error has one of ${Object.keys(ERRORS).length} codes, and each code one of ${Object.keys(REASONS).length} reasons; docs/errors.md says of each what it means and what to do.`,
    ),
  ].join('\n')}\n`
}

function formatCommand(name) {
  const { sentence, examples } = COMMANDS[name]
  return [
    `.SS ${escape(name)}`,
    escape(sentence),
    ...flagsOf(name).flatMap(([input, { sentence: meaning, placeholder, default: otherwise, fallback }]) => {
      const usual = placeholder === undefined ? '' : otherwise || fallback
      const value = placeholder === undefined ? '' : ` \\fI${escape(placeholder)}\\fR`
      return [
        '.TP',
        `\\fB\\-\\-${escape(input)}\\fR${value}`,
        escape(toPlain(meaning) + (usual === '' ? '' : ` (default: ${usual})`)),
      ]
    }),
    '.PP',
    'Examples:',
    '.nf',
    ...examples.map((each) => `  ${escape(`${NAME} ${each}`)}`),
    '.fi',
  ]
}

function wordsOf(name) {
  const { positionals } = COMMANDS[name].inputs
  return positionals === undefined ? '' : `[${positionals.name}${positionals.most === 1 ? '' : '...'}] `
}

/** Text in which roff sees nothing of its own: no escape, no request, no other dash than was written. */
function escape(text) {
  const plain = text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('…', '...')
    .replaceAll('’', "'")
  return /^[.']/.test(plain) ? `\\&${plain}` : plain
}
