// Before anything is believed: do the checks accept what is right, and does
// each of them refuse what is wrong? The vectors are the lab's, with its own
// authority and log, made by scripts/self-test-vectors.mjs.
import { parseDigest } from '../digest.js'
import { InternalError } from '../errors.js'
import { parseCertificate } from '../evidence/certificate.js'
import { toResult } from '../result.js'
import { parseLogEntry } from '../evidence/log-entry.js'
import { parseSignature } from '../evidence/signature.js'
import { parseSignedTimestamp } from '../evidence/signed-timestamp.js'
import { parseReleaseSbom } from '../evidence/spdx.js'
import { RELEASE_SIGNER } from '../kubernetes/signer.js'
import { type TrustedRoot, parseTrustedRoot } from '../trust/trusted-root.js'
import { CHECK_IDS } from './check.js'
import { createPolicy } from './policy.js'
import vectors from './self-test-vectors.json' with { type: 'json' }
import type { VerificationInput, verifyArtifact } from './verify.js'

const SOURCE = 'self-test'
/** Outside of any certificate's ten minutes. */
const ONE_DAY = 24 * 60 * 60

type Verify = typeof verifyArtifact

/**
 * Two steps, each some milliseconds of one processor, so that whoever runs them can let others in between.
 * @throws InternalError when the program cannot tell right from wrong: nothing it says counts
 */
export const SELF_TEST_STEPS: readonly ((verify: Verify) => void)[] = [acceptWhatIsRight, refuseWhatIsWrong]

function acceptWhatIsRight(verify: Verify): void {
  const { sha256, logEntry } = vectors.genuine
  const { outcome } = verify(toInput(sha256, logEntry, genuineRoot(), RELEASE_SIGNER))
  if (outcome !== 'verified') throw new InternalError('the self-test failed: what is right is refused')
}

function refuseWhatIsWrong(verify: Verify): void {
  const signer = {
    certificateIdentity: `x${RELEASE_SIGNER.certificateIdentity}`,
    oidcIssuer: `${RELEASE_SIGNER.oidcIssuer}/`,
  }
  const input = toInput(
    vectors.otherSha256,
    spoil(vectors.genuine.logEntry),
    withOtherAuthority(genuineRoot()),
    signer,
  )
  const timestamps = [toResult(() => parseSignedTimestamp(Buffer.from(vectors.otherTimestamp, 'base64')))]
  const { outcome, checks } = verify({
    ...input,
    evidence: input.evidence && { ...input.evidence, timestamps },
  })
  const blind = CHECK_IDS.filter((id) => checks.find((check) => check.id === id)?.status !== 'failed')
  if (outcome === 'rejected' && blind.length === 0) return
  throw new InternalError(`the self-test failed: what is wrong is not refused: ${blind.join(', ')}`)
}

function genuineRoot(): TrustedRoot {
  return parseTrustedRoot(JSON.stringify(vectors.trustedRoot), SOURCE)
}

function toInput(
  sha256: string,
  logEntry: object,
  trustedRoot: TrustedRoot,
  signer: typeof RELEASE_SIGNER,
): VerificationInput {
  const { genuine, namespace, path } = vectors
  const measured = parseDigest(sha256)
  const published = parseDigest(genuine.sha256)
  if (measured === undefined || published === undefined)
    throw new InternalError('the self-test has no digest')
  return {
    artifact: { name: SOURCE },
    measured: { value: measured },
    claims: [{ source: 'the vector', digest: { value: published } }],
    evidence: {
      signature: toResult(() => parseSignature(Buffer.from(genuine.signature))),
      certificate: toResult(() => parseCertificate(Buffer.from(genuine.certificate))),
      logEntry: toResult(() => parseLogEntry(JSON.stringify(logEntry))),
    },
    releaseBinding: { kind: 'sbom', sbom: toResult(() => parseReleaseSbom(genuine.sbom)), namespace, path },
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
  const other = parseTrustedRoot(JSON.stringify(vectors.otherTrustedRoot), SOURCE)
  return { ...root, certificateAuthorities: other.certificateAuthorities }
}
