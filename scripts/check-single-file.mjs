// node scripts/check-single-file.mjs PROGRAM    the single file runs, without Node.js and far from this folder
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('usage: node scripts/check-single-file.mjs PROGRAM')
const program = resolve(path)
const { version } = JSON.parse(await readFile(resolve(import.meta.dirname, '../package.json'), 'utf8'))
const folder = await mkdtemp(join(tmpdir(), 'single-file-'))
// What Windows needs to start anything, and a shell for the kubectl of the lab; no Node.js.
const { SystemRoot, TEMP } = process.env
const env = { HOME: folder, PATH: '/usr/bin:/bin', ...(SystemRoot && { SystemRoot }), ...(TEMP && { TEMP }) }

try {
  expect(['-V'], 0, (text) => text === `${version}\n`)
  expect(['get', '--help'], 0, (text) => text.includes('Examples:'))
  expect(['completion', 'bash'], 0, (text) => text.includes('complete '))
  expect(['verify', 'nofile'], 2, (text) => text.includes('INPUT_INVALID'))
  // Options for Node.js are nobody's.
  expect(['-V'], 0, (text) => text === `${version}\n`, {
    NODE_OPTIONS: '--import=data:text/javascript,process.exit(9)',
  })
  // Gets and proves a kubectl in the lab, and refuses one that is broken.
  expect(['demo'], 0, (text) => text.includes('=== Shown: '))
  console.log(`${path} runs`)
} finally {
  await rm(folder, { recursive: true, force: true })
}

function expect(argv, code, isRight, further = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, argv, {
    cwd: folder,
    env: { ...env, ...further },
    encoding: 'utf8',
    timeout: 120_000,
  })
  if (status === code && isRight(stdout + stderr)) return
  throw new Error(`${path} ${argv.join(' ')}: exit ${status}, not ${code}: ${error ?? ''}${stdout}${stderr}`)
}
