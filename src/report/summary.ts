// The job summary: Markdown for GITHUB_STEP_SUMMARY. All text from outside
// stands in code spans, where nothing is markup.
import { markdownTable } from 'markdown-table'
import type { VerificationResult } from '../verify/verification-result.js'
import { toCode } from './escape.js'
import { toProblems } from './problems.js'
import { PUBLIC_LOG_ID, PUBLIC_LOG_SEARCH } from './public-log.js'
import type { Report } from './report.js'
import { toNotes, toResults } from './text.js'

const MARKS = { verified: '✅ verified', rejected: '❌ rejected', unverifiable: '⚠️ unverifiable' } as const

export function formatSummary(report: Report): string {
  const { outcome, releases = [], trustedRoot, warnings } = report
  const results = toResults(report)
  const sections = [
    `## Kubernetes artifacts: ${MARKS[outcome]}`,
    releases.map(({ version, source }) => `Release ${toCode(version)}, from ${toCode(source)}.`).join('\n'),
    trustedRoot === undefined ? '' : `Trusted root: ${toCode(trustedRoot)}.`,
    results.length === 0 ? '' : formatTable(results, releases.length > 1),
    ...toProblems(report).map(
      ({ code, message, remedy }) => `- **${code}**: ${toCode(message)}\n  ${remedy}`,
    ),
    ...warnings.map((warning) => `- **Warning**: ${toCode(warning)}`),
    ...toNotes(report).map((note) => `- **Note**: ${toCode(note)}`),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

function formatTable(results: readonly VerificationResult[], withVersion: boolean): string {
  const header = ['Artifact', 'Platform', 'Digest', 'Signer', 'Log index', 'Integrated time', 'Outcome']
  const rows = results.map(({ artifact, digest, signer, logEntry, outcome, signatureSource }) => [
    toCode(withVersion ? `${artifact.name} ${artifact.version ?? ''}` : artifact.name),
    toCode(artifact.platform ?? 'any'),
    digest === undefined ? '' : toCode(digest.toString()),
    signer === undefined ? '' : toCode(signer.certificateIdentity),
    logEntry === undefined ? '' : formatIndex(logEntry),
    logEntry?.integratedTime ?? '',
    signatureSource === 'release-sbom' ? `${MARKS[outcome]} (by the release's SBOM alone)` : MARKS[outcome],
  ])
  return markdownTable([header, ...rows], { alignDelimiters: false })
}

function formatIndex({ logIndex, logId }: NonNullable<VerificationResult['logEntry']>): string {
  return logId === PUBLIC_LOG_ID ? `[${logIndex}](${PUBLIC_LOG_SEARCH}${logIndex})` : String(logIndex)
}
