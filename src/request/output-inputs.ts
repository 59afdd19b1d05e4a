// Inputs that several commands have in common: how they tell what they found.
import { oneOf } from './fields.js'
import { input, textInput } from './input.js'

const FORMATS = ['text', 'json'] as const
export type Format = (typeof FORMATS)[number]

export const FORMAT_INPUTS = {
  format: input('Results', 'Whether the result is printed for people (`text`) or for programs (`json`).', {
    entry: 'cli',
    default: 'text',
    placeholder: 'choice',
    read: oneOf(FORMATS),
  }),
}

export const REPORT_INPUTS = {
  report: textInput(
    'Results',
    'A folder for `report.json`, created if it is not there; empty means that no report file is written.',
    { placeholder: 'folder' },
  ),
}
