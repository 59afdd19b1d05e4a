// Statements as krel writes them, as others may write them, and hostile ones;
// last the two real files, where the shared data is at hand.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { EvidenceError } from '../../src/errors.js'
import { parseProvenance } from '../../src/evidence/provenance.js'
import { sharedFolder } from '../support/folders.js'

const VERSION = 'v1.35.2'
const PATH = 'bin/linux/amd64/kubectl'
const NAME = `gs://kubernetes-release/release/${VERSION}/${PATH}`
const A = 'a1'.repeat(32)
const B = 'b2'.repeat(32)
const LONG = 'c3'.repeat(64)
const COMMIT = 'd4'.repeat(20)
const OTHER_COMMIT = 'e5'.repeat(20)
const BUILDER = 'https://git.k8s.io/release/docs/krel'
const KUBERNETES = 'git+https://github.com/kubernetes/kubernetes'

type Json = Record<string, unknown>

const SUBJECT = { name: NAME, digest: { sha1: COMMIT, sha256: A, sha512: LONG } }
const MATERIAL = { uri: KUBERNETES, digest: { sha1: `'${COMMIT}'` } }
const V02: Json = {
  _type: 'https://in-toto.io/Statement/v0.1',
  predicateType: 'https://slsa.dev/provenance/v0.2',
  subject: [SUBJECT],
  predicate: { builder: { id: BUILDER }, buildType: 'x', materials: [MATERIAL] },
}
const DEPENDENCY = { uri: `${KUBERNETES}@refs/tags/${VERSION}`, digest: { gitCommit: COMMIT } }
const V1: Json = {
  _type: 'https://in-toto.io/Statement/v1',
  predicateType: 'https://slsa.dev/provenance/v1',
  subject: [SUBJECT],
  predicate: {
    buildDefinition: { buildType: 'x', resolvedDependencies: [DEPENDENCY] },
    runDetails: { builder: { id: BUILDER, version: { krel: 'v0.20' } } },
  },
}

const parse = (statement: unknown) => parseProvenance(JSON.stringify(statement))
const withSubjects = (...subject: unknown[]): Json => ({ ...V02, subject })
const withMaterials = (...materials: unknown[]): Json => ({
  ...V02,
  predicate: { builder: { id: BUILDER }, materials },
})
const withDependencies = (...resolvedDependencies: unknown[]): Json => ({
  ...V1,
  predicate: { buildDefinition: { resolvedDependencies }, runDetails: { builder: { id: BUILDER } } },
})
const withDigest = (digest: unknown): Json => withSubjects({ name: NAME, digest })
const withName = (name: unknown): Json => withSubjects({ name, digest: { sha256: A } })
const withCommit = (sha1: unknown): Json => withMaterials({ uri: KUBERNETES, digest: { sha1 } })

function errorOf(text: string): EvidenceError {
  try {
    parseProvenance(text)
  } catch (error) {
    if (error instanceof EvidenceError) return error
    throw error
  }
  throw new Error('was taken')
}

test.each([
  ['v0.2', V02],
  ['v1', V1],
  ['v0.2 in a v1 statement', { ...V02, _type: 'https://in-toto.io/Statement/v1' }],
])('reads %s', (_, statement) => {
  const provenance = parse(statement)
  expect(provenance.builderId).toBe(BUILDER)
  expect(provenance.sourceCommits).toEqual([COMMIT])
  expect(provenance.subjectsOf(VERSION, PATH)).toEqual([{ sha256: A, sha512: LONG }])
})

