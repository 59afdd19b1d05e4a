// Everything that comes from outside, changed at random: 2,000 changes here, 10,000 where VERIFY_K8S_MUTATIONS says so.
// None is accepted, and none ends in an error without a code. Seeded: a failure can be looked at again.
import { createHash } from 'node:crypto'
import { bundleToJSON } from '@sigstore/bundle'
import { type AuditPlan, assignShards, digestOfPlan, parseAuditPlan } from '../../src/audit/audit-plan.js'
import { type AuditReport, formatAuditReport, parseAuditReport } from '../../src/audit/audit-report.js'
import { mergeReports } from '../../src/audit/merge.js'
import { type Digest, digestOf, parseDigest } from '../../src/digest.js'
import { CodedError } from '../../src/errors.js'
import { parseBundle } from '../../src/evidence/bundle.js'
import type { Candidate } from '../../src/evidence/candidate.js'
import { parseCertificateDer } from '../../src/evidence/certificate.js'
import { parseLogEntry } from '../../src/evidence/log-entry.js'
import { parseReleaseSbom } from '../../src/evidence/spdx.js'
import { toBundleCandidate, toLockCandidate } from '../../src/gather/bundle.js'
import { RELEASE_SIGNER } from '../../src/kubernetes/signer.js'
import type { ReleaseVersion } from '../../src/kubernetes/version.js'
import { bundleV1, bundleV2 } from '../../src/lab/bundles.js'
import { readAll } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { SBOM_PATH, type SignedArtifact } from '../../src/lab/release.js'
import { findEntry, formatLock, parseLock } from '../../src/lock/lock.js'
import { type Subject, judge } from '../../src/prove/judge.js'
import { toResult } from '../../src/result.js'
import { type TrustedRoot, parseTrustedRoot } from '../../src/trust/trusted-root.js'
import { IMAGE_CHECK_IDS } from '../../src/verify/check.js'
import type { VerificationResult } from '../../src/verify/verification-result.js'
import { auditReport } from '../support/audit-reports.js'
import { changeAt, leavesOf, nodesOf, removeAt, valueAt } from '../support/json.js'

const MUTATIONS = Number(process.env['VERIFY_K8S_MUTATIONS'] ?? 2000)
const KUBECTL = 'bin/linux/amd64/kubectl'
const VERSION = 'v1.35.2' as ReleaseVersion

/** One of the things that come from outside. */
interface Specimen {
  readonly text: string
  /**
   * What a changed text comes to.
   * @returns why it would be a fault: undefined when it was refused by a code, or means what it meant
   */
  readonly findFault: (changed: string) => string | undefined
  /** Whether what was not changed is accepted: else nothing would be shown by what is not. */
  readonly isGood: boolean
}

let lab: Lab
let stranger: Lab
const specimens = new Map<string, Specimen>()

beforeAll(async () => {
  lab = await startLab()
  stranger = await startLab()
  const sizes = { [KUBECTL]: 64 }
  const release = await lab.publish({ version: VERSION, paths: [KUBECTL], sizes })
  const kubectl = release.artifact(KUBECTL)
  const root = parseTrustedRoot(JSON.stringify(lab.trustedRoot), 'lab')
  for (const [name, bundle] of [
    ['bundle', bundleV1(lab, kubectl)],
    ['bundle of today', await bundleV2(lab, readAll(kubectl.content))],
  ] as const)
    specimens.set(name, ofBundle(JSON.stringify(bundle), kubectl, root))
  specimens.set('log answer', ofLogAnswer(kubectl, root))
  specimens.set('SBOM', ofSbom(release.artifact(SBOM_PATH), root))
  specimens.set('lock', ofLock(kubectl, root))
  specimens.set('plan', ofPlan())
  specimens.set('shard report', ofReport())
  const theirs = (await stranger.publish({ version: VERSION, paths: [KUBECTL], sizes })).artifact(KUBECTL)
  specimens.set('trusted root', ofTrustedRoot(theirs))
})
afterAll(async () => {
  await lab.close()
  await stranger.close()
})

function subjectOf(digest: Digest): Subject {
  return {
    artifact: { name: 'kubectl' },
    measured: { value: digest },
    claims: [],
    releaseBinding: { kind: 'not-applicable', reason: 'a lone file' },
    signer: RELEASE_SIGNER,
  }
}

const digestOfArtifact = ({ sha256 }: SignedArtifact): Digest => parseDigest(`sha256:${sha256}`) as Digest

/** Every reason for a refusal has a code, and none is our own bug. */
function findUntyped({ outcome, checks }: VerificationResult): string | undefined {
  if (outcome === 'verified') return undefined
  const reasons = checks.filter(
    ({ id, status, required }) =>
      id !== 'independent-judge' && (status === 'failed' || (required && status === 'not-run')),
  )
  const untyped = reasons.find(({ code }) => code === undefined || code === 'INTERNAL')
  if (untyped !== undefined) return `${untyped.id}: ${untyped.detail}`
  return reasons.length === 0 ? 'refused without a reason' : undefined
}

