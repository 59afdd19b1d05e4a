// What an input is, and how the words that an entry was given become values.
// Each command has one table of inputs and one of rules between them; from
// these come action.yml, the help, the tables of the docs and the parser.
import { type FieldError, InputError } from '../errors.js'
import { type Read, type Reader, readBoolean, readText } from './fields.js'

/** The headings under which a help or a page lists inputs, in their order. */
export const GROUPS = [
  'What',
  'Evidence',
  'Who signed it',
  'How it is proven',
  'How it is installed',
  'What is audited',
  'Several jobs',
  'Services',
  'Results',
] as const
export type Group = (typeof GROUPS)[number]

/** One input of a command: the one place that says all there is to know about it. */
export interface Input<V> {
  readonly group: Group
  /** One whole sentence, in Markdown: `code` is the only mark-up. */
  readonly sentence: string
  /** What stands where nothing is given, as in action.yml; empty where `sentence` says what happens. */
  readonly default: string
  /** What the reader is given where nothing is, without being the default of action.yml. */
  readonly fallback: string
  /** What the help shows in the place of the value; undefined for a boolean, which needs none. */
  readonly placeholder: string | undefined
  /** The one entry that has it; undefined: both have. */
  readonly entry: Entry | undefined
  /** Whether its value is masked in logs, and taken from the environment instead of a flag. */
  readonly isSecret: boolean
  readonly read: Reader<V>
}

export type Entry = 'action' | 'cli'
type Table<V> = { readonly [K in keyof V]: Input<V[K]> }
/** The values that a table's readers give. */
export type ValuesOf<T> = { readonly [K in keyof T]: T[K] extends Input<infer V> ? V : never }

/** An input's facts beside its group and sentence; what is left out is empty. */
type Facts<V> = Partial<Omit<Input<V>, 'group' | 'sentence' | 'read'>>

/** Makes an input whose text is read by `read`. */
export function input<V>(
  group: Group,
  sentence: string,
  { read, ...facts }: Facts<V> & { read: Reader<V> },
): Input<V> {
  return {
    default: '',
    fallback: '',
    placeholder: 'text',
    entry: undefined,
    isSecret: false,
    group,
    sentence,
    ...facts,
    read,
  }
}

/** Makes an input that is any text; undefined where none is given. */
export function textInput(
  group: Group,
  sentence: string,
  facts: Facts<string | undefined> = {},
): Input<string | undefined> {
  return input(group, sentence, { ...facts, read: readText })
}

/** Makes an input that is true or false. */
export function booleanInput(group: Group, sentence: string, facts: Facts<boolean> = {}): Input<boolean> {
  return input(group, sentence, { default: 'false', ...facts, placeholder: undefined, read: readBoolean })
}

/** What a rule looks at: the values as far as they could be read, and which inputs were given at all. */
export interface Seen<V> {
  readonly values: Partial<V>
  /** Whether an input was given a value that is not its default. */
  readonly isGiven: (name: string) => boolean
}

/** What inputs ask of each other. */
export interface Rule<V> {
  readonly code: FieldError['code']
  /** The input that is at fault. */
  readonly field: string
  /** Gives what follows the input's name; `{name}` stands for another input as the user would write it. */
  readonly check: (seen: Seen<V>) => readonly string[]
}

/** Makes a rule that finds an input in conflict with others. */
export function conflict<V>(field: string, message: string, isBroken: (seen: Seen<V>) => boolean): Rule<V> {
  return { code: 'INPUT_CONFLICT', field, check: (seen) => (isBroken(seen) ? [message] : []) }
}

/** Makes a rule that finds an input missing. */
export function required<V>(field: string, message: string, isBroken: (seen: Seen<V>) => boolean): Rule<V> {
  return { code: 'INPUT_REQUIRED', field, check: (seen) => (isBroken(seen) ? [message] : []) }
}

/** Makes rules that none of `others` is given together with `name`. */
export function excludes(name: string, others: readonly string[], message?: string): Rule<unknown>[] {
  return others.map((other) =>
    conflict(
      other,
      message ?? `is not allowed together with {${name}}`,
      ({ isGiven }) => isGiven(name) && isGiven(other),
    ),
  )
}

