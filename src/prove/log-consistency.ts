// That a transparency log is the same for everybody, over time: all heads that
// a run has seen, and those that were seen before, have to be of one log that
// has only grown. Only heads that the log has signed count, and only two such
// heads can contradict each other; a proof that is missing or does not fit
// proves nothing.
import pLimit from 'p-limit'
import { CodedError, toCodedError } from '../errors.js'
import {
  type SeenCheckpoint,
  formatCheckpointFile,
  parseCheckpointFile,
} from '../evidence/checkpoint-file.js'
import type { LockFile, TransparencyLog } from '../ports.js'
import { type Result, toResultAsync } from '../result.js'
import type { TrustedRoot } from '../trust/trusted-root.js'
import { compareHeads } from '../verify/consistency.js'
import { type Step, type TreeView, viewTrees } from '../verify/log-states.js'
import type { Proof } from '../verify/proof.js'
import { type SignedTree, readSignedTree, signedTreesOf } from '../verify/signed-tree.js'
import { formatTime } from '../verify/signing-time.js'

const CONCURRENT_REQUESTS = 8

/** What came of looking at one tree of a log. */
export interface LogState {
  /** Hex. */
  readonly logId: string
  /** 16 hex characters; empty of a log of Rekor v2. */
  readonly treeId: string
  readonly state: 'first-seen' | 'consistent' | 'unproven' | 'inconsistent'
  /** Of the largest head to which everything before it leads. */
  readonly treeSize: number
  /** The signed note of that head; of an inconsistent tree both, as whoever is shown them needs. */
  readonly checkpoints: readonly string[]
  /** Why it is unproven, or inconsistent. */
  readonly error?: CodedError
}

export interface LogViewInput {
  readonly seen: readonly SignedTree[]
  /** Heads from before, verified by key. */
  readonly former: readonly SignedTree[]
  /** Undefined where the log is not asked: then only heads of one size are compared. */
  readonly log: Pick<TransparencyLog, 'fetchConsistencyProof'> | undefined
}

/** Looks at every tree of which something was seen. Never rejects. */
export async function judgeLogs({ seen, former, log }: LogViewInput): Promise<LogState[]> {
  const limit = pLimit(CONCURRENT_REQUESTS)
  const isOf =
    ({ logId, treeId }: TreeView) =>
    (head: SignedTree): boolean =>
      head.logId === logId && head.treeId === treeId
  // Of a tree that this run did not see there is nothing to say.
  const views = viewTrees([...former, ...seen]).filter((view) => seen.some(isOf(view)))
  return Promise.all(
    views.map((view) => {
      const isKnown = former.some(isOf(view))
      return judgeTree(view, isKnown, log && ((step) => limit(() => proveStep(step, log))))
    }),
  )
}

type ProveStep = (step: Step) => Promise<Result<'consistent'>>

async function judgeTree(
  { logId, treeId, heads, contradiction, steps }: TreeView,
  isKnown: boolean,
  prove: ProveStep | undefined,
): Promise<LogState> {
  const tree = { logId, treeId }
  const [smallest] = heads
  if (smallest === undefined) throw new RangeError('a tree was seen, and no head of it')
  if (contradiction !== undefined) return toInconsistent(contradiction)
  const proofs = prove === undefined ? [] : await Promise.all(steps.map(prove))
  const refuted = proofs.findIndex(({ error }) => error?.code === 'LOG_INCONSISTENT')
  if (steps[refuted] !== undefined) return toInconsistent(steps[refuted])
  const gap = proofs.findIndex(({ error }) => error !== undefined)
  const error = proofs[gap]?.error
  // A gap anywhere, and what lies behind it is not known to have grown out of what lies before.
  const last = (error === undefined ? heads.at(-1) : steps[gap]?.first) ?? smallest
  const head = { treeSize: last.treeSize, checkpoints: [last.checkpoint] }
  if (error !== undefined) return { ...tree, state: 'unproven', ...head, error }
  return { ...tree, state: isKnown ? 'consistent' : 'first-seen', ...head }
}

