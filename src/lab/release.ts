// What one Kubernetes release publishes: artifacts, each with its own
// signature, certificate and log entry, and the signed SBOM that lists them.
import { createHash } from 'node:crypto'
import { type Authority, type KeyPair, type LeafOptions, generateKeyPair } from './authority.js'
import { type Content, artifactContent, digests, readAll, toContent } from './content.js'
import { createProvenance, createSums } from './papers.js'
import { createReleaseTarball } from './tarball.js'
import type { LoggedEntry, TransparencyLog } from './transparency-log.js'

export const RELEASE_SIGNER = 'krel-staging@k8s-releng-prod.iam.gserviceaccount.com'
export const RELEASE_ISSUER = 'https://accounts.google.com'
export const SBOM_PATH = 'kubernetes-release.spdx'
export const SOURCE_SBOM_PATH = 'kubernetes-source.spdx'

const DEFAULT_PATHS = [
  'bin/linux/amd64/kubectl',
  'bin/linux/arm64/kubectl',
  'bin/darwin/arm64/kubectl',
  'bin/windows/amd64/kubectl.exe',
  'bin/linux/amd64/kubeadm',
  'bin/linux/arm64/kubeadm',
  'bin/linux/amd64/kubelet',
  'bin/linux/arm64/kubelet',
]
const DEFAULT_SIZE = 4096

export interface SignOptions extends Partial<Omit<LeafOptions, 'key'>> {
  readonly authority: Authority
  readonly log: TransparencyLog
  readonly signedAt: Date
  /** When the log takes the entry; default: three seconds after the certificate. */
  readonly loggedAt?: Date
  /** A key on P-384, whose signature is over SHA-384. */
  readonly isP384?: boolean
}

/** One artifact with everything that is published beside it. */
export interface SignedArtifact {
  readonly content: Content
  readonly sha256: string
  readonly sha512: string
  readonly sha1: string
  readonly key: KeyPair
  /** DER. */
  readonly signature: Buffer
  readonly certificate: Buffer
  readonly certificatePem: string
  readonly entry: LoggedEntry
  /** By ending: `.sig`, `.cert`, `.sha256`, `.sha512`. */
  readonly sidecars: Readonly<Record<string, Buffer>>
}

/** Signs like cosign's sign-blob: a fresh key, a certificate for it, an entry in the log. */
export async function signArtifact(content: Content, options: SignOptions): Promise<SignedArtifact> {
  const { authority, log, signedAt } = options
  const loggedAt = options.loggedAt ?? new Date(signedAt.getTime() + 3000)
  const { isP384 = false } = options
  const hash = isP384 ? 'sha384' : 'sha256'
  const key = await generateKeyPair(isP384 ? 'P-384' : 'P-256')
  const hashes = digests(content)
  const signature = key.signAll(content.chunks(), hash)
  const certificate = await authority.issue({
    identity: RELEASE_SIGNER,
    issuer: RELEASE_ISSUER,
    ...options,
    key,
    notBefore: options.notBefore ?? signedAt,
  })
  const certificatePem = toPem(certificate)
  const entry = log.addHashedrekord({
    sha256Hex: hashes.sha256,
    ...(isP384 && {
      signed: { algorithm: hash, hex: createHash(hash).update(readAll(content)).digest('hex') },
    }),
    signature,
    certificatePem,
    integratedTime: loggedAt,
  })
  return {
    ...hashes,
    content,
    key,
    signature,
    certificate,
    certificatePem,
    entry,
    sidecars: {
      '.sig': Buffer.from(signature.toString('base64')),
      '.cert': Buffer.from(Buffer.from(certificatePem).toString('base64')),
      '.sha256': Buffer.from(hashes.sha256),
      '.sha512': Buffer.from(hashes.sha512),
    },
  }
}

export interface ReleaseOptions extends SignOptions {
  readonly version: string
  readonly paths?: readonly string[]
  /** In bytes, by path. */
  readonly sizes?: Readonly<Record<string, number>>
  /** Other contents than the lab's own, by path. */
  readonly contents?: Readonly<Record<string, Buffer>>
  /** Another release's artifacts, published again as they are. */
  readonly reuse?: ReadonlyMap<string, SignedArtifact>
}

export interface Release {
  readonly version: string
  readonly artifacts: ReadonlyMap<string, SignedArtifact>
  /** Everything by its path below `/release/<version>/`. */
  readonly files: Map<string, Content>
  /** Puts a signed artifact with its sidecars at a path. */
  put(path: string, artifact: SignedArtifact): void
  artifact(path: string): SignedArtifact
}

