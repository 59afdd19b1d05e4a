// What is found out about a failure, once there is one. None of it turns a
// verdict: it says which pieces belong together, and what the bytes are.
import type { Digest } from '../digest.js'
import type { VerificationResult } from '../verify/verification-result.js'

/** A log entry about the same digest that the expected signer validly made. */
export interface RelatedEntry {
  readonly logIndex: number
  /** ISO 8601, UTC. */
  readonly integratedTime: string | undefined
  /** Whether the published `.sig` is the signature in it. */
  readonly hasSignature: boolean
  /** Whether the published `.cert` is the certificate in it. */
  readonly hasCertificate: boolean
}

/** The same evidence, judged at another digest that something names. */
export interface Opinion {
  readonly digest: Digest
  /** `the .sha256 file`, `the SBOM`, `the bytes`. */
  readonly namedBy: readonly string[]
  /** Of signature, certificate and log entry alone: neither `.sha256` file nor pin nor SBOM had a say. */
  readonly result: VerificationResult
}

/** Where the bytes stand in a release, by whoever says so. */
export interface Identity {
  /** `v1.35.1/bin/linux/arm64/kubectl` */
  readonly place: string
  /** By a signed SBOM, or by the release site's unsigned `.sha256` files. */
  readonly isSigned: boolean
  /** The release whose SBOM says it, where that is another than the one that was asked for: `v1.35.1`. */
  readonly sbomOf?: string
}

export interface Facts {
  /** Of the bytes; undefined where none were looked at. */
  readonly measured: Digest | undefined
  readonly pin: Digest | undefined
  /** By the `.sha256` file. */
  readonly checksum: Digest | undefined
  /** By the release's verified SBOM, for the place that was asked for. */
  readonly listed: Digest | undefined
  readonly opinions: readonly Opinion[]
  /** Undefined when the log was not searched, or could not be. */
  readonly related: readonly RelatedEntry[] | undefined
  readonly identity: Identity | undefined
  /** Where it was asked for: `v1.35.2/bin/linux/amd64/kubectl`; undefined where no release is claimed. */
  readonly place: string | undefined
  /** Papers that name the digest that was judged. */
  readonly agreeing: readonly string[]
}

/** Where nothing more was found out. */
export const NO_FACTS: Facts = {
  measured: undefined,
  pin: undefined,
  checksum: undefined,
  listed: undefined,
  opinions: [],
  related: undefined,
  identity: undefined,
  place: undefined,
  agreeing: [],
}
