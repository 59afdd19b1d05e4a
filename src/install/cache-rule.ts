// Whom what stands in a shared tool cache may belong to. On hosted runners its
// root is another user's and open to all, so that neither can be the rule: it
// is judged from below the root down to the file. Owner and mode only say who
// may write without being us: what stands there is proven in any case.
import type { BigIntStats } from 'node:fs'

/** A folder or file of a chain that leads to what is used. */
export interface Link {
  readonly path: string
  readonly stats: Pick<BigIntStats, 'uid' | 'mode' | 'isDirectory' | 'isSymbolicLink'>
}

export interface Trust {
  /** Our own effective user. */
  readonly self: bigint
  /** Of the folder that RUNNER_TOOL_CACHE names. */
  readonly rootOwner: bigint
}

export type Judgement =
  /** Used where it stands, with no write at all. */
  | { readonly kind: 'clean' }
  /** All that is open to others is ours: it is closed first. */
  | { readonly kind: 'mendable'; readonly loose: readonly Link[] }
  /** Never touched: a copy of our own is used. */
  | { readonly kind: 'foreign'; readonly reason: string }

const WRITABLE_BY_OTHERS = 0o022n
const STICKY = 0o1000n

/** Whether others may write to it, or in a folder rename what is not theirs. */
function isLoose(stats: Link['stats']): boolean {
  const isSticky = stats.isDirectory() && (stats.mode & STICKY) !== 0n
  return (stats.mode & WRITABLE_BY_OTHERS) !== 0n && !isSticky
}

/** Judges a hit. @param chain from below the root down to file and bundle */
export function judgeHit(chain: readonly Link[], trust: Trust): Judgement {
  const stranger = findStranger(chain, trust)
  if (stranger !== undefined) return { kind: 'foreign', reason: stranger }
  const loose = chain.filter(({ stats }) => isLoose(stats))
  if (loose.length === 0) return { kind: 'clean' }
  const unmendable = loose.find(({ stats }) => stats.uid !== trust.self)
  if (unmendable === undefined) return { kind: 'mendable', loose }
  return { kind: 'foreign', reason: `${unmendable.path} is open to others, and not ours to close` }
}

/** Judges where a miss would be placed. @param chain of the folders that are there, from below the root */
export function judgePlace(chain: readonly Link[], trust: Trust): string | undefined {
  const stranger = findStranger(chain, trust)
  if (stranger !== undefined) return stranger
  const loose = chain.find(({ stats }) => stats.uid === trust.self && isLoose(stats))
  return loose && `${loose.path} is ours, and open to others`
}

/** What there is to say of the root itself, which decides nothing. */
export function describeRoot({ path, stats }: Link, { self }: Trust): string | undefined {
  const isStrange = stats.uid !== self && stats.uid !== 0n
  const owner = isStrange ? `belongs to the user ${stats.uid}` : undefined
  const open = isLoose(stats) ? 'is open to others' : undefined
  const what = [owner, open].filter((each) => each !== undefined).join(' and ')
  return what === '' ? undefined : `the tool cache ${path} ${what}: who can write to it can hinder this job`
}

function findStranger(chain: readonly Link[], { self, rootOwner }: Trust): string | undefined {
  const link = chain.find(({ stats }) => stats.isSymbolicLink())
  if (link !== undefined) return `${link.path} is a link`
  const stranger = chain.find(({ stats: { uid } }) => uid !== self && uid !== 0n && uid !== rootOwner)
  return stranger && `${stranger.path} belongs to the user ${stranger.stats.uid}`
}
