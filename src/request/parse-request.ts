// Raw strings → request. Pure; collects every faulty field before it throws.
import { parseDigest } from '../digest.js'
import { ALL, ARTIFACT_NAMES, GROUPS, findArtifact, isBuiltFor, membersOf } from '../kubernetes/catalogue.js'
import { type Platform, formatPlatform } from '../kubernetes/platform.js'
import { IMAGE_GROUPS, IMAGE_NAMES, isImageName } from '../kubernetes/images.js'
import { RELEASE_SIGNER, toImageSigner } from '../kubernetes/signer.js'
import { FieldErrors, readBoolean, readChoice, readList, readSiteUrl, readUrl, refuse } from './fields.js'
import { parseImageReference } from './image-reference.js'
import { readPlatforms } from './platforms.js'
import { kindOfUrl, readArtifactUrls } from './artifact-url.js'
import { type Request, type RequestedArtifact, type TrustedRootChoice, SIGNATURE_SOURCES } from './request.js'
import { type FoundVersion, readVersions } from './versions.js'

/** Every input's name and its default, as in action.yml; the empty default means what the parser says. */
export const INPUT_DEFAULTS = {
  version: '',
  'version-file': '',
  artifacts: '',
  files: '',
  url: '',
  os: '',
  arch: '',
  'add-to-path': 'true',
  'expected-sha256': '',
  'certificate-identity': '',
  'certificate-oidc-issuer': '',
  'trusted-root': 'auto',
  'release-binding': 'required',
  'signature-source': 'artifact',
  'cross-check': 'false',
  extract: 'false',
  'fail-fast': 'false',
  cache: 'false',
  'recheck-at-end': 'false',
  'lock-file': '',
  frozen: 'false',
  offline: 'false',
  'release-url': 'https://dl.k8s.io',
  'mirror-authorization': '',
  'image-registry': 'registry.k8s.io',
  'rekor-url': 'https://rekor.sigstore.dev',
  'tuf-url': 'https://tuf-repo-cdn.sigstore.dev',
  'bundles-dir': '',
  report: '',
} as const satisfies Record<string, string>

/** What is asked for where nothing is named. */
const DEFAULT_ARTIFACTS = 'kubectl'
/** What a URL's artifact has no use for: it is of no release. */
const OF_RELEASE = [
  'version',
  'version-file',
  'artifacts',
  'os',
  'arch',
  'release-binding',
  'signature-source',
  'cross-check',
] as const

const RELEASE_BINDINGS = ['required', 'off'] as const

export type InputName = keyof typeof INPUT_DEFAULTS
export const INPUT_NAMES = Object.keys(INPUT_DEFAULTS) as InputName[]

/** The inputs as text; what is empty or absent takes its default. */
export type RawInputs = Partial<Record<InputName, string>>

/** The machine we run on, in Node's spelling. */
export interface Machine {
  readonly platform: string
  readonly arch: string
}

export interface RequestSurroundings {
  readonly machine: Machine
  /** What the file that `version-file` names says; its reader is at the edge. */
  readonly versionFile?: FoundVersion | undefined
  /** Faults found earlier (unknown flags); all are thrown together. */
  readonly errors?: FieldErrors
}

/**
 * Reads a request.
 * @throws InputError with every faulty field
 */
