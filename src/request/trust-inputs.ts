// Inputs that several commands have in common: who has to have signed, under
// which trusted root, and the services that are asked.
import { RELEASE_SIGNER, type Signer } from '../kubernetes/signer.js'
import { type Read, type Reader, minutes, readLogUrl, readSiteUrl, readUrl, refuse } from './fields.js'
import { parseImageReference } from './image-reference.js'
import { type Rule, type ValuesOf, conflict, input, textInput } from './input.js'
import type { Request, TrustedRootChoice } from './request.js'

/** Makes the inputs that say who has to have signed. */
export function signerInputs(usual: string) {
  return {
    'certificate-identity': textInput(
      'Who signed it',
      `The identity in the signer's certificate, compared whole; empty means ${usual}.`,
      { placeholder: 'identity' },
    ),
    'certificate-oidc-issuer': textInput(
      'Who signed it',
      `The OIDC issuer that vouched for the signer, compared whole; empty means the issuer of ${usual}.`,
      { placeholder: 'url' },
    ),
  }
}

/** Who has to have signed a release. */
export const RELEASE_SIGNER_INPUTS = signerInputs('the Kubernetes release signer')
export type SignerValues = ValuesOf<typeof RELEASE_SIGNER_INPUTS>

/** The signer that was named, each part that was not being the release signer's. */
export function toSigner(values: SignerValues): Signer {
  return {
    certificateIdentity: values['certificate-identity'] ?? RELEASE_SIGNER.certificateIdentity,
    oidcIssuer: values['certificate-oidc-issuer'] ?? RELEASE_SIGNER.oidcIssuer,
  }
}

/** `auto`, `tuf`, `embedded`, `staging`, or the path of a file. */
const readTrustedRoot: Reader<TrustedRootChoice> = (text) => {
  const isKind = text === 'auto' || text === 'tuf' || text === 'embedded' || text === 'staging'
  return { value: isKind ? { kind: text } : { kind: 'file', path: text } }
}

/** Whom we trust, and from where that is known. */
export const ROOT_INPUTS = {
  'trusted-root': input(
    'Who signed it',
    'Where the trusted root comes from, one of `auto` (by TUF, else the embedded one with a warning), `tuf`, `embedded`, `staging` for the staging instance of Sigstore, or the path of a TrustedRoot JSON file.',
    { default: 'auto', placeholder: 'choice|path', read: readTrustedRoot },
  ),
  'tuf-url': input('Services', 'The TUF repository that the trusted root is fetched from.', {
    default: 'https://tuf-repo-cdn.sigstore.dev',
    placeholder: 'url',
    read: readUrl,
  }),
}

/** What a source of trust excludes. */
export const ROOT_RULES: readonly Rule<ValuesOf<typeof ROOT_INPUTS> & { readonly offline: boolean }>[] = [
  conflict(
    'trusted-root',
    'tuf needs the network; allowed with {offline}: auto, embedded, or a file',
    ({ values }) => values.offline === true && values['trusted-root']?.kind === 'tuf',
  ),
  conflict(
    'patience',
    'is for servers that are asked; with {offline} none is',
    ({ values, isGiven }) => values.offline === true && isGiven('patience'),
  ),
]

/** The trusted root to use; where nothing may be fetched, the one that was built in stands for it. */
export function toTrustedRoot(
  { 'trusted-root': choice }: ValuesOf<typeof ROOT_INPUTS>,
  isOffline: boolean,
): TrustedRootChoice {
  return isOffline ? atHandRoot(choice) : choice
}

/** What stands for a trusted root where nothing may be fetched. */
export function atHandRoot(choice: TrustedRootChoice): TrustedRootChoice {
  if (choice.kind === 'auto') return { kind: 'embedded' }
  return choice.kind === 'staging' ? { kind: 'embedded-staging' } : choice
}

/** Which transparency log is asked. */
export const LOG_INPUTS = {
  'rekor-url': input(
    'Services',
    'The transparency log or a mirror of it, up to the part before `/api/v1/`.',
    { default: 'https://rekor.sigstore.dev', placeholder: 'url', read: readLogUrl },
  ),
  patience: input(
    'Services',
    'How many minutes a server that is away is waited for, in a run, from 0 to 15, decimals allowed; each server by itself, and all of them together twice as long.',
    { default: '2.5', placeholder: 'minutes', read: minutes(0, 15) },
  ),
}

const RELEASE_URL = 'https://dl.k8s.io'

/** Which site is asked, and with which secret. */
export const SITE_INPUTS = {
  'release-url': input(
    'Services',
    'The release site or a mirror of it, up to the part before `/release/`, as an https URL or as a folder (`file:///…`).',
    { default: RELEASE_URL, placeholder: 'url', read: readSiteUrl },
  ),
  'mirror-authorization': input(
    'Services',
    'The value of the Authorization header for a private mirror, sent to the origin of release-url alone, and masked in the log.',
    { isSecret: true, read: readAuthorization },
  ),
}

type ServiceValues = ValuesOf<typeof LOG_INPUTS & typeof SITE_INPUTS & Pick<typeof ROOT_INPUTS, 'tuf-url'>>

/** The services that a request asks, and how long it waits for them. */
export function toServices(
  values: ServiceValues,
): Pick<Request, 'releaseUrl' | 'mirrorAuthorization' | 'rekorUrl' | 'patienceMs' | 'tufUrl'> {
  return {
    releaseUrl: values['release-url'],
    mirrorAuthorization: values['mirror-authorization'],
    rekorUrl: values['rekor-url'],
    patienceMs: values.patience,
    tufUrl: values['tuf-url'],
  }
}

/** What the site and its secret exclude. */
export const SITE_RULES: readonly Rule<ValuesOf<typeof SITE_INPUTS>>[] = [
  conflict(
    'mirror-authorization',
    'is for a mirror; allowed with an https {release-url} of your own',
    ({ values, isGiven }) => {
      const isMirror = isGiven('release-url') && values['release-url']?.protocol !== 'file:'
      return values['mirror-authorization'] !== undefined && !isMirror
    },
  ),
]

/** Which registry is asked for the images of a release. */
export const REGISTRY_INPUTS = {
  'image-registry': input(
    'Services',
    "The registry of the release's container images, as a host with an optional path below it.",
    { default: 'registry.k8s.io', placeholder: 'host', read: readRegistry },
  ),
}

/** The value of an Authorization header (RFC 9110 §11.6.2). A secret: no message repeats it. */
function readAuthorization(text: string, field: string): Read<string | undefined> {
  if (text === '') return { value: undefined }
  if (/^[A-Za-z0-9!#$%&'*+.^_`|~-]+ [\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text)) return { value: text }
  return refuse(field, 'its value is no Authorization header; allowed: "Bearer …", "Basic …"')
}

function readRegistry(text: string, field: string): Read<string> {
  if (parseImageReference(`${text}/image:tag`) !== undefined) return { value: text }
  return refuse(
    field,
    `"${text}" is not a registry; allowed: a host like registry.k8s.io, and a path below it`,
  )
}
