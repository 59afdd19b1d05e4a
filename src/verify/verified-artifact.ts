// The only type that can be installed, made in this one place.
import type { Bundle } from '@sigstore/bundle'
import type { Digest, MeasuredFile } from '../digest.js'
import { InternalError } from '../errors.js'
import { assembleBundle } from '../evidence/bundle.js'
import type { Evidence } from '../evidence/evidence.js'
import type { PlannedArtifact } from '../plan/plan.js'
import type { VerificationResult } from './verification-result.js'

/** What proves an artifact: the file that was hashed, with its own evidence or the verified SBOM that lists it. */
export interface Grounds {
  readonly file: MeasuredFile
  readonly evidence?: Evidence | undefined
  readonly provenBy?: VerifiedArtifact | undefined
  /** The file stands where it is used from. */
  readonly isInPlace?: boolean
}

interface VerifiedFields {
  readonly planned: PlannedArtifact
  readonly file: MeasuredFile
  readonly proof: Bundle | VerifiedArtifact
  readonly isInPlace: boolean
  readonly result: VerificationResult
}

/** Bytes that were proven, and nothing else: only a result that is `verified` can make one. */
export class VerifiedArtifact {
  readonly planned: PlannedArtifact
  /** The file that was hashed, and its digest: whoever moves it checks it again. */
  readonly file: MeasuredFile
  /** Its own proof, or the SBOM that proves it. */
  readonly proof: Bundle | VerifiedArtifact
  /** It stands in the cache, where it was verified; else it is a temporary file, to be placed. */
  readonly isInPlace: boolean
  readonly #result: VerificationResult

  private constructor({ planned, file, proof, isInPlace, result }: VerifiedFields) {
    this.planned = planned
    this.file = file
    this.proof = proof
    this.isInPlace = isInPlace
    this.#result = result
  }

  get digest(): Digest {
    return this.file.sha256
  }

  get result(): VerificationResult {
    return this.#result
  }

  /** @throws InternalError unless the result is `verified`, in full depth, for these very bytes, on these grounds */
  static from(planned: PlannedArtifact, result: VerificationResult, grounds: Grounds): VerifiedArtifact {
    const { file, evidence, provenBy, isInPlace = false } = grounds
    const isProven =
      result.outcome === 'verified' &&
      result.depth === 'full' &&
      result.digest?.equals(file.sha256) === true &&
      result.signatureSource === planned.signatureSource
    const proof = planned.signatureSource === 'artifact' ? toBundle(file, evidence) : provenBy
    if (!isProven || proof === undefined) throw new InternalError(`${planned.name} is not verified`)
    return new VerifiedArtifact({ planned, file, proof, isInPlace, result })
  }
}

function toBundle({ sha256 }: MeasuredFile, evidence: Evidence | undefined): Bundle | undefined {
  const { signature, certificate, logEntry, bundle, furtherDigest } = evidence ?? {}
  if (bundle !== undefined) return bundle
  if (!signature?.value || !certificate?.value || !logEntry?.value) return undefined
  return assembleBundle({
    digest: furtherDigest ?? sha256,
    signature: signature.value,
    certificateDer: certificate.value.der,
    logEntry: logEntry.value,
  })
}
