// Raw strings → request. Pure; collects every faulty field before it throws.
import { parseDigest } from '../digest.js'
import { ARTIFACT_NAMES, findArtifact, isBuiltFor } from '../kubernetes/catalogue.js'
import {
  ARCHITECTURES,
  OPERATING_SYSTEMS,
  type Platform,
  formatPlatform,
  parseArchitecture,
  parseOperatingSystem,
} from '../kubernetes/platform.js'
import { RELEASE_SIGNER } from '../kubernetes/signer.js'
import { parseReleaseVersion } from '../kubernetes/version.js'
import { FieldErrors, readBoolean, readList, readUrl, suggest } from './fields.js'
import type { Request, TrustedRootChoice, VersionSpec } from './request.js'

/** Every input's name and its default, as in action.yml; the empty default means what the parser says. */
export const INPUT_DEFAULTS = {
  version: 'stable',
  artifacts: 'kubectl',
  os: '',
  arch: '',
  'add-to-path': 'true',
  'expected-sha256': '',
  'certificate-identity': '',
  'certificate-oidc-issuer': '',
  'trusted-root': 'auto',
  'release-binding': 'required',
  'release-url': 'https://dl.k8s.io',
  'rekor-url': 'https://rekor.sigstore.dev',
  'tuf-url': 'https://tuf-repo-cdn.sigstore.dev',
  report: '',
} as const satisfies Record<string, string>

export type InputName = keyof typeof INPUT_DEFAULTS
export const INPUT_NAMES = Object.keys(INPUT_DEFAULTS) as InputName[]

/** The inputs as text; what is empty or absent takes its default. */
export type RawInputs = Partial<Record<InputName, string>>

/** The machine we run on, in Node's spelling. */
export interface Machine {
  readonly platform: string
  readonly arch: string
}

/**
 * Reads a request.
 * @param errors holds faults found earlier (unknown flags); all are thrown together
 * @throws InputError with every faulty field
 */
export function parseRequest(raw: RawInputs, machine: Machine, errors = new FieldErrors()): Request {
  const text = (name: InputName): string => (raw[name] ?? '').trim() || INPUT_DEFAULTS[name]

  const version = readVersion(errors, text('version'))
  const platform = readPlatform(errors, text('os') || machine.platform, text('arch') || machine.arch)
  const artifacts = readArtifacts(errors, text('artifacts'), platform)
  const pin = text('expected-sha256')
  const expectedSha256 = parseDigest(pin)
  if (pin !== '' && expectedSha256 === undefined) {
    errors.add(
      'INPUT_INVALID',
      'expected-sha256',
      `"${pin}" is not a SHA-256 digest; allowed: 64 hex characters`,
    )
  }
  if (pin !== '' && artifacts.length > 1) {
    const message = `pins one artifact, but ${artifacts.length} are asked for; allowed: one name in artifacts`
    errors.add('INPUT_CONFLICT', 'expected-sha256', message)
  }
  const addToPath = readBoolean(errors, 'add-to-path', text('add-to-path'))
  const releaseBinding = readReleaseBinding(errors, text('release-binding'))
  const releaseUrl = readUrl(errors, 'release-url', text('release-url'))
  const rekorUrl = readUrl(errors, 'rekor-url', text('rekor-url'))
  const tufUrl = readUrl(errors, 'tuf-url', text('tuf-url'))

  errors.throwIfAny()
  return {
    version: known(version),
    artifacts: artifacts as [string, ...string[]],
    platform: known(platform),
    addToPath: known(addToPath),
    expectedSha256,
    signer: {
      certificateIdentity: text('certificate-identity') || RELEASE_SIGNER.certificateIdentity,
      oidcIssuer: text('certificate-oidc-issuer') || RELEASE_SIGNER.oidcIssuer,
    },
    trustedRoot: readTrustedRoot(text('trusted-root')),
    releaseBinding: known(releaseBinding),
    releaseUrl: known(releaseUrl),
    rekorUrl: known(rekorUrl),
    tufUrl: known(tufUrl),
    reportFolder: text('report') || undefined,
  }
}

/** `auto`, `tuf`, `embedded`, or the path of a file. */
export function readTrustedRoot(text: string): TrustedRootChoice {
  return text === 'auto' || text === 'tuf' || text === 'embedded'
    ? { kind: text }
    : { kind: 'file', path: text }
}

function readVersion(errors: FieldErrors, text: string): VersionSpec | undefined {
  if (text === 'stable') return { kind: 'channel', channel: 'stable' }
  const version = parseReleaseVersion(text)
  if (version !== undefined) return { kind: 'exact', version }
  const message = `"${text}" is not a version; allowed: stable, or an exact version like v1.35.2 or 1.36.0-rc.1`
  return errors.add('RELEASE_VERSION_INVALID', 'version', message)
}

function readPlatform(errors: FieldErrors, osText: string, archText: string): Platform | undefined {
  const os = parseOperatingSystem(osText)
  const arch = parseArchitecture(archText)
  if (os === undefined) refuse(errors, 'os', osText, OPERATING_SYSTEMS)
  if (arch === undefined) refuse(errors, 'arch', archText, ARCHITECTURES)
  return os === undefined || arch === undefined ? undefined : { os, arch }
}

function readArtifacts(errors: FieldErrors, text: string, platform: Platform | undefined): string[] {
  const names = readList(text)
  if (names.length === 0)
    errors.add('INPUT_REQUIRED', 'artifacts', 'names no artifact; allowed: one or more names')
  for (const name of names) {
    const entry = findArtifact(name)
    if (entry === undefined) {
      refuse(errors, 'artifacts', name, ARTIFACT_NAMES, 'INPUT_UNKNOWN_ARTIFACT')
    } else if (platform !== undefined && !isBuiltFor(entry, platform)) {
      const message = `${name} is not built for ${formatPlatform(platform)}; allowed: ${entry.platforms.join(', ')}`
      errors.add('INPUT_UNSUPPORTED_PLATFORM', 'artifacts', message)
    }
  }
  return names
}

function readReleaseBinding(errors: FieldErrors, text: string): 'required' | 'off' | undefined {
  if (text === 'required' || text === 'off') return text
  return refuse(errors, 'release-binding', text, ['required', 'off'])
}

function refuse(
  errors: FieldErrors,
  field: string,
  text: string,
  names: readonly string[],
  code: 'INPUT_INVALID' | 'INPUT_UNKNOWN_ARTIFACT' = 'INPUT_INVALID',
): undefined {
  return errors.add(
    code,
    field,
    `"${text}" is not allowed; allowed: ${names.join(', ')}${suggest(text, names)}`,
  )
}

/** After throwIfAny nothing is undefined any more; this says so to the compiler, and to us if it is wrong. */
function known<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('a faulty field was not recorded')
  return value
}
