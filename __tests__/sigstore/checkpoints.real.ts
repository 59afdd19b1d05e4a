// A log that has to be the same for everybody, over time: Rekor's own checkpoints and consistency proofs, and a
// Trillian that is taken back to what it was and goes on otherwise.
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finished } from '../../src/lab/runner.js'
import { afterReal, beforeReal, describeReal } from '../support/real.js'
import { type World, startWorld } from './stack/world.js'

const PATHS = ['bin/linux/amd64/kubectl', 'bin/linux/amd64/kubeadm']

interface Kept {
  readonly logId: string
  readonly treeId: string
  readonly checkpoint: string
}

let world: World
/** The file of checkpoints. */
let path: string
/** What the logs held when they had the first release alone. */
let saved: string
let runs = 0

beforeReal(async () => {
  world = await startWorld(false)
  await world.publish('v1.35.2', PATHS)
  path = join(world.folder, 'log.json')
})
afterReal(() => world.close())

const get = (version: string, ...flags: string[]): Promise<Finished> =>
  world.cli(
    ...['get', 'kubectl', '--version', version, '--os', 'linux', '--arch', 'amd64'],
    ...['--release-url', world.site.url, ...world.flags, '--log-checkpoint', path],
    ...['--output', join(world.folder, `output-${runs++}`), ...flags],
  )
const verify = (version: string, ...flags: string[]): Promise<Finished> =>
  world.cli(
    ...['verify', join(world.root, 'release', version, PATHS[0] ?? ''), ...world.flags],
    ...['--log-checkpoint', path, ...flags],
  )
const keptOf = async (file = path): Promise<readonly Kept[]> =>
  (JSON.parse(await readFile(file, 'utf8')) as { checkpoints: Kept[] }).checkpoints
const sizeOf = ({ checkpoint }: Kept): number => Number(checkpoint.split('\n')[1])
const sizes = async (): Promise<number[]> => (await keptOf()).map(sizeOf)
/** How it ended, with everything that was said where that is another code. */
const endOf = ({ code, stdout, stderr }: Finished, expected: number): object => ({
  code,
  text: code === expected ? '' : stdout + stderr,
})
const ended = (code: number): object => ({ code, text: '' })
const said = ({ stdout, stderr }: Finished): string => stdout + stderr

async function audit(folder: string, version: string, ...flags: string[]): Promise<Finished> {
  return world.cli(
    ...['audit', '--version', version, '--artifacts', 'kubectl,kubeadm', '--os', 'linux', '--arch', 'amd64'],
    ...['--release-url', world.site.url, ...world.flags, '--report-formats', 'json'],
    ...['--report', join(world.folder, folder), ...flags],
  )
}

