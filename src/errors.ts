// The taxonomy of everything that can go wrong. A code is an API: workflows
// match on it, and the table in the README is generated from `ERRORS`.

/** `rejected` = 1, bad request = 2, `unverifiable` = 3, our own bug = 70 (EX_SOFTWARE of sysexits.h). */
export type ExitCode = 1 | 2 | 3 | 70

interface ErrorEntry {
  readonly exit: ExitCode
  readonly meaning: string
  readonly remedy: string
}

const entry = (exit: ExitCode, meaning: string, remedy: string): ErrorEntry => ({ exit, meaning, remedy })

/** Every error code, with its exit code, what it says, and what to do about it. */
export const ERRORS = {
  INPUT_REQUIRED: entry(2, 'A required input is missing.', 'Give the input that is named.'),
  INPUT_INVALID: entry(
    2,
    'An input has a value that is not allowed.',
    'Use one of the values that the message allows.',
  ),
  INPUT_CONFLICT: entry(2, 'Two inputs exclude each other.', 'Remove one of the inputs that are named.'),
  INPUT_UNKNOWN: entry(
    2,
    'A flag or command is not known.',
    'Use the name that the message suggests, or see --help.',
  ),
  INPUT_UNKNOWN_ARTIFACT: entry(
    2,
    'An artifact is not in the catalogue.',
    'Use one of the names that the message allows.',
  ),
  INPUT_UNSUPPORTED_PLATFORM: entry(
    2,
    'The artifact is not built for this platform.',
    'Choose an os and arch that the message allows.',
  ),

  RELEASE_VERSION_INVALID: entry(
    2,
    'The version is not a Kubernetes version.',
    'Write it like v1.35.2 or stable.',
  ),
  RELEASE_PREDATES_SIGNING: entry(
    3,
    'The release was made before Kubernetes signed its artifacts, so nothing can prove it.',
    'Use v1.26.0 or newer, or one of v1.22.17, v1.23.15, v1.24.9, v1.25.5 and their later patches.',
  ),
  RELEASE_CHANNEL_UNRESOLVED: entry(
    3,
    'The release channel could not be read, or its answer is not a version of that channel.',
    'Name an exact version, or try again when the release site answers.',
  ),
  RELEASE_ARTIFACT_NOT_PUBLISHED: entry(
    3,
    'The release site has no such artifact in this release.',
    'Check the version, the platform and the release-url.',
  ),
  RELEASE_IMAGES_UNKNOWN: entry(
    3,
    'Which images kubeadm uses in this release is not known to this version of the program.',
    'Update the program, or name the images themselves: verify-k8s-artifacts image registry.k8s.io/etcd:TAG.',
  ),
  RELEASE_PAPER_MISSING: entry(
    3,
    'The release site has no such paper of this release.',
    'Nothing to do, unless you mirror releases: then mirror their papers too.',
  ),

  FETCH_NETWORK: entry(3, 'The connection failed.', 'Check the network and proxy settings, then run again.'),
  FETCH_TIMEOUT: entry(3, 'The server did not answer in time.', 'Run again, or use a mirror that is nearer.'),
  FETCH_HTTP_STATUS: entry(
    3,
    'The server answered with an error status.',
    'Check the URL, or run again later.',
  ),
  FETCH_TOO_LARGE: entry(3, 'The answer is larger than such a file may be.', 'Check what the URL serves.'),
  FETCH_TRUNCATED: entry(
    3,
    'The body is shorter or longer than its Content-Length.',
    'Run again; if it stays, the server or a proxy on the way is broken.',
  ),
  FETCH_ENCODING_UNSUPPORTED: entry(
    3,
    'The server re-encoded the file although only its own bytes were asked for.',
    'Turn off compression for these files on the mirror or proxy.',
  ),
  FETCH_HOST_NOT_ALLOWED: entry(
    3,
    'The URL, or a redirect, leads where requests may not go.',
    'Use https; plain http is allowed to a loopback address only.',
  ),

  OFFLINE_MISS: entry(
    3,
    'What is needed is not at hand, and offline nothing is asked for.',
    'Run it once without offline on this machine, and name an exact version.',
  ),

  TRUSTED_ROOT_UNAVAILABLE: entry(
    3,
    'The trusted root could not be read or fetched.',
    'Check access to the TUF repository, or set trusted-root to embedded or to a file.',
  ),
  TRUSTED_ROOT_MALFORMED: entry(
    3,
    'The trusted root is not a complete TrustedRoot document.',
    'Use a trusted_root.json as Sigstore publishes it.',
  ),

  EVIDENCE_CHECKSUM_MISSING: entry(
    3,
    'The artifact has no published .sha256 file.',
    'Check the mirror: Kubernetes publishes one beside every artifact.',
  ),
  EVIDENCE_SIGNATURE_MISSING: entry(
    3,
    'The artifact has no published signature.',
    'Check the mirror and the version: releases since v1.26 are signed.',
  ),
  EVIDENCE_CERTIFICATE_MISSING: entry(
    3,
    'The artifact has no published certificate.',
    'Check the mirror and the version: releases since v1.26 are signed.',
  ),
  EVIDENCE_BUNDLE_MISSING: entry(
    3,
    'There is no bundle where one was named.',
    'Check the path or URL of the bundle.',
  ),
  EVIDENCE_LOG_ENTRY_MISSING: entry(
    3,
    'No transparency log entry for exactly this digest, signature and certificate is at hand.',
    'Check the rekor-url; give --log-entry when offline; if the public log has none, do not use the artifact.',
  ),
  EVIDENCE_MALFORMED: entry(
    1,
    'A piece of evidence is not in its format.',
    'Do not use the artifact. Look at what the URL serves: an error page is often saved in place of a file.',
  ),
  EVIDENCE_LOG_ENTRY_AMBIGUOUS: entry(
    1,
    'The log answered with more than one entry where one was asked for.',
    'Do not use the artifact; check the rekor-url.',
  ),

  DIGEST_MISMATCH: entry(
    1,
    'The bytes do not have the digest that was published or pinned.',
    'Do not use the artifact. Fetch it again from another mirror and compare.',
  ),
  SIGNATURE_INVALID: entry(
    1,
    'The key in the certificate did not make this signature over this digest.',
    'Do not use the artifact. If the .sha256 file agrees with the bytes, the .sig and .cert were published from different signing runs: report it to the Kubernetes release engineers.',
  ),
  CERTIFICATE_UNTRUSTED: entry(
    1,
    'The certificate does not chain to a certificate authority of the trusted root.',
    'Do not use the artifact, or use the trusted root that it was signed under.',
  ),
  CERTIFICATE_NOT_VALID_AT_LOG_TIME: entry(
    1,
    'The certificate was not valid when the log took the entry.',
    'Do not use the artifact.',
  ),
  CERTIFICATE_TIMESTAMP_INVALID: entry(
    1,
    'The signed certificate timestamp is missing or was not made by a trusted certificate transparency log.',
    'Do not use the artifact.',
  ),
  IDENTITY_MISMATCH: entry(
    1,
    'The certificate was issued to another identity than the one required.',
    'Do not use the artifact, unless you expected this signer: then set certificate-identity.',
  ),
  ISSUER_MISMATCH: entry(
    1,
    'Another OIDC issuer vouched for the signer than the one required.',
    'Do not use the artifact, unless you expected this issuer: then set certificate-oidc-issuer.',
  ),
  LOG_ENTRY_MISMATCH: entry(
    1,
    'The log entry is not about this digest, signature and certificate.',
    'Do not use the artifact.',
  ),
  INCLUSION_PROOF_INVALID: entry(
    1,
    'The inclusion proof does not lead to the signed tree head.',
    'Do not use the artifact.',
  ),
  CHECKPOINT_INVALID: entry(
    1,
    'The checkpoint was not signed by a trusted log, or is not for this proof.',
    'Do not use the artifact.',
  ),
  SIGNED_ENTRY_TIMESTAMP_INVALID: entry(
    1,
    'The signed entry timestamp was not made by a trusted log over this entry.',
    'Do not use the artifact.',
  ),
  SIGNED_TIMESTAMP_INVALID: entry(
    1,
    'A signed timestamp was not made by a trusted timestamp authority over this signature.',
    'Do not use the artifact.',
  ),
  SUBJECT_MISMATCH: entry(
    1,
    'The signed statement is not about this digest.',
    'Do not use the artifact, or give the bundle that belongs to it.',
  ),
  LOG_INCLUSION_UNPROVEN: entry(
    3,
    'The log entry came without an inclusion proof.',
    'Fetch the entry from the log, which gives the proof.',
  ),
  LOG_TIME_UNPROVEN: entry(
    3,
    'The log entry came without a signed entry timestamp, so nothing proves when it was logged.',
    'Fetch the entry from the log, which gives the timestamp.',
  ),
  RELEASE_BINDING_MISMATCH: entry(
    1,
    "The release's signed SBOM does not list this digest under this path of this release.",
    'Do not use the artifact: it is validly signed, but it is another version, platform or file than its URL says.',
  ),
  RELEASE_BINDING_UNAVAILABLE: entry(
    3,
    "The release's signed SBOM is not at hand, so nothing proves which version, platform and file the artifact is.",
    'Mirror kubernetes-release.spdx with its .sig, .cert and .sha256, or set release-binding to off and accept the gap.',
  ),
  IMAGE_NOT_FOUND: entry(3, 'The registry has no such image.', 'Check the name, the tag and the registry.'),
  IMAGE_SIGNATURE_MISSING: entry(
    3,
    'No signature for exactly this image was found.',
    'Regional mirrors of registry.k8s.io have lacked signatures: try again from another network. An image of your own has to be signed with cosign first.',
  ),
  IMAGE_MANIFEST_MALFORMED: entry(
    1,
    'A manifest is not in its format, or not within its bounds.',
    'Do not use the image. Look at what the registry serves.',
  ),
  IMAGE_DIGEST_MISMATCH: entry(
    1,
    'What the registry served does not have the digest it was asked for by.',
    'Do not use the image: the registry or a proxy before it is broken or lies.',
  ),
  IMAGE_PAYLOAD_MISMATCH: entry(
    1,
    'What was signed is about another image.',
    'Do not use the image: its signature belongs to another one.',
  ),
  CHECKSUM_SHA512_MISMATCH: entry(
    1,
    "The artifact's .sha512 file names another digest than its bytes have.",
    'Do not use the artifact; report the release to the Kubernetes release engineers.',
  ),
  SHA256SUMS_MISMATCH: entry(
    1,
    "The release's SHA256SUMS does not list the artifact with the digest of its bytes.",
    'Do not use the artifact; report the release to the Kubernetes release engineers.',
  ),
  SHA512SUMS_MISMATCH: entry(
    1,
    "The release's SHA512SUMS does not list the artifact with the digest of its bytes.",
    'Do not use the artifact; report the release to the Kubernetes release engineers.',
  ),
  SBOM_FILE_MISMATCH: entry(
    1,
    "The release's SBOM does not list the artifact with the digests of its bytes.",
    'Do not use the artifact; report the release to the Kubernetes release engineers.',
  ),
  PROVENANCE_SUBJECT_MISMATCH: entry(
    1,
    "The release's provenance does not name the artifact with the digests of its bytes.",
    'Do not use the artifact; report the release to the Kubernetes release engineers.',
  ),
  PROVENANCE_BUILDER_MISMATCH: entry(
    1,
    "The release's provenance names another builder than that of Kubernetes.",
    'Do not use the artifact; report the release to the Kubernetes release engineers.',
  ),
  PROVENANCE_SOURCE_MISMATCH: entry(
    1,
    "The release's provenance does not name one commit of Kubernetes as the source.",
    'Do not use the artifact; report the release to the Kubernetes release engineers.',
  ),

  LOCK_MISSING: entry(
    2,
    'There is no lock file, or it cannot be read.',
    'Run once without frozen, which writes the lock file, and commit it.',
  ),
  LOCK_MALFORMED: entry(
    2,
    'The lock file is not in its format.',
    'Restore the lock file, or delete it and run once without frozen.',
  ),
  LOCK_INCOMPLETE: entry(
    2,
    'The lock file does not cover all that is asked for.',
    'Run once without frozen, and review the change of the lock file.',
  ),
  LOCK_ENTRY_MISMATCH: entry(
    1,
    'An entry of the lock file says something else than the bundle in it.',
    'Find out who changed the lock file, and restore it.',
  ),
  LOCK_DIGEST_MOVED: entry(
    1,
    'The artifact has another digest than the lock file says, although its version stood still.',
    'Do not use the artifact. Published releases do not change: find out who changed the site, the cache or the lock file.',
  ),
  LOCK_VERSION_BACKWARDS: entry(
    1,
    'A release channel names an older release than the lock file says.',
    'Look at the channel file of the release-url; to go back on purpose, name the version.',
  ),

  AUDIT_INCOMPLETE: entry(
    3,
    'Not everything that the audit was planned to look at was looked at.',
    'Run the shards that are missing again, then merge.',
  ),

  INSTALL_DIGEST_CHANGED: entry(
    1,
    'The file changed between being verified and being placed.',
    'Find out who writes to the runner’s folders.',
  ),
  INSTALL_PATH_UNSAFE: entry(
    1,
    'The file would be placed outside its folder, or through a link.',
    'Check the tool cache or output folder.',
  ),
  INSTALL_ARCHIVE_REFUSED: entry(
    1,
    'The archive holds an entry that may not be unpacked.',
    'Do not unpack the archive; report the release to the Kubernetes release engineers.',
  ),
  INSTALL_WRITE_FAILED: entry(
    3,
    'The verified file could not be written.',
    'Check space and permissions of the folder that is named.',
  ),

  INTERNAL: entry(70, 'Our own bug; nothing was decided.', 'Please report it with the log of the run.'),
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof ERRORS

/** What an error may carry beside its code and message. All of it may come from outside: escape it before printing. */
export interface ErrorContext {
  /** Overrides the remedy of the code's entry. */
  readonly hint?: string | undefined
  readonly cause?: unknown
  readonly artifact?: string | undefined
  readonly expected?: string | undefined
  readonly actual?: string | undefined
  readonly url?: string | undefined
  /** True for failures of transport, which may pass when tried again; a verdict is never retryable. */
  readonly retryable?: boolean | undefined
}

/** The one base of all errors that leave this program on purpose. */
export class CodedError extends Error {
  override readonly name: string = 'CodedError'
  readonly code: ErrorCode
  readonly hint: string
  readonly artifact: string | undefined
  readonly expected: string | undefined
  readonly actual: string | undefined
  readonly url: string | undefined
  readonly retryable: boolean

  constructor(code: ErrorCode, message: string, context: ErrorContext = {}) {
    super(message, context.cause === undefined ? undefined : { cause: context.cause })
    this.code = code
    this.hint = context.hint ?? ERRORS[code].remedy
    this.artifact = context.artifact
    this.expected = context.expected
    this.actual = context.actual
    this.url = context.url
    this.retryable = context.retryable ?? false
  }

  /** The process exit code this error alone leads to. */
  get exitCode(): ExitCode {
    return ERRORS[this.code].exit
  }
}

type CodeOf<Prefix extends string> = Extract<ErrorCode, `${Prefix}_${string}`>

/** One faulty field of a request. */
export interface FieldError {
  readonly code: CodeOf<'INPUT'> | 'RELEASE_VERSION_INVALID'
  /** The input's name as the user wrote it. */
  readonly field: string
  readonly message: string
}

/** A bad request: carries every faulty field at once. Nothing was fetched. */
export class InputError extends CodedError {
  override readonly name = 'InputError'
  readonly fields: readonly FieldError[]

  constructor(fields: readonly [FieldError, ...FieldError[]]) {
    super(fields[0].code, fields.map((field) => `${field.field}: ${field.message}`).join('; '), {
      hint: fields.length === 1 ? undefined : 'Correct the inputs that are named; nothing was fetched.',
    })
    this.fields = fields
  }
}

export class ReleaseError extends CodedError {
  override readonly name = 'ReleaseError'
  constructor(code: CodeOf<'RELEASE'>, message: string, context?: ErrorContext) {
    super(code, message, context)
  }
}

export class FetchError extends CodedError {
  override readonly name = 'FetchError'
  /** The HTTP status of the answer, where there was one. */
  readonly status: number | undefined
  /** The WWW-Authenticate header beside a status 401. */
  readonly challenge: string | undefined
  constructor(
    code: CodeOf<'FETCH'> | 'OFFLINE_MISS',
    message: string,
    context: ErrorContext & { readonly status?: number; readonly challenge?: string | undefined } = {},
  ) {
    super(code, message, context)
    this.status = context.status
    this.challenge = context.challenge
  }
}

export class TrustError extends CodedError {
  override readonly name = 'TrustError'
  constructor(code: CodeOf<'TRUSTED_ROOT'>, message: string, context?: ErrorContext) {
    super(code, message, context)
  }
}

export class EvidenceError extends CodedError {
  override readonly name = 'EvidenceError'
  constructor(code: CodeOf<'EVIDENCE'>, message: string, context?: ErrorContext) {
    super(code, message, context)
  }
}

export class ImageError extends CodedError {
  override readonly name = 'ImageError'
  constructor(code: CodeOf<'IMAGE'>, message: string, context?: ErrorContext) {
    super(code, message, context)
  }
}

export class LockError extends CodedError {
  override readonly name = 'LockError'
  constructor(code: CodeOf<'LOCK'>, message: string, context?: ErrorContext) {
    super(code, message, context)
  }
}

export class InstallError extends CodedError {
  override readonly name = 'InstallError'
  constructor(code: CodeOf<'INSTALL'>, message: string, context?: ErrorContext) {
    super(code, message, context)
  }
}

export class InternalError extends CodedError {
  override readonly name = 'InternalError'
  constructor(message: string, context?: ErrorContext) {
    super('INTERNAL', message, context)
  }
}

/** Any thrown value as a coded error; what was not coded is our own bug. */
export function toCodedError(thrown: unknown): CodedError {
  if (thrown instanceof CodedError) return thrown
  const name = thrown instanceof Error ? thrown.name : typeof thrown
  return new InternalError(`unexpected ${name}: ${messageOf(thrown)}`, { cause: thrown })
}

/** The message of any thrown value. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
