// The top of an audit's page: by which means it was made, what stopped it, and
// how much came out as what.
import type { AuditReport } from '../../audit/audit-report.js'
import { SEVERITIES } from '../../audit/finding.js'
import { capped, plural } from './html-words.js'
import type { ReleaseCounts } from './page-data.js'
import { type Markup, html } from '../html.js'

/** With which means, from when on, for how long: what a reader has to know to believe the rest. */
export function formatCircumstances(report: AuditReport): Markup {
  const { depth, sample, shard, signers, trustedRoot, startedAt, durationMs, exitCode, releases } = report
  const facts: [string, Markup][] = [
    [
      'Depth',
      depth === 'full'
        ? html`<b>full</b>: the bytes were fetched and hashed`
        : html`<b>digest</b>: a signed digest is not verified bytes; nobody looked at the bytes`,
    ],
  ]
  if (sample !== undefined)
    facts.push([
      'Sample',
      html`${sample.perRelease} artifacts of each release in full, seed <code>${sample.seed}</code>`,
    ])
  if (shard !== undefined)
    facts.push(['Shard', html`${shard.number} of ${shard.of} of plan <code>${shard.plan}</code>`])
  facts.push(
    ['Started', html`<time datetime="${startedAt}">${startedAt}</time>, took ${formatDuration(durationMs)}`],
    ['Scope', html`${plural(releases.length, 'release')}`],
    ['Exit code', html`${exitCode}`],
  )
  if (trustedRoot !== undefined) facts.push(['Trusted root', html`<bdi>${trustedRoot}</bdi>`])
  const { release, image } = signers
  facts.push(
    [
      'Release signer',
      html`<code>${release.certificateIdentity}</code> by <code>${release.oidcIssuer}</code>`,
    ],
    ['Image signer', html`<code>${image.certificateIdentity}</code> by <code>${image.oidcIssuer}</code>`],
  )
  return html`<dl class="facts">
    ${facts.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}

function formatDuration(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** What stopped the audit, if anything did. */
export function formatError({ error }: AuditReport): Markup | undefined {
  return (
    error &&
    html`<section class="box bad" aria-label="What stopped the audit">
      <p><b class="code">${error.code}</b> <bdi>${error.message}</bdi></p>
      <p><bdi>${error.hint}</bdi></p>
    </section>`
  )
}

/** The audit's warnings, if there are any. */
export function formatWarnings({ warnings }: AuditReport): Markup | undefined {
  return warnings.length === 0
    ? undefined
    : html`<section class="box warning" aria-labelledby="warnings-title">
        <h2 id="warnings-title">Warnings</h2>
        <ul>
          ${capped(warnings, (warning) => html`<li><bdi>${warning}</bdi></li>`)}
        </ul>
      </section>`
}

/** The tiles above the page, with the counts of all releases. */
export function formatCounts(releases: readonly ReleaseCounts[]): Markup {
  const sum = (count: (of: ReleaseCounts) => number): number =>
    releases.reduce((total, each) => total + count(each), 0)
  const tiles: [string, number, string][] = [
    ['artifacts', sum(({ artifacts }) => artifacts), 'plain'],
    ['✓ signed digests', sum(({ digests }) => digests), 'good'],
    ['✓ verified bytes', sum(({ bytes }) => bytes), 'good'],
    ['✗ rejected', sum(({ rejected }) => rejected), 'bad'],
    ['? unverifiable', sum(({ unverifiable }) => unverifiable), 'open'],
    ...SEVERITIES.map((severity): [string, number, string] => {
      const count = sum(({ findings }) => findings[severity])
      return [`! ${severity}${count === 1 ? '' : 's'}`, count, severity]
    }),
  ]
  return html`<section aria-label="Counts">
    <ul class="tiles">
      ${tiles.map(
        ([label, count, tone]) =>
          html`<li class="${count === 0 ? 'zero' : tone}">
            <b>${count.toLocaleString('en')}</b> <span>${label}</span>
          </li>`,
      )}
    </ul>
  </section>`
}
