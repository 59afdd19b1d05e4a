// `os` and `arch`: lists, or `all`.
import { PLATFORMS } from '../kubernetes/catalogue.js'
import {
  ARCHITECTURES,
  OPERATING_SYSTEMS,
  type Architecture,
  type OperatingSystem,
  type Platform,
  isKnownElsewhere,
  parseArchitecture,
  parseOperatingSystem,
} from '../kubernetes/platform.js'
import { type Read, type Reader, mapRead, readEach, refuse, splitList } from './fields.js'

const ALL = 'all'

/** The names that an input lists; whether `all` was among them. */
export interface Named<T> {
  readonly names: readonly T[]
  readonly isAll: boolean
}

export interface Platforms {
  readonly platforms: readonly Platform[]
  /** Whether they were named one by one; false when `all` brought them. */
  readonly areNamed: boolean
}

/** Reads operating systems by Kubernetes' names and their usual others, or `all`. */
export const readSystems: Reader<Named<OperatingSystem>> = (text, field) =>
  readNames(text, { field, parse: parseOperatingSystem, all: OPERATING_SYSTEMS })

/** Reads architectures by Kubernetes' names and their usual others, or `all`. */
export const readArchitectures: Reader<Named<Architecture>> = (text, field) =>
  readNames(text, { field, parse: parseArchitecture, all: ARCHITECTURES })

/** Every pair of an operating system and an architecture; with `all`, those that anything is built for. */
export function toPlatforms(systems: Named<OperatingSystem>, architectures: Named<Architecture>): Platforms {
  const areNamed = !systems.isAll && !architectures.isAll
  const pairs = systems.names.flatMap((os) => architectures.names.map((arch) => ({ os, arch })))
  const isBuilt = (pair: Platform): boolean =>
    PLATFORMS.some(({ os, arch }) => os === pair.os && arch === pair.arch)
  return { platforms: areNamed ? pairs : pairs.filter(isBuilt), areNamed }
}

interface Names<T> {
  readonly field: string
  readonly parse: (text: string) => T | undefined
  readonly all: readonly T[]
}

function readNames<T extends string>(text: string, { field, parse, all }: Names<T>): Read<Named<T>> {
  const words = splitList(text)
  const names = readEach(words, (word): Read<readonly T[]> => {
    if (word === ALL) return { value: all }
    const name = parse(word)
    return name === undefined ? refuseWord(word, field, all) : { value: [name] }
  })
  return mapRead(names, (each) => ({ names: [...new Set(each.flat())], isAll: words.includes(ALL) }))
}

/** Nothing near is proposed: of `arm64` and `armv7l`, one has twice the bits of the other. */
function refuseWord(word: string, field: string, all: readonly string[]): Read<never> {
  const allowed = `allowed: ${[...all, ALL].join(', ')}`
  return isKnownElsewhere(word)
    ? refuse(field, `Kubernetes is not built for "${word}"; ${allowed}`)
    : refuse(field, `"${word}" is not allowed; ${allowed}`)
}
