// What is true of a verified image and easily overlooked: what its signature
// leaves open, and what its tag stands for.
import { lastNameOf } from '../evidence/image-name.js'
import { isImageName, isNamedByArchitecture } from '../kubernetes/images.js'
import type { VerificationResult } from '../verify/verification-result.js'

export interface ImageNotice {
  readonly code: 'IMAGE_NAME_UNBOUND' | 'IMAGE_SINGLE_PLATFORM' | 'IMAGE_DIGEST_SHARED'
  /** One sentence; may hold text from outside. */
  readonly message: string
}

export interface NoticedImage {
  readonly reference: { readonly registry: string; readonly repository: string }
  readonly result: VerificationResult
  /** Undefined where nobody looked. */
  readonly isIndex?: boolean
}

/** All of it as sentences that begin with the code. */
export function describeImages(images: readonly NoticedImage[]): string[] {
  return [
    ...images.flatMap((image) => noticesOfImage(image, image.result.artifact.name)),
    ...noticesOfShared(images),
  ].map(({ code, message }) => `${code}: ${message}`)
}

/** @param title how the sentences begin: what was asked for */
export function noticesOfImage({ reference, result, isIndex }: NoticedImage, title: string): ImageNotice[] {
  if (result.outcome !== 'verified') return []
  const name = lastNameOf(reference.repository)
  const unbound = result.checks.find(({ code }) => code === 'IMAGE_NAME_UNBOUND')
  // Kubernetes has an index under each name, and under a name with an architecture the image of that one.
  const isOdd = isIndex === false && isImageName(name) && !isNamedByArchitecture(name)
  return [
    ...(unbound ? [{ code: 'IMAGE_NAME_UNBOUND', message: `${title}: ${unbound.detail}` } as const] : []),
    ...(isOdd
      ? [
          {
            code: 'IMAGE_SINGLE_PLATFORM',
            message: `${title}: the tag stands for the image of a single platform, where Kubernetes has an index of all`,
          } as const,
        ]
      : []),
  ]
}

/** One sentence for each digest that was answered for several names: at most one of them is what it is called. */
function noticesOfShared(images: readonly NoticedImage[]): ImageNotice[] {
  const verified = images.filter(({ result }) => result.outcome === 'verified')
  const byDigest = Map.groupBy(verified, ({ result }) => result.digest?.hex)
  return [...byDigest.values()].flatMap((group): ImageNotice[] => {
    const names = new Set(group.map(({ reference }) => lastNameOf(reference.repository)))
    if (names.size < 2) return []
    return [{ code: 'IMAGE_DIGEST_SHARED', message: `${[...names].join(', ')} are one and the same image` }]
  })
}
