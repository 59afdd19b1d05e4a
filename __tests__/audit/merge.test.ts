// What a merge and a plan refuse, each by the fault alone.
import {
  type AuditPlan,
  assignShards,
  digestOfPlan,
  formatAuditPlan,
  parseAuditPlan,
  toMatrix,
} from '../../src/audit/audit-plan.js'
import type { AuditReport } from '../../src/audit/audit-report.js'
import { mergeReports } from '../../src/audit/merge.js'
import { auditReport } from '../support/audit-reports.js'

const whole = auditReport({ releases: 1, artifactsPerRelease: 6 })
const [release] = whole.releases
if (release === undefined) throw new Error('there is no release')
const items = release.artifacts.map(({ path }, index) => ({ path, depth: 'digest' as const, bytes: index }))
const plan = assignShards([{ version: release.version, source: 'input', items }], {
  shards: 2,
  depth: 'digest',
})
const planned = plan.releases[0]?.items ?? []

function shard(number: number, change: Partial<AuditReport> = {}): { name: string; report: AuditReport } {
  const artifacts = release?.artifacts.filter(({ path }) =>
    planned.some((item) => item.path === path && item.shard === number),
  )
  const releases = whole.releases.map((each) => ({ ...each, artifacts: artifacts ?? [] }))
  const of = { number, of: 2, plan: digestOfPlan(plan).toString() }
  return { name: `shard ${number}`, report: { ...whole, releases, shard: of, ...change } }
}

test('shards that fit are the whole', () => {
  const { facts, error } = mergeReports(plan, [shard(2), shard(1)])
  expect(error).toBeUndefined()
  expect(facts.releases[0]?.artifacts).toEqual(release.artifacts)
})

test.each<[string, Partial<AuditReport>]>([
  ['signers', { signers: { ...whole.signers, release: { certificateIdentity: 'x', oidcIssuer: 'y' } } }],
  ['trustedRoot', { trustedRoot: 'another' }],
  ['depth', { depth: 'full' }],
  ['sample', { sample: { perRelease: 1, seed: 'x' } }],
])('shards that differ in %s are refused', (what, change) => {
  expect(() => mergeReports(plan, [shard(1), shard(2, change)])).toThrow(`differ in ${what}`)
})

test('no report at all, and a report of no shard, are refused', () => {
  expect(() => mergeReports(plan, [])).toThrow('holds no report')
  expect(() => mergeReports(plan, [{ name: 'x', report: whole }])).toThrow('is not of this plan')
})

test('what a shard could not do stays said', () => {
  const failed = shard(2, { error: { code: 'FETCH_NETWORK', message: 'gone', hint: 'again' } })
  expect(mergeReports(plan, [shard(1), failed]).error).toMatchObject({
    code: 'FETCH_NETWORK',
    message: 'gone',
  })
})

describe('a plan that comes back', () => {
  const broken = (change: (plan: AuditPlan) => unknown): string =>
    JSON.stringify(change(structuredClone(plan)))
  const [first] = plan.releases
  const [item] = planned
  if (first === undefined || item === undefined) throw new Error('the plan is empty')

  test('is what it was', () => {
    expect(parseAuditPlan(formatAuditPlan(plan), 'p')).toEqual(plan)
  })

  test.each<[string, string, string]>([
    ['a release twice', broken((p) => ({ ...p, releases: [first, first] })), 'a release twice'],
    [
      'a path twice',
      broken((p) => ({ ...p, releases: [{ ...first, items: [item, item] }] })),
      'a path twice',
    ],
    [
      'a shard too many',
      broken((p) => ({ ...p, releases: [{ ...first, items: [{ ...item, shard: 3 }] }] })),
      'a shard that there is not',
    ],
    [
      'the shard 0',
      broken((p) => ({ ...p, releases: [{ ...first, items: [{ ...item, shard: 0 }] }] })),
      'a shard that there is not',
    ],
    [
      'a path that leaves',
      broken((p) => ({ ...p, releases: [{ ...first, items: [{ ...item, path: '../x' }] }] })),
      'releases.0.items.0.path',
    ],
    [
      'more shards than jobs',
      broken((p) => ({ ...p, shards: Array.from({ length: 257 }, () => p.shards[0]) })),
      'shards',
    ],
    ['a field too many', broken((p) => ({ ...p, more: 1 })), 'more'],
  ])('with %s is refused', (_name, json, message) => {
    expect(() => parseAuditPlan(json, 'p')).toThrow(message)
  })

  test('gives no shard more than its share and one item', () => {
    const sizes = [900, 500, 400, 300, 200, 100, 50, 50].map((mb, index) => ({
      path: `p${index}`,
      depth: 'full' as const,
      bytes: mb * 1e6,
    }))
    const balanced = assignShards([{ version: 'v1.35.0', source: 'input', items: sizes }], {
      shards: 3,
      depth: 'full',
    })
    const loads = balanced.shards.map(({ bytes }) => bytes)
    expect(loads.reduce((sum, each) => sum + each)).toBe(2500e6)
    expect(Math.max(...loads)).toBeLessThanOrEqual(950e6)
    expect(JSON.parse(toMatrix(balanced))).toEqual({ include: balanced.shards })
  })
})
