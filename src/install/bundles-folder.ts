// The bundles of installed artifacts once more, in a folder of the user's own:
// what a later job uploads, or verifies again with any Sigstore client. The
// SBOM that binds them to their release lies beside them with its own bundle:
// without it, nobody could prove the release again.
import { basename, dirname, join } from 'node:path'
import { digestOf } from '../digest.js'
import { InstallError } from '../errors.js'
import { MAX_SBOM_BYTES } from '../evidence/spdx.js'
import { readSmallFile } from '../files/read-small-file.js'
import type { FileContent } from '../ports.js'
import type { VerifiedArtifact } from '../verify/verified-artifact.js'
import { bundleText } from './stage.js'

/**
 * Flat, as `kubectl.sigstore.json` and `kubernetes-release.spdx`; several releases or platforms as in the release,
 * `v1.35.2/bin/linux/amd64/kubectl.sigstore.json`.
 * @param papers the SBOMs that bind the artifacts, whose bytes are written as well
 * @throws InstallError when a paper is no longer what was verified
 */
export async function toBundleFiles(
  artifacts: readonly VerifiedArtifact[],
  papers: readonly VerifiedArtifact[],
  folder: string,
): Promise<FileContent[]> {
  const all = [...new Set([...artifacts, ...papers])]
  const releases = new Set(all.map(({ planned }) => planned.version))
  const names = new Set(all.map(({ planned }) => basename(planned.path)))
  const isFlat = releases.size <= 1 && names.size === all.length
  const toPath = ({ planned: { version, path } }: VerifiedArtifact): string =>
    join(isFlat ? folder : join(folder, version ?? '', dirname(path)), basename(path))
  const bundles = all.map((each) => ({
    path: `${toPath(each)}.sigstore.json`,
    text: bundleText(each),
    root: folder,
  }))
  const kept = papers.map(async (paper) => ({
    path: toPath(paper),
    text: await readVerified(paper),
    root: folder,
  }))
  return [...bundles, ...(await Promise.all(kept))]
}

async function readVerified({ file }: VerifiedArtifact): Promise<Buffer> {
  const bytes = await readSmallFile(file.path, MAX_SBOM_BYTES)
  if (digestOf(bytes).equals(file.sha256)) return bytes
  throw new InstallError('INSTALL_DIGEST_CHANGED', `${file.path} changed after it was verified`)
}
