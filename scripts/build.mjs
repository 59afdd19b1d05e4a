// Builds dist/: each program one file, and the licences of all that is in them.
// The same sources and lock give the same bytes anywhere.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ncc from '@vercel/ncc'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const PROGRAMS = {
  'action.js': 'src/action.ts',
  'cli.js': 'src/cli.ts',
  'demo.js': '__tests__/lab/demo.ts',
}

// Off: a reader of dist/ should be able to read it, and minified code starts more slowly.
const MINIFY = false

/** @param {string} folder */
export async function build(folder) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const licences = new Set()
  for (const [name, entry] of Object.entries(PROGRAMS)) {
    const { code, assets } = await ncc(join(root, entry), { license: 'LICENSES.txt', minify: MINIFY, quiet: true })
    for (const [asset, { source }] of Object.entries(assets)) {
      if (asset === 'package.json') continue
      if (asset !== 'LICENSES.txt') throw new Error(`${entry} came out with another file: ${asset}`)
      for (const licence of splitLicences(source.toString())) licences.add(licence)
    }
    if (code.includes(root)) throw new Error(`${name} holds a path of this machine`)
    const program = name === 'cli.js' ? `#!/usr/bin/env node\n${code}` : code
    await writeFile(join(folder, name), program, { mode: name === 'cli.js' ? 0o755 : 0o644 })
  }
  await writeFile(join(folder, 'LICENSES.txt'), [...licences].sort().join('\n\n'))
  await writeFile(join(folder, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`)
}

/** ncc writes package after package: its name on a line, its licence's name, its text. */
function splitLicences(text) {
  return text
    .split(/\n\n(?=(?:@[\w.-]+\/)?[\w.-]+\n[\w.() -]+\n)/)
    .map((part) => part.trim())
    .filter(Boolean)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(root, 'dist')
  await build(folder)
  for (const name of Object.keys(PROGRAMS)) {
    process.stdout.write(`dist/${name}: ${(await readFile(join(folder, name))).length} bytes\n`)
  }
}