describe('subjects', () => {
  const subjectsOf = (statement: Json) => parse(statement).subjectsOf(VERSION, PATH)

  test.each([
    ['another bucket', `gs://767373bbdcb8270361b96548387bf2a9ad0d48758c35/release/${VERSION}/${PATH}`],
    ['relative to the release', PATH],
    ['relative to the releases', `${VERSION}/${PATH}`],
  ])('is the file: %s', (_, name) => {
    expect(subjectsOf(withName(name))).toEqual([{ sha256: A }])
  })

  test.each([
    ['another platform', `gs://b/release/${VERSION}/bin/linux/arm64/kubectl`],
    ['another version', `gs://b/release/v1.35.20/${PATH}`],
    ['a version that goes on', `gs://b/release/${VERSION}-evil/${PATH}`],
    ['a version that starts earlier', `gs://b/release/x${VERSION}/${PATH}`],
    ['another folder of releases', `gs://b/xrelease/${VERSION}/${PATH}`],
    ['no folder of releases', `gs://b/${VERSION}/${PATH}`],
    ['a folder more', `gs://b/release/${VERSION}/x/${PATH}`],
    ['a longer first folder', `x${PATH}`],
    ['a longer relative version', `x${VERSION}/${PATH}`],
    ['a name that goes on', `${NAME}.exe`],
    ['a name with a newline', `${NAME}\n`],
    ['another case', NAME.toUpperCase()],
    ['none', ''],
  ])('is not the file: %s', (_, name) => {
    expect(subjectsOf(withName(name))).toEqual([])
  })

  test.each([
    ['SHA-512 alone', { sha512: LONG }, { sha512: LONG }],
    ['upper case', { sha256: A.toUpperCase() }, { sha256: A }],
    ['algorithms nobody asks for', { md5: 7, gitTree: [], sha1: 'x' }, {}],
    ['no digest', {}, {}],
    ['digests as prototype', JSON.parse(`{"__proto__":{"sha256":"${A}"}}`), {}],
  ])('a digest object with %s', (_, digest, expected) => {
    expect(subjectsOf(withDigest(digest))).toStrictEqual([expected])
  })

  test('equal duplicates are one, different ones are not', () => {
    const other = { name: NAME, digest: { sha256: B, sha512: LONG } }
    const relative = { name: PATH, digest: { sha256: A.toUpperCase(), sha512: LONG } }
    expect(subjectsOf(withSubjects(SUBJECT, relative, SUBJECT))).toEqual([{ sha256: A, sha512: LONG }])
    expect(subjectsOf(withSubjects(SUBJECT, other, SUBJECT))).toEqual([
      { sha256: A, sha512: LONG },
      { sha256: B, sha512: LONG },
    ])
    const tail = { name: NAME, digest: { sha256: A, sha512: 'f6'.repeat(64) } }
    expect(subjectsOf(withSubjects(SUBJECT, tail))).toHaveLength(2)
    const halves = withSubjects(
      { name: NAME, digest: { sha256: A } },
      { name: NAME, digest: { sha512: LONG } },
    )
    expect(subjectsOf(halves)).toEqual([{ sha256: A }, { sha512: LONG }])
  })

  test('at most 100000', () => {
    const most = Array.from({ length: 100_000 }, () => SUBJECT)
    expect(subjectsOf({ ...V02, subject: most })).toHaveLength(1)
    const error = errorOf(JSON.stringify({ ...V02, subject: [...most, null] }))
    expect(error.message).toContain('subject has more than 100000 entries')
  })
})

describe('source commits', () => {
  test.each([
    ['bare', withCommit(COMMIT)],
    ['in single quotes', withCommit(`'${COMMIT}'`)],
    ['in upper case', withCommit(COMMIT.toUpperCase())],
    ['twice', withMaterials(MATERIAL, { uri: `${KUBERNETES}.git`, digest: { sha1: COMMIT } })],
    ['v1 with sha1', withDependencies({ uri: KUBERNETES, digest: { sha1: `'${COMMIT}'` } })],
    ['v1 with both', withDependencies({ uri: KUBERNETES, digest: { sha1: COMMIT, gitCommit: COMMIT } })],
    ['a URL that ends in .git', withMaterials({ ...MATERIAL, uri: `${KUBERNETES}.git` })],
    ['a plain https URL', withMaterials({ ...MATERIAL, uri: 'https://github.com/kubernetes/kubernetes' })],
    ['beside the build image', withMaterials({ uri: 'docker://x', digest: { sha1: 1 } }, {}, MATERIAL)],
  ])('one: %s', (_, statement) => {
    expect(parse(statement).sourceCommits).toEqual([COMMIT])
  })

  test.each([
    ['two materials', withMaterials(MATERIAL, { uri: KUBERNETES, digest: { sha1: OTHER_COMMIT } })],
    [
      'one dependency with two',
      withDependencies({ uri: KUBERNETES, digest: { sha1: COMMIT, gitCommit: OTHER_COMMIT } }),
    ],
  ])('two: %s', (_, statement) => {
    expect(parse(statement).sourceCommits).toEqual([COMMIT, OTHER_COMMIT])
  })

  test.each<[string, Json]>([
    ['no materials', { ...V02, predicate: { builder: { id: BUILDER } } }],
    ['no dependencies', withDependencies()],
    ['no commit', withMaterials({ uri: KUBERNETES }, { uri: KUBERNETES, digest: {} })],
    ...[
      `${KUBERNETES}-evil`,
      'git+https://github.com/evil/kubernetes',
      'git+https://github.com.evil.example/kubernetes/kubernetes',
      'git+https://githubxcom/kubernetes/kubernetes',
      `https://evil.example/?${KUBERNETES}`,
      `${KUBERNETES}/../evil`,
      `${KUBERNETES}\n@x`,
      'git+http://github.com/kubernetes/kubernetes',
    ].map((uri): [string, Json] => [uri, withMaterials({ ...MATERIAL, uri })]),
  ])('none: %s', (_, statement) => {
    expect(parse(statement).sourceCommits).toEqual([])
  })

  test.each([
    ['one quote', `'${COMMIT}`],
    ['the other quote', `${COMMIT}'`],
    ['two pairs of quotes', `''${COMMIT}''`],
    ['double quotes', `"${COMMIT}"`],
    ['a quote inside', `${COMMIT.slice(1)}'`],
    ['39 characters', COMMIT.slice(1)],
    ['a SHA-256', A],
    ['a newline after it', `${COMMIT}\n`],
    ['a tag', VERSION],
    ['nothing', ''],
    ['a number', 7],
    ['a list', [COMMIT]],
    ['null', null],
  ])('is no commit: %s', (_, sha1) => {
    const error = errorOf(JSON.stringify(withCommit(sha1)))
    expect(error.code).toBe('EVIDENCE_UNREADABLE')
    expect(error.message).toContain('predicate.materials.0.digest.sha1 ')
  })
})

