// get. The other actions have entries of their own; under the
// former input `command` they are found from here.
import * as core from '@actions/core'
import { runGet } from '../commands/get-command.js'
import { FORMER_PLANNER, PLANNER_WARNING, commandsOf, titleOf } from '../request/commands.js'
import { oneOf } from '../request/fields.js'
import { runAction } from './run-action.js'

/** Beside this program in dist/, not inside it. */
const OTHERS: Readonly<Record<string, string>> = {
  verify: './verify.js',
  image: './verify.js',
  audit: './audit.js',
  'plan-shards': './plan-shards.js',
  merge: './merge.js',
}

const given = core.getInput('command')
if (given === FORMER_PLANNER) core.warning(PLANNER_WARNING)
const command = oneOf(commandsOf('action'))(
  given === FORMER_PLANNER ? 'plan-shards' : given || 'get',
  'command',
)
const program = OTHERS[command.value ?? '']
// Nothing is awaited at the top of a bundle: V8 would read all of it twice.
if (command.value === undefined || program === undefined) {
  void runAction('get', async (words, surroundings) =>
    runGet({ ...words, faults: [...words.faults, ...(command.faults ?? [])] }, surroundings),
  )
} else {
  core.notice(`"command: ${command.value}" is a former way to say ${titleOf(command.value)}`)
  void import(/* webpackIgnore: true */ program)
}
