// The short line for container images: references → manifests → signatures → verify → report.
import { listWeakerRequests, listWeaknesses } from '../verify/weaknesses.js'
import { describeDisregarded } from '../diagnose/disregarded.js'
import { describeImages } from '../diagnose/image-notices.js'
import { toCodedError } from '../errors.js'
import type { Ports } from '../ports.js'
import { proveImage } from '../prove/image-prover.js'
import { reached } from './reached.js'
import { type ArtifactReport, type Report, toImageReport, toReport } from '../report/report.js'
import type { ImageRequest } from '../request/image-request.js'

type ImagePorts = Pick<
  Ports,
  'imageRegistry' | 'transparencyLog' | 'loadTrustedRoot' | 'now' | 'reachedHosts'
>

/** Never rejects: what went wrong is in the report. */
export async function runImages(request: ImageRequest, ports: ImagePorts): Promise<Report> {
  const { images, signer } = request
  const startedAt = ports.now()
  const warnings: string[] = []
  const facts: { trustedRoot?: string; artifacts: readonly ArtifactReport[] } = { artifacts: [] }
  const error = await find().catch(toCodedError)
  return toReport({
    ...facts,
    ...reached(ports),
    warnings,
    ...(error && { error }),
    startedAt,
    endedAt: ports.now(),
  })

  async function find(): Promise<void> {
    const trustedRoot = await ports.loadTrustedRoot((message) => void warnings.push(message))
    facts.trustedRoot = trustedRoot.source
    warnings.push(...listWeakerRequests({ ...request, isOfNoRelease: false }))
    const proofs = await Promise.all(images.map((image) => proveImage(image, { ports, trustedRoot, signer })))
    warnings.push(
      ...proofs.flatMap((proof) => [...describeDisregarded(proof), ...listWeaknesses(proof.result)]),
    )
    warnings.push(...describeImages(proofs))
    facts.artifacts = proofs.map(toImageReport)
  }
}
