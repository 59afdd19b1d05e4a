// `verify-k8s-artifacts demo`: the lab serves a release of real sizes, and the
// built action runs in it exactly as a runner would run it; then once more in
// a world that went wrong. Needs no network.
import { realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { HOSTILE_WORLDS, TARGET } from './hostile.js'
import { type Lab, startLab } from './lab.js'
import type { Release } from './release.js'
import { Runner, type StepResult, runCommand } from './runner.js'

/** Of kubectl v1.35.2 for linux/amd64 as published. */
const KUBECTL_BYTES = 58_601_656
const STORY = 'the mixed pair of v1.35.0: signature of one run, certificate of another'

const dist = dirname(realpathSync(process.argv[1] ?? ''))

async function main(): Promise<number> {
  say('The lab makes keys, a certificate authority, a transparency log and a signed release v1.35.2 …')
  const lab = await startLab()
  const runner = await Runner.create(dist)
  try {
    const release = await lab.publish({ version: 'v1.35.2', sizes: { [TARGET]: KUBECTL_BYTES } })
    const good = await act(lab, runner)
    print('The action’s log', good.stdout)
    print('Its outputs', JSON.stringify(good.outputs, null, 2))
    print('Its job summary', good.summary)
    const kubectl = good.outputs['kubectl-path']
    if (kubectl !== undefined && process.platform !== 'win32') {
      const { stdout } = await runCommand('/bin/sh', [kubectl])
      print('A later step runs the proven kubectl', stdout)
    }
    const bad = await actInBadWorld(lab, release, runner)
    const held =
      good.code === 0 && good.outputs['outcome'] === 'verified' && bad.code === 1 && !bad.outputs['path']
    say(
      held
        ? 'Shown: the release the lab signed was verified and placed; the broken pair was rejected and nothing was placed.'
        : 'FAILED: the demo did not end as it must.',
    )
    return held ? 0 : 1
  } finally {
    await runner.remove()
    await lab.close()
  }
}

/** The story of kubernetes/kubernetes#135858, on a fresh runner. */
async function actInBadWorld(lab: Lab, release: Release, former: Runner): Promise<StepResult> {
  const world = HOSTILE_WORLDS.find(({ name }) => name === STORY)
  if (world === undefined) throw new Error(`there is no world "${STORY}"`)
  await former.remove()
  const runner = await Runner.create(dist)
  try {
    await world.apply(lab, release)
    const bad = await act(lab, runner)
    print(`The same in a bad world: ${world.name}`, bad.stdout)
    print('Its outputs', JSON.stringify(bad.outputs, null, 2))
    print('What it left behind', JSON.stringify(await runner.leftovers()))
    return bad
  } finally {
    await runner.remove()
  }
}

async function act(lab: Lab, runner: Runner): Promise<StepResult> {
  return runner.step({
    version: 'stable',
    artifacts: 'kubectl',
    os: 'linux',
    arch: 'amd64',
    'release-url': lab.releaseUrl,
    'rekor-url': lab.rekorUrl,
    'trusted-root': await lab.writeTrustedRoot(runner.folder),
  })
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

process.exitCode = await main()
