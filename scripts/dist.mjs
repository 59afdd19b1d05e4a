// Builds dist/: one file per entry, the licences of everything inside, and the
// package.json that tells Node the files are modules. The result depends on
// the sources and the lock file alone, so that anyone can build it again and
// compare (scripts/check-dist.mjs does).
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import ncc from '@vercel/ncc'
import ts from 'typescript'

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
  { name: 'audits.js', source: 'src/action/audits.ts' },
  // Loaded by action.js when it is asked for: larger than all the rest.
  { name: 'actions-cache.js', source: 'src/action/actions-cache.ts' },
  { name: 'cli.js', source: 'src/cli/start.ts', isProgram: true },
  { name: 'cli-main.js', source: 'src/cli/main.ts' },
  // The lab, so that the demo needs no development tools.
  { name: 'demo.js', source: 'src/lab/demo.ts' },
]

/**
 * What ncc may emit beside the code; we write both ourselves. A second chunk
 * would be one file more to load, to sign and to review.
 */
const EXPECTED_ASSETS = new Set(['package.json'])

/**
 * The sources without their types, made once for all bundles. ncc would do it
 * too, but with a type check of everything for each bundle, which takes
 * minutes and gigabytes; `npm run typecheck` does that once.
 */
const SCRIPTS = join(ROOT, '.build')

/** Builds everything into a folder that is emptied first. */
export async function buildDist(folder) {
  const files = new Map([['package.json', '{ "type": "module" }\n']])
  const packages = new Map()
  try {
    await takeTypesOff()
    for (const { name, source, isProgram } of ENTRIES) {
      const { code, sources } = await bundle(join(SCRIPTS, source.replace(/\.ts$/, '.js')))
      files.set(name, isProgram ? withShebang(code) : code)
      for (const folder of packageFolders(sources)) packages.set(folder, await readPackage(folder))
    }
  } finally {
    await rm(SCRIPTS, { recursive: true, force: true })
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

async function takeTypesOff() {
  await rm(SCRIPTS, { recursive: true, force: true })
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT)
  await mkdir(SCRIPTS, { recursive: true })
  await cp(join(ROOT, 'package.json'), join(SCRIPTS, 'package.json'))
  const found = await readdir(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  for (const path of found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))) {
    const target = join(SCRIPTS, relative(ROOT, path))
    await mkdir(dirname(target), { recursive: true })
    if (!path.endsWith('.ts')) {
      await cp(path, target)
      continue
    }
    const { outputText } = ts.transpileModule(await readFile(path, 'utf8'), {
      fileName: path,
      compilerOptions: { ...options, module: ts.ModuleKind.ESNext, noEmit: false },
    })
    // webpack reads a JSON file by its name, and refuses one with an attribute.
    await writeFile(
      target.replace(/\.ts$/, '.js'),
      outputText.replaceAll(/ with \{ type: ['"]json['"] \}/g, ''),
    )
  }
}

async function bundle(path) {
  const { code, assets, stats } = await ncc(path, { cache: false, minify: MINIFY, quiet: true }).catch(
    (error) => {
      // Without the cause: its stack would print ncc's own minified source.
      throw new Error(`${relative(ROOT, path)} does not build: ${error.message}`)
    },
  )
  const extra = Object.keys(assets).filter((name) => !EXPECTED_ASSETS.has(name))
  if (extra.length > 0) {
    throw new Error(
      `${relative(ROOT, path)} makes more than one file: ${extra.join(', ')}; ` +
        'write import(/* webpackMode: "eager" */ …) to keep a lazy module inside',
    )
  }
  const modules = [...stats.compilation.modules].flatMap((module) => module.modules ?? module)
  const sources = modules.map((module) => module.resource).filter((resource) => resource !== undefined)
  // What ncc does not find it leaves to a require() at run time, without a word.
  const missing = code.match(/eval\("require"\)\("(\.[^"]*)"\)/)
  if (missing !== null) throw new Error(`${relative(ROOT, path)} imports ${missing[1]}, which is not there`)
  return { code: code.endsWith('\n') ? code : `${code}\n`, sources }
}

function withShebang(code) {
  return code.startsWith('#!') ? code : `#!/usr/bin/env node\n${code}`
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
