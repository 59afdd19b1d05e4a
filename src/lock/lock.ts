// The lock file: what a request came to, and the proof of it, to be reviewed
// and kept with the code that relies on it.
//   { "lockfileVersion": 1,
//     "request": { "versions": { "stable-1.35": ["v1.35.2"] },
//       "artifacts": ["kubectl"], "platforms": ["linux/amd64"] },
//     "artifacts": [{ "version": "v1.35.2", "path": "bin/linux/amd64/kubectl",
//       "platform": "linux/amd64", "digest": "sha256:924eb507…",
//       "signer": { "certificateIdentity": "…", "oidcIssuer": "…" },
//       "logIndex": 1234567890, "bundle": { …a Sigstore bundle… } }, …] }
// Whoever can change the repository can change this file: nothing in it is
// believed but what its bundles prove.
import { toBundleJson } from '../json/bundle-json.js'
import { formatJson } from '../json/format-json.js'
import { type JsonFault, readJson } from '../json/read-json.js'
import { bundleFromJSON } from '@sigstore/bundle'
import * as v from 'valibot'
import { type Digest, parseDigest } from '../digest.js'
import { LockError, messageOf } from '../errors.js'
import { type ReleaseVersion, parseReleaseVersion } from '../kubernetes/version.js'
import { formatPlace } from '../plan/plan.js'

const VERSION = 1

const releaseVersion = v.pipe(
  v.string(),
  v.check((text) => parseReleaseVersion(text) === text, 'is not a release like v1.35.2'),
  v.transform((text) => text as ReleaseVersion),
)
const digest = v.pipe(
  v.string(),
  v.regex(/^sha256:[0-9a-f]{64}$/, 'is not sha256: and 64 hex characters'),
  v.transform((text) => parseDigest(text) as Digest),
)
const names = v.array(v.string())
const proofSchema = {
  signer: v.strictObject({ certificateIdentity: v.string(), oidcIssuer: v.string() }),
  logIndex: v.pipe(v.number(), v.safeInteger('is not a whole number'), v.minValue(0, 'is negative')),
  bundle: v.record(v.string(), v.unknown()),
}
/** Without a version, the artifact of a URL, whose host and path are its path. */
const placeSchema = {
  version: v.optional(releaseVersion),
  path: v.string(),
  platform: v.optional(v.string()),
  digest,
}
const lockSchema = v.strictObject({
  lockfileVersion: v.literal(VERSION, `is not ${VERSION}`),
  request: v.strictObject({
    versions: v.record(v.string(), v.array(releaseVersion)),
    artifacts: names,
    platforms: names,
    urls: v.optional(names),
  }),
  artifacts: v.array(
    v.union([
      v.strictObject({ ...placeSchema, ...proofSchema }),
      // Proven by the release's SBOM, whose own entry has the proof.
      v.strictObject({ ...placeSchema, version: releaseVersion, signatureSource: v.literal('release-sbom') }),
    ]),
  ),
})

export type Lock = v.InferOutput<typeof lockSchema>
export type LockEntry = Lock['artifacts'][number]
/** One that brings its proof. */
export type ProvenEntry = Extract<LockEntry, { readonly bundle: unknown }>

/**
 * Reads a lock file.
 * @param name how errors call it
 * @throws LockError LOCK_MALFORMED with the JSON path
 */
export function parseLock(text: string, name = 'the lock file'): Lock {
  const malformed = (what: string): LockError =>
    new LockError('LOCK_MALFORMED', `${name} is not in its format: ${what}`)
  const refuse = ({ issue, cause }: JsonFault): LockError => {
    if (issue !== undefined) return malformed(`${deepestPath(issue)}: ${deepest(issue).message}`)
    return new LockError('LOCK_MALFORMED', `${name} is not JSON: ${messageOf(cause)}`, { cause })
  }
  const lock = readJson(text, lockSchema, { refuse })
  const { artifacts } = lock
  const seen = new Set<string>()
  for (const [index, entry] of artifacts.entries()) {
    const foreign = 'bundle' in entry ? findForeignField(entry.bundle) : undefined
    if (foreign !== undefined)
      throw malformed(`${['artifacts', index, 'bundle', ...foreign].join('.')}: is no field of a bundle`)
    const place = formatPlace(entry)
    if (seen.has(place)) throw malformed(`artifacts.${index}: names ${place} twice`)
    seen.add(place)
  }
  return lock
}

/** The text of a lock file, the same for the same content. */
export function formatLock({ lockfileVersion, request, artifacts }: Lock): string {
  const sorted = {
    lockfileVersion,
    request: {
      versions: Object.fromEntries(Object.entries(request.versions).sort(byText(([key]) => key))),
      artifacts: [...request.artifacts].sort(),
      platforms: [...request.platforms].sort(),
      ...(request.urls && { urls: [...request.urls].sort() }),
    },
    artifacts: [...artifacts].sort(byText(formatPlace)),
  }
  return `${formatJson(sorted, 2)}\n`
}

/** The entry of a lock for a path of a release, or for a URL. */
export function findEntry(
  lock: Lock | undefined,
  { version, path }: { readonly version?: string | undefined; readonly path: string },
): LockEntry | undefined {
  return lock?.artifacts.find((entry) => entry.version === version && entry.path === path)
}

/**
 * The path of a field that the library reads over: nobody would verify what a reviewer reads there. A bundle that is
 * none at all says so itself, once it is to prove something.
 */
function findForeignField(bundle: unknown): readonly string[] | undefined {
  try {
    return findExcess(bundle, toBundleJson(bundleFromJSON(bundle)))
  } catch {
    return undefined
  }
}

/** The path of the first field in one value that the other lacks. */
function findExcess(value: unknown, known: unknown): readonly string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const isKnown = typeof known === 'object' && known !== null && Object.hasOwn(known, key)
    if (!isKnown) return [key]
    const path = findExcess(inner, (known as Record<string, unknown>)[key])
    if (path !== undefined) return [key, ...path]
  }
  return undefined
}

/** By code units: the same on every machine. */
function byText<T>(toText: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => (toText(a) < toText(b) ? -1 : 1)
}

type Issue = v.BaseIssue<unknown>

/** Of a union's issues, that of the alternative which came furthest. */
function deepest(issue: Issue): Issue {
  const inner = [...(issue.issues ?? [])].sort((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0))[0]
  return inner === undefined ? issue : deepest(inner)
}

function deepestPath(issue: Issue): string {
  const inner = deepest(issue)
  const keys = [...(issue.path ?? []), ...(inner === issue ? [] : (inner.path ?? []))]
  return keys.map(({ key }) => String(key)).join('.') || '(root)'
}
