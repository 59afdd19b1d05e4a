// What `verify` was asked: local files or a digest, and where their evidence
// is; with a version, which release each file has to be of.
import { type Digest, parseDigest } from '../digest.js'
import { findArtifactOfFile } from '../kubernetes/catalogue.js'
import { type Platform, parsePlatform } from '../kubernetes/platform.js'
import { type Signer, toImageSigner } from '../kubernetes/signer.js'
import type { NamedArtifacts } from './artifacts.js'
import { type Read, refuse } from './fields.js'
import { type Rule, type Words, conflict, readInputs, required, wordOf } from './input.js'
import { toPlatforms } from './platforms.js'
import { NOT_INSTALLED, type Machine, type Request, type TrustedRootChoice } from './request.js'
import { type RequestSurroundings, toReadOptions, toVersions } from './scope-inputs.js'
import { REGISTRY_INPUTS, toServices, toSigner, toTrustedRoot } from './trust-inputs.js'
import { ELSEWHERE, type Location, VERIFY, type VerifyValues } from './verify-inputs.js'

export type EvidenceSource =
  /** Beside each file, a bundle or sidecars; where nothing is, the log's search. */
  | { readonly kind: 'beside' }
  | { readonly kind: 'bundle'; readonly location: Location }
  /** A lock file, whose entry for the digest has the bundle. */
  | { readonly kind: 'lock'; readonly path: string }
  | {
      readonly kind: 'sidecars'
      readonly signature: Location
      readonly certificate: Location
      /** A file; undefined: ask the log. */
      readonly logEntry: string | undefined
    }

export type Subject =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'digest'; readonly digest: Digest }

export interface VerifyRequest {
  readonly subjects: readonly Subject[]
  readonly evidence: EvidenceSource
  readonly expectedSha256: Digest | undefined
  readonly signer: Signer
  /** Path of a managed public key, which stands in the signer's place. */
  readonly key: string | undefined
  /** A type of signed statements that counts as a signature, beside those that speak for an artifact by themselves. */
  readonly predicateType?: string | undefined
  readonly trustedRoot: TrustedRootChoice
  readonly rekorUrl: URL
  /** How long, in a run, a server is waited for that is away. */
  readonly patienceMs: number
  readonly tufUrl: URL
  /** Where it is asked which release a lone file may be of. */
  readonly releaseUrl: URL
  /** A secret: the Authorization header for the origin of the release URL, and for no other. */
  readonly mirrorAuthorization: string | undefined
  /** Undefined where Kubernetes builds nothing for the machine. */
  readonly platform: Platform | undefined
  /** Open no socket. */
  readonly isOffline: boolean
  /** How long ago, in milliseconds, the log has to have taken every signature; undefined: any time. */
  readonly minimumAge: number | undefined
  /** Path of the file of what was seen of the log before. */
  readonly logCheckpoint: string | undefined
  readonly reportFolder: string | undefined
}

/** What `verify` comes to: files of a release that is named, or lone files and digests with their own evidence. */
export type VerifyAsked =
  | {
      readonly kind: 'release'
      readonly request: Request
      /** By the name of the artifact that each is said to be. */
      readonly localArtifacts: ReadonlyMap<string, string>
    }
  | { readonly kind: 'lone'; readonly request: VerifyRequest }

export interface VerifySurroundings extends RequestSurroundings {
  /** The paths and digests that are to be verified; what the patterns of `files` meet is found at the edge. */
  readonly files: Read<readonly string[]>
}

/**
 * Reads the request of `verify`.
 * @throws InputError with every fault
 */
export function parseVerifyRequest(
  words: Words,
  { files, ...surroundings }: VerifySurroundings,
): VerifyAsked {
  const paths = files.value ?? []
  const isOfRelease = wordOf(words, 'version') !== '' || wordOf(words, 'version-file') !== ''
  const subjects = paths.map(readSubject)
  const isNamed = wordOf(words, 'artifact') !== ''
  // What is asked of the files is asked once it is known which they are.
  const ofFiles = isOfRelease ? ruleNames(paths, isNamed) : ruleSubjects(subjects)
  const rules = files.faults === undefined ? ofFiles : []
  const { fallbacks, faults = [] } = toReadOptions(surroundings)
  const values = readInputs(
    { ...VERIFY, rules: [...VERIFY.rules, ...rules] },
    isOfRelease ? withNames(words, paths) : words,
    {
      // A lone file is of no platform.
      ...(isOfRelease && fallbacks && { fallbacks }),
      faults: [...(files.faults ?? []), ...faults, ...subjects.flatMap((subject) => subject.faults ?? [])],
    },
  )
  if (!isOfRelease) {
    const known = subjects.flatMap(({ value }) => value ?? [])
    return { kind: 'lone', request: toLoneRequest(values, known, surroundings.machine) }
  }
  const localArtifacts = new Map(paths.map((path) => [nameOf(path, values), path]))
  return { kind: 'release', request: toReleaseRequest(values, surroundings), localArtifacts }
}

function readSubject(text: string): Read<Subject> {
  if (!text.startsWith('sha256:')) return { value: { kind: 'file', path: text } }
  const digest = parseDigest(text)
  if (digest !== undefined) return { value: { kind: 'digest', digest } }
  return refuse(text, 'is not a digest; allowed: sha256:<64 hex characters>, or a file')
}