describeReal('Rekor’s checkpoints over time', () => {
  test('first seen; the same again, which asks for no proof and changes nothing', async () => {
    const first = await get('v1.35.2')
    expect(endOf(first, 0)).toEqual(ended(0))
    expect(said(first)).toContain('first seen')
    expect(await sizes()).toEqual([PATHS.length + 1])
    const { mtimeMs } = await stat(path)
    expect(endOf(await get('v1.35.2'), 0)).toEqual(ended(0))
    expect((await stat(path)).mtimeMs).toBe(mtimeMs)
    expect(endOf(await audit('audit-first', 'v1.35.2'), 0)).toEqual(ended(0))
    saved = await world.stack.saveLogs()
  })

  test('it has grown: proven by Rekor, in get, verify and an audit after an audit', async () => {
    const before = await sizes()
    const job = await world.job()
    expect((await job.step({ artifacts: 'kubectl' })).code).toBe(0)
    await world.publish('v1.35.3', PATHS)
    const grown = await get('v1.35.3')
    expect(endOf(grown, 0)).toEqual(ended(0))
    expect(said(grown)).toContain('has only grown')
    expect(await sizes()).toEqual([(before[0] ?? 0) + PATHS.length + 1])
    const baseline = ['--baseline', join(world.folder, 'audit-first', 'report.json')]
    expect(endOf(await audit('audit-second', 'v1.35.3', ...baseline), 0)).toEqual(ended(0))
    // What a cache has seen before is smaller: proven the other way round, and nothing moves backwards.
    const kept = await readFile(path, 'utf8')
    const cached = await job.step({ artifacts: 'kubectl', 'log-checkpoint': path })
    expect([cached.code, cached.outputs['cache-hit']]).toEqual([0, 'true'])
    expect(await readFile(path, 'utf8')).toBe(kept)
    expect(endOf(await verify('v1.35.2'), 0)).toEqual(ended(0))
  })

  test('without its endpoint for proofs: unproven, and the file stays until it is back', async () => {
    const kept = await readFile(path, 'utf8')
    await world.publish('v1.35.4', PATHS)
    await world.stack.serveRekorWithout('getLogProof')
    try {
      const unproven = await get('v1.35.4')
      expect(endOf(unproven, 3)).toEqual(ended(3))
      expect(said(unproven)).toContain('LOG_CONSISTENCY_UNPROVEN')
      expect(await readFile(path, 'utf8')).toBe(kept)
    } finally {
      await world.stack.serveRekorWithout()
    }
    expect(endOf(await get('v1.35.4'), 0)).toEqual(ended(0))
    expect(await readFile(path, 'utf8')).not.toBe(kept)
  })

  test('a log that was taken back and went on otherwise contradicts what was seen', async () => {
    const kept = await readFile(path, 'utf8')
    const [size = 0] = await sizes()
    await world.stack.rewindLogs(saved)
    // Smaller than what was seen: nothing that it can show proves that it was the same.
    const smaller = await get('v1.35.2')
    expect(endOf(smaller, 3)).toEqual(ended(3))
    expect(said(smaller)).toContain('LOG_CONSISTENCY_UNPROVEN')
    // Of the same size, and then larger.
    await world.publish('v1.35.5', PATHS)
    await world.publish('v1.35.6', PATHS)
    const equal = await get('v1.35.6')
    expect(endOf(equal, 1)).toEqual(ended(1))
    expect(said(equal)).toContain('LOG_INCONSISTENT')
    const baseline = ['--baseline', join(world.folder, 'audit-second', 'report.json')]
    const audited = await audit('audit-third', 'v1.35.6', ...baseline)
    expect(endOf(audited, 1)).toEqual(ended(1))
    const report = await readFile(join(world.folder, 'audit-third', 'report.json'), 'utf8')
    expect(report).toContain('LOG_INCONSISTENT')
    await world.publish('v1.35.7', PATHS)
    const larger = await get('v1.35.7')
    expect(endOf(larger, 1)).toEqual(ended(1))
    expect(said(larger)).toContain('LOG_INCONSISTENT')
    // Both states are there to show, and what was kept stays.
    expect(said(larger)).toContain(
      `rekor.real.example - ${(await keptOf())[0]?.checkpoint.match(/- (\d+)/)?.[1] ?? ''}`,
    )
    expect(await readFile(path, 'utf8')).toBe(kept)
    expect(size).toBe(3 * (PATHS.length + 1))
  })

  test('an inactive shard proves its growth as well, and each tree is kept by itself', async () => {
    const of = join(world.folder, 'shards.json')
    const former = path
    path = of
    try {
      expect(endOf(await get('v1.35.2'), 0)).toEqual(ended(0))
      const [before = 0] = await sizes()
      await world.publish('v1.35.8', PATHS)
      await world.stack.rotate()
      await world.publish('v1.35.9', PATHS)
      const both = await get('v1.35.9')
      expect(endOf(both, 0)).toEqual(ended(0))
      expect(said(both)).toContain('first seen')
      const inactive = await get('v1.35.2')
      expect(endOf(inactive, 0)).toEqual(ended(0))
      expect(said(inactive)).toContain('has only grown')
      const kept = await keptOf()
      expect(new Set(kept.map(({ treeId }) => treeId)).size).toBe(2)
      expect(kept.map(sizeOf).toSorted((one, other) => one - other)).toEqual([
        PATHS.length + 1,
        before + PATHS.length + 1,
      ])
      // The note of one tree under the name of the other.
      const [one, other] = kept
      const swapped = kept.map((each) => ({
        ...each,
        checkpoint: (each === one ? other : one)?.checkpoint ?? '',
      }))
      const file = JSON.parse(await readFile(of, 'utf8')) as object
      await writeFile(of, JSON.stringify({ ...file, checkpoints: swapped }))
      const malformed = await get('v1.35.2')
      expect(endOf(malformed, 2)).toEqual(ended(2))
      expect(said(malformed)).toContain('LOG_CHECKPOINT_MALFORMED')
    } finally {
      path = former
    }
  })

  test('the file of another log: it counts for nothing here, and stays in the file', async () => {
    const other = await startWorld(false)
    try {
      await other.publish('v1.35.2', PATHS)
      const file = join(other.folder, 'log.json')
      await writeFile(file, await readFile(path))
      const result = await other.cli(
        ...['get', 'kubectl', '--version', 'v1.35.2', '--os', 'linux', '--arch', 'amd64'],
        ...['--release-url', other.site.url, ...other.flags, '--log-checkpoint', file],
        ...['--output', join(other.folder, 'output')],
      )
      expect(endOf(result, 0)).toEqual(ended(0))
      expect(said(result)).toContain('is not in the trusted root')
      expect(await keptOf(file)).toHaveLength(2)
      // What somebody wrote there that the log never signed.
      const forged = (await readFile(file, 'utf8')).replaceAll(
        /(\d+)\\n([A-Za-z0-9+/=]{44})\\n/g,
        '9$1\\n$2\\n',
      )
      await writeFile(file, forged)
      const changed = await other.cli(
        ...['get', 'kubectl', '--version', 'v1.35.2', '--os', 'linux', '--arch', 'amd64'],
        ...['--release-url', other.site.url, ...other.flags, '--log-checkpoint', file],
        ...['--output', join(other.folder, 'output')],
      )
      expect(endOf(changed, 1)).toEqual(ended(1))
      expect(said(changed)).toContain('CHECKPOINT_INVALID')
    } finally {
      await other.close()
    }
  })
})
