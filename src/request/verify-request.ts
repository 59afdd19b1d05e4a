// What `verify` and the input `files` ask: files or a digest, and where their
// evidence is.
import { type Digest, parseDigest } from '../digest.js'
import { findArtifactOfFile } from '../kubernetes/catalogue.js'
import { type Platform, parsePlatform } from '../kubernetes/platform.js'
import { RELEASE_SIGNER, type Signer } from '../kubernetes/signer.js'
import { type FieldErrors, readBoolean, readSiteUrl, readUrl } from './fields.js'
import type { Arguments, ArgumentNames } from './parse-arguments.js'
import {
  INPUT_DEFAULTS,
  INPUT_NAMES,
  type InputName,
  type Machine,
  type RawInputs,
  readTrustedRoot,
  toOfflineRoot,
} from './parse-request.js'
import type { TrustedRootChoice } from './request.js'

export type Location =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'url'; readonly url: URL }

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
  readonly trustedRoot: TrustedRootChoice
  readonly rekorUrl: URL
  readonly tufUrl: URL
  /** Where it is asked which release a lone file may be of. */
  readonly releaseUrl: URL
  /** Undefined where Kubernetes builds nothing for the machine. */
  readonly platform: Platform | undefined
  /** Open no socket. */
  readonly isOffline: boolean
}

/** With `--version`: the release that the file is said to be of, and where its evidence is. */
const RELEASE_FLAGS = ['version', 'artifact', 'os', 'arch', 'release-url'] as const
/** What says elsewhere where the evidence is. */
const ELSEWHERE = ['bundle', 'lock-file', 'key', 'signature', 'certificate', 'log-entry'] as const

export const VERIFY_ARGUMENTS: ArgumentNames = {
  values: [
    'bundle',
    'lock-file',
    'key',
    ...RELEASE_FLAGS,
    'signature',
    'certificate',
    'log-entry',
    'expected-sha256',
    'certificate-identity',
    'certificate-oidc-issuer',
    'trusted-root',
    'rekor-url',
    'tuf-url',
    'format',
  ],
  switches: ['offline'],
  positionals: 1,
}

/** The inputs of a release's request, where `verify` is given a version; undefined where it is not. */
export function toReleaseInputs(
  errors: FieldErrors,
  { positionals, values, switches }: Arguments,
): (RawInputs & { readonly path: string }) | undefined {
  const { version, artifact } = values
  const [path = ''] = positionals
  if (version === undefined) {
    for (const name of RELEASE_FLAGS.filter((each) => each !== 'release-url' && values[each] !== undefined))
      errors.add('INPUT_REQUIRED', '--version', `is needed with --${name}`)
    return undefined
  }
  for (const name of ELSEWHERE.filter((each) => values[each] !== undefined))
    errors.add('INPUT_CONFLICT', `--${name}`, 'is not allowed together with --version')
  const isOffline = switches.has('offline')
  // The release's papers are not at hand, unless the release site is a folder, such as an export.
  if (isOffline && !/^file:/i.test(values['release-url'] ?? ''))
    errors.add(
      'INPUT_CONFLICT',
      '--offline',
      'is allowed together with --version where --release-url is a folder',
    )
  if (path === '' || path.startsWith('sha256:'))
    errors.add('INPUT_INVALID', path === '' ? 'verify' : path, 'is no file; allowed with --version: a file')
  const inputs = Object.fromEntries(
    INPUT_NAMES.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  )
  const offline = isOffline ? 'true' : 'false'
  return { ...inputs, artifacts: artifact ?? artifactNameOf(path), offline, path }
}

/** As its file is called, `kubectl.exe` or `kubernetes-client-linux-amd64.tar.gz`; else the file's own name. */
function artifactNameOf(path: string): string {
  const fileName = path.split(/[\\/]/).at(-1) ?? ''
  return findArtifactOfFile(fileName)?.name ?? fileName
}

/**
 * Reads the arguments of `verify`.
 * @throws InputError with every faulty field
 */
export function parseVerifyRequest(
  errors: FieldErrors,
  { positionals, values, switches }: Arguments,
  machine: Machine,
): VerifyRequest {
  const isOffline = switches.has('offline')
  const subject = readSubject(errors, positionals[0])
  const evidence = readEvidenceSource(errors, subject, values, isOffline)
  return readSettings(errors, { subjects: [subject], evidence, values, isOffline, machine, prefix: '--' })
}

