// The catalogue against the list of real releases.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  ARTIFACT_NAMES,
  GROUPS,
  PLATFORMS,
  findArtifact,
  isBuiltFor,
  membersOf,
  pathOf,
} from '../../src/kubernetes/catalogue.js'
import type { ReleaseVersion } from '../../src/kubernetes/version.js'
import { sharedFolder } from '../support/folders.js'

/** Every path that the catalogue says a release has. */
function pathsOf(version: ReleaseVersion): string[] {
  return membersOf('all').flatMap((entry) =>
    entry.platforms === undefined
      ? [pathOf(entry, undefined)]
      : PLATFORMS.filter((platform) => isBuiltFor(entry, platform, version)).map((platform) =>
          pathOf(entry, platform),
        ),
  )
}

test('names, groups and files are told apart', () => {
  expect(GROUPS).toEqual(['client', 'node', 'server', 'tarballs', 'source', 'sbom', 'provenance', 'all'])
  expect(new Set(ARTIFACT_NAMES).size).toBe(ARTIFACT_NAMES.length)
  expect(findArtifact('kubernetes-release.spdx')?.name).toBe('release-sbom')
  expect(findArtifact('client')).toBeUndefined()
  expect(membersOf('client').map(({ name }) => name)).toEqual(['kubectl', 'kubectl-convert'])
  // Nothing can prove what is published unsigned: it is asked for by its name.
  expect(membersOf('all').map(({ name }) => name)).toEqual(
    ARTIFACT_NAMES.filter((name) => name !== 'provenance'),
  )
  expect(membersOf('provenance').map(({ name }) => name)).toEqual(['provenance'])
})

test.each([
  ['kubelet', 'v1.26.0', true],
  ['kubelet', 'v1.27.0', false],
  ['kubelet', 'v1.27.0-rc.1', false],
  ['kubectl', 'v1.35.2', true],
])('%s for linux/arm in %s: %s', (name, version, isBuilt) => {
  const entry = findArtifact(name)
  if (entry === undefined) throw new Error(`no ${name}`)
  expect(isBuiltFor(entry, { os: 'linux', arch: 'arm' }, version as ReleaseVersion)).toBe(isBuilt)
})

const provenance = sharedFolder('evidence/provenance')
const ifShared = provenance === undefined ? describe.skip : describe

ifShared('is the list of a real release', () => {
  const files =
    provenance === undefined ? [] : readdirSync(provenance).filter((name) => name.endsWith('.json'))
  test.each(files)('%s', (file) => {
    const { subject } = JSON.parse(readFileSync(join(provenance ?? '', file), 'utf8')) as {
      subject: { name: string }[]
    }
    const [, version = ''] = /\/release\/(v[^/]+)\//.exec(subject[0]?.name ?? '') ?? []
    const real = new Set(subject.map(({ name }) => name.slice(name.indexOf(version) + version.length + 1)))
    const ours = pathsOf(version as ReleaseVersion).filter((path) => !path.endsWith('.spdx'))
    expect(ours.sort()).toEqual([...real].sort())
  })
})
