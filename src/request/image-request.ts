// What `image` was asked: references, and who has to have signed them.
import { type Signer, toImageSigner } from '../kubernetes/signer.js'
import { type FieldErrors, readUrl } from './fields.js'
import { type ImageReference, parseImageReference } from './image-reference.js'
import type { ArgumentNames, Arguments } from './parse-arguments.js'
import { INPUT_DEFAULTS, readTrustedRoot } from './parse-request.js'
import type { TrustedRootChoice } from './request.js'

export interface ImageRequest {
  readonly images: readonly ImageReference[]
  /** Undefined: the promoter of each image's time. */
  readonly signer: Signer | undefined
  readonly trustedRoot: TrustedRootChoice
  readonly rekorUrl: URL
  readonly tufUrl: URL
}

/** Each costs a dozen requests. */
const MAX_IMAGES = 200

export const IMAGE_ARGUMENTS: ArgumentNames = {
  values: [
    'certificate-identity',
    'certificate-oidc-issuer',
    'trusted-root',
    'rekor-url',
    'tuf-url',
    'format',
  ],
  switches: [],
  positionals: MAX_IMAGES,
}

/**
 * Reads the arguments of `image`.
 * @throws InputError with every faulty field
 */
export function parseImageRequest(errors: FieldErrors, { positionals, values }: Arguments): ImageRequest {
  if (positionals.length === 0) errors.add('INPUT_REQUIRED', 'image', 'needs one or more references')
  const images = positionals.flatMap((text) => readImageReference(errors, text) ?? [])
  const text = (name: 'trusted-root' | 'rekor-url' | 'tuf-url'): string =>
    values[name] ?? INPUT_DEFAULTS[name]
  const rekorUrl = readUrl(errors, '--rekor-url', text('rekor-url'))
  const tufUrl = readUrl(errors, '--tuf-url', text('tuf-url'))
  errors.throwIfAny()
  return {
    images,
    signer: toImageSigner(values['certificate-identity'], values['certificate-oidc-issuer']),
    trustedRoot: readTrustedRoot(text('trusted-root')),
    rekorUrl: rekorUrl as URL,
    tufUrl: tufUrl as URL,
  }
}

function readImageReference(errors: FieldErrors, text: string): ImageReference | undefined {
  const allowed = 'allowed: REGISTRY/NAME:TAG or REGISTRY/NAME@sha256:<64 hex characters>'
  return (
    parseImageReference(text) ??
    errors.add('INPUT_INVALID', text, `is not a reference to an image; ${allowed}`)
  )
}
