// The container images of a release, on registry.k8s.io
// (https://kubernetes.io/docs/tasks/administer-cluster/verify-signed-artifacts/),
// and those that kubeadm takes beside them, whose versions are its own.
import semver from 'semver'
import kubeadm from './kubeadm-images.json' with { type: 'json' }
import { type ReleaseVersion, isPrerelease, minorOf } from './version.js'

/** Where the images of Kubernetes are pulled from; kubeadm takes CoreDNS from another path there than elsewhere. */
export const OFFICIAL_REGISTRY = 'registry.k8s.io'
/** Where their signatures are kept, which regional copies have lacked (kubernetes/registry.k8s.io#321). */
export const CANONICAL_REGISTRY = {
  host: 'us-central1-docker.pkg.dev',
  prefix: 'k8s-artifacts-prod/images/',
}

/** What runs a control plane and its nodes, under the release's own version. */
const CONTROL_PLANE_IMAGES: readonly string[] = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kube-proxy',
]
/** All that a release brings. */
const RELEASE_IMAGES: readonly string[] = [...CONTROL_PLANE_IMAGES, 'kubectl', 'conformance']
/** What kubeadm pulls beside them, as `kubeadm config images list` has it. */
const KUBEADM_IMAGES: readonly KubeadmImage[] = ['coredns', 'pause', 'etcd']
/** Each release image is there once more by architecture, under names that the official documentation uses. */
const ARCHITECTURES: readonly string[] = ['amd64', 'arm64', 'ppc64le', 's390x']

type KubeadmImage = 'pause' | 'etcd' | 'coredns'

interface Span extends Readonly<Record<KubeadmImage, string>> {
  /** Patches, both of them inside. */
  readonly from: number
  readonly to: number
}

/** `images`, and what kubeadm needs in all: the control plane's and its own. */
export const IMAGE_GROUPS: Readonly<Record<string, readonly string[]>> = {
  images: CONTROL_PLANE_IMAGES,
  'kubeadm-images': [...CONTROL_PLANE_IMAGES, ...KUBEADM_IMAGES],
}

/** Names that errors list; `isImageName` knows those by architecture, too. */
export const IMAGE_NAMES: readonly string[] = [...RELEASE_IMAGES, ...KUBEADM_IMAGES]

/** @param name `kube-apiserver`, `kube-apiserver-amd64`, `etcd` */
export function isImageName(name: string): boolean {
  return IMAGE_NAMES.includes(name) || isNamedByArchitecture(name)
}

/**
 * Name and tag of a release's image in a registry: `kube-apiserver:v1.35.2`, `coredns/coredns:v1.13.1`.
 * @param registry a host, and a path below it
 * @returns undefined when it is kubeadm's, and our data has not got the release
 */
export function imageOf(name: string, version: ReleaseVersion, registry: string): string | undefined {
  if (!isKubeadmImage(name)) return `${name}:${version}`
  const tag = spanOf(version)?.[name]
  // As kubeadm does: GetDNSImage in cmd/kubeadm/app/images/images.go.
  const path = name === 'coredns' && registry === OFFICIAL_REGISTRY ? 'coredns/coredns' : name
  return tag && `${path}:${tag}`
}

/** The newest release of the minor whose kubeadm images we know; undefined when there is none. */
export function newestKnownToKubeadm(version: ReleaseVersion): ReleaseVersion | undefined {
  const last = spansOf(version).at(-1)
  return last && `v${minorOf(version)}.${last.to}`
}

function spanOf(version: ReleaseVersion): Span | undefined {
  const patch = semver.patch(version)
  return isPrerelease(version)
    ? undefined
    : spansOf(version).find(({ from, to }) => from <= patch && patch <= to)
}

function spansOf(version: ReleaseVersion): readonly Span[] {
  return (kubeadm.releases as Readonly<Record<string, readonly Span[]>>)[minorOf(version)] ?? []
}

function isKubeadmImage(name: string): name is KubeadmImage {
  return (KUBEADM_IMAGES as readonly string[]).includes(name)
}

/** `kube-apiserver-amd64` */
export function isNamedByArchitecture(name: string): boolean {
  return ARCHITECTURES.some(
    (arch) => name.endsWith(`-${arch}`) && RELEASE_IMAGES.includes(name.slice(0, -arch.length - 1)),
  )
}
