// The short line for what is already at hand: a file or a digest, with its
// evidence from files, URLs or the log → verify → report. Nothing is placed.
import { fetchLogEntry } from './prove/collect-evidence.js'
import { selfTested } from './prove/self-tested.js'
import type { Digest } from './digest.js'
import { EvidenceError, toCodedError } from './errors.js'
import { parseCertificate } from './evidence/certificate.js'
import { parseChecksum } from './evidence/checksum.js'
import { type Claim, claimAsync } from './evidence/claim.js'
import type { Evidence } from './evidence/evidence.js'
import { type LogEntry, parseLogEntry } from './evidence/log-entry.js'
import { parseSignature } from './evidence/signature.js'
import type { LocalPorts } from './ports.js'
import { type Report, toReport } from './report/report.js'
import type { VerifyRequest } from './request/verify-request.js'
import { createPolicy } from './verify/policy.js'
import type { VerificationResult } from './verify/verification-result.js'
import { verifyArtifact } from './verify/verify.js'

/** Never rejects: what went wrong is in the report. */
export async function runVerify(request: VerifyRequest, ports: LocalPorts): Promise<Report> {
  const startedAt = ports.now()
  const warnings: string[] = []
  const facts: { trustedRoot?: string; artifacts: { verification: VerificationResult }[] } = {
    artifacts: [],
  }
  const error = await find().catch(toCodedError)
  return toReport({ ...facts, warnings, ...(error && { error }), startedAt, endedAt: ports.now() })

  async function find(): Promise<void> {
    const root = await ports.loadTrustedRoot((message) => void warnings.push(message))
    facts.trustedRoot = root.source
    const subject = await readSubject(request, ports)
    const digest = subject.measured?.value ?? subject.published?.value
    const [signature, certificate] = await Promise.all([
      claimAsync(ports.readEvidence(request.signature, 'EVIDENCE_SIGNATURE_MISSING').then(parseSignature)),
      claimAsync(
        ports.readEvidence(request.certificate, 'EVIDENCE_CERTIFICATE_MISSING').then(parseCertificate),
      ),
    ])
    const logEntry = await claimAsync(findLogEntry(digest, { signature, certificate }, request, ports))
    await selfTested()
    const verification = verifyArtifact({
      ...subject,
      artifact: {
        name: request.subject.kind === 'file' ? request.subject.path : request.subject.digest.toString(),
      },
      expected: request.expectedSha256,
      evidence: { signature, certificate, logEntry },
      releaseBinding: { kind: 'not-applicable', reason: 'no release is claimed for a lone file or digest' },
      trustedRoot: root,
      policy: createPolicy({
        signer: request.signer,
        compareDigest: subject.measured !== undefined && Boolean(subject.published ?? request.expectedSha256),
        bindRelease: false,
      }),
    })
    facts.artifacts = [{ verification }]
  }
}

interface Subject {
  readonly measured: Claim<Digest> | undefined
  readonly published: Claim<Digest> | undefined
}

/** A digest is taken as given; a file is hashed, and compared with the `.sha256` file beside it where there is one. */
async function readSubject({ subject }: VerifyRequest, ports: LocalPorts): Promise<Subject> {
  if (subject.kind === 'digest') return { measured: undefined, published: { value: subject.digest } }
  const measured = { value: await ports.measure(subject.path) }
  const checksum = await claimAsync(
    ports
      .readEvidence({ kind: 'file', path: `${subject.path}.sha256` }, 'EVIDENCE_CHECKSUM_MISSING')
      .then(parseChecksum),
  )
  return { measured, published: checksum.error?.code === 'EVIDENCE_CHECKSUM_MISSING' ? undefined : checksum }
}

async function findLogEntry(
  digest: Digest | undefined,
  parts: Pick<Evidence, 'signature' | 'certificate'>,
  { logEntry, isOffline }: VerifyRequest,
  ports: LocalPorts,
): Promise<LogEntry> {
  if (logEntry !== undefined) {
    const file = await ports.readEvidence({ kind: 'file', path: logEntry }, 'EVIDENCE_LOG_ENTRY_MISSING')
    return parseLogEntry(file.toString())
  }
  if (isOffline) {
    throw new EvidenceError(
      'EVIDENCE_LOG_ENTRY_MISSING',
      'no log entry is at hand, and offline the log cannot be asked',
    )
  }
  return fetchLogEntry(ports.transparencyLog, { digest, ...parts })
}
