// The only type that can be installed, made in this one place.
import type { Digest } from '../digest.js'
import { InternalError } from '../errors.js'
import type { Bundle } from '@sigstore/bundle'
import { assembleBundle } from '../evidence/bundle.js'
import type { Evidence } from '../evidence/evidence.js'
import type { PlannedArtifact } from '../plan/plan.js'
import type { MeasuredFile } from '../ports.js'
import type { VerificationResult } from './verification-result.js'

export class VerifiedArtifact {
  readonly planned: PlannedArtifact
  /** The file that was hashed, and its digest: whoever moves it checks it again. */
  readonly file: MeasuredFile
  readonly bundle: Bundle
  readonly #result: VerificationResult

  private constructor(
    planned: PlannedArtifact,
    file: MeasuredFile,
    bundle: Bundle,
    result: VerificationResult,
  ) {
    this.planned = planned
    this.file = file
    this.bundle = bundle
    this.#result = result
  }

  get digest(): Digest {
    return this.file.sha256
  }

  get result(): VerificationResult {
    return this.#result
  }

  /** @throws InternalError unless the result is `verified`, in full depth, for these very bytes */
  static from(
    planned: PlannedArtifact,
    file: MeasuredFile,
    evidence: Evidence,
    result: VerificationResult,
  ): VerifiedArtifact {
    const { signature, certificate, logEntry } = evidence
    const isProven =
      result.outcome === 'verified' && result.depth === 'full' && result.digest?.equals(file.sha256)
    if (isProven !== true || !signature.value || !certificate.value || !logEntry.value) {
      throw new InternalError(`${planned.name} is not verified`)
    }
    const bundle = assembleBundle({
      digest: file.sha256,
      signature: signature.value,
      certificateDer: certificate.value.der,
      logEntry: logEntry.value,
    })
    return new VerifiedArtifact(planned, file, bundle, result)
  }
}
