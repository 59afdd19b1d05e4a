// An audit in every form but HTML: each is read back by a reader that is not ours.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Document, DOMParser, type Element } from '@xmldom/xmldom'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { Ajv } from 'ajv'
import type { Log } from 'sarif'
import { formatAuditReport, parseAuditReport } from '../../../src/audit/audit-report.js'
import { formatAuditSummary } from '../../../src/report/audit/summary.js'
import { toAuditBlocks, toAuditProblems, toAuditProse } from '../../../src/report/audit/text.js'
import { formatJUnit } from '../../../src/report/audit/junit.js'
import { formatSarif } from '../../../src/report/audit/sarif.js'
import { describeVerificationSummaries, toVerificationSummaries } from '../../../src/report/audit/vsa.js'
import type { FailOn } from '../../../src/request/audit-inputs.js'
import { conclude } from '../../../src/audit/verdict.js'
import { formatTerminal } from '../../../src/report/terminal.js'
import { EMPTY_ENDING } from '../../../src/report/ending.js'
import { type Fault, auditReport, variedFaults } from '../../support/audit-reports.js'
import { ROOT } from '../../support/folders.js'
import { changeAt, leavesOf } from '../../support/json.js'

const HOSTILE =
  '::add-path::/evil\n##[command]x \u001b[31m]]></failure><script>alert(1)</script> `|` </details> \u202e\u0000&"\''
const varied = auditReport({ releases: 3, faultAt: variedFaults, baseline: true })
const hostile = auditReport({ releases: 2, artifactsPerRelease: 20, faultAt: variedFaults, foreign: HOSTILE })
const good = auditReport({ releases: 1 })

const attribute = (element: Element | undefined, name: string): string => element?.getAttribute(name) ?? ''

describe('JUnit XML', () => {
  const parse = (xml: string): Document =>
    new DOMParser({
      onError: (_level, message) => {
        throw new Error(message)
      },
    }).parseFromString(xml, 'text/xml')

  test.each([
    ['varied', varied],
    ['hostile', hostile],
    ['good', good],
  ])('%s: counts what it holds', (_name, report) => {
    const document = parse(formatJUnit(report))
    const all = (name: string): Element[] => Array.from(document.getElementsByTagName(name))
    const [root] = all('testsuites')
    expect(all('testsuite')).toHaveLength(report.releases.length + (report.error === undefined ? 0 : 1))
    expect(Number(attribute(root, 'tests'))).toBe(all('testcase').length)
    expect(Number(attribute(root, 'failures'))).toBe(all('failure').length)
    expect(Number(attribute(root, 'errors'))).toBe(all('error').length)
    expect(all('script')).toEqual([])
  })

  test.each<[string, Fault, FailOn]>([
    ['verified', 'none', 'finding'],
    ['verified, with a note', 'note', 'unverifiable'],
    ['verified, with a note that fails it', 'note', 'finding'],
    ['verified, with a warning that fails it', 'warning', 'finding'],
    ['rejected', 'rejected', 'unverifiable'],
    ['unverifiable', 'unverifiable', 'unverifiable'],
    ['absent', 'absent', 'unverifiable'],
    ['moved', 'moved', 'unverifiable'],
  ])('fails where the verdict does, and there alone: %s', (_, fault, failOn) => {
    const facts = auditReport({ releases: 1, faultAt: (_release, at) => (at === 3 ? fault : 'none') })
    const report = conclude(facts, failOn)
    const [root] = Array.from(parse(formatJUnit(report)).getElementsByTagName('testsuites'))
    const failed = Number(attribute(root, 'failures')) + Number(attribute(root, 'errors'))
    expect(failed > 0).toBe(report.exitCode !== 0)
  })

  test('rejected and moved fail, unverifiable errs, verified passes', () => {
    const document = parse(formatJUnit(varied))
    for (const testcase of Array.from(document.getElementsByTagName('testcase'))) {
      const path = attribute(testcase, 'name')
      const artifact = varied.releases
        .filter(({ version }) => attribute(testcase, 'classname').startsWith(`${version}.`))
        .flatMap(({ artifacts }) => artifacts)
        .find((each) => each.path === path)
      if (artifact === undefined) continue
      const isMoved = artifact.findings?.some(({ severity }) => severity === 'alarm') === true
      const wanted =
        artifact.outcome === 'rejected' || isMoved
          ? 'failure'
          : artifact.outcome === 'unverifiable'
            ? 'error'
            : undefined
      const found = ['failure', 'error'].find((name) => testcase.getElementsByTagName(name).length > 0)
      expect([path, found]).toEqual([path, wanted])
    }
  })
})

