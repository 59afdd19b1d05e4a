// A signature says who signed which bytes. It does not say which version,
// platform or name they are: an old kubectl served at a new version's URL
// verifies. The release's signed SBOM names version, path and digest together.
import type { Digest } from '../digest.js'
import type { Result } from '../result.js'
import type { ReleaseSbom } from '../evidence/spdx.js'
import { type CheckResult, failed, fromError, notRun, passed } from './check.js'

export type ReleaseBinding =
  | { readonly kind: 'not-applicable'; readonly reason: string }
  /** Nothing that is published could bind it. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** An SBOM: it names its release itself. It is read only once its own signature holds. */
  | { readonly kind: 'own'; readonly read: () => Result<ReleaseSbom>; readonly namespace: string }
  | {
      readonly kind: 'sbom'
      /** The SBOM after it was itself verified; an error when it was rejected or is not at hand. */
      readonly sbom: Result<ReleaseSbom>
      /** The namespace that only this release's SBOM has. */
      readonly namespace: string
      /** Where the artifact stands in the release. */
      readonly path: string
      /** Of the bytes, as hex, where it was computed. */
      readonly sha512?: string | undefined
    }

const ID = 'release-binding'

/**
 * Whether the SBOM is of this release, and lists this path with this digest and no other.
 * @param isSigned whether every check before this one that had to pass did
 */
export function checkReleaseBinding(
  digest: Digest | undefined,
  binding: ReleaseBinding,
  isSigned: boolean,
): CheckResult {
  if (binding.kind === 'not-applicable') return notRun(ID, binding.reason)
  if (binding.kind === 'unavailable') return notRun(ID, binding.reason, 'RELEASE_BINDING_UNAVAILABLE')
  if (binding.kind === 'own' && !isSigned)
    return notRun(ID, 'what is signed is not read before its signature holds')
  const { namespace } = binding
  const sbom = binding.kind === 'own' ? binding.read() : binding.sbom
  if (sbom.error !== undefined) return fromError(ID, sbom.error)
  if (sbom.value.namespace !== namespace) {
    return refuse('the SBOM is of another release', namespace, sbom.value.namespace)
  }
  if (binding.kind === 'own') return passed(ID, `the document names its release: ${namespace}`)
  const { path, sha512 } = binding
  if (digest === undefined) return notRun(ID, 'there is no digest to look for in the SBOM')
  const listed = sbom.value.digestsOf(path)
  const [only] = listed
  if (only === undefined) return refuse(`the SBOM does not list ${path}`, path, 'no such file')
  if (listed.length > 1) {
    return refuse(`the SBOM lists ${path} with different digests`, 'one digest', listed.join(', '))
  }
  if (!only.equals(digest)) {
    return refuse(`the SBOM lists ${path} with another digest`, only.toString(), digest.toString())
  }
  const listedSha512 = sbom.value.sha512Of(path)
  if (sha512 !== undefined && listedSha512.some((hex) => hex !== sha512)) {
    const expected = listedSha512.map((hex) => `sha512:${hex}`).join(', ')
    return refuse(`the SBOM lists ${path} with another SHA-512 digest`, expected, `sha512:${sha512}`)
  }
  return passed(ID, `the release's signed SBOM lists ${path} with ${digest.toString()}`)
}

function refuse(detail: string, expected: string, actual: string): CheckResult {
  return failed(ID, 'RELEASE_BINDING_MISMATCH', { detail, expected, actual })
}
