import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { formatAuditHtml } from '../../../src/report/audit/html.js'
import { toMatrix } from '../../../src/report/audit/matrix.js'
import { countRelease, sortReleases, toPageData } from '../../../src/report/audit/page-data.js'
import { type CellState, toCellState } from '../../../src/report/audit/page/cell-state.js'
import {
  NO_FILTER,
  type Filter,
  formatHash,
  parseHash,
  toMatcher,
  toSubjects,
} from '../../../src/report/audit/page/filter.js'
import type { PageData } from '../../../src/report/audit/page/page-data.js'
import {
  type Fault,
  auditReport,
  auditedArtifact,
  auditedRelease,
  variedFaults,
} from '../../support/audit-reports.js'
import { ROOT } from '../../support/folders.js'
import { HOSTILE_TEXTS } from '../../support/hostile-texts.js'

/** What stands between a tag and its end; by search, as a browser finds it. */
function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start)
  if (from === -1) throw new Error(`there is no ${start}`)
  return text.slice(from + start.length, text.indexOf(end, from + start.length))
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

const DATA = '<script type="application/json" id="data">'
const dataOf = (page: string): PageData => JSON.parse(between(page, DATA, '</script>')) as PageData

test('the script and style are what their sources build to', async () => {
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, [join(ROOT, 'scripts/page.mjs'), '--check'])
  expect(stdout).toContain('is what src/report/audit/page/ builds to')
})

