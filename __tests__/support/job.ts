// One job against a lab: the built action with the inputs every step of a
// test has in common.
import type { Lab } from '../../src/lab/lab.js'
import { Runner, type StepResult } from '../../src/lab/runner.js'
import { DIST } from './folders.js'

export type Inputs = Readonly<Record<string, string>>

export interface Job {
  readonly runner: Runner
  readonly trustedRoot: string
  step(inputs?: Inputs, env?: Readonly<Record<string, string>>): Promise<StepResult>
}

export async function startJob(lab: Lab): Promise<Job> {
  const runner = await Runner.create(DIST)
  const trustedRoot = await lab.writeTrustedRoot(runner.folder)
  const common = {
    version: 'v1.35.2',
    os: 'linux',
    arch: 'amd64',
    'release-url': lab.releaseUrl,
    'rekor-url': lab.rekorUrl,
    'trusted-root': trustedRoot,
  }
  return { runner, trustedRoot, step: (inputs = {}, env = {}) => runner.step({ ...common, ...inputs }, env) }
}

/** The codes of the errors that a step showed. */
export function codesOf({ stdout }: StepResult): string[] {
  return [...stdout.matchAll(/^::error title=([A-Z0-9_]+)::/gm)].map(([, code = '']) => code)
}

export function warningsOf({ stdout }: StepResult): string[] {
  return stdout.split('\n').filter((line) => line.startsWith('::warning::'))
}

/** How many requests the lab's servers got since the last reset. */
export function requestsOf({ site, cdn, rekor }: Lab): { url: string }[] {
  return [site, cdn, rekor].flatMap(({ requests }) => requests)
}
