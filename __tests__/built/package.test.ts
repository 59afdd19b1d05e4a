// The package, as npm packs it and a user installs it: into an empty folder, from its tarball, without a registry.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { TARGET } from '../../src/lab/hostile.js'
import { runProgram } from '../../src/lab/runner.js'
import { ROOT } from '../support/folders.js'
import { withJob } from '../support/job.js'

/** Bytes. With the bundles of the actions it would be twice as much. */
const LARGEST = 900_000
const FILES = [
  'LICENSE',
  'README.md',
  'dist/LICENSES.txt',
  'dist/audits.js',
  'dist/cli-main.js',
  'dist/cli.js',
  'dist/common.js',
  'dist/completion.js',
  'dist/debug.js',
  'dist/demo.js',
  'dist/env-paths.js',
  'dist/http.js',
  'dist/inventory.js',
  'dist/package.json',
  'dist/progress-bars.js',
  'dist/prove.js',
  'dist/rolldown-runtime.js',
  'dist/runner.js',
  'dist/tar.js',
  'dist/tuf.js',
  'dist/version-file.js',
  'dist/xml.js',
  'dist/xz-decompress.js',
  'docs/verify-k8s-artifacts.1',
  'package.json',
]

interface Packed {
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string }[]
}

const { release, job } = await withJob()
const folder = mkdtempSync(join(tmpdir(), 'package-test-'))
const installed = join(folder, 'node_modules', 'verify-k8s-artifacts')
const npm = (cwd: string, ...argv: string[]): string =>
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', argv, { cwd, encoding: 'utf8' })
let packed: Packed

beforeAll(() => {
  const text = npm(ROOT, 'pack', '--ignore-scripts', '--silent', '--json', '--pack-destination', folder)
  const [only] = JSON.parse(text) as Packed[]
  if (only === undefined) throw new Error('npm packed nothing')
  packed = only
  const flags = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder]
  npm(folder, 'install', ...flags, join(folder, packed.filename))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('it holds the command line, its licences, schemas and manual page, and nothing else', () => {
  const schemas = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.schema.json'))
  expect(schemas).not.toEqual([])
  const wanted = [...FILES, ...schemas.map((name) => `docs/${name}`)].sort()
  expect(packed.files.map(({ path }) => path).sort()).toEqual(wanted)
  expect(packed.size).toBeLessThan(LARGEST)
})

test('it brings no other package', () => {
  const others = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))
  expect(others).toEqual(['verify-k8s-artifacts'])
  const facts = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as object
  for (const key of [
    'dependencies',
    'optionalDependencies',
    'peerDependencies',
    'bundleDependencies',
    'private',
  ])
    expect(facts).not.toHaveProperty(key)
})

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: installed, pack: false, strict: true })
  const facts = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, unknown>
  expect(messages.map((message) => formatMessage(message, facts, { color: false }))).toEqual([])
})

test('it is started by its name', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  const program = join(folder, 'node_modules', '.bin', 'verify-k8s-artifacts')
  const { status, stdout } = spawnSync(program, ['-V'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  expect([status, stdout]).toEqual([0, `${version}\n`])
})

test('it gets and proves a kubectl, and shows the demo', async () => {
  const program = join(installed, 'dist', 'cli.js')
  const urls = job.flags
  const platform = ['--os', 'linux', '--arch', 'amd64']
  const output = join(folder, 'bin')
  const got = await runProgram(program, [
    'get',
    'kubectl',
    '--version',
    'v1.35.2',
    ...platform,
    ...urls,
    '--output',
    output,
  ])
  expect([got.code, got.stdout.trim().split('\n').at(-1)]).toEqual([0, 'verified'])
  const { content } = release.artifact(TARGET)
  expect(readFileSync(join(output, 'kubectl')).equals(Buffer.concat([...content.chunks()]))).toBe(true)
  expect(existsSync(join(output, 'kubectl.sigstore.json'))).toBe(true)
  const shown = await runProgram(program, ['demo'])
  expect(shown.code).toBe(0)
})
