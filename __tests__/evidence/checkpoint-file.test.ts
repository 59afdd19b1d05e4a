// The file of what was seen of logs: strict to read, and the same for the same content.
import { formatCheckpointFile, parseCheckpointFile } from '../../src/evidence/checkpoint-file.js'

const NOTE = `log.example - 1193050959916656506\n7\n${Buffer.alloc(32).toString('base64')}\n\n— log.example ${Buffer.alloc(72).toString('base64')}\n`
const seen = (logId: string) => ({
  logId,
  treeId: '108e9186e8c5677a',
  firstSeen: '2026-11-26T16:00:00Z',
  seen: '2026-11-26T17:00:00Z',
  checkpoint: NOTE,
})

test('what is written is read again, in one order', () => {
  const [a, b] = [seen('a'.repeat(64)), seen('b'.repeat(64))]
  const text = formatCheckpointFile([b, a])
  expect(text).toBe(formatCheckpointFile([a, b]))
  expect(parseCheckpointFile(text)).toEqual([a, b])
  expect(parseCheckpointFile(formatCheckpointFile([]))).toEqual([])
})

test.each<[string, string]>([
  ['', 'it is not JSON'],
  ['[]', 'checkpointFileVersion'],
  ['7', '(root)'],
  ['{"checkpointFileVersion":1}', 'checkpoints'],
  ['['.repeat(100_000), 'it is not JSON'],
  [
    JSON.stringify({ checkpointFileVersion: 1, checkpoints: [{ ...seen('A'.repeat(64)) }] }),
    'checkpoints.0.logId',
  ],
  [
    JSON.stringify({ checkpointFileVersion: 1, checkpoints: [{ ...seen('a'.repeat(64)), seen: 'now' }] }),
    'checkpoints.0.seen',
  ],
])('%.40s is malformed', (text, where) => {
  const error = expect.objectContaining({ code: 'LOG_CHECKPOINT_MALFORMED', exitCode: 2 }) as Error
  expect(() => parseCheckpointFile(text)).toThrow(error)
  expect(() => parseCheckpointFile(text)).toThrow(where)
})