const toSame = (value: unknown): string => JSON.stringify(value)

/**
 * What a bundle says beside what decides nothing: the name at a checkpoint's signature, an RFC 3161 response's own frame,
 * and further timestamps, one of which is enough.
 */
function toSignedParts(text: string): string | undefined {
  const bundle = toResult(() => parseBundle(text)).value?.evidence.bundle
  if (bundle === undefined) return undefined
  return toSame(bundleToJSON(bundle))
    .replace(/(\\n\\n— )\S+/g, '$1')
    .replace(/"rfc3161Timestamps":\[[^\]]*\]/g, '')
}

function ofBundle(text: string, artifact: SignedArtifact, root: TrustedRoot): Specimen {
  const same = toSignedParts(text)
  const judgeText = (bundle: string): VerificationResult =>
    judge(subjectOf(digestOfArtifact(artifact)), toBundleCandidate('named-bundle', { value: bundle }), root)
  return {
    text,
    isGood: judgeText(text).outcome === 'verified',
    findFault: (changed) => {
      const result = judgeText(changed)
      const isNew = toSignedParts(changed) !== same
      return result.outcome === 'verified' && isNew ? 'verified' : findUntyped(result)
    },
  }
}

function ofLogAnswer(artifact: SignedArtifact, root: TrustedRoot): Specimen {
  const text = lab.answerFor(artifact.entry.leafHash, lab.log.answer(artifact.entry))
  // Under which name the answer files an entry is the log's word, and what nobody reads beside it, too.
  const toMeaning = (answer: string): string => {
    const entry = toResult(() => parseLogEntry(answer)).value
    return toSame({ ...entry, uuid: '' }).replace(/(\\n\\n— )\S+/g, '$1')
  }
  const same = toMeaning(text)
  const judgeText = (answer: string): VerificationResult => {
    const candidate: Candidate = {
      source: 'pair',
      alternatives: [],
      evidence: {
        signature: { value: artifact.signature },
        certificate: { value: parseCertificateDer(artifact.certificate) },
        logEntry: toResult(() => parseLogEntry(answer)),
      },
    }
    return judge(subjectOf(digestOfArtifact(artifact)), candidate, root)
  }
  return {
    text,
    isGood: judgeText(text).outcome === 'verified',
    findFault: (changed) => {
      const result = judgeText(changed)
      const isNew = toMeaning(changed) !== same
      return result.outcome === 'verified' && isNew ? 'verified' : findUntyped(result)
    },
  }
}

function ofSbom(sbom: SignedArtifact, root: TrustedRoot): Specimen {
  const text = readAll(sbom.content).toString()
  const bundle = JSON.stringify(bundleV1(lab, sbom))
  const judgeText = (changed: string): VerificationResult =>
    judge(subjectOf(digestOf(Buffer.from(changed))), toBundleCandidate('bundle', { value: bundle }), root)
  return {
    text,
    isGood: judgeText(text).outcome === 'verified' && parseReleaseSbom(text).paths.includes(KUBECTL),
    findFault: (changed) => {
      toResultOrThrow(() => parseReleaseSbom(changed))
      const result = judgeText(changed)
      return result.outcome === 'verified' ? 'verified' : findUntyped(result)
    },
  }
}

function ofLock(artifact: SignedArtifact, root: TrustedRoot): Specimen {
  const digest = digestOfArtifact(artifact)
  const { logIndex } = lab.log.answer(artifact.entry)
  const bundle = parseBundle(JSON.stringify(bundleV1(lab, artifact))).evidence.bundle
  const text = formatLock({
    lockfileVersion: 1,
    request: { versions: { stable: [VERSION] }, artifacts: ['kubectl'], platforms: ['linux/amd64'] },
    artifacts: [
      {
        version: VERSION,
        path: KUBECTL,
        platform: 'linux/amd64',
        digest,
        signer: {
          certificateIdentity: RELEASE_SIGNER.certificateIdentity,
          oidcIssuer: RELEASE_SIGNER.oidcIssuer,
        },
        logIndex,
        bundle: bundleToJSON(bundle) as unknown as Record<string, unknown>,
      },
    ],
  })
  const place = { version: VERSION, path: KUBECTL }
  const toMeaning = (lock: string): string => {
    // The platform is for people to read: the path decides.
    const entry = toResult(() => parseLock(lock)).value
    const parts = Object.entries(findEntry(entry, place) ?? {}).filter(([key]) => key !== 'platform')
    return toSame(parts).replace(/(\\n\\n— )\S+/g, '$1')
  }
  const same = toMeaning(text)
  const judgeText = (changed: string): VerificationResult | undefined => {
    const entry = findEntry(
      toResultOrThrow(() => parseLock(changed)),
      place,
    )
    // One that an SBOM is to prove has nothing to be judged by itself.
    if (entry === undefined || !('bundle' in entry)) return undefined
    const claims = [{ source: 'the lock file', digest: { value: entry.digest } }]
    return judge({ ...subjectOf(digest), claims }, toLockCandidate(entry), root)
  }
  return {
    text,
    isGood: judgeText(text)?.outcome === 'verified',
    findFault: (changed) => {
      const result = judgeText(changed)
      if (result === undefined) return undefined
      const isNew = toMeaning(changed) !== same
      return result.outcome === 'verified' && isNew ? 'verified' : findUntyped(result)
    },
  }
}

