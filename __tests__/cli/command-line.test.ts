// The help and the faults of a command line, as they are printed.
import { readCommandLine } from '../../src/cli/command-line.js'
import { InputError } from '../../src/errors.js'
import { COMMANDS, commandsOf } from '../../src/request/commands.js'
import { toResult } from '../../src/result.js'

const NARROWEST = 80
const commands = commandsOf('cli')

function read(...argv: string[]): { text: string; exitCode: number | undefined; error: string } {
  let text = ''
  const print = (part: string): void => void (text += part)
  const { value, error } = toResult(() => readCommandLine(argv, { version: '1.2.3', environment: {}, print }))
  const fault = error instanceof InputError ? `${error.exitCode} ${error.code} ${error.message}` : ''
  return { text, exitCode: value?.kind === 'told' ? value.exitCode : undefined, error: fault }
}

test.each([[[]], ...[...commands, 'demo', 'completion'].flatMap((name) => [[[name]], [['help', name]]])])(
  'the help of %p fits into 80 columns',
  (words) => {
    const argv = words.flatMap((word) => word.split(' '))
    if (argv[0] !== 'help') argv.push('--help')
    const { text, exitCode } = read(...argv)
    expect(exitCode).toBe(0)
    expect(text.split('\n').filter((line) => line.length > NARROWEST)).toEqual([])
  },
)

test.each(commands)(
  'the help of %s has every flag with its group, and examples that a shell can read',
  (name) => {
    const { text } = read(...name.split(' '), '--help')
    const { examples, inputs } = COMMANDS[name]
    for (const [input, { group }] of Object.entries(inputs.table)) {
      if (text.includes(`--${input} `)) expect(text).toContain(`\n${group}:\n`)
    }
    const shown = text.slice(text.indexOf('\nExamples:')).replace(/ \\\n +/g, ' ')
    for (const example of examples) expect(shown).toContain(`  verify-k8s-artifacts ${example}\n`)
    expect(text).toContain('Exit codes: ')
  },
)

test.each([[['-V']], [['--version']]])('%p is the version', (argv) => {
  expect(read(...argv)).toMatchObject({ text: '1.2.3\n', exitCode: 0 })
})

test('the version of get is a release', () => {
  const asked = readCommandLine(['get', '--version', 'v1.35.2'], {
    version: '1.2.3',
    environment: {},
    print: () => expect('nothing').toBe('printed'),
  })
  expect(asked).toMatchObject({ kind: 'run', command: 'get', words: { values: { version: 'v1.35.2' } } })
})

test.each([
  [['--nope'], 'INPUT_UNKNOWN --nope: is not a flag here'],
  [['nope'], 'INPUT_UNKNOWN nope: is not a command'],
  [['help', 'gett'], 'INPUT_UNKNOWN gett: is not a command; allowed: .*did you mean "get"'],
  [['lock'], 'INPUT_REQUIRED lock: needs to be told which; allowed: lock update, lock diff'],
  [['lock', 'updat'], 'INPUT_UNKNOWN lock updat: is not a command; .*did you mean "lock update"'],
  [['lock', '--format', 'json'], 'INPUT_UNKNOWN lock --format: is not a command'],
  [['completion'], 'INPUT_REQUIRED completion: needs a shell; allowed: bash, zsh, fish, powershell'],
  [['completion', 'csh'], 'INPUT_UNKNOWN csh: is not a shell'],
  [['completion', 'bash', 'x'], 'INPUT_UNKNOWN x: is one argument too many'],
])('%p is a bad request, and says why', (argv, message) => {
  expect(read(...argv).error).toMatch(new RegExp(`^2 ${message}`))
})

test('a flag with one dash is named as it was written', () => {
  const asked = readCommandLine(['get', '-V'], { version: '', environment: {}, print: () => undefined })
  expect(asked).toMatchObject({ words: { faults: [{ field: '-V', code: 'INPUT_UNKNOWN' }] } })
})
