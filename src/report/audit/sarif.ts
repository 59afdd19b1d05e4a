// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/) for GitHub's
// code scanning, which wants a place in a file for every result: the path of
// the artifact in its release stands for one.
import { formatJson } from '../../json/format-json.js'
import packageJson from '../../../package.json' with { type: 'json' }
import type { AuditReport } from '../../audit/audit-report.js'
import { type FindingCode, type Severity, meaningOf, remedyOf, severityOf } from '../../audit/finding.js'
import { digestOf } from '../../digest.js'
import { type LocatedFinding, locateFindings, worstFirst } from './words.js'
import { escapeText } from '../escape.js'

/** Code scanning shows no more of one run, and refuses far more. */
const MAX_RESULTS = 5000
const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  alarm: 'error',
  error: 'error',
  warning: 'warning',
  note: 'note',
}
/** Of ten, as code scanning sorts: critical, high, medium, low. */
const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = {
  alarm: '9.5',
  error: '8.0',
  warning: '5.0',
  note: '2.0',
}

/** The findings as SARIF 2.1.0 has them, the worst first. */
export function formatSarif(report: AuditReport): string {
  const findings = worstFirst(report).flatMap(locateFindings)
  const shown = findings.slice(0, MAX_RESULTS)
  const left = findings.length - shown.length
  const codes = [...new Set(shown.map(({ code }) => code))]
  const sarif = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'verify-k8s-artifacts', version: packageJson.version, rules: codes.map(toRule) },
        },
        invocations: [
          {
            executionSuccessful: report.error === undefined,
            startTimeUtc: report.startedAt,
            ...(left > 0 && {
              toolExecutionNotifications: [
                { level: 'warning', message: { text: `${left} further findings are in the other reports` } },
              ],
            }),
          },
        ],
        results: shown.map((finding) => toResult(finding, codes)),
      },
    ],
  }
  return `${formatJson(sarif, 2)}\n`
}

function toRule(code: FindingCode): object {
  const severity = severityOf(code)
  return {
    id: code,
    shortDescription: { text: meaningOf(code) },
    help: { text: remedyOf(code) },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['security', 'supply-chain'], 'security-severity': SECURITY_SEVERITIES[severity] },
  }
}

function toResult(finding: LocatedFinding, codes: readonly FindingCode[]): object {
  const { version, artifact, code, severity, message, expected, actual, since } = finding
  const uri = `${version}/${(artifact?.path ?? 'release').replace(':', '/')}`
  const comparison = [expected && `expected ${expected}`, actual && `actual ${actual}`]
    .filter(Boolean)
    .join(', ')
  // Papers have no path: their words tell them apart.
  const identity = artifact === undefined ? [version, code, message] : [version, artifact.path, code]
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: escapeText(comparison === '' ? message : `${message} (${comparison})`) },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } }],
    // The one key that code scanning reads.
    partialFingerprints: { primaryLocationLineHash: digestOf(Buffer.from(JSON.stringify(identity))).hex },
    ...(since && { baselineState: since === 'new' ? 'new' : 'unchanged' }),
  }
}
