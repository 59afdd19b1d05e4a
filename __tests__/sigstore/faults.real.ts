// Servers that are stopped, killed or suspended under the built programs: what
// cannot be reached is never `rejected`, each run ends within its time, and a
// server that comes back in time is nothing but a delay.
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Finished } from '../../src/lab/runner.js'
import { afterReal, beforeReal, describeReal } from '../support/real.js'
import { type World, startWorld } from './stack/world.js'

const PATHS = ['bin/linux/amd64/kubectl', 'bin/linux/amd64/kubeadm', 'bin/linux/amd64/kubelet']
/** runProgram ends what runs for 240 s, and then there is no code. */
const TIME_LIMIT_MS = 290_000
const AWAY_MS = 3000
/** The program's own default, in minutes, and not the lab's. */
const PATIENCE = '2.5'
/** For servers that do not come back: a run may take twice that, and what its requests may hang. */
const SHORT_PATIENCE = '0.5'

const FAULTS = ['stopped', 'killed', 'suspended'] as const
type Fault = (typeof FAULTS)[number]

describeReal('faults', () => {
  let world: World

  beforeReal(async () => {
    world = await prepare()
  })
  afterReal(() => world.close())
  afterEach(() => world.stack.restore())

  test.each<[string, Fault]>([
    ['rekor', 'killed'],
    ['rekor', 'suspended'],
    ['trillian', 'killed'],
    ['trillian', 'suspended'],
    ['mariadb', 'killed'],
    ['mariadb', 'suspended'],
  ])('%s %s, and back within the patience: verified', async (name, fault) => {
    await strike(world, name, fault)
    const running = runAll(world)
    await wait(AWAY_MS)
    await world.stack.service(name).restore()
    expect(await running).toEqual({ get: ended(0), audit: ended(0) })
  })

  test.each<[string, Fault]>(
    ['rekor', 'trillian', 'mariadb'].flatMap((name) => FAULTS.map((fault): [string, Fault] => [name, fault])),
  )('%s %s while they run, and back', async (name, fault) => {
    const running = runAll(world)
    const asked = world.site.requests.length
    for (let tries = 0; tries < 500 && world.site.requests.length === asked; tries++) await wait(10)
    await strike(world, name, fault)
    await wait(AWAY_MS)
    await world.stack.service(name).restore()
    expect(await running).toEqual({ get: ended(0), audit: ended(0) })
  })

  test.each(FAULTS)('redis %s: the search is away, the log is not', async (fault) => {
    await strike(world, 'redis', fault)
    expect(await runAll(world, { flags: ['--log-search', 'failures'] })).toEqual({
      get: ended(0),
      audit: ended(0),
    })
  })

  test(
    'away for good: unverifiable, never rejected, and bounded',
    async () => {
      const faults: [string, Fault][] = [
        ['rekor', 'stopped'],
        ['rekor', 'suspended'],
        ['trillian', 'killed'],
        ['mariadb', 'suspended'],
      ]
      const struck: { name: string; fault: Fault; own: World }[] = []
      for (const [name, fault] of faults) struck.push({ name, fault, own: await prepare() })
      // Side by side, as each of them waits for as long as it may.
      const results = await Promise.all(
        struck.map(async ({ name, fault, own }) => {
          try {
            await strike(own, name, fault)
            return [`${name} ${fault}`, await runAll(own, { patience: SHORT_PATIENCE })] as const
          } finally {
            await own.close()
          }
        }),
      )
      const away = { get: ended(3), audit: ended(3) }
      expect(Object.fromEntries(results)).toEqual(
        Object.fromEntries(faults.map(([name, fault]) => [`${name} ${fault}`, away])),
      )
    },
    TIME_LIMIT_MS,
  )
})

async function prepare(): Promise<World> {
  const world = await startWorld(false)
  await world.publish('v1.35.2', PATHS)
  return world
}

async function strike({ stack }: World, name: string, fault: Fault): Promise<void> {
  const service = stack.service(name)
  if (fault === 'stopped') await service.stop()
  else if (fault === 'killed') await service.kill()
  else service.suspend()
}

interface Ended {
  readonly code: number | null
  readonly isRejected: boolean
}

function ended(code: number): Ended {
  return { code, isRejected: false }
}

/** A get and an audit, side by side. */
async function runAll(
  world: World,
  { patience = PATIENCE, flags = [] }: { patience?: string; flags?: readonly string[] } = {},
): Promise<Record<'get' | 'audit', Ended>> {
  const toEnded = ({ code, stdout }: Finished): Ended => ({
    code,
    isRejected: code === 1 || /: rejected\b/.test(stdout),
  })
  const report = join(world.folder, `audit-${process.hrtime.bigint()}`)
  const [get, audit] = await Promise.all([
    (await world.job()).step({ artifacts: 'kubectl,kubeadm,kubelet', patience }),
    world.cli(
      ...['audit', '--version', 'v1.35.2', '--artifacts', 'kubectl,kubeadm,kubelet', '--report', report],
      ...['--os', 'linux', '--arch', 'amd64', '--release-url', world.site.url, ...world.flags],
      ...['--patience', patience, ...flags],
    ),
  ])
  return { get: toEnded(get), audit: toEnded(audit) }
}
