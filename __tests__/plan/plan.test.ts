// Request and versions → plan.
import { InputError, ReleaseError } from '../../src/errors.js'
import type { ReleaseVersion } from '../../src/kubernetes/version.js'
import { type Plan, planRequest } from '../../src/plan/plan.js'
import { formatPlan } from '../../src/report/plan-text.js'
import { type RawInputs, parseRequest } from '../support/words.js'

function plan(raw: RawInputs, versions: ReleaseVersion[] = ['v1.35.2'], today = '2026-06-01'): Plan {
  const request = parseRequest(raw, { machine: { platform: 'linux', arch: 'x64' } })
  return planRequest(
    request,
    versions.map((version) => ({ version, source: 'input' })),
    today,
  )
}

const pathsOf = ({ releases }: Plan): string[] =>
  releases.flatMap(({ version, artifacts }) => artifacts.map(({ path }) => `${version}/${path}`))
const notesOf = ({ releases }: Plan): string[] =>
  releases.flatMap(({ notes, leftOut }) => [...notes, ...leftOut])

test('versions × artifacts × platforms, once each', () => {
  const names = ['kubectl', 'kubectl-convert'].flatMap((name) => [
    `linux/amd64/${name}`,
    `windows/amd64/${name}.exe`,
  ])
  expect(
    pathsOf(plan({ artifacts: 'client, kubectl', os: 'linux,windows' }, ['v1.35.2', 'v1.34.7'])),
  ).toEqual([...names.map((name) => `v1.35.2/bin/${name}`), ...names.map((name) => `v1.34.7/bin/${name}`)])
})

test.each<[RawInputs, string[]]>([
  [{ artifacts: 'kubernetes-client' }, ['v1.35.2/kubernetes-client-linux-amd64.tar.gz']],
  [{ artifacts: 'source' }, ['v1.35.2/kubernetes-src.tar.gz']],
  [{ artifacts: 'sbom' }, ['v1.35.2/kubernetes-release.spdx', 'v1.35.2/kubernetes-source.spdx']],
  [{ artifacts: 'provenance' }, ['v1.35.2/provenance.json']],
  [
    { artifacts: 'tarballs', os: 'windows', arch: 'arm64' },
    [
      'v1.35.2/kubernetes-client-windows-arm64.tar.gz',
      'v1.35.2/kubernetes-test-windows-arm64.tar.gz',
      'v1.35.2/kubernetes-test-portable.tar.gz',
      'v1.35.2/kubernetes.tar.gz',
      'v1.35.2/kubernetes-manifests.tar.gz',
    ],
  ],
])('%j', (raw, paths) => {
  expect(pathsOf(plan(raw))).toEqual(paths)
})

test('everything of a release', () => {
  const paths = pathsOf(plan({ artifacts: 'all', os: 'all', arch: 'all' }))
  expect(new Set(paths).size).toBe(paths.length)
  // As in the provenance of v1.25.2, but for linux/arm's servers, and with the two SBOMs.
  expect(paths).toHaveLength(111 - 13 + 2)
})

test('what a group brings and a platform lacks is left out with a note', () => {
  const planned = plan({ artifacts: 'client,node', os: 'linux,darwin' })
  expect(pathsOf(planned).filter((path) => path.includes('darwin'))).toHaveLength(2)
  expect(notesOf(planned)).toContain('kubeadm is not built for darwin/amd64 in v1.35.2, and left out')
})

test('what was named and is missing is an error that names it all, in every release', () => {
  const raw = { artifacts: 'kubeadm,kubelet', arch: 'arm' }
  expect(pathsOf(plan(raw, ['v1.26.3']))).toHaveLength(2)
  expect(() => plan(raw, ['v1.26.3', 'v1.27.0'])).toThrow(InputError)
  expect(() => plan(raw, ['v1.27.0'])).toThrow(
    /kubeadm is not built for linux\/arm in v1\.27\.0.*kubelet is not built/,
  )
  expect(() => plan({ artifacts: 'server', os: 'windows' })).toThrow(/nothing of kube-apiserver/)
})

test('a release older than signing is no plan', () => {
  expect(() => plan({}, ['v1.35.2', 'v1.25.4'])).toThrow(ReleaseError)
  expect(() => plan({}, ['v1.25.5', 'v1.26.0-rc.1'])).not.toThrow()
})

test.each<[ReleaseVersion, string[]]>([
  ['v1.35.2', []],
  ['v1.36.0-rc.1', ['v1.36.0-rc.1 is a pre-release']],
  ['v1.29.14', ['v1.29.14: Kubernetes 1.29 has had no patches since 2025-02-28']],
  ['v1.50.0', []],
])('notices of %s: %j', (version, notices) => {
  expect(notesOf(plan({}, [version]))).toEqual(notices)
})

test('the SBOM and the papers are planned when they are needed', () => {
  const [release] = plan({ 'cross-check': 'true' }).releases
  expect(release?.sbom?.path).toBe('kubernetes-release.spdx')
  expect(release?.papers?.provenance.artifact.href).toBe('https://dl.k8s.io/release/v1.35.2/provenance.json')
  const [bare] = plan({ 'release-binding': 'off' }).releases
  expect([bare?.sbom, bare?.papers]).toEqual([undefined, undefined])
})

test('release-sbom is for what the SBOM lists', () => {
  const [release] = plan({
    artifacts: 'kubectl,sbom,kubernetes,provenance',
    'signature-source': 'release-sbom',
  }).releases
  expect(release?.artifacts.map(({ name, signatureSource }) => `${name} ${signatureSource}`).sort()).toEqual([
    'kubectl release-sbom',
    'kubernetes release-sbom',
    'provenance artifact',
    'release-sbom artifact',
    'source-sbom artifact',
  ])
})

test('as text and as JSON', () => {
  const planned = plan({ artifacts: 'kubectl', 'cross-check': 'true' }, ['v1.29.14'])
  expect(formatPlan(planned, 'text')).toMatchInlineSnapshot(`
    "v1.29.14, from input: 1 artifact
      kubectl  linux/amd64  https://dl.k8s.io/release/v1.29.14/bin/linux/amd64/kubectl
      bound to the release by  https://dl.k8s.io/release/v1.29.14/kubernetes-release.spdx
      note: v1.29.14: Kubernetes 1.29 has had no patches since 2025-02-28
    "
  `)
  expect(JSON.parse(formatPlan(planned, 'json'))).toMatchObject({
    schemaVersion: 1,
    releases: [
      {
        version: 'v1.29.14',
        source: 'input',
        artifacts: [
          {
            name: 'kubectl',
            kind: 'binary',
            platform: 'linux/amd64',
            path: 'bin/linux/amd64/kubectl',
            signatureSource: 'artifact',
            url: 'https://dl.k8s.io/release/v1.29.14/bin/linux/amd64/kubectl',
          },
        ],
      },
    ],
  })
})
