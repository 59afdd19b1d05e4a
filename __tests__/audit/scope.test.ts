// What a release has to have: its papers, joined with the catalogue.
import { isAskedFor, joinLists } from '../../src/audit/scope.js'
import type { Request } from '../../src/request/request.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const join = (lists: Parameters<typeof joinLists>[1]) => joinLists('v1.35.2', lists)

test('without papers it is what the catalogue knows, and no paper lacks it', () => {
  const kubectl = join({}).get(KUBECTL)
  expect(kubectl).toMatchObject({ isInCatalogue: true, listedBy: [], missingFrom: [] })
})

test('what one paper lists and another does not is said of each that could be read', () => {
  const joined = join({ SBOM: [KUBECTL, 'bin/linux/amd64/new-tool'], SHA256SUMS: [KUBECTL] })
  expect(joined.get(KUBECTL)).toMatchObject({ listedBy: ['SBOM', 'SHA256SUMS'], missingFrom: [] })
  expect(joined.get('bin/linux/amd64/new-tool')).toMatchObject({
    isInCatalogue: false,
    listedBy: ['SBOM'],
    missingFrom: ['SHA256SUMS'],
  })
  expect(joined.get('bin/linux/amd64/kubeadm')).toMatchObject({
    isInCatalogue: true,
    listedBy: [],
    missingFrom: ['SBOM', 'SHA256SUMS'],
  })
})

test('papers do not list papers', () => {
  expect(join({ SBOM: [KUBECTL] }).get('kubernetes-release.spdx')).toMatchObject({ missingFrom: [] })
})

test('a path that is no artifact is left out, and the order is the same on every machine', () => {
  const joined = join({ SBOM: ['../../evil', KUBECTL, 'bin/linux/amd64/Zed', 'bin/linux/amd64/zed'] })
  expect(joined.has('../../evil')).toBe(false)
  const paths = [...joined.keys()]
  expect(paths).toEqual([...paths].sort((a, b) => (a < b ? -1 : 1)))
})

const request = (some: object): Request =>
  ({
    artifacts: [{ entry: { name: 'kubectl' } }],
    areAllArtifacts: false,
    platforms: [{ os: 'linux', arch: 'amd64' }],
    ...some,
  }) as unknown as Request

test.each<[string, string, object, boolean]>([
  ['its name and platform', KUBECTL, {}, true],
  ['another platform', 'bin/linux/arm64/kubectl', {}, false],
  ['another name', 'bin/linux/amd64/kubeadm', {}, false],
  ['what the catalogue does not know', 'bin/linux/amd64/new-tool', {}, false],
  ['the same, where all is asked for', 'bin/linux/amd64/new-tool', { areAllArtifacts: true }, true],
  ['what is of every platform', 'kubernetes-src.tar.gz', { areAllArtifacts: true }, false],
])('%s: %s', (_, path, some, expected) => {
  const scoped = join({ SBOM: ['bin/linux/amd64/new-tool'] }).get(path)
  if (scoped === undefined) throw new Error(`${path} is in the scope`)
  expect(isAskedFor(scoped, request(some))).toBe(expected)
})
