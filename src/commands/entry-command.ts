// `entry`: entries of the transparency log.
import { join } from 'node:path'
import { EMPTY_ENDING } from '../report/ending.js'
import { escapeText } from '../report/escape.js'
import { formatEntries } from '../report/entry-text.js'
import { parseEntryRequest } from '../request/entry-request.js'
import { withLocalWorld } from '../world.js'
import { runEntry } from './entry.js'
import type { RunCommand } from './surroundings.js'

/** Looks at entries, and ends with what their proofs are worth. */
export const runEntryCommand: RunCommand = async (words, { cacheFolder, onWaiting }) => {
  const request = parseEntryRequest(words)
  const world = { ...request, tufCacheFolder: join(cacheFolder, 'tuf'), onWaiting }
  const report = await withLocalWorld(world, (ports) => runEntry(request, ports))
  const { text, exitCode } = formatEntries(report, 'text')
  return {
    ...EMPTY_ENDING,
    exitCode,
    warnings: report.warnings.map(escapeText),
    closing: text.trimEnd().split('\n'),
    json: () => formatEntries(report, request.format === 'text' ? 'json' : request.format).text,
  }
}
