// Which image it is: a registry may answer with another one, validly signed.
// The signer's word is the last name of the repository; the tag is nobody's.
import { lastNameOf } from '../evidence/image-name.js'
import { type CheckResult, failed, notRun, passed } from './check.js'

export interface ImageName {
  /** Last names that the image may have; the first is the one that was asked for. */
  readonly allowed: readonly string[]
  /** What was signed calls it so; undefined where it says no name. */
  readonly signed: string | undefined
  /** Whether what was signed could be read. */
  readonly isRead: boolean
}

const ID = 'image-name'
const NO_TAG = 'its tag is not signed, and is what the registry says today'

/** Whether what was signed calls the image by the name that was asked for. */
export function checkImageName({ allowed, signed, isRead }: ImageName): CheckResult {
  const [asked] = allowed
  if (asked === undefined) return notRun(ID, 'the image was asked for without a name')
  if (!isRead) return notRun(ID, 'what was signed could not be read')
  if (signed === undefined) {
    const detail = `the signature is over the digest alone: nothing signed says that this is ${asked}`
    return { ...notRun(ID, detail), code: 'IMAGE_NAME_UNBOUND', reason: 'incomplete' }
  }
  const name = lastNameOf(signed)
  return allowed.includes(name)
    ? passed(ID, `what was signed calls it ${name}; ${NO_TAG}`)
    : failed(ID, 'IMAGE_NAME_MISMATCH', {
        detail: 'what was signed is another image',
        expected: asked,
        actual: signed,
      })
}
