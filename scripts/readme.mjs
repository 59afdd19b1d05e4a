// Writes what README.md and the pages of docs/ say between `<!-- NAME:start -->`
// and `<!-- NAME:end -->`, and the manual page, from the tables of the sources.
// Each fact has one source.
//
//   node scripts/readme.mjs [--check] [FILE…]    --check writes nothing and fails on drift
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { basename, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import prettier from 'prettier'
import { formatManual } from './man.mjs'
import { BLOCKS } from './readme-blocks.mjs'

const ROOT = resolve(import.meta.dirname, '..')
const MANUAL = resolve(ROOT, 'docs/verify-k8s-artifacts.1')
const MARKER = /^<!-- ([a-z-]+):start -->$/gm

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const paths = positionals.length > 0 ? positionals.map((path) => resolve(path)) : await listPages()
const found = new Set()
const drifted = []
for (const path of paths) {
  const current = await readFile(path, 'utf8')
  let updated = current
  for (const [marker, name] of current.matchAll(MARKER)) {
    const make = BLOCKS[name] ?? fail(`${path}: nothing makes ${marker}`)
    const end = `<!-- ${name}:end -->`
    const from = updated.indexOf(marker) + marker.length
    const to = updated.indexOf(end, from)
    if (to < 0) fail(`${path}: ${marker} has no end`)
    const wanted = `\n\n${(await format(make(basename(path)))).trim()}\n\n`
    if (updated.slice(from, to) !== wanted) drifted.push(`${name} in ${relative(ROOT, path)}`)
    updated = updated.slice(0, from) + wanted + updated.slice(to)
    found.add(name)
  }
  if (!values.check && updated !== current) await writeFile(path, updated)
}
if (positionals.length === 0) {
  const wanted = formatManual()
  if ((await readFile(MANUAL, 'utf8').catch(() => '')) !== wanted) {
    drifted.push(relative(ROOT, MANUAL))
    if (!values.check) await writeFile(MANUAL, wanted)
  }
}
const absent = Object.keys(BLOCKS).filter((name) => positionals.length === 0 && !found.has(name))

if (absent.length > 0) fail(`no page has the block of ${absent.join(', ')}`)
else if (drifted.length === 0) console.log(`up to date: ${[...found].join(', ')}`)
else if (values.check) {
  console.error(`out of date: ${drifted.join(', ')}; run \`npm run readme\``)
  process.exitCode = 1
} else console.log(`updated: ${drifted.join(', ')}`)

async function listPages() {
  const names = await readdir(resolve(ROOT, 'docs'))
  const pages = names.filter((name) => name.endsWith('.md')).sort()
  return ['README.md', ...pages.map((name) => `docs/${name}`)].map((path) => resolve(ROOT, path))
}

/** As `prettier --check` wants it. */
async function format(text) {
  const options = await prettier.resolveConfig(resolve(ROOT, 'README.md'))
  return prettier.format(text, { ...options, parser: 'markdown' })
}

function fail(message) {
  throw new Error(message)
}
