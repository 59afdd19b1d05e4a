// The catalogue: which artifacts a release has and where they are built for.
// It is soft. It gives good errors for what surely does not exist; whether a
// release has a file is for the release site and the signed SBOM to say.
import catalogue from './catalogue.json' with { type: 'json' }
import { type Platform, formatPlatform } from './platform.js'

export interface CatalogueEntry {
  readonly name: string
  readonly kind: 'binary'
  /** `linux/amd64` and so on. */
  readonly platforms: readonly string[]
}

const entries: ReadonlyMap<string, CatalogueEntry> = new Map(
  catalogue.artifacts.map(({ name, platforms }) => [
    name,
    { name, kind: 'binary', platforms: catalogue.platforms[platforms as keyof typeof catalogue.platforms] },
  ]),
)

/** Every artifact's name, in the catalogue's order. */
export const ARTIFACT_NAMES: readonly string[] = [...entries.keys()]

/** @returns undefined when the catalogue has no such artifact */
export function findArtifact(name: string): CatalogueEntry | undefined {
  return entries.get(name)
}

export function isBuiltFor(entry: CatalogueEntry, platform: Platform): boolean {
  return entry.platforms.includes(formatPlatform(platform))
}
