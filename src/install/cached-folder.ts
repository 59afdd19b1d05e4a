// What a folder of a cache holds of an artifact: as suspect as a download.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { MAX_BUNDLE_BYTES } from '../evidence/bundle.js'
import { copyOpened, measureOpened } from '../files/measure.js'
import { setMode, writeNewFile } from '../files/new-file.js'
import { type OpenedFile, openFile } from '../files/open-file.js'
import { readSmallFile } from '../files/read-small-file.js'
import type { PlannedArtifact } from '../plan/plan.js'
import type { CachedArtifact, FindOptions } from '../ports.js'
import { EXECUTABLE_MODE, READ_ONLY_MODE } from './placed.js'

/** Stands beside what it proves. */
const SBOM_FILE = 'kubernetes-release.spdx'

/** The names of what belongs to an artifact in its folder, its own file first. */
export function namesOf({ fileName }: Pick<PlannedArtifact, 'fileName'>): readonly string[] {
  return [fileName, `${fileName}.sigstore.json`, SBOM_FILE, `${SBOM_FILE}.sigstore.json`]
}

/** The mode of a file in the folder of an artifact. */
export function modeOf(name: string, { fileName, kind }: Pick<PlannedArtifact, 'fileName' | 'kind'>): number {
  return name === fileName && kind === 'binary' ? EXECUTABLE_MODE : READ_ONLY_MODE
}

export interface ReadOptions extends FindOptions {
  readonly isInPlace: boolean
  /** A fresh folder of our own: what is found is copied there, and hashed on the way. */
  readonly copyTo?: string | undefined
}

/**
 * What a folder holds of an artifact, hashed.
 * @returns undefined when there is nothing, or nothing that can be read: what is placed takes its place
 */
export async function readCachedFolder(
  folder: string,
  planned: PlannedArtifact,
  { withSha512, isInPlace, copyTo }: ReadOptions,
): Promise<CachedArtifact | undefined> {
  const { fileName, signatureSource, kind } = planned
  let opened: OpenedFile | undefined
  try {
    const bundle =
      signatureSource === 'artifact'
        ? (await readSmallFile(join(folder, `${fileName}.sigstore.json`), MAX_BUNDLE_BYTES, {})).toString()
        : undefined
    const names = await readdir(folder)
    opened = await openFile(join(folder, fileName))
    const path = join(copyTo ?? folder, fileName)
    const measured =
      copyTo === undefined
        ? await measureOpened(opened, { withSha512 })
        : await copyOpened(opened, path, { withSha512 })
    if (copyTo !== undefined) await copyBeside(folder, planned, { copyTo, bundle })
    const isStranger = (name: string): boolean => kind === 'binary' && !namesOf(planned).includes(name)
    return {
      file: { ...measured, path },
      bundle,
      strangers: copyTo === undefined ? names.filter(isStranger) : [],
      isInPlace,
    }
  } catch {
    return undefined
  } finally {
    await opened?.handle.close()
  }
}

/** The proof, too: whoever looks at the copy finds it beside, as in the cache. */
async function copyBeside(
  folder: string,
  planned: PlannedArtifact,
  { copyTo, bundle }: { readonly copyTo: string; readonly bundle: string | undefined },
): Promise<void> {
  const [, ownBundle = '', ...papers] = namesOf(planned)
  if (bundle !== undefined) await writeNewFile(join(copyTo, ownBundle), bundle)
  for (const name of bundle === undefined ? papers : []) {
    const opened = await openFile(join(folder, name))
    try {
      await copyOpened(opened, join(copyTo, name))
    } finally {
      await opened.handle.close()
    }
  }
  for (const name of await readdir(copyTo)) await setMode(join(copyTo, name), modeOf(name, planned))
}
