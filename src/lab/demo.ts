// `verify-k8s-artifacts demo`: the lab serves a release of real sizes, and the
// built action runs in it exactly as a runner would run it; then once more in
// a world that went wrong. Where the action is not at hand (in npm's package
// and in the single file), the command line runs in its place. Needs no network.
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isSea } from 'node:sea'
import { HOSTILE_WORLDS, TARGET } from './hostile.js'
import { type Lab, startLab } from './lab.js'
import type { Release } from './release.js'
import { type Finished, Runner, type StepResult, runCommand } from './runner.js'

/** Of kubectl v1.35.2 for linux/amd64 as published. */
const KUBECTL_BYTES = 58_601_656
const STORY = 'the mixed pair of v1.35.0: signature of one run, certificate of another'

/** A single file is its own program: what stands in the place of the script's path is the file again. */
const dist = isSea() ? undefined : dirname(realpathSync(process.argv[1] ?? ''))
const hasAction = dist !== undefined && existsSync(join(dist, 'action.js'))

/** What one run of the show came to. */
interface Act extends Finished {
  readonly isVerified: boolean
  readonly kubectl: string | undefined
}

async function main(): Promise<number> {
  say('The lab makes keys, a certificate authority, a transparency log and a signed release v1.35.2 …')
  const lab = await startLab()
  const runner = await Runner.create(dist ?? '')
  try {
    const release = await lab.publish({ version: 'v1.35.2', sizes: { [TARGET]: KUBECTL_BYTES } })
    const good = await act(lab, runner)
    if (good.kubectl !== undefined && process.platform !== 'win32') {
      const { stdout } = await runCommand('/bin/sh', [good.kubectl])
      print('A later step runs the proven kubectl', stdout)
    }
    const bad = await actInBadWorld(lab, release, runner)
    const held = good.code === 0 && good.isVerified && bad.code === 1 && bad.kubectl === undefined
    say(
      held
        ? 'Shown: the release the lab signed was verified and installed; the broken pair was rejected and nothing was installed.'
        : 'FAILED: the demo did not end as it must.',
    )
    return held ? 0 : 1
  } finally {
    await runner.remove()
    await lab.close()
  }
}

/** The story of kubernetes/kubernetes#135858, on a fresh runner. */
async function actInBadWorld(lab: Lab, release: Release, former: Runner): Promise<Act> {
  const world = HOSTILE_WORLDS.find(({ name }) => name === STORY)
  if (world === undefined) throw new Error(`there is no world "${STORY}"`)
  await former.remove()
  const runner = await Runner.create(dist ?? '')
  try {
    await world.apply(lab, release)
    say(`The same in a bad world: ${world.name}`)
    const bad = await act(lab, runner)
    print('What it left behind', JSON.stringify(await runner.leftovers()))
    return bad
  } finally {
    await runner.remove()
  }
}

async function act(lab: Lab, runner: Runner): Promise<Act> {
  const inputs = {
    version: 'stable',
    artifacts: 'kubectl',
    os: 'linux',
    arch: 'amd64',
    'release-url': lab.releaseUrl,
    'rekor-url': lab.rekorUrl,
    'trusted-root': await lab.writeTrustedRoot(runner.folder),
  }
  return hasAction ? actAsStep(inputs, runner) : actOnTerminal(inputs, runner)
}

async function actAsStep(inputs: Readonly<Record<string, string>>, runner: Runner): Promise<Act> {
  const step: StepResult = await runner.step(inputs)
  print('The action’s log', step.stdout)
  print('Its outputs', JSON.stringify(step.outputs, null, 2))
  if (step.summary !== '') print('Its job summary', step.summary)
  return {
    ...step,
    isVerified: step.outputs['outcome'] === 'verified',
    kubectl: step.outputs['kubectl-path'],
  }
}

async function actOnTerminal(inputs: Readonly<Record<string, string>>, runner: Runner): Promise<Act> {
  const kubectl = join(runner.toolCache, 'kubectl')
  const flags = Object.entries({ ...inputs, output: runner.toolCache }).map(
    ([name, value]) => `--${name}=${value}`,
  )
  const program = dist === undefined ? [] : [join(dist, 'cli.js')]
  const finished = await runCommand(process.execPath, [...program, 'get', ...flags, '--verbose'])
  print('verify-k8s-artifacts get', finished.stdout + finished.stderr)
  const isVerified = finished.stdout.trimEnd().endsWith('\nverified')
  return { ...finished, isVerified, kubectl: existsSync(kubectl) ? kubectl : undefined }
}

function say(line: string): void {
  process.stdout.write(`\n=== ${line}\n`)
}

function print(title: string, text: string): void {
  say(title)
  // What a runner shows only to those who debug is no part of what a newcomer sees.
  const lines = text.split('\n').filter((line) => !line.startsWith('::debug::'))
  // Not at the start of a line: a real runner around us would obey the action's commands.
  process.stdout.write(`${lines.join('\n').trimEnd().replace(/^/gm, '| ')}\n`)
}

// Nothing is awaited at the top of a bundle: V8 would read all of it twice.
void main().then((exitCode) => {
  process.exitCode = exitCode
})
