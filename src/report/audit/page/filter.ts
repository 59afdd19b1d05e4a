// What is shown: a filter, its form in the address, and which artifacts match.
// Texts are put into lower case once, so that a keystroke costs one search in
// each.
import type { Outcome, PageData, PageFinding, Severity } from './page-data.js'

export interface Filter {
  /** Every word of it has to occur. */
  readonly query: string
  readonly outcome: string
  readonly severity: string
  readonly release: string
  readonly findingsOnly: boolean
}

export const NO_FILTER: Filter = { query: '', outcome: '', severity: '', release: '', findingsOnly: false }

/** The address is anybody's to write: what it holds is only ever compared. */
export function parseHash(hash: string): Filter {
  const fields = new URLSearchParams(hash.replace(/^#/, ''))
  const field = (name: string): string => fields.get(name) ?? ''
  return {
    query: field('q'),
    outcome: field('outcome'),
    severity: field('severity'),
    release: field('release'),
    findingsOnly: field('findings') === 'only',
  }
}

export function formatHash({ query, outcome, severity, release, findingsOnly }: Filter): string {
  const fields = { q: query, outcome, severity, release, findings: findingsOnly ? 'only' : '' }
  return new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== '')).toString()
}

export function isEmpty(filter: Filter): boolean {
  return formatHash(filter) === ''
}

/** What a filter looks at: an artifact, or a finding. */
export interface Subject {
  /** In lower case. */
  readonly text: string
  readonly version: string
  readonly outcome?: Outcome | undefined
  readonly severities: readonly Severity[]
}

export interface ReleaseSubjects {
  readonly artifacts: readonly Subject[]
  /** Of the release as a whole. */
  readonly findings: readonly Subject[]
}

export function toSubjects({ releases }: PageData): ReleaseSubjects[] {
  return releases.map(({ version, artifacts, findings }) => ({
    artifacts: artifacts.map(
      ({ path, name, platform = 'any', digest = '', outcome, findings: found = [] }) => ({
        text: [version, path, name, platform, digest, ...found.map(toText)].join('\n').toLowerCase(),
        version,
        outcome,
        severities: found.map(({ severity }) => severity),
      }),
    ),
    findings: findings.map((finding) => ({
      text: `${version}\n${toText(finding)}`.toLowerCase(),
      version,
      severities: [finding.severity],
    })),
  }))
}

function toText({ code, message }: PageFinding): string {
  return `${code}\n${message}`
}

export function toMatcher(filter: Filter): (subject: Subject) => boolean {
  const { outcome, severity, release, findingsOnly } = filter
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean)
  return (subject) =>
    (release === '' || subject.version === release) &&
    (outcome === '' || subject.outcome === outcome) &&
    (!findingsOnly || subject.severities.length > 0) &&
    (severity === '' || subject.severities.some((each) => each === severity)) &&
    words.every((word) => subject.text.includes(word))
}
