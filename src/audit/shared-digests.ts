// Images that a registry answers for several names: signed each, and at most
// one of them is what it is called.
import type { AuditedArtifact } from './audit-report.js'
import { toFinding } from './audited.js'

/**
 * The artifacts, with a finding on each image whose digest another image of the release has as well. What part of a
 * release, such as a shard, said of its own before is said anew of the whole.
 */
export function withSharedDigests(version: string, artifacts: readonly AuditedArtifact[]): AuditedArtifact[] {
  const images = artifacts.filter(({ kind, digest }) => kind === 'image' && digest !== undefined)
  const byDigest = Map.groupBy(images, ({ digest }) => digest)
  return artifacts.map((artifact) => {
    const { kind, name, digest } = artifact
    const findings = (artifact.findings ?? []).filter(({ code }) => code !== 'IMAGE_DIGEST_SHARED')
    const others = (kind === 'image' && digest !== undefined ? byDigest.get(digest) : undefined) ?? []
    const names = others.filter((other) => other !== artifact).map((other) => other.name)
    if (names.length === 0) return artifact
    const message = `${version} image ${name}: the registry answers for ${names.join(', ')} with the same image`
    return { ...artifact, findings: [...findings, toFinding('IMAGE_DIGEST_SHARED', message)] }
  })
}
