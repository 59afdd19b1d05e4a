// The taxonomy of everything that can go wrong. A code is an API: workflows
// match on it, and the page docs/errors.md is made from `ERRORS`. It
// imports nothing.

/** `rejected` = 1, bad request = 2, `unverifiable` = 3, our own bug = 70 (EX_SOFTWARE of sysexits.h). */
export type ExitCode = 1 | 2 | 3 | 70

/**
 * What kind of thing went wrong, each with its exit code. Only what was read
 * and contradicts is a contradiction, and only a contradiction rejects.
 */
export const REASONS = {
  contradiction: 1,
  request: 2,
  network: 3,
  unsigned: 3,
  'not-logged': 3,
  'not-published': 3,
  'predates-signing': 3,
  'too-new': 3,
  unreadable: 3,
  offline: 3,
  local: 3,
  incomplete: 3,
  internal: 70,
} as const satisfies Record<string, ExitCode>

export type Reason = keyof typeof REASONS

interface ErrorEntry<R extends Reason = Reason> {
  readonly reason: R
  readonly exit: (typeof REASONS)[R]
  readonly meaning: string
  readonly remedy: string
  /** Of a contradiction: what it is where nothing contradicts after all, since it could not be judged. */
  readonly unjudged?: Unjudged
}

interface Unjudged {
  readonly reason: Exclude<Reason, 'contradiction'>
  readonly remedy: string
}

function entry<R extends Reason>(reason: R, meaning: string, remedy: string): ErrorEntry<R> {
  return { reason, exit: REASONS[reason], meaning, remedy }
}

function either(unjudged: Unjudged, meaning: string, remedy: string): ErrorEntry<'contradiction'> {
  return { ...entry('contradiction', meaning, remedy), unjudged }
}

const NEWER = 'Update this program, which does not know this form, or have it made in a form that it knows.'
const STALE =
  'Reach the TUF repository, or update this program: its trusted root is old and does not know who made this.'

