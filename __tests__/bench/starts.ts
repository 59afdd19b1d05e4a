// Rows of starts: the built programs from their first instruction on, against
// bare Node and against what else verifies the same.
import { spawn } from 'node:child_process'
import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { RELEASE_ISSUER, RELEASE_SIGNER } from '../../src/lab/release.js'
import type { Figure } from './figures.js'
import { VERSIONS, useLab } from './lab-server.js'
import { BARE, type Command, against, findPeer, inTurn, newFolder, run } from './measure.js'

const CLI = 'dist/cli.js'
const ROUNDS = 15
const NO_CACHE = { NODE_DISABLE_COMPILE_CACHE: '1' }

const cpuOf = (command: Command) => (): number => run(command).cpuMs

/** The same command with no compile cache, and with one that it has filled. */
function coldAndWarm(argv: readonly string[]): { cold: () => number; warm: () => number } {
  const command = [process.execPath, CLI, ...argv]
  const env = { XDG_CACHE_HOME: newFolder('cache') }
  run({ argv: command, env })
  run({ argv: command, env })
  return { cold: cpuOf({ argv: command, env: NO_CACHE }), warm: cpuOf({ argv: command, env }) }
}

/** A plan asks nobody. */
export async function measurePlan(): Promise<Figure[]> {
  const sides = { bare: cpuOf(BARE), ...coldAndWarm(['plan', '--version', 'v1.35.2', '--format', 'json']) }
  const { bare, cold, warm } = await inTurn(ROUNDS, sides)
  const what = '`plan --version v1.35.2 --format json`, CPU over bare Node'
  return [
    { id: 'plan-cold', what, unit: '×', value: cold / bare, aim: 2.5, detail: against(cold, bare) },
    {
      id: 'plan-warm',
      what: `${what}, with the compile cache`,
      unit: '×',
      value: warm / bare,
      aim: 2,
      detail: against(warm, bare),
    },
  ]
}

/** One file and its bundle, offline, against everybody else who does that. */
export async function measureVerify(): Promise<Figure[]> {
  const { served } = await useLab()
  const { file, bundle, trustedRoot } = served
  const ours = coldAndWarm(['verify', file, '--bundle', bundle, '--offline', '--trusted-root', trustedRoot])
  const identity = ['--certificate-identity', RELEASE_SIGNER, '--certificate-oidc-issuer', RELEASE_ISSUER]
  const peers = ['cosign-2', 'cosign-3', 'sigstore'].map((name) => ({ name, program: findPeer(name) }))
  const [cosign2, cosign3, sigstore] = peers.map(({ program }) => program)
  // By its interpreter: an environment that was moved has scripts that name the old place.
  const python = sigstore === undefined ? undefined : join(dirname(sigstore), 'python')
  const cosign = (program: string | undefined, more: readonly string[]) => () =>
    program === undefined
      ? NaN
      : run({
          argv: [program, 'verify-blob', ...more, '--bundle', bundle, '--trusted-root', trustedRoot].concat(
            identity,
            file,
          ),
          env: NO_TUF,
        }).cpuMs
  const trust = await writeClientTrust(trustedRoot)
  const taken = await inTurn(ROUNDS, {
    bare: cpuOf(BARE),
    ...ours,
    cosign2: cosign(cosign2, ['--new-bundle-format']),
    cosign3: cosign(cosign3, []),
  })
  const { python: pythonMs } = await inTurn(3, {
    python: () =>
      python === undefined
        ? NaN
        : run({
            argv: [
              python,
              '-m',
              'sigstore',
              '--trust-config',
              trust,
              'verify',
              'identity',
              '--offline',
              '--bundle',
              bundle,
            ].concat(['--cert-identity', RELEASE_SIGNER, '--cert-oidc-issuer', RELEASE_ISSUER, file]),
            env: NO_TUF,
          }).cpuMs,
  })
  const what = '`verify --bundle --offline` of 256 KiB, CPU'
  const { bare, cold, warm } = taken
  const over = (id: string, name: string, value: number, theirs: number, aim?: number): Figure => ({
    id,
    what: `${what} over ${name}`,
    unit: '×',
    value: value / theirs,
    ...(aim !== undefined && { aim }),
    ...(!Number.isNaN(theirs) && { detail: against(value, theirs) }),
  })
  return [
    over('verify-cold', 'bare Node', cold, bare, 7),
    over('verify-warm', 'bare Node, with the compile cache', warm, bare, 6),
    over('verify-cosign-2', 'cosign 2', cold, taken.cosign2, 4),
    over('verify-cosign-2-warm', 'cosign 2, with the compile cache', warm, taken.cosign2, 4),
    over('verify-cosign-3', 'cosign 3', cold, taken.cosign3),
    over('verify-sigstore-python', 'sigstore-python', cold, pythonMs),
  ]
}

