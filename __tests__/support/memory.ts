// Ports in memory: a log of the lab's trees, and files by their URL.
import { EvidenceError, ReleaseError } from '../../src/errors.js'
import { fileNameOf } from '../../src/gather/beside.js'
import type { LoggedEntry, TransparencyLog as Tree } from '../../src/lab/transparency-log.js'
import type { ArtifactUrls } from '../../src/plan/plan.js'
import type { LoggedCopies, ReleaseSite, TransparencyLog } from '../../src/ports.js'

/** What was asked for, in order: `entry abcd…`, `copies …`, `batch 3`, `search …`. */
interface Asked {
  readonly asked: string[]
}

/** @param trees the active one first, as a leaf hash is looked for */
export function logOf(...trees: readonly Tree[]): TransparencyLog & Asked {
  const asked: string[] = []
  const answersFor = (id: string): string[] =>
    trees.flatMap((tree) => {
      const isHere = id.length === 64 || id.startsWith(tree.treeId)
      const entry = isHere ? tree.find(id.slice(-64)) : undefined
      return entry === undefined ? [] : [answerOf(tree, entry)]
    })
  const missing = (id: string | number) =>
    new EvidenceError('EVIDENCE_LOG_ENTRY_MISSING', `the log has no entry ${id}`)
  const first = (id: string): string => {
    const [answer] = answersFor(id)
    if (answer === undefined) throw missing(id)
    return answer
  }
  return {
    asked,
    fetchEntry: async ({ hex }, { isExpected } = { isExpected: false }) => {
      asked.push(`${isExpected ? 'expected ' : ''}entry ${hex}`)
      return Promise.resolve({ answers: [first(hex)], isComplete: false })
    },
    fetchCopies: ({ hex }) => {
      asked.push(`copies ${hex}`)
      return Promise.resolve({ answers: answersFor(hex), isComplete: true })
    },
    fetchEntryBy: async (id) => {
      asked.push(`by ${id}`)
      if (typeof id === 'string') return Promise.resolve(first(id))
      const found = trees.flatMap((tree) => {
        const entry = tree.findByIndex(id)
        return entry === undefined ? [] : [answerOf(tree, entry)]
      })
      if (found[0] === undefined) throw missing(id)
      return Promise.resolve(found[0])
    },
    fetchBatch: (ids) => {
      asked.push(`batch ${ids.length}`)
      return Promise.resolve(
        ids.map((id) => {
          const answers = answersFor(id)
          return answers.length === 0 ? { error: missing(id) } : { value: { answers, isComplete: true } }
        }),
      )
    },
    fetchConsistencyProof: () => Promise.resolve([]),
    search: (digest) => {
      asked.push(`search ${digest.hex}`)
      return Promise.resolve(
        trees.flatMap((tree) => tree.search(digest.toString()).map(({ leafHash }) => tree.uuid(leafHash))),
      )
    },
  }
}

/** One tree's copy, as the log answers with it. */
export function answerOf(tree: Tree, entry: LoggedEntry): string {
  return JSON.stringify({ [tree.uuid(entry.leafHash)]: tree.answer(entry) })
}

/** The same log, with no batches, and copies of one shard alone. */
export function withFailure(log: TransparencyLog, failure: LoggedCopies['failure']): TransparencyLog {
  return {
    ...log,
    fetchCopies: async (leafHash) => {
      const { answers } = await log.fetchCopies(leafHash)
      return { answers: answers.slice(0, 1), isComplete: false, ...(failure && { failure }) }
    },
    fetchBatch: (ids) =>
      Promise.all(
        ids.map(async (id) => ({ value: { answers: [await log.fetchEntryBy(id)], isComplete: false } })),
      ),
  }
}

type Site = Pick<
  ReleaseSite,
  | 'fetchSignature'
  | 'fetchCertificate'
  | 'fetchBundle'
  | 'fetchChecksum'
  | 'fetchChecksumSha512'
  | 'fetchPaper'
>

/** @param files by the end of their URL; an error is what asking for one comes to */
export function siteOf(files: Readonly<Record<string, Buffer | string | Error>>): Site & Asked {
  const asked: string[] = []
  const find = async (url: URL, missing: Error): Promise<Buffer> => {
    const name = fileNameOf(url)
    asked.push(name)
    const file = files[name] ?? missing
    if (file instanceof Error) throw file
    return Promise.resolve(Buffer.from(file))
  }
  const none = (piece: string) =>
    new EvidenceError(`EVIDENCE_${piece}_MISSING` as 'EVIDENCE_BUNDLE_MISSING', 'none')
  const paper = (): ReleaseError => new ReleaseError('RELEASE_PAPER_MISSING', 'none')
  return {
    asked,
    fetchSignature: ({ signature }: ArtifactUrls) => find(signature, none('SIGNATURE')),
    fetchCertificate: ({ certificate }: ArtifactUrls) => find(certificate, none('CERTIFICATE')),
    fetchBundle: ({ bundle }: ArtifactUrls) => find(bundle, none('BUNDLE')),
    fetchChecksum: ({ checksum }: ArtifactUrls) => find(checksum, none('CHECKSUM')),
    fetchChecksumSha512: ({ checksumSha512 }: ArtifactUrls) => find(checksumSha512, paper()),
    fetchPaper: ({ artifact }: ArtifactUrls) => find(artifact, paper()),
  }
}
