// What each file is, by the signed lists of releases. Pure: what was found and
// what is listed go in.
import type { Digest } from '../digest.js'
import { type ErrorCode, ERRORS } from '../errors.js'
import type { Outcome } from '../verify/verification-result.js'
import type { Findings, FoundFile, Place } from './found.js'

/** A file of a release, by the signed SBOM of that release. */
interface ListedFile {
  readonly version: string
  /** Where it stands in the release: `bin/linux/amd64/kubectl`. */
  readonly path: string
}

/** By SHA-256, as hex. */
type Listing = ReadonlyMap<string, readonly ListedFile[]>

export interface Known {
  /** Of the releases that were asked for. */
  readonly asked: Listing
  /** Of others, for who wants to know what else it is. */
  readonly others: Listing
  /** The releases that were asked for, as they are told. */
  readonly name: string
  /** Whether the list of every release that was asked for is proven. */
  readonly isWhole: boolean
}

export const FILE_STATES = ['proven', 'other-release', 'misnamed', 'unknown', 'unread'] as const
type FileState = (typeof FILE_STATES)[number]

/** One file, and what it is. */
export interface JudgedFile {
  /** The file on the disk, and then, within it, from archive to archive. May hold text from outside. */
  readonly place: Place
  readonly state: FileState
  readonly outcome: Outcome
  readonly code?: ErrorCode
  /** One sentence, which may hold text from outside. */
  readonly detail: string
  readonly sha256?: Digest
  /** In bytes. */
  readonly size?: number
  /** What it is: `v1.35.2/bin/linux/amd64/kubectl`. */
  readonly artifact?: string
}

const CODES = {
  'other-release': 'FILE_OF_OTHER_RELEASE',
  misnamed: 'FILE_MISNAMED',
  unknown: 'FILE_UNKNOWN',
  unread: 'FILE_UNREADABLE',
} as const satisfies Partial<Record<FileState, ErrorCode>>

/** Judges all that was found, by place. What is in an archive that a release lists is that archive's own. */
export function judgeFindings({ files, unread }: Findings, known: Known): JudgedFile[] {
  const listed = new Set(
    files.filter(({ sha256 }) => isListed(sha256, known)).map(({ place }) => JSON.stringify(place)),
  )
  const isWithinListed = (place: Place): boolean =>
    place.some((_, index) => index > 0 && listed.has(JSON.stringify(place.slice(0, index))))
  return [
    ...files.map((file) => judgeFile(file, known)),
    ...unread.map(({ place, why }) => toJudged({ place, state: 'unread', detail: why })),
  ].filter(({ place, state }) => {
    const isOwn = state === 'unread' && listed.has(JSON.stringify(place))
    return !isOwn && !isWithinListed(place)
  })
}

function isListed({ hex }: Digest, { asked, others }: Known): boolean {
  return asked.has(hex) || others.has(hex)
}

function judgeFile({ claim, ...file }: FoundFile, { asked, others, name, isWhole }: Known): JudgedFile {
  const own = asked.get(file.sha256.hex) ?? []
  const fitting = own.find(({ path }) => claim === undefined || nameOf(path) === claim)
  if (fitting !== undefined)
    return toJudged({ ...file, state: 'proven', detail: 'proven', artifact: placeOf(fitting) })
  const [first] = own
  if (first !== undefined) {
    const detail = `it is called like ${claim}, and is ${placeOf(first)}`
    return toJudged({ ...file, state: 'misnamed', detail, artifact: placeOf(first) })
  }
  const [other] = others.get(file.sha256.hex) ?? []
  if (other !== undefined) {
    const detail = `it is of ${other.version}, not of ${name}`
    return toJudged({ ...file, state: 'other-release', detail, artifact: placeOf(other) })
  }
  const detail = `it is called like ${claim}, and its bytes are not in ${name}`
  const unknown = toJudged({ ...file, state: 'unknown', detail })
  if (isWhole) return unknown
  // It may be of the release whose list is not proven.
  return { ...unknown, outcome: 'unverifiable', code: 'RELEASE_BINDING_UNAVAILABLE' }
}

function toJudged(file: Omit<JudgedFile, 'outcome' | 'code'>): JudgedFile {
  if (file.state === 'proven') return { ...file, outcome: 'verified' }
  const code = CODES[file.state]
  return { ...file, code, outcome: ERRORS[code].exit === 1 ? 'rejected' : 'unverifiable' }
}

function placeOf({ version, path }: ListedFile): string {
  return `${version}/${path}`
}

/** As claims are spelled. */
function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.exe$/, '')
}
