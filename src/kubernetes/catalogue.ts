// The catalogue: which artifacts a release has and where they are built for.
// It is soft. It gives good errors for what surely does not exist; whether a
// release has a file is for the release site and the signed SBOM to say.
// The list is that of real releases (the subjects of provenance.json of
// v1.24.6 and v1.25.2, and CHANGELOG-1.37 for what changed since);
// scripts/catalogue.mjs holds it against a newer one.
import semver from 'semver'
import catalogue from './catalogue.json' with { type: 'json' }
import { type Platform, formatPlatform, parseOwnPlatform } from './platform.js'
import { type ReleaseVersion, minorOf } from './version.js'

export type ArtifactKind = 'binary' | 'tarball' | 'sbom' | 'provenance'

export interface CatalogueEntry {
  readonly name: string
  readonly kind: ArtifactKind
  readonly groups: readonly string[]
  /** Where it stands in a release, with `{os}`, `{arch}` and so on. */
  readonly file: string
  /** Each platform with the range of minors it is built in; undefined when one file serves them all. */
  readonly platforms: Readonly<Record<string, string>> | undefined
  /** Kubernetes publishes some papers without a signature. */
  readonly isSigned: boolean
}

interface RawEntry {
  readonly name: string
  readonly kind: string
  readonly groups: readonly string[]
  readonly platforms?: string
  readonly file?: string
  readonly unsigned?: boolean
}

const entries: ReadonlyMap<string, CatalogueEntry> = new Map(
  (catalogue.artifacts as readonly RawEntry[]).map((raw) => [raw.name, toEntry(raw)]),
)

/** Every artifact's name, in the catalogue's order. */
export const ARTIFACT_NAMES: readonly string[] = [...entries.keys()]

/** What stands for everything that is published. */
export const ALL = 'all'
/** Of a platform in the catalogue: in every minor. */
const ANY = '*'

/** `client`, `node`, … and `all`. */
export const GROUPS: readonly string[] = [
  ...new Set([...entries.values()].flatMap(({ groups }) => groups)),
  ALL,
]

/** Every platform that anything was ever built for. */
export const PLATFORMS: readonly Platform[] = [
  ...new Set([...entries.values()].flatMap(({ platforms }) => Object.keys(platforms ?? {}))),
].flatMap((text) => parseOwnPlatform(text) ?? [])

/**
 * @param name an artifact's, or that of a file that serves all platforms: `kubernetes-release.spdx`
 * @returns undefined when the catalogue has no such artifact
 */
export function findArtifact(name: string): CatalogueEntry | undefined {
  return entries.get(name) ?? [...entries.values()].find(({ file }) => file === name)
}

/**
 * @param fileName as a download is called: `kubectl.exe`, `kubernetes-client-linux-amd64.tar.gz`
 * @returns undefined when no artifact's file is called so on any platform
 */
export function findArtifactOfFile(fileName: string): CatalogueEntry | undefined {
  const names = (entry: CatalogueEntry): string[] =>
    [undefined, ...PLATFORMS].map((platform) => pathOf(entry, platform).replace(/^.*\//, ''))
  return [...entries.values()].find((entry) => names(entry).includes(fileName))
}

/**
 * The members of a group, in the catalogue's order. `all` has no artifacts that are published unsigned:
 * nothing can prove them, and whoever wants to see that names them.
 */
export function membersOf(group: string): CatalogueEntry[] {
  return [...entries.values()].filter((entry) =>
    group === ALL ? entry.isSigned : entry.groups.includes(group),
  )
}

/** @param version undefined asks for any release */
export function isBuiltFor(entry: CatalogueEntry, platform: Platform, version?: ReleaseVersion): boolean {
  const minors = entry.platforms?.[formatPlatform(platform)]
  if (minors === undefined) return entry.platforms === undefined
  // A pre-release is built like its minor. Reading a range takes milliseconds, the first one.
  return version === undefined || minors === ANY || semver.satisfies(`${minorOf(version)}.0`, minors)
}

/** Where the artifact stands in a release: `bin/linux/amd64/kubectl`. */
export function pathOf({ name, file }: CatalogueEntry, platform: Platform | undefined): string {
  const values: Readonly<Record<string, string>> = {
    name,
    os: platform?.os ?? '',
    arch: platform?.arch ?? '',
    exe: platform?.os === 'windows' ? '.exe' : '',
  }
  return file.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
}

/** An artifact of a release, by where it stands there. */
export interface Placed {
  readonly entry: CatalogueEntry
  readonly platform: Platform | undefined
}

/** Everything that the catalogue has for a release. */
export function placesIn(version: ReleaseVersion): Placed[] {
  return [...entries.values()].flatMap((entry): Placed[] => {
    if (entry.platforms === undefined) return [{ entry, platform: undefined }]
    return PLATFORMS.filter((platform) => isBuiltFor(entry, platform, version)).map((platform) => ({
      entry,
      platform,
    }))
  })
}

/** As it stands in a release: `bin/linux/amd64/kubectl`, `kubernetes-client-linux-amd64.tar.gz`. */
const BINARY = /^bin\/([a-z0-9]+)\/([a-z0-9]+)\/([A-Za-z0-9][A-Za-z0-9._-]*?)(?:\.exe)?$/
const TARBALL = /^([A-Za-z0-9][A-Za-z0-9._-]*?)(?:-([a-z0-9]+)-([a-z0-9]+))?\.tar\.gz$/

/**
 * An artifact that the catalogue lacks, from its path alone.
 * @returns undefined when the path is not of a form that releases have: such a file is nobody's artifact
 */
export function placeOf(path: string): Placed | undefined {
  const binary = BINARY.exec(path)
  if (binary) {
    const [, os = '', arch = '', name = ''] = binary
    const platform = parseOwnPlatform(`${os}/${arch}`)
    return platform && !NO_BINARIES.test(path)
      ? { entry: unknownEntry(name, 'binary', path), platform }
      : undefined
  }
  const [, name, os, arch] = TARBALL.exec(path) ?? []
  if (name === undefined) return undefined
  const platform = os && arch ? parseOwnPlatform(`${os}/${arch}`) : undefined
  const title = platform === undefined ? path.replace(/\.tar\.gz$/, '') : name
  return { entry: unknownEntry(title, 'tarball', path), platform }
}

/** Beside binaries: images as tarballs, which the SBOM lists as packages, and the names of their tags, which nobody signs. */
const NO_BINARIES = /\.(?:tar|docker_tag)$/

function unknownEntry(name: string, kind: ArtifactKind, file: string): CatalogueEntry {
  return { name, kind, groups: [], file, platforms: undefined, isSigned: true }
}

function toEntry({ name, kind, groups, platforms, file, unsigned }: RawEntry): CatalogueEntry {
  const template = file ?? (catalogue.files as Readonly<Record<string, string>>)[kind]
  if (template === undefined) throw new RangeError(`the catalogue has no file for ${name}`)
  return {
    name,
    kind: kind as ArtifactKind,
    groups,
    file: template,
    platforms:
      platforms === undefined
        ? undefined
        : catalogue.platforms[platforms as keyof typeof catalogue.platforms],
    isSigned: unsigned !== true,
  }
}
