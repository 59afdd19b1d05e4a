// What a terminal shows: one line an artifact, within 100 columns, and only then what went wrong.
import { toReportEnding } from '../../src/report/ending.js'
import type { Report } from '../../src/report/report.js'
import { formatTerminal } from '../../src/report/terminal.js'
import { HOSTILE_TEXTS } from '../support/hostile-texts.js'
import { rejectedResult, reportOf, resultOf, unreachableResult } from '../support/reports.js'

function show(report: Report, { isVerbose = false, isQuiet = false } = {}) {
  const options = { isVerbose, isQuiet, paint: (_: string, text: string): string => text }
  return formatTerminal(toReportEnding(report), options)
}
const DIGEST = `sha256:${resultOf().digest?.hex.slice(0, 12) ?? ''}…`

test('a verified artifact is one line, or two where it has more than 100 columns', () => {
  expect(show(reportOf([resultOf()]))).toEqual({
    asides: '',
    result: [
      `✓ kubectl v1.35.2 linux/amd64 ${DIGEST} signed by krel-staging@…, log 123456789,`,
      '  2026-01-15',
      'verified',
      '',
    ].join('\n'),
    errors: '',
  })
})

test('verbose adds every check and what all of it rests on', () => {
  const { asides, result } = show(
    reportOf([resultOf(), rejectedResult()], { warnings: ['something else'] }),
    {
      isVerbose: true,
    },
  )
  expect(result).toContain('Trusted root: the embedded trusted root\n')
  expect(result).toContain('  ✗ signature: failed [SIGNATURE_INVALID]: ')
  expect(asides).toBe('warning: something else\n')
})

test('quiet leaves the errors alone', () => {
  const report = reportOf([resultOf(), rejectedResult()], { warnings: ['something else'] })
  const { asides, result, errors } = show(report, { isQuiet: true })
  expect([asides, result]).toEqual(['', ''])
  expect(errors).toMatch(/^error: SIGNATURE_INVALID: [^]*\n {2}Do not use/)
})

test('one cause that keeps checks from running is told once', () => {
  const { result, errors } = show(reportOf([unreachableResult('kubectl')]), { isVerbose: true })
  expect(result.split('did not answer')).toHaveLength(2)
  expect(errors.split(/did not\s+answer/)).toHaveLength(2)
})

test('no line of an artifact has more than 100 columns; an error is one line, with its remedy below', () => {
  const detail = 'a sentence of many words that goes on '.repeat(12).trim()
  const artifact = { name: 'kubernetes-client', version: 'v1.35.2', platform: 'windows/arm64' }
  const { result, errors } = show(reportOf([resultOf({ artifact }), rejectedResult(detail)]))
  for (const line of result.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  expect(errors.split('\n')).toEqual([
    expect.stringContaining(detail),
    expect.stringMatching(/^ {2}Do not/),
    '',
  ])
})

test.each(Object.entries(HOSTILE_TEXTS))('nothing from outside is obeyed: %s', (_, foreign) => {
  const shown = show(reportOf([rejectedResult(foreign)], { warnings: [foreign] }), { isVerbose: true })
  const text = shown.asides + shown.result + shown.errors
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
  expect(text).not.toMatch(/^\s*::|##\[/m)
})
