// What `checksums` was asked: which releases' digests, and in which form.
import { toImageSigner } from '../kubernetes/signer.js'
import { AGE_INPUTS } from './age-inputs.js'
import { oneOf } from './fields.js'
import {
  type CommandInputs,
  type Rule,
  type ValuesOf,
  type Words,
  conflict,
  input,
  readInputs,
  textInput,
} from './input.js'
import { REPORT_INPUTS } from './output-inputs.js'
import { toPlatforms } from './platforms.js'
import { LOCK_INPUTS } from './release-inputs.js'
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

const CHECKSUM_FORMS = ['sha256sums', 'sha512sums', 'json', 'kubespray', 'dockerfile'] as const
/** How the digests are written down. */
export type ChecksumForm = (typeof CHECKSUM_FORMS)[number]

const INPUTS = {
  ...scopeInputs({ version: 'stable', artifacts: 'all', platforms: 'all' }),
  ...SKEW_INPUTS,
  ...RELEASE_SIGNER_INPUTS,
  ...ROOT_INPUTS,
  ...AGE_INPUTS,
  offline: LOCK_INPUTS.offline,
  ...SITE_INPUTS,
  ...LOG_INPUTS,
  output: textInput(
    'Results',
    'The folder for the list, with the SBOM that it is taken from and the Sigstore bundle of that beside it, created if it is not there; empty means that the list is printed.',
    { entry: 'cli', placeholder: 'folder' },
  ),
  ...REPORT_INPUTS,
  format: input(
    'Results',
    "What form the list has: that of sha256sum (`sha256sums`) or sha512sum (`sha512sums`), JSON with both digests and the bundles (`json`), the checksums of kubespray's variables (`kubespray`), or ADD lines for a Dockerfile (`dockerfile`).",
    { entry: 'cli', default: 'sha256sums', placeholder: 'choice', read: oneOf(CHECKSUM_FORMS) },
  ),
}
type ChecksumsValues = ValuesOf<typeof INPUTS>

/** What an SBOM lists neither of itself nor beside itself. */
const UNLISTED = ['sbom', 'provenance']

const RULES: readonly Rule<ChecksumsValues>[] = [
  ...SKEW_RULES,
  ...SCOPE_RULES,
  {
    code: 'INPUT_CONFLICT',
    field: 'artifacts',
    check: ({ values: { artifacts } }) =>
      (artifacts?.artifacts ?? [])
        .filter(({ entry, isNamed }) => isNamed && UNLISTED.includes(entry.kind))
        .map(({ entry }) => `"${entry.name}" is not in the list of the SBOM; allowed: binaries and tarballs`),
  },
  conflict(
    'artifacts',
    'images are not in the list of the SBOM; allowed: binaries and tarballs',
    ({ values: { artifacts } }) => artifacts !== undefined && artifacts.images.length > 0,
  ),
  conflict(
    'artifacts',
    'are neither binaries nor tarballs, which alone the SBOM lists',
    ({ values: { artifacts } }) =>
      artifacts !== undefined &&
      artifacts.artifacts.length > 0 &&
      artifacts.artifacts.every(({ entry, isNamed }) => !isNamed && UNLISTED.includes(entry.kind)),
  ),
  conflict(
    'format',
    'dockerfile has URLs to add from, and {release-url} is a folder; allowed: an https {release-url}',
    ({ values }) => values.format === 'dockerfile' && values['release-url']?.protocol === 'file:',
  ),
  // The SBOM of a folder alone is at hand.
  conflict(
    'offline',
    'is allowed where {release-url} is a folder',
    ({ values }) => values.offline === true && values['release-url']?.protocol !== 'file:',
  ),
  ...ROOT_RULES,
  ...SITE_RULES,
]

/** The inputs of `checksums`. */
export const CHECKSUMS: CommandInputs<ChecksumsValues> = {
  table: INPUTS,
  rules: RULES,
  positionals: { name: 'artifacts', most: 100 },
}

export interface ChecksumsRequest extends Request {
  readonly form: ChecksumForm
  /** Where the list is written; undefined: it is printed. */
  readonly outputFolder: string | undefined
}

/**
 * Reads the request of `checksums`.
 * @throws InputError with every fault
 */
export function parseChecksumsRequest(words: Words, surroundings: RequestSurroundings): ChecksumsRequest {
  const values = readInputs(CHECKSUMS, words, toReadOptions(surroundings))
  const { artifacts, areAll } = values.artifacts
  const { platforms, areNamed } = toPlatforms(values.os, values.arch)
  return {
    ...NOT_INSTALLED,
    form: values.format,
    outputFolder: values.output,
    versions: toVersions(values, surroundings),
    artifacts: artifacts.filter(({ entry }) => !UNLISTED.includes(entry.kind)),
    areAllArtifacts: areAll,
    platforms,
    arePlatformsNamed: areNamed,
    urls: [],
    images: [],
    imageRegistry: REGISTRY_INPUTS['image-registry'].default,
    imageSigner: toImageSigner(values['certificate-identity'], values['certificate-oidc-issuer']),
    expectedSha256: undefined,
    signer: toSigner(values),
    trustedRoot: toTrustedRoot(values, values.offline),
    lockFile: undefined,
    isFrozen: false,
    isOffline: values.offline,
    minimumAge: values['minimum-age'],
    logCheckpoint: undefined,
    releaseBinding: 'required',
    signatureSource: 'artifact',
    crossCheck: false,
    failFast: false,
    ...toServices(values),
    bundlesFolder: undefined,
    reportFolder: values.report,
  }
}
