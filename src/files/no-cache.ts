// The cache of whoever has none.
import type { ToolCache } from '../ports.js'

/** The cache of who has none: nothing is found in it. */
export const NO_CACHE: ToolCache = {
  find: () => Promise.resolve(undefined),
  remove: () => Promise.resolve(),
  list: () => Promise.resolve([]),
  has: () => Promise.resolve(false),
}
