// The lines of a report that is not done.
import {
  formatPartialHeader,
  formatPartialLine,
  parsePartialHeader,
  parsePartialLine,
} from '../../src/audit/partial.js'
import { auditedArtifact } from '../support/audit-reports.js'

const artifact = auditedArtifact(0, 7)

test('each line is read back as it was written', () => {
  const header = { key: 'inputs', seed: 'drawn' }
  expect(parsePartialHeader(formatPartialHeader(header))).toMatchObject(header)
  expect(parsePartialLine(formatPartialLine('v1.35.0', artifact))).toEqual({ version: 'v1.35.0', artifact })
})

test.each<[string, string]>([
  ['nothing', ''],
  ['a line that was cut off', formatPartialLine('v1.35.0', artifact).slice(0, -20)],
  ['another object', '{"a":1}'],
  ['a field too many', JSON.stringify({ version: 'v1.35.0', artifact, x: 1 })],
  [
    'an artifact that is none',
    JSON.stringify({ version: 'v1.35.0', artifact: { ...artifact, outcome: 'x' } }),
  ],
  ['no version', JSON.stringify({ version: '../x', artifact })],
])('%s is no line', (_, line) => {
  expect(parsePartialLine(line)).toBeUndefined()
})

test.each<[string, string]>([
  ['a line', formatPartialLine('v1.35.0', artifact)],
  ['one of a version to come', formatPartialHeader({ key: 'k', seed: 's' }).replace(':1', ':2')],
  ['text', 'audit-partial'],
])('%s is no header', (_, line) => {
  expect(parsePartialHeader(line)).toBeUndefined()
})