const deep = '['.repeat(100_000) + ']'.repeat(100_000)
const huge = 'x'.repeat(1_000_000)

test.each([
  ['nothing', '', 'is not JSON'],
  ['an HTML page', '<!DOCTYPE html>', 'is not JSON'],
  ['NaN', '{"_type":NaN}', 'is not JSON'],
  ['half a file', JSON.stringify(V02).slice(0, -1), 'is not JSON'],
  ['deep nesting without end', '['.repeat(1_000_000), 'is not JSON'],
  ['null', 'null', '(root) is not Object'],
  ['a text', '"x"', '(root) is not Object'],
  ['a number beyond all', '1e999', '(root) is not Object'],
  ['a list', '[]', 'predicateType is missing'],
  ['an empty object', '{}', 'predicateType is missing'],
  ['deep nesting', deep, 'is not JSON that can be read'],
  ['deep nesting in a field', `{"predicateType":${deep}}`, 'is not JSON that can be read'],
  ['a statement as prototype', `{"__proto__":${JSON.stringify(V02)}}`, 'predicateType is missing'],
  [
    'a later predicate type wins',
    `${JSON.stringify(V02).slice(0, -1)},"predicateType":1}`,
    'predicateType is',
  ],
])('is refused: %s', (_, text, message) => {
  const error = errorOf(text)
  expect(error.code).toBe('EVIDENCE_UNREADABLE')
  expect(error.message).toContain(message)
})

