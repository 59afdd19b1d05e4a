// How old what is used has to be, by the time that the log took its signature.
import { type Reader, optional, refuse } from './fields.js'
import { type Rule, type Seen, conflict, input } from './input.js'

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }
/** Two years: older than any release that is still patched. */
const MOST_MS = 730 * 86_400_000

/** A whole number with a unit, `90m`, `12h`, `3d` or `2w`; in milliseconds. */
const readAge: Reader<number> = (text, field) => {
  const [, number = '', unit = ''] = /^([1-9]\d{0,6})([mhdw])$/.exec(text) ?? []
  const age = Number(number) * (UNITS[unit] ?? NaN)
  if (age <= MOST_MS) return { value: age }
  return refuse(
    field,
    `"${text}" is not an age; allowed: a whole number of minutes, hours, days or weeks up to 730d, like 90m, 12h, 3d or 2w`,
  )
}

/** How old a release has to be. */
export const AGE_INPUTS = {
  'minimum-age': input(
    'How it is proven',
    'How long ago the transparency log has to have taken the signature of everything that is used (`90m`, `12h`, `3d`, `2w`), so that a release that is younger is not used; a channel or range then means the newest release that is old enough, and an exact version that is not is refused. Empty means that no age is asked for.',
    { placeholder: 'age', read: optional(readAge) },
  ),
}

interface AgeValues {
  readonly 'minimum-age': number | undefined
  readonly 'release-binding': 'required' | 'off'
}

/** What an age cannot be asked for together with. */
export const AGE_RULES: readonly Rule<AgeValues>[] = [
  conflict(
    'release-binding',
    'off leaves no SBOM, which tells the age of a release; allowed with {minimum-age}: required',
    ({ values }: Seen<AgeValues>) =>
      values['minimum-age'] !== undefined && values['release-binding'] === 'off',
  ),
]
