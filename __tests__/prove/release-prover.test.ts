// One release: its artifacts, in the lab, each with why it failed.
import { type Digest, parseDigest } from '../../src/digest.js'
import { TARGET } from '../../src/lab/hostile.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { type Release, SBOM_PATH } from '../../src/lab/release.js'
import { behaviours } from '../../src/lab/web-server.js'
import { ReleaseProver } from '../../src/prove/release-prover.js'
import { SbomsAtHand } from '../../src/prove/sboms-at-hand.js'
import { inLabWorld } from '../support/lab-world.js'

let lab: Lab
let published: Release
beforeAll(async () => {
  lab = await startLab()
  published = await lab.publish({ version: 'v1.35.2', paths: [TARGET] })
})
afterEach(() => {
  lab.reset()
})
afterAll(() => lab.close())

async function prove(inputs: Readonly<Record<string, string>> = {}) {
  return inLabWorld(lab, { artifacts: 'kubectl', ...inputs }, async ({ release, context, warnings }) => {
    const prover = new ReleaseProver(release, context)
    const proofs = await Promise.all(release.artifacts.map((planned) => prover.artifact(planned)))
    return { proofs, sbom: await prover.sbom(), warnings }
  })
}

test('what is verified has no diagnosis, and the SBOM is proven once with it', async () => {
  const { proofs, sbom } = await prove({ artifacts: 'kubectl, release-sbom' })
  expect(proofs.map(({ result, diagnosis }) => [result.outcome, diagnosis])).toEqual([
    ['verified', undefined],
    ['verified', undefined],
  ])
  expect(proofs.map(({ planned }) => planned.path)).toContain(SBOM_PATH)
  expect(sbom?.document.value?.paths).toContain(TARGET)
  expect(lab.cdn.requests.filter(({ url }) => url.endsWith(SBOM_PATH))).toHaveLength(1)
})

test('what fails is explained', async () => {
  lab.cdn.override(TARGET, behaviours.body('changed'))
  const { proofs } = await prove()
  expect([proofs[0]?.result.outcome, proofs[0]?.verified]).toEqual(['rejected', undefined])
  expect(proofs[0]?.diagnosis?.message).toContain('the file served is another')
})

test('frozen or offline nothing more is asked for a diagnosis', async () => {
  lab.cdn.override(`${TARGET}.sha256`, behaviours.body('0'.repeat(64)))
  await inLabWorld(lab, { artifacts: 'kubectl' }, async ({ release, context }) => {
    const request = { ...context.request, isOffline: true }
    const prover = new ReleaseProver(release, { ...context, request })
    const [planned] = release.artifacts
    if (planned === undefined) throw new Error('kubectl is planned')
    const { diagnosis } = await prover.artifact(planned)
    expect(diagnosis?.message).toContain('digest: ')
    expect(lab.rekor.requests.some(({ url }) => url.endsWith('/index/retrieve'))).toBe(false)
  })
})

test('its SBOM is at hand for the other releases of the run', async () => {
  await inLabWorld(lab, { artifacts: 'kubectl' }, async ({ release, context }) => {
    const sbomsAtHand = new SbomsAtHand()
    expect(new ReleaseProver(release, { ...context, sbomsAtHand }).papers).toBeDefined()
    const { sha256 } = published.artifact(TARGET)
    const digest = parseDigest(sha256) as Digest
    expect(await sbomsAtHand.find(digest, 'v1.35.1')).toEqual({
      version: 'v1.35.2',
      place: `v1.35.2/${TARGET}`,
    })
    expect(await sbomsAtHand.find(digest, 'v1.35.2')).toBeUndefined()
  })
})
