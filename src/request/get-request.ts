// What `get`, its dry run `plan`, and `export` were asked.
import { toImageSigner } from '../kubernetes/signer.js'
import { AGE_INPUTS, AGE_RULES } from './age-inputs.js'
import { kindOfUrl, readArtifactUrls } from './artifact-url.js'
import { CACHE_INPUTS, CACHE_RULES, assertInCache } from './cache-inputs.js'
import {
  type CommandInputs,
  type Rule,
  type ValuesOf,
  type Words,
  booleanInput,
  conflict,
  excludes,
  input,
  readInputs,
  required,
  textInput,
} from './input.js'
import { FORMAT_INPUTS, REPORT_INPUTS, TERMINAL_INPUTS, TERMINAL_RULES } from './output-inputs.js'
import { toPlatforms } from './platforms.js'
import {
  CHECKPOINT_INPUTS,
  CHECKPOINT_RULES,
  LOCK_FILE,
  LOCK_INPUTS,
  LOCK_RULES,
  PIN_INPUTS,
  PROOF_INPUTS,
  PROOF_RULES,
} from './release-inputs.js'
import { NOT_INSTALLED, type Request } from './request.js'
import {
  type RequestSurroundings,
  SCOPE_RULES,
  scopeInputs,
  toReadOptions,
  toVersions,
} from './scope-inputs.js'
import { SKEW_INPUTS, SKEW_RULES } from './skew.js'
import {
  LOG_INPUTS,
  REGISTRY_INPUTS,
  RELEASE_SIGNER_INPUTS,
  ROOT_INPUTS,
  ROOT_RULES,
  SITE_INPUTS,
  SITE_RULES,
  toServices,
  toSigner,
  toTrustedRoot,
} from './trust-inputs.js'

const SCOPE_INPUTS = {
  ...scopeInputs({ version: 'stable', artifacts: 'kubectl', platforms: '' }),
  ...SKEW_INPUTS,
}

/** What all commands have that look for artifacts of a release, or at a URL. */
const ASK_INPUTS = {
  ...SCOPE_INPUTS,
  url: input(
    'What',
    'One or more https URLs of artifacts of other projects, each with its evidence beside it (`.sigstore.json`, or `.sig` and `.cert`), which need certificate-identity and certificate-oidc-issuer, and are cached and locked like any other; not allowed together with version or artifacts.',
    { placeholder: 'urls', read: readArtifactUrls },
  ),
  ...PIN_INPUTS,
  ...RELEASE_SIGNER_INPUTS,
  ...ROOT_INPUTS,
  ...PROOF_INPUTS,
  ...AGE_INPUTS,
  ...LOCK_INPUTS,
  ...CHECKPOINT_INPUTS,
  ...SITE_INPUTS,
  ...REGISTRY_INPUTS,
  ...LOG_INPUTS,
  'fail-fast': booleanInput(
    'How it is proven',
    'Whether no further artifact is begun once one has failed, instead of trying and reporting all of them.',
  ),
  'bundles-dir': textInput(
    'Results',
    'A folder for the Sigstore bundles of all verified artifacts, created if it is not there; empty means that they only stand beside the artifacts.',
    { placeholder: 'folder' },
  ),
  ...REPORT_INPUTS,
  ...FORMAT_INPUTS,
  ...TERMINAL_INPUTS,
}

/** What is not for an artifact at a URL, which is of no release. */
const OF_RELEASE = [...Object.keys({ ...SCOPE_INPUTS, ...PROOF_INPUTS }), 'prefer-cached']

/** The words of a command line that have no flag, and how many it takes. */
export const POSITIONALS = { name: 'artifacts', most: 100 }

const INSTALL_INPUTS = {
  ...CACHE_INPUTS,
  extract: booleanInput(
    'How it is installed',
    'Whether verified tarballs are unpacked, in which case their path is the unpacked folder.',
  ),
  output: textInput(
    'How it is installed',
    'The folder that what is verified is installed in, created if it is not there; empty means the current one.',
    { entry: 'cli', placeholder: 'folder' },
  ),
  'dry-run': booleanInput(
    'Results',
    'Whether no artifact is fetched, and only what would be is told, as by `plan` on a terminal.',
  ),
  'add-to-path': booleanInput(
    'How it is installed',
    "Whether the folders of the verified artifacts are put on the PATH of later steps, which happens only if they are for the runner's own platform.",
    { entry: 'action', default: 'true' },
  ),
  cache: booleanInput(
    'How it is installed',
    'Whether verified artifacts are also kept in the Actions cache between runs, which is off by itself on events where untrusted code could write to it; what comes back is verified like a download.',
    { entry: 'action' },
  ),
  'recheck-at-end': booleanInput(
    'How it is installed',
    'Whether everything that was installed is looked at again at the end of the job, which fails if a step changed it or added to it.',
    { entry: 'action' },
  ),
}

type AskValues = ValuesOf<typeof ASK_INPUTS>
export type GetValues = AskValues & ValuesOf<typeof INSTALL_INPUTS>

const ASK_RULES: readonly Rule<AskValues>[] = [
  ...SKEW_RULES,
  ...excludes('url', OF_RELEASE, 'is for artifacts of a release; not allowed together with {url}'),
  ...['certificate-identity', 'certificate-oidc-issuer'].map((name) =>
    required<unknown>(
      name,
      'is needed with {url}: who has to have signed it',
      ({ isGiven }) => isGiven('url') && !isGiven(name),
    ),
  ),
  ...SCOPE_RULES,
  conflict(
    'expected-sha256',
    'pins one artifact, but several are asked for; allowed: one version, name, os and arch',
    ({ values }) => values['expected-sha256'] !== undefined && countAsked(values) > 1,
  ),
  ...ROOT_RULES,
  ...LOCK_RULES,
  ...CHECKPOINT_RULES,
  conflict(
    'artifacts',
    'images are looked up in their registry; allowed with {offline} or {lock-file}: other artifacts',
    ({ values: { artifacts, offline, 'lock-file': lockFile } }) =>
      artifacts !== undefined && artifacts.images.length > 0 && (offline === true || lockFile !== undefined),
  ),
  ...PROOF_RULES,
  ...AGE_RULES,
  ...SITE_RULES,
]

