// Writes the action.yml of every action from the tables of the commands and of
// the outputs. Each fact has one source.
//
//   node scripts/actions.mjs [--check]    --check writes nothing and fails on drift
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import prettier from 'prettier'
import { stringify } from 'yaml'
import { ACTIONS } from './action-facts.mjs'
import './typescript.mjs'

const { commandsOf, COMMANDS, inputsOf } = await import('../src/request/commands.ts')
const { OUTPUTS } = await import('../src/report/output-facts.ts')

const ROOT = resolve(import.meta.dirname, '..')
const HEADER = `# Made by scripts/actions.mjs from the tables of the sources.
#
# It needs no permissions, and a runner of 2.327.1 or newer, the first with
# node24; it runs on GitHub Enterprise Server where the runner is as new.
`

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } }, strict: false })
const drifted = []
const pages = ACTIONS.map((action) => {
  const path = resolve(ROOT, action.folder, 'action.yml')
  return [path, () => format(action, dirname(path))]
})
for (const [path, make] of pages) {
  const wanted = await make()
  if (wanted === (await readFile(path, 'utf8').catch(() => ''))) continue
  drifted.push(relative(ROOT, path))
  if (values.check) continue
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, wanted)
}
if (drifted.length === 0) console.log('up to date: every action.yml')
else if (values.check) {
  console.error(`out of date: ${drifted.join(', ')}; run \`npm run actions\``)
  process.exitCode = 1
} else console.log(`updated: ${drifted.join(', ')}`)

function inputsIn(folder) {
  const inputs = commandsOf('action')
    .filter((command) => COMMANDS[command].action === folder)
    .flatMap((command) => inputsOf(command, 'action'))
  return inputs.filter(([input], index) => inputs.findIndex(([each]) => each === input) === index)
}

function outputsOf(folder) {
  return Object.entries(OUTPUTS).filter(([, { actions }]) => actions.includes(folder))
}

function format({ folder, name, description, main, post }, place) {
  const dist = (file) => relative(place, resolve(ROOT, 'dist', file)).replaceAll('\\', '/')
  const document = {
    name,
    author: 'The verify-k8s-artifacts authors',
    description,
    branding: { icon: 'check-circle', color: 'blue' },
    inputs: Object.fromEntries(
      inputsIn(folder).map(([input, { sentence, default: otherwise }]) => [
        input,
        { description: sentence, default: otherwise },
      ]),
    ),
    outputs: Object.fromEntries(
      outputsOf(folder).map(([output, { sentence }]) => [output, { description: sentence }]),
    ),
    runs: { using: 'node24', main: dist(main), ...(post && { post: dist(post) }) },
  }
  const text = stringify(document, { lineWidth: 0 }).replace(/^(?=branding|inputs|outputs|runs)/gm, '\n')
  return prettier.format(HEADER + text, { parser: 'yaml', singleQuote: true, printWidth: 110 })
}
