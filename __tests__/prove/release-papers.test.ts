// The papers of a release: each fetched once, none that is signed read before its signature holds.
import { ReleaseError } from '../../src/errors.js'
import { bundleV2 } from '../../src/lab/bundles.js'
import { TARGET } from '../../src/lab/hostile.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import type { Release } from '../../src/lab/release.js'
import { behaviours } from '../../src/lab/web-server.js'
import type { PlannedArtifact } from '../../src/plan/plan.js'
import type { SbomProof } from '../../src/prove/artifact-proof.js'
import {
  type PapersOfRelease,
  bindBySbom,
  bindItself,
  readChecksumSha512,
  toProvenBy,
  toSbomReader,
} from '../../src/prove/release-papers.js'
import { ReleaseProver } from '../../src/prove/release-prover.js'
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

const withPapers = <T>(
  inputs: Readonly<Record<string, string>>,
  use: (papers: PapersOfRelease, world: LabWorld) => Promise<T>,
): Promise<T> =>
  inLabWorld(lab, { 'cross-check': 'true', ...inputs }, (world) =>
    use(new ReleaseProver(world.release, world.context).papers, world),
  )
const requestsFor = (name: string): number => lab.cdn.requests.filter(({ url }) => url.endsWith(name)).length

test('each is fetched once, whoever asks and however often', async () => {
  await withPapers({ artifacts: 'kubectl' }, async (papers, { release }) => {
    const [planned] = release.artifacts as readonly [PlannedArtifact]
    const [first, second] = await Promise.all([papers.beside(planned), papers.beside(planned)])
    expect([first.sbom?.result.outcome, second.sbom]).toEqual(['verified', first.sbom])
    expect((await papers.document()).value?.digestsOf(TARGET)[0]?.hex).toBe(published.artifact(TARGET).sha256)
    for (const name of ['kubernetes-release.spdx', 'SHA256SUMS', 'SHA512SUMS', 'provenance.json'])
      expect([name, requestsFor(name)]).toEqual([name, 1])
  })
})

test('what was not asked for is not fetched', async () => {
  const inputs = { artifacts: 'kubectl', 'cross-check': 'false', 'release-binding': 'off' }
  await withPapers(inputs, async (papers, { release }) => {
    const [planned] = release.artifacts as readonly [PlannedArtifact]
    expect(await papers.beside(planned)).toEqual({ sbom: undefined, crossCheck: undefined })
    expect([papers.unsigned(), papers.sbom()]).toEqual([undefined, undefined])
    expect((await papers.document()).error?.code).toBe('RELEASE_PAPER_MISSING')
    expect(lab.cdn.requests).toEqual([])
  })
})

test('a paper that is missing, and one that cannot be read, are errors in their place', async () => {
  lab.cdn.override('SHA512SUMS', behaviours.status(404))
  lab.cdn.override('provenance.json', behaviours.body('{'))
  await withPapers({ artifacts: 'kubectl' }, async (papers) => {
    const unsigned = await papers.unsigned()
    expect(unsigned?.sha256Sums.error).toBeUndefined()
    expect(unsigned?.sha512Sums.error?.code).toBe('RELEASE_PAPER_MISSING')
    expect(unsigned?.provenance.error?.code).toBe('EVIDENCE_UNREADABLE')
  })
})

test('an SBOM whose signature does not hold is not read', async () => {
  lab.cdn.override(
    'kubernetes-release.spdx.sig',
    behaviours.body(published.artifact(TARGET).sidecars['.sig'] ?? ''),
  )
  await withPapers({ artifacts: 'kubectl' }, async (papers) => {
    expect((await papers.document()).error?.code).toBe('RELEASE_SBOM_REJECTED')
  })
})

test('a paper that Kubernetes came to sign has to be what was signed', async () => {
  const { sidecars } = published.artifact(TARGET)
  for (const ending of ['.sig', '.cert'])
    lab.cdn.override(`SHA256SUMS${ending}`, behaviours.body(sidecars[ending] ?? ''))
  await withPapers({ artifacts: 'kubectl' }, async (papers) => {
    expect((await papers.unsigned())?.sha256Sums.error?.code).toBe('RELEASE_PAPER_REJECTED')
  })
})

