// What changed in a lock file, for people, for programs and for a pull request:
// each new digest with its proof. Only what was verified is called proven; of a
// former lock file it is told what stands in it. Whoever wrote a lock file wrote
// its texts: in Markdown they stand in code spans alone.
import { formatJson } from '../json/format-json.js'
import {
  type AskedChange,
  type ChangeKind,
  type LockChange,
  type LockChanges,
  isBackwards,
} from '../lock/changes.js'
import type { LockEntry } from '../lock/lock.js'
import { InternalError } from '../errors.js'
import { findArtifact, pathOf } from '../kubernetes/catalogue.js'
import { formatPlace } from '../plan/plan.js'
import { type VerificationResult, didPass } from '../verify/verification-result.js'
import { escapeText, toCode } from './escape.js'
import { fitSummary } from './fit.js'
import { linkToEntry } from './public-log.js'
import type { TextBlock } from './text.js'

const SCHEMA_VERSION = 1
/** GitHub takes 65,536 characters as the text of a pull request; some are left for whoever adds to it. */
export const MAX_BODY_BYTES = 60_000
/** Of a digest's 64 characters: enough to tell two apart by eye. */
const SHORT_DIGEST_LENGTH = 12
const SBOM = findArtifact('release-sbom')
const SBOM_PATH = SBOM === undefined ? '' : pathOf(SBOM, undefined)
const WORDS: Readonly<Record<ChangeKind, string>> = {
  added: 'added',
  removed: 'removed',
  moved: 'moved',
  proof: 'proven otherwise',
}

/** What changed, once everything in the current lock file was verified. */
export interface ProvenChanges extends LockChanges {
  readonly proofs: Proofs
  readonly trustedRoot: string
  readonly warnings: readonly string[]
  readonly notes: readonly string[]
}

/** The results of everything in a lock file, by place. */
type Proofs = ReadonlyMap<string, VerificationResult>

/** What proves one entry of the current lock file. */
interface EntryProof extends Pick<VerificationResult, 'signer' | 'logEntry' | 'signatureSource'> {
  /** `sbom`: the signed SBOM of the release lists it; `own`: it is an SBOM, and names its release itself; `off`: nobody looked. */
  readonly releaseBinding: 'sbom' | 'own' | 'off' | 'not-applicable'
  /** The digest of the SBOM that lists it. */
  readonly sbom?: string
}

/** How a text and the index of a log entry are shown. */
interface Show {
  readonly text: (text: string) => string
  readonly index: (logEntry: NonNullable<EntryProof['logEntry']>) => string
}

const IN_TEXT: Show = { text: escapeText, index: ({ logIndex }) => String(logIndex) }
const IN_MARKDOWN: Show = { text: toCode, index: linkToEntry }

/** What a reviewer has to see at once: a sentence for each release that went back. */
export function listBackwards({ changes }: LockChanges): string[] {
  return changes
    .filter(isBackwards)
    .map(({ former, current }) => `${current?.path} goes back from ${former?.version} to ${current?.version}`)
}

/** A block for each change, and its proof below. */
export function toChangeBlocks({ changes, proofs }: ProvenChanges): TextBlock[] {
  return changes.map((change): TextBlock => {
    const { kind, former, current } = change
    const title = escapeText((current ?? former)?.path ?? '')
    const versions = listVersions(change).join(' → ')
    const facts = [title, ...(versions === '' ? [] : [versions]), WORDS[kind]]
    if (current === undefined) return { title, facts, tone: 'note', lines: [] }
    const lines = tellProof(current, toProof(current, proofs), IN_TEXT)
    return { title, facts, tone: 'verified', lines, isOpen: true }
  })
}

function tellProof({ digest }: LockEntry, proof: EntryProof, show: Show): string[] {
  const { signer, logEntry } = proof
  return [
    show.text(digest.toString()),
    ...(signer
      ? [`signed by ${show.text(signer.certificateIdentity)}, by the word of ${show.text(signer.oidcIssuer)}`]
      : []),
    ...(logEntry
      ? [
          `log entry ${show.index(logEntry)} of ${logEntry.integratedTime ?? 'no time of its own'}, UUID ${show.text(logEntry.uuid)}, in the log ${show.text(logEntry.logId)}`,
        ]
      : []),
    tellBinding(proof, show),
  ]
}

function tellBinding({ releaseBinding, signatureSource, sbom = '' }: EntryProof, { text }: Show): string {
  switch (releaseBinding) {
    case 'sbom':
      return signatureSource === 'release-sbom'
        ? `proven by the signed SBOM of the release alone, ${text(sbom)}`
        : `listed under this path by the signed SBOM of the release, ${text(sbom)}`
    case 'own':
      return 'names its release itself'
    case 'off':
      return 'its release was not looked at: release-binding is off'
    case 'not-applicable':
      return 'of no release'
  }
}

/** For each list of the request that changed: `stable-1.35: v1.35.2 → v1.35.3`. */
export function tellAsked(
  asked: readonly AskedChange[],
  show: (text: string) => string = escapeText,
): string[] {
  const list = (texts: readonly string[]): string => texts.map(show).join(', ') || 'nothing'
  return asked.map(({ what, name, former, current }) => {
    return `${name === undefined ? what : show(name)}: ${list(former)} → ${list(current)}`
  })
}

