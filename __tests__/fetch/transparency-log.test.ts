// The log over loopback: which log an absence is said by.
import { type Digest, parseDigest } from '../../src/digest.js'
import { createHttp } from '../../src/fetch/http-client.js'
import { createTransparencyLog } from '../../src/fetch/transparency-log.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { behaviours } from '../../src/lab/web-server.js'
import { toResultAsync } from '../../src/result.js'

let lab: Lab
const http = createHttp({ patienceMs: 1 })
beforeAll(async () => {
  lab = await startLab()
})
afterEach(() => {
  lab.reset()
})
afterAll(async () => {
  http.close()
  await lab.close()
})

const LEAF = parseDigest('0'.repeat(64)) as Digest
const ask = async (promisedBy: string): Promise<string> => {
  const log = createTransparencyLog(http, new URL(lab.rekorUrl))
  const { error } = await toResultAsync(log.fetchEntry(LEAF, { isExpected: true, promisedBy }))
  return error?.code ?? 'found'
}

test('an entry that the log promised and has not is missing, whichever of its shards promised it', async () => {
  for (const { logId } of [lab.log, lab.activeTree])
    expect(await ask(logId)).toBe('EVIDENCE_LOG_ENTRY_MISSING')
})

test('another log has nothing to say of it', async () => {
  expect(await ask('0'.repeat(64))).toBe('FETCH_ANSWER_UNEXPECTED')
})

test.each([
  ['nothing', behaviours.status(404)],
  ['no tree head', behaviours.rewrite(() => JSON.stringify({ treeID: '1' }))],
  [
    'a tree head that is none',
    behaviours.rewrite(() => JSON.stringify({ treeID: '1', signedTreeHead: 'x' })),
  ],
])('a log that says %s of itself is taken for the one that was meant', async (_, behaviour) => {
  lab.rekor.override('/api/v1/log', behaviour)
  expect(await ask('0'.repeat(64))).toBe('EVIDENCE_LOG_ENTRY_MISSING')
})
