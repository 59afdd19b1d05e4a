// What an audit will look at, artifact by artifact, and which job takes which:
// the file that `plan` writes, every shard reads, and `merge` holds the shards
// against. It is input like any other when it comes back.
import { formatJson } from '../json/format-json.js'
import { readJson } from '../json/read-json.js'
import * as v from 'valibot'
import { type Digest, digestOf } from '../digest.js'
import { InputError } from '../errors.js'
import { path, signers, text, time, version } from './audit-report.js'

const MAX_ITEMS = 100_000
const MAX_SHARDS = 256

const depth = v.picklist(['digest', 'full'])
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const planSchema = v.strictObject({
  schemaVersion: v.literal(1),
  kind: v.literal('audit-plan'),
  depth,
  sample: v.exactOptional(v.strictObject({ perRelease: count, seed: text })),
  /** A report that is older is of another audit. */
  createdAt: v.exactOptional(time),
  /** The version of this program that planned, and has to audit. */
  program: v.exactOptional(text),
  /** Who has to have signed. */
  signers: v.exactOptional(signers),
  /** Which trusted root was asked for: a choice, or `file PATH`. */
  trustedRoot: v.exactOptional(text),
  shards: v.pipe(
    v.array(v.strictObject({ shard: count, artifacts: count, bytes: count })),
    v.minLength(1),
    v.maxLength(MAX_SHARDS),
  ),
  releases: v.array(
    v.strictObject({
      version,
      source: text,
      items: v.pipe(v.array(v.strictObject({ path, depth, shard: count })), v.maxLength(MAX_ITEMS)),
    }),
  ),
})

export type AuditPlan = v.InferOutput<typeof planSchema>

/** One artifact before it has a shard. */
interface UnassignedItem {
  readonly path: string
  readonly depth: 'digest' | 'full'
  /** What it costs to audit: its bytes, and the requests' worth of them. */
  readonly bytes: number
}

export interface UnassignedRelease {
  readonly version: string
  readonly source: string
  readonly items: readonly UnassignedItem[]
}

export interface PlanOptions extends Pick<
  AuditPlan,
  'depth' | 'sample' | 'createdAt' | 'program' | 'signers' | 'trustedRoot'
> {
  readonly shards: number
}

/** What an artifact costs beside its bytes, in bytes: the time of its requests on a fast line. */
const REQUESTS_IN_BYTES = 2_000_000

/**
 * Each item goes to the shard that has the least to do so far, the largest item first: no shard has more than
 * the fair share and one item (R. L. Graham, Bounds on Multiprocessing Timing Anomalies, 1969).
 */
export function assignShards(
  releases: readonly UnassignedRelease[],
  { shards, depth, sample, createdAt, program, signers: expected, trustedRoot }: PlanOptions,
): AuditPlan {
  const items = releases.flatMap((release) => release.items)
  const loads = Array.from({ length: Math.max(1, Math.min(shards, items.length)) }, (_, index) => ({
    shard: index + 1,
    artifacts: 0,
    bytes: 0,
    cost: 0,
  }))
  const shardOf = new Map<UnassignedItem, number>()
  // Sorting is stable: the same plan again for the same release.
  for (const item of [...items].sort((a, b) => b.bytes - a.bytes)) {
    const least = loads.reduce((best, load) => (load.cost < best.cost ? load : best))
    least.artifacts++
    least.bytes += item.bytes
    least.cost += item.bytes + REQUESTS_IN_BYTES
    shardOf.set(item, least.shard)
  }
  return {
    schemaVersion: 1,
    kind: 'audit-plan',
    depth,
    ...(sample && { sample }),
    ...(createdAt !== undefined && { createdAt }),
    ...(program !== undefined && { program }),
    ...(expected && { signers: expected }),
    ...(trustedRoot !== undefined && { trustedRoot }),
    shards: loads.map(({ shard, artifacts, bytes }) => ({ shard, artifacts, bytes })),
    releases: releases.map((release) => ({
      version: release.version as `v${string}`,
      source: release.source,
      items: release.items.map((item) => ({
        path: item.path,
        depth: item.depth,
        shard: shardOf.get(item) ?? 1,
      })),
    })),
  }
}

/** For `strategy.matrix` of a workflow's job. */
export function toMatrix({ shards }: AuditPlan): string {
  return formatJson({ include: shards })
}

/** The text of a plan, as it is written. */
export function formatAuditPlan(plan: AuditPlan): string {
  return `${formatJson(plan)}\n`
}

/** Names the plan in the reports of its shards. */
export function digestOfPlan(plan: AuditPlan): Digest {
  return digestOf(Buffer.from(formatAuditPlan(plan)))
}

/** @throws InputError INPUT_INVALID, with the JSON path of the first fault */
export function parseAuditPlan(json: string, name: string): AuditPlan {
  const refuse = (what: string): InputError =>
    new InputError([{ code: 'INPUT_INVALID', field: 'plan', message: `"${name}" is not a plan: ${what}` }])
  const plan = readJson(json, planSchema, {
    refuse: ({ what }) => refuse(what),
    message: 'is not what a plan has there',
  })
  for (const release of plan.releases) {
    const paths = release.items.map((item) => item.path)
    if (new Set(paths).size < paths.length) throw refuse(`${release.version} has a path twice`)
    if (release.items.some(({ shard }) => shard < 1 || shard > plan.shards.length))
      throw refuse(`${release.version} has a shard that there is not`)
  }
  const versions = plan.releases.map((release) => release.version)
  if (new Set(versions).size < versions.length) throw refuse('it has a release twice')
  return plan
}
