// Inputs that several commands have in common: how they tell what they found.
import { oneOf } from './fields.js'
import { booleanInput, conflict, excludes, input, textInput } from './input.js'

const FORMATS = ['text', 'json'] as const
export type Format = (typeof FORMATS)[number]

/** For whom a result is printed. */
export const FORMAT_INPUTS = {
  format: input('Results', 'Whether the result is printed for people (`text`) or for programs (`json`).', {
    entry: 'cli',
    default: 'text',
    placeholder: 'choice',
    read: oneOf(FORMATS),
  }),
}

/** How much of a result is shown on a terminal. */
export const TERMINAL_INPUTS = {
  verbose: booleanInput(
    'Results',
    'Whether every check is shown, and what all of it rests on, instead of one line an artifact.',
    { entry: 'cli' },
  ),
  quiet: booleanInput('Results', 'Whether errors alone are shown; the exit code says the rest.', {
    entry: 'cli',
  }),
}

/** What cannot be asked for together on a terminal. */
export const TERMINAL_RULES = [
  ...excludes('quiet', ['verbose']),
  ...(['verbose', 'quiet'] as const).map((name) =>
    conflict<{ format: Format | 'markdown' }>(
      name,
      'is about a result for people; allowed with {format} text',
      ({ values: { format }, isGiven }) => (format === 'json' || format === 'markdown') && isGiven(name),
    ),
  ),
]

/** Where the report is written to. */
export const REPORT_INPUTS = {
  report: textInput(
    'Results',
    'A folder for `report.json`, created if it is not there; empty means that no report file is written.',
    { placeholder: 'folder' },
  ),
}
