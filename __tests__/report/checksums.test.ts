// Proven digests as text.
import { Digest } from '../../src/digest.js'
import { findArtifact } from '../../src/kubernetes/catalogue.js'
import type { ReleaseVersion } from '../../src/kubernetes/version.js'
import { planPlaced } from '../../src/plan/plan.js'
import { type ReleaseChecksums, formatChecksums } from '../../src/report/checksums.js'
import { parseRequest } from '../support/words.js'

const REQUEST = parseRequest({}, { machine: { platform: 'linux', arch: 'x64' } })
const digest = (byte: number): Digest => new Digest(Buffer.alloc(32, byte))

function release(
  version: ReleaseVersion,
  names: readonly string[],
  platform = { os: 'linux', arch: 'amd64' } as const,
  sha512: string | undefined = 'ab'.repeat(64),
): ReleaseChecksums {
  const artifacts = names.map((name, index) => {
    const entry = findArtifact(name)
    if (entry === undefined) throw new RangeError(name)
    return { planned: planPlaced(REQUEST, version, { entry, platform }), sha256: digest(index), sha512 }
  })
  return { version, notes: [], artifacts, sbomDigest: digest(9), bundle: {} }
}

test('sums need a digest of their own algorithm', () => {
  const lacking = [release('v1.35.2', ['kubectl'], { os: 'linux', arch: 'amd64' }, '')]
  const none = lacking.map((each) => ({
    ...each,
    artifacts: each.artifacts.map((artifact) => ({ ...artifact, sha512: undefined })),
  }))
  expect(formatChecksums(none, 'sha256sums')).toBe(`${'00'.repeat(32)}  bin/linux/amd64/kubectl\n`)
  expect(() => formatChecksums(none, 'sha512sums')).toThrow(
    expect.objectContaining({ code: 'EVIDENCE_UNREADABLE' }) as Error,
  )
})

test('kubespray takes three binaries of Linux, versions by their order and not by their spelling', () => {
  const lists = [release('v1.9.9', ['kubeadm', 'kube-proxy']), release('v1.10.0', ['kubeadm'])]
  expect(formatChecksums(lists, 'kubespray')).toBe(
    `---\nkubeadm_checksums:\n  amd64:\n    1.10.0: sha256:${'00'.repeat(32)}\n    1.9.9: sha256:${'00'.repeat(32)}\n`,
  )
  const error = expect.objectContaining({ code: 'RELEASE_ARTIFACT_NOT_PUBLISHED' }) as Error
  const foreign = [release('v1.35.2', ['kubectl'], { os: 'darwin', arch: 'amd64' } as never)]
  expect(() => formatChecksums(foreign, 'kubespray')).toThrow(error)
})

test('an architecture that YAML would read as a number is a text', () => {
  const lists = [release('v1.35.2', ['kubectl'], { os: 'linux', arch: '386' } as never)]
  expect(formatChecksums(lists, 'kubespray')).toContain("\n  '386':\n")
})

test('a Dockerfile of several releases has a stage for each', () => {
  const text = formatChecksums(
    [release('v1.35.2', ['kubectl']), release('v1.34.7', ['kubernetes-client'])],
    'dockerfile',
  )
  expect(text.match(/^FROM .*$/gm)).toEqual([
    'FROM scratch AS kubernetes-v1.35.2-linux-amd64',
    'FROM scratch AS kubernetes-v1.34.7-linux-amd64',
  ])
  expect(text).toContain(
    '--chmod=0644 https://dl.k8s.io/release/v1.34.7/kubernetes-client-linux-amd64.tar.gz /',
  )
})
