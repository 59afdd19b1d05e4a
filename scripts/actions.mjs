// Writes the inputs of action.yml from the tables of the commands. Each fact
// has one source.
//
//   node scripts/actions.mjs [--check]    --check writes nothing and fails on drift
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import prettier from 'prettier'
import { stringify } from 'yaml'
import './typescript.mjs'

const { commandsOf, inputsOf } = await import('../src/request/commands.ts')
const ROOT = resolve(import.meta.dirname, '..')
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })

const path = resolve(ROOT, 'action.yml')
const current = await readFile(path, 'utf8')
const start = current.indexOf('inputs:\n')
const end = current.indexOf('# Each output is set')
const wanted = await prettier.format(
  `${current.slice(0, start)}${stringify({ inputs: toInputs() }, { lineWidth: 0 })}\n${current.slice(end)}`,
  { parser: 'yaml', singleQuote: true, printWidth: 110 },
)

if (wanted === current) console.log('up to date: action.yml')
else if (values.check) {
  console.error('out of date: action.yml; run `npm run actions`')
  process.exitCode = 1
} else {
  await writeFile(path, wanted)
  console.log('updated: action.yml')
}

function toInputs() {
  const commands = commandsOf('action')
  const list = commands.map((name) => `\`${name}\``).join(', ')
  const command = {
    description: `What the action does, one of ${list}, as ${'`verify-k8s-artifacts help`'} tells about each.`,
    default: 'get',
  }
  const inputs = new Map([['command', command]])
  for (const name of commands) {
    for (const [input, { sentence, default: otherwise }] of inputsOf(name, 'action'))
      if (!inputs.has(input)) inputs.set(input, { description: sentence, default: otherwise })
  }
  return Object.fromEntries(inputs)
}