export function parseRequest(
  raw: RawInputs,
  { machine, versionFile, errors = new FieldErrors() }: RequestSurroundings,
): Request {
  const text = (name: InputName): string => (raw[name] ?? '').trim() || INPUT_DEFAULTS[name]

  const urls = readArtifactUrls(errors, text('url'))
  const hasUrls = text('url') !== ''
  if (hasUrls) {
    for (const name of OF_RELEASE.filter((each) => text(each) !== INPUT_DEFAULTS[each]))
      errors.add('INPUT_CONFLICT', name, 'is for artifacts of a release; not allowed together with url')
    for (const name of ['certificate-identity', 'certificate-oidc-issuer'] as const)
      if (text(name) === '')
        errors.add('INPUT_REQUIRED', name, 'is needed with url: who has to have signed it')
  }
  const versions = hasUrls ? [] : readVersions(errors, text('version'), text('version-file'), versionFile)
  const platforms = hasUrls
    ? { platforms: [], areNamed: false }
    : readPlatforms(errors, text('os') || machine.platform, text('arch') || machine.arch)
  const names = hasUrls ? [] : readList(text('artifacts') || DEFAULT_ARTIFACTS)
  if (!hasUrls && names.length === 0)
    errors.add('INPUT_REQUIRED', 'artifacts', 'names no artifact; allowed: one or more names or groups')
  const images = readImages(errors, names)
  const artifacts = readArtifacts(
    errors,
    names.filter((name) => !isImage(name)),
    platforms,
  )
  const extract = readBoolean(errors, 'extract', text('extract'))
  const kinds = [...artifacts.map(({ entry }) => entry.kind), ...urls.map(kindOfUrl)]
  if (extract === true && kinds.length > 0 && kinds.every((kind) => kind !== 'tarball')) {
    errors.add('INPUT_CONFLICT', 'extract', 'unpacks tarballs, but none is asked for; allowed: false')
  }
  const pin = text('expected-sha256')
  const expectedSha256 = parseDigest(pin)
  if (pin !== '' && expectedSha256 === undefined) {
    errors.add(
      'INPUT_INVALID',
      'expected-sha256',
      `"${pin}" is not a SHA-256 digest; allowed: 64 hex characters`,
    )
  }
  const ofRelease = Math.max(artifacts.length + images.length, platforms.platforms.length, versions.length)
  const asked = hasUrls ? urls.length : ofRelease
  if (pin !== '' && (asked > 1 || versions.some(({ kind }) => kind === 'supported'))) {
    const message = 'pins one artifact, but several are asked for; allowed: one version, name, os and arch'
    errors.add('INPUT_CONFLICT', 'expected-sha256', message)
  }
  const addToPath = readBoolean(errors, 'add-to-path', text('add-to-path'))
  const crossCheck = readBoolean(errors, 'cross-check', text('cross-check'))
  const isOffline = readBoolean(errors, 'offline', text('offline'))
  const trustedRoot = readTrustedRoot(text('trusted-root'))
  if (isOffline === true && trustedRoot.kind === 'tuf') {
    const message = 'tuf needs the network; allowed with offline: auto, embedded, or a file'
    errors.add('INPUT_CONFLICT', 'trusted-root', message)
  }
  const useActionsCache = readBoolean(errors, 'cache', text('cache'))
  const recheckAtEnd = readBoolean(errors, 'recheck-at-end', text('recheck-at-end'))
  const isFrozen = readBoolean(errors, 'frozen', text('frozen'))
  if (isFrozen === true && text('lock-file') === '') {
    errors.add('INPUT_REQUIRED', 'lock-file', 'is needed with frozen: the path of a lock file')
  }
  if (isFrozen === true && crossCheck === true) {
    const message = 'asks for papers that no lock file holds; allowed with frozen: false'
    errors.add('INPUT_CONFLICT', 'cross-check', message)
  }
  const imageRegistry = text('image-registry')
  if (parseImageReference(`${imageRegistry}/image:tag`) === undefined) {
    const message = `"${imageRegistry}" is not a registry; allowed: a host like registry.k8s.io, and a path below it`
    errors.add('INPUT_INVALID', 'image-registry', message)
  }
  if (images.length > 0 && (isOffline === true || text('lock-file') !== '')) {
    const message =
      'images are looked up in their registry; allowed with offline or lock-file: other artifacts'
    errors.add('INPUT_CONFLICT', 'artifacts', message)
  }
  const failFast = readBoolean(errors, 'fail-fast', text('fail-fast'))
  const releaseBinding = readChoice(errors, 'release-binding', text('release-binding'), RELEASE_BINDINGS)
  const signatureSource = readChoice(errors, 'signature-source', text('signature-source'), SIGNATURE_SOURCES)
  if (signatureSource === 'release-sbom' && releaseBinding === 'off') {
    const message =
      'off leaves nothing that proves an artifact; allowed with signature-source release-sbom: required'
    errors.add('INPUT_CONFLICT', 'release-binding', message)
  }
  const releaseUrl = readSiteUrl(errors, 'release-url', text('release-url'))
  const mirrorAuthorization = readAuthorization(errors, text('mirror-authorization'), text('release-url'))
  const rekorUrl = readUrl(errors, 'rekor-url', text('rekor-url'))
  const tufUrl = readUrl(errors, 'tuf-url', text('tuf-url'))

  errors.throwIfAny()
  return {
    versions,
    artifacts,
    areAllArtifacts: names.includes(ALL),
    platforms: platforms.platforms,
    urls,
    images,
    imageRegistry,
    imageSigner: toImageSigner(text('certificate-identity'), text('certificate-oidc-issuer')),
    arePlatformsNamed: platforms.areNamed,
    addToPath: known(addToPath),
    expectedSha256,
    signer: {
      certificateIdentity: text('certificate-identity') || RELEASE_SIGNER.certificateIdentity,
      oidcIssuer: text('certificate-oidc-issuer') || RELEASE_SIGNER.oidcIssuer,
    },
    trustedRoot: isOffline === true ? toOfflineRoot(trustedRoot) : trustedRoot,
    useActionsCache: known(useActionsCache),
    recheckAtEnd: known(recheckAtEnd),
    lockFile: text('lock-file') || undefined,
    isFrozen: known(isFrozen),
    isOffline: known(isOffline),
    releaseBinding: known(releaseBinding),
    signatureSource: known(signatureSource),
    extract: known(extract),
    crossCheck: known(crossCheck),
    failFast: known(failFast),
    releaseUrl: known(releaseUrl),
    mirrorAuthorization,
    rekorUrl: known(rekorUrl),
    tufUrl: known(tufUrl),
    bundlesFolder: text('bundles-dir') || undefined,
    reportFolder: text('report') || undefined,
  }
}

