// What was found, as lines, rows and problems.
import { toReportEnding } from '../../src/report/ending.js'
import type { InventoryReport } from '../../src/report/report.js'
import { toReport } from '../../src/report/report.js'
import { formatSummary } from '../../src/report/summary.js'
import { HOSTILE_TEXTS } from '../support/hostile-texts.js'

type File = InventoryReport['files'][number]
const proven = (path: string): File => ({
  place: [path],
  state: 'proven',
  outcome: 'verified',
  detail: 'proven',
  artifact: 'v1.35.2/bin/linux/amd64/kubectl',
})
const unknown = (...place: string[]): File => ({
  place,
  state: 'unknown',
  outcome: 'rejected',
  code: 'FILE_UNKNOWN',
  detail: 'it is called like kubelet, and its bytes are not in v1.35.2',
})
const unread: File = {
  place: ['x.tar'],
  state: 'unread',
  outcome: 'unverifiable',
  code: 'FILE_UNREADABLE',
  detail: 'it ends too early',
}

const reportOf = (...files: File[]) =>
  toReport({
    artifacts: [],
    inventory: { files, others: 7, notes: ['passed over: 1 zip'] },
    warnings: [],
    startedAt: 0,
    endedAt: 1,
  })

test.each([
  [[proven('a')], 'verified', 0, undefined],
  [[proven('a'), unread], 'unverifiable', 3, 'FILE_UNREADABLE'],
  [[proven('a'), unread, unknown('b')], 'rejected', 1, 'FILE_UNKNOWN'],
  [[], 'unverifiable', 3, undefined],
])('the worst file decides: %#', (files, outcome, exitCode, code) => {
  expect(reportOf(...files)).toMatchObject({ outcome, exitCode, ...(code && { code }) })
})

test('what is wrong stands first, and a code is told once', () => {
  const { blocks, prose, problems, notes } = toReportEnding(
    reportOf(proven('a'), unread, unknown('b'), unknown('c.deb', 'usr/bin/kubelet')),
  )
  expect(blocks.map(({ facts }) => facts.slice(0, 2))).toEqual([
    ['b', 'unknown:'],
    ['c.deb » usr/bin/kubelet', 'unknown:'],
    ['x.tar', 'not read:'],
    ['a', 'proven:'],
  ])
  expect(prose).toEqual(['1 proven, 2 unknown, 1 not read, 7 other files'])
  expect(notes).toEqual(['passed over: 1 zip'])
  expect(problems.map(({ code }) => code)).toEqual(['FILE_UNREADABLE', 'FILE_UNKNOWN'])
  expect(problems[1]?.message).toContain('; so are c.deb » usr/bin/kubelet')
})

test('thousands of files: a log is for reading, the report has them all', () => {
  const many = Array.from({ length: 3000 }, (_, index) => unknown(`${index}`))
  const { blocks, problems } = toReportEnding(reportOf(...many))
  expect(blocks).toHaveLength(1001)
  expect(blocks.at(-1)?.facts).toEqual(['and 2000 more, which the report has'])
  expect(problems[0]?.message).toContain('and 2995 more')
})

test('a summary has a row for each file', () => {
  const text = formatSummary(reportOf(proven('a'), unknown('b')))
  expect(text).toContain('| ✅ | `a` | proven | `v1.35.2/bin/linux/amd64/kubectl` |')
  expect(text).toContain('| ❌ | `b` | unknown | ')
  // A line right after a table would be a row of it.
  expect(text).toContain('|\n\n1 proven, 1 unknown, 7 other files\n')
})

test.each(Object.entries(HOSTILE_TEXTS))('a place from outside is text, and nothing else: %s', (_, place) => {
  const report = reportOf(unknown(place, place))
  const { blocks, problems, json } = toReportEnding(report)
  const said = [
    ...blocks.flatMap(({ title, facts }) => [title, ...facts]),
    problems[0]?.message ?? '',
    json(),
  ]
  for (const each of [...said, formatSummary(report)]) {
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(each.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
    expect(each).not.toMatch(/^\s*::/m)
  }
})
