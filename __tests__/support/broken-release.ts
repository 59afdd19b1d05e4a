// A release in which everything is wrong that an audit looks for, each fault
// at a path of its own, and what has to be found there.
import { PLATFORMS, isBuiltFor, membersOf, pathOf } from '../../src/kubernetes/catalogue.js'
import type { ReleaseVersion } from '../../src/kubernetes/version.js'
import { readAll, toContent } from '../../src/lab/content.js'
import type { Lab } from '../../src/lab/lab.js'
import { IMAGE_SIGNER } from '../../src/lab/images.js'
import { type Release, type SignedArtifact, signArtifact } from '../../src/lab/release.js'

const DAY_MS = 24 * 3600_000

/** Everything that the catalogue expects of a release, but its SBOM, which the lab makes. */
export function everyPath(version: ReleaseVersion): string[] {
  return membersOf('all').flatMap((entry) => {
    if (entry.name === 'release-sbom') return []
    if (entry.platforms === undefined) return [pathOf(entry, undefined)]
    return PLATFORMS.filter((platform) => isBuiltFor(entry, platform, version)).map((platform) =>
      pathOf(entry, platform),
    )
  })
}

interface Fault {
  readonly path: string
  /** Codes of the findings, in any order. */
  readonly findings: readonly string[]
  readonly outcome: 'verified' | 'rejected' | 'unverifiable'
  readonly break: (release: Release, path: string, lab: Lab) => Promise<void> | void
}

const again = (lab: Lab, release: Release, path: string, options: object = {}): Promise<SignedArtifact> =>
  signArtifact(release.artifact(path).content, { ...lab.signing, ...options })

function publishPair(
  release: Release,
  path: string,
  signature: SignedArtifact,
  certificate: SignedArtifact,
): void {
  release.files.set(`${path}.sig`, toContent(signature.sidecars['.sig'] as Buffer))
  release.files.set(`${path}.cert`, toContent(certificate.sidecars['.cert'] as Buffer))
}

function edit(release: Release, paper: string, change: (text: string) => string): void {
  const content = release.files.get(paper)
  if (content === undefined) throw new Error(`the lab release has no ${paper}`)
  release.files.set(paper, toContent(Buffer.from(change(readAll(content).toString()))))
}

const changeHex = (hex: string): string => (hex.startsWith('0') ? '1' : '0') + hex.slice(1)

