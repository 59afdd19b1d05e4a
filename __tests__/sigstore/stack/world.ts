// A stack, a release site beside it, and the built programs that are run in both.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Finished, Runner, type StepResult, runProgram } from '../../../src/lab/runner.js'
import type { WebServer } from '../../../src/lab/web-server.js'
import { DIST } from '../../support/folders.js'
import { type RealRelease, publish, serveFolder } from './release.js'
import { Stack } from './stack.js'

export interface World {
  readonly folder: string
  readonly stack: Stack
  /** The folder that the site serves. */
  readonly root: string
  readonly site: WebServer
  readonly trustedRoot: string
  publish(version: string, paths?: readonly string[]): Promise<RealRelease>
  /** The flags that every command needs here. */
  readonly flags: readonly string[]
  cli(...argv: readonly string[]): Promise<Finished>
  /** Runs a command that prints JSON. */
  json(...argv: readonly string[]): Promise<Judged>
  job(): Promise<WorldJob>
  close(): Promise<void>
}

export interface WorldJob {
  readonly runner: Runner
  step(inputs?: Readonly<Record<string, string>>): Promise<StepResult>
}

/** A report of `--format json` as the suites look at it. */
interface Judged {
  readonly code: number | null
  readonly outcome: string
  /** By check: the code where there is one, else the status; of the first artifact. */
  readonly checks: Readonly<Record<string, string>>
  readonly outcomes: readonly string[]
  readonly report: Record<string, unknown>
  readonly text: string
}

/** @param isWhole see Stack.start */
export async function startWorld(isWhole = true): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'real-world-'))
  const stack = await Stack.start(join(folder, 'stack'), isWhole)
  const root = join(folder, 'site')
  await mkdir(join(root, 'release'), { recursive: true })
  const site = await serveFolder(root)
  const trustedRoot = await stack.writeTrustedRoot()
  const flags = ['--rekor-url', stack.rekorUrl, '--trusted-root', trustedRoot]
  const cli = (...argv: readonly string[]): Promise<Finished> => runProgram(join(DIST, 'cli.js'), argv)
  const runners: Runner[] = []
  return {
    folder,
    stack,
    root,
    site,
    trustedRoot,
    flags,
    cli,
    publish: (version, paths) => publish(stack, root, { version, ...(paths === undefined ? {} : { paths }) }),
    json: async (...argv) => judge(await cli(...argv, '--format', 'json')),
    job: async () => {
      const runner = await Runner.create(DIST)
      runners.push(runner)
      const common = {
        version: 'v1.35.2',
        os: 'linux',
        arch: 'amd64',
        'release-url': site.url,
        'rekor-url': stack.rekorUrl,
        'trusted-root': trustedRoot,
      }
      return { runner, step: (inputs = {}) => runner.step({ ...common, ...inputs }) }
    },
    close: async () => {
      await Promise.all(runners.map((runner) => runner.remove()))
      await site.close()
      await stack.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Names a channel of the site. */
export function writeChannel({ root }: World, name: string, version: string): Promise<void> {
  return writeFile(join(root, 'release', `${name}.txt`), version)
}

interface Report {
  readonly outcome: string
  readonly artifacts?: readonly {
    readonly outcome?: string
    readonly verification?: {
      readonly outcome?: string
      readonly checks: readonly { readonly id: string; readonly status: string; readonly code?: string }[]
    }
  }[]
}

function judge({ code, stdout, stderr }: Finished): Judged {
  const text = stdout + stderr
  const report = parse(stdout)
  const artifacts = report?.artifacts ?? []
  const checks = artifacts[0]?.verification?.checks ?? []
  return {
    code,
    text,
    outcome: report?.outcome ?? 'no JSON',
    outcomes: artifacts.map((artifact) => artifact.outcome ?? artifact.verification?.outcome ?? ''),
    checks: Object.fromEntries(checks.map((check) => [check.id, check.code ?? check.status])),
    report: (report ?? {}) as Record<string, unknown>,
  }
}

function parse(text: string): Report | undefined {
  try {
    return JSON.parse(text) as Report
  } catch {
    return undefined
  }
}
