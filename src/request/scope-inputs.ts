// Inputs that several commands have in common: which artifacts of which
// releases, for which platforms.
import { checkPlatforms, readArtifacts } from './artifacts.js'
import type { Read } from './fields.js'
import { type ReadOptions, type Rule, type Seen, type ValuesOf, conflict, input, textInput } from './input.js'
import type { Machine, VersionSpec } from './request.js'
import { readArchitectures, readSystems, toPlatforms } from './platforms.js'
import { type SkewSpec, settleSkew } from './skew.js'
import { readVersions } from './versions.js'

/** What a command looks at where nothing is said. */
export interface ScopeDefaults {
  readonly version: string
  readonly artifacts: string
  /** `all`; empty: the machine's own. */
  readonly platforms: string
}

const VERSION_FORMS =
  "each an exact version (`v1.35.2`, `1.36.0-rc.1`), a minor for its latest patch (`1.35`, `1.35.x`), a channel (`stable`, `stable-1.35`, `latest`, `latest-1.36`), `supported` for the latest patch of each minor that is still patched, a semver range for the newest stable release in it (`>=1.33 <1.36`), or `skew:` and the version of the cluster's API server for the newest stable release that fits it (`skew:v1.34.3`)"
const ARTIFACT_FORMS =
  'The names of one or more artifacts of the release (`kubectl,kubeadm`), or groups of them (`client`, `node`, `server`, `tarballs`, `source`, `sbom`, `provenance`, `all`), or container images of it (`images` for those of the control plane, `kubeadm-images` for all that kubeadm takes, `image:kube-apiserver` for one), separated by commas or newlines'

/** Makes the inputs that say which release: a version, or a file that holds one. */
export function versionInputs(fallback: string) {
  const otherwise = fallback === '' ? 'none' : `\`${fallback}\`, unless version-file is given`
  return {
    version: input(
      'What',
      `One or more Kubernetes releases, separated by commas or newlines, ${VERSION_FORMS}; empty means ${otherwise}.`,
      {
        fallback,
        placeholder: 'version',
        read: fallback === '' ? optionalVersions : readVersions,
      },
    ),
    'version-file': textInput(
      'What',
      'A file to read the version from, which is a plain file, `.tool-versions` or `mise.toml` (where `latest` is the newest stable release), or `go.mod` (from its `k8s.io` modules); not allowed together with version.',
      { placeholder: 'path' },
    ),
  }
}

const optionalVersions: typeof readVersions = (text, field) =>
  text === '' ? { value: [] } : readVersions(text, field)

/** Makes the inputs that say for which platforms. */
export function platformInputs(fallback: string) {
  const otherwise = fallback === '' ? "the machine's own" : `\`${fallback}\``
  return {
    os: input(
      'What',
      `One or more operating systems that the artifacts are for (\`linux\`, \`darwin\`, \`windows\`), or \`all\`; empty means ${otherwise}.`,
      {
        fallback,
        placeholder: 'names',
        read: readSystems,
      },
    ),
    arch: input(
      'What',
      `One or more architectures that the artifacts are for (\`amd64\`, \`arm64\`, \`arm\`, \`386\`, \`ppc64le\`, \`s390x\`), or \`all\`; empty means ${otherwise}.`,
      {
        fallback,
        placeholder: 'names',
        read: readArchitectures,
      },
    ),
  }
}

/** Makes the inputs that say what of which release is meant. */
export function scopeInputs({ version, artifacts, platforms }: ScopeDefaults) {
  return {
    ...versionInputs(version),
    artifacts: input('What', `${ARTIFACT_FORMS}; empty means \`${artifacts}\`.`, {
      fallback: artifacts,
      placeholder: 'names',
      read: readArtifacts,
    }),
    ...platformInputs(platforms),
  }
}

export type ScopeValues = ValuesOf<ReturnType<typeof scopeInputs>>

/** What says which release: one input, or the other. */
export const VERSION_RULES: readonly Rule<unknown>[] = [
  conflict(
    'version-file',
    'and {version} exclude each other; allowed: one of them',
    ({ isGiven }) => isGiven('version') && isGiven('version-file'),
  ),
]

/** Every artifact that is named has to be built for the platforms that are named. */
export const SCOPE_RULES: readonly Rule<ScopeValues>[] = [
  ...VERSION_RULES,
  { code: 'INPUT_UNSUPPORTED_PLATFORM', field: 'artifacts', check: findUnbuilt },
]

function findUnbuilt({ values: { artifacts, os, arch } }: Seen<ScopeValues>): string[] {
  return artifacts && os && arch ? checkPlatforms(artifacts, toPlatforms(os, arch)) : []
}

export interface RequestSurroundings {
  readonly machine: Machine
  /** What the file that `version-file` names asks for; its reader is at the edge. Undefined: none is named. */
  readonly versionFile?: Read<readonly VersionSpec[]> | undefined
  /** The API servers in the file that `skew-of` names. Undefined: none is named. */
  readonly skewOf?: Read<SkewSpec> | undefined
}

/**
 * The versions that are asked for: by the cluster, in the file that is named, or one by one.
 * @throws InputError INPUT_CONFLICT where nothing that is asked for fits the cluster
 */
export function toVersions(
  { version, artifacts }: Pick<ScopeValues, 'version' | 'artifacts'>,
  { versionFile, skewOf }: Pick<RequestSurroundings, 'versionFile' | 'skewOf'>,
): readonly VersionSpec[] {
  const asked = skewOf?.value ? [skewOf.value.spec] : (versionFile?.value ?? version)
  return settleSkew(asked, artifacts)
}

/** Reads for the machine's own platform where none is named, and with the faults of the version-file. */
export function toReadOptions({ machine, versionFile, skewOf }: RequestSurroundings): ReadOptions {
  const faults = [...(versionFile?.faults ?? []), ...(skewOf?.faults ?? [])]
  return { fallbacks: { os: machine.platform, arch: machine.arch }, faults }
}
