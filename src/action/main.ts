// Entry for a runner: inputs in; log, summary, outputs, PATH, state and exit
// code out.
import * as core from '@actions/core'
import { type CodedError, InputError, toCodedError } from '../errors.js'
import { runToEnding } from '../commands/run-command.js'
import { RUNNERS } from '../commands/runners.js'
import { escapeText } from '../report/escape.js'
import type { Ending } from '../report/ending.js'
import { type CommandName, commandsOf, findAlias } from '../request/commands.js'
import { oneOf } from '../request/fields.js'
import { hasInput, readWords } from './inputs.js'
import { publish } from './publish.js'
import { toSurroundings } from './runner.js'

const COMMANDS = commandsOf('action')

function readCommand(): CommandName {
  const text = core.getInput('command') || 'get'
  const alias = findAlias(text, 'action', hasInput)
  if (alias?.warning !== undefined) core.warning(alias.warning)
  const command = oneOf(COMMANDS)(alias?.name ?? text, 'command')
  if (command.faults === undefined) return command.value
  const [first, ...rest] = command.faults
  if (first === undefined) throw new RangeError('a command was refused without a reason')
  throw new InputError([first, ...rest])
}

async function main(): Promise<Ending> {
  const command = readCommand()
  return RUNNERS[command](readWords(command), toSurroundings())
}

/** For what goes wrong once the ending is there. */
function fail({ code, message, hint, exitCode }: CodedError): void {
  core.error(`${escapeText(message)}\n${escapeText(hint)}`, { title: code })
  process.exitCode = Number(process.exitCode ?? 0) || exitCode
}

await publish(await runToEnding(main)).catch((thrown: unknown) => {
  fail(toCodedError(thrown))
})
