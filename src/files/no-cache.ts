// The cache of whoever has none.
import type { ToolCache } from '../ports.js'

export const NO_CACHE: ToolCache = {
  find: () => Promise.resolve(undefined),
  remove: () => Promise.resolve(),
  list: () => Promise.resolve([]),
  has: () => Promise.resolve(false),
}