describe('SARIF', () => {
  test.each([
    ['varied', varied],
    ['hostile', hostile],
  ])('%s: a result for each finding, worst first, each by a rule that is there', (_name, report) => {
    const { runs } = JSON.parse(formatSarif(report)) as Log
    const [run] = runs
    const { alarm, error, warning, note } = report.counts.findings
    expect(run?.results).toHaveLength(alarm + error + warning + note)
    for (const { ruleId, ruleIndex = -1, locations = [], message } of run?.results ?? []) {
      expect(run?.tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId)
      expect(locations[0]?.physicalLocation?.artifactLocation?.uri).toMatch(/^v1\.\d+\.\d+\/[\w./-]+$/)
      // eslint-disable-next-line no-control-regex
      expect(message.text).not.toMatch(/[\u0000-\u001f\u202e]|^::/)
    }
  })

  test('fingerprints are of the place and the code, and last when words change', () => {
    const fingerprints = (report: typeof varied) =>
      (JSON.parse(formatSarif(report)) as Log).runs[0]?.results?.map(
        ({ partialFingerprints }) => Object.values(partialFingerprints ?? {})[0],
      )
    expect(new Set(fingerprints(varied)).size).toBe(fingerprints(varied)?.length)
    expect(fingerprints(varied)).toEqual(
      fingerprints(
        auditReport({
          releases: 3,
          faultAt: variedFaults,
          baseline: true,
          change: { startedAt: '2026-12-01T00:00:00Z' },
        }),
      ),
    )
  })

  test('no more than code scanning takes, and it says so', () => {
    const many = auditReport({ releases: 20, artifactsPerRelease: 400, faultAt: () => 'rejected' })
    const [run] = (JSON.parse(formatSarif(many)) as Log).runs
    expect(run?.results).toHaveLength(5000)
    expect(run?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(
      /^\d+ further findings/,
    )
  })
})

describe('verification summaries', () => {
  test('a release of which everything is verified passes, with every subject', () => {
    const [summary] = toVerificationSummaries(good)
    const statement = JSON.parse(summary?.statement ?? '') as {
      _type: string
      subject: { name: string; digest: { sha256: string } }[]
      predicate: { verificationResult: string; policy: { uri: string }; verifiedLevels: string[] }
    }
    const artifacts = (good.releases[0]?.artifacts ?? []).filter(
      ({ checks }) => checks['release-binding'] === 'passed',
    )
    expect(statement._type).toBe('https://in-toto.io/Statement/v1')
    expect(statement.subject.map(({ name, digest }) => `${name} sha256:${digest.sha256}`)).toEqual(
      artifacts.map(({ path, digest }) => `${path} ${digest ?? ''}`),
    )
    expect(statement.predicate).toMatchObject({
      verificationResult: 'PASSED',
      verifiedLevels: ['SLSA_BUILD_LEVEL_UNEVALUATED'],
    })
    expect(statement.predicate.policy.uri).toMatch(/#audit-depth-digest$/)
    expect(JSON.parse(summary?.predicate ?? '')).toEqual(statement.predicate)
    expect(summary?.checksums.split('\n').filter(Boolean)).toEqual(
      statement.subject.map(({ name, digest }) => `${digest.sha256}  ${name}`),
    )
  })

  test('an alarm, an error beside what is verified, or a part of an audit is no PASSED', () => {
    const summariesOf = (change: Parameters<typeof auditReport>[0]) =>
      toVerificationSummaries(auditReport({ releases: 1, ...change })).map(({ predicate }) => predicate)
    expect(summariesOf({})).toHaveLength(1)
    expect(summariesOf({ faultAt: (_, index) => (index === 10 ? 'moved' : 'none') })).toEqual([])
    const shard = { number: 1, of: 2, plan: `sha256:${'0'.repeat(64)}` }
    expect(summariesOf({ change: { shard } })).toEqual([])
    expect(summariesOf({ change: { error: { code: 'AUDIT_INCOMPLETE', message: '', hint: '' } } })).toEqual(
      [],
    )
  })

  test('FAILED names the rejected and nothing else; of what is undecided nothing is said', () => {
    const rejected = auditReport({ releases: 1, faultAt: (_, index) => (index === 10 ? 'rejected' : 'none') })
    const [summary] = toVerificationSummaries(rejected)
    const { subject, predicate } = JSON.parse(summary?.statement ?? '') as {
      subject: { name: string }[]
      predicate: { verificationResult: string }
    }
    expect(predicate.verificationResult).toBe('FAILED')
    const bad = rejected.releases[0]?.artifacts
      .filter(({ outcome }) => outcome === 'rejected')
      .map(({ path }) => path)
    expect(subject.map(({ name }) => name)).toEqual(bad)
    expect(
      toVerificationSummaries(
        auditReport({ releases: 1, faultAt: (_, index) => (index === 10 ? 'unverifiable' : 'none') }),
      ),
    ).toEqual([])
    expect(toVerificationSummaries(auditReport({ releases: 1, artifactsPerRelease: 0 }))).toEqual([])
  })
})

describe('the job summary', () => {
  test('foreign text is in code spans, and closes nothing', () => {
    const text = formatAuditSummary(hostile)
    const outside = text.replace(/`[^`\n]*`/g, '')
    expect(outside).not.toMatch(/<script|add-path|alert\(/)
    expect(outside.match(/<details/g)?.length).toBe(outside.match(/<\/details>/g)?.length)
  })

  test('worst first, folded where there is nothing to see', () => {
    const text = formatAuditSummary(varied)
    const outcomes = [...text.matchAll(/<summary>\S+ v\S+: (\w+)/g)].map(([, outcome]) => outcome)
    const order = ['rejected', 'unverifiable', 'verified']
    expect(outcomes).toEqual([...outcomes].sort((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? '')))
    expect(formatAuditSummary(good)).not.toContain('<details open>')
  })

  test('is cut before GitHub refuses it, says so, and stays whole', () => {
    const many = auditReport({
      releases: 30,
      artifactsPerRelease: 400,
      faultAt: () => 'rejected',
      foreign: 'long '.repeat(100),
    })
    const text = formatAuditSummary(many)
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024)
    expect(text).toMatch(/\d+ findings are left out here/)
    expect(text.match(/<details/g)?.length).toBe(text.match(/<\/details>/g)?.length)
  })

  test('says signed digest and verified bytes for what they are', () => {
    expect(formatAuditSummary(good)).toContain('signed digest')
    expect(formatAuditSummary(good)).not.toContain('verified bytes')
    expect(formatAuditSummary(auditReport({ releases: 1, depth: 'full' }))).toContain('verified bytes')
  })
})

describe('which verification summaries there are, and why not the others', () => {
  const describe = (change: Parameters<typeof auditReport>[0]) =>
    describeVerificationSummaries(auditReport({ releases: 1, ...change }))
  const at10 = (fault: Fault) => ({ faultAt: (_: number, index: number) => (index === 10 ? fault : 'none') })

  test.each<[string, Parameters<typeof auditReport>[0], RegExp]>([
    ['all is verified', {}, /^Verification summary PASSED: v1\.35\.0 \(\d+ subjects\)$/],
    ['one is rejected', at10('rejected'), /^Verification summary FAILED: v1\.35\.0 \(1 subject\)$/],
    [
      'one is unverifiable',
      at10('unverifiable'),
      /^No verification summary: v1\.35\.0: 1 artifact is not verified, and none with a digest of its own is rejected$/,
    ],
    [
      'a digest moved',
      at10('moved'),
      /^No verification summary: v1\.35\.0: 1 finding is an error or an alarm, /,
    ],
    [
      'it is a part of an audit',
      { change: { shard: { number: 1, of: 2, plan: `sha256:${'0'.repeat(64)}` } } },
      /^No verification summary: v1\.35\.0: this is a part of an audit, /,
    ],
    [
      'something stopped it',
      { change: { error: { code: 'AUDIT_INCOMPLETE', message: '', hint: '' } } },
      /: the audit was stopped by AUDIT_INCOMPLETE, /,
    ],
    [
      'nothing is in it',
      { artifactsPerRelease: 0 },
      /^No verification summary: v1\.35\.0: the release's SBOM binds none/,
    ],
    [
      'too much is in it',
      { artifactsPerRelease: 1200 },
      /: \d+ artifacts are more than the 1024 that one may name$/,
    ],
  ])('%s', (_, change, sentence) => {
    expect(describe(change)).toEqual([expect.stringMatching(sentence)])
  })

  test('releases of which the same is so are in one sentence; log and summary say it where they are written', () => {
    const report = auditReport({ releases: 3 })
    const [sentence = '', ...others] = describeVerificationSummaries(report)
    expect([sentence, others]).toEqual([
      expect.stringMatching(
        /^Verification summary PASSED: v\S+ \(\d+ subjects\)(?:, v\S+ \(\d+ subjects\)){2}$/,
      ),
      [],
    ])
    expect(toAuditProse(report, ['json', 'vsa'])).toContain(sentence)
    expect(formatAuditSummary(report, ['vsa'])).toContain(`- ${sentence}.`)
    expect(toAuditProse(report, ['json'])).not.toContain(sentence)
    expect(formatAuditSummary(report, ['json'])).not.toContain(sentence)
  })
})

describe('the text for a terminal or a log', () => {
  const show = (report: typeof varied, isQuiet = false) =>
    formatTerminal(
      {
        ...EMPTY_ENDING,
        blocks: toAuditBlocks(report),
        prose: toAuditProse(report, ['vsa']),
        problems: toAuditProblems(report),
        closing: [report.outcome],
      },
      { isVerbose: false, isQuiet, paint: (_style, text) => text },
    )

  test('holds no control character and no command', () => {
    const { result, errors } = show(hostile)
    for (const line of `${result}${errors}${show(hostile, true).errors}`.split('\n')) {
      // eslint-disable-next-line no-control-regex
      expect(line).not.toMatch(/[\u0000-\u001f\u202e]|^\s*::|##\[/)
    }
  })

  test('fits 100 columns, but for a word that has more', () => {
    for (const line of show(varied).result.split('\n')) {
      const [, ...words] = line.trim().split(' ')
      if (words.length > 0) expect(line.length).toBeLessThanOrEqual(100)
    }
  })

  test('says a code once, and what contradicts before what is merely absent', () => {
    const faults: readonly Fault[] = ['absent', 'rejected', 'unverifiable', 'rejected', 'absent']
    const report = auditReport({
      releases: 2,
      artifactsPerRelease: faults.length,
      faultAt: (_, index) => faults[index] ?? 'none',
    })
    const { result, errors } = show(report)
    const codes = [...result.matchAll(/^! \w+: ([A-Z0-9_]+) \((\d+)\)/gm)].map(([, code]) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.indexOf('SIGNATURE_INVALID')).toBeLessThan(codes.indexOf('ARTIFACT_ABSENT'))
    for (const code of codes) expect(result.split(code ?? '')).toHaveLength(2)
    // Said above already, and all there is with --quiet.
    expect(errors).toBe('')
    const quiet = show(report, true)
    expect([quiet.result, quiet.errors]).toEqual([
      '',
      expect.stringMatching(/^error: SIGNATURE_INVALID: .*; and 3 more like it\n {2}Do not use/),
    ])
  })
})

describe('the published schema', () => {
  const read = async () => {
    const schema = JSON.parse(await readFile(join(ROOT, 'docs/audit-report.schema.json'), 'utf8')) as object
    const options = { strict: false, allErrors: false } as const
    return (
      '$schema' in schema && String(schema.$schema).includes('2020') ? new Ajv2020(options) : new Ajv(options)
    ).compile(schema)
  }

  test.each([
    ['varied', varied],
    ['hostile', hostile],
    ['good', good],
  ])('%s: takes what we write, and so do we', async (_name, report) => {
    const text = formatAuditReport(report)
    const validate = await read()
    expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null])
    expect(parseAuditReport(text, 'baseline', 'x')).toEqual(JSON.parse(text))
  })

  test('a field too many, one too few, or one of another type is refused by both', async () => {
    const validate = await read()
    const small = JSON.parse(
      formatAuditReport(auditReport({ releases: 1, artifactsPerRelease: 1 })),
    ) as object
    const changes = leavesOf(small).map((path) => changeAt(small, path, () => ({ other: 'type' })))
    for (const changed of [...changes, { ...small, further: 1 }, { ...small, kind: undefined }, [], null]) {
      const json = JSON.stringify(changed)
      expect(validate(JSON.parse(json))).toBe(false)
      expect(() => parseAuditReport(json, 'baseline', 'x')).toThrow(/"x" is not the report of an audit/)
    }
  })
})