const NOW = { now: Date.parse('2026-11-24T12:00:00Z'), program: '1.0.0' }
const passed = Object.fromEntries(IMAGE_CHECK_IDS.map((id) => [id, 'passed' as const]))

/** A plan, and the reports of its two shards, in which one artifact is rejected and one is undecided. */
function makeAudit(): { readonly plan: AuditPlan; readonly reports: readonly AuditReport[] } {
  const faults = ['none', 'rejected', 'unverifiable'] as const
  const made = auditReport({
    releases: 1,
    artifactsPerRelease: 6,
    faultAt: (_, index) => faults[index] ?? 'none',
  })
  const [release] = made.releases
  if (release === undefined) throw new Error('there is no release')
  const artifacts = release.artifacts.map((each) =>
    each.kind === 'image' ? { ...each, checks: { ...each.checks, ...passed } } : each,
  )
  const items = artifacts.map(({ path }, index) => ({ path, depth: 'digest' as const, bytes: index }))
  const plan = assignShards([{ version: release.version, source: 'input', items }], {
    shards: 2,
    depth: 'digest',
    createdAt: made.startedAt,
    signers: made.signers,
  })
  const planned = plan.releases[0]?.items ?? []
  const reports = [1, 2].map((number) => ({
    ...made,
    shard: { number, of: 2, plan: digestOfPlan(plan).toString() },
    releases: [
      {
        ...release,
        artifacts: artifacts.filter(({ path }) =>
          planned.some((item) => item.path === path && item.shard === number),
        ),
      },
    ],
  }))
  return { plan, reports }
}

function ofPlan(): Specimen {
  const { plan, reports } = makeAudit()
  const text = JSON.stringify(plan)
  const shards = reports.map((report, index) => ({ name: `shard ${index + 1}`, report }))
  return {
    text,
    isGood: mergeReports(plan, shards, NOW).error === undefined,
    findFault: (changed) => {
      const other = toResultOrThrow(() => parseAuditPlan(changed, 'plan'))
      if (other === undefined) return undefined
      const merged = toResultOrThrow(() => mergeReports(other, shards, NOW))
      return merged !== undefined && toSame(other) !== text ? 'merged' : undefined
    },
  }
}

function ofReport(): Specimen {
  const { plan, reports } = makeAudit()
  const [first, second] = reports
  if (first === undefined || second === undefined) throw new Error('there are two shards')
  const merge = (report: AuditReport): ReadonlySet<string> => {
    const shards = [
      { name: 'shard 1', report },
      { name: 'shard 2', report: second },
    ]
    const artifacts = mergeReports(plan, shards, NOW).facts.releases.flatMap((each) => each.artifacts)
    return new Set(artifacts.filter(({ outcome }) => outcome === 'verified').map(({ path }) => path))
  }
  const verified = merge(first)
  return {
    text: formatAuditReport(first),
    isGood: verified.size > 0 && first.releases.some(({ artifacts }) => artifacts.length > 0),
    findFault: (changed) => {
      const report = toResultOrThrow(() => parseAuditReport(changed, 'reports', 'shard 1'))
      const found = report && toResultOrThrow(() => merge(report))
      const more = [...(found ?? [])].find((path) => !verified.has(path))
      return more && `verified: ${more}`
    },
  }
}

/** Whatever becomes of our root, it never vouches for somebody else's. */
function ofTrustedRoot(theirs: SignedArtifact): Specimen {
  const bundle = JSON.stringify(bundleV1(stranger, theirs))
  const judgeUnder = (text: string): VerificationResult | undefined => {
    const root = toResultOrThrow(() => parseTrustedRoot(text, 'changed', { isOwn: true }))
    const candidate = toBundleCandidate('named-bundle', { value: bundle })
    return root && judge(subjectOf(digestOfArtifact(theirs)), candidate, root)
  }
  return {
    text: JSON.stringify(lab.trustedRoot),
    isGood: judgeUnder(JSON.stringify(stranger.trustedRoot))?.outcome === 'verified',
    findFault: (changed) => {
      const result = judgeUnder(changed)
      if (result === undefined) return undefined
      return result.outcome === 'verified' ? 'verified' : findUntyped(result)
    },
  }
}

