// A release as Kubernetes makes it, signed by cosign file by file, the SBOM
// last, and the site that serves it.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pLimit from 'p-limit'
import { artifactContent, digests, readAll, toContent } from '../../../src/lab/content.js'
import { createProvenance, createSums } from '../../../src/lab/papers.js'
import { RELEASE_SIGNER, SBOM_PATH, SOURCE_SBOM_PATH, createSbom } from '../../../src/lab/release.js'
import { createReleaseTarball } from '../../../src/lab/tarball.js'
import { WebServer, text } from '../../../src/lab/web-server.js'
import { signBlob } from './cosign.js'
import type { Stack } from './stack.js'

const SIGNERS_AT_ONCE = 6
const SIZE_BYTES = 20_000
const NODE_BINARIES = ['kubeadm', 'kubelet', 'kube-proxy', 'kubectl-convert', 'mounter', 'kube-log-runner']
const SERVER_BINARIES = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kube-aggregator']

/** 36 files of a real release. */
export const RELEASE_PATHS = [
  ...['linux/amd64', 'linux/arm64', 'darwin/arm64'].map((platform) => `bin/${platform}/kubectl`),
  'bin/windows/amd64/kubectl.exe',
  ...['linux/amd64', 'linux/arm64'].flatMap((platform) =>
    [...NODE_BINARIES, ...SERVER_BINARIES].map((name) => `bin/${platform}/${name}`),
  ),
  ...['linux-amd64', 'linux-arm64', 'darwin-arm64', 'windows-amd64'].map(
    (platform) => `kubernetes-client-${platform}.tar.gz`,
  ),
  ...['linux-amd64', 'linux-arm64'].flatMap((platform) => [
    `kubernetes-server-${platform}.tar.gz`,
    `kubernetes-node-${platform}.tar.gz`,
  ]),
  'kubernetes-src.tar.gz',
  'kubernetes.tar.gz',
  SOURCE_SBOM_PATH,
]

export interface RealRelease {
  readonly version: string
  /** The files of the release lie here, under their paths. */
  readonly folder: string
  file(path: string): string
  sha256(path: string): string
}

/** @param root as of a release site: the release goes to `root/release/<version>` */
export async function publish(
  stack: Stack,
  root: string,
  { version, paths = RELEASE_PATHS }: { readonly version: string; readonly paths?: readonly string[] },
): Promise<RealRelease> {
  const folder = join(root, 'release', version)
  const file = (path: string): string => join(folder, path)
  const hashes = new Map<string, ReturnType<typeof digests>>()
  const write = async (path: string, bytes: Buffer): Promise<void> => {
    await mkdir(dirname(file(path)), { recursive: true })
    await writeFile(file(path), bytes)
    const found = digests(toContent(bytes))
    hashes.set(path, found)
    for (const algorithm of ['sha256', 'sha512'] as const)
      await writeFile(`${file(path)}.${algorithm}`, found[algorithm])
  }
  for (const path of paths) await write(path, contentOf(version, path))
  const listed = [...hashes].filter(([path]) => !path.endsWith('.spdx'))
  await writeFile(file('SHA256SUMS'), createSums(listed, 'sha256'))
  await writeFile(file('SHA512SUMS'), createSums(listed, 'sha512'))
  await writeFile(file('provenance.json'), createProvenance(version, listed))
  const limit = pLimit(SIGNERS_AT_ONCE)
  const sign = (path: string): Promise<void> => signBlob(stack, file(path), { identity: RELEASE_SIGNER })
  await Promise.all(paths.map((path) => limit(sign, path)))
  // It reads no more than the digests.
  await write(SBOM_PATH, Buffer.from(createSbom(version, listed as never)))
  await sign(SBOM_PATH)
  return {
    version,
    folder,
    file,
    sha256: (path) => {
      const found = hashes.get(path)
      if (found === undefined) throw new Error(`${version} has no ${path}`)
      return found.sha256
    },
  }
}

function contentOf(version: string, path: string): Buffer {
  if (path.endsWith('.tar.gz')) return createReleaseTarball(version, path)
  if (path === SOURCE_SBOM_PATH)
    return Buffer.from(
      `SPDXVersion: SPDX-2.3\nDocumentName: Kubernetes Source ${version}\n` +
        `DocumentNamespace: https://sbom.k8s.io/${version}/source\n\nFileName: go.mod\n`,
    )
  return readAll(artifactContent(version, path, SIZE_BYTES))
}

/** dl.k8s.io over a folder that is laid out as it is. */
export function serveFolder(root: string): Promise<WebServer> {
  return WebServer.start(async ({ url = '' }) => {
    const path = join(root, decodeURIComponent(new URL(url, 'http://site').pathname))
    const content = await readFile(path).catch(() => undefined)
    return content === undefined ? text(404, 'NoSuchKey') : { status: 200, content: toContent(content) }
  })
}
