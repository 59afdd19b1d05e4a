// The bundles of placed artifacts once more, in a folder of the user's own:
// what a later job uploads, or verifies again with any Sigstore client.
import { copyFile, mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { placing } from '../files/placing.js'

export interface PlacedBundle {
  readonly version: string
  /** Where the artifact stands in its release. */
  readonly path: string
  readonly bundlePath: string
}

/**
 * Flat, as `kubectl.sigstore.json`; several releases or platforms as in the release,
 * `v1.35.2/bin/linux/amd64/kubectl.sigstore.json`.
 * @throws InstallError INSTALL_WRITE_FAILED
 */
export async function copyBundles(bundles: readonly PlacedBundle[], folder: string): Promise<void> {
  const releases = new Set(bundles.map(({ version }) => version))
  const names = new Set(bundles.map(({ path }) => basename(path)))
  const isFlat = releases.size <= 1 && names.size === bundles.length
  await placing(folder, async () => {
    for (const { version, path, bundlePath } of bundles) {
      const place = isFlat ? folder : join(folder, version, dirname(path))
      await mkdir(place, { recursive: true })
      await copyFile(bundlePath, join(place, `${basename(path)}.sigstore.json`))
    }
  })
}
