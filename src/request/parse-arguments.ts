// argv → command and flags, still as text. Node's own parser reads; what is
// unknown becomes faulty fields, named all at once.
import { parseArgs } from 'node:util'
import { type FieldErrors, suggest } from './fields.js'

export interface Arguments {
  readonly positionals: readonly string[]
  /** `--name value` */
  readonly values: Readonly<Record<string, string>>
  /** `--name` */
  readonly switches: ReadonlySet<string>
}

const BOOLEAN = /^(?:true|false)$/i

export interface ArgumentNames {
  readonly values: readonly string[]
  readonly switches: readonly string[]
  /** `--name`, `--name true`, `--name=false`; given as values. */
  readonly booleans?: readonly string[]
  /** How many arguments without a flag the command takes. */
  readonly positionals: number
}

/** @param argv without the program and the command */
export function parseArguments(
  errors: FieldErrors,
  argv: readonly string[],
  names: ArgumentNames,
): Arguments {
  const booleans = names.booleans ?? []
  const all = [...names.values, ...booleans, ...names.switches]
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries<{ type: 'string' | 'boolean' }>([
      ...names.values.map((name) => [name, { type: 'string' }] as const),
      ...[...names.switches, ...booleans].map((name) => [name, { type: 'boolean' }] as const),
    ]),
  })
  const positionals: string[] = []
  const values: Record<string, string> = {}
  const switches = new Set<string>()
  let unknownAt = -1
  let openBoolean: { readonly name: string; readonly index: number } | undefined
  for (const token of tokens) {
    if (token.kind === 'positional') {
      // What follows an unknown flag is its value, not one more fault.
      if (token.index === unknownAt + 1 && unknownAt >= 0) continue
      if (openBoolean !== undefined && token.index === openBoolean.index + 1 && BOOLEAN.test(token.value)) {
        values[openBoolean.name] = token.value
      } else positionals.push(token.value)
    } else if (token.kind === 'option') {
      const { name, rawName, value } = token
      if (!all.includes(name)) {
        unknownAt = token.index
        const allowed = all.map((known) => `--${known}`).join(', ')
        errors.add('INPUT_UNKNOWN', rawName, `is not a flag; allowed: ${allowed}${suggest(name, all)}`)
      } else if (name in values || switches.has(name)) {
        errors.add('INPUT_CONFLICT', rawName, 'is given twice; allowed: once')
      } else if (names.switches.includes(name)) {
        if (value !== undefined) errors.add('INPUT_INVALID', rawName, 'takes no value')
        switches.add(name)
      } else if (booleans.includes(name)) {
        values[name] = value ?? 'true'
        openBoolean = value === undefined ? token : undefined
      } else if (value === undefined) {
        errors.add('INPUT_REQUIRED', rawName, 'needs a value')
      } else {
        values[name] = value
      }
    }
  }
  for (const extra of positionals.slice(names.positionals)) {
    errors.add('INPUT_UNKNOWN', extra, `is one argument too many; allowed: ${names.positionals}`)
  }
  return { positionals, values, switches }
}
