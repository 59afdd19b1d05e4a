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
  /** The digest of the SBOM that lists it; undefined where none was looked at. */
  readonly sbom?: string
}

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
    return { title, facts, tone: 'verified', lines: tellProof(current, proofs), isOpen: true }
  })
}

function tellProof(entry: LockEntry, proofs: Proofs): string[] {
  const proof = toProof(entry, proofs)
  const { signer, logEntry } = proof
  return [
    entry.digest.toString(),
    ...(signer ? [`signed by ${signer.certificateIdentity}, by the word of ${signer.oidcIssuer}`] : []),
    ...(logEntry
      ? [
          `log entry ${logEntry.logIndex}${logEntry.integratedTime ? ` of ${logEntry.integratedTime}` : ''}, UUID ${logEntry.uuid}`,
        ]
      : []),
    tellBinding(entry, proof),
  ].map(escapeText)
}

function tellBinding({ version, digest }: LockEntry, { sbom, signatureSource }: EntryProof): string {
  if (version === undefined) return 'of no release'
  if (sbom === undefined) return 'its release was not looked at: release-binding is off'
  if (signatureSource === 'release-sbom') return `proven by the signed SBOM of the release alone, ${sbom}`
  return sbom === digest.toString()
    ? 'names its release itself'
    : `listed under this path by the signed SBOM of the release, ${sbom}`
}

/** For each list of the request that changed: `stable-1.35: v1.35.2 → v1.35.3`. */
export function tellAsked({ asked }: LockChanges, show: (text: string) => string = escapeText): string[] {
  const list = (texts: readonly string[]): string => texts.map(show).join(', ') || 'nothing'
  return asked.map(({ what, name, former, current }) =>
    name === undefined
      ? `${what}: ${list(former)} → ${list(current)}`
      : `${show(name)}: ${list(former)} → ${list(current)}`,
  )
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

/** The text of a pull request, never longer than GitHub takes. */
export function formatChangesMarkdown(proven: ProvenChanges): string {
  const { changes, proofs } = proven
  const added = changes.filter(({ current }) => current !== undefined)
  const sections = [
    {
      open: '',
      items: [
        ...tellAsked(proven, toCode).map((line) => `- ${line}`),
        ...proven.warnings.map((warning) => `- **Warning**: ${toCode(warning)}`),
        ...proven.notes.map((note) => `- **Note**: ${toCode(note)}`),
      ],
      close: '',
    },
    {
      open: '|  | Artifact | Version | Digest | Log entry |\n| - | - | - | - | - |',
      items: changes.map((change) => formatRow(change, proofs)),
      close: '',
    },
    {
      open: '<details><summary>The proof of each new digest</summary>\n',
      items: added.map((change) => formatProof(change, proofs)),
      close: '\n</details>',
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
  const { kind, former, current } = change
  const { digest, path } = (current ?? former) as LockEntry
  const entry = current && toProof(current, proofs).logEntry
  const cells = [
    isBackwards(change) ? '**older**' : WORDS[kind],
    toCode(path),
    listVersions(change).map(toCode).join(' → '),
    toCode(digest.hex.slice(0, SHORT_DIGEST_LENGTH)),
    entry ? linkToEntry(entry) : '',
  ]
  return `| ${cells.join(' | ')} |`
}

function formatProof({ former, current }: LockChange, proofs: Proofs): string {
  const entry = current as LockEntry
  const proof = toProof(entry, proofs)
  const { signer, logEntry } = proof
  const before = former?.digest.toString()
  return [
    `- ${toCode(formatPlace(entry))}`,
    `  - ${toCode(entry.digest.toString())}`,
    ...(before === undefined || before === entry.digest.toString() ? [] : [`  - before: ${toCode(before)}`]),
    ...(signer
      ? [`  - signed by ${toCode(signer.certificateIdentity)}, by the word of ${toCode(signer.oidcIssuer)}`]
      : []),
    ...(logEntry
      ? [
          `  - log entry ${linkToEntry(logEntry)} of ${logEntry.integratedTime ?? 'no time of its own'}, UUID ${toCode(logEntry.uuid)}, in the log ${toCode(logEntry.logId)}`,
        ]
      : []),
    `  - ${tellBinding(entry, proof).replace(/sha256:[0-9a-f]{64}/, toCode)}`,
  ].join('\n')
}

function listVersions({ former, current }: LockChange): string[] {
  return [...new Set([former?.version, current?.version].filter((version) => version !== undefined))]
}

function toProof(entry: LockEntry, proofs: Proofs): EntryProof {
  const result = proofs.get(formatPlace(entry))
  if (result?.outcome !== 'verified' || result.digest?.equals(entry.digest) !== true)
    throw new InternalError(`${formatPlace(entry)} is told as proven, and is not`)
  const { signer, logEntry, signatureSource, checks } = result
  const { version } = entry
  const isBound = version !== undefined && didPass(checks, 'release-binding')
  const sbom = isBound ? proofs.get(formatPlace({ version, path: SBOM_PATH }))?.digest : undefined
  return {
    signatureSource,
    ...(signer && { signer }),
    ...(logEntry && { logEntry }),
    ...(sbom && { sbom: sbom.toString() }),
  }
}
