// What an audit found, on its page: what changed since the baseline, and every
// finding, the worst first.
import type { Comparison } from '../../audit/audit-report.js'
import { type FindingCode, meaningOf } from '../../audit/finding.js'
import { capped, plural } from './html-words.js'
import { compareFindings } from './page-data.js'
import { type Markup, html } from '../html.js'
import type { PageData, PageFinding } from './page/page-data.js'

type Moved = Comparison['moved'][number]

/** As many as fit above everything else. */
const MOVED_AT_FIRST = 8

/** Digests that moved while the version stood still are why anybody keeps a baseline: they come first. */
export function formatComparison(comparison: Comparison | undefined): Markup | undefined {
  if (comparison === undefined) return undefined
  const { baselineStartedAt, moved, fixed, standing } = comparison
  return html`<section class="comparison" aria-labelledby="comparison-title">
    <h2 id="comparison-title">
      Since the baseline of <time datetime="${baselineStartedAt}">${baselineStartedAt}</time>
    </h2>
    ${moved.length === 0 ? html`<p class="calm">✓ No digest moved.</p>` : formatMoved(moved)}
    <p>
      ${plural(comparison.new, 'new finding')}, ${standing.toLocaleString('en')} standing,
      ${fixed.length.toLocaleString('en')} fixed.
    </p>
    ${fixed.length === 0 ? undefined : formatFixed(fixed)}
  </section>`
}

function formatMoved(moved: readonly Moved[]): Markup {
  const rest = moved.slice(MOVED_AT_FIRST)
  return html`<div class="box alarm">
    <h3>! ${plural(moved.length, 'digest')} moved while the version stood still</h3>
    <ul class="moved">
      ${moved.slice(0, MOVED_AT_FIRST).map(formatMove)}
    </ul>
    ${
      rest.length === 0
        ? undefined
        : html`<details>
            <summary>${rest.length} more</summary>
            <ul class="moved">
              ${capped(rest, formatMove)}
            </ul>
          </details>`
    }
  </div>`
}

function formatMove({ version, path, from, to }: Moved): Markup {
  return html`<li>
    <p><b>${version}</b> <code>${path ?? 'the release'}</code></p>
    <p><span class="label">from</span> <code>${from}</code></p>
    <p><span class="label">to</span> <code>${to}</code></p>
  </li> `
}

function formatFixed(fixed: Comparison['fixed']): Markup {
  const items = capped(
    fixed,
    ({ version, path, code, message }) =>
      html`<li>
        <b>${version}</b> <code>${path ?? 'the release'}</code> <span class="code">${code}</span>
        <bdi>${message}</bdi>
      </li>`,
  )
  return html`<details>
    <summary>Fixed findings</summary>
    <ul class="fixed">
      ${items}
    </ul>
  </details>`
}

/** Where a finding stands in the data. */
interface Place {
  readonly release: number
  /** Absent where the finding concerns the release as a whole. */
  readonly artifact?: number
  /** Which of the artifact's, or else of the release's. */
  readonly index: number
  readonly finding: PageFinding
}

/** The script finds a finding again by its three numbers. */
export function formatFindings(data: PageData): Markup {
  const all = data.releases
    .flatMap(({ findings, artifacts }, release): Place[] => [
      ...findings.map((finding, index) => ({ release, index, finding })),
      ...artifacts.flatMap((each, artifact) =>
        (each.findings ?? []).map((finding, index) => ({ release, artifact, index, finding })),
      ),
    ])
    .sort((a, b) => compareFindings(a.finding, b.finding))
  return html`<section aria-labelledby="findings-title">
    <h2 id="findings-title">Findings <span class="count">${all.length.toLocaleString('en')}</span></h2>
    ${
      all.length === 0
        ? html`<p class="calm">✓ Nothing was found.</p>`
        : html`<ol id="findings" class="findings">
            ${capped(all, (place) => formatFinding(data, place))}
          </ol>`
    }
  </section>`
}

function formatFinding({ releases }: PageData, { release, artifact, index, finding }: Place): Markup {
  const { code, severity, message, expected, actual, since } = finding
  const { version = '', artifacts = [] } = releases[release] ?? {}
  const path = artifact === undefined ? 'the release' : artifacts[artifact]?.path
  return html`<li
    class="finding ${severity}"
    data-release="${release}"
    data-artifact="${artifact}"
    data-finding="${index}"
  >
    <p>
      <span class="badge ${severity}">! ${severity}</span> <b>${version}</b> <code class="path">${path}</code>
      <span class="code" title="${meaningOf(code as FindingCode)}">${code}</span
      >${since === undefined ? undefined : html` <span class="since">${since}</span>`}
    </p>
    <p class="message"><bdi>${message}</bdi></p>
    ${formatCompared('expected', expected)}${formatCompared('actual', actual)}
  </li> `
}

function formatCompared(label: string, text: string | undefined): Markup | undefined {
  return text === undefined
    ? undefined
    : html`<p class="compared"><span class="label">${label}</span> <code>${text}</code></p>`
}
