// A signature says who signed which bytes. It does not say which version,
// platform or name they are: an old kubectl served at a new version's URL
// verifies. The release's signed SBOM names version, path and digest together.
import type { Digest } from '../digest.js'
import type { Claim } from '../evidence/claim.js'
import type { ReleaseSbom } from '../evidence/spdx.js'
import { type CheckResult, failed, fromError, notRun, passed } from './check.js'

export type ReleaseBinding =
  | { readonly kind: 'not-applicable'; readonly reason: string }
  | {
      readonly kind: 'sbom'
      /** The SBOM after it was itself verified; an error when it was rejected or is not at hand. */
      readonly sbom: Claim<ReleaseSbom>
      /** The namespace that only this release's SBOM has. */
      readonly namespace: string
      /** Where the artifact stands in the release. */
      readonly path: string
    }

/** Whether the SBOM is of this release, and lists this path with this digest and no other. */
export function checkReleaseBinding(digest: Digest | undefined, binding: ReleaseBinding): CheckResult {
  const id = 'release-binding'
  if (binding.kind === 'not-applicable') return notRun(id, binding.reason)
  const { sbom, namespace, path } = binding
  if (sbom.error !== undefined) return fromError(id, sbom.error)
  if (digest === undefined) return notRun(id, 'there is no digest to look for in the SBOM')
  const refuse = (detail: string, expected: string, actual: string): CheckResult =>
    failed(id, 'RELEASE_BINDING_MISMATCH', detail, { expected, actual })
  if (sbom.value.namespace !== namespace) {
    return refuse('the SBOM is of another release', namespace, sbom.value.namespace)
  }
  const listed = sbom.value.digestsOf(path)
  const [only] = listed
  if (only === undefined) return refuse(`the SBOM does not list ${path}`, path, 'no such file')
  if (listed.length > 1) {
    return refuse(`the SBOM lists ${path} with different digests`, 'one digest', listed.join(', '))
  }
  if (!only.equals(digest)) {
    return refuse(`the SBOM lists ${path} with another digest`, only.toString(), digest.toString())
  }
  return passed(id, `the release's signed SBOM lists ${path} with ${digest.toString()}`)
}
