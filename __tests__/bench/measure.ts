// Programs that run to their end, each in a process of its own, and what they
// took. Both sides of a ratio run in turn, so that a busy machine slows both.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string>>

/** A program and its arguments. */
export interface Command {
  readonly argv: readonly string[]
  /** Default: PATH and HOME alone. */
  readonly env?: Environment
  /** Default: 0. */
  readonly exitCode?: number
}

export interface Taken {
  /** User and system, of the process and of those that it waited for. */
  readonly cpuMs: number
  readonly wallMs: number
}

const TIME_LIMIT_MS = 20 * 60_000

/** Runs a program to its end, by bash, whose `time` tells the CPU in milliseconds. */
export function run({ argv, env = {}, exitCode = 0 }: Command): Taken {
  const { stderr, status } = spawnSync(
    'bash',
    ['-c', `TIMEFORMAT='%3U %3S %3R'; time "$@" >"$BENCH_ERRORS" 2>&1`, 'bash', ...argv],
    {
      env: { PATH: process.env['PATH'] ?? '', HOME: folder(), BENCH_ERRORS: errorsFile(), ...env },
      encoding: 'utf8',
      timeout: TIME_LIMIT_MS,
    },
  )
  if (status !== exitCode) {
    const said = readFileSync(errorsFile(), 'utf8').slice(0, 2000)
    throw new Error(`${argv.slice(0, 3).join(' ')} ended with ${status}, not ${exitCode}: ${said}`)
  }
  const [user = NaN, system = NaN, real = NaN] = (stderr.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map((text) => Number(text) * 1000)
  return { cpuMs: user + system, wallMs: real }
}

/** A run of a Node program that tells its peak as well; the preload that asks for it takes a millisecond. */
export function runWithPeak({ argv, env = {}, exitCode = 0 }: Command): Taken & { readonly peakMb: number } {
  const [peak, preload] = [join(folder(), 'peak'), join(folder(), 'peak.cjs')]
  writeFileSync(
    preload,
    `process.on('exit', () => require('node:fs').writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS)))\n`,
  )
  const taken = run({
    argv: [process.execPath, '--require', preload, ...argv],
    env: { ...env, BENCH_PEAK: peak },
    exitCode,
  })
  return { ...taken, peakMb: (Number(readFileSync(peak, 'utf8')) * 1024) / 1e6 }
}

/** Bare Node: the start of everything that runs in it. */
export const BARE: Command = { argv: [process.execPath, '-e', '0'] }

/** What a child of this program is known by. */
export const CHILD_ENV = { ...process.env, BENCH_CHILD: '1' }

/** The answer of a child that is this program in another mode: one line of JSON. */
export async function ask<T>(mode: string, ...rest: readonly string[]): Promise<T> {
  const argv = [process.argv[1] ?? '', mode, ...rest]
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'], env: CHILD_ENV })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as T
}

/** Measures each side once a round, in turn. @returns the median of each */
export async function inTurn<Side extends string>(
  rounds: number,
  sides: Readonly<Record<Side, () => number | Promise<number>>>,
): Promise<Record<Side, number>> {
  const taken = new Map<string, number[]>()
  for (let round = 0; round < rounds; round++) {
    for (const [side, measure] of Object.entries<() => number | Promise<number>>(sides))
      taken.set(side, [...(taken.get(side) ?? []), await measure()])
  }
  return Object.fromEntries([...taken].map(([side, values]) => [side, median(values)])) as Record<
    Side,
    number
  >
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN
}

/** A program that somebody else made, from the folder VERIFY_K8S_REAL or the PATH; said loudly where there is none. */
export function findPeer(name: string): string | undefined {
  const real = process.env['VERIFY_K8S_REAL'] ?? ''
  const places = [
    ...(real === '' ? [] : [join(real, 'bin', name), join(real, 'python/bin', name)]),
    ...(process.env['PATH'] ?? '').split(':').map((path) => join(path, name)),
  ]
  const found = places.find((path) => existsSync(path))
  if (found === undefined)
    process.stderr.write(
      `NO ${name.toUpperCase()} on this machine (VERIFY_K8S_REAL): its rows are not measured.\n`,
    )
  return found
}

let own: string | undefined

/** Of this run. */
export function useFolder(path: string): void {
  own = path
}

export function folder(): string {
  if (own === undefined) throw new Error('there is no folder yet')
  return own
}

export function newFolder(name: string): string {
  return mkdtempSync(join(folder(), `${name}-`))
}

function errorsFile(): string {
  return join(folder(), 'errors')
}

/** `12.3 ms against 4.5 ms` */
export function against(ours: number, theirs: number, digits = 0): string {
  return `${ours.toFixed(digits)} ms against ${theirs.toFixed(digits)} ms`
}
