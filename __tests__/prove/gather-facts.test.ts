// What a diagnosis is told: gathered on failure only, and bounded.
import { type Digest, digestOf } from '../../src/digest.js'
import { EvidenceError } from '../../src/errors.js'
import { parseCertificateDer } from '../../src/evidence/certificate.js'
import { parseReleaseSbom } from '../../src/evidence/spdx.js'
import { toPairCandidate } from '../../src/gather/lookup.js'
import { RELEASE_SIGNER } from '../../src/kubernetes/signer.js'
import { toContent } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { type SignedArtifact, signArtifact } from '../../src/lab/release.js'
import { type PlannedArtifact, artifactUrls } from '../../src/plan/plan.js'
import type { SbomProof } from '../../src/prove/artifact-proof.js'
import type { FactsContext } from '../../src/prove/facts-context.js'
import { type FactsInput, gatherFacts, toFactsInput } from '../../src/prove/gather-facts.js'
import { SbomsAtHand } from '../../src/prove/sboms-at-hand.js'
import { type TrustedRoot, parseTrustedRoot } from '../../src/trust/trusted-root.js'
import type { Proof } from '../../src/verify/proof.js'
import { logOf } from '../support/memory.js'
import { openFor, rejectedFor } from '../support/results.js'

const PATH = 'bin/linux/amd64/kubectl'
const digest = (text: string): Digest => digestOf(Buffer.from(text))
const [SIGNED, SERVED] = [digest('kubectl'), digest('another file')]
const sbomOf = (version: string, listed: Digest, path = PATH) =>
  parseReleaseSbom(
    `SPDXVersion: SPDX-2.3\nDocumentNamespace: https://sbom.k8s.io/${version}/release\nFileName: ${path}\nFileChecksum: SHA256: ${listed.hex}\n`,
  )
let lab: Lab
let root: TrustedRoot
let signed: SignedArtifact
beforeAll(async () => {
  lab = await startLab()
  root = parseTrustedRoot(JSON.stringify(lab.trustedRoot), 'lab')
  signed = await signArtifact(toContent(Buffer.from('kubectl')), lab.signing)
})
afterAll(() => lab.close())

const proofOf = (result: Proof['result']): Proof => {
  const parts = {
    signature: { value: signed.signature },
    certificate: { value: parseCertificateDer(signed.certificate) },
  }
  const candidate = toPairCandidate('pair', parts, SERVED)
  return { result, chosen: candidate, judged: [{ candidate, result }], absent: [] }
}
async function gather(input: Partial<FactsInput>, sboms?: SbomsAtHand) {
  const log = logOf(lab.log)
  const site: string[] = []
  const none = (what: string) => () => {
    site.push(what)
    return Promise.reject(new EvidenceError('EVIDENCE_CHECKSUM_MISSING', 'none'))
  }
  const context: FactsContext = {
    signer: RELEASE_SIGNER,
    judging: { log, trustedRoot: root },
    log,
    hintSite: { fetchChannel: none('channel'), fetchChecksum: none('checksum') },
    sbomsAtHand: sboms,
    releaseUrl: new URL('https://site.example'),
    platform: { os: 'linux', arch: 'amd64' },
  }
  const proof = proofOf(rejectedFor('digest', 'DIGEST_MISMATCH', SERVED))
  const facts = await gatherFacts({ proof, measured: SERVED, fileName: 'kubectl', ...input }, context)
  return { facts, asked: log.asked.map((each) => each.split(' ')[0]), site }
}

test('the same evidence is judged at every digest that something names', async () => {
  const sbom = { document: sbomOf('v1.35.2', SIGNED), version: 'v1.35.2', path: PATH }
  const { facts } = await gather({ checksum: SIGNED, sbom, place: `v1.35.2/${PATH}` })
  expect(facts.opinions.map(({ digest: at, namedBy, result }) => [at.hex, namedBy, result.outcome])).toEqual([
    [SIGNED.hex, ['the .sha256 file', 'the SBOM'], 'verified'],
    [SERVED.hex, [], 'rejected'],
  ])
  expect([facts.listed?.hex, facts.checksum?.hex]).toEqual([SIGNED.hex, SIGNED.hex])
})