/** For programs; `\n` at its end. */
export function formatChangesJson(proven: ProvenChanges): string {
  const { asked, changes, unchanged, proofs, warnings, notes } = proven
  const toState = ({ version, digest }: LockEntry) => ({ ...(version && { version }), digest })
  const shown = changes.map((change) => {
    const { kind, former, current } = change
    const { path, platform } = (current ?? former) as LockEntry
    return {
      kind,
      path,
      ...(platform && { platform }),
      ...(former && { former: toState(former) }),
      ...(current && { current: toState(current), proof: toProof(current, proofs) }),
      ...(isBackwards(change) && { isBackwards: true }),
    }
  })
  const isChanged = changes.length > 0 || asked.length > 0
  const facts = { warnings, notes, isChanged, asked: asked.map(toAskedJson), changes: shown, unchanged }
  return `${formatJson({ schemaVersion: SCHEMA_VERSION, outcome: 'verified', exitCode: 0, ...facts }, 2)}\n`
}

function toAskedJson({ what, name, former, current }: AskedChange) {
  return { what, ...(name !== undefined && { name }), former, current }
}

/** The text of a pull request, never longer than GitHub takes. What only a former lock file holds stands last, and displaces nothing. */
export function formatChangesMarkdown(proven: ProvenChanges): string {
  const { asked, changes, proofs, warnings, notes } = proven
  const current = changes.filter((change) => change.current !== undefined)
  const gone = changes.filter((change) => change.current === undefined)
  const isAsked = (change: AskedChange): boolean => change.current.length > 0
  const toItem = (line: string): string => `- ${line}`
  const sections = [
    {
      open: '',
      items: [
        ...tellAsked(asked.filter(isAsked), toCode),
        ...warnings.map((warning) => `**Warning**: ${toCode(warning)}`),
        ...notes.map((note) => `**Note**: ${toCode(note)}`),
      ].map(toItem),
      close: '',
    },
    {
      open: '|  | Artifact | Version | Digest | Log entry |\n| - | - | - | - | - |',
      items: current.map((change) => formatRow(change, proofs)),
      close: '',
    },
    {
      open: '<details><summary>The proof of each new digest</summary>\n',
      items: current.map((change) => formatProof(change, proofs)),
      close: '\n</details>',
    },
    {
      open: 'No longer in it:\n',
      items: [
        ...tellAsked(
          asked.filter((change) => !isAsked(change)),
          toCode,
        ),
        ...gone.flatMap(({ former }) => (former === undefined ? [] : toCode(formatPlace(former)))),
      ].map(toItem),
      close: '',
    },
  ]
  return fitSummary(
    ['## Kubernetes artifacts in the lock file', tellGrounds(proven)].join('\n\n'),
    sections.filter(({ items }) => items.length > 0),
    {
      toRemark: (left) =>
        `**${left} lines are left out here for want of space**; \`lock diff\` on the two files tells them all.`,
      maxBytes: MAX_BODY_BYTES,
    },
  )
}

/** What all of it rests on, by the checks themselves. */
function tellGrounds({ changes, asked, unchanged, proofs, trustedRoot }: ProvenChanges): string {
  const results = [...proofs.values()]
  const isBound = results.every(
    ({ artifact, checks }) => artifact.version === undefined || didPass(checks, 'release-binding'),
  )
  return [
    ...(changes.length + asked.length === 0 ? ['**Nothing has changed.**'] : []),
    `Before this was written, everything in the lock file was verified under the trusted root ${toCode(trustedRoot)}: the bundle beside each digest${isBound ? ', and that the signed SBOM of its release lists it' : ''}.`,
    ...(isBound ? [] : ['**Which version and file a digest is was not looked at: release-binding is off.**']),
    ...(unchanged === 0 ? [] : [`Unchanged: ${unchanged}.`]),
    'What the former lock file says is told, not proven.',
  ].join(' ')
}

function formatRow(change: LockChange, proofs: Proofs): string {
  const entry = change.current as LockEntry
  const { logEntry } = toProof(entry, proofs)
  const cells = [
    isBackwards(change) ? '**older**' : WORDS[change.kind],
    toCode(entry.path),
    listVersions(change).map(toCode).join(' → '),
    toCode(entry.digest.hex.slice(0, SHORT_DIGEST_LENGTH)),
    logEntry ? linkToEntry(logEntry) : '',
  ]
  return `| ${cells.join(' | ')} |`
}

function formatProof({ former, current }: LockChange, proofs: Proofs): string {
  const entry = current as LockEntry
  const [digest = '', ...others] = tellProof(entry, toProof(entry, proofs), IN_MARKDOWN)
  const before =
    former?.digest.equals(entry.digest) === false ? [`before: ${toCode(former.digest.toString())}`] : []
  return [
    `- ${toCode(formatPlace(entry))}`,
    ...[digest, ...before, ...others].map((line) => `  - ${line}`),
  ].join('\n')
}

function listVersions({ former, current }: LockChange): string[] {
  return [...new Set([former?.version, current?.version].filter((version) => version !== undefined))]
}

function toProof(entry: LockEntry, proofs: Proofs): EntryProof {
  const result = proofs.get(formatPlace(entry))
  if (result?.outcome !== 'verified' || result.digest?.equals(entry.digest) !== true)
    throw new InternalError(`${formatPlace(entry)} is told as proven, and is not`)
  const { signer, logEntry, signatureSource } = result
  const releaseBinding = toBinding(entry, result)
  const sbom = proofs.get(formatPlace({ version: entry.version, path: SBOM_PATH }))?.digest?.toString()
  return {
    signatureSource,
    ...(signer && { signer }),
    ...(logEntry && { logEntry }),
    releaseBinding,
    ...(releaseBinding === 'sbom' && sbom !== undefined && { sbom }),
  }
}

function toBinding(
  { version }: LockEntry,
  { artifact, checks }: VerificationResult,
): EntryProof['releaseBinding'] {
  if (version === undefined) return 'not-applicable'
  if (!didPass(checks, 'release-binding')) return 'off'
  return findArtifact(artifact.name)?.kind === 'sbom' ? 'own' : 'sbom'
}
