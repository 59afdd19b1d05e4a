// What the pages say that the sources know: a function a block, which gives Markdown.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ACTIONS } from './action-facts.mjs'
import { CAUSES } from './error-causes.mjs'
import './typescript.mjs'

const { AUDIT_FINDINGS } = await import('../src/audit/finding-codes.ts')
const { ERRORS } = await import('../src/error-codes.ts')
const { commandsOf, COMMANDS, inputsOf } = await import('../src/request/commands.ts')
const { OUTPUTS } = await import('../src/report/output-facts.ts')

const ROOT = resolve(import.meta.dirname, '..')
const { artifacts, platforms } = readJson('src/kubernetes/catalogue.json')
const { signers } = readJson('src/kubernetes/signers.json')

export const BLOCKS = {
  signers: () =>
    formatTable(
      ['Signer', 'Certificate identity', 'Signs', 'Since', 'Until'],
      signers.map(({ title, certificateIdentity, signs, from, until = '' }) => [
        title,
        code(certificateIdentity),
        signs.join(', '),
        from,
        until,
      ]),
    ),
  artifacts: () =>
    formatTable(
      ['Artifact', 'Kind', 'Group', 'Built for'],
      artifacts.map(({ name, kind, groups, platforms: builtFor, unsigned }) => [
        code(name),
        kind,
        groups.map(code).join(', ') + (unsigned ? '' : `, ${code('all')}`),
        builtFor === undefined ? 'all platforms, one file' : code(builtFor),
      ]),
    ),
  platforms: () =>
    formatTable(
      ['Built for', 'Platforms'],
      Object.entries(platforms).map(([name, members]) => [
        code(name),
        Object.entries(members)
          .map(([platform, minors]) => code(platform) + (minors === '*' ? '' : ` (${minors})`))
          .join(', '),
      ]),
    ),
  findings: () =>
    formatTable(
      ['Finding', 'Severity', 'Meaning'],
      Object.entries(AUDIT_FINDINGS).map(([name, { severity, meaning, remedy }]) => [
        code(name),
        severity,
        `${meaning} ${remedy}`,
      ]),
    ),
  errors: () => {
    const stray = Object.keys(CAUSES).filter((name) => !(name in ERRORS))
    if (stray.length > 0) throw new Error(`scripts/error-causes.mjs: there is no ${stray.join(', ')}`)
    return Object.entries(ERRORS).map(formatError).join('\n\n')
  },
  schedule: () => showExample('audit-schedule.yml'),
  'lock-update': () => showExample('lock-update.yml'),
  actions: () => ACTIONS.map(formatAction).join('\n\n'),
  commands: () => commandsOf('cli').map(formatCommand).join('\n\n'),
}

function showExample(name) {
  return `\`\`\`yaml\n${readFileSync(resolve(ROOT, 'docs/examples', name), 'utf8').trim()}\n\`\`\``
}

/** A section of its own for each code, so that it can be linked to. */
function formatError([name, { exit, reason, unjudged, meaning, remedy }]) {
  const cause = CAUSES[name] ?? fail(`scripts/error-causes.mjs does not say why ${name} comes about`)
  const lines = [
    `${meaning} Exit ${exit}, reason ${code(reason)}.`,
    `- **Cause**: ${cause}`,
    `- **What to do**: ${remedy}`,
    ...(unjudged === undefined
      ? []
      : [
          `- **Exit 3, reason ${code(unjudged.reason)}**, where nothing contradicts after all: ${unjudged.remedy}`,
        ]),
  ]
  const [first, ...items] = lines
  return `### ${name}\n\n${first}\n\n${items.join('\n')}`
}

function fail(message) {
  throw new Error(message)
}

/** An action with its inputs and outputs. */
function formatAction({ folder, description }) {
  return [
    `## \`org/verify-k8s-artifacts${folder && `/${folder}`}\``,
    description,
    'Permissions: none. Runner: 2.327.1 or newer, on github.com and on GitHub Enterprise Server.',
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
      Object.entries(OUTPUTS)
        .filter(([, { actions }]) => actions.includes(folder))
        .map(([name, { sentence }]) => [code(name), sentence]),
    ),
  ].join('\n\n')
}

function inputsIn(folder) {
  const inputs = commandsOf('action')
    .filter((command) => COMMANDS[command].action === folder)
    .flatMap((command) => inputsOf(command, 'action'))
  return inputs.filter(([input], index) => inputs.findIndex(([each]) => each === input) === index)
}

/** A command with its flags. */
function formatCommand(name) {
  const { sentence, inputs, examples } = COMMANDS[name]
  const { positionals } = inputs
  const isFlag = ([input, { isSecret }]) => !isSecret && !(positionals?.isOnly && positionals.name === input)
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
}

function formatTable(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')
}

function code(text) {
  return `\`${text}\``
}

function readJson(path) {
  return JSON.parse(readFileSync(resolve(ROOT, path), 'utf8'))
}
