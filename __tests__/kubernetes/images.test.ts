// The images of a release, and those that kubeadm takes beside them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ReleaseError } from '../../src/errors.js'
import { IMAGE_GROUPS, imageOf, isImageName } from '../../src/kubernetes/images.js'
import type { ReleaseVersion } from '../../src/kubernetes/version.js'
import { planRequest } from '../../src/plan/plan.js'
import { formatImageReference } from '../../src/request/image-reference.js'
import { parseRequest } from '../support/words.js'
import { ROOT } from '../support/folders.js'

function imagesOf(artifacts: string, version: ReleaseVersion, registry?: string): string[] {
  const request = parseRequest(
    { artifacts, version, ...(registry !== undefined && { 'image-registry': registry }) },
    { machine: { platform: 'linux', arch: 'x64' } },
  )
  const { releases } = planRequest(request, [{ version, source: 'input' }], '2026-01-01')
  return releases.flatMap(({ images }) => images.map(formatImageReference))
}

test('what kubeadm needs, as kubeadm v1.35.2 lists it', () => {
  expect(imagesOf('kubeadm-images', 'v1.35.2')).toEqual([
    'registry.k8s.io/kube-apiserver:v1.35.2',
    'registry.k8s.io/kube-controller-manager:v1.35.2',
    'registry.k8s.io/kube-scheduler:v1.35.2',
    'registry.k8s.io/kube-proxy:v1.35.2',
    'registry.k8s.io/coredns/coredns:v1.13.1',
    'registry.k8s.io/pause:3.10.1',
    'registry.k8s.io/etcd:3.6.6-0',
  ])
  expect(imagesOf('images', 'v1.35.2')).toHaveLength(4)
})

test('one by one, by architecture, and from a registry of one’s own, where CoreDNS has no folder', () => {
  expect(imagesOf('image:etcd, image:kube-apiserver-amd64', 'v1.34.1')).toEqual([
    'registry.k8s.io/etcd:3.6.4-0',
    'registry.k8s.io/kube-apiserver-amd64:v1.34.1',
  ])
  expect(imagesOf('image:etcd', 'v1.34.2')).toEqual(['registry.k8s.io/etcd:3.6.5-0'])
  expect(imagesOf('image:coredns', 'v1.35.2', 'mirror.example/k8s')).toEqual([
    'mirror.example/k8s/coredns:v1.13.1',
  ])
})

test.each<[string, ReleaseVersion]>([
  ['a patch newer than the data', 'v1.35.99'],
  ['a minor newer than the data', 'v1.99.0'],
  ['a pre-release', 'v1.35.0-rc.1'],
])('%s: no version is guessed', (_, version) => {
  let error: unknown
  try {
    imagesOf('image:etcd', version)
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(ReleaseError)
  expect(error).toMatchObject({ code: 'RELEASE_IMAGES_UNKNOWN', exitCode: 3 })
  // The others do not depend on it.
  expect(imageOf('kube-proxy', version, 'registry.k8s.io')).toBe(`kube-proxy:${version}`)
})

test('names', () => {
  expect(['kube-apiserver', 'kube-proxy-s390x', 'conformance-arm64', 'pause'].map(isImageName)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['kube-apiserver-386', 'etcd-amd64', '-amd64', 'kubelet', 'toString'].map(isImageName)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
  expect(Object.keys(IMAGE_GROUPS)).toEqual(['images', 'kubeadm-images'])
})

test('the data: from the first patch on, in order, none twice; next to each other they differ', () => {
  const data = JSON.parse(readFileSync(join(ROOT, 'src/kubernetes/kubeadm-images.json'), 'utf8')) as {
    source: string
    releases: Record<string, { from: number; to: number; pause: string; etcd: string; coredns: string }[]>
  }
  expect(data.source).toContain('cmd/kubeadm/app/constants/constants.go')
  expect(Object.keys(data.releases).length).toBeGreaterThanOrEqual(4)
  for (const [minor, spans] of Object.entries(data.releases)) {
    expect(minor).toMatch(/^1\.\d\d$/)
    expect(spans[0]?.from).toBe(0)
    spans.forEach(({ from, to, pause, etcd, coredns }, index) => {
      const next = spans[index + 1]
      expect(to).toBeGreaterThanOrEqual(from)
      if (next !== undefined) {
        expect(next.from).toBeGreaterThan(to)
        expect([next.pause, next.etcd, next.coredns]).not.toEqual([pause, etcd, coredns])
      }
      expect(pause).toMatch(/^3\.\d+(?:\.\d+)?$/)
      expect(etcd).toMatch(/^3\.\d+\.\d+-\d+$/)
      expect(coredns).toMatch(/^v1\.\d+\.\d+$/)
    })
  }
})
