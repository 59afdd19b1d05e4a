// Which artifacts a release has to have: what its papers list, joined with the
// catalogue. Where they differ, that is itself something to report.
import { type Placed, pathOf, placeOf, placesIn } from '../kubernetes/catalogue.js'
import type { ReleaseVersion } from '../kubernetes/version.js'
import type { Request } from '../request/request.js'

/** The papers that list every binary and tarball of a release. The SBOM alone is signed. */
const PAPERS = ['SBOM', 'SHA256SUMS', 'SHA512SUMS', 'provenance.json'] as const
export type Paper = (typeof PAPERS)[number]

/** The paths that each paper lists; a paper that could not be read has none. */
export type PaperLists = Readonly<Partial<Record<Paper, readonly string[]>>>

export interface ScopedArtifact {
  readonly path: string
  readonly place: Placed
  readonly isInCatalogue: boolean
  /** Of the papers that could be read. */
  readonly listedBy: readonly Paper[]
  readonly missingFrom: readonly Paper[]
}

/** Everything that the catalogue or any paper says there is in a release, by path. */
export function joinLists(version: ReleaseVersion, lists: PaperLists): Map<string, ScopedArtifact> {
  const catalogued = new Map(
    placesIn(version)
      .filter(({ entry }) => entry.isSigned)
      .map((place) => [pathOf(place.entry, place.platform), place] as const),
  )
  const papers = PAPERS.flatMap((paper) => {
    const list = lists[paper]
    return list === undefined ? [] : [{ paper, paths: new Set(list) }]
  })
  const listed = new Set(papers.flatMap(({ paths }) => [...paths]))
  const paths = [...new Set([...catalogued.keys(), ...listed])].sort(compareText)
  return new Map(
    paths.flatMap((path) => {
      const known = catalogued.get(path)
      const place = known ?? placeOf(path)
      if (place === undefined) return []
      const isListable = place.entry.kind === 'binary' || place.entry.kind === 'tarball'
      const isIn = isListable ? papers : []
      const scoped: ScopedArtifact = {
        path,
        place,
        isInCatalogue: known !== undefined,
        listedBy: isIn.filter((each) => each.paths.has(path)).map(({ paper }) => paper),
        missingFrom: isIn.filter((each) => !each.paths.has(path)).map(({ paper }) => paper),
      }
      return [[path, scoped] as const]
    }),
  )
}

/** By code unit: the same order on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether the request's names and platforms mean it; what the catalogue does not know is meant by `all` alone. */
export function isAskedFor(
  { place: { entry, platform }, isInCatalogue }: ScopedArtifact,
  request: Request,
): boolean {
  const isNamed = isInCatalogue
    ? request.artifacts.some((artifact) => artifact.entry.name === entry.name)
    : request.areAllArtifacts
  const isOnPlatform =
    platform === undefined ||
    request.platforms.some(({ os, arch }) => os === platform.os && arch === platform.arch)
  return isNamed && isOnPlatform
}
