// How a command ended, for every entry alike: what there is to print, and for
// a runner the outputs. All text is escaped already.
import type { Digest } from '../digest.js'
import type { CodedError } from '../errors.js'
import type { ArtifactKind } from '../kubernetes/catalogue.js'
import { escapeText } from './escape.js'
import { countInventory, toInventoryBlocks } from './inventory.js'
import { type OutputOptions, toOutputs, toPathFolders } from './outputs.js'
import { type Problem, toErrorProblem, toProblems } from './problems.js'
import { type Report, formatReport } from './report.js'
import { formatSummary } from './summary.js'
import { type TextBlock, toNotes, toSources, toTextBlocks } from './text.js'

/** An artifact that was installed, for who looks at it again. */
export interface InstalledFile {
  readonly name: string
  readonly path: string
  readonly bundlePath: string | undefined
  readonly kind: ArtifactKind | 'image' | undefined
  readonly digest: Digest
}

export interface Ending {
  readonly exitCode: number
  readonly warnings: readonly string[]
  readonly notes: readonly string[]
  /** Lines before the blocks. */
  readonly heading: readonly string[]
  readonly blocks: readonly TextBlock[]
  /** Sentences after the blocks, which a narrow terminal may part. */
  readonly prose: readonly string[]
  /** Lines after that, whole; the last says what it came to. */
  readonly closing: readonly string[]
  readonly problems: readonly ToldProblem[]
  /** Paths of the files that were written. */
  readonly written: readonly string[]
  /** The whole, for programs. */
  readonly json: () => string
  /** A runner's outputs. Set on failure too, as far as they have a value. */
  readonly outputs: (machine: MachineFacts) => Readonly<Record<string, string>>
  /** A job's summary, in Markdown. */
  readonly summary?: () => string
  /** Folders for the PATH of later steps. */
  readonly pathFolders: (machine: MachineFacts) => readonly string[]
  /** What is to be hashed again at the end of the job. */
  readonly rechecked: readonly InstalledFile[]
}

/** What went wrong and what to do about it, safe to print. */
export interface ToldProblem extends Pick<Problem, 'message' | 'remedy'> {
  readonly code: string
  /** Whether a block says it already, to whoever is shown those. */
  readonly isInBlock?: boolean
}

export type MachineFacts = Pick<OutputOptions, 'pathDelimiter' | 'machine'>

/** An ending that says nothing yet. */
export const EMPTY_ENDING: Ending = {
  exitCode: 0,
  warnings: [],
  notes: [],
  heading: [],
  blocks: [],
  prose: [],
  closing: [],
  problems: [],
  written: [],
  json: () => '',
  outputs: () => ({}),
  pathFolders: () => [],
  rechecked: [],
}

export interface ReportEndingOptions {
  /** What was made of it beside: the paths, once they are written. */
  readonly reportPath?: string | undefined
  readonly bundlesFolder?: string | undefined
  /** What went wrong once the report was made. */
  readonly errors?: readonly CodedError[]
  readonly addToPath?: boolean
  readonly recheckAtEnd?: boolean
}

/** The ending of `get`, `verify` and `image`, and of whatever could not begin. */
export function toReportEnding(report: Report, options: ReportEndingOptions = {}): Ending {
  const { artifacts, trustedRoot, warnings, outcome, hosts = [] } = report
  const { reportPath, bundlesFolder, errors = [], addToPath = false, recheckAtEnd = false } = options
  return {
    ...EMPTY_ENDING,
    exitCode: report.exitCode || (errors[0]?.exitCode ?? 0),
    warnings: warnings.map(escapeText),
    notes: toNotes(report),
    heading: [
      ...toSources(report),
      ...(trustedRoot === undefined ? [] : [`Trusted root: ${escapeText(trustedRoot)}`]),
      ...(hosts.length === 0 ? [] : [`Hosts reached: ${hosts.map(escapeText).join(', ')}`]),
    ],
    blocks: toBlocks(report),
    prose: report.inventory === undefined ? [] : [countInventory(report.inventory)],
    closing: [
      ...artifacts.flatMap(({ pinned }) => (pinned === undefined ? [] : [`pinned: ${escapeText(pinned)}`])),
      ...artifacts.flatMap(({ path }) => (path === undefined ? [] : [`installed: ${escapeText(path)}`])),
      outcome,
    ],
    problems: [...toProblems(report), ...errors.map(toErrorProblem)],
    json: () => formatReport(report),
    outputs: (machine) => {
      const outputs = toOutputs(report, { ...machine, bundlesFolder, reportPath })
      const { code = '', reason = '' } = report.code === undefined ? (errors[0] ?? {}) : report
      return { ...outputs, code, reason }
    },
    summary: () => formatSummary(report),
    pathFolders: ({ machine }) => (addToPath ? toPathFolders(report, machine) : []),
    rechecked: recheckAtEnd ? toInstalledFiles(report) : [],
  }
}

/** The lists that an inventory rests on are many: what is proven of them is in the report. */
function toBlocks(report: Report): TextBlock[] {
  const { inventory } = report
  if (inventory === undefined) return toTextBlocks(report)
  return [...toTextBlocks({ ...report, releases: [] }), ...toInventoryBlocks(inventory)]
}

function toInstalledFiles({ artifacts }: Report): InstalledFile[] {
  return artifacts.flatMap(({ path, bundlePath, kind, verification: { artifact, digest } }) =>
    path === undefined || digest === undefined
      ? []
      : [{ path, bundlePath, kind, name: artifact.name, digest }],
  )
}