test.each<[string, Proof['result']]>([
  ['what could not be reached', openFor('signature', 'FETCH_NETWORK')],
  ['what could not be read', openFor('signature', 'EVIDENCE_UNREADABLE')],
  ['a check that tells no story', rejectedFor('checkpoint', 'CHECKPOINT_INVALID')],
])('%s is no riddle: nothing is asked', async (_, result) => {
  const { facts, asked, site } = await gather({ proof: proofOf(result) })
  expect([facts.opinions, facts.related, facts.identity, asked, site]).toEqual([
    [],
    undefined,
    undefined,
    [],
    [],
  ])
})

test('an entry that is not there is one: the log is searched', async () => {
  const { asked } = await gather({
    proof: proofOf(openFor('log-entry-binding', 'EVIDENCE_LOG_ENTRY_MISSING')),
  })
  expect(asked).toContain('search')
})

test('what the bytes are: by the release’s own SBOM, before any other', async () => {
  const sbom = {
    document: sbomOf('v1.35.2', SERVED, 'bin/linux/arm64/kubectl'),
    version: 'v1.35.2',
    path: PATH,
  }
  const { facts, site } = await gather({ sbom, place: `v1.35.2/${PATH}` })
  expect(facts.identity).toEqual({ place: 'v1.35.2/bin/linux/arm64/kubectl', isSigned: true })
  expect(site).toEqual([])
})

test('else by one at hand, and no site is asked', async () => {
  const sboms = new SbomsAtHand()
  sboms.add({
    version: 'v1.35.1',
    sbom: () => Promise.resolve({ document: { value: sbomOf('v1.35.1', SERVED) } } as SbomProof),
  })
  const sbom = { document: sbomOf('v1.35.2', SIGNED), version: 'v1.35.2', path: PATH }
  const { facts, site } = await gather({ sbom, place: `v1.35.2/${PATH}` }, sboms)
  expect(facts.identity).toEqual({ place: `v1.35.1/${PATH}`, isSigned: true, sbomOf: 'v1.35.1' })
  expect(site).toEqual([])
})

test('the site is asked only of what the expected signer validly signed', async () => {
  const place = `v1.35.2/${PATH}`
  expect((await gather({ place })).site).toEqual([])
  const found = await gather({ place, measured: SIGNED })
  expect([found.facts.related?.length, found.site]).toEqual([1, ['channel']])
})

test('where a document contradicts itself it lists nothing', async () => {
  const text = (listed: Digest) => `FileName: ${PATH}\nFileChecksum: SHA256: ${listed.hex}\n`
  const document = parseReleaseSbom(
    `SPDXVersion: SPDX-2.3\nDocumentNamespace: https://sbom.k8s.io/v1.35.2/release\n${text(SIGNED)}${text(digest('x'))}`,
  )
  const { facts } = await gather({ sbom: { document, version: 'v1.35.2', path: PATH } })
  expect(facts.listed).toBeUndefined()
})

test('what is planned has a place in its release, and the SBOM is not asked about itself', () => {
  const planned: PlannedArtifact = {
    name: 'kubectl',
    kind: 'binary',
    version: 'v1.35.2',
    platform: undefined,
    path: PATH,
    fileName: 'kubectl',
    urls: artifactUrls(new URL('https://site.example'), 'v1.35.2', PATH),
    signatureSource: 'artifact',
  }
  const document = sbomOf('v1.35.2', SIGNED)
  expect(toFactsInput(planned, document)).toEqual({
    fileName: 'kubectl',
    place: `v1.35.2/${PATH}`,
    sbom: { document, version: 'v1.35.2', path: PATH },
  })
  expect(toFactsInput({ ...planned, kind: 'sbom' }, document).sbom).toBeUndefined()
  expect(toFactsInput({ ...planned, version: undefined }, document)).toEqual({ fileName: 'kubectl' })
})
