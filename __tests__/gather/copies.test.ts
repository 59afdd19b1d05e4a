// Every copy of an entry, whichever way the log can be asked.
import { parseDigest } from '../../src/digest.js'
import { EvidenceError, FetchError } from '../../src/errors.js'
import { type EntryCopies, gatherCopies } from '../../src/gather/copies.js'
import { toContent } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { type SignedArtifact, signArtifact } from '../../src/lab/release.js'
import { logOf, withFailure } from '../support/memory.js'

let lab: Lab
let signed: SignedArtifact
beforeAll(async () => {
  lab = await startLab()
  signed = await signArtifact(toContent(Buffer.from('kubectl')), lab.signing)
  for (const tree of [lab.nextTree, lab.activeTree]) tree.logAgain(signed.entry, lab.now)
})
afterAll(() => lab.close())

const leaf = (hex = signed.entry.leafHash) => [parseDigest(hex) ?? []].flat()
const log = () => logOf(lab.activeTree, lab.nextTree, lab.log)
const logsOf = ([found]: readonly EntryCopies[]): (string | undefined)[] =>
  found?.copies.map(({ value, error }) => value?.uuid.slice(0, 16) ?? error?.code) ?? []

test('the earliest first, by one request', async () => {
  const asked = log()
  const found = await gatherCopies(leaf(), asked)
  expect(logsOf(found)[0]).toBe(lab.log.treeId)
  expect(logsOf(found).sort()).toEqual([lab.log.treeId, lab.nextTree.treeId, lab.activeTree.treeId].sort())
  expect([found[0]?.failure, asked.asked]).toEqual([undefined, ['batch 1']])
})

test('ten entries a request, in the order that was asked for', async () => {
  const asked = log()
  const unknown = Array.from({ length: 12 }, (_, index) => leaf(String(index).padStart(64, '0'))).flat()
  const found = await gatherCopies([...unknown, ...leaf()], asked)
  expect(found.map((each) => logsOf([each])[0])).toEqual([
    ...unknown.map(() => 'EVIDENCE_LOG_ENTRY_MISSING'),
    lab.log.treeId,
  ])
  expect(asked.asked).toEqual(['batch 10', 'batch 3'])
})

test('a log without batches: the copy that it answers with, and those of every shard', async () => {
  const failure = new FetchError('FETCH_HTTP_STATUS', 'a shard is away')
  const [found] = await gatherCopies(leaf(), withFailure(log(), failure))
  expect(found?.copies.map(({ value }) => value?.uuid.slice(0, 16))).toEqual([lab.activeTree.treeId])
  expect(found?.failure).toBe(failure)
})

test('a batch that fails is made good entry by entry; where nothing answers, it is said', async () => {
  const away = new FetchError('FETCH_NETWORK', 'away')
  const broken = { ...log(), fetchBatch: () => Promise.reject(away) }
  expect(logsOf(await gatherCopies(leaf(), broken))[0]).toBe(lab.log.treeId)
  const silent = {
    fetchBatch: () => Promise.reject(away),
    fetchEntry: () => Promise.reject(away),
    fetchCopies: () => Promise.resolve({ answers: [], isComplete: false, failure: away }),
  }
  expect(await gatherCopies(leaf(), silent)).toEqual([{ copies: [{ error: away }] }])
})

test('an answer that leaves out what was asked for, and one that is no entry', async () => {
  const short = { ...log(), fetchBatch: () => Promise.resolve([]) }
  expect(logsOf(await gatherCopies(leaf(), short))[0]).toBe(lab.log.treeId)
  const html = {
    ...log(),
    fetchBatch: () => Promise.resolve([{ value: { answers: ['<html>'], isComplete: true } }]),
  }
  expect(logsOf(await gatherCopies(leaf(), html))).toEqual(['EVIDENCE_UNREADABLE'])
  const nothing = {
    fetchBatch: () => Promise.resolve([{ value: { answers: [], isComplete: false } }]),
    fetchEntry: () => Promise.reject(new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', 'none')),
    fetchCopies: () => Promise.resolve({ answers: [], isComplete: true }),
  }
  expect(logsOf(await gatherCopies(leaf(), nothing))).toEqual(['EVIDENCE_LOG_ENTRY_MISSING'])
})
