// Why each error comes about, as a page for people tells it: the cases met most
// often, first one first. What it means and what to do stand in src/error-codes.ts.
export const CAUSES = {
  INPUT_REQUIRED: 'An input was left out, or an expression such as `${{ inputs.version }}` is empty.',
  INPUT_INVALID: 'A slip of the pen, a number that YAML has changed, or a path at which nothing is.',
  INPUT_CONFLICT:
    'Two inputs cannot both have an effect, one is given twice, or one belongs to another action or command.',
  INPUT_UNKNOWN: 'A slip of the pen, or a flag of a newer version.',
  INPUT_UNKNOWN_ARTIFACT: 'A slip of the pen, or an artifact that is newer than this version of the program.',
  INPUT_UNSUPPORTED_PLATFORM:
    'Kubernetes does not build every artifact for every platform, such as kubelet for darwin.',
  RELEASE_VERSION_INVALID:
    'YAML reads `1.30` without quotes as 1.3; a `v` or a patch is missing; a version of another project.',
  RELEASE_PREDATES_SIGNING: 'Kubernetes signs its artifacts since v1.26.0-rc.1.',
  RELEASE_TOO_NEW:
    '`minimum-age` is longer than the release is old, by the time that the log took its signature.',
  RELEASE_AGE_UNPROVEN: 'Evidence without a signed entry timestamp of the log, such as an entry of Rekor v2.',
  VERSION_SKEW_UNSUPPORTED: 'A node or a tool that was not upgraded with the cluster, or before it.',
  CLOCK_BEFORE_LOG_TIME: 'The clock of this machine was never set, or was set back.',
  RELEASE_CHANNEL_UNRESOLVED:
    'The release site is away, a mirror has no channel files, or a minor that was not released yet.',
  RELEASE_ARTIFACT_NOT_PUBLISHED: 'The version does not exist yet, or a mirror has only some of its files.',
  RELEASE_IMAGES_UNKNOWN: 'The release is newer than this version of the program.',
  RELEASE_PAPER_MISSING: 'A mirror has the artifacts alone, or the release was published incomplete.',
  FETCH_NETWORK:
    'A name that is not found, a firewall, a proxy that is not set, a certificate that Node.js does not know.',
  FETCH_TIMEOUT: 'A slow mirror or a proxy that looks into the traffic.',
  FETCH_HTTP_STATUS:
    'A URL with a part too many or too few, a missing password, a service that has an outage.',
  FETCH_ANSWER_UNEXPECTED: 'A proxy or a login page answers with status 200 in the place of the service.',
  FETCH_TOO_LARGE: 'Another file lies under this name, or a server sends without end.',
  FETCH_TRUNCATED: 'The connection broke, or a proxy on the way cuts or changes files.',
  FETCH_ENCODING_UNSUPPORTED: 'A mirror or proxy compresses what it sends.',
  FETCH_HOST_NOT_ALLOWED: 'Plain http, or a redirect from a public server to a private address.',
  OFFLINE_MISS:
    'The tool cache, the lock file or the folder does not hold this artifact, or no exact version was named.',
  TRUSTED_ROOT_UNAVAILABLE:
    'The TUF repository is out of reach and `trusted-root: tuf` wants it, or the file does not exist.',
  TRUSTED_ROOT_MALFORMED: 'Another file, or one without any authority or log that can be read.',
  EVIDENCE_CHECKSUM_MISSING: 'A mirror that leaves the small files out.',
  EVIDENCE_SIGNATURE_MISSING: 'A mirror that leaves the small files out, or a release that is not signed.',
  EVIDENCE_CERTIFICATE_MISSING: 'A mirror that leaves the small files out, or a release that is not signed.',
  EVIDENCE_BUNDLE_MISSING: 'A path or URL that leads nowhere, or an artifact without a bundle.',
  EVIDENCE_LOG_ENTRY_MISSING:
    'Signature and certificate of two runs, a private log, a signature that was never logged, or `offline` without an entry.',
  EVIDENCE_UNREADABLE:
    'An error page that was saved as a file, a signature of another kind (OpenPGP, minisign), or a form that is newer than this program.',
  DIGEST_MISMATCH: 'A download that was changed or is old, a checksum of another version, or an attack.',
  SIGNATURE_INVALID:
    'The `.sig` and `.cert` of two signing runs (kubernetes/kubernetes#135858), those of another file, or an attack.',
  CERTIFICATE_UNTRUSTED:
    'Signed under a Sigstore instance of somebody else, a trusted root that is too old, or an attack.',
  CERTIFICATE_NOT_VALID_AT_LOG_TIME:
    'The signature was logged again later, by anybody, or it was made with a key that was kept.',
  CERTIFICATE_TIMESTAMP_INVALID:
    'An authority without a certificate transparency log, a trusted root that is too old, or an attack.',
  IDENTITY_MISMATCH: 'A signer whom you did not name, a trial release, or an attack.',
  ISSUER_MISMATCH: 'Another issuer for the same name, or an attack.',
  LOG_ENTRY_MISMATCH: 'An entry of another file, or a log that answers wrongly.',
  INCLUSION_PROOF_INVALID: 'A log or a proxy that is broken, or lies.',
  CHECKPOINT_INVALID:
    'A private log that is not in the trusted root, a root that is too old, or a log that lies.',
  SIGNED_ENTRY_TIMESTAMP_INVALID:
    'A private log that is not in the trusted root, a root that is too old, or a log that lies.',
  SIGNED_TIMESTAMP_INVALID: 'A timestamp over another signature, or of an authority that nobody named.',
  SUBJECT_MISMATCH: 'The bundle of another file.',
  STATEMENT_NEGATIVE: 'A verification summary that says FAILED.',
  STATEMENT_TYPE_UNEXPECTED:
    'A signed statement of another kind, such as a scan or an SBOM, was taken for a signature.',
  LOG_INCLUSION_UNPROVEN: "cosign's old bundles carry a promise alone, and the log could not be asked.",
  LOG_INCONSISTENT:
    'A log that lies, or that was restored from a copy without its last entries; nobody on the way can make this up.',
  LOG_CONSISTENCY_UNPROVEN:
    'A log or a mirror without the endpoint for such proofs, an outage, or a proxy that answers in its place.',
  LOG_CHECKPOINT_MALFORMED: 'A file that was edited by hand or merged wrongly, or another file.',
  LOG_TIME_UNPROVEN: 'A log that gives no time, and no timestamp of an authority beside.',
  INDEPENDENT_JUDGE_REFUSED: 'Evidence at the edge of the format, or a fault of ours or of the library.',
  RELEASE_BINDING_MISMATCH:
    'An old version, another platform or another file under this name, or a mirror that mixes releases.',
  RELEASE_BINDING_UNAVAILABLE: 'A mirror without `kubernetes-release.spdx` and its signature.',
  RELEASE_SBOM_REJECTED: 'The SBOM was changed, is of another release, or is signed by somebody else.',
  RELEASE_PAPER_REJECTED: 'The paper was changed, is of another release, or is signed by somebody else.',
  IMAGE_NOT_FOUND: 'A tag that does not exist, a registry that wants a login, a slip of the pen.',
  IMAGE_SIGNATURE_MISSING:
    'The image is not signed, its signature was not mirrored with it, or it is somebody else who signs it.',
  IMAGE_MANIFEST_MALFORMED: 'An image of a form that is not known, or a registry that is broken.',
  IMAGE_DIGEST_MISMATCH: 'A registry or a proxy that is broken, or lies.',
  IMAGE_PAYLOAD_MISMATCH: 'A signature that was copied from another image.',
  IMAGE_NAME_MISMATCH:
    'A mirror that puts images under other names, or a registry that answers with another image.',
  IMAGE_NAME_UNBOUND: 'The signature is a bundle over the digest, in which no name is written.',
  CHECKSUM_SHA512_MISMATCH: 'The release was published inconsistently, or the file was changed.',
  SHA256SUMS_MISMATCH: 'The release was published inconsistently, or the file was changed.',
  SHA512SUMS_MISMATCH: 'The release was published inconsistently, or the file was changed.',
  SBOM_FILE_MISMATCH: 'The release was published inconsistently, or the file was changed.',
  PROVENANCE_SUBJECT_MISMATCH: 'The release was published inconsistently, or the file was changed.',
  PROVENANCE_BUILDER_MISMATCH: 'The build of Kubernetes has moved, or the file was built by somebody else.',
  PROVENANCE_SOURCE_MISMATCH:
    'The form of the provenance has changed, or the file was built from somewhere else.',
  LOCK_MISSING: 'The file was not committed, or the step runs in another folder.',
  LOCK_MISMATCH: 'The version in the workflow was changed, and the lock file was not.',
  LOCK_MALFORMED: 'A merge left its marks in it, or it was edited by hand.',
  LOCK_INCOMPLETE:
    'An artifact or a platform was added in the workflow, and the lock file was not written anew.',
  LOCK_ENTRY_MISMATCH: 'The file was edited by hand, or by an attacker.',
  LOCK_DIGEST_MOVED:
    'The release was published again, a mirror serves something else, or the file was edited.',
  LOCK_VERSION_BACKWARDS:
    'The channel file of a mirror is old, or somebody wants you to take an old release.',
  SHARD_MISMATCH: 'Shards of another plan or another version of the program, or a report that was edited.',
  AUDIT_INCOMPLETE: 'A shard failed or was cancelled, or a service was away for too long.',
  FILE_UNKNOWN:
    'A file that was changed or cut off, one that somebody else built, such as a distribution, or one of a release that is no longer patched.',
  FILE_OF_OTHER_RELEASE: 'An upgrade that did not reach every file.',
  FILE_MISNAMED: 'A slip when files were copied, or somebody wants you to run another program.',
  FILE_UNREADABLE:
    'Missing rights, a link that leads elsewhere, a broken archive, or one of a form that is not opened.',
  FILE_NONE_FOUND: 'Another folder than was meant, or programs under names of their own of another release.',
  INSTALL_DIGEST_CHANGED: 'Another process writes to the same folder, or a disk is broken.',
  INSTALL_PATH_UNSAFE: 'A link stands where a folder or file was expected.',
  INSTALL_ARCHIVE_REFUSED:
    'An archive with links out of itself, devices, or entries of a kind that is not unpacked.',
  INSTALL_WRITE_FAILED: 'A full disk, missing rights, a scanner that holds the file.',
  INTERNAL: 'A case that we did not think of.',
}