test.each<[string, Json, string]>([
  ['another statement type', { ...V02, _type: 'https://in-toto.io/Statement/v2' }, '_type is not ('],
  ['another statement type of v1', { ...V1, _type: 'x' }, '_type is not ('],
  ['no statement type', { ...V02, _type: undefined }, '_type is missing'],
  ['a huge predicate type', { ...V02, predicateType: huge }, 'predicateType is not ('],
  ['a list of predicate types', { ...V02, predicateType: [V02['predicateType']] }, 'predicateType is not ('],
  [
    'v0.2 that says v1',
    { ...V02, predicateType: V1['predicateType'] },
    'predicate.buildDefinition is missing',
  ],
  ['v1 that says v0.2', { ...V1, predicateType: V02['predicateType'] }, 'predicate.builder is missing'],
  ['no predicate', { ...V02, predicate: undefined }, 'predicate is missing'],
  ['a list as predicate', { ...V02, predicate: [] }, 'predicate is a list'],
  ['no builder id', { ...V02, predicate: { builder: {} } }, 'predicate.builder.id is missing'],
  ['a list as builder', { ...V02, predicate: { builder: [] } }, 'predicate.builder is a list'],
  ['a huge builder id', { ...V02, predicate: { builder: { id: huge } } }, 'predicate.builder.id is too long'],
  ['no subject', { ...V02, subject: undefined }, 'subject is missing'],
  ['null as subjects', { ...V02, subject: null }, 'subject is not Array'],
  ['an object as subjects', { ...V02, subject: { length: 1, 0: SUBJECT } }, 'subject is not Array'],
  ['no subjects', withSubjects(), 'subject is empty'],
  ['null as subject', withSubjects(SUBJECT, null), 'subject.1 is not Object'],
  ['a list as subject', withSubjects([]), 'subject.0 is a list'],
  ['a subject without a name', withName(undefined), 'subject.0.name is missing'],
  ['a number as name', withName(7), 'subject.0.name is not string'],
  ['a huge name', withName(huge), 'subject.0.name is too long'],
  ['a subject without digests', withDigest(undefined), 'subject.0.digest is missing'],
  ['null as digests', withDigest(null), 'subject.0.digest is not Object'],
  ['a list as digests', withDigest([]), 'subject.0.digest is a list'],
  ['a text as digests', withDigest(A), 'subject.0.digest is not Object'],
  ['null as digest', withDigest({ sha256: null }), 'subject.0.digest.sha256 is not string'],
  ['a short SHA-256', withDigest({ sha256: A.slice(1) }), 'subject.0.digest.sha256 is not 64 hex'],
  ['a long SHA-256', withDigest({ sha256: LONG }), 'subject.0.digest.sha256 is not 64 hex'],
  ['a short SHA-512', withDigest({ sha512: A }), 'subject.0.digest.sha512 is not 128 hex'],
  ['a digest with a newline', withDigest({ sha256: `${A}\n` }), 'subject.0.digest.sha256 is not 64 hex'],
  ['a digest in quotes', withDigest({ sha256: `'${A}'` }), 'subject.0.digest.sha256 is not 64 hex'],
  ['a huge digest', withDigest({ sha256: huge }), 'subject.0.digest.sha256 is not 64 hex'],
  [
    'an object as materials',
    { ...V02, predicate: { builder: { id: '' }, materials: {} } },
    'materials is not',
  ],
  ['a list as material', withMaterials([]), 'predicate.materials.0 is a list'],
  ['a number as URI', withMaterials({ uri: 1 }), 'predicate.materials.0.uri is not string'],
  ['a huge URI', withMaterials({ uri: huge }), 'predicate.materials.0.uri is too long'],
  [
    'a list as digests of Kubernetes',
    withMaterials({ uri: KUBERNETES, digest: [] }),
    'predicate.materials.0.digest is a list',
  ],
  [
    'a v1 commit that is none',
    withDependencies({ uri: KUBERNETES, digest: { gitCommit: VERSION } }),
    'predicate.buildDefinition.resolvedDependencies.0.digest.gitCommit is not a Git commit',
  ],
  [
    'a list as build definition',
    { ...V1, predicate: { buildDefinition: [], runDetails: { builder: { id: BUILDER } } } },
    'predicate.buildDefinition is a list',
  ],
])('is refused: %s', (_, statement, message) => {
  const error = errorOf(JSON.stringify(statement))
  expect(error.code).toBe('EVIDENCE_UNREADABLE')
  expect(error.message).toContain(message)
  // An error repeats an excerpt of what others wrote, not all of it.
  expect(error.message.length).toBeLessThan(250)
  expect(error.actual?.length).toBeLessThan(100)
})

test.each<[string, unknown, string]>([
  [
    'a DSSE envelope',
    { payloadType: 'application/vnd.in-toto+json', payload: '', signatures: [] },
    'a DSSE envelope',
  ],
  ['a Sigstore bundle', { mediaType: '', dsseEnvelope: { payloadType: '' } }, 'a Sigstore bundle'],
  [
    'another predicate',
    { ...V02, payloadType: '', predicateType: 'https://slsa.dev/provenance/v0.1' },
    'something else: "https://slsa.dev/provenance/v0.1"',
  ],
])('says what was expected in place of %s', (_, json, actual) => {
  expect(errorOf(JSON.stringify(json))).toMatchObject({
    code: 'EVIDENCE_UNREADABLE',
    expected: '("https://slsa.dev/provenance/v0.2" | "https://slsa.dev/provenance/v1")',
    actual,
  })
})

const shared = sharedFolder('evidence/provenance')
const withShared = shared === undefined ? describe.skip : describe

withShared('the real files', () => {
  const commits: Readonly<Record<string, string>> = {
    'kube-slsa-v1.24.6.json': '1ff66136acfd7717292f65447b2ebff162570f46',
    'kube-slsa-v1.25.2.json': '3c7da84d8fc03c30d3409e9c846ae4bc2de0b4d5',
  }
  const names = shared === undefined ? [] : readdirSync(shared).filter((name) => name in commits)

  test('both are there', () => {
    expect(names.sort()).toEqual(Object.keys(commits))
  })

  test.each(Object.entries(commits))('%s', (name, commit) => {
    const text = readFileSync(join(shared ?? '', name), 'utf8')
    const { subject } = JSON.parse(text) as {
      subject: { name: string; digest: { sha256: string; sha512: string } }[]
    }
    expect(subject).toHaveLength(113)
    const provenance = parseProvenance(text)
    expect(provenance.builderId).toBe(BUILDER)
    expect(provenance.sourceCommits).toEqual([commit])
    for (const { name: subjectName, digest } of subject) {
      const [, version = '', path = ''] = /\/release\/(v[^/]+)\/(.+)$/.exec(subjectName) ?? []
      const { sha256, sha512 } = digest
      expect(provenance.subjectsOf(version, path)).toStrictEqual([{ sha256, sha512 }])
      expect(provenance.subjectsOf('v1.25.20', path)).toEqual([])
    }
  })
})