export async function createRelease(options: ReleaseOptions): Promise<Release> {
  const { version, paths = DEFAULT_PATHS, sizes = {}, contents = {}, reuse } = options
  const files = new Map<string, Content>()
  const artifacts = new Map<string, SignedArtifact>()
  const put = (path: string, artifact: SignedArtifact): void => {
    files.set(path, artifact.content)
    for (const [ending, bytes] of Object.entries(artifact.sidecars))
      files.set(path + ending, toContent(bytes))
  }
  for (const path of paths) {
    const given = contents[path]
    const content =
      given === undefined ? contentOf(version, path, sizes[path] ?? DEFAULT_SIZE) : toContent(given)
    const signed = reuse?.get(path) ?? (await signArtifact(content, options))
    artifacts.set(path, signed)
    put(path, signed)
  }
  const listed = [...artifacts].filter(([path]) => !path.endsWith('.spdx'))
  const papers = {
    SHA256SUMS: createSums(listed, 'sha256'),
    SHA512SUMS: createSums(listed, 'sha512'),
    'provenance.json': createProvenance(version, listed),
  }
  for (const [path, paper] of Object.entries(papers)) files.set(path, toContent(Buffer.from(paper)))
  const sbom = await signArtifact(
    toContent(Buffer.from(createSbom(version, listed, options.signedAt))),
    options,
  )
  artifacts.set(SBOM_PATH, sbom)
  put(SBOM_PATH, sbom)
  return {
    version,
    artifacts,
    files,
    put,
    artifact: (path) => {
      const artifact = artifacts.get(path)
      if (artifact === undefined) throw new Error(`the lab release ${version} has no ${path}`)
      return artifact
    },
  }
}

function contentOf(version: string, path: string, size: number): Content {
  if (path === SOURCE_SBOM_PATH) return toContent(Buffer.from(createSourceSbom(version)))
  if (path.endsWith('.tar.gz')) return toContent(createReleaseTarball(version, path))
  return artifactContent(version, path, size)
}

function createSourceSbom(version: string): string {
  return (
    `SPDXVersion: SPDX-2.3\nDocumentName: Kubernetes Source ${version}\n` +
    `DocumentNamespace: https://sbom.k8s.io/${version}/source\n\n` +
    `FileName: go.mod\nFileChecksum: SHA256: ${'2'.repeat(64)}\n`
  )
}

/** SPDX tag-value, as bom writes it; the Windows kubectl is listed twice, as in real releases. */
export function createSbom(
  version: string,
  artifacts: Iterable<readonly [string, SignedArtifact]>,
  created = new Date('2026-01-01T00:00:00Z'),
): string {
  const file = ([path, { sha1, sha256, sha512 }]: readonly [string, SignedArtifact]): string =>
    `FileName: ${path}\n` +
    `SPDXID: SPDXRef-File-${path.replace(/[^A-Za-z0-9]/g, '-')}\n` +
    `FileChecksum: SHA1: ${sha1}\nFileChecksum: SHA256: ${sha256}\nFileChecksum: SHA512: ${sha512}\n` +
    `FileType: BINARY\nLicenseConcluded: Apache-2.0\nLicenseInfoInFile: NONE\nFileCopyrightText: NOASSERTION\n\n`
  const blocks = [...artifacts].flatMap((entry) =>
    entry[0].endsWith('.exe') ? [file(entry), file(entry)] : [file(entry)],
  )
  return (
    `SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\n` +
    `DocumentName: Kubernetes Release ${version}\n` +
    `DocumentNamespace: https://sbom.k8s.io/${version}/release\n` +
    `ExternalDocumentRef: DocumentRef-kubernetes-source https://sbom.k8s.io/${version}/source SHA1: ${'0'.repeat(40)}\n` +
    `Creator: Organization: Kubernetes Release Engineering\nCreated: ${created.toISOString().replace(/\.\d+/, '')}\n\n` +
    `##### Files\n\n${blocks.join('')}` +
    `##### Package: kube-apiserver\n\nPackageName: kube-apiserver-amd64.tar\nSPDXID: SPDXRef-Package-apiserver\n` +
    `PackageComment: <text>An image.\nFileName: bin/linux/amd64/not-a-file\nFileChecksum: SHA256: nonsense\n</text>\n` +
    `PackageChecksum: SHA256: ${'1'.repeat(64)}\nPackageLicenseConcluded: Apache-2.0\n\n` +
    `Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-Package-apiserver\n`
  )
}

/** As Go's encoding/pem writes it. */
function toPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
