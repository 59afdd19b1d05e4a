// JUnit XML, as the readers of GitLab, Jenkins and GitHub actions take it: a
// suite for each release, a case for each artifact; rejected is a failure,
// unverifiable an error. Written by fast-xml-builder, the small and kept
// builder of fast-xml-parser; what XML has no characters for is escaped before.
import XMLBuilder from 'fast-xml-builder'
import type { AuditReport, AuditedArtifact, AuditedRelease } from '../../audit/audit-report.js'
import { type Finding, SEVERITIES, type Severity } from '../../audit/finding.js'
import { toSentence } from './words.js'
import { escapeText } from '../escape.js'

/** An element's attributes have this before their names. */
const AT = '@'
const SECOND_MS = 1000

/** The report as JUnit has it, in which a suite is a release and what fails is what fails the verdict. */
export function formatJUnit(report: AuditReport): string {
  return [...toJUnitPieces(report)].join('')
}

type Suite = ReturnType<typeof toSuite>
/** Stands where the suites go; it is no text of theirs. */
const SUITES = '<testsuite></testsuite>'

/** The same in pieces, a suite each, for who writes what need not be in memory. */
export function* toJUnitPieces(report: AuditReport): Generator<string> {
  const failing = failingOf(report)
  const suites = function* (): Generator<Suite> {
    yield* toErrorSuite(report)
    for (const release of report.releases) yield toSuite(release, failing)
  }
  const sums = { '@tests': 0, '@failures': 0, '@errors': 0 }
  for (const suite of suites())
    for (const key of ['@tests', '@failures', '@errors'] as const) sums[key] += suite[key]
  const whole = build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': 'Kubernetes release audit',
      ...sums,
      '@time': (report.durationMs / SECOND_MS).toFixed(3),
      testsuite: '',
    },
  })
  const [start, end] = aroundSuites(whole)
  yield start
  for (const testsuite of suites()) {
    const one = build({ testsuites: { testsuite } })
    yield one.slice(one.indexOf('\n') + 1, one.lastIndexOf('</testsuites>'))
  }
  yield end
}

/** What comes before the one suite, which is empty, and what comes after its line. */
function aroundSuites(whole: string): readonly [string, string] {
  const at = whole.indexOf(SUITES)
  if (at < 0) throw new RangeError('the builder writes an empty suite in another way')
  return [whole.slice(0, whole.lastIndexOf('\n', at) + 1), whole.slice(whole.indexOf('\n', at) + 1)]
}

function build(document: object): string {
  return new XMLBuilder({
    attributeNamePrefix: AT,
    ignoreAttributes: false,
    format: true,
    suppressBooleanAttributes: false,
  }).build(document)
}

/** Which findings are failures: alarms; and all of them where nothing else makes the exit code what it is. */
function failingOf({ exitCode, counts: { rejected, findings } }: AuditReport): readonly Severity[] {
  const isByFindings = exitCode === 1 && rejected === 0 && findings.alarm === 0
  return isByFindings ? SEVERITIES : ['alarm']
}

/** What stopped the audit as a whole. */
function toErrorSuite({ error }: AuditReport): Suite[] {
  if (error === undefined) return []
  const problem = { '@message': escapeText(error.message), '@type': error.code }
  const testcase = [{ '@classname': 'audit', '@name': error.code, error: problem }]
  return [{ '@name': 'audit', '@tests': 1, '@failures': 0, '@errors': 1, testcase }]
}

function toSuite({ version, findings, artifacts }: AuditedRelease, failing: readonly Severity[]) {
  const cases = [
    ...findings.map((finding, index) => toReleaseCase(`${version}.release`, finding, { index, failing })),
    ...artifacts.map((artifact) => toCase(version, artifact, failing)),
  ]
  return {
    '@name': version,
    '@tests': cases.length,
    '@failures': cases.filter((each) => 'failure' in each).length,
    '@errors': cases.filter((each) => 'error' in each).length,
    testcase: cases,
  }
}

/** What concerns the release as a whole, such as a paper that is missing, is a case of its own. */
function toReleaseCase(
  classname: string,
  finding: Finding,
  { index, failing }: { readonly index: number; readonly failing: readonly Severity[] },
): object {
  const name = `${finding.code} ${index + 1}`
  const problem = { '@message': escapeText(finding.message), '@type': finding.code }
  const isFailure = failing.includes(finding.severity)
  return {
    '@classname': classname,
    '@name': name,
    ...(isFailure ? { failure: problem } : { 'system-out': escapeText(finding.message) }),
  }
}

function toCase(version: string, artifact: AuditedArtifact, failing: readonly Severity[]): object {
  const { path, outcome, findings = [] } = artifact
  const [first] = findings
  const failure = findings.find(({ severity }) => failing.includes(severity))
  const decisive = failure ?? first
  const problem = {
    '@message': escapeText(decisive?.message ?? outcome),
    '@type': decisive?.code ?? outcome,
    '#text': findings.map(formatFinding).join('\n'),
  }
  return {
    '@classname': `${version}.${artifact.kind}`,
    '@name': escapeText(path),
    ...(outcome === 'rejected' || failure !== undefined
      ? { failure: problem }
      : outcome === 'unverifiable'
        ? { error: problem }
        : {}),
    'system-out': [toSentence(artifact), ...findings.map(formatFinding)].join('\n'),
  }
}

function formatFinding({ code, severity, message, expected, actual }: Finding): string {
  return [
    `${severity}: ${code}: ${escapeText(message)}`,
    ...(expected === undefined ? [] : [`  expected: ${escapeText(expected)}`]),
    ...(actual === undefined ? [] : [`  actual: ${escapeText(actual)}`]),
  ].join('\n')
}
