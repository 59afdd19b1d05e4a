// The lists of several releases, in the lab: what is verified counts, and nothing else.
import { type Lab, startLab } from '../../src/lab/lab.js'
import { SBOM_PATH } from '../../src/lab/release.js'
import { behaviours } from '../../src/lab/web-server.js'
import { type ProvenLists, proveLists } from '../../src/prove/proven-lists.js'
import { planRequest } from '../../src/plan/plan.js'
import type { ReleaseVersion } from '../../src/kubernetes/version.js'
import { inLabWorld } from '../support/lab-world.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const VERSIONS: readonly ReleaseVersion[] = ['v1.35.2', 'v1.35.1', 'v1.34.1']

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
  for (const version of VERSIONS) await lab.publish({ version, paths: [KUBECTL] })
})
afterEach(() => {
  lab.reset()
})
afterAll(() => lab.close())

const prove = (): Promise<ProvenLists> =>
  inLabWorld(lab, { artifacts: 'all', os: 'all', arch: 'all' }, ({ context }) => {
    const versions = VERSIONS.map((version) => ({ version, source: 'input' }))
    return proveLists(planRequest(context.request, versions, '2026-11-26').releases, context)
  })

const hexOf = (version: string): string => lab.releases.get(version)?.artifact(KUBECTL).sha256 ?? ''

test('each digest with where it stands; no artifact is fetched', async () => {
  const { proofs, listed } = await prove()
  expect(proofs.map(({ result }) => [result.artifact.version, result.outcome])).toEqual(
    VERSIONS.map((version) => [version, 'verified']),
  )
  for (const version of VERSIONS) expect(listed.get(hexOf(version))).toEqual([{ version, path: KUBECTL }])
  expect(lab.cdn.requests.filter(({ url }) => url.endsWith(KUBECTL))).toEqual([])
})

test('of a release whose SBOM is not verified nothing is listed', async () => {
  lab.cdn.override(`v1.35.1/${SBOM_PATH}.sig`, behaviours.status(404))
  lab.cdn.override(`v1.34.1/${SBOM_PATH}`, behaviours.body('SPDXVersion: SPDX-2.3\n'))
  const { proofs, listed } = await prove()
  expect(proofs.map(({ result }) => result.outcome)).toEqual(['verified', 'unverifiable', 'rejected'])
  expect([...listed.keys()]).toEqual([hexOf('v1.35.2')])
})
