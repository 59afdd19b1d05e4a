// Versions that are made from a Kubernetes release and are none: what a
// distribution, a cloud or a package calls its own build of it. The Kubernetes
// project signs none of these.
import { type ReleaseVersion, parseReleaseVersion } from './version.js'

export interface ForeignVersion {
  /** Whose it is: `a build of K3s`. */
  readonly title: string
  /** The release it is made from. */
  readonly madeFrom: ReleaseVersion
}

const SUFFIXED = /^v?\d+\.\d+\.\d+(?:-(?:alpha|beta|rc)\.\d+)?(?=[-+.])/

/** By how the suffix begins; the first that fits. */
const OWNERS: readonly (readonly [RegExp, string])[] = [
  [/^\+k3s/i, 'a build of K3s'],
  [/^\+rke2/i, 'a build of RKE2'],
  [/^\+k0s/i, 'a build of k0s'],
  [/^[-+]rancher/i, 'a build of RKE'],
  [/^[-+]eks/i, 'a build of Amazon EKS'],
  [/^[-+]gke/i, 'a build of Google Kubernetes Engine'],
  [/^[-+](?:aks|hotfix|akslts)/i, 'a build of Azure Kubernetes Service'],
  [/^[-+]iks/i, 'a build of IBM Cloud Kubernetes Service'],
  [/^[-+](?:aliyun|ack)/i, 'a build of Alibaba Cloud ACK'],
  [/^[-+]tke/i, 'a build of Tencent Kubernetes Engine'],
  [/^[-+]do\./i, 'a build of DigitalOcean Kubernetes'],
  [/^\+(?:vmware|fips)/i, 'a build of VMware'],
  [/^[-+](?:mirantis|mke)/i, 'a build of Mirantis'],
  [/^[-+](?:ocp|okd)/i, 'a build of OpenShift'],
  [/^[-+]canonical/i, 'a build of Canonical Kubernetes'],
  [/^[-+]vke/i, 'a build of Vultr Kubernetes Engine'],
  [/^\.\d+\+[0-9a-f]{7,40}/i, 'an unsigned build of Kubernetes between two releases'],
  [/^-\d+(?:\.\d+)*(?:\.el\d+\S*)?$/, 'the version of a package'],
  [/^[-+].*(?:dirty|[0-9a-f]{7,40})/i, 'a build from a source tree'],
  [/^\+/, "somebody's own build"],
]

/**
 * Tells a version that is made from a release: `v1.35.2+k3s1`, `v1.35.2-eks-1a2b3c4`, `1.35.2-1.1`.
 * @returns undefined for a release's own version, and for whatever is none at all
 */
export function parseForeignVersion(text: string): ForeignVersion | undefined {
  const [release = ''] = SUFFIXED.exec(text) ?? []
  const madeFrom = parseReleaseVersion(release)
  const suffix = text.slice(release.length)
  const [, title] = OWNERS.find(([form]) => form.test(suffix)) ?? []
  return madeFrom === undefined || title === undefined ? undefined : { title, madeFrom }
}
