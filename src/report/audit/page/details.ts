// Everything about one artifact, in a dialog. The browser keeps the keyboard
// inside it, closes it on Escape, and gives the focus back.
import { PROVEN, PROVEN_IN_FULL, toCellState } from './cell-state.js'
import { buttonWith, element } from './dom.js'
import type { PageArtifact, PageData, PageFinding, PageProblem, PageRelease, Status } from './page-data.js'

const MARKS: Readonly<Record<Status, string>> = { passed: '✓', failed: '✗', 'not-run': '–' }
const WORDS: Readonly<Record<Status, string>> = { passed: 'passed', failed: 'failed', 'not-run': 'not run' }

/** An artifact of the report, with the release that it is of. */
export interface Shown {
  readonly data: PageData
  readonly release: PageRelease
  readonly artifact: PageArtifact
}

/** Opens the dialog with everything about one artifact. */
export function showDetails(dialog: HTMLDialogElement, { data, release, artifact }: Shown): void {
  const { path, name, platform, findings = [], problems = [], checks } = artifact
  const { symbol, text, tone } = toCellState(artifact)
  const close = buttonWith('Close', 'close', () => {
    dialog.close()
  })
  dialog.replaceChildren(
    element('header', {}, [
      element('h2', { attributes: { id: 'details-title' } }, [
        element('bdi', { text: name }),
        element('span', { class: 'platform', text: `${platform ?? 'any platform'} · ${release.version}` }),
      ]),
      close,
    ]),
    element('p', {}, [element('span', { class: `badge ${tone}`, text: `${symbol} ${text}` })]),
    toFacts(data, artifact),
    ...toSection('Findings', findings, (finding) => toFinding(release.version, path, finding)),
    ...toSection('Checks that did not pass', problems, toProblem),
    ...toSection('All checks', Object.entries(data.checkLists[checks] ?? {}), toCheck),
  )
  dialog.showModal()
}

function toSection<T>(title: string, all: readonly T[], format: (each: T) => HTMLElement): Node[] {
  if (all.length === 0) return []
  const list = element('ul', { class: 'plain' }, all.map(format))
  return [element('h3', { text: `${title} (${all.length})` }), list]
}

function toFacts(
  data: PageData,
  { path, kind, outcome, digest, depth, size, signer, logEntry }: PageArtifact,
): HTMLElement {
  const by = signer === undefined ? undefined : data.signers[signer]
  const facts: [string, string | Node | undefined][] = [
    ['Path', path],
    ['Kind', toProse(kind)],
    ['Outcome', toProse(outcome === 'verified' ? `verified: ${PROVEN[depth]}` : outcome)],
    ['Digest', digest ?? toProse('none is known')],
    ['Size', size === undefined ? undefined : toProse(`${size.toLocaleString('en')} bytes`)],
    ['Depth', toProse(PROVEN_IN_FULL[depth])],
    ['Certificate identity', by?.certificateIdentity ?? toProse('not proven')],
    ['OIDC issuer', by?.oidcIssuer],
  ]
  if (logEntry === undefined) {
    facts.push(['Log entry', toProse('not proven')])
  } else {
    const { log, logIndex, integratedTime, uuid } = logEntry
    const { logId, search } = data.logs[log] ?? {}
    facts.push(
      [
        'Log index',
        search === undefined ? String(logIndex) : linkTo(`${search}${logIndex}`, String(logIndex)),
      ],
      ['Integrated time', integratedTime ?? toProse('not proven')],
      ['Log entry', uuid],
      ['Log ID', logId],
    )
  }
  return element(
    'dl',
    { class: 'facts' },
    facts.flatMap(([term, value]) =>
      value === undefined
        ? []
        : [
            element('div', {}, [
              element('dt', { text: term }),
              element('dd', {}, [typeof value === 'string' ? element('code', { text: value }) : value]),
            ]),
          ],
    ),
  )
}

function toProse(text: string): HTMLElement {
  return element('span', { text })
}

function linkTo(href: string, text: string): HTMLElement {
  const attributes = { href, target: '_blank', rel: 'noopener noreferrer' }
  return element('a', { text: `${text} (public log)`, attributes })
}

function toCheck([id, status]: [string, Status]): HTMLElement {
  return element('li', { class: `check ${status}` }, [
    element('span', { class: 'mark', text: MARKS[status], attributes: { 'aria-hidden': 'true' } }),
    element('span', { text: id }),
    element('span', { class: 'status', text: WORDS[status] }),
  ])
}

function toProblem({ id, status, code, detail, ...compared }: PageProblem): HTMLElement {
  return element('li', { class: 'finding' }, [
    element('p', {}, [
      element('span', { text: `${MARKS[status]} ${id}: ${WORDS[status]} ` }),
      code === undefined ? undefined : element('span', { class: 'code', text: code }),
    ]),
    ...toTexts(detail, compared),
  ])
}

/** @param path absent where it concerns the release as a whole */
export function toFinding(version: string, path: string | undefined, finding: PageFinding): HTMLElement {
  const { code, severity, message, since } = finding
  return element('li', { class: `finding ${severity}` }, [
    element('p', {}, [
      element('span', { class: `badge ${severity}`, text: `! ${severity}` }),
      element('span', { class: 'code', text: code }),
      since === undefined ? undefined : element('span', { class: 'since', text: since }),
      toCopyButton(sentenceOf(version, path, finding)),
    ]),
    ...toTexts(message, finding),
  ])
}

function toTexts(message: string, compared: Pick<PageFinding, 'expected' | 'actual'>): HTMLElement[] {
  const lines = (['expected', 'actual'] as const).flatMap((label) => {
    const text = compared[label]
    return text === undefined
      ? []
      : [
          element('p', { class: 'compared' }, [
            element('span', { class: 'label', text: label }),
            element('code', { text }),
          ]),
        ]
  })
  return [element('p', { class: 'message' }, [element('bdi', { text: message })]), ...lines]
}

/** To paste into an issue. */
export function sentenceOf(version: string, path: string | undefined, finding: PageFinding): string {
  const { code, message, expected, actual } = finding
  const compared = Object.entries({ expected, actual })
    .filter(([, text]) => text !== undefined)
    .map(([label, text]) => `${label} ${text ?? ''}`)
  const where = path === undefined ? version : `${version} ${path}`
  return `${where}: ${code}: ${message}${compared.length === 0 ? '' : ` (${compared.join(', ')})`}`
}

/** No button where the browser gives no clipboard. */
export function toCopyButton(sentence: string): HTMLElement | undefined {
  if (!('clipboard' in navigator)) return undefined
  const button = buttonWith('Copy', 'quiet', () => {
    navigator.clipboard.writeText(sentence).then(
      () => {
        button.textContent = 'Copied'
      },
      () => {
        button.textContent = 'Copying is not allowed'
      },
    )
  })
  button.setAttribute('aria-live', 'polite')
  return button
}
