import { type Measured, findWorse, formatTable, join, withTable } from './figures.js'

const measured = (id: string, value: number, more: Partial<Measured> = {}): Measured => ({
  id,
  what: `the ${id}`,
  unit: '×',
  value,
  date: '2026-11-26',
  machine: 'a machine',
  ...more,
})

test.each<[string, number, boolean]>([
  ['as it was', 2, false],
  ['worse by half', 3, false],
  ['worse by more than half', 3.01, true],
  ['better', 0.5, false],
  ['of a peer that is not there', NaN, false],
])('a ratio that is %s', (_, value, isWorse) => {
  expect(findWorse([measured('a', value)], { a: 2 })).toHaveLength(isWorse ? 1 : 0)
})

test('a ratio without a bound is said; seconds have none', () => {
  expect(findWorse([measured('a', 1)], {})).toEqual(['the a: no bound is kept for "a"'])
  expect(findWorse([measured('a', 1, { unit: 's' })], {})).toEqual([])
})

test('the table: measured, aim, met, and what was not measured', () => {
  const table = formatTable([
    measured('a', 1.234, { aim: 1.3, detail: '5 ms against 4 ms' }),
    measured('b', 310.4, { unit: 'MB', aim: 300 }),
    measured('c', NaN, { aim: 4 }),
    measured('d', 0.5),
  ])
  expect(table.split('\n').slice(2)).toEqual([
    '| What | Measured | Aim | Met | On |',
    '| --- | --- | --- | --- | --- |',
    '| the a | 1.23 × (5 ms against 4 ms) | ≤ 1.3 × | yes | 2026-11-26 |',
    '| the b | 310 MB | ≤ 300 MB | no | 2026-11-26 |',
    '| the c | not measured | ≤ 4 × |  | 2026-11-26 |',
    '| the d | 0.50 × |  |  | 2026-11-26 |',
  ])
})

test('what is measured again takes its place, and nothing else moves', () => {
  const all = join([measured('a', 1), measured('b', 2)], [measured('b', 3), measured('c', 4)])
  expect(all.map(({ id, value }) => [id, value])).toEqual([
    ['a', 1],
    ['b', 3],
    ['c', 4],
  ])
})

test('a page without the marks is no page for the table', () => {
  expect(() => withTable('text', [])).toThrow('no marks')
  const page = 'before\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nafter'
  expect(withTable(page, [measured('a', 1)])).toMatch(/^before\n<!--[^]*the a[^]*-->\nafter$/)
  expect(withTable(page, [])).not.toContain('old')
})
