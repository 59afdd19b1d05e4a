// Writes the action.yml of every action from the tables of the commands and of
// the outputs. Each fact has one source.
//
//   node scripts/actions.mjs [--check]    --check writes nothing and fails on drift
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import prettier from 'prettier'
import { stringify } from 'yaml'
import './typescript.mjs'

const { commandsOf, COMMANDS, inputsOf } = await import('../src/request/commands.ts')
const { OUTPUTS } = await import('../src/report/output-facts.ts')

const ROOT = resolve(import.meta.dirname, '..')
const HEADER = `# Made by scripts/actions.mjs from the tables of the sources.
#
# It needs no permissions, and a runner of 2.327.1 or newer, the first with
# node24; it runs on GitHub Enterprise Server where the runner is as new.
`

/** What the tables do not say. The marketplace cuts descriptions that are longer than 125 characters. */
export const ACTIONS = [
  {
    folder: '',
    name: 'Verify Kubernetes artifacts',
    description:
      'Fetches Kubernetes release artifacts, proves that the Kubernetes project signed them, and installs only what is proven.',
    main: 'action.js',
    post: 'post.js',
  },
  {
    folder: 'verify',
    name: 'Verify local Kubernetes artifacts and images',
    description: 'Proves who signed local files, digests and container images, without installing anything.',
    main: 'verify.js',
  },
  {
    folder: 'audit',
    name: 'Audit Kubernetes releases',
    description: COMMANDS.audit.sentence,
    main: 'audit.js',
  },
  {
    folder: 'audit/plan',
    name: 'Plan an audit of Kubernetes releases',
    description: 'Divides an audit among several jobs, and gives the matrix for them.',
    main: 'plan-shards.js',
  },
  {
    folder: 'audit/merge',
    name: 'Merge an audit of Kubernetes releases',
    description: COMMANDS.merge.sentence,
    main: 'merge.js',
  },
]

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } }, strict: false })
const drifted = []
const pages = ACTIONS.map((action) => {
  const path = resolve(ROOT, action.folder, 'action.yml')
  return [path, () => format(action, dirname(path))]
})
pages.push([resolve(ROOT, 'docs/inputs-outputs.md'), formatPage], [resolve(ROOT, 'docs/cli.md'), formatCli])
for (const [path, make] of pages) {
  const wanted = await make()
  if (wanted === (await readFile(path, 'utf8').catch(() => ''))) continue
  drifted.push(relative(ROOT, path))
  if (values.check) continue
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, wanted)
}
if (drifted.length === 0) console.log('up to date: every action.yml, docs/inputs-outputs.md and docs/cli.md')
else if (values.check) {
  console.error(`out of date: ${drifted.join(', ')}; run \`npm run actions\``)
  process.exitCode = 1
} else console.log(`updated: ${drifted.join(', ')}`)

/** Every command with its flags. */
function formatCli() {
  const sections = commandsOf('cli').map((name) => {
    const { sentence, inputs, examples } = COMMANDS[name]
    const { positionals } = inputs
    const isFlag = ([input, { isSecret }]) =>
      !isSecret && !(positionals?.isOnly && positionals.name === input)
    const words = positionals ? ` [${positionals.name}${positionals.most === 1 ? '' : '...'}]` : ''
    return [
      `## ${name}`,
      sentence,
      `\`\`\`\nverify-k8s-artifacts ${name}${words}\n${examples.map((each) => `\nverify-k8s-artifacts ${each}`).join('')}\n\`\`\``,
      formatTable(
        ['Flag', 'Default', 'Meaning'],
        inputsOf(name, 'cli')
          .filter(isFlag)
          .map(([input, { default: otherwise, fallback, placeholder, sentence: meaning }]) => [
            code(placeholder === undefined ? `--${input}` : `--${input} <${placeholder}>`),
            placeholder === undefined || !(otherwise || fallback) ? '' : code(otherwise || fallback),
            meaning,
          ]),
      ),
    ].join('\n\n')
  })
  const head = '<!-- Made by scripts/actions.mjs from the tables of the sources. -->\n\n# Command line'
  const rules =
    '`verify-k8s-artifacts help` lists the commands, `COMMAND --help` the flags of one, `-V` tells the version. A flag takes its value as `--flag value` or `--flag=value`; a boolean is `--flag`, `--flag true` or `--flag=false`. The Authorization header of a private mirror is taken from the variable `MIRROR_AUTHORIZATION`, since a flag would show it to every process. Exit codes: 0 verified, 1 rejected, 2 bad request, 3 unverifiable, 70 our own bug.'
  return `${[head, rules, ...sections].join('\n\n')}\n`
}

/** Every action's inputs and outputs, in tables without padding. */
function formatPage() {
  const sections = ACTIONS.map(({ folder, description }) =>
    [
      `## \`org/verify-k8s-artifacts${folder && `/${folder}`}\``,
      description,
      formatTable(
        ['Input', 'Default', 'Meaning'],
        inputsIn(folder).map(([name, { default: otherwise, sentence }]) => [
          code(name),
          otherwise && code(otherwise),
          sentence,
        ]),
      ),
      formatTable(
        ['Output', 'Meaning'],
        outputsOf(folder).map(([name, { sentence }]) => [code(name), sentence]),
      ),
    ].join('\n\n'),
  )
  const head = '<!-- Made by scripts/actions.mjs from the tables of the sources. -->\n\n# Inputs and outputs'
  const rules =
    'Lists are separated by commas or newlines. Booleans are `true` or `false`. An empty input takes its default. A bad value fails the step before anything is fetched, and one error names every faulty input; an input of another action is refused by name. Outputs are set on failure too, where they have a value. A path is only ever that of a verified artifact.'
  return `${[head, rules, ...sections].join('\n\n')}\n`
}

function formatTable(head, rows) {
  const lines = [head, head.map(() => '-'), ...rows]
  return lines
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')
}

function code(text) {
  return `\`${text}\``
}

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
