// Builds dist/: one file per entry, the licences of everything inside, and the
// package.json that tells Node the files are modules. The result depends on
// the sources and the lock file alone, so that anyone can build it again and
// compare (scripts/check-dist.mjs does).
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { basename, join, resolve, sep } from 'node:path'
import ncc from '@vercel/ncc'
import { rolldown } from 'rolldown'

const ROOT = resolve(import.meta.dirname, '..')

/** Minified code is half the size, but starts slower and cannot be reviewed. */
const MINIFY = false

const ENTRIES = [
  { name: 'action.js', source: 'src/action/main.ts' },
  { name: 'post.js', source: 'src/action/post.ts' },
  { name: 'verify.js', source: 'src/action/verify.ts' },
  // Small ones, which load audits.js.
  { name: 'audit.js', source: 'src/action/audit.ts' },
  { name: 'plan-shards.js', source: 'src/action/plan-shards.ts' },
  { name: 'merge.js', source: 'src/action/merge.ts' },
  { name: 'audits.js', source: 'src/action/audits.ts', isPart: true },
  // Loaded by action.js when it is asked for: larger than all the rest.
  { name: 'actions-cache.js', source: 'src/action/actions-cache.ts', isPart: true },
  { name: 'cli.js', source: 'src/cli/start.ts', isProgram: true },
  { name: 'cli-main.js', source: 'src/cli/main.ts' },
  // The lab, so that the demo needs no development tools.
  { name: 'demo.js', source: 'src/lab/demo.ts' },
]

/** What others load when they need it, by `import('./NAME')`. */
const PARTS = new Set(ENTRIES.filter(({ isPart }) => isPart).map(({ name }) => `./${name}`))

/**
 * What ncc may emit beside the code; we write both ourselves. A second chunk
 * would be one file more to load, to sign and to review.
 */
const EXPECTED_ASSETS = new Set(['package.json'])

/** Where the first of two steps leaves its files; ncc finds no other there. */
const SHAKEN = join(ROOT, '.build')

/** Builds everything into a folder that is emptied first. */
export async function buildDist(folder) {
  const files = new Map([['package.json', '{ "type": "module" }\n']])
  const packages = new Map()
  await mkdir(SHAKEN, { recursive: true })
  try {
    for (const { name, source, isProgram } of ENTRIES) {
      const { code, sources } = await bundle(source)
      files.set(name, isProgram ? toProgram(code) : code)
      for (const folder of packageFolders(sources)) packages.set(folder, await readPackage(folder))
    }
  } finally {
    await rm(SHAKEN, { recursive: true, force: true })
  }
  files.set('LICENSES.txt', formatLicenses([...packages.values()]))
  for (const [name, text] of files) refuseForeignPaths(name, text)

  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const [name, text] of files) {
    await writeFile(join(folder, name), text, { mode: name === 'cli.js' ? 0o755 : 0o644 })
  }
  return [...files.keys()]
}

/**
 * Node's own modules, each loaded by the first of our modules that runs and needs it. As imports they would stand at
 * the head of the one file, and all be loaded with it.
 */
const lazyBuiltins = {
  name: 'lazy-builtins',
  resolveId: (id, importer = '') =>
    isBuiltin(id) && !importer.startsWith('\0rolldown') ? `\0builtin:${id.replace(/^node:/, '')}` : undefined,
  load: (id) =>
    id.startsWith('\0builtin:')
      ? `module.exports = process.getBuiltinModule(${JSON.stringify(`node:${id.slice('\0builtin:'.length)}`)})`
      : undefined,
}

/**
 * One file of what an entry reaches: without types, and without the parts of packages that nobody calls, which ncc
 * carries along. Modules that are imported lazily stay lazy.
 */
async function shake(source, target) {
  const bundle = await rolldown({
    input: join(ROOT, source),
    platform: 'node',
    tsconfig: join(ROOT, 'tsconfig.json'),
    external: (id) => PARTS.has(id),
    plugins: [lazyBuiltins],
    onLog(level, log, handle) {
      if (level === 'warn') throw new Error(`${source} does not build: ${log.message}`)
      handle(level, log)
    },
  })
  const { output } = await bundle.generate({
    format: 'esm',
    codeSplitting: false,
    // A licence stands in LICENSES.txt, once.
    comments: { annotation: true, jsdoc: true, legal: false },
  })
  await bundle.close()
  // Else ncc would put a bundle that is loaded at run time into the one that loads it.
  const code = output[0].code.replaceAll(/\bimport\("(\.\/[^"]+)"\)/g, (call, name) =>
    PARTS.has(name) ? `import(/* webpackIgnore: true */ "${name}")` : call,
  )
  await writeFile(target, code)
  return Object.keys(output[0].modules)
}

async function bundle(source) {
  const path = join(SHAKEN, basename(source).replace(/\.ts$/, '.js'))
  const sources = await shake(source, path)
  const { code, assets } = await ncc(path, { cache: false, minify: MINIFY, quiet: true }).catch((error) => {
    // Without the cause: its stack would print ncc's own minified source.
    throw new Error(`${source} does not build: ${error.message}`)
  })
  const extra = Object.keys(assets).filter((name) => !EXPECTED_ASSETS.has(name))
  if (extra.length > 0) throw new Error(`${source} makes more than one file: ${extra.join(', ')}`)
  // What ncc does not find it leaves to a require() at run time, without a word.
  const missing = code.match(/eval\("require"\)\("(\.[^"]*)"\)/)
  if (missing !== null) throw new Error(`${source} imports ${missing[1]}, which is not there`)
  return { code: code.endsWith('\n') ? code : `${code}\n`, sources }
}

/** It exports nothing, and says so: what looks at a package takes a file without import and export for CommonJS. */
function toProgram(code) {
  return `${code.startsWith('#!') ? '' : '#!/usr/bin/env node\n'}${code}export {}\n`
}

/** The folders below node_modules that any of these files belong to. */
function packageFolders(sources) {
  const folders = new Set()
  for (const source of sources) {
    const parts = source.split(sep)
    const index = parts.lastIndexOf('node_modules')
    if (index === -1) continue
    const length = parts[index + 1].startsWith('@') ? 3 : 2
    folders.add(parts.slice(0, index + length).join(sep))
  }
  return folders
}

async function readPackage(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const names = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file)).sort()
  const texts = await Promise.all(names.map((file) => readFile(join(folder, file), 'utf8')))
  return { title: `${name}@${version} (${license})`, text: texts.map(toPlainText).join('\n\n') }
}

function toPlainText(text) {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
}

/** Packages that share a text are listed together above it. */
function formatLicenses(packages) {
  const groups = Map.groupBy(packages, ({ text }) => text)
  const sections = [...groups].map(([text, members]) => {
    const titles = [...new Set(members.map(({ title }) => title))].sort()
    return `${titles.join('\n')}\n\n${text || 'These packages come without a licence file; the licence is the one named in brackets.'}\n`
  })
  return `The files in this folder contain these packages.\n\n${sections.sort().join(`\n${'-'.repeat(80)}\n\n`)}`
}

/** A path of the building machine would differ on the next one. */
function refuseForeignPaths(name, text) {
  for (const root of [ROOT, ROOT.replaceAll('\\', '/'), JSON.stringify(ROOT).slice(1, -1)]) {
    for (const folder of ['src', '.build', '__tests__', 'node_modules']) {
      const index = text.search(new RegExp(`${RegExp.escape(root)}[\\\\/]+${folder}\\b`))
      if (index !== -1)
        throw new Error(`${name} contains a path of this machine: ${text.slice(index, index + 120)}`)
    }
  }
}
