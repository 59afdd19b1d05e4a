// What a terminal shows: one line an artifact, within 100 columns, and only then what went wrong.
import { type Verbosity, formatTerminal } from '../../src/report/terminal.js'
import { HOSTILE_TEXTS } from '../support/hostile-texts.js'
import { rejectedResult, reportOf, resultOf, unreachableResult } from '../support/reports.js'

const plain = (_: string, text: string): string => text
const show = (report: Parameters<typeof formatTerminal>[0], verbosity: Verbosity = 'normal') =>
  formatTerminal(report, { verbosity, paint: plain })
const DIGEST = `sha256:${resultOf().digest?.hex.slice(0, 12) ?? ''}…`

test('a verified artifact is one line, and its path goes with it', () => {
  const [artifact] = reportOf([resultOf()]).artifacts
  const report = reportOf([])
  const { stdout, stderr } = show({
    ...report,
    outcome: 'verified',
    artifacts: artifact ? [{ ...artifact, path: './kubectl' }] : [],
  })
  expect(stderr).toBe('')
  expect(stdout.split('\n')).toEqual([
    `✓ kubectl v1.35.2 linux/amd64 ${DIGEST} signed by krel-staging@…, log 123456789,`,
    '    2026-01-15 → ./kubectl',
    'verified',
    '',
  ])
})

test('verbose adds every check and what all of it rests on; quiet leaves the errors alone', () => {
  const report = reportOf([resultOf(), rejectedResult()], { warnings: ['something else'] })
  const verbose = show(report, 'verbose')
  expect(verbose.stdout).toContain('Trusted root: the embedded trusted root\n')
  expect(verbose.stdout).toContain('    ✗ signature: failed [SIGNATURE_INVALID]: ')
  expect(verbose.stderr).toContain('warning: something else\n')
  const quiet = show(report, 'quiet')
  expect(quiet.stdout).toBe('')
  expect(quiet.stderr).toMatch(/^error: SIGNATURE_INVALID: [^]*\n$/)
  expect(quiet.stderr).not.toContain('warning')
})

test('one cause that keeps checks from running is told once', () => {
  const { stdout, stderr } = show(reportOf([unreachableResult('kubectl')]), 'verbose')
  expect(stdout.split('did not answer')).toHaveLength(2)
  expect(stderr.split(/did not\s+answer/)).toHaveLength(2)
})

test.each(['normal', 'verbose'] as const)('%s: no line has more than 100 columns', (verbosity) => {
  const detail = 'a sentence of many words that goes on '.repeat(12)
  const { stdout, stderr } = show(reportOf([rejectedResult(detail)], { warnings: [detail] }), verbosity)
  const text = verbosity === 'verbose' ? stderr : stdout + stderr
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
})

test.each(Object.entries(HOSTILE_TEXTS))('nothing from outside is obeyed: %s', (_, foreign) => {
  const { stdout, stderr } = show(reportOf([rejectedResult(foreign)], { warnings: [foreign] }), 'verbose')
  expect((stdout + stderr).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
  expect(stdout + stderr).not.toMatch(/^\s*::|##\[/m)
})