function readSubject(errors: FieldErrors, target = ''): Subject {
  const isDigest = target.startsWith('sha256:')
  const digest = isDigest ? parseDigest(target) : undefined
  if (target === '') {
    errors.add('INPUT_REQUIRED', 'verify', 'needs a file or sha256:<64 hex characters>')
  } else if (isDigest && digest === undefined) {
    errors.add('INPUT_INVALID', target, 'is not a digest; allowed: sha256:<64 hex characters>, or a file')
  }
  return digest ? { kind: 'digest', digest } : { kind: 'file', path: target }
}

function readEvidenceSource(
  errors: FieldErrors,
  subject: Subject,
  values: Values,
  isOffline: boolean,
): EvidenceSource {
  const { bundle, key, signature, certificate, 'lock-file': lock, 'log-entry': logEntry } = values
  const locate = (name: 'bundle' | 'signature' | 'certificate', text: string): Location => {
    if (!/^https?:\/\//i.test(text)) return { kind: 'file', path: text }
    if (isOffline)
      errors.add('INPUT_CONFLICT', `--${name}`, 'is a URL, which --offline cannot fetch; allowed: a path')
    return { kind: 'url', url: readUrl(errors, `--${name}`, text) as URL }
  }
  const sidecar = (name: 'signature' | 'certificate', ending: string): Location => {
    const text = values[name]
    if (text !== undefined) return locate(name, text)
    if (subject.kind === 'file') return { kind: 'file', path: `${subject.path}${ending}` }
    const message = 'is needed with a digest, unless there is a --bundle: a path or an https URL'
    errors.add('INPUT_REQUIRED', `--${name}`, message)
    return { kind: 'file', path: '' }
  }
  const exclude = (names: readonly string[], by: string): void => {
    for (const name of names.filter((each) => values[each] !== undefined))
      errors.add('INPUT_CONFLICT', `--${name}`, `is not allowed together with --${by}`)
  }
  if (lock !== undefined) exclude(['bundle', 'key', 'signature', 'certificate', 'log-entry'], 'lock-file')
  if (bundle !== undefined) exclude(['signature', 'certificate', 'log-entry'], 'bundle')
  if (key !== undefined) exclude(['certificate-identity', 'certificate-oidc-issuer', 'certificate'], 'key')
  if (key !== undefined && bundle === undefined)
    errors.add('INPUT_REQUIRED', '--bundle', 'is needed with --key')
  if (lock !== undefined) return { kind: 'lock', path: lock }
  if (bundle !== undefined) return { kind: 'bundle', location: locate('bundle', bundle) }
  const isBeside = (signature ?? certificate ?? logEntry) === undefined
  if (isBeside && subject.kind === 'file') return { kind: 'beside' }
  return {
    kind: 'sidecars',
    signature: sidecar('signature', '.sig'),
    certificate: sidecar('certificate', '.cert'),
    logEntry,
  }
}

/** What asks for a release, which lone files are not said to be of. */
const OF_RELEASE = ['os', 'arch', 'cross-check', 'signature-source', 'frozen'] as const
/** What is done with files that were placed: those at hand are left where they are. */
const PLACING = ['extract', 'cache', 'recheck-at-end', 'bundles-dir'] as const
/** Another thing to ask for, in a step of its own. */
const ASKING = ['artifacts', 'url'] as const

/** What the input `files` comes to: files of a release that is named, or lone files with their evidence beside them. */
export type FilesRequest =
  | {
      readonly kind: 'release'
      readonly inputs: RawInputs
      /** By the name of the artifact that each is said to be. */
      readonly filesAtHand: ReadonlyMap<string, string>
    }
  | { readonly kind: 'lone'; readonly request: VerifyRequest }

/**
 * Reads the action's inputs for files at hand.
 * @throws InputError with every faulty field, where there is no release
 */
export function parseFilesRequest(
  errors: FieldErrors,
  inputs: RawInputs,
  { files, machine }: { readonly files: readonly string[]; readonly machine: Machine },
): FilesRequest {
  const isGiven = (name: InputName): boolean =>
    !['', INPUT_DEFAULTS[name]].includes((inputs[name] ?? '').trim())
  for (const name of [...ASKING, ...PLACING].filter(isGiven))
    errors.add('INPUT_CONFLICT', name, 'is not allowed together with files')
  if (isGiven('version') || isGiven('version-file')) {
    const filesAtHand = new Map<string, string>()
    for (const path of files) {
      const name = artifactNameOf(path)
      if (filesAtHand.has(name))
        errors.add(
          'INPUT_CONFLICT',
          'files',
          `"${path}" is one more ${name}; allowed with a version: one of each name`,
        )
      filesAtHand.set(name, path)
    }
    const artifacts = [...filesAtHand.keys()].join('\n')
    return { kind: 'release', inputs: { ...inputs, artifacts }, filesAtHand }
  }
  for (const name of OF_RELEASE.filter(isGiven))
    errors.add('INPUT_REQUIRED', 'version', `is needed with ${name}`)
  if (isGiven('expected-sha256') && files.length > 1)
    errors.add('INPUT_CONFLICT', 'expected-sha256', 'pins one file, but several are asked for')
  const isOffline = readBoolean(errors, 'offline', inputs.offline?.trim() || INPUT_DEFAULTS.offline) === true
  const values = Object.fromEntries(
    INPUT_NAMES.flatMap((name) => (isGiven(name) ? [[name, (inputs[name] ?? '').trim()]] : [])),
  )
  const lock = values['lock-file']
  const request = readSettings(errors, {
    subjects: files.map((path) => ({ kind: 'file', path })),
    evidence: lock === undefined ? { kind: 'beside' } : { kind: 'lock', path: lock },
    values,
    isOffline,
    machine,
    prefix: '',
  })
  return { kind: 'lone', request }
}

type Values = Arguments['values']

/** What is asked of the command line and of the action in the same words. */
function readSettings(
  errors: FieldErrors,
  {
    subjects,
    evidence,
    values,
    isOffline,
    machine,
    prefix,
  }: Pick<VerifyRequest, 'subjects' | 'evidence' | 'isOffline'> & {
    readonly values: Values
    readonly machine: Machine
    /** Of a name in a message. */
    readonly prefix: '--' | ''
  },
): VerifyRequest {
  const pin = values['expected-sha256']
  const expectedSha256 = pin === undefined ? undefined : parseDigest(pin)
  if (pin !== undefined && expectedSha256 === undefined) {
    errors.add(
      'INPUT_INVALID',
      `${prefix}expected-sha256`,
      `"${pin}" is not a SHA-256 digest; allowed: 64 hex characters`,
    )
  }
  const trustedRoot = readTrustedRoot(values['trusted-root'] ?? INPUT_DEFAULTS['trusted-root'])
  if (isOffline && trustedRoot.kind === 'tuf') {
    errors.add(
      'INPUT_CONFLICT',
      `${prefix}trusted-root`,
      `tuf needs the network; allowed with ${prefix}offline: embedded, or a file`,
    )
  }
  const url = (name: 'rekor-url' | 'tuf-url'): URL | undefined =>
    readUrl(errors, `${prefix}${name}`, values[name] ?? INPUT_DEFAULTS[name])
  const [rekorUrl, tufUrl] = [url('rekor-url'), url('tuf-url')]
  const site = values['release-url'] ?? INPUT_DEFAULTS['release-url']
  const releaseUrl = readSiteUrl(errors, `${prefix}release-url`, site)

  errors.throwIfAny()
  return {
    subjects,
    evidence,
    key: values['key'],
    expectedSha256,
    signer: {
      certificateIdentity: values['certificate-identity'] ?? RELEASE_SIGNER.certificateIdentity,
      oidcIssuer: values['certificate-oidc-issuer'] ?? RELEASE_SIGNER.oidcIssuer,
    },
    trustedRoot: isOffline ? toOfflineRoot(trustedRoot) : trustedRoot,
    rekorUrl: rekorUrl as URL,
    tufUrl: tufUrl as URL,
    releaseUrl: releaseUrl as URL,
    platform: parsePlatform(`${machine.platform}/${machine.arch}`),
    isOffline,
  }
}