async function proveStep(
  { first, second }: Step,
  log: Pick<TransparencyLog, 'fetchConsistencyProof'>,
): Promise<Result<'consistent'>> {
  const sizes = { treeId: first.treeId, firstSize: first.treeSize, lastSize: second.treeSize }
  const proof = await toResultAsync(log.fetchConsistencyProof(sizes))
  if (proof.error !== undefined) return { error: toUnproven({ first, second }, proof.error) }
  const consistency = compareHeads(first, second, proof.value)
  if (consistency === 'consistent') return { value: 'consistent' }
  if (consistency === 'unproven') return { error: toUnproven({ first, second }) }
  return { error: toContradiction({ first, second }) }
}

function toInconsistent(step: Step): LogState {
  const { logId, treeId, treeSize } = step.first
  const checkpoints = [step.first.checkpoint, step.second.checkpoint]
  return { logId, treeId, state: 'inconsistent', treeSize, checkpoints, error: toContradiction(step) }
}

/** Both notes stand in it whole: they prove it to anybody. */
function toContradiction({ first, second }: Step): CodedError {
  const notes = [first, second].map(({ checkpoint }) => JSON.stringify(checkpoint))
  const message = `the log ${describeTree(first)} has signed two states that exclude each other: ${notes.join(' and ')}`
  return new CodedError('LOG_INCONSISTENT', message, {
    expected: formatHead(first),
    actual: formatHead(second),
  })
}

function toUnproven({ first, second }: Step, cause?: CodedError): CodedError {
  const why = cause === undefined ? "the log's proof does not lead from one to the other" : cause.message
  const message = `nothing proves that the log ${describeTree(first)} of ${first.treeSize} entries has grown to that of ${second.treeSize}: ${why}`
  return new CodedError('LOG_CONSISTENCY_UNPROVEN', message, {
    expected: formatHead(first),
    actual: formatHead(second),
    ...(cause?.exitCode === 3 && { reason: cause.reason }),
    cause,
  })
}

/** `c0d23d6ad406, tree 24296fb24b8ad77a,` */
function describeTree({ logId, treeId }: Pick<SignedTree, 'logId' | 'treeId'>): string {
  return `${logId.slice(0, 12)}${treeId === '' ? '' : `, tree ${treeId},`}`
}

function formatHead({ treeSize, rootHash }: SignedTree): string {
  return `tree size ${treeSize}, root ${rootHash.toString('hex')}`
}

export interface FormerTrees {
  readonly trees: readonly SignedTree[]
  /** A sentence for each that counts for nothing. */
  readonly warnings: readonly string[]
}

/**
 * Heads that were kept, once their signatures are those of the logs that they name.
 * @throws CodedError CHECKPOINT_INVALID for one that the log did not sign
 */
export function readFormer(
  kept: readonly Pick<SeenCheckpoint, 'logId' | 'treeId' | 'checkpoint'>[],
  root: TrustedRoot,
): FormerTrees {
  const trees: SignedTree[] = []
  const warnings: string[] = []
  for (const each of kept) {
    const read = readSignedTree(each, root)
    if (read?.value === 'forged') {
      const message = `the checkpoint that is kept of the log ${describeTree(each)} was not signed by it`
      throw new CodedError('CHECKPOINT_INVALID', message)
    }
    if (read === undefined)
      warnings.push(`the log ${describeTree(each)} of which a checkpoint is kept is not in the trusted root`)
    else if (read.error !== undefined) throw toCodedError(read.error)
    else trees.push(read.value)
  }
  return { trees, warnings }
}

