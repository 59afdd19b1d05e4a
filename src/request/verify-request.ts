// What `verify` was asked: one file or digest, and where its evidence is.
import { type Digest, parseDigest } from '../digest.js'
import { RELEASE_SIGNER, type Signer } from '../kubernetes/signer.js'
import { type FieldErrors, readUrl } from './fields.js'
import type { Arguments, ArgumentNames } from './parse-arguments.js'
import { INPUT_DEFAULTS, INPUT_NAMES, type RawInputs, readTrustedRoot } from './parse-request.js'
import type { TrustedRootChoice } from './request.js'

export type Location =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'url'; readonly url: URL }

export type EvidenceSource =
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

export interface VerifyRequest {
  readonly subject:
    { readonly kind: 'file'; readonly path: string } | { readonly kind: 'digest'; readonly digest: Digest }
  readonly evidence: EvidenceSource
  readonly expectedSha256: Digest | undefined
  readonly signer: Signer
  /** Path of a managed public key, which stands in the signer's place. */
  readonly key: string | undefined
  readonly trustedRoot: TrustedRootChoice
  readonly rekorUrl: URL
  readonly tufUrl: URL
  /** Open no socket. */
  readonly isOffline: boolean
  readonly format: 'text' | 'json'
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
    for (const name of RELEASE_FLAGS.filter((each) => values[each] !== undefined))
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
  const fileName = path.split(/[\\/]/).at(-1) ?? ''
  const inputs = Object.fromEntries(
    INPUT_NAMES.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  )
  const offline = isOffline ? 'true' : 'false'
  return { ...inputs, artifacts: artifact ?? fileName.replace(/\.exe$/, ''), offline, path }
}

/**
 * Reads the arguments of `verify`.
 * @throws InputError with every faulty field
 */
export function parseVerifyRequest(
  errors: FieldErrors,
  { positionals, values, switches }: Arguments,
): VerifyRequest {
  const isOffline = switches.has('offline')
  const [target] = positionals
  const isDigest = target?.startsWith('sha256:') === true
  const digest = isDigest ? parseDigest(target) : undefined
  if (target === undefined || target === '') {
    errors.add('INPUT_REQUIRED', 'verify', 'needs a file or sha256:<64 hex characters>')
  } else if (isDigest && digest === undefined) {
    errors.add('INPUT_INVALID', target, 'is not a digest; allowed: sha256:<64 hex characters>, or a file')
  }

  const locate = (name: 'bundle' | 'signature' | 'certificate', text: string): Location => {
    if (!/^https?:\/\//i.test(text)) return { kind: 'file', path: text }
    if (isOffline)
      errors.add('INPUT_CONFLICT', `--${name}`, 'is a URL, which --offline cannot fetch; allowed: a path')
    return { kind: 'url', url: readUrl(errors, `--${name}`, text) as URL }
  }
  const sidecar = (name: 'signature' | 'certificate', ending: string): Location => {
    const text = values[name]
    if (text !== undefined) return locate(name, text)
    if (isDigest) {
      const message = 'is needed with a digest, unless there is a --bundle: a path or an https URL'
      errors.add('INPUT_REQUIRED', `--${name}`, message)
    }
    return { kind: 'file', path: `${target ?? ''}${ending}` }
  }
  const { bundle, key, 'lock-file': lock } = values
  const exclude = (names: readonly string[], by: string): void => {
    for (const name of names.filter((each) => values[each] !== undefined))
      errors.add('INPUT_CONFLICT', `--${name}`, `is not allowed together with --${by}`)
  }
  if (lock !== undefined) exclude(['bundle', 'key', 'signature', 'certificate', 'log-entry'], 'lock-file')
  if (bundle !== undefined) exclude(['signature', 'certificate', 'log-entry'], 'bundle')
  if (key !== undefined) exclude(['certificate-identity', 'certificate-oidc-issuer', 'certificate'], 'key')
  if (key !== undefined && bundle === undefined)
    errors.add('INPUT_REQUIRED', '--bundle', 'is needed with --key')
  const toEvidence = (): EvidenceSource => {
    if (lock !== undefined) return { kind: 'lock', path: lock }
    if (bundle !== undefined) return { kind: 'bundle', location: locate('bundle', bundle) }
    return {
      kind: 'sidecars',
      signature: sidecar('signature', '.sig'),
      certificate: sidecar('certificate', '.cert'),
      logEntry: values['log-entry'],
    }
  }
  const evidence = toEvidence()

  const pin = values['expected-sha256']
  const expectedSha256 = pin === undefined ? undefined : parseDigest(pin)
  if (pin !== undefined && expectedSha256 === undefined) {
    errors.add(
      'INPUT_INVALID',
      '--expected-sha256',
      `"${pin}" is not a SHA-256 digest; allowed: 64 hex characters`,
    )
  }
  const format = values['format'] ?? 'text'
  if (format !== 'text' && format !== 'json') {
    errors.add('INPUT_INVALID', '--format', `"${format}" is not allowed; allowed: text, json`)
  }
  const trustedRoot = readTrustedRoot(values['trusted-root'] ?? INPUT_DEFAULTS['trusted-root'])
  if (isOffline && trustedRoot.kind === 'tuf') {
    errors.add(
      'INPUT_CONFLICT',
      '--trusted-root',
      'tuf needs the network; allowed with --offline: embedded, or a file',
    )
  }
  const rekorUrl = readUrl(errors, '--rekor-url', values['rekor-url'] ?? INPUT_DEFAULTS['rekor-url'])
  const tufUrl = readUrl(errors, '--tuf-url', values['tuf-url'] ?? INPUT_DEFAULTS['tuf-url'])

  errors.throwIfAny()
  return {
    subject: digest ? { kind: 'digest', digest } : { kind: 'file', path: target ?? '' },
    evidence,
    key,
    expectedSha256,
    signer: {
      certificateIdentity: values['certificate-identity'] ?? RELEASE_SIGNER.certificateIdentity,
      oidcIssuer: values['certificate-oidc-issuer'] ?? RELEASE_SIGNER.oidcIssuer,
    },
    trustedRoot: isOffline && trustedRoot.kind === 'auto' ? { kind: 'embedded' } : trustedRoot,
    rekorUrl: rekorUrl as URL,
    tufUrl: tufUrl as URL,
    isOffline,
    format: format as 'text' | 'json',
  }
}