test('a provenance inside of a bundle is read once that holds', async () => {
  const text = published.files.get('provenance.json')
  if (text === undefined) throw new Error('the lab publishes a provenance')
  const statement = {
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType: 'https://slsa.dev/provenance/v0.2',
    subject: [{ name: 'x', digest: { sha256: published.artifact(TARGET).sha256 } }],
    predicate: { builder: { id: 'x' }, buildType: 'y' },
  }
  const bundle = await bundleV2(lab, Buffer.alloc(0), { statement })
  lab.cdn.override('provenance.json', behaviours.body(JSON.stringify(bundle)))
  await withPapers({ artifacts: 'kubectl' }, async (papers) => {
    expect((await papers.unsigned())?.provenance.value?.builderId).toBe('x')
  })
  const stranger = await bundleV2(lab, Buffer.alloc(0), { statement, identity: 'somebody@example.com' })
  lab.cdn.override('provenance.json', behaviours.body(JSON.stringify(stranger)))
  await withPapers({ artifacts: 'kubectl' }, async (papers) => {
    expect((await papers.unsigned())?.provenance.error?.code).toBe('RELEASE_PAPER_REJECTED')
  })
})

test('the bytes of an SBOM are parsed when they are asked for, and once', async () => {
  await withPapers({ artifacts: 'kubectl' }, async (papers, { context }) => {
    const file = (await papers.sbom())?.measured
    if (file === undefined) throw new Error('the SBOM was fetched')
    const read = await toSbomReader({ value: file }, context)
    expect(read().value?.paths).toContain(TARGET)
    expect(read()).toBe(read())
    const error = new ReleaseError('RELEASE_PAPER_MISSING', 'none')
    expect((await toSbomReader({ error }, context))()).toEqual({ error })
    const gone = await toSbomReader({ value: { ...file, path: '/nowhere' } }, context)
    expect(gone().error).toBeDefined()
  })
})

const planned = (change: Partial<PlannedArtifact> = {}): PlannedArtifact =>
  ({
    kind: 'binary',
    path: TARGET,
    version: 'v1.35.2',
    signatureSource: 'artifact',
    ...change,
  }) as PlannedArtifact
const sbom = JSON.parse('{"verified":{}}') as SbomProof
Object.assign(sbom, { document: { error: new ReleaseError('RELEASE_SBOM_REJECTED', 'x') } })

test('what binds an artifact to its release', () => {
  expect(bindBySbom(planned(), sbom, 'ab')).toEqual({
    kind: 'sbom',
    sbom: sbom.document,
    namespace: 'https://sbom.k8s.io/v1.35.2/release',
    path: TARGET,
    sha512: 'ab',
  })
  expect(bindBySbom(planned({ kind: 'provenance' }), sbom, undefined).kind).toBe('unavailable')
  expect(bindBySbom(planned(), undefined, undefined).kind).toBe('not-applicable')
  expect(bindBySbom(planned({ version: undefined }), sbom, undefined)).toMatchObject({
    kind: 'not-applicable',
    reason: 'an artifact by its URL is of no release',
  })
})

test('an SBOM binds itself, unless binding is off', async () => {
  const read = () => sbom.document
  await inLabWorld(lab, { artifacts: 'kubectl' }, ({ context, release }) => {
    expect(bindItself(release.sbom ?? planned(), read, context)).toMatchObject({ kind: 'own', read })
    return Promise.resolve()
  })
  await inLabWorld(lab, { artifacts: 'kubectl', 'release-binding': 'off' }, ({ context }) => {
    expect(bindItself(planned(), read, context).kind).toBe('not-applicable')
    return Promise.resolve()
  })
})

test('the SBOM proves an artifact only where it is to stand for its signature', () => {
  expect(toProvenBy(planned(), sbom)).toBeUndefined()
  expect(toProvenBy(planned({ signatureSource: 'release-sbom' }), sbom)).toBe(sbom.verified)
})

test('a .sha512 file may name the file that it is of, and no other', async () => {
  await inLabWorld(lab, { artifacts: 'kubectl' }, async ({ context, release }) => {
    const [{ urls }] = release.artifacts as readonly [PlannedArtifact]
    const { releaseSite } = context.ports
    const { sha512 } = published.artifact(TARGET)
    for (const [text, value] of [
      [sha512, sha512],
      [`${sha512}  kubectl\n`, sha512],
      [`${sha512}  kubeadm\n`, undefined],
    ] as const) {
      lab.cdn.override(`${TARGET}.sha512`, behaviours.body(text))
      expect((await readChecksumSha512(urls, releaseSite)).value).toBe(value)
    }
  })
})