/** Makes rules that each of `others`, where it is given, is given together with `name`. */
export function belongTo(name: string, others: readonly string[], what = ''): Rule<unknown>[] {
  return others.map((other) =>
    required(name, `is needed with {${other}}${what}`, ({ isGiven }) => isGiven(other) && !isGiven(name)),
  )
}

export interface CommandInputs<V> {
  readonly table: Table<V>
  readonly rules: readonly Rule<V>[]
  /** What the command line takes without a flag. */
  readonly positionals?: Positionals
}

export interface Positionals {
  /** The input that they are the value of. */
  readonly name: string
  /** How many there may be. */
  readonly most: number
  /** Whether the input has no flag beside. */
  readonly isOnly?: boolean
}

/** What an entry was given: text, and faults that it has found itself. */
export interface Words {
  /** By the input's name; what is empty or absent takes its default. */
  readonly values: Readonly<Record<string, string>>
  /** What the command line was given without a flag. */
  readonly positionals: readonly string[]
  readonly faults: readonly FieldError[]
  /** An input's name as the user writes it: `--depth`, or `depth`. */
  readonly spell: (name: string) => string
}

export interface ReadOptions {
  /** What stands where neither a value nor a default does: the machine's own platform. */
  readonly fallbacks?: Readonly<Record<string, string>>
  /** Faults of what the command has read from elsewhere, such as a file that an input names. */
  readonly faults?: readonly FieldError[]
}

/**
 * Reads a command's words by its tables.
 * @returns the value of every input
 * @throws InputError with every fault: the entry's, each input's, and each broken rule
 */
export function readInputs<V>(
  { table, rules, positionals }: CommandInputs<V>,
  words: Words,
  { fallbacks = {}, faults: further = [] }: ReadOptions = {},
): V {
  const values: Partial<V> = {}
  const faults = [...words.faults, ...checkPositionals(words, positionals), ...further]
  const given = (name: string): string =>
    wordOf(words, name) || (positionals?.name === name ? words.positionals.join('\n') : '')
  for (const name of namesOf(table)) {
    const { default: otherwise, fallback, read } = table[name]
    const text = given(name) || otherwise || fallback || (fallbacks[name] ?? '')
    const { value, faults: found }: Read<V[keyof V & string]> = read(text, words.spell(name))
    if (found === undefined) values[name] = value
    else faults.push(...found)
  }
  const known: Readonly<Record<string, Input<unknown>>> = table
  const seen: Seen<V> = { values, isGiven: (name) => !['', known[name]?.default].includes(given(name)) }
  for (const { code, field, check } of rules) {
    for (const message of check(seen))
      faults.push({ code, field: words.spell(field), message: spellOut(message, words) })
  }
  const [first, ...rest] = faults
  if (first !== undefined) throw new InputError([first, ...rest])
  if (!isWhole(table, values)) throw new TypeError('an input was left out')
  return values
}

/** The value of an input as it was given, without blanks around it. */
export function wordOf({ values }: Words, name: string): string {
  return (values[name] ?? '').trim()
}

function namesOf<V>(table: Table<V>): (keyof V & string)[] {
  const names: (keyof V & string)[] = []
  for (const name in table) names.push(name)
  return names
}

function checkPositionals(words: Words, { name, most }: Positionals = { name: '', most: 0 }): FieldError[] {
  const faults: FieldError[] = words.positionals.slice(most).map((field) => ({
    code: 'INPUT_UNKNOWN',
    field,
    message: `is one argument too many; allowed: ${most}`,
  }))
  if (words.positionals.includes(''))
    faults.push({ code: 'INPUT_INVALID', field: words.spell(name), message: 'an argument is empty' })
  if (words.positionals.length > 0 && wordOf(words, name) !== '')
    faults.push({
      code: 'INPUT_CONFLICT',
      field: words.spell(name),
      message: 'is given twice; allowed: once',
    })
  return faults
}

function isWhole<V>(table: Table<V>, values: Partial<V>): values is V {
  return namesOf(table).every((name) => name in values)
}

function spellOut(message: string, { spell }: Words): string {
  return message.replace(/\{([a-z0-9-]+)\}/g, (_, name: string) => spell(name))
}