const EXTRACT_RULE: Rule<GetValues> = conflict(
  'extract',
  'unpacks tarballs, but none is asked for; allowed: false',
  ({ values }) => values.extract === true && hasNoTarball(values),
)

/** The inputs of `get` and `plan`. */
export const GET: CommandInputs<GetValues> = {
  table: { ...ASK_INPUTS, ...INSTALL_INPUTS },
  rules: [...ASK_RULES, ...CACHE_RULES, ...TERMINAL_RULES, EXTRACT_RULE],
  positionals: POSITIONALS,
}

/** The inputs of `export`. */
export const EXPORT: CommandInputs<AskValues & { readonly output: string | undefined }> = {
  table: {
    ...ASK_INPUTS,
    output: textInput(
      'How it is installed',
      'The folder for artifacts, bundles, trusted root and lock file, created if it is not there.',
      { entry: 'cli', placeholder: 'folder' },
    ),
  },
  rules: [
    ...ASK_RULES,
    ...TERMINAL_RULES,
    required('output', 'needs a folder', ({ values }) => values.output === undefined),
  ],
  positionals: POSITIONALS,
}

export interface GetRequest extends Request {
  readonly prefersCached: boolean
  /** Where it is installed; undefined: where the entry has its place for it. */
  readonly outputFolder: string | undefined
  /** Whether nothing is fetched, and only told what would be. */
  readonly isDryRun: boolean
}

/**
 * Reads the request of `get`, and of its dry run.
 * @throws InputError with every fault
 */
export function parseGetRequest(words: Words, surroundings: RequestSurroundings): GetRequest {
  const values = readInputs(GET, words, toReadOptions(surroundings))
  assertInCache(values, words, surroundings)
  return toGetRequest(values, surroundings)
}

/** The request that the values of `get` are. */
export function toGetRequest(values: GetValues, surroundings: RequestSurroundings): GetRequest {
  return {
    ...toRequest(values, surroundings),
    prefersCached: values['prefer-cached'],
    addToPath: values['add-to-path'],
    useActionsCache: values.cache,
    recheckAtEnd: values['recheck-at-end'],
    extract: values.extract,
    outputFolder: values.output,
    isDryRun: values['dry-run'],
  }
}

/**
 * Reads the request of `export`, which leaves tarballs as they are published, and always writes a lock file.
 * @throws InputError with every fault
 */
export function parseExportRequest(
  words: Words,
  surroundings: RequestSurroundings,
): Request & { readonly folder: string } {
  const values = readInputs(EXPORT, words, toReadOptions(surroundings))
  const folder = values.output ?? ''
  const lockFile = values['lock-file'] ?? `${folder}/${LOCK_FILE}`
  return { ...toRequest(values, surroundings), ...NOT_INSTALLED, lockFile, folder }
}

type Uninstalled = Omit<Request, keyof typeof NOT_INSTALLED>

function toRequest(values: AskValues, surroundings: RequestSurroundings): Uninstalled {
  const hasUrls = values.url.length > 0
  const { artifacts, images, areAll } = values.artifacts
  const { platforms, areNamed } = toPlatforms(values.os, values.arch)
  return {
    versions: hasUrls ? [] : toVersions(values, surroundings),
    artifacts: hasUrls ? [] : artifacts,
    areAllArtifacts: !hasUrls && areAll,
    platforms: hasUrls ? [] : platforms,
    arePlatformsNamed: areNamed,
    urls: values.url,
    images: hasUrls ? [] : images,
    imageRegistry: values['image-registry'],
    imageSigner: toImageSigner(values['certificate-identity'], values['certificate-oidc-issuer']),
    expectedSha256: values['expected-sha256'],
    signer: toSigner(values),
    trustedRoot: toTrustedRoot(values, values.offline),
    lockFile: values['lock-file'],
    isFrozen: values.frozen,
    isOffline: values.offline,
    minimumAge: values['minimum-age'],
    logCheckpoint: values['log-checkpoint'],
    releaseBinding: values['release-binding'],
    signatureSource: values['signature-source'],
    crossCheck: values['cross-check'],
    failFast: values['fail-fast'],
    ...toServices(values),
    bundlesFolder: values['bundles-dir'],
    reportFolder: values.report,
  }
}

function countAsked({ version = [], artifacts, os, arch, url = [] }: Partial<AskValues>): number {
  if (url.length > 0) return url.length
  const platforms = os && arch ? toPlatforms(os, arch).platforms.length : 0
  const names = artifacts ? artifacts.artifacts.length + artifacts.images.length : 0
  return version.some(({ kind }) => kind === 'supported')
    ? Infinity
    : Math.max(version.length, names, platforms)
}

function hasNoTarball({ artifacts, url }: Partial<AskValues>): boolean {
  if (artifacts === undefined || url === undefined) return false
  const kinds = url.length > 0 ? url.map(kindOfUrl) : artifacts.artifacts.map(({ entry }) => entry.kind)
  return kinds.length > 0 && kinds.every((kind) => kind !== 'tarball')
}