/** Every error code, with its reason and exit code, what it says, and what to do about it. */
export const ERRORS = {
  INPUT_REQUIRED: entry('request', 'A required input is missing.', 'Give the input that is named.'),
  INPUT_INVALID: entry(
    'request',
    'An input has a value that is not allowed.',
    'Use one of the values that the message allows.',
  ),
  INPUT_CONFLICT: entry(
    'request',
    'Two inputs exclude each other.',
    'Remove one of the inputs that are named.',
  ),
  INPUT_UNKNOWN: entry(
    'request',
    'A flag or command is not known.',
    'Use the name that the message suggests, or see --help.',
  ),
  INPUT_UNKNOWN_ARTIFACT: entry(
    'request',
    'An artifact is not in the catalogue.',
    'Use one of the names that the message allows.',
  ),
  INPUT_UNSUPPORTED_PLATFORM: entry(
    'request',
    'The artifact is not built for this platform.',
    'Choose an os and arch that the message allows.',
  ),

  RELEASE_VERSION_INVALID: entry(
    'request',
    'The version is not a Kubernetes version.',
    'Write it like v1.35.2, 1.35 or stable. In YAML put it between quotes: 1.30 without them is read as 1.3.',
  ),
  RELEASE_PREDATES_SIGNING: entry(
    'predates-signing',
    'The release was made before Kubernetes signed its artifacts, so nothing can prove it.',
    'Use v1.26.0 or newer, or one of v1.22.17, v1.23.15, v1.24.9, v1.25.5 and their later patches.',
  ),
  RELEASE_CHANNEL_UNRESOLVED: entry(
    'network',
    'The release channel could not be read, or its answer is not a version of that channel.',
    'Name an exact version, or try again when the release site answers.',
  ),
  RELEASE_TOO_NEW: entry(
    'too-new',
    'What is asked for was signed less long ago than minimum-age asks for.',
    'Wait until it is old enough, ask for an older release, or lower minimum-age.',
  ),
  RELEASE_AGE_UNPROVEN: entry(
    'not-logged',
    'The age of what is asked for is not proven: no log vouches for the time of its signature.',
    'Use evidence with a signed entry timestamp of the log, or leave minimum-age out.',
  ),
  VERSION_SKEW_UNSUPPORTED: entry(
    'local',
    'What is proven is of a release that the version skew policy of Kubernetes does not allow beside the API servers.',
    'Use the newest release that fits: version skew: and the version of the API server finds it.',
  ),
  CLOCK_BEFORE_LOG_TIME: entry(
    'local',
    "This machine's clock is before the time at which the log took a signature.",
    "Set this machine's clock, by which an age is measured.",
  ),
  RELEASE_ARTIFACT_NOT_PUBLISHED: entry(
    'not-published',
    'The release site has no such artifact in this release.',
    'Check the version, the platform and the release-url.',
  ),
  RELEASE_IMAGES_UNKNOWN: entry(
    'unreadable',
    'Which images kubeadm uses in this release is not known to this version of the program.',
    'Update the program, or name the images themselves: verify-k8s-artifacts image registry.k8s.io/etcd:TAG.',
  ),
  RELEASE_PAPER_MISSING: entry(
    'not-published',
    'The release site has no such paper of this release.',
    'Nothing to do, unless you mirror releases: then mirror their papers too.',
  ),

  FETCH_NETWORK: entry(
    'network',
    'The connection failed.',
    'Check the network and proxy settings, then run again.',
  ),
  FETCH_TIMEOUT: entry(
    'network',
    'The server did not answer in time.',
    'Run again, wait longer for it (patience), or use a mirror that is nearer.',
  ),
  FETCH_HTTP_STATUS: entry(
    'network',
    'The server answered with an error status.',
    'Look at what answers under the URL that is named: release-url and rekor-url end before /release/ and /api/v1/. If they do, it is a proxy or another service: correct the URL, or run again later.',
  ),
  FETCH_ANSWER_UNEXPECTED: entry(
    'network',
    'A service answered with something that is not in its form: an HTML page, an empty or half answer, other JSON.',
    'Look at what answers there: often a proxy or a login page. Then run again.',
  ),
  FETCH_TOO_LARGE: entry(
    'network',
    'The answer is larger than such a file may be.',
    'Look at what answers under the URL that is named: often a proxy, or another file under this name. Then run again.',
  ),
  FETCH_TRUNCATED: entry(
    'network',
    'The body is shorter or longer than its Content-Length.',
    'Run again; if it stays, the server or a proxy on the way is broken.',
  ),
  FETCH_ENCODING_UNSUPPORTED: entry(
    'network',
    'The server re-encoded the file although only its own bytes were asked for.',
    'Turn off compression for these files on the mirror or proxy.',
  ),
  FETCH_HOST_NOT_ALLOWED: entry(
    'network',
    'The URL, or a redirect, leads where requests may not go.',
    'Name the server itself by an https URL (http is for this machine alone), or ask whoever runs the server why it leads there.',
  ),

  OFFLINE_MISS: entry(
    'offline',
    'What is needed is not at hand, and offline nothing is asked for.',
    'Run it once without offline on this machine, with the same version, artifacts and platform.',
  ),

  TRUSTED_ROOT_UNAVAILABLE: entry(
    'network',
    'The trusted root could not be read or fetched.',
    'Check access to the TUF repository, or set trusted-root to embedded or to a file.',
  ),
  TRUSTED_ROOT_MALFORMED: entry(
    'unreadable',
    'The trusted root is not a complete TrustedRoot document.',
    'Use a trusted_root.json as Sigstore publishes it.',
  ),

  EVIDENCE_CHECKSUM_MISSING: entry(
    'not-published',
    'The artifact has no published .sha256 file.',
    'Mirror the .sha256 file, which Kubernetes publishes beside every artifact, or use https://dl.k8s.io.',
  ),
  EVIDENCE_SIGNATURE_MISSING: entry(
    'unsigned',
    'The artifact has no published signature.',
    'Mirror the .sig and the .cert, which Kubernetes publishes beside every artifact since v1.26, or use https://dl.k8s.io; an older release has none.',
  ),
  EVIDENCE_CERTIFICATE_MISSING: entry(
    'unsigned',
    'The artifact has no published certificate.',
    'Mirror the .sig and the .cert, which Kubernetes publishes beside every artifact since v1.26, or use https://dl.k8s.io; an older release has none.',
  ),
  EVIDENCE_BUNDLE_MISSING: entry(
    'unsigned',
    'There is no bundle where one was named.',
    'Check the path or URL of the bundle.',
  ),
  EVIDENCE_LOG_ENTRY_MISSING: entry(
    'not-logged',
    'No transparency log entry for exactly this digest, signature and certificate is at hand.',
    'Check the rekor-url; give --log-entry when offline; if the public log has none, do not use the artifact.',
  ),
  EVIDENCE_UNREADABLE: entry(
    'unreadable',
    'A piece of evidence cannot be read: it is not in its format, or in a form that this version does not know.',
    'Look at what the file or URL holds: an error page is often saved in place of a file. If it is a newer form, update this program.',
  ),

  DIGEST_MISMATCH: entry(
    'contradiction',
    'The bytes do not have the digest that was published or pinned.',
    'Do not use the artifact. If you pinned the digest, compare the pin with the release notes; else fetch the artifact from https://dl.k8s.io itself and compare.',
  ),
  SIGNATURE_INVALID: either(
    { reason: 'unreadable', remedy: NEWER },
    'The key in the certificate did not make this signature over this digest.',
    'Do not use the artifact. If the .sha256 file agrees with the bytes, the .sig and .cert were published from different signing runs: report it to the Kubernetes release engineers.',
  ),
  CERTIFICATE_UNTRUSTED: either(
    { reason: 'network', remedy: STALE },
    'The certificate does not chain to a certificate authority of the trusted root.',
    'Do not use the artifact. Fetch it from https://dl.k8s.io itself; if it is signed under an authority of your own, name its trusted root.',
  ),
  CERTIFICATE_NOT_VALID_AT_LOG_TIME: either(
    {
      reason: 'not-logged',
      remedy:
        'Ask the public log itself (rekor-url: https://rekor.sigstore.dev), which gives a time that it signed.',
    },
    'The certificate was not valid when the log took the entry.',
    'Do not use the artifact. Somebody logged its signature at a time at which its key could no longer, or not yet, be used: fetch it from https://dl.k8s.io itself, and if it stays, report it to the Kubernetes release engineers.',
  ),
  CERTIFICATE_TIMESTAMP_INVALID: either(
    { reason: 'network', remedy: STALE },
    'The signed certificate timestamp is missing or was not made by a trusted certificate transparency log.',
    'Do not use the artifact. Its certificate was never made public: fetch it from https://dl.k8s.io itself, or, for an authority of your own, name its trusted root.',
  ),
  IDENTITY_MISMATCH: entry(
    'contradiction',
    'The certificate was issued to another identity than the one required.',
    'Do not use the artifact: fetch it from https://dl.k8s.io itself. If this is the signer that you expected, set certificate-identity.',
  ),
  ISSUER_MISMATCH: entry(
    'contradiction',
    'Another OIDC issuer vouched for the signer than the one required.',
    'Do not use the artifact: fetch it from https://dl.k8s.io itself. If this is the issuer that you expected, set certificate-oidc-issuer.',
  ),
  LOG_ENTRY_MISMATCH: either(
    { reason: 'unreadable', remedy: NEWER },
    'The log entry is not about this digest, signature and certificate.',
    'Do not use the artifact. Give the log entry that belongs to this signature, or none, so that the log is asked; behind a proxy for the log, check the rekor-url.',
  ),
  INCLUSION_PROOF_INVALID: entry(
    'contradiction',
    'The inclusion proof does not lead to the signed tree head.',
    'Do not use the artifact. Ask the public log itself (rekor-url: https://rekor.sigstore.dev); if it stays, keep the report and tell the operators of the log.',
  ),
  CHECKPOINT_INVALID: either(
    { reason: 'network', remedy: STALE },
    'The checkpoint was not signed by a trusted log, or is not for this proof.',
    'Do not use the artifact. Ask the public log itself (rekor-url: https://rekor.sigstore.dev), or, for a log of your own, name the trusted root with its key.',
  ),
  SIGNED_ENTRY_TIMESTAMP_INVALID: either(
    { reason: 'network', remedy: STALE },
    'The signed entry timestamp was not made by a trusted log over this entry.',
    'Do not use the artifact. Ask the public log itself (rekor-url: https://rekor.sigstore.dev), or, for a log of your own, name the trusted root with its key.',
  ),
  SIGNED_TIMESTAMP_INVALID: either(
    { reason: 'unreadable', remedy: 'Use the trusted root that names the timestamp authority.' },
    'A signed timestamp was not made by a trusted timestamp authority over this signature.',
    'Do not use the artifact. Its time was not given by the authority that it names: have it signed and timestamped again.',
  ),
  SUBJECT_MISMATCH: either(
    { reason: 'unreadable', remedy: NEWER },
    'The signed statement is not about this digest.',
    'Do not use the artifact. Give the bundle that belongs to it; if this one was published beside it, ask whoever published it.',
  ),
  STATEMENT_NEGATIVE: entry(
    'contradiction',
    'The signed statement says that the artifact did not pass.',
    'Do not use the artifact: its signer looked at it, and found it wanting. Ask the signer why, or use another version.',
  ),
  STATEMENT_TYPE_UNEXPECTED: entry(
    'unreadable',
    'The signed statement is of a type that does not speak for the artifact by itself.',
    'Find out what such a statement says. If it is enough for you, name its type by --predicate-type.',
  ),
  LOG_INCLUSION_UNPROVEN: entry(
    'not-logged',
    'The log entry came without an inclusion proof.',
    'Ask the public log itself (rekor-url: https://rekor.sigstore.dev), which gives the proof; a bundle without one has to be made anew.',
  ),
  LOG_INCONSISTENT: entry(
    'contradiction',
    'The transparency log has signed two states of itself of which one cannot have grown out of the other: it shows different logs to different people, or at different times.',
    'Trust nothing that rests on this log. Keep both checkpoints, which prove it to anybody, and show them to the operators of the log and to others who watch it.',
  ),
  LOG_CONSISTENCY_UNPROVEN: entry(
    'incomplete',
    'Nothing proves that the transparency log has only grown since it was last seen.',
    'Ask again later, and ask the public log itself (rekor-url: https://rekor.sigstore.dev). If it stays, compare the checkpoint file with that of somebody else.',
  ),
  LOG_CHECKPOINT_MALFORMED: entry(
    'request',
    'The checkpoint file is not in its format, or cannot be read.',
    'Restore the checkpoint file; if you delete it, the log is seen for the first time again.',
  ),
  LOG_TIME_UNPROVEN: entry(
    'not-logged',
    'The log entry came without a signed entry timestamp, so nothing proves when it was logged.',
    'Ask the public log itself (rekor-url: https://rekor.sigstore.dev), which gives the timestamp; a bundle without one has to be made anew.',
  ),
  INDEPENDENT_JUDGE_REFUSED: entry(
    'contradiction',
    'Every check of ours passed, but @sigstore/verify, which is asked independently, refuses the evidence.',
    'Do not use the artifact, and please report it: one of the two is wrong.',
  ),
  RELEASE_BINDING_MISMATCH: entry(
    'contradiction',
    "The release's signed SBOM does not list this digest under this path of this release.",
    'Do not use the artifact: it may be a validly signed file of another version, platform or name. Fetch it and its SBOM from https://dl.k8s.io itself; if it stays, report the release to the Kubernetes release engineers.',
  ),
  RELEASE_BINDING_UNAVAILABLE: entry(
    'not-published',
    "The release's signed SBOM is not at hand, so nothing proves which version, platform and file the artifact is.",
    'Mirror kubernetes-release.spdx with its .sig, .cert and .sha256, or use https://dl.k8s.io. A release that has no SBOM needs release-binding off, which leaves that gap.',
  ),
  RELEASE_SBOM_REJECTED: entry(
    'contradiction',
    "The release's SBOM is itself rejected, so what it lists proves nothing.",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself; if the SBOM is rejected there too, report the release to the Kubernetes release engineers.',
  ),
  RELEASE_PAPER_REJECTED: entry(
    'contradiction',
    'A signed paper of the release is itself rejected.',
    'Do not rely on the paper. Fetch it from https://dl.k8s.io itself; if it is rejected there too, report the release to the Kubernetes release engineers.',
  ),
  IMAGE_NOT_FOUND: entry(
    'not-published',
    'The registry has no such image.',
    'Check the name, the tag and the registry.',
  ),
  IMAGE_SIGNATURE_MISSING: entry(
    'unsigned',
    'No signature for exactly this image was found.',
    'Regional mirrors of registry.k8s.io have lacked signatures: try again from another network. An image of your own has to be signed with cosign first.',
  ),
  IMAGE_MANIFEST_MALFORMED: entry(
    'unreadable',
    'A manifest is not in its format, or not within its bounds.',
    'Look at what the registry serves, or update this program if it is a newer form.',
  ),
  IMAGE_DIGEST_MISMATCH: entry(
    'contradiction',
    'What the registry served does not have the digest it was asked for by.',
    'Do not use the image. Pull it from another network or registry, and tell whoever runs this one: it, or a proxy before it, is broken or lies.',
  ),
  IMAGE_PAYLOAD_MISMATCH: entry(
    'contradiction',
    'What was signed is about another image.',
    'Do not use the image: its signature belongs to another one. Pull it from registry.k8s.io itself, or have it signed again.',
  ),
  IMAGE_NAME_MISMATCH: entry(
    'contradiction',
    'What was signed is an image of another name: the registry answers for one image with another.',
    'Do not use the image, and ask whoever runs the registry. If it is renamed on purpose, ask for it by the name it was signed under.',
  ),
  IMAGE_NAME_UNBOUND: entry(
    'incomplete',
    'The signature is over the digest of the image alone, and says no name: it fits whichever name the registry gives it.',
    'Compare the digest with one that you know, or have the image signed with its name.',
  ),
  CHECKSUM_SHA512_MISMATCH: entry(
    'contradiction',
    "The artifact's .sha512 file names another digest than its bytes have.",
    'Do not use the artifact; report the release to the Kubernetes release engineers.',
  ),
  SHA256SUMS_MISMATCH: entry(
    'contradiction',
    "The release's SHA256SUMS does not list the artifact with the digest of its bytes.",
    'Do not use the artifact; report the release to the Kubernetes release engineers.',
  ),
  SHA512SUMS_MISMATCH: entry(
    'contradiction',
    "The release's SHA512SUMS does not list the artifact with the digest of its bytes.",
    'Do not use the artifact; report the release to the Kubernetes release engineers.',
  ),
  SBOM_FILE_MISMATCH: entry(
    'contradiction',
    "The release's SBOM does not list the artifact with the digests of its bytes.",
    'Do not use the artifact; report the release to the Kubernetes release engineers.',
  ),
  PROVENANCE_SUBJECT_MISMATCH: entry(
    'contradiction',
    "The release's provenance does not name the artifact with the digests of its bytes.",
    'Do not use the artifact; report the release to the Kubernetes release engineers.',
  ),
  PROVENANCE_BUILDER_MISMATCH: entry(
    'contradiction',
    "The release's provenance names another builder than that of Kubernetes.",
    'Do not use the artifact; report the release to the Kubernetes release engineers.',
  ),
  PROVENANCE_SOURCE_MISMATCH: entry(
    'contradiction',
    "The release's provenance does not name one commit of Kubernetes as the source.",
    'Do not use the artifact; report the release to the Kubernetes release engineers.',
  ),

  LOCK_MISSING: entry(
    'request',
    'There is no lock file, or it cannot be read.',
    'Run once without frozen, which writes the lock file, and commit it.',
  ),
  LOCK_MISMATCH: entry(
    'request',
    'A release in the lock file is not one that the version that is asked for can mean.',
    'Find out who changed the lock file, and restore it; or run once without frozen, and review the change.',
  ),
  LOCK_MALFORMED: entry(
    'request',
    'The lock file is not in its format.',
    'Restore the lock file, or delete it and run once without frozen.',
  ),
  LOCK_INCOMPLETE: entry(
    'request',
    'The lock file does not cover all that is asked for.',
    'Run once without frozen, and review the change of the lock file.',
  ),
  LOCK_ENTRY_MISMATCH: entry(
    'contradiction',
    'An entry of the lock file says something else than the bundle in it.',
    'Find out who changed the lock file, and restore it.',
  ),
  LOCK_DIGEST_MOVED: entry(
    'contradiction',
    'The artifact has another digest than the lock file says, although its version stood still.',
    'Do not use the artifact. Published releases do not change: find out who changed the site, the cache or the lock file.',
  ),
  LOCK_VERSION_BACKWARDS: entry(
    'contradiction',
    'A release channel names an older release than the lock file says.',
    'Look at the channel file of the release-url; to go back on purpose, name the version.',
  ),

  SHARD_MISMATCH: entry(
    'request',
    'The report of a shard is not one that this plan, this program and this policy lead to.',
    'Run the shard that is named again, with the plan and the inputs of the others.',
  ),
  AUDIT_INCOMPLETE: entry(
    'incomplete',
    'Not everything that the audit was planned to look at was looked at.',
    'Run the shards that are missing again, then merge.',
  ),

  FILE_UNKNOWN: entry(
    'contradiction',
    'A file is called like a Kubernetes artifact, and no release that was asked for has its bytes.',
    'Do not run it before you know where it is from, and fetch the artifact anew with get. If it is of an older release, name that release; what somebody else built from the sources, such as a distribution, is unknown as well.',
  ),
  FILE_OF_OTHER_RELEASE: entry(
    'contradiction',
    'A file is an artifact of another release than was asked for.',
    'Replace it, or name its release as well, if it is meant to be there.',
  ),
  FILE_MISNAMED: entry(
    'contradiction',
    'A file is called like one artifact of the release, and has the bytes of another.',
    'Do not run it, and find out who put it there.',
  ),
  FILE_UNREADABLE: entry(
    'unreadable',
    'A file, folder or archive could not be looked at, so nothing is said of what is in it.',
    'Make it readable, or name what it leads to or holds by itself.',
  ),
  FILE_NONE_FOUND: entry(
    'incomplete',
    'Nothing that was looked at is a Kubernetes artifact, neither by its digest nor by its name.',
    'Name the folders or archives that the artifacts are in.',
  ),

  INSTALL_DIGEST_CHANGED: entry(
    'contradiction',
    'The file changed between being verified and being installed.',
    'Find out who writes to the runner’s folders.',
  ),
  INSTALL_PATH_UNSAFE: entry(
    'local',
    'The file would be installed outside its folder, or through a link.',
    'Check the tool cache or output folder.',
  ),
  INSTALL_ARCHIVE_REFUSED: either(
    { reason: 'unreadable', remedy: NEWER },
    'The archive holds an entry that may not be unpacked.',
    'Do not unpack the archive; report the release to the Kubernetes release engineers.',
  ),
  INSTALL_WRITE_FAILED: entry(
    'local',
    'A file or folder on this machine could not be read or written as it has to be.',
    'Check space and permissions of the place that is named, and that it is a file or folder as it should be.',
  ),

  INTERNAL: entry(
    'internal',
    'Our own bug; nothing was decided.',
    'Please report it with the log of the run.',
  ),
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof ERRORS

/** What may be said of something that was read and contradicts: the only codes that can reject. */
export type ContradictionCode = {
  [Code in ErrorCode]: (typeof ERRORS)[Code]['reason'] extends 'contradiction' ? Code : never
}[ErrorCode]

/** Whether a code says that something was read and contradicts. */
export function isContradiction(code: ErrorCode): code is ContradictionCode {
  return ERRORS[code].reason === 'contradiction'
}

/** What an error of this code comes from where nothing was contradicted. */
export function unjudgedReason(code: ErrorCode): Exclude<Reason, 'contradiction'> {
  const { reason, unjudged }: ErrorEntry = ERRORS[code]
  return unjudged?.reason ?? (reason === 'contradiction' ? 'unreadable' : reason)
}

/** What to do about an error of this code for this reason. */
export function remedyOf(code: ErrorCode, reason: Reason = ERRORS[code].reason): string {
  const { remedy, unjudged }: ErrorEntry = ERRORS[code]
  return reason === 'contradiction' ? remedy : (unjudged?.remedy ?? remedy)
}
