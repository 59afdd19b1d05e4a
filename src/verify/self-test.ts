// Before anything is believed: do the checks accept what is right, and does
// each of them refuse what is wrong? The vectors are the lab's, with its own
// authority and log, made by scripts/self-test-vectors.mjs.
import { parseDigest } from '../digest.js'
import { InternalError } from '../errors.js'
import { parseCertificate } from '../evidence/certificate.js'
import type { Evidence } from '../evidence/evidence.js'
import { type Result, toResult } from '../result.js'
import { parseLogEntry } from '../evidence/log-entry.js'
import { parseSignature } from '../evidence/signature.js'
import { parseSignedTimestamp } from '../evidence/signed-timestamp.js'
import { type ReleaseSbom, parseReleaseSbom } from '../evidence/spdx.js'
import { RELEASE_SIGNER } from '../kubernetes/signer.js'
import { type TrustedRoot, parseTrustedRoot } from '../trust/trusted-root.js'
import { CHECK_IDS, type CheckId } from './check.js'
import { createPolicy } from './policy.js'
import vectors from './self-test-vectors.json' with { type: 'json' }
import type { VerificationResult } from './verification-result.js'
import type { VerificationInput, verifyArtifact } from './verify.js'

const SOURCE = 'self-test'
/** Outside of any certificate's ten minutes. */
const ONE_DAY = 24 * 60 * 60

type Verify = typeof verifyArtifact

/**
 * Steps of some milliseconds of one processor each, so that whoever runs them can let others in between.
 * @throws InternalError when the program cannot tell right from wrong: nothing it says counts
 */
export const SELF_TEST_STEPS: readonly ((verify: Verify) => void)[] = [
  acceptWhatIsRight,
  // Of the same signature, so that its arithmetic is done once.
  refuseWhatIsLate,
  refuseWhatTheJudgeRefuses,
  refuseWhatIsWrong,
]

/** Nothing contradicts these two before all else holds. */
const BY_THEMSELVES: readonly CheckId[] = ['log-time-within-certificate', 'independent-judge']

function acceptWhatIsRight(verify: Verify): void {
  const { outcome } = verify(toInput())
  if (outcome !== 'verified') throw new InternalError('the self-test failed: what is right is refused')
}

function refuseWhatIsWrong(verify: Verify): void {
  const signer = {
    certificateIdentity: `x${RELEASE_SIGNER.certificateIdentity}`,
    oidcIssuer: `${RELEASE_SIGNER.oidcIssuer}/`,
  }
  const input = toInput({
    sha256: vectors.otherSha256,
    logEntry: readEntry(spoil(vectors.genuine.logEntry)),
    trustedRoot: withOtherAuthority(read().root),
    signer,
  })
  const timestamps = [toResult(() => parseSignedTimestamp(Buffer.from(vectors.otherTimestamp, 'base64')))]
  const evidence = input.evidence && { ...input.evidence, timestamps }
  expectRefusal(
    verify({ ...input, evidence }),
    CHECK_IDS.filter((id) => !BY_THEMSELVES.includes(id)),
  )
}

/** The log did promise the entry, a day after the certificate's ten minutes. */
function refuseWhatIsLate(verify: Verify): void {
  expectRefusal(verify(toInput({ logEntry: readEntry(vectors.lateLogEntry) })), [
    'log-time-within-certificate',
  ])
}

/** All is right for us; the judge is shown another document of trust. */
function refuseWhatTheJudgeRefuses(verify: Verify): void {
  const { root, otherRoot } = read()
  const trustedRoot = { ...root, document: otherRoot.document }
  expectRefusal(verify(toInput({ trustedRoot })), ['independent-judge'])
}

function expectRefusal({ outcome, checks }: VerificationResult, ids: readonly CheckId[]): void {
  const blind = ids.filter((id) => checks.find((check) => check.id === id)?.status !== 'failed')
  if (outcome === 'rejected' && blind.length === 0) return
  throw new InternalError(`the self-test failed: what is wrong is not refused: ${blind.join(', ')}`)
}

interface Parsed extends Pick<Evidence, 'signature' | 'certificate' | 'logEntry'> {
  readonly root: TrustedRoot
  readonly otherRoot: TrustedRoot
  readonly sbom: Result<ReleaseSbom>
}

let parsed: Parsed | undefined

/** What several steps are about, parsed once. */
function read(): Parsed {
  const { genuine } = vectors
  return (parsed ??= {
    root: parseTrustedRoot(JSON.stringify(vectors.trustedRoot), SOURCE),
    otherRoot: parseTrustedRoot(JSON.stringify(vectors.otherTrustedRoot), SOURCE),
    signature: toResult(() => parseSignature(Buffer.from(genuine.signature))),
    certificate: toResult(() => parseCertificate(Buffer.from(genuine.certificate))),
    logEntry: readEntry(genuine.logEntry),
    sbom: toResult(() => parseReleaseSbom(genuine.sbom)),
  })
}

function readEntry(answer: object): Evidence['logEntry'] {
  return toResult(() => parseLogEntry(JSON.stringify(answer)))
}

interface Vector {
  readonly sha256?: string
  readonly logEntry?: Evidence['logEntry']
  readonly trustedRoot?: TrustedRoot
  readonly signer?: typeof RELEASE_SIGNER
}

/** What is genuine, but for what is given. */
function toInput({
  sha256 = vectors.genuine.sha256,
  logEntry = read().logEntry,
  trustedRoot = read().root,
  signer = RELEASE_SIGNER,
}: Vector = {}): VerificationInput {
  const { genuine, namespace, path } = vectors
  const { signature, certificate, sbom } = read()
  const measured = parseDigest(sha256)
  const published = parseDigest(genuine.sha256)
  if (measured === undefined || published === undefined)
    throw new InternalError('the self-test has no digest')
  return {
    artifact: { name: SOURCE },
    measured: { value: measured },
    claims: [{ source: 'the vector', digest: { value: published } }],
    evidence: { signature, certificate, logEntry },
    releaseBinding: { kind: 'sbom', sbom, namespace, path },
    trustedRoot,
    policy: createPolicy({ signer, compareDigest: true, bindRelease: true }),
  }
}

/** Another time, another place in the tree, and a tree head that nobody signed; all of it in its form. */
function spoil(answer: typeof vectors.genuine.logEntry): object {
  return Object.fromEntries(
    Object.entries(answer).map(([uuid, entry]) => {
      const { verification } = entry
      const { inclusionProof } = verification
      return [
        uuid,
        {
          ...entry,
          integratedTime: entry.integratedTime + ONE_DAY,
          verification: {
            ...verification,
            inclusionProof: {
              ...inclusionProof,
              logIndex: inclusionProof.logIndex ^ 1,
              checkpoint: inclusionProof.checkpoint.replace(`\n${inclusionProof.treeSize}\n`, '\n1\n'),
            },
          },
        },
      ]
    }),
  )
}

/** The same logs, and an authority that issued nothing. */
function withOtherAuthority(root: TrustedRoot): TrustedRoot {
  return { ...root, certificateAuthorities: read().otherRoot.certificateAuthorities }
}
