// Rows of downloads: 100 MB from the lab, by us in a process of its own,
// against curl and against the few lines of Node that do no more than fetch,
// hash and write. The clock runs from the first request that could be sent to
// the last byte that was written, so that no start of a process counts.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { type IncomingMessage, get } from 'node:http'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { run as getArtifacts } from '../../src/commands/get.js'
import { NO_CACHE } from '../../src/files/no-cache.js'
import { PLATFORMS, isBuiltFor, membersOf } from '../../src/kubernetes/catalogue.js'
import { TARGET } from '../../src/lab/hostile.js'
import type { VerifiedArtifact } from '../../src/verify/verified-artifact.js'
import { withWorld } from '../../src/world.js'
import { type RawInputs, parseRequest } from '../support/words.js'
import type { Figure } from './figures.js'
import { FAR_MS, FAR_RELEASES, type Served, VERSIONS, useLab } from './lab-server.js'
import { against, ask, findPeer, folder, inTurn, newFolder, run } from './measure.js'
import { actionEnv } from './starts.js'

const ROUNDS = 7
const FEW_ROUNDS = 3

interface Fetched {
  readonly milliseconds: number
  readonly peakMb: number
  readonly artifacts: number
}

type What = RawInputs | 'one by one'

function fetchInChild(what: What, served: Served): Promise<Fetched> {
  return ask<Fetched>('fetch', JSON.stringify(what), JSON.stringify(served), folder())
}

/** What the child does. */
export async function fetchHere(what: What, served: Served, into: string): Promise<void> {
  const start = performance.now()
  const artifacts =
    what === 'one by one' ? await fetchOneByOne(served, into) : await fetchAll(what, served, into)
  tell({ milliseconds: performance.now() - start, artifacts })
}

function tell(taken: Omit<Fetched, 'peakMb'>): void {
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6
  process.stdout.write(`${JSON.stringify({ ...taken, peakMb })}\n`)
}

/** @returns how many artifacts were fetched and proven */
async function fetchAll(inputs: RawInputs, served: Served, into: string): Promise<number> {
  const { releaseUrl, rekorUrl, trustedRoot } = served
  const services = { 'release-url': releaseUrl, 'rekor-url': rekorUrl, 'trusted-root': trustedRoot }
  const request = parseRequest({ ...inputs, ...services }, { machine: { platform: 'linux', arch: 'x64' } })
  const world = {
    // Keeps the file, as every installer does, but does not hash it again: that is placing.
    installer: {
      cache: NO_CACHE,
      install: async ([artifact, ...others]: readonly VerifiedArtifact[]) => {
        if (others.length === 0) await rename(artifact?.file.path ?? '', join(into, 'kept'))
        return []
      },
    },
    temporaryRoot: into,
    tufCacheFolder: into,
    onProgress: () => undefined,
  }
  const { outcome, artifacts } = await withWorld(request, world, (ports) => getArtifacts(request, ports))
  if (outcome !== 'verified') throw new Error(`the lab's ${JSON.stringify(inputs)} came out as ${outcome}`)
  return artifacts.length
}

/** A run for every artifact that a run for all of them has. */
async function fetchOneByOne(served: Served, into: string): Promise<number> {
  let artifacts = 0
  for (const version of FAR_RELEASES) {
    for (const entry of membersOf('all')) {
      const { platforms } = entry
      const built = PLATFORMS.filter((each) => isBuiltFor(entry, each, version))
      for (const platform of platforms === undefined ? [undefined] : built) {
        const [os, arch] = [platform?.os ?? '', platform?.arch ?? '']
        artifacts += await fetchAll({ version, artifacts: entry.name, os, arch }, served, into)
      }
    }
  }
  return artifacts
}

/** Fetches, hashes and writes, and nothing else: what Node takes by itself. */
export async function fetchBarely(url: string, into: string): Promise<void> {
  const start = performance.now()
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get(url, resolve).on('error', reject),
  )
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(answer, hashing, createWriteStream(join(into, 'barely')))
  hash.digest()
  tell({ milliseconds: performance.now() - start, artifacts: 1 })
}

const urlOf = ({ cdnUrl }: Served, version: string): string => `${cdnUrl}/release/${version}/${TARGET}`

function curl(program: string | undefined, url: string): number {
  if (program === undefined) return NaN
  const argv = ['-sS', '-o', join(folder(), 'curl'), '-w', '%{time_total}', url]
  return Number(spawnSync(program, argv, { encoding: 'utf8' }).stdout) * 1000
}

