// Inputs that several commands have in common: by what, and how strictly, an
// artifact of a release is proven.
import { type Reader, oneOf, optional, readBoolean, readSha256 } from './fields.js'
import { type Rule, type ValuesOf, booleanInput, conflict, input, required, textInput } from './input.js'
import { SIGNATURE_SOURCES } from './request.js'

const RELEASE_BINDINGS = ['required', 'off'] as const

/** What ties an artifact to its release. */
export const BINDING_INPUTS = {
  'release-binding': input(
    'How it is proven',
    "Whether the release's signed SBOM must list the artifact under its path and digest (`required`), or not (`off`, for a mirror without the SBOM, with a warning in every report).",
    { default: 'required', placeholder: 'choice', read: oneOf(RELEASE_BINDINGS) },
  ),
}

/** A third value beside those of a boolean. */
const readCrossCheck: Reader<boolean | 'required'> = (text, field) =>
  text === 'required' ? { value: 'required' } : readBoolean(text, field)

/** What a release is proven by. */
export const PROOF_INPUTS = {
  ...BINDING_INPUTS,
  'signature-source': input(
    'How it is proven',
    "What proves an artifact, either its own signature (`artifact`) or the release's signed SBOM that lists its digest (`release-sbom`, the way out for a release whose signature files are broken, with a warning in every report).",
    { default: 'artifact', placeholder: 'choice', read: oneOf(SIGNATURE_SOURCES) },
  ),
  'cross-check': input(
    'How it is proven',
    "Whether the release's own papers (`.sha512`, `SHA256SUMS`, `SHA512SUMS`, `provenance.json` and the SBOM) must say the same about each artifact; one that disagrees rejects, and one that is missing or cannot be read is a warning (`true`) or leaves it unverifiable (`required`).",
    { default: 'false', placeholder: undefined, read: readCrossCheck },
  ),
}

/** Which ways to prove an artifact exclude each other. */
export const PROOF_RULES: readonly Rule<ValuesOf<typeof PROOF_INPUTS>>[] = [
  conflict(
    'release-binding',
    'off leaves nothing that proves an artifact; allowed with {signature-source} release-sbom: required',
    ({ values }) => values['signature-source'] === 'release-sbom' && values['release-binding'] === 'off',
  ),
]

/** Digests that the user expects. */
export const PIN_INPUTS = {
  'expected-sha256': input(
    'How it is proven',
    'A SHA-256 digest of 64 hex characters that the artifact must have as well, allowed only if a single artifact is asked for.',
    { placeholder: 'hex', read: optional(readSha256) },
  ),
}

/** What a lock file is called where nobody says otherwise: in an export, and on the pages. */
export const LOCK_FILE = 'k8s-artifacts.lock.json'

/** The lock file, and whether it alone counts. */
export const LOCK_INPUTS = {
  'lock-file': textInput(
    'How it is proven',
    'The path of a lock file, which is written and updated once everything is verified, and whose digests and evidence count from then on; empty means none.',
    { placeholder: 'path' },
  ),
  frozen: booleanInput(
    'How it is proven',
    'Whether the lock file says it all, so that no version is resolved, no log is asked, and a request that the lock file does not cover is refused.',
  ),
  offline: booleanInput(
    'How it is proven',
    'Whether no socket is opened, so that only what the tool cache, a lock file or a folder given as release-url holds is verified and used, under the trusted root that was built in or a given file.',
  ),
}

/** Where the log's last state is kept. */
export const CHECKPOINT_INPUTS = {
  'log-checkpoint': textInput(
    'How it is proven',
    'The path of a file of checkpoints, which is written once everything is verified, and from then on has the transparency log prove that it has only grown since; empty means none.',
    { placeholder: 'path' },
  ),
}

interface KeptValues {
  readonly 'lock-file'?: string | undefined
  readonly 'log-checkpoint': string | undefined
}

/** Without a request nobody shows how the log grew; and one file cannot hold both. */
export const CHECKPOINT_RULES: readonly Rule<KeptValues>[] = [
  ...['frozen', 'offline'].map((name) =>
    conflict<KeptValues>(
      'log-checkpoint',
      `has the log asked for a proof, which {${name}} does not; allowed with {${name}}: leave it out`,
      ({ values, isGiven }) =>
        isGiven('log-checkpoint') && (values as Record<string, unknown>)[name] === true,
    ),
  ),
  conflict(
    'log-checkpoint',
    'and {lock-file} are one file; allowed: a file each',
    ({ values: { 'lock-file': lock, 'log-checkpoint': checkpoint } }) =>
      lock !== undefined && checkpoint !== undefined && toPlain(lock) === toPlain(checkpoint),
  ),
]

/** A path without the steps that lead nowhere, to be compared. */
function toPlain(path: string): string {
  return new URL(path.replaceAll('%', '%25'), 'file:///folder/').href
}

/** What a lock needs, and what it excludes. */
export const LOCK_RULES: readonly Rule<ValuesOf<typeof LOCK_INPUTS & typeof PROOF_INPUTS>>[] = [
  required(
    'lock-file',
    'is needed with {frozen}: the path of a lock file',
    ({ values }) => values.frozen === true && values['lock-file'] === undefined,
  ),
  conflict(
    'cross-check',
    'asks for papers that no lock file holds; allowed with {frozen}: false',
    ({ values }) =>
      values.frozen === true && values['cross-check'] !== undefined && values['cross-check'] !== false,
  ),
]
