// The short line for container images: references → manifests → signatures → verify → report.
import { listWeakerRequests } from '../verify/weaknesses.js'
import { describeImages } from '../diagnose/image-notices.js'
import type { Ports } from '../ports.js'
import { proveImage } from '../prove/image-prover.js'
import { type ArtifactReport, type Report, toImageReport } from '../report/report.js'
import { reportRun, warningsOf } from './report-run.js'
import type { ImageRequest } from '../request/image-request.js'

type ImagePorts = Pick<
  Ports,
  'imageRegistry' | 'transparencyLog' | 'loadTrustedRoot' | 'now' | 'reachedHosts'
>

/** Never rejects: what went wrong is in the report. */
export async function runImages(request: ImageRequest, ports: ImagePorts): Promise<Report> {
  const { images, signer } = request
  const warnings: string[] = []
  const facts: { trustedRoot?: string; artifacts: readonly ArtifactReport[]; readonly warnings: string[] } = {
    artifacts: [],
    warnings,
  }
  return reportRun(facts, ports, async () => {
    const trustedRoot = await ports.loadTrustedRoot((message) => void warnings.push(message))
    facts.trustedRoot = trustedRoot.source
    warnings.push(...listWeakerRequests({ ...request, isOfNoRelease: false }))
    const proofs = await Promise.all(images.map((image) => proveImage(image, { ports, trustedRoot, signer })))
    warnings.push(...warningsOf(proofs), ...describeImages(proofs))
    facts.artifacts = proofs.map(toImageReport)
  })
}
