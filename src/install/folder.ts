// Plain folders, each file moved into place by rename, all or none.
//
// For `get`: kubectl and kubectl.sigstore.json side by side. Files of several
// releases or platforms would take each other's places: they stand below the
// folder as they do in the release, v1.35.2/bin/linux/amd64/kubectl.
//
// For `export`: as on the release site, so that the folder can be one,
// release/v1.35.2/bin/linux/amd64/kubectl and its bundle, with the SBOM that
// binds it, and trusted_root.json.
import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { TrustedRoot as TrustedRootDocument } from '@sigstore/protobuf-specs'
import type { InstallOptions, InstalledArtifact, Installer } from '../ports.js'
import { formatPlace } from '../plan/plan.js'
import type { VerifiedArtifact } from '../verify/verified-artifact.js'
import { placing } from '../files/placing.js'
import { type StagedArtifact, bundleName, renameIfThere, stageArtifact } from './stage.js'

export type FolderLayout = 'flat' | 'release-site'

/** In an export. */
const TRUSTED_ROOT = 'trusted_root.json'

/** @param folder created when it is not there */
export function createFolderInstaller(folder: string, layout: FolderLayout = 'flat'): Installer {
  const root = resolve(folder)
  return {
    // A folder of the user's is no cache of ours.
    cache: { find: () => Promise.resolve(undefined), remove: () => Promise.resolve() },
    install: async (artifacts, papers, options) => {
      const staging = join(root, `.verify-k8s-artifacts-${randomUUID()}`)
      const all = layout === 'flat' ? artifacts : [...artifacts, ...papers]
      try {
        const installed = await placing(root, () => installAll(all, { root, staging, layout, options }))
        return installed.slice(0, artifacts.length)
      } finally {
        await rm(staging, { recursive: true, force: true })
      }
    },
  }
}

interface Move {
  readonly from: string
  readonly to: string
  readonly former: string
}

interface Place {
  readonly root: string
  /** Inside the root, so that a rename leads from there to anywhere in it. */
  readonly staging: string
  readonly layout: FolderLayout
  readonly options: InstallOptions
}

async function installAll(
  artifacts: readonly VerifiedArtifact[],
  { root, staging, layout, options }: Place,
): Promise<InstalledArtifact[]> {
  const folders = layout === 'flat' ? toFolders(artifacts, root) : toSiteFolders(artifacts, root)
  const staged: StagedArtifact[] = []
  for (const [index, artifact] of artifacts.entries()) {
    const stageOptions = { extract: options.extract, withSbom: layout === 'flat' }
    staged.push(await stageArtifact(artifact, join(staging, `${index}.new`), stageOptions))
  }
  const moves = staged.flatMap(({ folder, names }, index) =>
    names.map((name) => ({
      from: join(folder, name),
      to: join(folders[index] ?? root, name),
      former: join(staging, `${index}.former`, name),
    })),
  )
  if (layout === 'release-site') moves.push(await stageTrustedRoot(root, staging, options))
  await moveAll(moves)
  return staged.map(({ artifact, main }, index) => {
    const place = folders[index] ?? root
    return {
      planned: artifact.planned,
      path: join(place, main),
      bundlePath: join(place, bundleName(artifact)),
    }
  })
}

async function stageTrustedRoot(
  root: string,
  staging: string,
  { trustedRoot }: InstallOptions,
): Promise<Move> {
  const from = join(staging, TRUSTED_ROOT)
  const json = JSON.stringify(TrustedRootDocument.toJSON(trustedRoot.document), null, 2)
  await writeFile(from, `${json}\n`, { flag: 'wx' })
  return { from, to: join(root, TRUSTED_ROOT), former: join(staging, `${TRUSTED_ROOT}.former`) }
}

/** All or none: what stood at a place is put back when a later move fails. */
async function moveAll(moves: readonly Move[]): Promise<void> {
  const done: Move[] = []
  try {
    for (const move of moves) {
      await mkdir(dirname(move.to), { recursive: true })
      await mkdir(dirname(move.former), { recursive: true })
      await renameIfThere(move.to, move.former)
      done.push(move)
      await rename(move.from, move.to)
    }
  } catch (thrown) {
    for (const { to, former } of done.reverse()) {
      await rm(to, { recursive: true, force: true })
      await renameIfThere(former, to)
    }
    throw thrown
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
