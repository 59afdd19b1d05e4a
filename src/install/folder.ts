// Plain folders, each file moved into place by rename, all or none.
//
// For `get`: kubectl and kubectl.sigstore.json side by side. Files of several
// releases or platforms would take each other's places: they stand below the
// folder as they do in the release, v1.35.2/bin/linux/amd64/kubectl.
//
// For `export`: as on the release site, so that the folder can be one,
// release/v1.35.2/bin/linux/amd64/kubectl and its bundle, with the SBOM that
// binds it, and trusted_root.json.
import { formatJson } from '../json/format-json.js'
import { dirname, join, relative, resolve } from 'node:path'
import { TrustedRoot as TrustedRootDocument } from '@sigstore/protobuf-specs'
import { makeFolder } from '../files/make-folder.js'
import { NO_CACHE } from '../files/no-cache.js'
import { writing } from '../files/writing.js'
import { pendFiles } from '../files/replace-file.js'
import { Replacement, assertReplaceable } from '../files/replacement.js'
import { isThere } from '../files/rename.js'
import { createTemporaryFolder } from '../files/temporary-folder.js'
import { formatPlace } from '../plan/plan.js'
import type { FileContent, InstallOptions, InstalledArtifact, Installer, ToolCache } from '../ports.js'
import type { VerifiedArtifact } from '../verify/verified-artifact.js'
import { type Expected, type Manifest, checkPlaced, findFault } from './placed.js'
import { type StagedArtifact, bundleName, stageArtifact } from './stage.js'

type FolderLayout = 'flat' | 'release-site'

/** In an export. */
const TRUSTED_ROOT = 'trusted_root.json'

export interface FolderOptions {
  readonly layout?: FolderLayout
  /** Where artifacts may be from; nothing in it is moved. Default: nowhere, since a folder of the user's is no cache of ours. */
  readonly cache?: ToolCache | undefined
}

/** @param folder created when it is not there */
export function createFolderInstaller(
  folder: string,
  { layout = 'flat', cache = NO_CACHE }: FolderOptions = {},
): Installer {
  const root = resolve(folder)
  return {
    cache,
    install: async (artifacts, papers, options) => {
      const all = layout === 'flat' ? artifacts : [...artifacts, ...papers]
      const installed = await writing(root, () => installAll(all, { root, layout, options }))
      return installed.slice(0, artifacts.length)
    },
  }
}

interface Place {
  readonly root: string
  readonly layout: FolderLayout
  readonly options: InstallOptions
}

async function installAll(
  artifacts: readonly VerifiedArtifact[],
  { root, layout, options }: Place,
): Promise<InstalledArtifact[]> {
  // Where it really is: whoever bends a link meanwhile bends nothing.
  const real = await makeFolder(root)
  const replacement = new Replacement()
  // In the folder, so that a rename leads from there to anywhere in it.
  const staging = await createTemporaryFolder(real, 'staging', {
    isHidden: true,
    beforeRemoval: () => {
      replacement.revert()
    },
  })
  try {
    const folders = layout === 'flat' ? toFolders(artifacts, root) : toSiteFolders(artifacts, root)
    const staged: StagedArtifact[] = []
    for (const [index, artifact] of artifacts.entries()) {
      const stageOptions = { ...options, withSbom: layout === 'flat' }
      staged.push(await stageArtifact(artifact, join(staging.path, `${index}.new`), stageOptions))
    }
    const installed = staged.map(({ artifact, main }, index) => {
      const folder = folders[index] ?? root
      return {
        planned: artifact.planned,
        path: join(folder, main),
        bundlePath: join(folder, bundleName(artifact)),
      }
    })
    const places = await Promise.all(
      folders.map((folder) => makeFolder(join(real, relative(root, folder)), { root: real })),
    )
    for (const [index, { names }] of staged.entries())
      for (const name of names) await assertPlaceable(join(places[index] ?? real, name), name, staged[index])
    const trustedRoot = layout === 'release-site' ? [toTrustedRoot(root, options)] : []
    const files = await pendFiles([...trustedRoot, ...((await options.alongside?.(installed)) ?? [])])
    try {
      for (const [index, each] of staged.entries()) await moveAll(each, places[index] ?? real, replacement)
      await files.commit()
    } catch (thrown) {
      files.revert()
      throw thrown
    }
    await files.settle()
    await replacement.settle()
    return installed
  } catch (thrown) {
    replacement.revert()
    throw thrown
  } finally {
    await staging.remove()
  }
}

function toTrustedRoot(root: string, { trustedRoot }: InstallOptions): FileContent {
  const json = formatJson(TrustedRootDocument.toJSON(trustedRoot.document), 2)
  return { path: join(root, TRUSTED_ROOT), text: `${json}\n`, root }
}

/** An unpacked folder that is there already stays, if it is what would be placed: then nothing is lost. */
async function assertPlaceable(
  path: string,
  name: string,
  staged: StagedArtifact | undefined,
): Promise<void> {
  if (staged !== undefined && (await isUnpacked(path, name, staged))) return
  await assertReplaceable(path)
}

async function isUnpacked(path: string, name: string, { manifest }: StagedArtifact): Promise<boolean> {
  if (manifest.get(name)?.kind !== 'folder' || !(await isThere(path))) return false
  return (await findFault(path, partOf(manifest, name), { name, isSame: false })) === undefined
}

/** What a manifest says of one thing and all below it. */
function partOf(manifest: Manifest, name: string): Manifest {
  const part = new Map<string, Expected>()
  for (const [path, expected] of manifest)
    if (path === name || path.startsWith(`${name}/`)) part.set(path.slice(name.length + 1), expected)
  return part
}

async function moveAll(staged: StagedArtifact, folder: string, replacement: Replacement): Promise<void> {
  for (const name of staged.names) {
    const to = join(folder, name)
    if (await isUnpacked(to, name, staged)) continue
    await replacement.move(join(staged.folder, name), to)
    await checkPlaced(to, partOf(staged.manifest, name), { name: staged.artifact.planned.name })
  }
}

function toFolders(artifacts: readonly VerifiedArtifact[], root: string): string[] {
  const releases = new Set(artifacts.map(({ planned }) => planned.version))
  const files = new Set(artifacts.map(({ planned }) => planned.fileName))
  const isFlat = releases.size === 1 && files.size === artifacts.length
  return artifacts.map(({ planned }) => (isFlat ? root : dirname(join(root, formatPlace(planned)))))
}

function toSiteFolders(artifacts: readonly VerifiedArtifact[], root: string): string[] {
  return artifacts.map(({ planned }) => dirname(join(root, 'release', formatPlace(planned))))
}