/** The value of an Authorization header (RFC 9110 §11.6.2). A secret: no message repeats it. */
function readAuthorization(errors: FieldErrors, text: string, releaseUrl: string): string | undefined {
  if (text === '') return undefined
  const field = 'mirror-authorization'
  if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]+ [\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text)) {
    return errors.add(
      'INPUT_INVALID',
      field,
      'its value is no Authorization header; allowed: "Bearer …", "Basic …"',
    )
  }
  if (releaseUrl === INPUT_DEFAULTS['release-url'] || releaseUrl.startsWith('file:')) {
    return errors.add(
      'INPUT_CONFLICT',
      field,
      'is for a mirror; allowed with an https release-url of your own',
    )
  }
  return text
}

/** `auto`, `tuf`, `embedded`, `staging`, or the path of a file. */
export function readTrustedRoot(text: string): TrustedRootChoice {
  return text === 'auto' || text === 'tuf' || text === 'embedded' || text === 'staging'
    ? { kind: text }
    : { kind: 'file', path: text }
}

/** What stands in the place of a choice where nothing may be fetched. */
export function toOfflineRoot(choice: TrustedRootChoice): TrustedRootChoice {
  if (choice.kind === 'auto') return { kind: 'embedded' }
  return choice.kind === 'staging' ? { kind: 'embedded-staging' } : choice
}

/** `image:kube-apiserver` */
const IMAGE_PREFIX = 'image:'

function isImage(name: string): boolean {
  return Object.hasOwn(IMAGE_GROUPS, name) || name.startsWith(IMAGE_PREFIX)
}

function readImages(errors: FieldErrors, names: readonly string[]): string[] {
  const images = names.filter(isImage).flatMap((name) => {
    if (Object.hasOwn(IMAGE_GROUPS, name)) return IMAGE_GROUPS[name] ?? []
    const image = name.slice(IMAGE_PREFIX.length)
    if (!isImageName(image)) refuse(errors, 'artifacts', image, IMAGE_NAMES, 'INPUT_UNKNOWN_ARTIFACT')
    return [image]
  })
  return [...new Set(images)]
}

function readArtifacts(
  errors: FieldErrors,
  names: readonly string[],
  { platforms, areNamed }: { platforms: readonly Platform[]; areNamed: boolean },
): RequestedArtifact[] {
  const requested = new Map<string, RequestedArtifact>()
  for (const name of names) {
    const entry = findArtifact(name)
    // A name goes before a group of the same name, and both before what a group brings.
    if (entry !== undefined) requested.set(entry.name, { entry, isNamed: true })
    else if (GROUPS.includes(name)) {
      for (const member of membersOf(name)) {
        if (!requested.has(member.name)) requested.set(member.name, { entry: member, isNamed: false })
      }
    } else
      refuse(
        errors,
        'artifacts',
        name,
        [...ARTIFACT_NAMES, ...GROUPS, ...Object.keys(IMAGE_GROUPS)],
        'INPUT_UNKNOWN_ARTIFACT',
      )
  }
  for (const { entry, isNamed } of requested.values()) {
    const missing = platforms.filter((platform) => !isBuiltFor(entry, platform))
    if (!isNamed || missing.length === 0 || (!areNamed && missing.length < platforms.length)) continue
    const allowed = Object.keys(entry.platforms ?? {}).join(', ')
    const message = `${entry.name} is not built for ${missing.map(formatPlatform).join(', ')}; allowed: ${allowed}`
    errors.add('INPUT_UNSUPPORTED_PLATFORM', 'artifacts', message)
  }
  return [...requested.values()]
}

/** After throwIfAny nothing is undefined any more; this says so to the compiler, and to us if it is wrong. */
function known<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('a faulty field was not recorded')
  return value
}
