// One artifact from its plan to its proof, fetched: what is asked for, and what binds it.
import { parseDigest } from '../../src/digest.js'
import { bundleV1 } from '../../src/lab/bundles.js'
import { TARGET } from '../../src/lab/hostile.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import type { Release } from '../../src/lab/release.js'
import { behaviours } from '../../src/lab/web-server.js'
import type { PlannedArtifact } from '../../src/plan/plan.js'
import type { Installer } from '../../src/ports.js'
import { provePlanned } from '../../src/prove/prove-planned.js'
import { ReleaseProver } from '../../src/prove/release-prover.js'
import { decisiveCheck } from '../../src/verify/verification-result.js'
import { type LabWorld, inLabWorld } from '../support/lab-world.js'

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

type Change = (context: LabWorld['context']) => LabWorld['context']
async function prove(inputs: Readonly<Record<string, string>> = {}, change: Change = (context) => context) {
  const given = { artifacts: 'kubectl', 'cross-check': 'false', ...inputs }
  return inLabWorld(lab, given, async ({ release, context: made, warnings }) => {
    const context = change(made)
    const { papers } = new ReleaseProver(release, context)
    const [planned] = release.artifacts as readonly [PlannedArtifact]
    const proof = await provePlanned(planned, { group: release, papers, context })
    const code = proof.result.outcome === 'verified' ? 'verified' : decisiveCheck(proof.result)?.code
    return { ...proof, code, warnings: [...warnings] }
  })
}
const logged = (): string[] => lab.rekor.requests.map(({ url }) => url)

test('fetched: bytes, evidence and SBOM come to a verified artifact', async () => {
  const proof = await prove()
  expect([proof.code, proof.verified?.digest.hex]).toEqual(['verified', published.artifact(TARGET).sha256])
  expect([proof.isFromCache, proof.checksum?.value?.hex]).toEqual([
    undefined,
    published.artifact(TARGET).sha256,
  ])
})

test('with a bundle beside it the log is not asked for its entry', async () => {
  lab.cdn.override(
    `${TARGET}.sigstore.json`,
    behaviours.body(JSON.stringify(bundleV1(lab, published.artifact(TARGET)))),
  )
  const proof = await prove()
  expect([proof.code, proof.chosen?.source]).toEqual(['verified', 'bundle'])
  expect(logged().some((url) => url.includes(published.artifact(TARGET).entry.leafHash))).toBe(false)
})

test('the pin binds it, whatever is published', async () => {
  expect((await prove({ 'expected-sha256': '0'.repeat(64) })).code).toBe('DIGEST_MISMATCH')
  expect((await prove({ 'expected-sha256': published.artifact(TARGET).sha256 })).code).toBe('verified')
})

test('by the SBOM alone no signature of its own is looked for', async () => {
  const proof = await prove({ 'signature-source': 'release-sbom' })
  expect([proof.code, proof.chosen, proof.verified?.proof]).toEqual([
    'verified',
    undefined,
    expect.anything(),
  ])
  expect(lab.cdn.requests.some(({ url }) => url.endsWith(`${TARGET}.sig`))).toBe(false)
})

test('what is not published is not verified, and nothing contradicts', async () => {
  for (const ending of ['', '.sig', '.cert', '.sha256'])
    lab.cdn.override(TARGET + ending, behaviours.status(404))
  const proof = await prove({ 'fail-fast': 'false' })
  expect([proof.result.outcome, proof.verified]).toEqual(['unverifiable', undefined])
})

/** A cache that has one thing, and says when it was removed. */
function cacheOf(content: string, more: object = {}) {
  const removed: string[] = []
  const sha256 = parseDigest(published.artifact(TARGET).sha256)
  const found = {
    file: { path: '/nowhere', size: content.length, sha256, sha512: published.artifact(TARGET).sha512 },
    bundle: JSON.stringify(bundleV1(lab, published.artifact(TARGET))),
    strangers: [],
    isInPlace: true,
    ...more,
  }
  const cache = {
    find: ({ kind }: PlannedArtifact) => Promise.resolve(kind === 'sbom' ? undefined : found),
    remove: ({ path }: PlannedArtifact) => Promise.resolve(void removed.push(path)),
  } as unknown as Installer['cache']
  const change: Change = (context) => ({
    ...context,
    ports: { ...context.ports, installer: { ...context.ports.installer, cache } },
  })
  return { change, removed }
}

test('a hit of the cache is proven anew, and nothing of it is fetched', async () => {
  const { change, removed } = cacheOf('kubectl')
  const proof = await prove({}, change)
  expect([proof.code, proof.warnings, proof.isFromCache, removed]).toEqual(['verified', [], true, []])
  expect(lab.cdn.requests.some(({ url }) => url.endsWith(TARGET))).toBe(false)
})

test('a hit that is wrong in itself is removed, said, and fetched anew', async () => {
  const { change, removed } = cacheOf('kubectl', { bundle: '<html>' })
  const proof = await prove({}, change)
  expect([proof.code, proof.isFromCache, removed]).toEqual(['verified', undefined, [TARGET]])
  expect(proof.warnings.join('\n')).toContain('the cached kubectl v1.35.2 fails')
})

test('a hit with a stranger beside it would come onto the PATH with it', async () => {
  const { change, removed } = cacheOf('kubectl', { strangers: ['ls'] })
  const proof = await prove({}, change)
  expect([proof.code, proof.isFromCache, removed]).toEqual(['verified', undefined, [TARGET]])
  expect(proof.warnings.join('\n')).toContain('"ls" beside it')
})
