// Which artifacts of a verified SBOM are meant, and what is said of the others.
import { SpdxFiles, addDigest } from '../../src/evidence/spdx-files.js'
import type { ReleaseSbom } from '../../src/evidence/spdx.js'
import type { ReleaseVersion } from '../../src/kubernetes/version.js'
import { type ReleasePlan, planRequest } from '../../src/plan/plan.js'
import { type Listing, listArtifacts } from '../../src/prove/listed.js'
import type { Request } from '../../src/request/request.js'
import { type RawInputs, parseRequest } from '../support/words.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const hex = (digit: string): string => digit.repeat(64)

/** @param files the SHA-256 digests of each path */
function toSbom(files: Readonly<Record<string, readonly string[]>>): ReleaseSbom {
  const list = new SpdxFiles()
  for (const [path, digests] of Object.entries(files)) {
    const file = list.add(path)
    for (const digest of digests) addDigest(file, 'SHA256', digest)
  }
  return list.toSbom('https://sbom.k8s.io/v1.35.2/release', undefined)
}

function list(raw: RawInputs, sbom: ReleaseSbom, version: ReleaseVersion = 'v1.35.2'): Listing {
  const request: Request = parseRequest(
    { os: 'all', arch: 'all', ...raw },
    { machine: { platform: 'linux', arch: 'x64' } },
  )
  const { releases } = planRequest(request, [{ version, source: 'input' }], '2026-01-01')
  return listArtifacts(request, releases[0] as ReleasePlan, sbom)
}

const pathsOf = ({ artifacts }: Listing): string[] => artifacts.map(({ planned }) => planned.path)

test('all is what the SBOM lists, by path, also what the catalogue does not know', () => {
  const sbom = toSbom({
    'bin/linux/amd64/newcomer': [hex('1')],
    [KUBECTL]: [hex('2')],
    'kubernetes-src.tar.gz': [hex('3')],
    'kubernetes-client-darwin-arm64.tar.gz': [hex('4')],
  })
  const listing = list({ artifacts: 'all' }, sbom)
  expect(pathsOf(listing)).toEqual([
    KUBECTL,
    'bin/linux/amd64/newcomer',
    'kubernetes-client-darwin-arm64.tar.gz',
    'kubernetes-src.tar.gz',
  ])
  expect(listing.artifacts[0]?.sha256.hex).toBe(hex('2'))
  expect(listing.leftOut).toEqual([])
})

test('all of a platform: its own, and what is for none', () => {
  const sbom = toSbom({
    [KUBECTL]: [hex('1')],
    'bin/darwin/arm64/kubectl': [hex('2')],
    'kubernetes-src.tar.gz': [hex('3')],
  })
  const listing = list({ artifacts: 'all', os: 'darwin', arch: 'arm64' }, sbom)
  expect(pathsOf(listing)).toEqual(['bin/darwin/arm64/kubectl', 'kubernetes-src.tar.gz'])
})

test.each(['../../etc/passwd', 'bin/linux/amd64/../kubectl', '/etc/passwd', 'bin/linux/amd64/a b', 'a\nb'])(
  'the path %j is no artifact: left out, with a note',
  (path) => {
    const listing = list({ artifacts: 'all' }, toSbom({ [KUBECTL]: [hex('1')], [path]: [hex('2')] }))
    expect(pathsOf(listing)).toEqual([KUBECTL])
    expect(listing.leftOut).toEqual([expect.stringContaining('has no form of an artifact')])
  },
)

test.each<[string, RawInputs, string]>([
  [
    'of a platform that is named',
    { artifacts: 'kubectl', os: 'linux', arch: 'amd64,arm64' },
    'linux/arm64/kubectl',
  ],
  ['on no platform at all', { artifacts: 'kubelet' }, 'kubelet'],
  ['of a group, and nothing of it is listed', { artifacts: 'node', os: 'linux', arch: 's390x' }, 's390x'],
])('a name that is not listed %s is an error', (_, raw, name) => {
  const error = expect.objectContaining({
    code: 'RELEASE_ARTIFACT_NOT_PUBLISHED',
    message: expect.stringContaining(name) as string,
  }) as Error
  expect(() => list(raw, toSbom({ [KUBECTL]: [hex('1')] }))).toThrow(error)
})

test('a name on the platforms that `all` brings: those that are listed, and a note for the others', () => {
  const listing = list({ artifacts: 'kubectl', os: 'linux' }, toSbom({ [KUBECTL]: [hex('1')] }))
  expect(pathsOf(listing)).toEqual([KUBECTL])
  expect(listing.leftOut).toContain(
    'the signed SBOM does not list v1.35.2/bin/linux/s390x/kubectl, and it is left out',
  )
})

test('nothing listed at all', () => {
  const error = expect.objectContaining({ code: 'RELEASE_ARTIFACT_NOT_PUBLISHED' }) as Error
  expect(() => list({ artifacts: 'all' }, toSbom({}))).toThrow(error)
})

test.each(['kubectl', 'all'])('two digests for one path contradict, whoever asks: %s', (artifacts) => {
  const sbom = toSbom({ [KUBECTL]: [hex('1'), hex('2')] })
  const error = expect.objectContaining({ code: 'RELEASE_BINDING_MISMATCH', exitCode: 1 }) as Error
  expect(() => list({ artifacts }, sbom)).toThrow(error)
})

test('a path without a SHA-256 digest cannot be read', () => {
  const error = expect.objectContaining({ code: 'EVIDENCE_UNREADABLE', exitCode: 3 }) as Error
  expect(() => list({ artifacts: 'kubectl' }, toSbom({ [KUBECTL]: [] }))).toThrow(error)
})
