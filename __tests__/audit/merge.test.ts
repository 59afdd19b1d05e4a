// What a merge and a plan refuse, each by the fault alone.
import {
  type AuditPlan,
  assignShards,
  digestOfPlan,
  formatAuditPlan,
  parseAuditPlan,
  toMatrix,
} from '../../src/audit/audit-plan.js'
import type { AuditReport, AuditedArtifact } from '../../src/audit/audit-report.js'
import { mergeReports } from '../../src/audit/merge.js'
import { toResult } from '../../src/result.js'
import { IMAGE_CHECK_IDS } from '../../src/verify/check.js'
import { auditReport } from '../support/audit-reports.js'

const made = auditReport({ releases: 1, artifactsPerRelease: 6 })
const PASSED_IMAGE = Object.fromEntries(IMAGE_CHECK_IDS.map((id) => [id, 'passed' as const]))
/** With the checks that every image has to have. */
const whole: AuditReport = {
  ...made,
  releases: made.releases.map((each) => ({
    ...each,
    artifacts: each.artifacts.map((artifact) =>
      artifact.kind === 'image' ? { ...artifact, checks: { ...artifact.checks, ...PASSED_IMAGE } } : artifact,
    ),
  })),
}
const [release] = whole.releases
if (release === undefined) throw new Error('there is no release')
const items = release.artifacts.map(({ path }, index) => ({ path, depth: 'digest' as const, bytes: index }))
const plan = assignShards([{ version: release.version, source: 'input', items }], {
  shards: 2,
  depth: 'digest',
})
const planned = plan.releases[0]?.items ?? []
const NOW = { now: Date.parse('2026-11-24T12:00:00Z'), program: '1.0.0' }

function shard(number: number, change: Partial<AuditReport> = {}): { name: string; report: AuditReport } {
  const artifacts = release?.artifacts.filter(({ path }) =>
    planned.some((item) => item.path === path && item.shard === number),
  )
  const releases = whole.releases.map((each) => ({ ...each, artifacts: artifacts ?? [] }))
  const of = { number, of: 2, plan: digestOfPlan(plan).toString() }
  return { name: `shard ${number}`, report: { ...whole, releases, shard: of, ...change } }
}

test('shards that fit are the whole', () => {
  const { facts, error } = mergeReports(plan, [shard(2), shard(1)], NOW)
  expect(error).toBeUndefined()
  expect(facts.releases[0]?.artifacts).toEqual(release.artifacts)
})

test('images of two shards that are one and the same are told', () => {
  const images = release.artifacts.filter(({ kind }) => kind === 'image')
  const shardOf = (path: string): number | undefined => planned.find((item) => item.path === path)?.shard
  const [one] = images
  const other = images.find(({ path }) => one !== undefined && shardOf(path) !== shardOf(one.path))
  if (one === undefined || other === undefined) throw new Error('there are images in both shards')
  const { digest = '' } = one
  const shards = [shard(1), shard(2)].map(({ name, report }) => ({
    name,
    report: {
      ...report,
      releases: report.releases.map((each) => ({
        ...each,
        artifacts: each.artifacts.map((artifact) =>
          artifact.path === other.path ? { ...artifact, digest } : artifact,
        ),
      })),
    },
  }))
  const { facts } = mergeReports(plan, shards, NOW)
  const told = facts.releases[0]?.artifacts.flatMap(({ path, findings = [] }) =>
    findings.some(({ code }) => code === 'IMAGE_DIGEST_SHARED') ? [path] : [],
  )
  expect(told).toEqual(expect.arrayContaining([one.path, other.path]))
  expect(told).toHaveLength(2)
})

test.each<[string, Partial<AuditReport>]>([
  ['signers', { signers: { ...whole.signers, release: { certificateIdentity: 'x', oidcIssuer: 'y' } } }],
  ['trustedRoot', { trustedRoot: 'another' }],
  ['depth', { depth: 'full' }],
  ['sample', { sample: { perRelease: 1, seed: 'x' } }],
])('shards that differ in %s are refused', (what, change) => {
  expect(() => mergeReports(plan, [shard(1), shard(2, change)], NOW)).toThrow(`differ in ${what}`)
})

test('no report at all, and a report of no shard, are refused', () => {
  expect(() => mergeReports(plan, [], NOW)).toThrow('holds no report')
  expect(() => mergeReports(plan, [{ name: 'x', report: whole }], NOW)).toThrow('is not of this plan')
})

test('what a shard could not do stays said', () => {
  const failed = shard(2, { error: { code: 'FETCH_NETWORK', message: 'gone', hint: 'again' } })
  expect(mergeReports(plan, [shard(1), failed], NOW).error).toMatchObject({
    code: 'FETCH_NETWORK',
    message: 'gone',
  })
})