export const FAULTS: readonly Fault[] = [
  {
    // The story of v1.35.0 (kubernetes/kubernetes#135858).
    path: 'bin/linux/amd64/kubectl',
    findings: ['SIGNATURE_INVALID', 'SIGNED_AGAIN'],
    outcome: 'rejected',
    break: async (release, path, lab) => {
      publishPair(release, path, release.artifact(path), await again(lab, release, path))
    },
  },
  {
    path: 'bin/linux/arm64/kubectl',
    findings: ['ARTIFACT_UNSIGNED'],
    outcome: 'unverifiable',
    break: ({ files }, path) => {
      for (const ending of ['.sig', '.cert']) files.delete(path + ending)
    },
  },
  {
    path: 'bin/linux/s390x/kubectl',
    findings: ['SIDECAR_MISSING'],
    outcome: 'unverifiable',
    break: ({ files }, path) => void files.delete(`${path}.sig`),
  },
  {
    path: 'bin/linux/ppc64le/kubectl',
    findings: ['SIDECAR_MISSING'],
    outcome: 'unverifiable',
    break: ({ files }, path) => void files.delete(`${path}.cert`),
  },
  {
    // The SBOM names the digest, too: it is verified all the same.
    path: 'bin/linux/386/kubectl',
    findings: ['SIDECAR_MISSING'],
    outcome: 'verified',
    break: ({ files }, path) => void files.delete(`${path}.sha256`),
  },
  {
    path: 'bin/darwin/amd64/kubectl',
    findings: ['ARTIFACT_ABSENT'],
    outcome: 'unverifiable',
    break: ({ files }, path) => {
      for (const ending of ['', '.sig', '.cert', '.sha256', '.sha512']) files.delete(path + ending)
    },
  },
  {
    path: 'bin/linux/amd64/kubeadm',
    findings: ['SHA256SUMS_MISMATCH'],
    outcome: 'rejected',
    break: (release, path) => {
      const { sha256 } = release.artifact(path)
      edit(release, 'SHA256SUMS', (text) => text.replace(sha256, changeHex(sha256)))
    },
  },
  {
    path: 'bin/linux/arm64/kubeadm',
    findings: ['SHA512SUMS_MISMATCH'],
    outcome: 'rejected',
    break: (release, path) => {
      const { sha512 } = release.artifact(path)
      edit(release, 'SHA512SUMS', (text) => text.replace(sha512, changeHex(sha512)))
    },
  },
  {
    path: 'bin/linux/s390x/kubeadm',
    findings: ['PROVENANCE_SUBJECT_MISMATCH'],
    outcome: 'rejected',
    break: (release, path) => {
      const { sha256 } = release.artifact(path)
      edit(release, 'provenance.json', (text) => text.replaceAll(sha256, changeHex(sha256)))
    },
  },
  {
    path: 'bin/linux/ppc64le/kubeadm',
    findings: ['ARTIFACT_UNLISTED'],
    outcome: 'verified',
    break: (release, path) => {
      edit(release, 'SHA256SUMS', (text) => text.replace(new RegExp(`^.*  ${path}\n`, 'm'), ''))
    },
  },
  {
    path: 'bin/linux/amd64/kubelet',
    findings: ['SIGNED_AGAIN'],
    outcome: 'verified',
    break: async (release, path, lab) => void (await again(lab, release, path)),
  },
  {
    path: 'bin/linux/arm64/kubelet',
    findings: ['LOG_TIME_FAR', 'SIGNED_AGAIN'],
    outcome: 'verified',
    break: async (release, path, lab) => {
      const late = await again(lab, release, path, {
        signedAt: new Date(lab.signing.signedAt.getTime() + 20 * DAY_MS),
      })
      publishPair(release, path, late, late)
    },
  },
  {
    path: 'bin/linux/s390x/kubelet',
    findings: ['IDENTITY_MISMATCH'],
    outcome: 'rejected',
    break: async (release, path, lab) => {
      const other = await again(lab, release, path, { identity: IMAGE_SIGNER })
      publishPair(release, path, other, other)
    },
  },
  {
    // An older one, validly signed, in its place.
    path: 'bin/linux/ppc64le/kubelet',
    findings: [
      'RELEASE_BINDING_MISMATCH',
      'SHA256SUMS_MISMATCH',
      'PROVENANCE_SUBJECT_MISMATCH',
      'SBOM_FILE_MISMATCH',
    ],
    outcome: 'rejected',
    break: (release, path) => {
      release.put(path, release.artifact('bin/linux/ppc64le/kube-proxy'))
    },
  },
  {
    path: 'bin/linux/amd64/kube-proxy',
    findings: ['FETCH_ANSWER_UNEXPECTED'],
    outcome: 'unverifiable',
    break: ({ files }, path) =>
      void files.set(`${path}.sig`, toContent(Buffer.from('<html>Not here</html>'))),
  },
  {
    path: 'bin/linux/arm64/kube-proxy',
    findings: ['EVIDENCE_LOG_ENTRY_MISSING'],
    outcome: 'unverifiable',
    break: async (release, path, lab) => {
      const other = await signArtifact(release.artifact(path).content, { ...lab.signing, log: lab.otherLog })
      publishPair(release, path, other, other)
    },
  },
]

/** A file that only the papers know. */
export const UNEXPECTED = 'bin/linux/amd64/kube-novelty'

export async function publishBroken(lab: Lab, version: ReleaseVersion): Promise<Release> {
  const release = await lab.publish({ version, paths: [...everyPath(version), UNEXPECTED] })
  for (const fault of FAULTS) await fault.break(release, fault.path, lab)
  return release
}
