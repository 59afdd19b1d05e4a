// What is at hand: a file or a digest, with its evidence from wherever it was named, or the log's search.
import { type Digest, digestOf, parseDigest } from '../../src/digest.js'
import { CodedError, EvidenceError, FetchError } from '../../src/errors.js'
import { RELEASE_SIGNER } from '../../src/kubernetes/signer.js'
import { bundleV1, bundleV2 } from '../../src/lab/bundles.js'
import { toContent } from '../../src/lab/content.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { type SignedArtifact, signArtifact } from '../../src/lab/release.js'
import type { LocalPorts } from '../../src/ports.js'
import { diagnoseLocal, proveLocal } from '../../src/prove/local-prover.js'
import type { EvidenceSource, Subject, VerifyRequest } from '../../src/request/verify-request.js'
import { type TrustedRoot, parseTrustedRoot } from '../../src/trust/trusted-root.js'
import { decisiveCheck } from '../../src/verify/verification-result.js'
import { answerOf, logOf } from '../support/memory.js'

const BYTES = Buffer.from('kubectl')
const FILE: Subject = { kind: 'file', path: '/work/kubectl' }
let lab: Lab
let root: TrustedRoot
let signed: SignedArtifact
beforeAll(async () => {
  lab = await startLab()
  root = parseTrustedRoot(JSON.stringify(lab.trustedRoot), 'lab')
  signed = await signArtifact(toContent(BYTES), lab.signing)
})
afterAll(() => lab.close())

type Files = Readonly<Record<string, Buffer | string>>
interface Given {
  readonly subject?: Subject
  readonly files?: Files
  readonly evidence?: EvidenceSource
  readonly log?: ReturnType<typeof logOf>
  readonly bytes?: Buffer
  readonly request?: Partial<VerifyRequest>
}
const pair = (): Files => ({
  '/work/kubectl.sig': signed.sidecars['.sig'] ?? '',
  '/work/kubectl.cert': signed.sidecars['.cert'] ?? '',
})

async function prove({
  subject = FILE,
  files = {},
  evidence = { kind: 'beside' },
  log = logOf(lab.log),
  bytes = BYTES,
  request = {},
}: Given) {
  const read = async (path: string, missing: Error): Promise<Buffer> => {
    const file = files[path]
    if (file === undefined) throw missing
    return Promise.resolve(Buffer.from(file))
  }
  let further = 0
  const ports = {
    transparencyLog: log,
    readEvidence: (location: { path?: string }, missing: 'EVIDENCE_BUNDLE_MISSING') =>
      read(location.path ?? '', new EvidenceError(missing, 'none')),
    readLockFile: async (path: string) => (await read(path, new Error('no lock'))).toString(),
    measure: () => Promise.resolve(digestOf(bytes)),
    measureFurther: () => Promise.resolve((further++, {})),
    hintSite: {
      fetchChannel: () => Promise.reject(new FetchError('FETCH_NETWORK', 'away')),
      fetchChecksum: () => Promise.reject(new FetchError('FETCH_NETWORK', 'away')),
    },
  } as unknown as LocalPorts
  const asked = {
    subjects: [subject],
    evidence,
    expectedSha256: undefined,
    signer: RELEASE_SIGNER,
    releaseUrl: new URL('https://site.example'),
    platform: undefined,
    isOffline: false,
    ...request,
  } as VerifyRequest
  const context = { request: asked, ports, trustedRoot: root, signer: RELEASE_SIGNER }
  const proof = await proveLocal(subject, context)
  const code = proof.result.outcome === 'verified' ? 'verified' : decisiveCheck(proof.result)?.code
  return { ...proof, code, further, log, diagnose: () => diagnoseLocal(subject, proof, context) }
}
const searched = ({ log }: { readonly log: ReturnType<typeof logOf> }): boolean =>
  log.asked.some((each) => each.startsWith('search'))
const digestSubject = (hex = signed.sha256): Subject => ({
  kind: 'digest',
  digest: parseDigest(hex) as Digest,
})

describe('beside a file', () => {
  test('a pair', async () => {
    const proof = await prove({ files: pair() })
    expect([proof.code, proof.chosen?.source, searched(proof)]).toEqual(['verified', 'pair', false])
  })

  test('a bundle under any of the usual names', async () => {
    const proof = await prove({ files: { '/work/kubectl.bundle': JSON.stringify(bundleV1(lab, signed)) } })
    expect([proof.code, proof.chosen?.source]).toEqual(['verified', 'bundle'])
  })

  test('a .sha256 file binds it, and one that contradicts is no match', async () => {
    const right = await prove({ files: { ...pair(), '/work/kubectl.sha256': signed.sha256 } })
    expect([right.code, right.checksum?.hex]).toEqual(['verified', signed.sha256])
    const wrong = await prove({ files: { ...pair(), '/work/kubectl.sha256': '0'.repeat(64) } })
    expect(wrong.code).toBe('DIGEST_MISMATCH')
    expect((await wrong.diagnose())?.message).toContain('the .sha256 file is wrong')
  })

  test('nothing: the log is searched', async () => {
    const proof = await prove({})
    expect([proof.code, proof.chosen?.source, searched(proof)]).toEqual(['verified', 'search', true])
  })

  test('what is no proof is no worse than nothing: the log is searched', async () => {
    const proof = await prove({ files: { ...pair(), '/work/kubectl.sig': 'MAYCAQECAQE=' } })
    expect([proof.code, proof.chosen?.source]).toEqual(['verified', 'search'])
    expect(proof.judged.map(({ candidate }) => candidate.source)).toEqual(['pair', 'search'])
  })

  test('where the search knows nothing either, what lay beside it is told', async () => {
    const proof = await prove({ files: pair(), bytes: Buffer.from('another file') })
    expect([proof.code, searched(proof)]).toEqual(['SIGNATURE_INVALID', true])
  })
})

