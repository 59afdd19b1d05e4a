// The bundles of installed artifacts once more, in a folder of the user's own:
// what a later job uploads, or verifies again with any Sigstore client.
import { basename, dirname, join } from 'node:path'
import type { FileContent } from '../ports.js'
import type { VerifiedArtifact } from '../verify/verified-artifact.js'
import { bundleText } from './stage.js'

/**
 * Flat, as `kubectl.sigstore.json`; several releases or platforms as in the release,
 * `v1.35.2/bin/linux/amd64/kubectl.sigstore.json`.
 */
export function toBundleFiles(artifacts: readonly VerifiedArtifact[], folder: string): FileContent[] {
  const releases = new Set(artifacts.map(({ planned }) => planned.version))
  const names = new Set(artifacts.map(({ planned }) => basename(planned.path)))
  const isFlat = releases.size <= 1 && names.size === artifacts.length
  return artifacts.map((artifact) => {
    const { version = '', path } = artifact.planned
    const place = isFlat ? folder : join(folder, version, dirname(path))
    return {
      path: join(place, `${basename(path)}.sigstore.json`),
      text: bundleText(artifact),
      root: folder,
    }
  })
}