describe('a shard that says more than its checks, or is of another time or policy, is refused', () => {
  const codeOf = (change: Partial<AuditReport>, of: AuditPlan = plan, at = NOW): string | undefined => {
    const shards = [1, 2].map((number) => {
      const { name, report } = shard(number, change)
      return { name, report: { ...report, shard: { number, of: 2, plan: digestOfPlan(of).toString() } } }
    })
    return toResult(() => mergeReports(of, shards, at)).error?.code
  }
  const withArtifacts = (alter: (artifact: AuditedArtifact) => Partial<AuditedArtifact>) => ({
    number: 1,
    report: shard(1).report.releases.map((each) => ({
      ...each,
      artifacts: each.artifacts.map((artifact) => ({ ...artifact, ...alter(artifact) })),
    })),
  })
  const lie = (alter: (artifact: AuditedArtifact) => Partial<AuditedArtifact>): string | undefined => {
    const first = shard(1, { releases: withArtifacts(alter).report })
    return toResult(() => mergeReports(plan, [first, shard(2)], NOW)).error?.code
  }

  test.each<[string, (artifact: AuditedArtifact) => Partial<AuditedArtifact>]>([
    ['a check failed', ({ checks }) => ({ checks: { ...checks, signature: 'failed' } })],
    ['no check at all', () => ({ checks: {} })],
    ['the signature was not looked at', ({ checks }) => ({ checks: { ...checks, signature: 'not-run' } })],
    [
      'a check is missing',
      ({ checks }) => ({
        checks: Object.fromEntries(Object.entries(checks).filter(([id]) => id !== 'digest')),
      }),
    ],
    ['a problem is told', () => ({ problems: [{ id: 'checkpoint', status: 'not-run', detail: 'none' }] })],
  ])('verified, though %s', (_, alter) => {
    expect(lie((artifact) => artifact)).toBeUndefined()
    expect(lie(alter)).toBe('SHARD_MISMATCH')
  })

  test('of 2020, of the future, and older than the plan', () => {
    expect(codeOf({})).toBeUndefined()
    expect(codeOf({ startedAt: '2020-01-01T00:00:00Z' })).toBe('SHARD_MISMATCH')
    expect(codeOf({ startedAt: '2026-11-16T00:00:00Z' })).toBe('SHARD_MISMATCH')
    expect(codeOf({ startedAt: '2027-01-01T00:00:00Z' })).toBe('SHARD_MISMATCH')
    expect(codeOf({}, { ...plan, createdAt: '2026-11-24T09:00:00.000Z' })).toBeUndefined()
    expect(codeOf({}, { ...plan, createdAt: '2026-11-24T11:00:00.000Z' })).toBe('SHARD_MISMATCH')
  })

  test('of another signer, program or depth than the plan', () => {
    const other = { certificateIdentity: 'x', oidcIssuer: 'y' }
    const signed = { ...plan, signers: whole.signers, program: '1.0.0' }
    expect(codeOf({ program: '1.0.0' }, signed)).toBeUndefined()
    expect(codeOf({ program: '0.9.0' }, signed)).toBe('SHARD_MISMATCH')
    expect(codeOf({ program: '1.0.0' }, signed, { ...NOW, program: '2.0.0' })).toBe('SHARD_MISMATCH')
    const stranger = { ...whole.signers, release: other }
    expect(codeOf({ program: '1.0.0', signers: stranger }, signed)).toBe('SHARD_MISMATCH')
    expect(codeOf({}, { ...plan, depth: 'full' })).toBe('SHARD_MISMATCH')
  })

  test.each([
    ['auto', 'tuf (tuf-repo-cdn.sigstore.dev)', undefined],
    ['auto', 'embedded (TUF root 14, good until 2027-05-01)', undefined],
    ['auto', 'embedded, staging (TUF root 3, good until 2027-05-01)', 'SHARD_MISMATCH'],
    ['auto', 'file /evil.json', 'SHARD_MISMATCH'],
    ['tuf', 'embedded (TUF root 14, good until 2027-05-01)', 'SHARD_MISMATCH'],
    ['embedded', 'tuf (tuf-repo-cdn.sigstore.dev)', 'SHARD_MISMATCH'],
    ['file /ours.json', 'file /ours.json', undefined],
    ['file /ours.json', 'file /theirs.json', 'SHARD_MISMATCH'],
  ])('a plan with the trusted root %s, a shard with %s', (trustedRoot, used, code) => {
    expect(codeOf({ trustedRoot: used }, { ...plan, trustedRoot })).toBe(code)
  })

  test('verified at digest depth, where the plan takes the bytes', () => {
    const deep = structuredClone(plan)
    for (const each of deep.releases) for (const item of each.items) item.depth = 'full'
    expect(codeOf({}, deep)).toBe('SHARD_MISMATCH')
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
