// What the log's search finds: whose entries count, how many are looked at, and how they are asked for.
import { digestOf } from '../../src/digest.js'
import { EvidenceError, FetchError } from '../../src/errors.js'
import { asHint, searchCandidates } from '../../src/gather/search.js'
import { toContent } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { RELEASE_ISSUER, RELEASE_SIGNER, signArtifact } from '../../src/lab/release.js'
import { logOf } from '../support/memory.js'

const SIGNER = { certificateIdentity: RELEASE_SIGNER, oidcIssuer: RELEASE_ISSUER }
let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

const sign = async (text: string, count: number, identity = RELEASE_SIGNER): Promise<void> => {
  for (let index = 0; index < count; index++)
    await signArtifact(toContent(Buffer.from(text)), { ...lab.signing, identity })
}
const search = async (text: string, signer: typeof SIGNER | undefined = SIGNER) => {
  const log = logOf(lab.activeTree, lab.nextTree, lab.log)
  return { ...(await searchCandidates(digestOf(Buffer.from(text)), signer, log)), asked: log.asked }
}
const identities = ({ candidates }: Awaited<ReturnType<typeof search>>): (string | undefined)[] =>
  candidates.map(({ evidence }) => evidence.certificate.value?.identity)

test('nothing is found', async () => {
  const found = await search('unknown')
  expect([found.candidates, found.incomplete, found.asked.length]).toEqual([[], undefined, 1])
})

test('those of the expected signer hide all others, and only they are counted', async () => {
  await sign('crowded', 25, 'stranger@example.com')
  await sign('crowded', 1)
  const found = await search('crowded')
  expect([identities(found), found.incomplete]).toEqual([[RELEASE_SIGNER], undefined])
  // Ten a request.
  expect(found.asked.slice(1)).toEqual(['batch 10', 'batch 10', 'batch 6'])
})

test('where there is none of theirs, some of the others’ say who signed', async () => {
  await sign('of strangers', 22, 'stranger@example.com')
  const found = await search('of strangers')
  expect([found.candidates.length, found.incomplete]).toEqual([20, undefined])
})

test('more of the expected signer than are judged: any could be the genuine one', async () => {
  await sign('too often', 21)
  const found = await search('too often')
  expect(found.candidates).toHaveLength(20)
  expect(found.incomplete).toMatchObject({
    code: 'EVIDENCE_SIGNATURE_MISSING',
    expected: 'at most 200, and 20 of the expected signer',
    actual: '21, and 21 of the expected signer',
  })
})

test('of more than two hundred no more are asked for', async () => {
  const uuids = Array.from({ length: 201 }, (_, index) => String(index).padStart(64, '0'))
  const batches: number[] = []
  const log = {
    search: () => Promise.resolve(uuids),
    fetchBatch: (ids: readonly string[]) => {
      batches.push(ids.length)
      return Promise.resolve(ids.map(() => ({ error: new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', 'x') })))
    },
  }
  const { incomplete } = await searchCandidates(digestOf(Buffer.from('x')), SIGNER, log)
  expect(batches).toEqual(Array.from({ length: 20 }, () => 10))
  expect(incomplete?.actual).toBe('201, and 0 of the expected signer')
})

test('a managed key is named by no certificate: all count', async () => {
  await sign('keyed', 2, 'somebody@example.com')
  expect((await search('keyed', undefined)).candidates).toHaveLength(2)
})

test('copies of one entry are one candidate, the earliest index first', async () => {
  const signed = await signArtifact(toContent(Buffer.from('again')), lab.signing)
  lab.activeTree.logAgain(signed.entry, lab.now)
  const { candidates } = await search('again')
  expect(candidates).toHaveLength(1)
  const [candidate] = candidates
  expect(
    [candidate?.evidence, ...(candidate?.alternatives ?? [])].map((each) => each?.logEntry.value?.logIndex),
  ).toEqual([
    lab.log.answer(signed.entry).logIndex,
    lab.activeTree.answer(lab.activeTree.find(signed.entry.leafHash) ?? signed.entry).logIndex,
  ])
  expect(candidate?.lookup).toMatchObject({ state: 'some' })
})

test('what could not be read may be the genuine one', async () => {
  await sign('unread', 1)
  const log = logOf(lab.log)
  const away = new FetchError('FETCH_NETWORK', 'away')
  const { incomplete, candidates } = await searchCandidates(digestOf(Buffer.from('unread')), SIGNER, {
    search: (digest) => log.search(digest),
    fetchBatch: () => Promise.reject(away),
  })
  expect([candidates, incomplete?.message]).toEqual([
    [],
    "not every entry that the log's search names could be read: away",
  ])
})

test('a hint is asked for as one', async () => {
  const options: unknown[] = []
  const log = asHint({
    search: (_, given) => Promise.resolve(options.push(given) ? ['0'.repeat(64)] : []),
    fetchBatch: (_, given) => Promise.resolve(options.push(given) ? [] : []),
  })
  await searchCandidates(digestOf(Buffer.from('x')), SIGNER, log)
  expect(options).toEqual([{ isHint: true }, { isHint: true }])
})
