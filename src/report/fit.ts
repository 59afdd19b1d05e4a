// A job summary as large as GitHub takes it: what does not fit is left out
// whole, so that markup is never cut, and said.

/** GitHub takes 1 MiB less 2 bytes for a step, and refuses the whole of what is larger. */
export const MAX_SUMMARY_BYTES = 1024 * 1024 - 2
/** For the sentence that says what was left out. */
const RESERVED_BYTES = 200

/** Text between two others that stand or fall with it. */
export interface Section {
  readonly open: string
  /** Each is taken whole or left out. */
  readonly items: readonly string[]
  readonly close: string
}

export interface FitOptions {
  /** Says in one sentence how many items were left out. */
  readonly toRemark: (left: number) => string
  /** Default: what GitHub takes as a summary. */
  readonly maxBytes?: number
}

/**
 * Joins what fits below the limit, in the order given.
 * @param head is kept in any case
 */
export function fitSummary(
  head: string,
  sections: readonly Section[],
  { toRemark, maxBytes = MAX_SUMMARY_BYTES }: FitOptions,
): string {
  const parts = [head]
  let bytes = Buffer.byteLength(head) + RESERVED_BYTES
  let left = 0
  for (const { open, items, close } of sections) {
    const frame = Buffer.byteLength(open + close) + 4
    const fitting: string[] = []
    for (const item of items) {
      const size = Buffer.byteLength(item) + 1
      if (bytes + frame + size > maxBytes) left++
      else {
        fitting.push(item)
        bytes += size
      }
    }
    if (fitting.length === 0 && bytes + frame > maxBytes) continue
    bytes += frame
    parts.push([open, ...fitting, close].filter((part) => part !== '').join('\n'))
  }
  if (left > 0) parts.push(toRemark(left))
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
