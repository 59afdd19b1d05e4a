// cosign 2 and cosign 3 as signers, each signature by whom it is told to be.
import type { Stack } from './stack.js'
import { mustRun, tool } from './tools.js'

const GOOGLE = 'https://accounts.google.com'

/** Who signs, as the issuer vouches for it. */
export interface Signer {
  readonly identity: string
  readonly issuer?: string
}

/** Signs as krel does: `FILE.sig`, `FILE.cert` and an entry in Rekor v1. */
export async function signBlob(stack: Stack, file: string, signer: Signer): Promise<void> {
  await mustRun(
    tool('cosign-2'),
    [
      'sign-blob',
      ...services(stack, signer),
      `--output-signature=${file}.sig`,
      `--output-certificate=${file}.cert`,
      file,
    ],
    stack.cosign2Environment,
  )
}

/** cosign 2's own bundle (`--bundle`) or Sigstore's (`--new-bundle-format`). */
export async function signBlobBundle2(
  stack: Stack,
  file: string,
  { bundle, isNew, ...signer }: Signer & { readonly bundle: string; readonly isNew: boolean },
): Promise<void> {
  await mustRun(
    tool('cosign-2'),
    [
      'sign-blob',
      ...services(stack, signer),
      `--bundle=${bundle}`,
      ...(isNew ? ['--new-bundle-format'] : []),
      file,
    ],
    stack.cosign2Environment,
  )
}

/** cosign 3's bundle, logged in Rekor v1 or v2. */
export async function signBlobBundle3(
  stack: Stack,
  file: string,
  { bundle, log, ...signer }: Signer & { readonly bundle: string; readonly log: 1 | 2 },
): Promise<void> {
  await mustRun(tool('cosign-3'), [
    'sign-blob',
    ...(await configured(stack, log, signer)),
    `--bundle=${bundle}`,
    file,
  ])
}

/** Signs an image in the old form: a manifest under the tag `sha256-<hex>.sig`. */
export async function signImage2(stack: Stack, reference: string, signer: Signer): Promise<void> {
  await mustRun(
    tool('cosign-2'),
    ['sign', ...services(stack, signer), '--allow-http-registry', '--tlog-upload=true', reference],
    stack.cosign2Environment,
  )
}

/** Signs an image as cosign 3 does by itself: a bundle that refers to it. */
export async function signImage3(
  stack: Stack,
  reference: string,
  { log, ...signer }: Signer & { readonly log: 1 | 2 },
): Promise<void> {
  await mustRun(tool('cosign-3'), [
    'sign',
    ...(await configured(stack, log, signer)),
    '--allow-http-registry',
    reference,
  ])
}

function services(stack: Stack, { identity, issuer = GOOGLE }: Signer): string[] {
  return [
    '--yes',
    `--fulcio-url=${stack.fulcioUrl}`,
    `--rekor-url=${stack.rekorUrl}`,
    `--oidc-issuer=${stack.issuer.url}`,
    `--identity-token=${stack.issuer.token(identity, issuer)}`,
  ]
}

async function configured(
  stack: Stack,
  log: 1 | 2,
  { identity, issuer = GOOGLE }: Signer,
): Promise<string[]> {
  return [
    '--yes',
    `--signing-config=${await stack.writeSigningConfig(log)}`,
    `--trusted-root=${await stack.writeTrustedRoot()}`,
    `--identity-token=${stack.issuer.token(identity, issuer)}`,
  ]
}
