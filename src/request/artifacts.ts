// The input `artifacts`: names, groups and images of a release.
import {
  ALL,
  ARTIFACT_NAMES,
  type CatalogueEntry,
  GROUPS,
  findArtifact,
  isBuiltFor,
  membersOf,
} from '../kubernetes/catalogue.js'
import { IMAGE_GROUPS, IMAGE_NAMES, isImageName } from '../kubernetes/images.js'
import { formatPlatform } from '../kubernetes/platform.js'
import { type Read, type Reader, mapRead, readEach, refuse, refuseName, splitList } from './fields.js'
import type { Platforms } from './platforms.js'
import type { RequestedArtifact } from './request.js'

/** `image:kube-apiserver` */
const IMAGE_PREFIX = 'image:'
const NAMES = [...ARTIFACT_NAMES, ...GROUPS, ...Object.keys(IMAGE_GROUPS)]

export interface NamedArtifacts {
  /** Without repetition. */
  readonly artifacts: readonly RequestedArtifact[]
  /** Names of container images of the release. */
  readonly images: readonly string[]
  /** Whether `all` brought them: what only a release's papers know is meant, too. */
  readonly areAll: boolean
}

type Item = { readonly image: string } | { readonly entry: CatalogueEntry; readonly isNamed: boolean }

/** Reads names of artifacts, groups and images; a name goes before what a group brings. */
export const readArtifacts: Reader<NamedArtifacts> = (text, field) => {
  const words = splitList(text)
  if (words.length === 0)
    return refuse(field, 'names no artifact; allowed: one or more names or groups', 'INPUT_REQUIRED')
  return mapRead(
    readEach(words, (word) => readWord(word, field)),
    (items) => {
      const requested = new Map<string, RequestedArtifact>()
      const images = new Set<string>()
      for (const item of items.flat()) {
        if ('image' in item) images.add(item.image)
        else if (item.isNamed || !requested.has(item.entry.name)) requested.set(item.entry.name, item)
      }
      return { artifacts: [...requested.values()], images: [...images], areAll: words.includes(ALL) }
    },
  )
}

function readWord(word: string, field: string): Read<readonly Item[]> {
  const group = Object.hasOwn(IMAGE_GROUPS, word) ? IMAGE_GROUPS[word] : undefined
  if (group !== undefined) return { value: group.map((image) => ({ image })) }
  if (word.startsWith(IMAGE_PREFIX)) {
    const image = word.slice(IMAGE_PREFIX.length)
    if (isImageName(image)) return { value: [{ image }] }
    return refuseName(image, { field, names: IMAGE_NAMES, code: 'INPUT_UNKNOWN_ARTIFACT' })
  }
  const entry = findArtifact(word)
  // A name goes before a group of the same name.
  if (entry !== undefined) return { value: [{ entry, isNamed: true }] }
  if (GROUPS.includes(word))
    return { value: membersOf(word).map((member) => ({ entry: member, isNamed: false })) }
  return refuseName(word, { field, names: NAMES, code: 'INPUT_UNKNOWN_ARTIFACT' })
}

/** Says of every artifact that was named which of the platforms it is not built for. */
export function checkPlatforms({ artifacts }: NamedArtifacts, { platforms, areNamed }: Platforms): string[] {
  return artifacts.flatMap(({ entry, isNamed }) => {
    const missing = platforms.filter((platform) => !isBuiltFor(entry, platform))
    const isBuilt = missing.length === 0 || (!areNamed && missing.length < platforms.length)
    if (!isNamed || isBuilt) return []
    const allowed = Object.keys(entry.platforms ?? {}).join(', ')
    return [`${entry.name} is not built for ${missing.map(formatPlatform).join(', ')}; allowed: ${allowed}`]
  })
}
