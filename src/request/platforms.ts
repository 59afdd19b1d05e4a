// `os` and `arch`: lists, or `all`.
import { PLATFORMS } from '../kubernetes/catalogue.js'
import {
  ARCHITECTURES,
  OPERATING_SYSTEMS,
  type Platform,
  isKnownElsewhere,
  parseArchitecture,
  parseOperatingSystem,
} from '../kubernetes/platform.js'
import { type FieldErrors, readList } from './fields.js'

const ALL = 'all'

export interface Platforms {
  readonly platforms: readonly Platform[]
  /** One by one; false when `all` brought them. */
  readonly areNamed: boolean
}

/** Every pair of an operating system and an architecture; with `all`, those that anything is built for. */
export function readPlatforms(errors: FieldErrors, osText: string, archText: string): Platforms {
  const systems = readNames(errors, 'os', osText, parseOperatingSystem, OPERATING_SYSTEMS)
  const architectures = readNames(errors, 'arch', archText, parseArchitecture, ARCHITECTURES)
  const areNamed = !systems.isAll && !architectures.isAll
  const pairs = systems.names.flatMap((os) => architectures.names.map((arch) => ({ os, arch })))
  const isBuilt = (pair: Platform): boolean =>
    PLATFORMS.some(({ os, arch }) => os === pair.os && arch === pair.arch)
  return { platforms: areNamed ? pairs : pairs.filter(isBuilt), areNamed }
}

function readNames<T extends string>(
  errors: FieldErrors,
  field: string,
  text: string,
  parse: (text: string) => T | undefined,
  all: readonly T[],
): { names: readonly T[]; isAll: boolean } {
  const words = readList(text)
  const names = words.flatMap((word) => {
    if (word === ALL) return all
    return parse(word) ?? refuseName(errors, field, word, all) ?? []
  })
  return { names: [...new Set(names)], isAll: words.includes(ALL) }
}

/** Nothing near is proposed: of `arm64` and `armv7l`, one has twice the bits of the other. */
function refuseName(errors: FieldErrors, field: string, word: string, all: readonly string[]): undefined {
  const allowed = `allowed: ${[...all, ALL].join(', ')}`
  return isKnownElsewhere(word)
    ? errors.add('INPUT_INVALID', field, `Kubernetes is not built for "${word}"; ${allowed}`)
    : errors.add('INPUT_INVALID', field, `"${word}" is not allowed; ${allowed}`)
}
