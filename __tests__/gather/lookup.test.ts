// An entry of the log by its leaf hash: which copy is asked for, in which order they are tried, and what an answer
// that is none comes to.
import { parseDigest } from '../../src/digest.js'
import { EvidenceError, FetchError } from '../../src/errors.js'
import type { Candidate } from '../../src/evidence/candidate.js'
import { parseCertificateDer } from '../../src/evidence/certificate.js'
import {
  isSameEntry,
  readEntries,
  toPairCandidate,
  toUnansweredError,
  withEntry,
  withEveryCopy,
} from '../../src/gather/lookup.js'
import { createAuthority } from '../../src/lab/authority.js'
import { toContent } from '../../src/lab/content.js'
import { type SignedArtifact, signArtifact } from '../../src/lab/release.js'
import { TransparencyLog } from '../../src/lab/transparency-log.js'
import type { LoggedCopies } from '../../src/ports.js'

const NOW = new Date('2026-06-01T00:00:00Z')
const DAY_MS = 24 * 3600_000
let log: TransparencyLog
let newer: TransparencyLog
let signed: SignedArtifact
let genuine: string
let late: string

beforeAll(async () => {
  log = await TransparencyLog.create()
  newer = await TransparencyLog.create({
    key: log.key,
    treeId: '24296fb24b8ad77a',
    firstIndex: 3_000_000_000,
  })
  const authority = await createAuthority({ now: NOW })
  signed = await signArtifact(toContent(Buffer.from('x')), { authority, log, signedAt: NOW })
  const copy = newer.logAgain(signed.entry, new Date(NOW.getTime() + DAY_MS))
  genuine = JSON.stringify({ [log.uuid(signed.entry.leafHash)]: log.answer(signed.entry) })
  late = JSON.stringify({ [newer.uuid(copy.leafHash)]: newer.answer(copy) })
})

const pair = (): Candidate =>
  toPairCandidate(
    'pair',
    {
      signature: { value: signed.signature },
      certificate: { value: parseCertificateDer(signed.certificate) },
    },
    parseDigest(signed.sha256),
  )
const port = (entry: Promise<LoggedCopies>, copies: LoggedCopies = { answers: [], isComplete: true }) => ({
  fetchEntry: () => entry,
  fetchCopies: () => Promise.resolve(copies),
})
const answer = (isComplete: boolean, ...answers: string[]): Promise<LoggedCopies> =>
  Promise.resolve({ answers, isComplete })
const times = ({ evidence, alternatives }: Candidate): (string | undefined)[] =>
  [evidence, ...alternatives].map(({ logEntry }) => logEntry.value?.integratedTime?.toISOString())
const EARLY = '2026-06-01T00:00:03.000Z'
const LATE = '2026-06-02T00:00:00.000Z'

test('the address follows from digest, signature and certificate; without one of them there is none', () => {
  expect(pair().lookup).toMatchObject({ state: 'not-asked' })
  expect(pair().lookup?.leafHash.hex).toBe(signed.entry.leafHash)
  const { signature, certificate } = pair().evidence
  expect(toPairCandidate('pair', { signature, certificate }, undefined).lookup).toBeUndefined()
  const error = new EvidenceError('EVIDENCE_SIGNATURE_MISSING', 'none')
  const digest = parseDigest(signed.sha256)
  expect(toPairCandidate('pair', { signature: { error }, certificate }, digest).lookup).toBeUndefined()
  expect(toPairCandidate('pair', { signature, certificate: { error } }, digest).lookup).toBeUndefined()
})

test('the first answer is one copy; every copy is tried from the earliest on, and each once', async () => {
  const one = await withEntry(pair(), port(answer(false, late)))
  expect([one.lookup?.state, times(one)]).toEqual(['some', [LATE]])
  const all = await withEveryCopy(one, port(answer(false), { answers: [late, genuine], isComplete: true }))
  expect([all.lookup?.state, times(all)]).toEqual(['every', [EARLY, LATE]])
})

test('a batch answers with all copies at once, in no order', async () => {
  for (const answers of [
    [late, genuine],
    [genuine, late],
  ])
    expect(times(await withEntry(pair(), port(answer(true, ...answers))))).toEqual([EARLY, LATE])
})