/** What is asked of the files where a release is named: one of each name, unless the one's is said. */
function ruleNames(paths: readonly string[], isNamed: boolean): Rule<VerifyValues>[] {
  const names = paths.map(artifactNameOf)
  return [
    required('files', 'needs a file', () => paths.length === 0),
    ...paths
      .filter((path) => path.startsWith('sha256:'))
      .map((path) =>
        conflict<unknown>('files', `"${path}" is no file; allowed with {version}: a file`, () => true),
      ),
    conflict('artifact', 'names one file, but several are given', () => isNamed && paths.length > 1),
    ...paths
      .filter((_, index) => names.indexOf(names[index] ?? '') < index)
      .map((path) =>
        conflict<unknown>(
          'files',
          `"${path}" is one more ${artifactNameOf(path)}; allowed with {version}: one of each name`,
          () => !isNamed,
        ),
      ),
  ]
}

/** What is asked of lone files and digests: evidence that is named is of one. */
function ruleSubjects(subjects: readonly Read<Subject>[]): Rule<VerifyValues>[] {
  const isDigest = subjects.some(({ value }) => value?.kind === 'digest')
  return [
    required('files', 'needs a file or sha256:<64 hex characters>', () => subjects.length === 0),
    conflict(
      'expected-sha256',
      'pins one file, but several are asked for',
      ({ isGiven }) => isGiven('expected-sha256') && subjects.length > 1,
    ),
    ...ELSEWHERE.map((name) =>
      conflict<unknown>(
        name,
        'is for one file, but several are asked for',
        ({ isGiven }) => isGiven(name) && subjects.length > 1,
      ),
    ),
    ...['signature', 'certificate'].map((name) =>
      required<unknown>(
        name,
        'is needed with a digest, unless there is a {bundle}: a path or an https URL',
        ({ isGiven }) => isDigest && !isGiven(name) && !isGiven('bundle') && !isGiven('lock-file'),
      ),
    ),
  ]
}

/** The names of the artifacts that the files are, unless one is said. */
function withNames(words: Words, paths: readonly string[]): Words {
  const artifact = wordOf(words, 'artifact') || paths.map(artifactNameOf).join('\n')
  return { ...words, values: { ...words.values, artifact } }
}

const NONE_NAMED: NamedArtifacts = { artifacts: [], images: [], areAll: false }

/** As its file is called, `kubectl.exe` or `kubernetes-client-linux-amd64.tar.gz`; else the file's own name. */
function artifactNameOf(path: string): string {
  const fileName = path.split(/[\\/]/).at(-1) ?? ''
  return findArtifactOfFile(fileName)?.name ?? fileName
}

/** The one artifact that was named, else what the file is called. */
function nameOf(path: string, { artifact }: VerifyValues): string {
  const [first, ...others] = artifact?.artifacts ?? []
  return first !== undefined && others.length === 0 ? first.entry.name : artifactNameOf(path)
}

/** The request that the values of `verify` are, where a release is named. */
export function toReleaseRequest(
  values: VerifyValues,
  { versionFile, skewOf }: RequestSurroundings,
): Request {
  const { platforms, areNamed } = toPlatforms(values.os, values.arch)
  return {
    ...NOT_INSTALLED,
    versions: toVersions(
      { version: values.version, artifacts: values.artifact ?? NONE_NAMED },
      { versionFile },
    ),
    skewOf: skewOf?.value?.servers,
    artifacts: values.artifact?.artifacts ?? [],
    areAllArtifacts: false,
    platforms,
    arePlatformsNamed: areNamed,
    urls: [],
    images: [],
    imageRegistry: REGISTRY_INPUTS['image-registry'].default,
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
    failFast: false,
    ...toServices(values),
    bundlesFolder: undefined,
    reportFolder: values.report,
  }
}

function toLoneRequest(values: VerifyValues, subjects: readonly Subject[], machine: Machine): VerifyRequest {
  return {
    subjects,
    evidence: toEvidenceSource(values, subjects[0]),
    expectedSha256: values['expected-sha256'],
    signer: toSigner(values),
    key: values.key,
    predicateType: values['predicate-type'],
    trustedRoot: toTrustedRoot(values, values.offline),
    rekorUrl: values['rekor-url'],
    patienceMs: values.patience,
    tufUrl: values['tuf-url'],
    releaseUrl: values['release-url'],
    mirrorAuthorization: values['mirror-authorization'],
    platform: parsePlatform(`${machine.platform}/${machine.arch}`),
    isOffline: values.offline,
    minimumAge: values['minimum-age'],
    logCheckpoint: values['log-checkpoint'],
    reportFolder: values.report,
  }
}

function toEvidenceSource(
  { bundle, signature, certificate, 'lock-file': lock, 'log-entry': logEntry }: VerifyValues,
  subject: Subject | undefined,
): EvidenceSource {
  if (lock !== undefined) return { kind: 'lock', path: lock }
  if (bundle !== undefined) return { kind: 'bundle', location: bundle }
  if (signature === undefined && certificate === undefined && logEntry === undefined)
    return { kind: 'beside' }
  const path = subject?.kind === 'file' ? subject.path : ''
  return {
    kind: 'sidecars',
    signature: signature ?? { kind: 'file', path: `${path}.sig` },
    certificate: certificate ?? { kind: 'file', path: `${path}.cert` },
    logEntry,
  }
}
