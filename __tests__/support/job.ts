// The built programs against a lab: one lab a suite, one job a test, and the
// inputs that every step has in common.
import { type Lab, startLab } from '../../src/lab/lab.js'
import type { Release } from '../../src/lab/release.js'
import { Runner, type StepResult } from '../../src/lab/runner.js'
import { DIST } from './folders.js'

const VERSION = 'v1.35.2'

export type Inputs = Readonly<Record<string, string>>

/** A runner that is new for every test, and what every step of it has in common. */
interface Job {
  readonly runner: Runner
  /** The runner's own folder, which is gone after the test. */
  readonly folder: string
  /** Path of the lab's trusted root, in that folder. */
  readonly trustedRoot: string
  /** The lab's servers and trusted root, as inputs. */
  readonly servers: Inputs
  /** The same for the command line. */
  readonly flags: readonly string[]
  /** The built action, by default for v1.35.2 of linux/amd64. */
  step(inputs?: Inputs, env?: Readonly<Record<string, string>>): Promise<StepResult>
  /** The built action …/verify, with nothing but the lab's servers. */
  verify(inputs: Inputs): Promise<StepResult>
}

export interface Suite {
  readonly lab: Lab
  /** What the suite's lab published at first. */
  readonly release: Release
  readonly job: Job
}

/**
 * A lab for the whole suite, and for each test a job on a machine of its own. The lab forgets between the tests which
 * behaviours it was taught and what it was asked.
 * @param publish what the lab has; its first release is the suite's
 */
export async function withJob(
  publish: (lab: Lab) => Promise<Release> = (lab) => lab.publish({ version: VERSION }),
): Promise<Suite> {
  const lab = await startLab()
  const release = await publish(lab)
  let runner: Runner | undefined
  let trustedRoot = ''
  beforeEach(async () => {
    runner = await Runner.create(DIST)
    trustedRoot = await lab.writeTrustedRoot(runner.folder)
  })
  afterEach(async () => {
    lab.reset()
    await runner?.remove()
  })
  afterAll(() => lab.close())
  const job: Job = {
    get runner() {
      if (runner === undefined) throw new Error('there is a runner within a test only')
      return runner
    },
    get folder() {
      return job.runner.folder
    },
    get trustedRoot() {
      return trustedRoot
    },
    get servers() {
      return { 'release-url': lab.releaseUrl, 'rekor-url': lab.rekorUrl, 'trusted-root': trustedRoot }
    },
    get flags() {
      return Object.entries(job.servers).flatMap(([name, value]) => [`--${name}`, value])
    },
    step: (inputs = {}, env = {}) =>
      job.runner.step({ version: VERSION, os: 'linux', arch: 'amd64', ...job.servers, ...inputs }, env),
    verify: (inputs) => job.runner.step({ ...job.servers, ...inputs }, {}, 'verify.js'),
  }
  return { lab, release, job }
}

/** The codes of the errors that a step showed. */
export function codesOf({ stdout }: StepResult): string[] {
  return [...stdout.matchAll(/^::error title=([A-Z0-9_]+)::/gm)].map(([, code = '']) => code)
}

/** Every step in the lab has a trusted root of its own, which is worth a warning; the tests of that look for it. */
const OWN_ROOT = /^(?:warning: |::warning::)the trusted root is your own, .*\n/gm

/** What a program said beside that. */
export function withoutOwnRoot(said: string): string {
  return said.replace(OWN_ROOT, '')
}

/** The warnings of a step beside that. */
export function warningsOf({ stdout }: StepResult): string[] {
  return withoutOwnRoot(stdout)
    .split('\n')
    .filter((line) => line.startsWith('::warning::'))
}

/** How many requests the lab's servers got since the last reset. */
export function requestsOf({ site, cdn, rekor }: Lab): { url: string }[] {
  return [site, cdn, rekor].flatMap(({ requests }) => requests)
}
