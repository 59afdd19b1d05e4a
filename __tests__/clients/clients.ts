// Sigstore's own clients, asked whether they believe a bundle of ours.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { realFolder, runTool, tool } from '../sigstore/stack/tools.js'
import { goVersion, pythonVersion } from './versions.js'

interface Asked {
  readonly file: string
  readonly bundle: string
  readonly trustedRoot: string
  readonly identity: string
  readonly issuer: string
}

export interface Client {
  readonly name: string
  readonly version: string
  /** Whether it accepts; what it says is for the one who reads a failed test. */
  verify(asked: Asked): Promise<{ readonly isAccepted: boolean; readonly text: string }>
}

const NO_TUF = { TUF_ROOT: '/nonexistent', SIGSTORE_NO_CACHE: 'true' }

async function ask(
  program: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ isAccepted: boolean; text: string }> {
  const { code, stdout, stderr } = await runTool(program, argv, { ...NO_TUF, ...env })
  return { isAccepted: code === 0, text: stdout + stderr }
}

function cosign(program: string, more: readonly string[]): Client['verify'] {
  return ({ file, bundle, trustedRoot, identity, issuer }) =>
    ask(tool(program), [
      'verify-blob',
      ...more,
      `--bundle=${bundle}`,
      `--trusted-root=${trustedRoot}`,
      `--certificate-identity=${identity}`,
      `--certificate-oidc-issuer=${issuer}`,
      file,
    ])
}

/** As its command line wants it: the trusted root with a configuration for signing, of which nothing is used. */
async function writeClientTrust({ trustedRoot, bundle }: Asked): Promise<string> {
  const path = `${bundle}.client-trust.json`
  const since = { validFor: { start: '2020-01-01T00:00:00Z' }, operator: 'nobody.example' }
  await writeFile(
    path,
    JSON.stringify({
      mediaType: 'application/vnd.dev.sigstore.clienttrustconfig.v0.1+json',
      trustedRoot: JSON.parse(await readFile(trustedRoot, 'utf8')) as unknown,
      signingConfig: {
        mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
        caUrls: [{ url: 'https://fulcio.invalid', majorApiVersion: 1, ...since }],
        oidcUrls: [{ url: 'https://oidc.invalid', majorApiVersion: 1, ...since }],
        rekorTlogUrls: [{ url: 'https://rekor.invalid', majorApiVersion: 1, ...since }],
        rekorTlogConfig: { selector: 'ANY' },
        tsaUrls: [{ url: 'https://timestamps.invalid', majorApiVersion: 1, ...since }],
        tsaConfig: { selector: 'ANY' },
      },
    }),
  )
  return path
}

export const CLIENTS: readonly Client[] = [
  {
    name: 'cosign',
    version: goVersion('github.com/sigstore/cosign/v2'),
    verify: cosign('cosign-2', ['--new-bundle-format']),
  },
  { name: 'cosign', version: goVersion('github.com/sigstore/cosign/v3'), verify: cosign('cosign-3', []) },
  {
    name: 'sigstore-go',
    version: goVersion('github.com/sigstore/sigstore-go'),
    verify: ({ file, bundle, trustedRoot, identity, issuer }) =>
      ask(tool('sigstore-go'), [
        `-artifact=${file}`,
        `-trustedrootJSONpath=${trustedRoot}`,
        `-expectedSAN=${identity}`,
        `-expectedIssuer=${issuer}`,
        bundle,
      ]),
  },
  {
    name: 'sigstore-python',
    version: pythonVersion('sigstore'),
    verify: async (asked) =>
      ask(join(realFolder(), 'python/bin/python'), [
        '-m',
        'sigstore',
        '--trust-config',
        await writeClientTrust(asked),
        'verify',
        'identity',
        '--offline',
        '--bundle',
        asked.bundle,
        '--cert-identity',
        asked.identity,
        '--cert-oidc-issuer',
        asked.issuer,
        asked.file,
      ]),
  },
]
