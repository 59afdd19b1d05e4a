// What runs each command. Audits are loaded only when they are asked for.
import type { CommandName } from '../request/commands.js'
import { runChecksumsCommand } from './checksums.js'
import { runEntryCommand } from './entry-command.js'
import { runExport, runGet, runPlan } from './get-command.js'
import { runImageCommand } from './image-command.js'
import type { RunCommand } from './surroundings.js'
import { runVerifyCommand } from './verify-command.js'

const loadAudits = () => import(/* webpackMode: "eager" */ './audit/command.js')

/** What runs each command, in one form: words and surroundings in, an ending out. */
export const RUNNERS: Readonly<Record<CommandName, RunCommand>> = {
  get: runGet,
  plan: runPlan,
  export: runExport,
  checksums: runChecksumsCommand,
  verify: runVerifyCommand,
  image: runImageCommand,
  entry: runEntryCommand,
  audit: async (...given) => (await loadAudits()).runAuditCommand(...given),
  'plan-shards': async (...given) => (await loadAudits()).runPlanShards(...given),
  merge: async (...given) => (await loadAudits()).runMerge(...given),
}
