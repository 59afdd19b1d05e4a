// The job summary: Markdown for GITHUB_STEP_SUMMARY, the verdict first. All
// text from outside stands in code spans, where nothing is markup.
import { ERRORS } from '../errors.js'
import type { VerificationResult } from '../verify/verification-result.js'
import { toCode } from './escape.js'
import { type Section, fitSummary } from './fit.js'
import { INVENTORY_HEADER, countInventory, toInventoryRows } from './inventory.js'
import { type Problem, toProblems } from './problems.js'
import { linkToEntry } from './public-log.js'
import type { Report } from './report.js'
import { toNotes, toResults } from './text.js'

const MARKS = { verified: '✅', rejected: '❌', unverifiable: '⚠️' } as const
/** Enough to tell two apart by eye; the report has the whole. */
const SHORT_DIGEST_LENGTH = 12
const HEADER = '|  | Artifact | Platform | Digest | Log entry |\n| - | - | - | - | - |'

/** The summary of one step, which never has more bytes than GitHub takes. */
export function formatSummary(report: Report): string {
  const { outcome, warnings, inventory } = report
  const results = toResults(report)
  const sections: Section[] = [
    { open: '', items: toProblems(report).map(formatProblem), close: '' },
    ...(inventory === undefined
      ? []
      : [
          {
            open: INVENTORY_HEADER,
            items: toInventoryRows(inventory),
            close: `\n${countInventory(inventory)}`,
          },
        ]),
    { open: HEADER, items: results.map(formatRow), close: '' },
    {
      open: '',
      items: [
        ...warnings.map((warning) => `- **Warning**: ${toCode(warning)}`),
        ...toNotes(report).map((note) => `- **Note**: ${toCode(note)}`),
      ],
      close: '',
    },
  ]
  return fitSummary(
    [`## ${MARKS[outcome]} Kubernetes artifacts: ${outcome}`, formatGrounds(report, results)]
      .filter((part) => part !== '')
      .join('\n\n'),
    sections.filter(({ items }) => items.length > 0),
    {
      toRemark: (left) => `**${left} lines are left out here for want of space**; the report has them all.`,
    },
  )
}

/** What all of it rests on, once: releases, signers, trusted root. */
function formatGrounds(
  { releases = [], trustedRoot, hosts = [] }: Report,
  results: readonly VerificationResult[],
): string {
  const signers = new Set(results.flatMap(({ signer }) => signer?.certificateIdentity ?? []))
  return [
    ...releases.map(({ version, source }) => `Release ${toCode(version)}, from ${toCode(source)}.`),
    ...(signers.size === 0 ? [] : [`Signed by ${[...signers].map(toCode).join(' and ')}.`]),
    ...(trustedRoot === undefined ? [] : [`Trusted root: ${toCode(trustedRoot)}.`]),
    ...(hosts.length === 0 ? [] : [`Hosts reached: ${hosts.map(toCode).join(', ')}.`]),
  ].join(' ')
}

function formatRow(result: VerificationResult): string {
  const { artifact, digest, logEntry, outcome, signatureSource } = result
  const cells = [
    MARKS[outcome],
    toCode([artifact.name, artifact.version].filter(Boolean).join(' ')),
    toCode(artifact.platform ?? 'any'),
    digest === undefined ? '' : toCode(digest.hex.slice(0, SHORT_DIGEST_LENGTH)),
    logEntry === undefined
      ? signatureSource === 'release-sbom' && outcome === 'verified'
        ? "by the release's SBOM alone"
        : ''
      : linkToEntry(logEntry),
  ]
  return `| ${cells.join(' | ')} |`
}

/** A bold sentence of ours; what others wrote stands below it. */
function formatProblem({ code, subject, detail, expected, actual, remedy }: Problem): string {
  return [
    `**${subject === undefined ? '' : `${toCode(subject)}: `}${ERRORS[code].meaning}** (${code})\n`,
    `- ${toCode(detail)}`,
    ...(expected === undefined ? [] : [`- expected: ${toCode(expected)}`]),
    ...(actual === undefined ? [] : [`- actual: ${toCode(actual)}`]),
    `- What to do: ${remedy}\n`,
  ].join('\n')
}