/** Undefined for a refusal by a code; anything else that is thrown is thrown. */
function toResultOrThrow<T>(parse: () => T): T | undefined {
  try {
    return parse()
  } catch (thrown) {
    if (thrown instanceof CodedError && thrown.code !== 'INTERNAL') return undefined
    throw thrown
  }
}

/** Numbers that follow from a seed alone. */
class Dice {
  readonly #seed: string
  #rolls = 0

  constructor(seed: string) {
    this.#seed = seed
  }

  below(limit: number): number {
    const hash = createHash('sha256').update(`${this.#seed} ${this.#rolls++}`).digest()
    return limit === 0 ? 0 : hash.readUInt32BE() % limit
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T
  }
}

const VALUES = [
  undefined,
  null,
  '',
  0,
  1,
  -1,
  2 ** 53,
  -Infinity,
  true,
  [],
  {},
  'verified',
  'passed',
  '\u0000',
  'A'.repeat(300),
]

const TEXT_CHANGES: readonly ((text: string, dice: Dice) => string)[] = [
  (text, dice) => text.slice(0, dice.below(text.length)),
  (text, dice) => text.slice(dice.below(text.length)),
  (text, dice) => replaceAt(text, dice.below(text.length), 1, String.fromCharCode(32 + dice.below(95))),
  (text, dice) => replaceAt(text, dice.below(text.length), 1, String.fromCharCode(dice.below(0x3000))),
  (text, dice) => replaceAt(text, dice.below(text.length), dice.below(64), ''),
  (text, dice) => {
    const from = dice.below(text.length)
    return replaceAt(text, dice.below(text.length), 0, text.slice(from, from + dice.below(64)))
  },
  (text, dice) =>
    replaceAt(text, dice.below(text.length), 0, dice.pick(['[', '{', '"', '\\', ',', '\n', '\r'])),
]

const JSON_CHANGES: readonly ((json: unknown, dice: Dice) => unknown)[] = [
  (json, dice) => changeAt(json, dice.pick(leavesOf(json))),
  (json, dice) => changeAt(json, dice.pick(leavesOf(json)), () => dice.pick(VALUES)),
  (json, dice) => removeAt(json, dice.pick(leavesOf(json))),
  (json, dice) => changeAt(json, dice.pick(nodesOf(json)), () => dice.pick(VALUES)),
  (json, dice) => {
    const leaves = leavesOf(json)
    const [one, other] = [dice.pick(leaves), dice.pick(leaves)]
    const swapped = changeAt(json, one, () => valueAt(json, other))
    return changeAt(swapped, other, () => valueAt(json, one))
  },
  // A field that nobody knows.
  (json, dice) =>
    changeAt(json, dice.pick(nodesOf(json)), (node) =>
      Array.isArray(node) ? [...(node as unknown[]), {}] : { ...(node as object), more: 1 },
    ),
]

function replaceAt(text: string, at: number, length: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + length)
}

function mutate(text: string, dice: Dice): string {
  const json = toResult(() => JSON.parse(text) as unknown).value
  if (typeof json !== 'object' || json === null || dice.below(2) === 0)
    return dice.pick(TEXT_CHANGES)(text, dice)
  // Of undefined there is no JSON, whatever the type says.
  const changed: unknown = JSON.stringify(dice.pick(JSON_CHANGES)(json, dice))
  return typeof changed === 'string' ? changed : ''
}

const NAMES = [
  'bundle',
  'bundle of today',
  'log answer',
  'SBOM',
  'lock',
  'plan',
  'shard report',
  'trusted root',
] as const

test.each(NAMES)('%s: none of the changed is accepted, and each is refused by a code', (name) => {
  const specimen = specimens.get(name)
  if (specimen === undefined) throw new Error(`there is no ${name}`)
  expect(specimen.isGood).toBe(true)
  const faults: string[] = []
  const rounds = Math.ceil(MUTATIONS / NAMES.length)
  let changes = 0
  for (let round = 0; round < rounds; round++) {
    const changed = mutate(specimen.text, new Dice(`${name} ${round}`))
    if (changed === specimen.text) continue
    changes++
    try {
      const fault = specimen.findFault(changed)
      if (fault !== undefined) faults.push(`${round}: ${fault}`)
    } catch (thrown) {
      faults.push(`${round}: ${String(thrown)}`)
    }
  }
  expect(faults).toEqual([])
  expect(changes).toBeGreaterThan(rounds * 0.9)
})
