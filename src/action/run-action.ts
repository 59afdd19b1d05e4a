// What every action does: inputs in; log, summary, outputs, PATH, state and
// exit code out.
import * as core from '@actions/core'
import { runToEnding } from '../commands/run-command.js'
import type { RunCommand } from '../commands/surroundings.js'
import { endOnUncaught } from '../commands/uncaught.js'
import { type CodedError, InstallError, messageOf, toCodedError } from '../errors.js'
import { escapeText } from '../report/escape.js'
import type { CommandName } from '../request/commands.js'
import { toResult } from '../result.js'
import { readWords } from './inputs.js'
import { publish } from './publish.js'
import { toSurroundings } from './runner.js'

/** Runs a command with the step's inputs. Never rejects: what went wrong is in the log, and the step has failed. */
export async function runAction(command: CommandName, run: RunCommand): Promise<void> {
  const over = endOnUncaught(fail)
  const ending = await runToEnding(() => run(readWords(command), toSurroundings()))
  await publish(ending).catch((thrown: unknown) => {
    fail(toPublishingError(thrown))
  })
  over()
}

/** What @actions/core says of a file of the runner's that is not there: no bug of ours. */
const NO_FILE = /^(?:Missing file at path|Unable to access summary file|Unable to find environment variable)/

function toPublishingError(thrown: unknown): CodedError {
  const message = messageOf(thrown)
  if (!NO_FILE.test(message)) return toCodedError(thrown)
  return new InstallError('INSTALL_WRITE_FAILED', `the runner's file cannot be written: ${message}`)
}

/** For what goes wrong once the ending is there: the first error is the run's, and its code the outputs'. */
function fail({ code, reason, message, hint, exitCode }: CodedError): void {
  core.error(`${escapeText(message)}\n${escapeText(hint)}`, { title: code })
  if (Number(process.exitCode ?? 0) !== 0) return
  process.exitCode = exitCode
  // Where that is what cannot be written, the log alone says it.
  toResult(() => {
    core.setOutput('code', code)
    core.setOutput('reason', reason)
  })
}
