// What `image` was asked: references, and who has to have signed them.
import { type Signer, toImageSigner } from '../kubernetes/signer.js'
import { type Read, type Reader, readEach, refuse, splitList } from './fields.js'
import { type ImageReference, parseImageReference } from './image-reference.js'
import {
  type CommandInputs,
  type ValuesOf,
  type Words,
  conflict,
  input,
  readInputs,
  required,
} from './input.js'
import { FORMAT_INPUTS, REPORT_INPUTS, TERMINAL_INPUTS, TERMINAL_RULES } from './output-inputs.js'
import type { TrustedRootChoice } from './request.js'
import { LOG_INPUTS, ROOT_INPUTS, signerInputs, toTrustedRoot } from './trust-inputs.js'

export interface ImageRequest {
  readonly images: readonly ImageReference[]
  /** Undefined: the promoter of each image's time. */
  readonly signer: Signer | undefined
  /** `oci:FOLDER` or `oci-archive:FILE`, beside the images' own layouts. */
  readonly signatures: string | undefined
  readonly trustedRoot: TrustedRootChoice
  readonly rekorUrl: URL
  /** How long, in a run, a server is waited for that is away. */
  readonly patienceMs: number
  readonly tufUrl: URL
  readonly reportFolder: string | undefined
}

/** Each costs a dozen requests. */
const MAX_IMAGES = 200

const readImages: Reader<readonly ImageReference[]> = (text) => readEach(splitList(text), readImage)

const readLayout: Reader<string | undefined> = (text) => {
  if (text === '') return { value: undefined }
  const layout = parseImageReference(text)
  if (layout?.isLayout === true && layout.tag === undefined && layout.digest === undefined)
    return { value: layout.registry }
  return refuse(text, 'is no OCI layout; allowed: oci:FOLDER or oci-archive:FILE')
}

const INPUTS = {
  images: input(
    'What',
    'One or more references to container images of any registry, each with a tag or a digest (`registry.k8s.io/pause:3.10`), separated by commas or newlines.',
    { placeholder: 'references', read: readImages },
  ),
  signatures: input(
    'Evidence',
    'An OCI layout (`oci:FOLDER`, `oci-archive:FILE`) in which the signatures of images on the disk lie, where that is another than the images’ own.',
    { placeholder: 'layout', read: readLayout },
  ),
  ...signerInputs('the Kubernetes image promoter'),
  ...ROOT_INPUTS,
  ...LOG_INPUTS,
  ...REPORT_INPUTS,
  ...FORMAT_INPUTS,
  ...TERMINAL_INPUTS,
}
type ImageValues = ValuesOf<typeof INPUTS>

/** The inputs of `image`. */
export const IMAGE: CommandInputs<ImageValues> = {
  table: INPUTS,
  rules: [
    ...TERMINAL_RULES,
    required('images', 'needs one or more references', ({ values }) => values.images?.length === 0),
    conflict(
      'signatures',
      'is for images on the disk; allowed with oci:FOLDER or oci-archive:FILE',
      ({ values }) => values.signatures !== undefined && values.images?.every(isOnDisk) === false,
    ),
  ],
  positionals: { name: 'images', most: MAX_IMAGES, isOnly: true },
}

/**
 * Reads the request of `image`.
 * @throws InputError with every fault
 */
export function parseImageRequest(words: Words): ImageRequest {
  const values = readInputs(IMAGE, words)
  return {
    images: values.images,
    signer: toImageSigner(values['certificate-identity'], values['certificate-oidc-issuer']),
    signatures: values.signatures,
    // Nobody is asked about what lies on the disk.
    trustedRoot: toTrustedRoot(values, values.images.every(isOnDisk)),
    rekorUrl: values['rekor-url'],
    patienceMs: values.patience,
    tufUrl: values['tuf-url'],
    reportFolder: values.report,
  }
}

function isOnDisk({ isLayout }: ImageReference): boolean {
  return isLayout === true
}

function readImage(text: string): Read<ImageReference> {
  const image = parseImageReference(text)
  if (image !== undefined) return { value: image }
  const allowed =
    'allowed: REGISTRY/NAME:TAG, REGISTRY/NAME@sha256:<64 hex characters>, oci:FOLDER or oci-archive:FILE'
  return refuse(text, `is not a reference to an image; ${allowed}`)
}
