// report.html of an audit: one file that needs nothing else, and may do nothing
// else. Its content security policy allows the one style and the one script
// that are in it, by their hashes, and no request at all.
//
// What is here needs no script: the outcome, the counts, the comparison with
// the baseline and the findings. The script, which is written in page/, adds
// the matrices, the filters and the details of a cell.
import { createHash } from 'node:crypto'
import type { AuditReport, AuditedRelease } from '../../audit/audit-report.js'
import { SEVERITIES } from '../../audit/finding.js'
import { formatComparison, formatFindings, formatRejected } from './html-findings.js'
import { formatCircumstances, formatCounts, formatError, formatWarnings } from './html-head.js'
import { plural } from './html-words.js'
import { type ReleaseCounts, countRelease, isQuiet, sortReleases, toPageData } from './page-data.js'
import page from './page.json' with { type: 'json' }
import { type Markup, html, raw, toJsonBlock } from '../html.js'

const STYLE = page.style.join('\n')
const SCRIPT = page.script.join('\n')

const POLICY = [
  "default-src 'none'",
  `script-src '${hashOf(SCRIPT)}'`,
  `style-src '${hashOf(STYLE)}'`,
  "base-uri 'none'",
  "form-action 'none'",
  // Text can then not become markup in the script either, not even by mistake.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const MARKS = { verified: '✓', rejected: '✗', unverifiable: '?' } as const

const LEGEND = [
  ['✓', 'signed digest: evidence checked, bytes not seen'],
  ['✓', 'verified bytes: fetched and hashed'],
  ['✗', 'rejected'],
  ['?', 'unverifiable'],
  ['!', 'finding'],
  ['–', 'not built'],
  ['·', 'filtered out'],
] as const

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** The audit's page: one file that loads nothing. */
export function formatAuditHtml(report: AuditReport): string {
  return [...toAuditHtmlPieces(report)].join('')
}

/** Where the data go. Text from outside is escaped, and cannot be this. */
const DATA = '<data></data>'

/** The same in pieces, for who writes what need not be in memory: the data of many thousand artifacts are most of it. */
export function* toAuditHtmlPieces(report: AuditReport): Generator<string> {
  const releases = sortReleases(report.releases)
  const counted = releases.map((release) => ({ release, counts: countRelease(release) }))
  const data = toPageData({ ...report, releases })
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>Release audit: ${report.outcome}</title>
        ${raw(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <header class="top">
          <h1>
            Kubernetes release audit
            <span class="badge ${report.outcome}">${MARKS[report.outcome]} ${report.outcome}</span>
          </h1>
          ${formatCircumstances(report)}
        </header>
        <main>
          ${formatError(report)} ${formatComparison(report.comparison)}
          ${formatCounts(counted.map(({ counts }) => counts))} ${formatRejected(data)}
          ${formatWarnings(report)} ${formatFilters(releases)}
          <p id="hint" class="hint">
            The matrix of artifacts and platforms, the filters and the details of each artifact need
            JavaScript. What was found is below all the same.
          </p>
          <section aria-labelledby="releases-title">
            <h2 id="releases-title">Releases</h2>
            <p id="legend" class="legend" hidden>
              ${LEGEND.map(([symbol, text]) => html`<span><b>${symbol}</b> ${text}</span> `)}
            </p>
            ${counted.map(formatRelease)}
          </section>
          ${formatFindings(data)}
        </main>
        <dialog id="details" class="details" aria-labelledby="details-title"></dialog>
        <script type="application/json" id="data">
          ${raw(DATA)}
        </script>
        ${raw(`<script type="module">${SCRIPT}</script>`)}
      </body>
    </html> `
  const at = document.text.indexOf(DATA)
  yield document.text.slice(0, at)
  const { releases: ofPage, ...tables } = data
  yield '{"releases":['
  for (const [index, release] of ofPage.entries())
    yield `${index === 0 ? '' : ','}${toJsonBlock(release).text}`
  yield `],${toJsonBlock(tables).text.slice(1)}`
  yield document.text.slice(at + DATA.length)
}

function formatFilters(releases: readonly AuditedRelease[]): Markup {
  const options = (values: readonly string[]): Markup[] =>
    values.map((value) => html`<option>${value}</option>`)
  return html`<form id="filters" class="filters" role="search" aria-label="Filter artifacts" hidden>
    <label
      >Search
      <input
        type="search"
        name="query"
        placeholder="path, digest or code"
        autocomplete="off"
        spellcheck="false"
    /></label>
    <label
      >Outcome
      <select name="outcome">
        <option value="">any</option>
        ${options(Object.keys(MARKS))}
      </select></label
    >
    <label
      >Severity
      <select name="severity">
        <option value="">any</option>
        ${options(SEVERITIES)}
      </select></label
    >
    <label
      >Release
      <select name="release">
        <option value="">all</option>
        ${options(releases.map(({ version }) => version))}
      </select></label
    >
    <label class="check"><input type="checkbox" name="findingsOnly" /> only findings</label>
    <button type="reset">Reset</button>
    <output id="shown" aria-live="polite"></output>
  </form>`
}

interface Counted {
  readonly release: AuditedRelease
  readonly counts: ReleaseCounts
}

function formatRelease({ release, counts }: Counted, index: number): Markup {
  const { version, source, notes, releasedAt, outcome } = release
  const state = isQuiet(counts) ? '' : ' open'
  return html`<details class="release ${outcome}" data-release="${index}" ${raw(state)}>
    <summary>
      <h3>${version}</h3>
      <span class="badge ${outcome}">${MARKS[outcome]} ${outcome}</span>
      <span class="tally">${tallyOf(counts)}</span>
    </summary>
    <p class="origin">
      From
      <bdi>${source}</bdi
      >${releasedAt === undefined ? undefined : html`, released <time datetime="${releasedAt}">${releasedAt}</time>`}.${notes.map((note) => html` <bdi>${note}</bdi>`)}
    </p>
    <div class="matrix"></div>
  </details> `
}

/** `✗ 1 rejected · ✓ 39 signed digests · ! 1 error` */
function tallyOf({ digests, bytes, rejected, unverifiable, findings }: ReleaseCounts): string {
  return [
    rejected > 0 && `✗ ${rejected} rejected`,
    unverifiable > 0 && `? ${unverifiable} unverifiable`,
    digests > 0 && `✓ ${plural(digests, 'signed digest')}`,
    bytes > 0 && `✓ ${bytes} verified bytes`,
    ...SEVERITIES.map((severity) => findings[severity] > 0 && `! ${plural(findings[severity], severity)}`),
  ]
    .filter(Boolean)
    .join(' · ')
}
