// What `audit`, `plan-shards` and `merge` were asked.
import { toImageSigner } from '../kubernetes/signer.js'
import {
  AUDIT,
  type Depth,
  type FailOn,
  MERGE,
  PLAN_SHARDS,
  type ReportFormat,
  type SourceValues,
  type VerdictValues,
} from './audit-inputs.js'
import { type Words, readInputs } from './input.js'
import { toPlatforms } from './platforms.js'
import { NOT_INSTALLED, type Request } from './request.js'
import { type RequestSurroundings, toReadOptions, toVersions } from './scope-inputs.js'
import { toServices, toSigner } from './trust-inputs.js'

/** What an audit and its planner look at. */
export interface AuditScope {
  /** Which releases, artifacts and platforms, by whom signed, and from where. */
  readonly scope: Request
  readonly depth: Depth
  /** Artifacts of each release that are taken in full beside; drawn by the seed, which is made up where none is given. */
  readonly sample: { readonly perRelease: number; readonly seed: string | undefined }
  readonly logRequestsPerSecond: number
  /** Folder for the reports, or the plan. */
  readonly folder: string
}

interface AuditVerdict {
  /** Path of a former report. */
  readonly baseline: string | undefined
  readonly failOn: FailOn
  readonly formats: readonly ReportFormat[]
  /** Folder for the reports. */
  readonly folder: string
}

export interface AuditRequest extends AuditScope, AuditVerdict {
  /** Whether the log is searched for every digest, or only where something failed. */
  readonly searchesAll: boolean
  /** Whether what a cancelled run left in the folder is gone on from. */
  readonly resumes: boolean
  /** Path of a plan. */
  readonly plan: string | undefined
  /** Which part of the plan, counted from 1; undefined: all of it. */
  readonly shard: number | undefined
}

export interface PlanShardsRequest extends AuditScope {
  /** How many jobs the plan is for, at most. */
  readonly shards: number
}

export interface MergeRequest extends AuditVerdict {
  /** Path of the plan. */
  readonly plan: string
  /** Paths of the shards' reports, or of folders that hold them. */
  readonly reports: readonly string[]
}

/**
 * Reads the request of `audit`.
 * @throws InputError with every fault
 */
export function parseAuditRequest(words: Words, surroundings: RequestSurroundings): AuditRequest {
  const values = readInputs(AUDIT, words, toReadOptions(surroundings))
  return {
    ...toScope(values, surroundings),
    ...toVerdict(values),
    searchesAll: values['log-search'] === 'all',
    resumes: values.resume,
    plan: values.plan,
    shard: values.shard,
  }
}

/**
 * Reads the request of `plan-shards`.
 * @throws InputError with every fault
 */
export function parsePlanShardsRequest(words: Words, surroundings: RequestSurroundings): PlanShardsRequest {
  const values = readInputs(PLAN_SHARDS, words, toReadOptions(surroundings))
  return { ...toScope(values, surroundings), shards: values.shards }
}

/**
 * Reads the request of `merge`.
 * @throws InputError with every fault
 */
export function parseMergeRequest(words: Words): MergeRequest {
  const { plan = '', reports, ...values } = readInputs(MERGE, words)
  return { ...toVerdict(values), plan, reports }
}

function toVerdict(values: VerdictValues): AuditVerdict {
  return {
    baseline: values.baseline,
    failOn: values['fail-on'],
    formats: values['report-formats'],
    folder: values.report ?? '',
  }
}

function toScope(values: SourceValues, surroundings: RequestSurroundings): AuditScope {
  const { artifacts, images, areAll } = values.artifacts
  const { platforms, areNamed } = toPlatforms(values.os, values.arch)
  const scope: Request = {
    ...NOT_INSTALLED,
    versions: toVersions(values, surroundings),
    artifacts,
    areAllArtifacts: areAll,
    platforms,
    arePlatformsNamed: areNamed,
    urls: [],
    images,
    imageRegistry: values['image-registry'],
    imageSigner: toImageSigner(values['certificate-identity'], values['certificate-oidc-issuer']),
    expectedSha256: undefined,
    signer: toSigner(values),
    trustedRoot: values['trusted-root'],
    lockFile: undefined,
    isFrozen: false,
    isOffline: false,
    minimumAge: undefined,
    logCheckpoint: undefined,
    releaseBinding: values['release-binding'],
    signatureSource: 'artifact',
    crossCheck: true,
    failFast: false,
    ...toServices(values),
    bundlesFolder: undefined,
    reportFolder: undefined,
  }
  return {
    scope,
    depth: values.depth,
    sample: { perRelease: values.sample, seed: values.seed },
    logRequestsPerSecond: values['log-requests-per-second'],
    folder: values.report ?? '',
  }
}
