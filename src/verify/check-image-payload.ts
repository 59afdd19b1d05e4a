// An image's signature is over a small payload that names the manifest's
// digest, which binds it.
import type { Digest } from '../digest.js'
import type { Result } from '../result.js'
import { type CheckResult, failed, fromError, notRun, passed } from './check.js'

export interface ImagePayload {
  /** Of the manifest, computed from its bytes; undefined where there are none. */
  readonly manifest: Digest | undefined
  /** What was signed says so. */
  readonly named: Result<Digest>
}

const ID = 'image-payload'

/** Whether what was signed names exactly this manifest. */
export function checkImagePayload({ manifest, named }: ImagePayload): CheckResult {
  if (named.error !== undefined) return fromError(ID, named.error)
  if (manifest === undefined) return notRun(ID, 'there is no manifest to compare with', 'IMAGE_NOT_FOUND')
  return named.value.equals(manifest)
    ? passed(ID, `what was signed names the manifest ${manifest.toString()}`)
    : failed(ID, 'IMAGE_PAYLOAD_MISMATCH', {
        detail: 'what was signed names another manifest',
        expected: manifest.toString(),
        actual: named.value.toString(),
      })
}
