// Builds dist/: one file per entry, the files that several of them share or that
// are loaded late, the licences of everything inside, and the package.json that
// tells Node the files are modules. The result depends on the sources and the
// lock file alone, so that anyone can build it again and compare
// (scripts/check-dist.mjs does).
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { join, relative, resolve, sep } from 'node:path'
import ncc from '@vercel/ncc'
import { rolldown } from 'rolldown'

const ROOT = resolve(import.meta.dirname, '..')

// Nothing is minified: that is half the size, but starts slower and cannot be reviewed.
/** What is run, and small: each loads a program when it has looked whether there is something to do, and for whom. */
const STARTERS = [
  { name: 'action.js', source: 'src/action/main.ts' },
  { name: 'post.js', source: 'src/action/post.ts' },
  { name: 'verify.js', source: 'src/action/verify.ts' },
  { name: 'audit.js', source: 'src/action/audit.ts' },
  { name: 'plan-shards.js', source: 'src/action/plan-shards.ts' },
  { name: 'merge.js', source: 'src/action/merge.ts' },
  { name: 'cli.js', source: 'src/cli/start.ts' },
]
const PROGRAMS = [
  { name: 'get.js', source: 'src/action/get.ts' },
  { name: 'local.js', source: 'src/action/local.ts' },
  { name: 'audits.js', source: 'src/action/audits.ts' },
  { name: 'recheck-placed.js', source: 'src/action/recheck-placed.ts' },
  { name: 'cli-main.js', source: 'src/cli/main.ts' },
  // The lab, so that the demo needs no development tools.
  { name: 'demo.js', source: 'src/lab/demo.ts' },
]

/**
 * The files that several of these load, and what stands in each: all that these modules need, as far as no file above
 * has it. A file is loaded as a whole, so it holds what is needed together.
 */
