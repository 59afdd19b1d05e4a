// Whatever words a command line is made of: it is a command, a help, or a bad request that says which word is at
// fault; never another error, and never a word that is lost.
import fc from 'fast-check'
import { readCommandLine } from '../../src/cli/command-line.js'
import { InputError } from '../../src/errors.js'
import { COMMANDS, INPUT_NAMES, commandsOf, inputsOf } from '../../src/request/commands.js'
import { toResult } from '../../src/result.js'

/** The same cases on every machine, and bounded. */
const OPTIONS = { seed: 20261126, numRuns: 300 }

const commands = commandsOf('cli')
const read = (argv: readonly string[]): ReturnType<typeof toResult<ReturnType<typeof readCommandLine>>> =>
  toResult(() => readCommandLine(argv, { version: '1.2.3', environment: {}, print: () => undefined }))

const flag = fc.constantFrom(
  ...INPUT_NAMES.map((name) => `--${name}`),
  '--',
  '--help',
  '-V',
  '-h',
  '--no-such',
)
const word = fc.oneof(
  flag,
  fc.tuple(flag, fc.string()).map(([name, value]) => `${name}=${value}`),
  fc.constantFrom('true', 'false', 'required', '', '-', 'kubectl', 'sha256:', '__proto__', 'constructor'),
  fc.string(),
)
const first = fc.oneof(fc.constantFrom(...commands, 'demo', 'completion', 'help', 'verify-bundle'), word)

test('any words are read, or refused as a bad request', () => {
  fc.assert(
    fc.property(first, fc.array(word, { maxLength: 8 }), (command, words) => {
      const { value, error } = read([...command.split(' '), ...words])
      if (value === undefined) expect(error).toBeInstanceOf(InputError)
      else expect(['run', 'demo', 'completion', 'told']).toContain(value.kind)
    }),
    OPTIONS,
  )
})

test('a flag has the value that was given, whatever is in it', () => {
  const command = fc.constantFrom(...commands)
  fc.assert(
    fc.property(command, fc.nat(), fc.string({ minLength: 1 }), (name, index, value) => {
      const { positionals } = COMMANDS[name].inputs as { positionals?: { name: string; isOnly?: boolean } }
      const flags = inputsOf(name, 'cli').filter(
        ([input, { isSecret }]) => !isSecret && !(positionals?.isOnly === true && positionals.name === input),
      )
      const [input = '', facts] = flags[index % flags.length] ?? []
      const { value: asked } = read([...name.split(' '), `--${input}=${value}`])
      if (asked?.kind !== 'run' || facts === undefined) throw new Error(`${name} --${input} was not read`)
      expect(asked.words.faults).toEqual([])
      expect(asked.words.values[input]).toBe(value)
    }),
    OPTIONS,
  )
})

test('words without a flag keep their order, and none is lost', () => {
  const plain = fc.string({ minLength: 1 }).filter((text) => !text.startsWith('-'))
  fc.assert(
    fc.property(fc.array(plain, { maxLength: 6 }), (words) => {
      const { value: asked } = read(['verify', ...words])
      expect(asked).toMatchObject({ kind: 'run', words: { positionals: words, faults: [] } })
    }),
    OPTIONS,
  )
})

test('what no reader knows is a fault of the input that has it, and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.constantFrom(...commands), fc.string(), (name, text) => {
      for (const [input, { read: reader }] of inputsOf(name, 'cli')) {
        const { faults } = reader(text, `--${input}`)
        for (const fault of faults ?? []) expect(fault.message).not.toBe('')
      }
    }),
    OPTIONS,
  )
})
