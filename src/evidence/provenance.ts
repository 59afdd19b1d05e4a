// `provenance.json`: who built a release from what, an in-toto statement
// (https://github.com/in-toto/attestation) with SLSA provenance v0.2 or v1:
//   { "_type": "https://in-toto.io/Statement/v0.1",
//     "predicateType": "https://slsa.dev/provenance/v0.2",
//     "subject": [{ "name": "gs://kubernetes-release/release/v1.25.2/bin/linux/amd64/kubectl",
//                   "digest": { "sha1": …, "sha256": …, "sha512": … } }],
//     "predicate": { "builder": { "id": "https://git.k8s.io/release/docs/krel" },
//       "materials": [{ "uri": "git+https://github.com/kubernetes/kubernetes",
//                       "digest": { "sha1": "'3c7da84d…'" } }] } }
// krel writes the commit in single quotes, and lists the Windows kubectl twice.
import * as v from 'valibot'
import { EvidenceError } from '../errors.js'
import { describeText } from './describe.js'

const MAX_SUBJECTS = 100_000
const KUBERNETES = /^(?:git\+)?https:\/\/github\.com\/kubernetes\/kubernetes(?:\.git)?(?:@.*)?$/
const COMMIT = /^(?:'([0-9a-f]{40})'|([0-9a-f]{40}))$/i

/** What a release's provenance says, as far as it decides anything. */
export interface Provenance {
  readonly builderId: string
  /** Git commits of Kubernetes itself, distinct, 40 lower-case hex characters. */
  readonly sourceCommits: readonly string[]
  /** What the statement's subjects say of this path of this release. */
  subjectsOf(version: string, path: string): readonly Subject[]
}

interface Subject {
  readonly sha256?: string
  readonly sha512?: string
}

const text = v.pipe(v.string(), v.maxLength(4096, 'is too long'))
const hex = (length: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.regex(new RegExp(`^[0-9a-fA-F]{${length}}$`), `is not ${length} hex characters`),
      v.toLowerCase(),
    ),
  )
const subjects = v.pipe(
  v.array(v.object({ name: text, digest: v.object({ sha256: hex(64), sha512: hex(128) }) })),
  v.minLength(1, 'is empty'),
  v.maxLength(MAX_SUBJECTS, 'has too many subjects'),
)
const builder = v.object({ id: text })
const sources = v.optional(
  v.array(
    v.object({
      uri: v.optional(text),
      digest: v.optional(v.object({ sha1: v.optional(text), gitCommit: v.optional(text) })),
    }),
  ),
  [],
)
const STATEMENT_TYPES = ['https://in-toto.io/Statement/v0.1', 'https://in-toto.io/Statement/v1']
const schema = v.variant('predicateType', [
  v.object({
    _type: v.picklist(STATEMENT_TYPES),
    predicateType: v.literal('https://slsa.dev/provenance/v0.2'),
    subject: subjects,
    predicate: v.object({ builder, materials: sources }),
  }),
  v.object({
    _type: v.picklist(STATEMENT_TYPES),
    predicateType: v.literal('https://slsa.dev/provenance/v1'),
    subject: subjects,
    predicate: v.object({
      buildDefinition: v.object({ resolvedDependencies: sources }),
      runDetails: v.object({ builder }),
    }),
  }),
])

/**
 * Reads a provenance statement.
 * @throws EvidenceError EVIDENCE_MALFORMED, with the JSON path
 */
export function parseProvenance(json: string): Provenance {
  const statement = read(json)
  const { predicate } = statement
  const { builderId, dependencies } =
    'builder' in predicate
      ? { builderId: predicate.builder.id, dependencies: predicate.materials }
      : {
          builderId: predicate.runDetails.builder.id,
          dependencies: predicate.buildDefinition.resolvedDependencies,
        }
  const commits = dependencies
    .filter(({ uri }) => KUBERNETES.test(uri ?? ''))
    .flatMap(({ digest }) => toCommit(digest?.gitCommit ?? digest?.sha1 ?? '') ?? [])
  return {
    builderId,
    sourceCommits: [...new Set(commits)],
    subjectsOf: (version, path) => {
      const names = [path, `${version}/${path}`]
      const found = statement.subject.filter(
        ({ name }) => names.includes(name) || name.endsWith(`/release/${version}/${path}`),
      )
      return found.map(({ digest }) => ({
        ...(digest.sha256 !== undefined && { sha256: digest.sha256 }),
        ...(digest.sha512 !== undefined && { sha512: digest.sha512 }),
      }))
    },
  }
}

function toCommit(quoted: string): string | undefined {
  const [, inside, bare] = COMMIT.exec(quoted) ?? []
  return (inside ?? bare)?.toLowerCase()
}

function read(json: string): v.InferOutput<typeof schema> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    throw malformed(`is ${describeText(json)}`, cause)
  }
  const result = v.safeParse(schema, value, { abortEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  throw malformed(`${v.getDotPath(issue) ?? '(root)'}: ${issue.message}`)
}

function malformed(what: string, cause?: unknown): EvidenceError {
  return new EvidenceError('EVIDENCE_MALFORMED', `the provenance ${what}`, { cause })
}
