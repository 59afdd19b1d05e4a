// A proof of something that was planned.
import type { Diagnosis } from '../diagnose/diagnose.js'
import type { Digest, MeasuredFile } from '../digest.js'
import { ReleaseError, remedyOf } from '../errors.js'
import type { ReleaseSbom } from '../evidence/spdx.js'
import { formatPlatform } from '../kubernetes/platform.js'
import type { PlannedArtifact } from '../plan/plan.js'
import type { Result } from '../result.js'
import type { Proof } from '../verify/proof.js'
import { type SubjectDescription, decisiveCheck } from '../verify/verification-result.js'
import { VerifiedArtifact } from '../verify/verified-artifact.js'

export interface ArtifactProof extends Proof {
  readonly planned: PlannedArtifact
  /** Set when the outcome is `verified`. */
  readonly verified?: VerifiedArtifact
  /** Nothing was fetched for it: it stood in the cache, and was verified there. */
  readonly isFromCache?: boolean
  /** The `.sha256` file; undefined where none was looked for. */
  readonly checksum?: Result<Digest>
  /** Why it is not verified. */
  readonly diagnosis?: Diagnosis
  /** Of an SBOM: what it says, if it was verified; else why not. */
  readonly document?: Result<ReleaseSbom>
}

export interface SbomProof extends ArtifactProof {
  readonly document: Result<ReleaseSbom>
}

/** What a proof stands on beside its evidence. */
export interface Grounds {
  readonly measured: MeasuredFile | undefined
  /** The SBOM, where it proves the artifact in the place of a signature. */
  readonly provenBy?: VerifiedArtifact | undefined
  readonly isInPlace?: boolean
}

/** What became of a planned artifact, from its proof. */
export function toArtifactProof(
  planned: PlannedArtifact,
  proof: Proof,
  { measured, provenBy, isInPlace = false }: Grounds,
): ArtifactProof {
  if (measured === undefined) return { ...proof, planned }
  if (proof.result.outcome !== 'verified') return { ...proof, planned, measured }
  const grounds = { file: measured, evidence: proof.chosen?.evidence, provenBy, isInPlace }
  const verified = VerifiedArtifact.from(planned, proof.result, grounds)
  return { ...proof, planned, measured, verified }
}

/** An SBOM's list counts once the paper is verified. */
export function toDocument(
  { result }: Pick<Proof, 'result'>,
  read: () => Result<ReleaseSbom>,
): Result<ReleaseSbom> {
  if (result.outcome === 'verified') return read()
  const check = decisiveCheck(result)
  const detail = `${check?.id ?? 'no check'}: ${check?.detail ?? 'nothing was checked'}`
  const message = (what: string): string => `the release's SBOM is ${what}: ${detail}`
  if (result.outcome === 'rejected')
    return { error: new ReleaseError('RELEASE_SBOM_REJECTED', message('itself rejected'), check) }
  // What else the paper lacks is mended as an artifact's own evidence is; what is not there has to be mirrored.
  const isAbsent = check?.reason === 'not-published' || check?.reason === 'unsigned'
  const hint = check?.code && !isAbsent ? (check.remedy ?? remedyOf(check.code, check.reason)) : undefined
  const context = { reason: check?.reason, hint }
  return { error: new ReleaseError('RELEASE_BINDING_UNAVAILABLE', message('not proven'), context) }
}

/** As a report names it. */
export function describe({ name, version, platform, path }: PlannedArtifact): SubjectDescription {
  return { name, ...(version && { version }), ...(platform && { platform: formatPlatform(platform) }), path }
}

/** `kubectl v1.35.2` */
export function formatName({ name, version }: PlannedArtifact): string {
  return [name, version].filter(Boolean).join(' ')
}
