// The actions of audits, in one bundle that their small entries load: they are
// one program but for where it begins.
import { runAuditCommand, runMerge, runPlanShards } from '../commands/audit/command.js'
import { runAction } from './run-action.js'

/** Runs …/audit. */
export const audit = (): Promise<void> => runAction('audit', runAuditCommand)

/** Runs …/audit/plan. */
export const planShards = (): Promise<void> => runAction('plan-shards', runPlanShards)

/** Runs …/audit/merge. */
export const merge = (): Promise<void> => runAction('merge', runMerge)
