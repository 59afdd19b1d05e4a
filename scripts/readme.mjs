// Writes the generated tables of README.md: inputs and outputs from
// action.yml, artifacts from the catalogue, error codes from src/errors.ts.
// Each fact has one source.
//
//   node scripts/readme.mjs [--check] [FILE]    --check writes nothing and fails on drift
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { markdownTable } from 'markdown-table'
import prettier from 'prettier'
import { parse } from 'yaml'
import { AUDIT_FINDINGS } from '../src/audit/finding-codes.ts'
import { ERRORS } from '../src/error-codes.ts'

const ROOT = resolve(import.meta.dirname, '..')

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const path = resolve(positionals[0] ?? resolve(ROOT, 'README.md'))
const action = parse(await readFile(resolve(ROOT, 'action.yml'), 'utf8'))
const catalogue = JSON.parse(await readFile(resolve(ROOT, 'src/kubernetes/catalogue.json'), 'utf8'))
const { signers } = JSON.parse(await readFile(resolve(ROOT, 'src/kubernetes/signers.json'), 'utf8'))
const tables = {
  signers: [
    ['Signer', 'Certificate identity', 'Signs', 'Since', 'Until'],
    ...signers.map(({ title, certificateIdentity, signs, from, until = '' }) => [
      title,
      code(certificateIdentity),
      signs.join(', '),
      from,
      until,
    ]),
  ],
  artifacts: [
    ['Artifact', 'Kind', 'Group', 'Built for'],
    ...catalogue.artifacts.map(({ name, kind, groups, platforms, unsigned }) => [
      code(name),
      kind,
      groups.map(code).join(', ') + (unsigned ? '' : `, ${code('all')}`),
      platforms === undefined ? 'all platforms, one file' : code(platforms),
    ]),
  ],
  platforms: [
    ['Built for', 'Platforms'],
    ...Object.entries(catalogue.platforms).map(([name, platforms]) => [
      code(name),
      Object.entries(platforms)
        .map(([platform, minors]) => code(platform) + (minors === '*' ? '' : ` (${minors})`))
        .join(', '),
    ]),
  ],
  inputs: [
    ['Input', 'Default', 'Meaning'],
    ...Object.entries(action.inputs).map(([name, { default: value, description }]) => [
      code(name),
      value === '' ? '' : code(value),
      description,
    ]),
  ],
  outputs: [
    ['Output', 'Meaning'],
    ...Object.entries(action.outputs).map(([name, { description }]) => [code(name), description]),
  ],
  findings: [
    ['Finding', 'Severity', 'Meaning'],
    ...Object.entries(AUDIT_FINDINGS).map(([name, { severity, meaning }]) => [code(name), severity, meaning]),
  ],
  errors: [
    ['Code', 'Exit', 'Reason', 'Meaning', 'What to do'],
    ...Object.entries(ERRORS).map(([name, { exit, reason, unjudged, meaning, remedy }]) => [
      code(name),
      unjudged === undefined ? String(exit) : `${exit}, or 3`,
      unjudged === undefined ? reason : `${reason}, or ${unjudged.reason}`,
      meaning,
      remedy,
    ]),
  ],
}

const current = await readFile(path, 'utf8')
const drifted = []
let updated = current
for (const [name, rows] of Object.entries(tables)) {
  const block = new RegExp(`(<!-- ${name}:start -->\n)([^]*?)(<!-- ${name}:end -->)`)
  const [, start, text, end] =
    block.exec(updated) ?? fail(`there is no block <!-- ${name}:start --> in ${path}`)
  const wanted = `\n${await formatTable(rows)}\n`
  if (text !== wanted) drifted.push(name)
  updated = updated.replace(block, () => start + wanted + end)
}

if (drifted.length === 0) {
  console.log(`up to date: ${Object.keys(tables).join(', ')}`)
} else if (values.check) {
  console.error(`out of date: ${drifted.join(', ')}; run \`npm run readme\``)
  process.exitCode = 1
} else {
  await writeFile(path, updated)
  console.log(`updated: ${drifted.join(', ')}`)
}

/** As `prettier --check` wants it. */
async function formatTable(rows) {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')))
  return prettier.format(markdownTable(cells), { parser: 'markdown', proseWrap: 'never', printWidth: 110 })
}

function code(text) {
  return `\`${text}\``
}

function fail(message) {
  throw new Error(message)
}