async function removeFetched(): Promise<void> {
  // A file that is overwritten costs the file system more than one that is new.
  for (const name of ['curl', 'barely', 'kept']) await rm(join(folder(), name), { force: true })
}

/** As over the line of a hosted runner. */
export async function measurePaced(): Promise<Figure[]> {
  const { served } = await useLab()
  const program = findPeer('curl')
  const { theirs, ours } = await inTurn(ROUNDS, {
    theirs: async () => {
      await removeFetched()
      return curl(program, urlOf(served, VERSIONS.paced))
    },
    ours: async () => (await fetchInChild({ version: VERSIONS.paced }, served)).milliseconds,
  })
  const what = '100 MB over a paced line of 1 Gbit/s, fetched and verified, wall over `curl -o`'
  const detail = against(ours, theirs)
  return [{ id: 'paced', what, unit: '×', value: ours / theirs, aim: 1.05, detail }]
}

/** As fast as the machine goes. */
export async function measureLoopback(): Promise<Figure[]> {
  const { served } = await useLab()
  const program = findPeer('curl')
  const url = urlOf(served, VERSIONS.medium)
  const { barely, theirs, ours } = await inTurn(ROUNDS, {
    barely: async () => {
      await removeFetched()
      return (await ask<Fetched>('fetch-barely', url, folder())).milliseconds
    },
    theirs: () => curl(program, url),
    ours: async () => (await fetchInChild({ version: VERSIONS.medium }, served)).milliseconds,
  })
  const what = '100 MB over loopback, fetched and verified, wall over'
  return [
    {
      id: 'loopback',
      what: `${what} a bare Node program that fetches, hashes and writes`,
      unit: '×',
      value: ours / barely,
      aim: 1.5,
      detail: against(ours, barely),
    },
    {
      id: 'loopback-curl',
      what: `${what} \`curl -o\``,
      unit: '×',
      value: ours / theirs,
      detail: against(ours, theirs),
    },
  ]
}

/** It does not grow with the file. */
export async function measureMemory(): Promise<Figure[]> {
  const { served } = await useLab()
  const peak = (version: string) => async () => (await fetchInChild({ version }, served)).peakMb
  const { small, large } = await inTurn(FEW_ROUNDS, {
    small: peak(VERSIONS.medium),
    large: peak(VERSIONS.large),
  })
  const detail = `${large.toFixed(0)} MB against ${small.toFixed(0)} MB`
  const what = 'peak memory of a download of 1 GB over that of 100 MB'
  return [{ id: 'memory', what, unit: '×', value: large / small, aim: 1.2, detail }]
}

/** The built action over a cached 100 MB, beyond its own start. */
export async function measureCacheHit(): Promise<Figure[]> {
  const { served, requestTimes } = await useLab()
  const tools = newFolder('tools')
  const argv = [process.execPath, 'dist/action.js']
  const env = actionEnv(served, tools, VERSIONS.medium)
  run({ argv, env })
  requestTimes.length = 0
  const file = join(tools, 'kubectl', VERSIONS.medium.slice(1), 'linux-amd64', 'kubectl')
  const { hit, sum, start } = await inTurn(ROUNDS, {
    hit: () => run({ argv, env }).cpuMs,
    sum: () => run({ argv: ['sha256sum', file] }).cpuMs,
    // A bad request ends it as soon as it has started.
    start: () => run({ argv, env: { ...env, INPUT_OS: 'none' }, exitCode: 2 }).cpuMs,
  })
  const detail = `${against(hit - start, sum)}; ${requestTimes.length} requests`
  const what = "a cache hit of 100 MB, CPU beyond the action's own start over `sha256sum`"
  return [{ id: 'cache-hit', what, unit: '×', value: (hit - start) / sum, aim: 1.5, detail }]
}

/** All artifacts of two far releases in one run, against a run for each, one after the other in one process. */
export async function measureMany(): Promise<Figure[]> {
  const { served } = await useLab()
  const everything = { version: FAR_RELEASES.join(','), artifacts: 'all', os: 'all', arch: 'all' }
  let artifacts = 0
  const { together, alone } = await inTurn(FEW_ROUNDS, {
    together: async () => {
      const fetched = await fetchInChild(everything, served)
      artifacts = fetched.artifacts
      return fetched.milliseconds
    },
    alone: async () => (await fetchInChild('one by one', served)).milliseconds,
  })
  const what = `${artifacts} small artifacts with ${FAR_MS} ms per answer in one run, wall over a run for each`
  const detail = against(together, alone)
  return [{ id: 'many', what, unit: '×', value: together / alone, aim: 0.2, detail }]
}
