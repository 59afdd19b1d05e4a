// Evidence from one source, not yet judged. Several may be about one digest:
// one good one is enough, and what lies beside it cannot make it worse.
import type { Digest } from '../digest.js'
import type { CodedError } from '../errors.js'
import type { Result } from '../result.js'
import type { Evidence } from './evidence.js'

/**
 * Where evidence is from. What is asked of it (the policy) follows from this and from the request, and never from what
 * the evidence says of itself.
 * - `named-bundle`, `named-pair`: files or URLs that the user named.
 * - `lock`, `cache`: what a former run verified, and anybody may have changed since.
 * - `bundle`, `pair`: published beside the artifact, or lying beside the file.
 * - `search`: found by the log's search.
 * - `image-tag`, `image-signature`, `image-referrer`: in an image registry, a signature under cosign's tag, one that
 *   refers to the image, and a bundle that does.
 */
export type CandidateSource =
  | 'named-bundle'
  | 'named-pair'
  | 'lock'
  | 'cache'
  | 'bundle'
  | 'pair'
  | 'search'
  | 'image-tag'
  | 'image-signature'
  | 'image-referrer'

/** What a source is called in a sentence. */
export const SOURCE_NAMES: Readonly<Record<CandidateSource, string>> = {
  'named-bundle': 'the bundle',
  'named-pair': 'the signature and the certificate',
  lock: 'the lock file',
  cache: 'the cached bundle',
  bundle: 'the bundle',
  pair: 'the .sig and the .cert',
  search: "the log's entry",
  'image-tag': 'the signature under the .sig tag',
  'image-signature': 'the signature that refers to the image',
  'image-referrer': 'the bundle that refers to the image',
}

/** What is signed in an image's place: a small document that names the image's manifest. */
interface SignedPayload {
  /** Of the document; an error where nothing was fetched. */
  readonly digest: Result<Digest>
  /** Of the manifest that it names. */
  readonly manifest: Result<Digest>
  /** What it calls the image: `registry.k8s.io/pause`; undefined where it says no name, as cosign 3's bundles do not. */
  readonly reference?: string | undefined
}

/** An entry that the log was asked for by its leaf hash, and what of its copies is at hand. */
interface EntryLookup {
  readonly leafHash: Digest
  /** `some`: one copy, from whichever shard. `every`: all copies, or none at all. */
  readonly state: 'not-asked' | 'some' | 'every'
  /** Why not every shard answered. */
  readonly failure?: CodedError
}

export interface Candidate {
  readonly source: CandidateSource
  readonly evidence: Evidence
  /** The same signature with another log entry each, in the order in which they are tried. */
  readonly alternatives: readonly Evidence[]
  /** The digest that the evidence itself says it is about: it binds this candidate, and no other. */
  readonly digest?: Result<Digest>
  /** Of an image. */
  readonly payload?: SignedPayload
  /** Undefined where the evidence brings its entry. */
  readonly lookup?: EntryLookup
}

/** Why a source has no candidate: `…_MISSING` when there is none, else why it could not be read or reached. */
export interface Absence {
  readonly source: CandidateSource
  readonly error: CodedError
}

/** Evidence in which every piece is missing for one reason. */
export function toNoEvidence(error: CodedError): Evidence {
  return { signature: { error }, certificate: { error }, logEntry: { error } }
}

/** Whether there is nothing in it: neither signature nor certificate was there at all. */
export function isNothing({ evidence: { signature, certificate } }: Pick<Candidate, 'evidence'>): boolean {
  return isMissing(signature.error) && isMissing(certificate.error)
}

function isMissing(error: CodedError | undefined): boolean {
  return error !== undefined && /^EVIDENCE_[A-Z]+_MISSING$/.test(error.code)
}
