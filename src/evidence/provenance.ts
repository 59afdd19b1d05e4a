// `provenance.json`: who built a release from what, as an in-toto statement
// (https://github.com/in-toto/attestation) of SLSA provenance v0.2 or v1:
//   { "_type": "https://in-toto.io/Statement/v0.1",
//     "predicateType": "https://slsa.dev/provenance/v0.2",
//     "subject": [{ "name": "gs://kubernetes-release/release/v1.25.2/bin/linux/amd64/kubectl",
//                   "digest": { "sha1": …, "sha256": …, "sha512": … } }],
//     "predicate": { "builder": { "id": "https://git.k8s.io/release/docs/krel" },
//       "materials": [{ "uri": "git+https://github.com/kubernetes/kubernetes",
//                       "digest": { "sha1": "'3c7da84d…'" } }] } }
// In v1 the last two are predicate.runDetails.builder and
// predicate.buildDefinition.resolvedDependencies. Real files have the commit
// in single quotes and list the Windows kubectl twice. The statement is
// unsigned: whoever serves it controls all of it.
import { parseJson } from '../json/parse-json.js'
import { readJson, withoutValue } from '../json/read-json.js'
import * as v from 'valibot'
import { EvidenceError, type ErrorContext } from '../errors.js'
import { describeText } from './describe.js'

const STATEMENT_TYPES = ['https://in-toto.io/Statement/v0.1', 'https://in-toto.io/Statement/v1']
/** A release has some hundred subjects and one material. */
const MAX_ENTRIES = 100_000
const MAX_TEXT_LENGTH = 4096
const KUBERNETES = /^(?:git\+)?https:\/\/github\.com\/kubernetes\/kubernetes(?:\.git)?(?:@.*)?$/
/** Bare, or inside one pair of single quotes. */
const COMMIT = /^('?)[0-9a-fA-F]{40}\1$/

/** What a release's provenance says, as far as it decides anything. */
export interface Provenance {
  /** Who built, a URL: v0.2 `predicate.builder.id`, v1 `predicate.runDetails.builder.id`. */
  readonly builderId: string
  /**
   * The distinct Git commits of github.com/kubernetes/kubernetes that were built from, 40 lower-case
   * hex characters: v0.2 `predicate.materials`, v1 `predicate.buildDefinition.resolvedDependencies`.
   */
  readonly sourceCommits: readonly string[]
  /** Every path of this release that a subject names. */
  pathsOf(version: string): readonly string[]
  /**
   * What the statement's subjects say of this path of this release: none when it is not named, more
   * than one when the subjects of that name differ. A subject may give no digest that is known here.
   * @param version as in `v1.35.2`
   * @param path relative to the release's folder, as in `bin/linux/amd64/kubectl`
   * @param digests of the artifact: where subjects are named by file name alone, which several paths share, they tell
   *   which of them is meant
   */
  subjectsOf(version: string, path: string, digests?: SubjectDigests): readonly SubjectDigests[]
}

/** Lower-case hex. */
interface SubjectDigests {
  readonly sha256?: string
  readonly sha512?: string
}

/** To valibot a list is an object too, one whose optional fields are all absent. */
const objectOf = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.unknown(),
    v.check((json) => !Array.isArray(json), 'is a list'),
    v.object(entries),
  )
/** Counted before the first entry is looked at. */
const listOf = <const Entry extends v.GenericSchema>(entry: Entry) =>
  v.pipe(
    v.array(v.unknown()),
    v.maxLength(MAX_ENTRIES, `has more than ${MAX_ENTRIES} entries`),
    v.array(entry),
  )