describe('the content security policy', () => {
  const page = formatAuditHtml(auditReport())
  const policy = between(page, 'http-equiv="Content-Security-Policy" content="', '"').replaceAll('&#39;', "'")

  test('allows nothing but the script and the style of the page, by their hashes', () => {
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashOf(between(page, '<script type="module">', '</script>'))}`,
      `style-src ${hashOf(between(page, '<style>', '</style>'))}`,
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ])
  })

  test('comes before everything it governs', () => {
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'))
  })

  test('has nothing to forbid: no handlers, inline styles or addresses in the markup', () => {
    const markup = page.replace(/<(script|style)[^]*?<\/\1>/g, '')
    expect(markup).not.toMatch(/\s(?:on[a-z]+|style|src|href)=/i)
  })
})

describe('text from outside', () => {
  test.each(Object.entries(HOSTILE_TEXTS))('is only text: %s', (_, foreign) => {
    const options = { faultAt: variedFaults, baseline: true }
    const shapeOf = (text: string): string[] =>
      [
        ...formatAuditHtml(auditReport({ ...options, foreign: text })).matchAll(/<\/?[a-z][^\s>]*|<!--/gi),
      ].map(([tag]) => tag)
    expect(shapeOf(foreign)).toEqual(shapeOf('harmless'))
  })

  test.each(Object.entries(HOSTILE_TEXTS))('is printable: %s', (_, foreign) => {
    const page = formatAuditHtml(auditReport({ foreign, faultAt: variedFaults, baseline: true }))
    expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
    expect(JSON.stringify(dataOf(page))).not.toMatch(/\\u00[01]|\\n|[\p{Cf}\p{Zl}\p{Zp}]/u)
  })

  test('arrives in full in the data', () => {
    const foreign = `${'</script>'.repeat(400)}end`
    const { releases, signers, logs } = dataOf(formatAuditHtml(auditReport({ foreign })))
    expect(releases[0]?.findings[0]?.message).toBe(foreign)
    expect(signers[0]?.certificateIdentity).toBe(foreign)
    expect(logs[0]?.logId).toBe(foreign)
  })
})

describe('without a script', () => {
  const report = auditReport({ faultAt: variedFaults, baseline: true, releases: 5 })
  const page = formatAuditHtml(report).replace(/<script[^]*?<\/script>/g, '')

  test('the outcome, the counts and the comparison are there', () => {
    expect(page).toContain('✗ rejected')
    expect(page).toMatch(/<b>200<\/b> <span>artifacts<\/span>/)
    for (const [what, count] of Object.entries(report.counts.findings)) {
      expect(page).toMatch(new RegExp(`<b>${count}</b> <span>! ${what}`))
    }
    expect(page).toContain('moved while the version stood still')
    expect(page).toMatch(/id="hint"[^]*need\s+JavaScript/)
  })

  test('every finding is there, the worst first', () => {
    const severities = [...page.matchAll(/<li\s+class="finding (\w+)"/g)].map(([, severity]) => severity)
    const { alarm, error, warning, note } = report.counts.findings
    expect(severities).toHaveLength(alarm + error + warning + note)
    const order = ['alarm', 'error', 'warning', 'note']
    expect(severities).toEqual(severities.toSorted((a = '', b = '') => order.indexOf(a) - order.indexOf(b)))
  })

  test('a list that is too long says so', () => {
    const many = auditReport({ releases: 6, artifactsPerRelease: 400, faultAt: () => 'note' })
    const text = formatAuditHtml(many)
    expect(text.match(/<li\s+class="finding /g)).toHaveLength(2000)
    expect(text).toContain('and 400 more, which report.json has')
  })

  test('an empty report is a page, too', () => {
    const empty = formatAuditHtml(auditReport({ releases: 0 }))
    expect(empty).toContain('Nothing was found')
  })
})

describe('releases', () => {
  const release = (index: number, fault: Fault) =>
    auditedRelease(index, { faultAt: (_, artifact) => (artifact === 7 ? fault : 'none') })

  test('come worst first, and of equally bad ones the newest', () => {
    const faults = ['none', 'note', 'warning', 'unverifiable', 'none', 'rejected', 'moved'] as const
    const sorted = sortReleases(faults.map((fault, index) => release(index, fault)))
    expect(sorted.map(({ version }) => version)).toEqual(
      [6, 5, 3, 2, 1, 4, 0].map((patch) => `v1.35.${patch}`),
    )
  })

  test('are folded when there is nothing to see to', () => {
    const quiet = release(0, 'none')
    const page = formatAuditHtml(auditReport({ change: { releases: [quiet, release(1, 'note')] } }))
    expect(page.match(/<details\s+class="release[^>]*>/g)?.map((tag) => tag.includes(' open>'))).toEqual([
      true,
      false,
    ])
  })

  test('tell signed digests from verified bytes', () => {
    const artifacts = [
      auditedArtifact(0, 9),
      auditedArtifact(0, 10, { depth: 'full' }),
      auditedArtifact(0, 11, { depth: 'full', faultAt: () => 'rejected' }),
    ]
    const counts = countRelease({ ...auditedRelease(0), artifacts })
    expect(counts).toMatchObject({ digests: 1, bytes: 1, rejected: 1, unverifiable: 0 })
  })

  test('count a problem that no finding repeats', () => {
    const artifact = { ...auditedArtifact(0, 9, { faultAt: () => 'rejected' }), findings: [] }
    const data = toPageData({
      ...auditReport(),
      releases: [{ ...auditedRelease(0), artifacts: [artifact] }],
    })
    expect(data.releases[0]?.artifacts[0]?.findings).toMatchObject([
      { code: 'SIGNATURE_INVALID', severity: 'error' },
    ])
  })
})

describe('the matrix', () => {
  test('has each artifact in one cell', () => {
    const { artifacts } = auditedRelease(0, { artifactsPerRelease: 400 })
    const { rows, columns } = toMatrix(artifacts)
    const placed = rows.flatMap(({ cells }) => cells).filter((cell) => cell !== null)
    expect(placed.toSorted((a, b) => a - b)).toEqual(artifacts.map((_, index) => index))
    expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true)
  })

  test('has two artifacts of the same name and platform in two rows', () => {
    const one = auditedArtifact(0, 9)
    const { rows } = toMatrix([one, { ...one, path: `${one.path}.again` }])
    expect(rows.map(({ name, cells }) => [name, ...cells])).toEqual([
      [one.name, 0],
      [one.name, 1],
    ])
  })

  test('stays narrow, whatever platforms a report names', () => {
    const artifacts = Array.from({ length: 1000 }, (_, index) => ({
      ...auditedArtifact(0, 9),
      platform: `p${index}`,
    }))
    const { columns, rows } = toMatrix(artifacts)
    expect(columns).toHaveLength(24)
    expect(columns.at(-1)).toBe('others')
    expect(rows.flatMap(({ cells }) => cells).filter((cell) => cell !== null)).toHaveLength(1000)
  })

  test.each([
    ['none', 'digest', '✓ signed digest', 'good'],
    ['none', 'full', '✓ verified bytes', 'good'],
    ['rejected', 'full', '✗ rejected', 'bad'],
    ['unverifiable', 'digest', '? unverifiable', 'open'],
    ['absent', 'digest', '? unverifiable', 'open'],
    ['moved', 'digest', '! alarm', 'alarm'],
    ['warning', 'digest', '! warning', 'warning'],
    ['note', 'full', '! note', 'note'],
  ] as const)('says of %s at depth %s: %s', (fault, depth, text, tone) => {
    const state: CellState = toCellState(toCell(fault, depth))
    expect([`${state.symbol} ${state.text}`, state.tone]).toEqual([text, tone])
  })

  test('never hides a verdict behind an alarm, nor an alarm behind a verdict', () => {
    const [alarm] = toCell('moved', 'digest').findings ?? []
    if (alarm === undefined) throw new Error('no alarm')
    for (const outcome of ['rejected', 'unverifiable'] as const) {
      const { text } = toCellState({ ...toCell(outcome, 'digest'), findings: [alarm] })
      expect(text).toContain(outcome)
      expect(text).toContain('alarm')
    }
  })

  function toCell(fault: Fault, depth: 'digest' | 'full') {
    const artifact = auditedArtifact(0, 9, { depth, faultAt: () => fault })
    const data = toPageData({
      ...auditReport(),
      releases: [{ ...auditedRelease(0), artifacts: [artifact] }],
    })
    const cell = data.releases[0]?.artifacts[0]
    if (cell === undefined) throw new Error('no cell')
    return cell
  }
})

describe('the filter', () => {
  const report = auditReport({ releases: 5, faultAt: variedFaults })
  const subjects = toSubjects(toPageData(report)).flatMap(({ artifacts }) => artifacts)
  const countOf = (filter: Partial<Filter>): number =>
    subjects.filter(toMatcher({ ...NO_FILTER, ...filter })).length

  test('counts what the report counts', () => {
    expect(countOf({})).toBe(report.counts.artifacts)
    expect(countOf({ outcome: 'rejected' })).toBe(report.counts.rejected)
    expect(countOf({ outcome: 'unverifiable' })).toBe(report.counts.unverifiable)
    expect(countOf({ severity: 'alarm' })).toBe(report.counts.findings.alarm)
    expect(countOf({ release: 'v1.35.2' })).toBe(40)
  })

  test('finds paths, digests and codes, in any case and by several words', () => {
    const [artifact] = report.releases[0]?.artifacts ?? []
    expect(countOf({ query: artifact?.digest?.toUpperCase() ?? '-' })).toBe(1)
    expect(countOf({ query: 'KUBECTL linux/AMD64 v1.35.1' })).toBe(2)
    expect(countOf({ query: 'signature_invalid' })).toBe(report.counts.rejected)
    expect(countOf({ query: 'no such thing' })).toBe(0)
  })

  test('survives the address, whatever is in it', () => {
    const filter: Filter = {
      query: 'a&b=c #%',
      outcome: 'rejected',
      severity: 'alarm',
      release: 'v1.35.0',
      findingsOnly: true,
    }
    expect(parseHash(`#${formatHash(filter)}`)).toEqual(filter)
    expect(parseHash('#q=%ff%&&=&findings=yes')).toMatchObject({ findingsOnly: false })
    expect(formatHash(NO_FILTER)).toBe('')
  })
})
