// The inputs of `verify`, and what they ask of each other.
import { AGE_INPUTS, AGE_RULES } from './age-inputs.js'
import { type NamedArtifacts, readArtifacts } from './artifacts.js'
import { type Reader, mapRead, optional, readUrl } from './fields.js'
import {
  type CommandInputs,
  type Rule,
  type Seen,
  type ValuesOf,
  belongTo,
  conflict,
  excludes,
  input,
  required,
  textInput,
} from './input.js'
import { FORMAT_INPUTS, REPORT_INPUTS, TERMINAL_INPUTS, TERMINAL_RULES } from './output-inputs.js'
import {
  CHECKPOINT_INPUTS,
  CHECKPOINT_RULES,
  LOCK_INPUTS,
  LOCK_RULES,
  PIN_INPUTS,
  PROOF_INPUTS,
  PROOF_RULES,
} from './release-inputs.js'
import type { VersionSpec } from './request.js'
import { SCOPE_RULES, platformInputs, versionInputs } from './scope-inputs.js'
import {
  LOG_INPUTS,
  RELEASE_SIGNER_INPUTS,
  ROOT_INPUTS,
  ROOT_RULES,
  SITE_INPUTS,
  SITE_RULES,
} from './trust-inputs.js'
import { readVersions } from './versions.js'

/** Files that are verified in one run. */
const MAX_FILES = 1000

export type Location =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'url'; readonly url: URL }