/** One entry of a log that is near, fetched and its proofs verified. */
export async function measureEntry(): Promise<Figure[]> {
  const { served } = await useLab()
  const { rekorUrl, trustedRoot, logIndex } = served
  const theirs = findPeer('rekor-cli')
  const ours = [process.execPath, CLI, 'entry', logIndex, '--rekor-url', rekorUrl].concat(
    '--trusted-root',
    trustedRoot,
  )
  const options = ['--rekor_server', rekorUrl, '--store_tree_state=false']
  const { entry, rekor } = await inTurn(ROUNDS, {
    entry: cpuOf({ argv: ours, env: NO_CACHE }),
    rekor: () =>
      theirs === undefined ? NaN : run({ argv: [theirs, 'get', '--log-index', logIndex, ...options] }).cpuMs,
  })
  const what = '`entry` of a log on loopback, fetched and verified, CPU over rekor-cli'
  const detail = Number.isNaN(rekor) ? {} : { detail: against(entry, rekor) }
  return [{ id: 'entry', what, unit: '×', value: entry / rekor, ...detail }]
}

const NO_TUF = { TUF_ROOT: '/nonexistent', SIGSTORE_NO_CACHE: 'true' }

/** As sigstore-python wants it: the trusted root with a configuration for signing, of which nothing is used. */
async function writeClientTrust(trustedRoot: string): Promise<string> {
  const path = `${trustedRoot}.client-trust.json`
  const service = {
    majorApiVersion: 1,
    validFor: { start: '2020-01-01T00:00:00Z' },
    operator: 'nobody.example',
  }
  const at = (name: string) => [{ url: `https://${name}.invalid`, ...service }]
  await writeFile(
    path,
    JSON.stringify({
      mediaType: 'application/vnd.dev.sigstore.clienttrustconfig.v0.1+json',
      trustedRoot: JSON.parse(await readFile(trustedRoot, 'utf8')) as unknown,
      signingConfig: {
        mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
        caUrls: at('fulcio'),
        oidcUrls: at('oidc'),
        rekorTlogUrls: at('rekor'),
        rekorTlogConfig: { selector: 'ANY' },
        tsaUrls: at('timestamps'),
        tsaConfig: { selector: 'ANY' },
      },
    }),
  )
  return path
}

/** From the start of the process to its first request, as the server's clock has it. */
export async function measureAction(): Promise<Figure[]> {
  const { served, requestTimes } = await useLab()
  const { bare, action } = await inTurn(ROUNDS, {
    bare: () => run(BARE).wallMs,
    action: async () => {
      // An empty one: a cache hit asks for nothing.
      const env = actionEnv(served, newFolder('tools'), VERSIONS.small)
      requestTimes.length = 0
      const start = Date.now()
      const child = spawn(process.execPath, ['dist/action.js'], { stdio: 'ignore', env })
      await new Promise((resolve) => child.on('close', resolve))
      // The line about it may come after the end of the child.
      for (let waits = 0; requestTimes.length === 0 && waits < 100; waits++)
        await new Promise((resolve) => setTimeout(resolve, 10))
      const [first] = requestTimes
      if (first === undefined) throw new Error('the action asked for nothing')
      return first - start
    },
  })
  const what = 'action, process start to first request, over bare Node'
  return [{ id: 'action', what, unit: '×', value: action / bare, aim: 3, detail: against(action, bare) }]
}

interface ForAction {
  readonly releaseUrl: string
  readonly rekorUrl: string
  readonly trustedRoot: string
}

/** What a runner gives a step. */
export function actionEnv(served: ForAction, tools: string, version: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    RUNNER_TEMP: newFolder('temp'),
    RUNNER_TOOL_CACHE: tools,
    INPUT_VERSION: version,
    INPUT_OS: 'linux',
    INPUT_ARCH: 'amd64',
    'INPUT_RELEASE-URL': served.releaseUrl,
    'INPUT_REKOR-URL': served.rekorUrl,
    'INPUT_TRUSTED-ROOT': served.trustedRoot,
  }
}

/** Every job has one, and most have nothing to do there. */
export async function measurePost(): Promise<Figure[]> {
  const post: Command = { argv: [process.execPath, 'dist/post.js'] }
  const { bare, idle } = await inTurn(ROUNDS, { bare: cpuOf(BARE), idle: cpuOf(post) })
  const what = 'idle post step over bare Node, CPU'
  return [{ id: 'post', what, unit: '×', value: idle / bare, aim: 1.2, detail: against(idle, bare) }]
}

/** Of what is loaded at a start; the lab of the demo is not. */
const MAX_PROGRAM_MB = 1.9
const OTHER_AIMS: Readonly<Record<string, number>> = { 'post.js': 0.01, 'demo.js': Infinity }

/** Of the files as they are built. */
export async function measureSizes(): Promise<Figure[]> {
  const names = (await readdir('dist')).filter((name) => name.endsWith('.js')).sort()
  const sizes = await Promise.all(names.map(async (name) => (await stat(join('dist', name))).size / 1e6))
  const figures = names.map((name, index): Figure => {
    const aim = OTHER_AIMS[name] ?? MAX_PROGRAM_MB
    const what = `dist/${name}`
    return {
      id: `size-${name}`,
      what,
      unit: 'MB',
      value: sizes[index] ?? NaN,
      ...(aim < Infinity && { aim }),
    }
  })
  const value = sizes.reduce((sum, each) => sum + each, 0)
  return [...figures, { id: 'size-all', what: `dist/, all ${names.length} programs`, unit: 'MB', value }]
}
