// Evidence that holds the log's promise alone: what the log says of it decides whether that is enough.
import { CodedError, EvidenceError, FetchError } from '../../src/errors.js'
import type { Candidate } from '../../src/evidence/candidate.js'
import { parseLogEntry } from '../../src/evidence/log-entry.js'
import { withProof } from '../../src/gather/promise.js'
import { createAuthority } from '../../src/lab/authority.js'
import { toContent } from '../../src/lab/content.js'
import { type SignedArtifact, signArtifact } from '../../src/lab/release.js'
import { type EntryAnswer, TransparencyLog } from '../../src/lab/transparency-log.js'
import type { FetchEntryOptions, LoggedCopies } from '../../src/ports.js'

const NOW = new Date('2026-06-01T00:00:00Z')
let log: TransparencyLog
let signed: SignedArtifact
let answer: EntryAnswer

beforeAll(async () => {
  log = await TransparencyLog.create()
  const authority = await createAuthority({ now: NOW })
  signed = await signArtifact(toContent(Buffer.from('x')), { authority, log, signedAt: NOW })
  answer = log.answer(signed.entry)
})

const toText = (entry: EntryAnswer): string => JSON.stringify({ [log.uuid(signed.entry.leafHash)]: entry })
const missing = new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', 'none')

function promised(): Candidate {
  const { signedEntryTimestamp = '' } = answer.verification
  const error = new EvidenceError('EVIDENCE_SIGNATURE_MISSING', 'of no matter here')
  const value = parseLogEntry(toText({ ...answer, verification: { signedEntryTimestamp } }))
  const evidence = { signature: { error }, certificate: { error }, logEntry: { value } }
  return { source: 'named-bundle', evidence, alternatives: [] }
}

/** Every shard's copies, to whoever asks for them. */
const copies: string[] = []
beforeEach(() => {
  copies.length = 0
})

/** Answers in turn, and keeps how it was asked. */
function logThat(...answers: (string | CodedError)[]) {
  const asked: (FetchEntryOptions | undefined)[] = []
  const fetchEntry = (_: unknown, options?: FetchEntryOptions): Promise<LoggedCopies> => {
    const next = answers[asked.push(options) - 1] ?? missing
    return typeof next === 'string'
      ? Promise.resolve({ answers: [next], isComplete: false })
      : Promise.reject(next)
  }
  const fetchCopies = (): Promise<LoggedCopies> => Promise.resolve({ answers: copies, isComplete: true })
  return { asked, fetchEntry, fetchCopies }
}

test('the log has the proof, and the promise stays beside it', async () => {
  const given = promised()
  const { evidence, alternatives } = await withProof(given, logThat(toText(answer)))
  expect(evidence.logEntry.value).toMatchObject({
    signedEntryTimestamp: given.evidence.logEntry.value?.signedEntryTimestamp,
    inclusionProof: { logIndex: signed.entry.index },
  })
  expect(alternatives).toEqual([given.evidence])
})

test('the log denies it: asked again, as the log that promised it, there is no entry', async () => {
  const away = logThat(missing, missing)
  const { evidence, alternatives } = await withProof(promised(), away)
  expect(evidence.logEntry.error).toBe(missing)
  expect(alternatives).toEqual([])
  expect(away.asked).toEqual([undefined, { isExpected: true, promisedBy: log.logId }])
})

test('where the log answers with another copy, every shard is asked for the one that it promised', async () => {
  const other = toText({ ...answer, logIndex: answer.logIndex + 1 })
  copies.push(other, toText(answer))
  const { evidence } = await withProof(promised(), logThat(other))
  expect(evidence.logEntry.value).toMatchObject({ logIndex: answer.logIndex, inclusionProof: {} })
})

test('an entry that is late has its proof', async () => {
  const { evidence } = await withProof(promised(), logThat(missing, toText(answer)))
  expect(evidence.logEntry.value?.inclusionProof).toBeDefined()
})

test.each<[string, () => (string | CodedError)[]]>([
  ['is out of reach', () => [new FetchError('FETCH_NETWORK', 'away')]],
  ['is not asked, offline', () => [new CodedError('OFFLINE_MISS', 'offline')]],
  [
    'is another than the one that promised it',
    () => [missing, new FetchError('FETCH_ANSWER_UNEXPECTED', 'x')],
  ],
  ['has another copy of the entry', () => [toText({ ...answer, logIndex: answer.logIndex + 1 })]],
  ['answers with something else', () => ['<html>']],
  ['gives no proof itself', () => [toText({ ...answer, verification: {} })]],
])('a log that %s takes nothing from the promise', async (_, answers) => {
  const given = promised()
  expect(await withProof(given, logThat(...answers()))).toBe(given)
})