/** The text of the file after a run; what did not move stays as it is, and nothing moves backwards. */
function recordCheckpoints(
  former: readonly SeenCheckpoint[],
  states: readonly LogState[],
  now: number,
): string {
  const seen = formatTime(new Date(now))
  const byTree = new Map(former.map((each) => [`${each.logId} ${each.treeId}`, each]))
  for (const { logId, treeId, state, checkpoints } of states) {
    const [checkpoint] = checkpoints
    // Of Rekor v2 no proof can be asked for.
    if (treeId === '' || checkpoint === undefined || !['first-seen', 'consistent'].includes(state)) continue
    const known = byTree.get(`${logId} ${treeId}`)
    if (known?.checkpoint === checkpoint) continue
    byTree.set(`${logId} ${treeId}`, {
      logId,
      treeId,
      firstSeen: known?.firstSeen ?? seen,
      seen,
      checkpoint,
    })
  }
  return formatCheckpointFile([...byTree.values()])
}

/** What was kept of logs before, as the file has it. */
export interface KeptCheckpoints {
  /** Undefined when there is no file yet. */
  readonly text: string | undefined
  readonly checkpoints: readonly SeenCheckpoint[]
}

/**
 * Reads the file of what was seen before.
 * @returns undefined when none was named
 * @throws LockError LOG_CHECKPOINT_MALFORMED
 */
export async function readCheckpoints(file: LockFile | undefined): Promise<KeptCheckpoints | undefined> {
  if (file === undefined) return undefined
  const text = await file.read()
  return { text, checkpoints: text === undefined ? [] : parseCheckpointFile(text) }
}

export interface WatchContext {
  /** Undefined: heads of one size are compared, and nothing is asked. */
  readonly kept: KeptCheckpoints | undefined
  readonly file: LockFile | undefined
  readonly trustedRoot: TrustedRoot
  readonly log: Pick<TransparencyLog, 'fetchConsistencyProof'>
  readonly now: number
  readonly warn: (message: string) => void
}

export interface Watched {
  readonly states: readonly LogState[]
  /** The worst of what was found. */
  readonly error: CodedError | undefined
  /**
   * The new text of the file, to be written at once; undefined where it stays as it is. What another run has written
   * there meanwhile is compared first.
   * @throws CodedError LOG_INCONSISTENT, LOG_CONSISTENCY_UNPROVEN, CHECKPOINT_INVALID, LOG_CHECKPOINT_MALFORMED
   */
  readonly settle: () => Promise<string | undefined>
}

/**
 * Compares all that the proofs of a run have shown of logs, and what was kept before.
 * @throws CodedError CHECKPOINT_INVALID
 */
export async function watchLogs(
  proofs: readonly Pick<Proof, 'judged'>[],
  context: WatchContext,
): Promise<Watched> {
  const { states, error, text } = await compareLogs(proofs, context)
  const settle = async (): Promise<string | undefined> => {
    const kept = await readCheckpoints(context.file)
    if (kept?.text === context.kept?.text) return text
    const again = await compareLogs(proofs, { ...context, kept, warn: () => undefined })
    if (again.error !== undefined) throw again.error
    return again.text
  }
  return { states, error, settle }
}

async function compareLogs(
  proofs: readonly Pick<Proof, 'judged'>[],
  { kept, trustedRoot, log, now, warn }: WatchContext,
): Promise<Omit<Watched, 'settle'> & { readonly text: string | undefined }> {
  const former = readFormer(kept?.checkpoints ?? [], trustedRoot)
  for (const warning of former.warnings) warn(warning)
  const seen = proofs.flatMap(signedTreesOf)
  if (kept !== undefined && seen.length === 0)
    warn('nothing that was looked at shows a state of a log, so that log-checkpoint had nothing to compare')
  const all = await judgeLogs({ seen, former: former.trees, log: kept && log })
  const states = kept === undefined ? all.filter(({ state }) => state === 'inconsistent') : all
  const errors = states.flatMap(({ error }) => error ?? [])
  const error = errors.find(({ code }) => code === 'LOG_INCONSISTENT') ?? errors[0]
  const text = kept && recordCheckpoints(kept.checkpoints, states, now)
  return { states, error, text: text === kept?.text ? undefined : text }
}