const readLocation: Reader<Location> = (text, field) => {
  if (!/^https?:\/\//i.test(text)) return { value: { kind: 'file', path: text } }
  const url = readUrl(text, field)
  return url.faults === undefined ? { value: { kind: 'url', url: url.value } } : url
}

const readArtifactNames: Reader<NamedArtifacts | undefined> = optional(readArtifacts)

const EVIDENCE_INPUTS = {
  bundle: input(
    'Evidence',
    'A Sigstore bundle, as a path or an https URL, in the place of what lies beside the file.',
    {
      placeholder: 'path|url',
      read: optional(readLocation),
    },
  ),
  key: textInput(
    'Evidence',
    "The path of a managed public key that takes the signer's place, given with bundle.",
    {
      placeholder: 'path',
    },
  ),
  'predicate-type': textInput(
    'Evidence',
    'The type of signed statements that count as a signature, given with bundle, beside those that speak for an artifact by themselves: SLSA provenance, and a verification summary that says PASSED.',
    {
      placeholder: 'type',
    },
  ),
  signature: input(
    'Evidence',
    'A signature, as a path or an https URL, in the place of the `.sig` file beside the file.',
    {
      placeholder: 'path|url',
      read: optional(readLocation),
    },
  ),
  certificate: input(
    'Evidence',
    "The signer's certificate, as a path or an https URL, in the place of the `.cert` file beside the file.",
    {
      placeholder: 'path|url',
      read: optional(readLocation),
    },
  ),
  'log-entry': textInput(
    'Evidence',
    "The path of the transparency log's answer about the entry, so that the log is not asked.",
    {
      placeholder: 'path',
    },
  ),
}

/** Which releases' files are looked for; `any` stands for all that are still patched. */
type ReleaseChoice =
  { readonly kind: 'any' } | { readonly kind: 'named'; readonly versions: readonly VersionSpec[] }

const readRelease: Reader<ReleaseChoice> = (text, field) =>
  text === 'any'
    ? { value: { kind: 'any' } }
    : mapRead(readVersions(text, field), (versions) => ({ kind: 'named', versions }))

const INPUTS = {
  files: textInput(
    'What',
    'Local files that are verified where they are, as paths or patterns (`dist/*.tar.gz`) separated by commas or newlines, each with a bundle (`.sigstore.json`) or sidecars (`.sig` and `.cert`) beside it, a lock-file, or a version whose release each has to be of by its name; or a digest (`sha256:…`) with its evidence; with release, files, folders and archives that are searched.',
    { placeholder: 'paths' },
  ),
  release: input(
    'What',
    'The release whose files are searched for below the files, folders and archives that are given (tarballs, `.deb`, `.rpm`, images), by the digests in its signed SBOM, in the forms of version; `any` means every release of a minor that is still patched.',
    { placeholder: 'version', read: optional(readRelease) },
  ),
  ...versionInputs(''),
  'skew-of': textInput(
    'What',
    "A file with what `kubectl version -o json` or the API server's `/version` printed, or a list of such, whose version skew policy has to allow what is verified as well; without version and release, the files are searched for as with release `any`.",
    { placeholder: 'path' },
  ),
  artifact: input(
    'What',
    "The name of the artifact of the release that the file is, where the file's own name does not say it.",
    {
      placeholder: 'name',
      read: readArtifactNames,
    },
  ),
  ...platformInputs(''),
  ...EVIDENCE_INPUTS,
  ...PIN_INPUTS,
  ...RELEASE_SIGNER_INPUTS,
  ...ROOT_INPUTS,
  ...PROOF_INPUTS,
  ...AGE_INPUTS,
  ...LOCK_INPUTS,
  ...CHECKPOINT_INPUTS,
  ...SITE_INPUTS,
  ...LOG_INPUTS,
  ...REPORT_INPUTS,
  ...FORMAT_INPUTS,
  ...TERMINAL_INPUTS,
}
export type VerifyValues = ValuesOf<typeof INPUTS>

/** What asks for a release, which lone files are not said to be of. */
const OF_RELEASE = ['artifact', 'os', 'arch', 'cross-check', 'signature-source', 'release-binding', 'frozen']
/** What says elsewhere where the evidence is. */
export const ELSEWHERE = Object.keys(EVIDENCE_INPUTS)
const PAIR = ['signature', 'certificate', 'log-entry']

const isOfRelease = ({ isGiven }: Seen<unknown>): boolean => isGiven('version') || isGiven('version-file')

/** What is asked of files one by one, and not of whatever is found. */
const OF_LONE_FILES = [...ELSEWHERE, 'expected-sha256', 'lock-file']
const OF_FILES = ['version', 'version-file', ...OF_RELEASE, ...OF_LONE_FILES]

/** Whether it is to be found out which release the files are of. */
const isSearched = (seen: Seen<unknown>): boolean =>
  seen.isGiven('release') || (seen.isGiven('skew-of') && !isOfRelease(seen))

const RULES: readonly Rule<VerifyValues>[] = [
  ...OF_RELEASE.map((name) =>
    required<VerifyValues>(
      'version',
      `is needed with {${name}}`,
      (seen) => seen.isGiven(name) && !isOfRelease(seen) && !seen.isGiven('release'),
    ),
  ),
  ...excludes('release', OF_FILES),
  ...OF_LONE_FILES.map((name) =>
    conflict<VerifyValues>(
      name,
      'is for a file that is not searched for; allowed with {skew-of}: a {version} as well',
      (seen) => seen.isGiven(name) && !seen.isGiven('release') && isSearched(seen),
    ),
  ),
  conflict(
    'release',
    'names a cluster; allowed: a release, with {skew-of} beside it',
    ({ values: { release } }) =>
      release?.kind === 'named' && release.versions.some((spec) => spec.kind === 'range' && spec.skewOf),
  ),
  conflict(
    'offline',
    'is allowed together with {release} where {release-url} is a folder',
    ({ values, ...seen }) =>
      isSearched({ values, ...seen }) &&
      values.offline === true &&
      values['release-url']?.protocol !== 'file:',
  ),
  ...ELSEWHERE.map((name) =>
    conflict<VerifyValues>(
      name,
      'is not allowed together with {version}',
      (seen) => seen.isGiven(name) && isOfRelease(seen),
    ),
  ),
  ...SCOPE_RULES.map(({ check, ...rule }): Rule<VerifyValues> => ({
    ...rule,
    check: ({ values: { artifact, ...values }, ...seen }) =>
      check({ ...seen, values: { ...values, ...(artifact && { artifacts: artifact }) } }),
  })),
  // The release's papers are not at hand, unless the release site is a folder, such as an export.
  conflict(
    'offline',
    'is allowed together with {version} where {release-url} is a folder, or with {lock-file}',
    ({ values, ...seen }) =>
      isOfRelease({ values, ...seen }) &&
      values.offline === true &&
      values['lock-file'] === undefined &&
      values['release-url']?.protocol !== 'file:',
  ),
  ...excludes('lock-file', ELSEWHERE),
  ...excludes('bundle', PAIR),
  ...excludes('key', ['certificate-identity', 'certificate-oidc-issuer', 'certificate']),
  ...belongTo('bundle', ['key', 'predicate-type']),
  ...(['bundle', 'signature', 'certificate'] as const).map((name) =>
    conflict<VerifyValues>(
      name,
      'is a URL, which {offline} cannot fetch; allowed: a path',
      ({ values }) => values.offline === true && values[name]?.kind === 'url',
    ),
  ),
  ...ROOT_RULES,
  ...LOCK_RULES,
  ...CHECKPOINT_RULES,
  ...PROOF_RULES,
  ...AGE_RULES,
  ...SITE_RULES,
]

/** The inputs of `verify`. */
export const VERIFY: CommandInputs<VerifyValues> = {
  table: INPUTS,
  rules: [...RULES, ...TERMINAL_RULES],
  positionals: { name: 'files', most: MAX_FILES, isOnly: true },
}
