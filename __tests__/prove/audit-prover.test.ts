// The artifacts of one release as an audit looks at them, in the lab.
import type { AuditedArtifact } from '../../src/audit/audit-report.js'
import { SharedValues } from '../../src/audit/audited.js'
import { joinLists } from '../../src/audit/scope.js'
import { bundleV1 } from '../../src/lab/bundles.js'
import { TARGET } from '../../src/lab/hostile.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { type Release, SBOM_PATH } from '../../src/lab/release.js'
import { behaviours } from '../../src/lab/web-server.js'
import { AuditProver } from '../../src/prove/audit-prover.js'
import type { Depth } from '../../src/request/audit-inputs.js'
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

async function withProver<T>(use: (prover: AuditProver) => Promise<T>, searchesAll = false): Promise<T> {
  const inputs = { artifacts: 'kubectl', 'cross-check': 'true' }
  return inLabWorld(lab, inputs, async ({ release, context }) =>
    use(
      new AuditProver(release, {
        ...context,
        searchesAll,
        values: new SharedValues(),
        onProof: () => undefined,
      }),
    ),
  )
}
const audit = (path = TARGET, depth: Depth = 'digest', searchesAll = false): Promise<AuditedArtifact> =>
  withProver(async (prover) => {
    const scoped = joinLists('v1.35.2', await prover.lists()).get(path)
    if (scoped === undefined) throw new Error(`${path} is in the scope`)
    return prover.audit(scoped, depth)
  }, searchesAll)
const codes = ({ findings = [] }: AuditedArtifact): string[] => findings.map(({ code }) => code)
const fetched = (path: string): boolean =>
  lab.cdn.requests.some(({ method, url }) => method === 'GET' && url.endsWith(path))

test('at digest depth no byte is moved, and nothing is said of the size', async () => {
  const audited = await audit()
  expect([audited.outcome, audited.depth, audited.size, codes(audited)]).toEqual([
    'verified',
    'digest',
    undefined,
    [],
  ])
  expect(audited.digest).toBe(`sha256:${published.artifact(TARGET).sha256}`)
  expect(fetched(TARGET)).toBe(false)
})

test('at full depth the bytes are hashed', async () => {
  const audited = await audit(TARGET, 'full')
  expect([audited.outcome, audited.depth, audited.size]).toEqual([
    'verified',
    'full',
    published.artifact(TARGET).content.size,
  ])
  lab.cdn.override(TARGET, behaviours.body('changed'))
  const changed = await audit(TARGET, 'full')
  expect([changed.outcome, codes(changed)]).toEqual(['rejected', ['DIGEST_MISMATCH']])
})

test('the SBOM is proven like an artifact', async () => {
  expect((await audit(SBOM_PATH)).outcome).toBe('verified')
})

test('what is not published of it is said once, by its name', async () => {
  for (const ending of ['.sig', '.cert']) lab.cdn.override(TARGET + ending, behaviours.status(404))
  const audited = await audit()
  expect([audited.outcome, codes(audited)]).toEqual(['unverifiable', ['ARTIFACT_UNSIGNED']])
})

test('every published form is judged: junk beside a proof is a finding, and no verdict', async () => {
  lab.cdn.override(`${TARGET}.sigstore.json`, behaviours.body('{}'))
  const audited = await audit()
  expect([audited.outcome, codes(audited)]).toEqual(['verified', ['EVIDENCE_DISREGARDED']])
  const bundle = JSON.stringify(bundleV1(lab, published.artifact(TARGET)))
  lab.cdn.override(`${TARGET}.sigstore.json`, behaviours.body(bundle))
  lab.cdn.override(`${TARGET}.sig`, behaviours.body('MAYCAQECAQE='))
  const other = await audit()
  expect([other.outcome, codes(other)]).toEqual(['verified', ['EVIDENCE_DISREGARDED']])
})

test('the log is searched for what is proven only where it is asked for', async () => {
  const searches = (): number =>
    lab.rekor.requests.filter(({ url }) => url.endsWith('/index/retrieve')).length
  await audit()
  expect(searches()).toBe(0)
  await audit(TARGET, 'digest', true)
  expect(searches()).toBe(1)
})

test('what the papers list, which of them are missing, and when the release was made', async () => {
  lab.cdn.override('SHA512SUMS', behaviours.status(404))
  await withProver(async (prover) => {
    expect((await prover.lists()).SBOM).toContain(TARGET)
    expect(Object.keys(await prover.lists())).not.toContain('SHA512SUMS')
    expect((await prover.paperFindings()).map(({ message }) => message)).toEqual([
      expect.stringContaining('v1.35.2 SHA512SUMS: RELEASE_PAPER_MISSING'),
    ])
    expect(await prover.releasedAt()).toBeInstanceOf(Date)
  })
})
