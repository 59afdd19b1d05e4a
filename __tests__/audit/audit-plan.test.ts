// Which job takes which artifact, and which files are no plan.
import {
  type AuditPlan,
  assignShards,
  digestOfPlan,
  formatAuditPlan,
  parseAuditPlan,
  toMatrix,
} from '../../src/audit/audit-plan.js'

const MB = 1_000_000
const items = (...megabytes: number[]) =>
  megabytes.map((size, index) => ({ path: `bin/a${index}`, depth: 'full' as const, bytes: size * MB }))
const plan = (shards: number, ...megabytes: number[]): AuditPlan =>
  assignShards([{ version: 'v1.35.2', source: 'input', items: items(...megabytes) }], {
    shards,
    depth: 'full',
  })
const shardsOf = ({ releases }: AuditPlan): number[] => releases[0]?.items.map(({ shard }) => shard) ?? []

test('the largest goes first, and each to the shard with the least to do', () => {
  expect(shardsOf(plan(2, 10, 60, 50, 20))).toEqual([1, 1, 2, 2])
  expect(plan(2, 10, 60, 50, 20).shards).toEqual([
    { shard: 1, artifacts: 2, bytes: 70 * MB },
    { shard: 2, artifacts: 2, bytes: 70 * MB },
  ])
})

test('requests count like two megabytes, so that small artifacts are shared out, too', () => {
  expect(shardsOf(plan(2, 0, 0, 0, 0))).toEqual([1, 2, 1, 2])
  expect(shardsOf(plan(2, 3, 0, 0))).toEqual([1, 2, 2])
})

test('there are no more shards than artifacts, and one at least', () => {
  expect(plan(5, 1, 1).shards).toHaveLength(2)
  expect(plan(5).shards).toEqual([{ shard: 1, artifacts: 0, bytes: 0 }])
})

test('what is written is read back, and named by its digest', () => {
  const written = { ...plan(2, 1, 2), createdAt: '2026-11-24T09:30:00Z', program: '1.0.0' }
  expect(parseAuditPlan(formatAuditPlan(written), 'plan.json')).toEqual(written)
  expect(digestOfPlan(written)).toEqual(digestOfPlan({ ...written }))
  expect(digestOfPlan(written)).not.toEqual(digestOfPlan({ ...written, program: '1.0.1' }))
  expect(JSON.parse(toMatrix(written))).toEqual({ include: written.shards })
})

type Fields = Record<string, unknown>
const changed = (change: (plan: Fields & { releases: { items: Fields[] }[] }) => void): string => {
  const copy = JSON.parse(formatAuditPlan(plan(2, 1, 2))) as Fields & { releases: { items: Fields[] }[] }
  change(copy)
  return JSON.stringify(copy)
}

test.each<[string, string, string]>([
  ['no JSON', 'no', 'it is not JSON'],
  ['a list', '[]', 'schemaVersion is not what a plan has there'],
  ['a field too many', changed((each) => (each['x'] = 1)), 'x is not what a plan has there'],
  ['no shard', changed((each) => (each['shards'] = [])), 'shards is not what a plan has there'],
  [
    'a path that leaves the release',
    changed(({ releases }) => ((releases[0]?.items[0] as Fields)['path'] = '../x')),
    'releases.0.items.0.path is not what a plan has there',
  ],
  [
    'a path twice',
    changed(({ releases }) => ((releases[0]?.items[1] as Fields)['path'] = 'bin/a0')),
    'v1.35.2 has a path twice',
  ],
  [
    'shard 0',
    changed(({ releases }) => ((releases[0]?.items[0] as Fields)['shard'] = 0)),
    'v1.35.2 has a shard that there is not',
  ],
  [
    'a shard too many',
    changed(({ releases }) => ((releases[0]?.items[0] as Fields)['shard'] = 3)),
    'v1.35.2 has a shard that there is not',
  ],
  ['a release twice', changed(({ releases }) => releases.push(...releases)), 'it has a release twice'],
])('%s is no plan', (_, text, sentence) => {
  expect(() => parseAuditPlan(text, 'plan.json')).toThrow(`"plan.json" is not a plan: ${sentence}`)
})
