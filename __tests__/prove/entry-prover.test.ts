// From the name of an entry to the copy of it that counts.
import { parseDigest } from '../../src/digest.js'
import { FetchError } from '../../src/errors.js'
import { parseLogEntry } from '../../src/evidence/log-entry.js'
import { toContent } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { type SignedArtifact, signArtifact } from '../../src/lab/release.js'
import { type NamedEntries, gatherEntries, proveEntries, proveEntry } from '../../src/prove/entry-prover.js'
import type { EntryName } from '../../src/request/entry-request.js'
import { type TrustedRoot, parseTrustedRoot } from '../../src/trust/trusted-root.js'
import { answerOf, logOf } from '../support/memory.js'

let lab: Lab
let root: TrustedRoot
let signed: SignedArtifact
beforeAll(async () => {
  lab = await startLab()
  root = parseTrustedRoot(JSON.stringify(lab.trustedRoot), 'lab')
  signed = await signArtifact(toContent(Buffer.from('kubectl')), lab.signing)
  lab.activeTree.logAgain(signed.entry, lab.now)
})
afterAll(() => lab.close())

const digest = () => parseDigest(signed.sha256) as NonNullable<ReturnType<typeof parseDigest>>
const ports = () => ({
  transparencyLog: logOf(lab.activeTree, lab.log),
  readEvidence: ({ path = '' }: { readonly path?: string }) =>
    Promise.resolve(signed.sidecars[path] ?? Buffer.from('nothing')),
})
const gather = (name: EntryName): Promise<NamedEntries> => gatherEntries(name, ports() as never)
const treesOf = ({ entries }: NamedEntries): (string | undefined)[][] =>
  entries.map(({ copies }) => copies.map(({ value, error }) => value?.uuid.slice(0, 16) ?? error?.code))

test.each<[string, () => EntryName, () => string[]]>([
  [
    'a leaf hash: every copy',
    () => ({ kind: 'id', id: signed.entry.leafHash }),
    () => [lab.log.treeId, lab.activeTree.treeId],
  ],
  [
    'a UUID: that copy',
    () => ({ kind: 'id', id: lab.activeTree.uuid(signed.entry.leafHash) }),
    () => [lab.activeTree.treeId],
  ],
  [
    'an index: that copy',
    () => ({ kind: 'id', id: lab.log.answer(signed.entry).logIndex }),
    () => [lab.log.treeId],
  ],
  [
    'a digest: every copy',
    () => ({ kind: 'digest', digest: digest(), evidence: undefined }),
    () => [lab.log.treeId, lab.activeTree.treeId],
  ],
  [
    'digest, signature and certificate: every copy',
    () => ({ kind: 'digest', digest: digest(), evidence: { signature: '.sig', certificate: '.cert' } }),
    () => [lab.log.treeId, lab.activeTree.treeId],
  ],
])('%s', async (_, name, trees) => {
  expect(treesOf(await gather(name()))).toEqual([trees()])
})

test('an unknown digest, and evidence that is none, lead to nothing', async () => {
  const unknown = parseDigest('0'.repeat(64)) as ReturnType<typeof digest>
  await expect(gather({ kind: 'digest', digest: unknown, evidence: undefined })).rejects.toMatchObject({
    code: 'EVIDENCE_LOG_ENTRY_MISSING',
  })
  const evidence = { signature: '.sig', certificate: 'none' }
  await expect(gather({ kind: 'digest', digest: digest(), evidence })).rejects.toMatchObject({
    code: 'EVIDENCE_UNREADABLE',
  })
})

test('twenty entries of a digest are looked at, and that there are more is said', async () => {
  const content = toContent(Buffer.from('signed often'))
  const many = await Promise.all(Array.from({ length: 21 }, () => signArtifact(content, lab.signing)))
  const about = parseDigest(many[0]?.sha256 ?? '') as ReturnType<typeof digest>
  const { entries, warnings } = await gather({ kind: 'digest', digest: about, evidence: undefined })
  expect([entries.length, warnings]).toEqual([
    20,
    [`the log's search names 21 entries about ${about.toString()}, of which 20 are looked at`],
  ])
})

const genuine = () => ({ value: parseLogEntry(answerOf(lab.log, signed.entry)) })
const late = () => {
  const copy = lab.activeTree.find(signed.entry.leafHash)
  if (copy === undefined) throw new Error('it was logged again')
  return { value: parseLogEntry(answerOf(lab.activeTree, copy)) }
}
const broken = () => {
  const { value } = genuine()
  const proof = value.inclusionProof
  return { value: { ...value, inclusionProof: proof && { ...proof, rootHash: Buffer.alloc(32) } } }
}
const away = new FetchError('FETCH_NETWORK', 'a shard is away')

test('the earliest that the log proves counts, and the others are named', () => {
  const { result, warnings } = proveEntry({ copies: [genuine(), late()] }, root)
  expect([result.outcome, result.entry?.logIndex]).toEqual(['verified', genuine().value.logIndex])
  expect(warnings).toEqual([
    `log entry ${genuine().value.logIndex} is the earliest copy that the log proves; the same was logged again: ${late().value.logIndex} of ${lab.now.toISOString().replace(/\.\d+Z/, 'Z')}`,
  ])
})

test('a copy that does not verify takes nothing away', () => {
  const { result, warnings } = proveEntry({ copies: [broken(), late()] }, root)
  expect([result.outcome, result.entry?.logIndex, warnings]).toEqual(['verified', late().value.logIndex, []])
})

test('where none verifies it is rejected, unless another shard might have one', () => {
  expect(proveEntry({ copies: [broken()] }, root).result).toMatchObject({ outcome: 'rejected' })
  expect(proveEntry({ copies: [broken()], failure: away }, root).result).toEqual({
    outcome: 'unverifiable',
    checks: [],
    error: { code: 'FETCH_NETWORK', message: 'a shard is away' },
  })
  expect(proveEntry({ copies: [] }, root).result.error?.code).toBe('EVIDENCE_LOG_ENTRY_MISSING')
  expect(proveEntry({ copies: [{ error: away }] }, root).result.outcome).toBe('unverifiable')
})

test('that another shard may have an earlier copy is said', () => {
  expect(proveEntry({ copies: [late()], failure: away }, root).warnings).toEqual([
    `log entry ${late().value.logIndex}: whether another shard has an earlier copy is not known: a shard is away`,
  ])
})

test('everything about a name; without a trusted root nothing', async () => {
  const name: EntryName = { kind: 'id', id: signed.entry.leafHash }
  const { entries, warnings } = await proveEntries(name, ports() as never, Promise.resolve({ value: root }))
  expect([entries.map(({ outcome }) => outcome), warnings.length]).toEqual([['verified'], 1])
  await expect(proveEntries(name, ports() as never, Promise.resolve({ error: away }))).rejects.toBe(away)
})