test('a candidate that brings its entry, or was asked for, is left as it is', async () => {
  const one = await withEntry(pair(), port(answer(false, genuine)))
  const never = port(Promise.reject(new Error('asked')))
  never.fetchEntry().catch(() => undefined)
  expect(await withEntry(one, never)).toBe(one)
  const own = { source: one.source, evidence: one.evidence, alternatives: one.alternatives }
  expect(await withEntry(own, never)).toBe(own)
  expect(await withEveryCopy(own, never)).toBe(own)
})

test.each<[string, Error, 'some' | 'every']>([
  ['the log denies it: no shard has one', new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', 'none'), 'every'],
  ['the log is out of reach', new FetchError('FETCH_NETWORK', 'away'), 'every'],
  [
    'the answer is none: there is another way to ask',
    new EvidenceError('EVIDENCE_UNREADABLE', 'html'),
    'some',
  ],
  [
    'the answer is of no log: there is another way to ask',
    new FetchError('FETCH_ANSWER_UNEXPECTED', 'html'),
    'some',
  ],
])('%s', async (_, error, state) => {
  const candidate = await withEntry(pair(), port(Promise.reject(error)))
  expect(candidate.lookup?.state).toBe(state)
  expect(candidate.evidence.logEntry.error).toBe(error)
})

test('where a shard did not answer, nothing can be said of the entry', async () => {
  const failure = new FetchError('FETCH_HTTP_STATUS', 'it answered 500')
  const one = await withEntry(pair(), port(answer(false, late)))
  const some = await withEveryCopy(one, port(answer(false), { answers: [late], isComplete: false, failure }))
  expect(some.lookup?.state).toBe('some')
  expect(toUnansweredError(some)).toMatchObject({ code: 'FETCH_HTTP_STATUS' })
  expect(toUnansweredError(one)).toBeUndefined()
})

test('where no way to ask has an answer, the first says why', async () => {
  const html = new FetchError('FETCH_ANSWER_UNEXPECTED', 'html')
  const failure = new FetchError('FETCH_HTTP_STATUS', 'it answered 500')
  const none = await withEntry(pair(), port(Promise.reject(html)))
  const still = await withEveryCopy(none, port(answer(false), { answers: [], isComplete: false, failure }))
  expect(toUnansweredError(still)).toBe(html)
})

test('an answer of several entries is read one by one; of those that were asked for nothing else counts', async () => {
  const other = await signArtifact(toContent(Buffer.from('y')), {
    authority: await createAuthority({ now: NOW }),
    log,
    signedAt: NOW,
  })
  const both = JSON.stringify({
    [log.uuid(other.entry.leafHash)]: log.answer(other.entry),
    ...(JSON.parse(genuine) as object),
    [`${'0'.repeat(16)}${signed.entry.leafHash}`]: { body: 7 },
  })
  expect(readEntries({ answers: [both] }).map(({ error }) => error?.code)).toEqual([
    undefined,
    undefined,
    'EVIDENCE_UNREADABLE',
  ])
  const candidate = await withEntry(pair(), port(answer(false, both)))
  expect(times(candidate)).toEqual([EARLY])
  expect(readEntries({ answers: ['{}', '<html>'] }).map(({ error }) => error?.code)).toEqual([
    'EVIDENCE_UNREADABLE',
    'EVIDENCE_UNREADABLE',
  ])
})

test('copies are told apart by log, index and time', () => {
  const [[a], [b]] = [readEntries({ answers: [genuine] }), readEntries({ answers: [late] })]
  if (!a?.value || !b?.value) throw new Error('the lab answers')
  expect(isSameEntry(a.value, a.value)).toBe(true)
  expect(isSameEntry(a.value, b.value)).toBe(false)
  expect(isSameEntry(a.value, { ...a.value, logId: '0' })).toBe(false)
  expect(isSameEntry(a.value, { ...a.value, logIndex: 0 })).toBe(false)
  expect(isSameEntry(a.value, { ...a.value, integratedTime: undefined })).toBe(false)
})
