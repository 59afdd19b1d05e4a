// Time of check, time of use: what was placed is looked at once more at the
// end of the job: each file's bytes and mode, its proof's, and what else came
// to lie in its folder, which is on the PATH. What it has to be is kept by the
// runner, out of the job's reach.
import { createHash } from 'node:crypto'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import * as v from 'valibot'
import { Digest, parseDigest } from '../digest.js'
import { InstallError, messageOf } from '../errors.js'
import { digestOfFile, lookAtFile } from '../files/measure.js'
import { parseJson } from '../json/parse-json.js'

/** Of `core.saveState`. */
export const RECHECK_STATE = 'recheck'

const digest = v.pipe(
  v.string(),
  v.check((text) => parseDigest(text) !== undefined),
  v.transform((text) => parseDigest(text) as Digest),
)
/** Permission bits; 0 where the system has none that count. */
const mode = v.pipe(v.number(), v.safeInteger())
const thingSchema = v.strictObject({ path: v.string(), digest, mode })
const placedSchema = v.strictObject({
  name: v.string(),
  /** A file, or an unpacked folder. */
  main: thingSchema,
  bundle: v.exactOptional(thingSchema),
  /** The names in the folder that holds it. */
  folder: v.strictObject({ path: v.string(), names: v.array(v.string()), mode }),
})

/** What a thing that was placed has to be at the end of the job. */
export type Placed = v.InferOutput<typeof placedSchema>
type Thing = v.InferOutput<typeof thingSchema>

export interface PlacedArtifact {
  readonly name: string
  readonly path: string
  readonly bundlePath: string | undefined
  /** That was verified. */
  readonly digest: Digest
  /** Whether the path is of what was unpacked from it. */
  readonly isUnpacked: boolean
}

/** Takes note of an artifact as it was placed just now; of its own file the digest is the one that was verified. */
export async function notePlaced(artifact: PlacedArtifact): Promise<Placed> {
  const { name, path, bundlePath, isUnpacked } = artifact
  const folder = dirname(path)
  return {
    name,
    main: {
      path,
      digest: isUnpacked ? await digestOfTree(path) : artifact.digest,
      mode: await modeOf(path),
    },
    ...(bundlePath !== undefined && {
      bundle: { path: bundlePath, digest: await digestOfFile(bundlePath), mode: await modeOf(bundlePath) },
    }),
    folder: { path: folder, names: (await readdir(folder)).sort(), mode: await modeOf(folder) },
  }
}

/** The list of what was placed, for the runner's state. */
export function formatPlacedList(placed: readonly Placed[]): string {
  return JSON.stringify(placed)
}

/** @throws if it is not what formatPlacedList wrote */
export function parsePlacedList(text: string): Placed[] {
  return v.parse(v.array(placedSchema), parseJson(text))
}

/** @returns an error for each that changed, by INSTALL_DIGEST_CHANGED */
export async function recheck(placed: readonly Placed[]): Promise<InstallError[]> {
  const errors = await Promise.all(placed.map(findChange))
  return errors.filter((error) => error !== undefined)
}

async function findChange({ name, main, bundle, folder }: Placed): Promise<InstallError | undefined> {
  const change =
    (await findChangeOf(main)) ?? (bundle && (await findChangeOf(bundle))) ?? (await findChangeAround(folder))
  if (change === undefined) return undefined
  const { path, expected, actual } = change
  return new InstallError('INSTALL_DIGEST_CHANGED', `${name} changed after it was installed: ${path}`, {
    artifact: name,
    expected,
    actual,
    hint: 'Find out which step of the job wrote to it, and do not trust what ran after that.',
  })
}

interface Change {
  readonly path: string
  readonly expected: string
  readonly actual: string
}

async function findChangeOf({ path, digest: wanted, mode: wantedMode }: Thing): Promise<Change | undefined> {
  try {
    const isFolder = (await lstat(path)).isDirectory()
    const actual = isFolder ? await digestOfTree(path) : await digestOfFile(path)
    if (!actual.equals(wanted)) return { path, expected: wanted.toString(), actual: actual.toString() }
    return findMode(path, wantedMode, await modeOf(path))
  } catch (cause) {
    return { path, expected: wanted.toString(), actual: messageOf(cause) }
  }
}

/** A program more beside a tool is one that a later step may run in place of its own. */
async function findChangeAround({
  path,
  names,
  mode: wanted,
}: Placed['folder']): Promise<Change | undefined> {
  try {
    const stranger = (await readdir(path)).find((each) => !names.includes(each))
    if (stranger !== undefined)
      return {
        path: join(path, stranger),
        expected: 'nothing beside what was installed',
        actual: 'a new name',
      }
    return findMode(path, wanted, await modeOf(path))
  } catch (cause) {
    return { path, expected: 'the folder of what was installed', actual: messageOf(cause) }
  }
}

function findMode(path: string, wanted: number, actual: number): Change | undefined {
  const toText = (bits: number): string => `mode ${bits.toString(8)}`
  return wanted === actual ? undefined : { path, expected: toText(wanted), actual: toText(actual) }
}

async function modeOf(path: string): Promise<number> {
  // On Windows only the write bit would be told, and a link's mode is nobody's.
  return process.geteuid === undefined ? 0 : (await lstat(path)).mode & 0o7777
}

/**
 * SHA-256 over a line for everything in a folder, in the order of paths: its digest or link target, its path, and the
 * mode of a file.
 */
async function digestOfTree(folder: string): Promise<Digest> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
  const hash = createHash('sha256')
  for (const { entry, path } of paths.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const name = path.slice(folder.length + 1).replaceAll(sep, '/')
    const what = entry.isSymbolicLink()
      ? [`link ${await readlink(path)}`]
      : [entry.isDirectory() ? 'folder' : (await lookAtFile(path)).sha256.hex, await modeOf(path)]
    hash.update(`${JSON.stringify([name, ...what])}\n`)
  }
  return new Digest(hash.digest())
}