const SHARED = [
  // What every run needs: the request, what it means, and the report.
  {
    file: 'common',
    holds:
      /^\0(?!late-package)|^package\.json$|^src\/(?:(?:result|errors|digest)\.|commands\/(?:plan-command|request-surroundings|run-command|uncaught)\.|request\/commands\.|report\/(?:paced-progress|progress)\.)/,
  },
  { file: 'cli-main', holds: /^src\/cli\/(?:main|command-flags)\./ },
  // Fetch, gather, verify and install.
  { file: 'prove', holds: /^src\/(?:commands\/(?!inventory\.)[^/]*$|install\/(?:folder|find-cached)\.)/ },
  { file: 'http', holds: /^src\/fetch\/http-client\.|^node_modules\/@actions\/http-client\// },
  // What the actions need of the runner.
  { file: 'runner', holds: /^src\/action\/(?:inputs|publish|run-action|runner)\./ },
  { file: 'xml', holds: /^node_modules\/fast-xml-builder\// },
  { file: 'audits', holds: /^src\/(?:commands\/audit\/command|action\/audits)\./ },
  { file: 'tar', holds: /^src\/(?:install\/extract|fetch\/registry\/oci-archive)\./ },
  { file: 'debug', holds: /^node_modules\/debug\// },
]
/** What is loaded late, each by an import() of its own; and what rolldown needs itself. */
const LATE = [
  'actions-cache',
  'completion',
  'env-paths',
  'inventory',
  'progress-bars',
  'tool-cache',
  'tuf',
  'version-file',
  'xz-decompress',
  'rolldown-runtime',
]

/** Builds everything into a folder that is emptied first. */
export async function buildDist(folder) {
  const groups = SHARED.map(({ file, holds }, index) => ({
    name: file,
    test: (id) => holds.test(toPlace(id)),
    priority: SHARED.length - index,
  }))
  const chunks = await bundle(PROGRAMS, { groups })
  for (const starter of STARTERS) chunks.push(...(await bundle([starter], false)))
  const known = [
    ...STARTERS,
    ...PROGRAMS,
    ...[...SHARED.map(({ file }) => file), ...LATE].map((file) => ({ name: `${file}.js` })),
  ]
  const unknown = chunks.filter(({ fileName }) => known.every(({ name }) => name !== fileName))
  // One file more to load, to sign and to review.
  if (unknown.length > 0)
    throw new Error(
      `it makes more files: ${unknown.map(({ fileName }) => fileName).join(', ')}: name them above, and in package.json if the command line loads them`,
    )
  const packages = packageFolders(chunks.flatMap(({ modules }) => Object.keys(modules)))
  const licenses = formatLicenses(await Promise.all([...packages].map(readPackage)))
  const files = new Map([
    ['package.json', '{ "type": "module" }\n'],
    ...(await compile(chunks)).map(({ name, code }) => [name, name === 'cli.js' ? toProgram(code) : code]),
    ['LICENSES.txt', licenses],
  ])
  for (const [name, text] of files) refuseForeignPaths(name, text)

  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const [name, text] of files) {
    await writeFile(join(folder, name), text, { mode: name === 'cli.js' ? 0o755 : 0o644 })
  }
  return [...files.keys()]
}

/** A module's place in this folder, with slashes; one that rolldown made starts with \\0. */
function toPlace(id) {
  return id.startsWith('\0') ? id : relative(ROOT, id).replaceAll(sep, '/')
}

/** Our modules, and packages that are modules, too. */
const NAMING = /^(?:src|node_modules\/(?:commander|@noble|@actions))\//

/**
 * Node's own modules. As imports they would stand at the head of a file, and all be loaded with it; so each is loaded
 * by the first module that runs and needs it. Modules that name what they import do not load it before they use it: many
 * cost a millisecond or more, and few runs need them all. Other packages may copy what is in it.
 */
const lazyBuiltins = {
  name: 'lazy-builtins',
  resolveId(id, importer = '') {
    if (id === 'tunnel' && NAMING.test(toPlace(importer))) return '\0late-package:tunnel'
    if (!isBuiltin(id) || importer.startsWith('\0rolldown')) return undefined
    const name = `node:${id.replace(/^node:/, '')}`
    // What is a function itself, such as `events`, cannot be stood in for.
    const isLate = NAMING.test(toPlace(importer)) && typeof process.getBuiltinModule(name) === 'object'
    return `\0${isLate ? 'late' : 'builtin'}:${name}`
  },
  load(id) {
    const [kind, ...rest] = id.split(':')
    const name = JSON.stringify(rest.join(':'))
    const load = kind === '\0late-package' ? `require(${name})` : `process.getBuiltinModule(${name})`
    if (kind === '\0builtin') return `module.exports = ${load}`
    // What makes a module of it looks for __esModule, and copies what is its own: nothing.
    return kind?.startsWith('\0late')
      ? `module.exports = Object.create(new Proxy({}, { get: (_, key) => (key === '__esModule' ? undefined : ${load}[key]) }))`
      : undefined
  },
}

/**
 * Everything that the entries reach: without types, and without the parts of packages that nobody calls.
 * @param codeSplitting whether and how it becomes more than a file for each entry
 */
async function bundle(entries, codeSplitting) {
  const build = await rolldown({
    input: Object.fromEntries(entries.map(({ name, source }) => [name.slice(0, -3), join(ROOT, source)])),
    platform: 'node',
    tsconfig: join(ROOT, 'tsconfig.json'),
    // A starter loads its program as it runs.
    external: (id) => codeSplitting === false && PROGRAMS.some(({ name }) => id === `./${name}`),
    plugins: [lazyBuiltins],
    treeshake: { moduleSideEffects: [{ test: /node_modules[\\/]@actions[\\/]/, sideEffects: false }] },
    preserveEntrySignatures: 'allow-extension',
    onLog(level, log, handle) {
      if (level === 'warn') throw new Error(`it does not build: ${log.message}`)
      handle(level, log)
    },
  })
  const { output } = await build.generate({
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    codeSplitting,
    // A licence stands in LICENSES.txt, once.
    comments: { annotation: true, jsdoc: true, legal: false },
  })
  await build.close()
  return output
}

/** Where the first of two steps leaves its files; ncc finds no other there. */
const SHAKEN = join(ROOT, '.build')

/** Each file by ncc, which leaves the others beside it where they are, and lets late imports be late. */
async function compile(chunks) {
  const places = chunks.map(({ fileName }) => `./${fileName}`)
  await mkdir(SHAKEN, { recursive: true })
  try {
    for (const { fileName, code } of chunks)
      await writeFile(join(SHAKEN, fileName), toLateImports(code, places))
    const compiled = []
    for (const { fileName } of chunks) {
      const others = places.filter((place) => place !== `./${fileName}`)
      compiled.push({ name: fileName, code: await compileOne(fileName, others) })
    }
    return compiled
  } finally {
    await rm(SHAKEN, { recursive: true, force: true })
  }
}

/** ncc would load at the start of a file whatever that imports late. */
function toLateImports(code, places) {
  return code.replaceAll(/\bimport\(\s*(?:\/\*.*?\*\/\s*)?"(\.\/[^"]+)"\s*\)/g, (call, place) =>
    places.includes(place) ? `import(/* webpackIgnore: true */ "${place}")` : call,
  )
}

async function compileOne(name, others) {
  const externals = Object.fromEntries(others.map((place) => [place, place]))
  const path = join(SHAKEN, name)
  const { code, assets } = await ncc(path, { cache: false, quiet: true, externals }).catch((error) => {
    // Without the cause: its stack would print ncc's own minified source.
    throw new Error(`${name} does not build: ${error.message}`)
  })
  // It names a package.json of its own, which we write ourselves.
  const extra = Object.keys(assets).filter((asset) => asset !== 'package.json')
  if (extra.length > 0) throw new Error(`${name} makes more than one file: ${extra.join(', ')}`)
  // What ncc does not find it leaves to a require() at run time, without a word.
  const missing = code.match(/eval\("require"\)\("(\.[^"]*)"\)/)
  if (missing !== null) throw new Error(`${name} imports ${missing[1]}, which is not there`)
  return code.endsWith('\n') ? code : `${code}\n`
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
