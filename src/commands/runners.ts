// What runs each command. Each is loaded when it is asked for: together they
// are most of the program.
import type { CommandName } from '../request/commands.js'
import type { Ending } from '../report/ending.js'
import type { Words } from '../request/input.js'
import { runPlan } from './plan-command.js'
import type { RunCommand, Start } from './surroundings.js'

const loadGet = () => import('./get-command.js')
const loadAudits = () => import('./audit/command.js')

const RUNNERS: Readonly<Record<Exclude<CommandName, 'plan'>, RunCommand>> = {
  get: async (...given) => (await loadGet()).runGet(...given),
  export: async (...given) => (await loadGet()).runExport(...given),
  checksums: async (...given) => (await import('./checksums.js')).runChecksumsCommand(...given),
  'lock update': async (...given) => (await import('./lock-update.js')).runLockUpdate(...given),
  'lock diff': async (...given) => (await import('./lock-diff.js')).runLockDiff(...given),
  verify: async (...given) => (await import('./verify-command.js')).runVerifyCommand(...given),
  image: async (...given) => (await import('./image-command.js')).runImageCommand(...given),
  entry: async (...given) => (await import('./entry-command.js')).runEntryCommand(...given),
  audit: async (...given) => (await loadAudits()).runAuditCommand(...given),
  'plan-shards': async (...given) => (await loadAudits()).runPlanShards(...given),
  merge: async (...given) => (await loadAudits()).runMerge(...given),
}

/** Runs a command, whichever it is: words in, an ending out. */
export async function runCommand(command: CommandName, words: Words, start: Start): Promise<Ending> {
  if (command === 'plan') return runPlan(words, start)
  return RUNNERS[command](words, await start.toSurroundings())
}
