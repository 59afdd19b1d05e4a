// Which artifact a file says it is by what it is called: `kubelet`,
// `kubectl-v1.34.1`, `kubectl-linux-amd64.exe`. A name proves nothing; it is
// what bytes that no release lists are held against.
import { ALL, PLATFORMS, membersOf, pathOf } from './catalogue.js'

/** What others call their programs, too. */
const GENERIC: readonly string[] = ['mounter']
/** No file's name is longer, and the expression below is tried on every file of a machine. */
const MAX_LENGTH = 255

const artifacts = membersOf(ALL)
const binaries = artifacts.filter(({ kind, name }) => kind === 'binary' && !GENERIC.includes(name))
const tarballs: ReadonlySet<string> = new Set(
  artifacts
    .filter(({ kind }) => kind === 'tarball')
    .flatMap((entry) =>
      entry.platforms === undefined
        ? [pathOf(entry, undefined)]
        : PLATFORMS.map((platform) => pathOf(entry, platform)),
    ),
)
const systems = [...new Set(PLATFORMS.map(({ os }) => os))].join('|')
const architectures = [...new Set(PLATFORMS.map(({ arch }) => arch))].join('|')
const BINARY = new RegExp(
  `^(${binaries.map(({ name }) => name).join('|')})` +
    '(?:[-_]v?\\d+\\.\\d+(?:\\.\\d+)?(?:-(?:alpha|beta|rc)\\.\\d+)?)?' +
    `(?:[-_](?:(?:${systems})[-_])?(?:${architectures}))?(?:\\.exe)?$`,
)

/**
 * The artifact that a file is called after, as its file is called without `.exe`.
 * @param fileName without folders, in any case
 * @returns `kubectl`, `kubernetes-client-linux-amd64.tar.gz`, or undefined for any other name
 */
export function claimedName(fileName: string): string | undefined {
  if (fileName.length > MAX_LENGTH) return undefined
  const name = fileName.toLowerCase()
  return tarballs.has(name) ? name : BINARY.exec(name)?.[1]
}
