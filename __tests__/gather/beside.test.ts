// What lies beside an artifact: which candidates it makes, in which order, and when the log is asked.
import { parseDigest } from '../../src/digest.js'
import { FetchError } from '../../src/errors.js'
import {
  type GatherOptions,
  type Gathered,
  besideReleased,
  besideUrl,
  fileNameOf,
  gatherBeside,
} from '../../src/gather/beside.js'
import { bundleV1 } from '../../src/lab/bundles.js'
import { toContent } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { type SignedArtifact, signArtifact } from '../../src/lab/release.js'
import { artifactUrls } from '../../src/plan/plan.js'
import { logOf, siteOf } from '../support/memory.js'

const URLS = artifactUrls(new URL('https://site.example'), 'v1.35.2', 'bin/linux/amd64/kubectl')
let lab: Lab
let signed: SignedArtifact
beforeAll(async () => {
  lab = await startLab()
  signed = await signArtifact(toContent(Buffer.from('kubectl')), lab.signing)
})
afterAll(() => lab.close())

type Files = Parameters<typeof siteOf>[0]
const pair = (): Files => ({
  'kubectl.sig': signed.sidecars['.sig'] ?? '',
  'kubectl.cert': signed.sidecars['.cert'] ?? '',
})
interface BundleJson {
  mediaType: string
  verificationMaterial: { tlogEntries: { inclusionProof?: object }[]; certificate?: object }
}
const bundle = (change: (json: BundleJson) => void = () => undefined): string => {
  const json = structuredClone(bundleV1(lab, signed)) as BundleJson
  change(json)
  return JSON.stringify(json)
}
async function gather(files: Files, options: Partial<GatherOptions> = {}) {
  const log = logOf(lab.log)
  const site = siteOf(files)
  const digest = (): Promise<ReturnType<typeof parseDigest>> => Promise.resolve(parseDigest(signed.sha256))
  const gathered = await gatherBeside(besideReleased(URLS, site), { digest, log, ...options })
  return { gathered, asked: log.asked, files: site.asked }
}
const sources = ({ candidates }: Gathered): string[] =>
  candidates.map(({ source, lookup }) => `${source} ${lookup?.state ?? 'own entry'}`)
const absences = ({ absent }: Gathered): string[] =>
  absent.map(({ source, error }) => `${source} ${error.code}`)

test('a pair: the log is asked for its entry', async () => {
  const { gathered, asked } = await gather(pair())
  expect([sources(gathered), absences(gathered), asked]).toEqual([
    ['pair some'],
    ['bundle EVIDENCE_BUNDLE_MISSING'],
    [`entry ${signed.entry.leafHash}`],
  ])
  expect(gathered.candidates[0]?.evidence.logEntry.value?.leafHash.hex).toBe(signed.entry.leafHash)
})

test('the digest of the .sha256 file is enough: the bytes need not be here yet', async () => {
  const never = new Promise<undefined>(() => undefined)
  const files = { ...pair(), 'kubectl.sha256': signed.sha256 }
  const { gathered, asked } = await gather(files, { digest: () => never })
  expect([gathered.checksum?.value?.hex, asked.length]).toEqual([signed.sha256, 1])
})

test('a bundle comes first, and the log waits for it to fail', async () => {
  const { gathered, asked } = await gather({ ...pair(), 'kubectl.sigstore.json': bundle() })
  expect([sources(gathered), absences(gathered), asked]).toEqual([
    ['bundle own entry', 'pair not-asked'],
    [],
    [],
  ])
})

test('for who judges every form the log is asked in any case', async () => {
  const { asked } = await gather({ ...pair(), 'kubectl.sigstore.json': bundle() }, { isLogLast: false })
  expect(asked).toHaveLength(1)
})

test('a bundle that cannot be read does not keep the log from being asked', async () => {
  const { gathered, asked } = await gather({ ...pair(), 'kubectl.sigstore.json': '<html>' })
  expect([sources(gathered), asked.length]).toEqual([['bundle own entry', 'pair some'], 1])
  expect(gathered.candidates[0]?.evidence.signature.error?.code).toBe('EVIDENCE_UNREADABLE')
})

test('nothing at all: the pair says what is missing', async () => {
  const { gathered, asked } = await gather({})
  expect([sources(gathered), absences(gathered), asked]).toEqual([
    ['pair own entry'],
    ['bundle EVIDENCE_BUNDLE_MISSING', 'pair EVIDENCE_SIGNATURE_MISSING'],
    [],
  ])
  expect(gathered.checksum?.error?.code).toBe('EVIDENCE_CHECKSUM_MISSING')
})

test('what could not be fetched is no absence of evidence', async () => {
  const away = new FetchError('FETCH_NETWORK', 'away')
  const { gathered } = await gather({ ...pair(), 'kubectl.sigstore.json': away, 'kubectl.sha256': away })
  expect([absences(gathered), gathered.checksum?.error]).toEqual([['bundle FETCH_NETWORK'], away])
})

const V01 = 'application/vnd.dev.sigstore.bundle+json;version=0.1'
const withoutProof = (json: BundleJson): void => {
  for (const entry of json.verificationMaterial.tlogEntries) delete entry.inclusionProof
}

test('where a bundle has but a promise by its version, the log may prove its signature; one that was stripped stays so', async () => {
  const promised = bundle((json) => {
    withoutProof(json)
    json.mediaType = V01
  })
  const ofV01 = await gather({ 'kubectl.sigstore.json': promised })
  expect(sources(ofV01.gathered)).toEqual(['bundle own entry', 'bundle not-asked', 'pair own entry'])
  const stripped = await gather({ 'kubectl.sigstore.json': bundle(withoutProof) })
  expect(sources(stripped.gathered)).toEqual(['bundle own entry', 'pair own entry'])
})

test('beside a URL any of the usual names will do, and no .sha256 file is looked for', async () => {
  const log = logOf(lab.log)
  const site = siteOf({
    'kubectl.signature': signed.sidecars['.sig'] ?? '',
    'kubectl.pem': signed.sidecars['.cert'] ?? '',
    'kubectl.cosign.bundle': bundle(),
  })
  const gathered = await gatherBeside(besideUrl(URLS, site), {
    digest: () => Promise.resolve(parseDigest(signed.sha256)),
    log,
  })
  expect(sources(gathered)).toEqual(['bundle own entry', 'pair not-asked'])
  expect([gathered.checksum, site.asked.includes('kubectl.sha256')]).toEqual([undefined, false])
})

test('a file name is read out of its URL', () => {
  expect(fileNameOf(new URL('https://x/a/b%20c'))).toBe('b c')
  expect(fileNameOf(new URL('https://x/a/b%ff'))).toBe('b%ff')
})