const shortText = v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH, 'is too long'))
const hexOf = (length: number) =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^[0-9a-fA-F]{${length}}$`), `is not ${length} hex characters`),
    v.toLowerCase(),
  )

const subject = objectOf({
  name: shortText,
  digest: objectOf({ sha256: v.exactOptional(hexOf(64)), sha512: v.exactOptional(hexOf(128)) }),
})
const subjects = v.pipe(listOf(subject), v.minLength(1, 'is empty'))
const builder = objectOf({ id: shortText })
const commit = v.pipe(
  v.string(),
  v.regex(COMMIT, 'is not a Git commit of 40 hex characters'),
  v.transform((quoted) => quoted.replaceAll("'", '').toLowerCase()),
)
/** Of what else went into the build, such as the build's image, nothing is read. */
const source = v.pipe(
  objectOf({ uri: v.optional(shortText, ''), digest: v.optional(v.unknown(), {}) }),
  v.transform(({ uri, digest }) => ({ digest: KUBERNETES.test(uri) ? digest : {} })),
  v.object({ digest: objectOf({ sha1: v.optional(commit), gitCommit: v.optional(commit) }) }),
  v.transform(({ digest: { sha1, gitCommit } }) => [sha1, gitCommit].filter((hex) => hex !== undefined)),
)
const sources = v.optional(listOf(source), [])

const statementSchema = v.variant('predicateType', [
  v.object({
    _type: v.picklist(STATEMENT_TYPES),
    predicateType: v.literal('https://slsa.dev/provenance/v0.2'),
    subject: subjects,
    predicate: objectOf({ builder, materials: sources }),
  }),
  v.object({
    _type: v.picklist(STATEMENT_TYPES),
    predicateType: v.literal('https://slsa.dev/provenance/v1'),
    subject: subjects,
    predicate: objectOf({
      buildDefinition: objectOf({ resolvedDependencies: sources }),
      runDetails: objectOf({ builder }),
    }),
  }),
])

/**
 * Reads a provenance statement, bare as Kubernetes publishes it.
 * @param text JSON from the release site
 * @throws EvidenceError EVIDENCE_UNREADABLE, with the JSON path
 */
export function parseProvenance(text: string): Provenance {
  const { subject: listed, predicate } = readStatement(text)
  const { builderId, commits } =
    'builder' in predicate
      ? { builderId: predicate.builder.id, commits: predicate.materials }
      : {
          builderId: predicate.runDetails.builder.id,
          commits: predicate.buildDefinition.resolvedDependencies,
        }
  const releases = new Map<string, Map<string, SubjectDigests[]>>()
  const ofRelease = (version: string): Map<string, SubjectDigests[]> => {
    const known = releases.get(version) ?? byPath(listed, version)
    releases.set(version, known)
    return known
  }
  return {
    builderId,
    sourceCommits: [...new Set(commits.flat())],
    pathsOf: (version) => [...ofRelease(version).keys()],
    subjectsOf: (version, path, digests) => {
      const paths = ofRelease(version)
      const named = distinct(paths.get(path) ?? paths.get(path.slice(path.lastIndexOf('/') + 1)) ?? [])
      const own = paths.has(path) ? [] : named.filter((each) => isSame(each, digests))
      return own.length > 0 ? own : named
    },
  }
}

function byPath(
  listed: readonly { readonly name: string; readonly digest: SubjectDigests }[],
  version: string,
): Map<string, SubjectDigests[]> {
  const paths = new Map<string, SubjectDigests[]>()
  for (const { name, digest } of listed) {
    const path = pathIn(version, name)
    if (path === undefined) continue
    const found = paths.get(path) ?? []
    found.push(digest)
    paths.set(path, found)
  }
  return paths
}

/**
 * A name is `<path>`, `<version>/<path>`, `…/release/<version>/<path>` or `…/gcs-stage/<version>/<path>`; any bucket is
 * taken, for it has changed before.
 * @returns undefined when it is of another release
 */
function pathIn(version: string, name: string): string | undefined {
  const [, named, path] = /^(?:.*\/(?:release|gcs-stage)\/)?(v\d[^/]*)\/(.+)$/s.exec(name) ?? []
  if (path !== undefined) return named === version ? path : undefined
  return /\/(?:release|gcs-stage)\//.test(name) ? undefined : name
}

/** Whether a subject gives a digest that is known, and none that is another. */
function isSame(subject: SubjectDigests, { sha256, sha512 }: SubjectDigests = {}): boolean {
  const pairs = [
    [subject.sha256, sha256],
    [subject.sha512, sha512],
  ].filter(([listed, known]) => listed !== undefined && known !== undefined)
  return pairs.length > 0 && pairs.every(([listed, known]) => listed === known)
}

function distinct(digests: readonly SubjectDigests[]): readonly SubjectDigests[] {
  return [...new Map(digests.map((each) => [`${each.sha256 ?? ''}/${each.sha512 ?? ''}`, each])).values()]
}

function readStatement(text: string): v.InferOutput<typeof statementSchema> {
  return readJson(text, statementSchema, {
    message: withoutValue,
    refuse: ({ isJson, what, cause, issue }) =>
      isJson
        ? malformed(`is not what it has to be: ${what}`, {
            expected: issue?.expected ?? undefined,
            actual: describeWrapper(text) ?? (issue && describeValue(issue)),
          })
        : malformed('is not JSON that can be read', { expected: 'JSON', actual: describeText(text), cause }),
  })
}

function describeValue({ input, received }: v.BaseIssue<unknown>): string {
  return typeof input === 'string' ? describeText(input) : received
}

/** Kubernetes may come to sign its provenance, which puts the statement inside of one of these. */
function describeWrapper(text: string): string | undefined {
  const json = parseJson(text)
  if (typeof json !== 'object' || json === null || '_type' in json) return undefined
  if ('dsseEnvelope' in json) return 'a Sigstore bundle'
  return 'payloadType' in json ? 'a DSSE envelope' : undefined
}

function malformed(what: string, context: ErrorContext): EvidenceError {
  return new EvidenceError('EVIDENCE_UNREADABLE', `the provenance ${what}`, context)
}
