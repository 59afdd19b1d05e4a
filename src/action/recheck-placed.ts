// The end of a job: changes are errors in its log, and fail it.
import * as core from '@actions/core'
import { toCodedError } from '../errors.js'
import { parsePlacedList, recheck } from '../install/recheck.js'
import { escapeText } from '../report/escape.js'

/** @param state what the action saved; the runner has kept it since */
export async function recheckPlaced(state: string): Promise<void> {
  try {
    const files = parsePlacedList(state)
    const errors = await recheck(files)
    for (const { code, message, expected = '', actual = '', hint, exitCode } of errors) {
      const what = `${message}; expected ${expected}, actual ${actual}`
      core.error(`${escapeText(what)}\n${escapeText(hint)}`, { title: code })
      process.exitCode = exitCode
    }
    if (errors.length === 0) core.info(`Unchanged since they were verified: ${files.length}`)
  } catch (thrown) {
    const { code, message, hint, exitCode } = toCodedError(thrown)
    core.error(`${escapeText(message)}\n${escapeText(hint)}`, { title: code })
    process.exitCode = exitCode
  }
}
