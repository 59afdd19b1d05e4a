// What an audit found, on its page: what changed since the baseline, and every
// finding, the worst first.
import type { Comparison } from '../../audit/audit-report.js'
import { type FindingCode, SEVERITIES, meaningOf } from '../../audit/finding.js'
import { type Markup, html, raw } from '../html.js'
import { MAX_LISTED, capped, plural } from './html-words.js'
import type { PageData, PageFinding } from './page/page-data.js'

type Moved = Comparison['moved'][number]

/** As many as fit above everything else. */
const MOVED_AT_FIRST = 8
const REJECTED_AT_FIRST = 10

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
  /** Whether its artifact is rejected. */
  readonly contradicts: boolean
}

/**
 * What contradicts, at the first look: the artifacts that are rejected, and where they are.
 * @returns undefined where there is none
 */
export function formatRejected({ releases }: PageData): Markup | undefined {
  const rejected = releases.flatMap(({ version, artifacts }) =>
    artifacts.filter(({ outcome }) => outcome === 'rejected').map((artifact) => ({ version, artifact })),
  )
  if (rejected.length === 0) return undefined
  const rest = rejected.length - REJECTED_AT_FIRST
  return html`<section class="box bad" aria-labelledby="rejected-title">
    <h2 id="rejected-title">✗ ${plural(rejected.length, 'artifact')} rejected</h2>
    <ul class="rejected">
      ${rejected
        .slice(0, REJECTED_AT_FIRST)
        .map(
          ({ version, artifact: { path, findings = [] } }) =>
            html`<li>
              <b>${version}</b> <code>${path}</code> <span class="code">${findings[0]?.code}</span>
            </li>`,
        )}
      ${rest > 0 ? html`<li>and ${rest} more below</li>` : undefined}
    </ul>
  </section>`
}

/** The script finds a finding again by its three numbers. */
export function formatFindings(data: PageData): Markup {
  const all = data.releases.flatMap(({ findings, artifacts }, release): Place[] => [
    ...findings.map((finding, index) => ({ release, index, finding, contradicts: false })),
    ...artifacts.flatMap(({ outcome, findings: own = [] }, artifact) =>
      own.map((finding, index) => {
        return { release, artifact, index, finding, contradicts: outcome === 'rejected' }
      }),
    ),
  ])
  const groups = [...Map.groupBy(all.sort(comparePlaces), ({ finding }) => finding.code)]
  return html`<section aria-labelledby="findings-title">
    <h2 id="findings-title">Findings <span class="count">${all.length.toLocaleString('en')}</span></h2>
    ${
      all.length === 0
        ? html`<p class="calm">✓ Nothing was found.</p>`
        : html`<ol id="findings" class="groups">
            ${formatGroups(data, groups)}
          </ol>`
    }
  </section>`
}

/** One entry for each code, which opens; of all together no more are in the page than anybody reads. */
function formatGroups(data: PageData, groups: readonly (readonly [string, readonly Place[]])[]): Markup[] {
  let room = MAX_LISTED
  return groups.map(([code, places]) => {
    const listed = places.slice(0, Math.max(room, 0))
    room -= listed.length
    const [first] = places
    const severity = first?.finding.severity ?? 'note'
    const state = places.some(({ contradicts }) => contradicts) || severity === 'alarm' ? ' open' : ''
    return html`<li class="group">
      <details ${raw(state)}>
        <summary>
          <span class="badge ${severity}">! ${severity}</span> <span class="code">${code}</span>
          <span class="count">${places.length.toLocaleString('en')}</span>
          <span class="meaning">${meaningOf(code as FindingCode)}</span>
        </summary>
        <ol class="findings">
          ${listed.map((place) => formatFinding(data, place))}
          ${
            listed.length < places.length
              ? html`<li class="rest">and ${places.length - listed.length} more, which report.json has</li>`
              : undefined
          }
        </ol>
      </details>
    </li>`
  })
}

/** From the loudest to the softest; what contradicts before what is merely absent, and what is new before the rest. */
function comparePlaces(a: Place, b: Place): number {
  return (
    SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity) ||
    Number(b.contradicts) - Number(a.contradicts) ||
    Number(a.finding.since === 'standing') - Number(b.finding.since === 'standing')
  )
}

function formatFinding({ releases }: PageData, { release, artifact, index, finding }: Place): Markup {
  const { severity, message, expected, actual, since } = finding
  const { version = '', artifacts = [] } = releases[release] ?? {}
  const path = artifact === undefined ? 'the release' : artifacts[artifact]?.path
  return html`<li
    class="finding ${severity}"
    data-release="${release}"
    data-artifact="${artifact}"
    data-finding="${index}"
  >
    <p>
      <b>${version}</b>
      <code class="path">${path}</code
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