describe('offline', () => {
  const offline = { request: { isOffline: true } }

  test('a bundle proves it, and nobody is asked', async () => {
    const files = { '/work/kubectl.sigstore.json': JSON.stringify(bundleV1(lab, signed)) }
    const proof = await prove({ ...offline, files })
    expect([proof.code, proof.log.asked]).toEqual(['verified', []])
  })

  test('a pair lacks its entry, and the log cannot be asked', async () => {
    const miss = new CodedError('OFFLINE_MISS', 'offline')
    const log = {
      ...logOf(),
      fetchEntry: () => Promise.reject(miss),
      fetchCopies: () => Promise.resolve({ answers: [], isComplete: false, failure: miss }),
    }
    const proof = await prove({ ...offline, files: pair(), log })
    expect([proof.code, proof.result.outcome, searched(proof)]).toEqual([
      'OFFLINE_MISS',
      'unverifiable',
      false,
    ])
    expect((await proof.diagnose())?.code).toBe('OFFLINE_MISS')
    expect(searched(proof)).toBe(false)
  })

  test('a lone digest has no evidence', async () => {
    expect((await prove({ ...offline, subject: digestSubject() })).code).toBe('EVIDENCE_SIGNATURE_MISSING')
  })
})

describe('evidence that is named is the only source: nothing rescues it', () => {
  test('a bundle', async () => {
    const evidence = { kind: 'bundle', location: { kind: 'file', path: '/b' } } as const
    const good = await prove({ evidence, files: { '/b': JSON.stringify(bundleV1(lab, signed)) } })
    expect([good.code, good.chosen?.source]).toEqual(['verified', 'named-bundle'])
    const bad = await prove({ evidence, files: { ...pair(), '/b': '<html>' } })
    expect([bad.code, searched(bad)]).toEqual(['EVIDENCE_UNREADABLE', false])
    expect((await prove({ evidence, files: pair() })).code).toBe('EVIDENCE_BUNDLE_MISSING')
  })

  const sidecars = (logEntry?: string): EvidenceSource => ({
    kind: 'sidecars',
    signature: { kind: 'file', path: '/s' },
    certificate: { kind: 'file', path: '/c' },
    logEntry,
  })
  const named = (): Files => ({ '/s': signed.sidecars['.sig'] ?? '', '/c': signed.sidecars['.cert'] ?? '' })

  test('a signature and a certificate', async () => {
    const proof = await prove({ evidence: sidecars(), files: named() })
    expect([proof.code, proof.chosen?.source]).toEqual(['verified', 'named-pair'])
    const missing = await prove({ evidence: sidecars(), files: { ...pair(), '/c': named()['/c'] ?? '' } })
    expect([missing.code, searched(missing)]).toEqual(['EVIDENCE_SIGNATURE_MISSING', false])
  })

  test('with a log entry from a file, the log is not asked', async () => {
    const files = { ...named(), '/e': answerOf(lab.log, signed.entry) }
    const proof = await prove({ evidence: sidecars('/e'), files })
    expect([proof.code, proof.log.asked]).toEqual(['verified', []])
    const none = await prove({ evidence: sidecars('/e'), files: named() })
    expect([none.code, none.log.asked]).toEqual(['EVIDENCE_LOG_ENTRY_MISSING', []])
  })

  test('a lock file without a proof for it', async () => {
    const lock = JSON.stringify({ schemaVersion: 1, requests: {}, artifacts: [] })
    const evidence = { kind: 'lock', path: '/l' } as const
    await expect(prove({ evidence, files: { '/l': lock } })).rejects.toMatchObject({
      code: expect.stringMatching(/^LOCK_/) as string,
    })
  })
})

describe('a lone digest', () => {
  test('the log’s search proves it at digest depth', async () => {
    const proof = await prove({ subject: digestSubject() })
    expect([proof.code, proof.result.depth, proof.checksum]).toEqual(['verified', 'digest', undefined])
  })

  test('unknown to the log', async () => {
    const proof = await prove({ subject: digestSubject('0'.repeat(64)) })
    expect([proof.code, proof.result.outcome]).toEqual(['EVIDENCE_SIGNATURE_MISSING', 'unverifiable'])
  })

  test('a log that cannot be searched leaves it open', async () => {
    const log = { ...logOf(lab.log), search: () => Promise.reject(new FetchError('FETCH_NETWORK', 'away')) }
    expect((await prove({ subject: digestSubject(), log })).code).toBe('FETCH_NETWORK')
  })

  test('a pin beside it has to be the same', async () => {
    const request = { expectedSha256: parseDigest('0'.repeat(64)) }
    expect((await prove({ subject: digestSubject(), request })).code).toBe('DIGEST_MISMATCH')
  })
})

test('the bytes are hashed by other algorithms only where evidence is over one of them', async () => {
  expect((await prove({ files: pair() })).further).toBe(0)
  const over = JSON.stringify(await bundleV2(lab, BYTES, { hash: 'sha512', curve: 'P-384' }))
  expect((await prove({ files: { '/work/kubectl.sigstore.json': over } })).further).toBe(1)
})

test('of what holds there is no diagnosis', async () => {
  expect(await (await prove({ files: pair() })).diagnose()).toBeUndefined()
})
