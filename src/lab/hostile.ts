// Bad worlds, by name. Each attacks bin/linux/amd64/kubectl of a release, and
// says what must come of it. What the servers serve is changed; keys and
// proofs stay real, so that only the check that is meant can notice.
import { createHash } from 'node:crypto'
import { type KeyPair, createAuthority, generateKeyPair } from './authority.js'
import { readAll, toContent } from './content.js'
import type { Lab } from './lab.js'
import {
  RELEASE_ISSUER,
  type Release,
  SBOM_PATH,
  type SignedArtifact,
  createSbom,
  signArtifact,
} from './release.js'
import { answerFor } from './rekor-api.js'
import { type EntryAnswer, TransparencyLog } from './transparency-log.js'
import { type Behaviour, behaviours } from './web-server.js'

export const TARGET = 'bin/linux/amd64/kubectl'
/** What must never be printed so that a runner or a terminal obeys it. */
export const INJECTION =
  '::add-path::/tmp/evil\n##[add-path]/tmp/evil\r\n\u001b[31m::set-output name=outcome::verified\n'

export interface World {
  readonly name: string
  readonly expected: {
    readonly outcome: 'rejected' | 'unverifiable'
    /** Any of these is the decisive code. */
    readonly codes: readonly string[]
    /** Where the release's SBOM is to blame: any of these is its own decisive code. */
    readonly sbomCodes?: readonly string[]
    /** The check that must not have passed. */
    readonly check: string
  }
  /** Takes its time: transport is tried again. */
  readonly isSlow?: boolean
  apply(lab: Lab, release: Release): Promise<void> | void
}

type Apply = World['apply']

/** The check that must not have passed, and the codes of which any is the decisive one. */
type Refusal = readonly [check: string, ...codes: string[]]

export const rejected = (name: string, [check, ...codes]: Refusal, apply: Apply): World => ({
  name,
  expected: { outcome: 'rejected', codes, check },
  apply,
})
export const unverifiable = (name: string, [check, ...codes]: Refusal, apply: Apply): World => ({
  name,
  expected: { outcome: 'unverifiable', codes, check },
  apply,
})

/** What is served at the target, or beside it. */
const serve =
  (ending: string, behaviour: Behaviour): Apply =>
  (lab) => {
    lab.cdn.override(TARGET + ending, behaviour)
  }

/** Publishes something else at the target, with its sidecars. */
const publish =
  (make: (lab: Lab, release: Release) => Promise<SignedArtifact> | SignedArtifact, path = TARGET): Apply =>
  async (lab, release) => {
    const artifact = await make(lab, release)
    lab.cdn.override(path, behaviours.answer({ status: 200, content: artifact.content }))
    for (const [ending, bytes] of Object.entries(artifact.sidecars)) {
      lab.cdn.override(path + ending, behaviours.body(bytes))
    }
  }

/** Signs the target's own bytes again, in another way. */
const signAgain = (options: Partial<Parameters<typeof signArtifact>[1]>): Apply =>
  publish((lab, release) => signArtifact(release.artifact(TARGET).content, { ...lab.signing, ...options }))

/** Changes the log's answer for the target. */
const answer =
  (change: (entry: EntryAnswer, lab: Lab, key: KeyPair) => void, forge?: 'timestamp' | 'checkpoint'): Apply =>
  async (lab, release) => {
    const key = await generateKeyPair()
    const { entry } = release.artifact(TARGET)
    const forged = {
      ...(forge === 'timestamp' && { entryTimestampKey: key }),
      ...(forge === 'checkpoint' && { checkpointKey: key }),
    }
    const genuine = lab.log.answer(entry, forged)
    change(genuine, lab, key)
    answerFor(lab.rekor, entry.leafHash, lab.answerFor(entry.leafHash, genuine))
  }

const serveEntry =
  (behaviour: Behaviour): Apply =>
  (lab, release) => {
    answerFor(lab.rekor, release.artifact(TARGET).entry.leafHash, behaviour)
  }

const publishSbom = (make: (lab: Lab, release: Release) => string): Apply =>
  publish((lab, release) => signArtifact(toContent(Buffer.from(make(lab, release))), lab.signing), SBOM_PATH)

const older = (lab: Lab): Release =>
  [...lab.releases.values()].find(({ version }) => version === 'v1.31.0') as Release

const flip = (bytes: Buffer, at = bytes.length >> 1): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
const flipHex = (hex: string): string => (hex.startsWith('0') ? '1' : '0') + hex.slice(1)
const base64 = (bytes: Buffer): string => bytes.toString('base64')
const proofOf = (entry: EntryAnswer): NonNullable<EntryAnswer['verification']['inclusionProof']> => {
  const { inclusionProof } = entry.verification
  if (inclusionProof === undefined) throw new Error('the lab gave no proof')
  return inclusionProof
}

export const HOSTILE_WORLDS: readonly World[] = [
  // The artifact
  rejected(
    'a byte of the artifact changed',
    ['digest', 'DIGEST_MISMATCH'],
    serve(
      '',
      behaviours.rewrite((b) => flip(b)),
    ),
  ),
  rejected('artifact and .sha256 changed together', ['signature', 'SIGNATURE_INVALID'], (lab, release) => {
    const bytes = flip(readAll(release.artifact(TARGET).content))

    lab.cdn.override(TARGET, behaviours.body(bytes))
    lab.cdn.override(`${TARGET}.sha256`, behaviours.body(createHash('sha256').update(bytes).digest('hex')))
  }),
  unverifiable(
    'no artifact',
    ['digest', 'RELEASE_ARTIFACT_NOT_PUBLISHED'],
    serve('', behaviours.status(404, INJECTION)),
  ),
  unverifiable(
    'an HTML page for the artifact',
    ['digest', 'FETCH_ANSWER_UNEXPECTED'],
    serve('', behaviours.html()),
  ),

  // The checksum
  rejected(
    'another checksum',
    ['digest', 'DIGEST_MISMATCH'],
    serve('.sha256', behaviours.body('0'.repeat(64))),
  ),
  unverifiable(
    'no checksum',
    ['digest', 'EVIDENCE_CHECKSUM_MISSING'],
    serve('.sha256', behaviours.status(404)),
  ),
  unverifiable(
    'an HTML page for the checksum',
    ['digest', 'FETCH_ANSWER_UNEXPECTED'],
    serve('.sha256', behaviours.html()),
  ),

  // The signature
  rejected(
    'a byte of the signature changed',
    ['signature', 'SIGNATURE_INVALID'],
    serve(
      '.sig',
      behaviours.rewrite((b) => base64(flip(Buffer.from(b.toString(), 'base64'), 20))),
    ),
  ),
  rejected("another artifact's signature", ['signature', 'SIGNATURE_INVALID'], (lab, release) => {
    lab.cdn.override(
      `${TARGET}.sig`,
      behaviours.body(base64(release.artifact('bin/linux/amd64/kubeadm').signature)),
    )
  }),
  unverifiable(
    'a signature that is not base64',
    ['signature', 'EVIDENCE_UNREADABLE'],
    serve('.sig', behaviours.body('?')),
  ),
  unverifiable(
    'an HTML page for the signature',
    ['signature', 'FETCH_ANSWER_UNEXPECTED'],
    serve('.sig', behaviours.html()),
  ),
  unverifiable(
    'an empty signature',
    ['signature', 'FETCH_ANSWER_UNEXPECTED'],
    serve('.sig', behaviours.body('')),
  ),
  unverifiable(
    'workflow commands for a signature',
    ['signature', 'EVIDENCE_UNREADABLE'],
    serve('.sig', behaviours.body(INJECTION)),
  ),
  unverifiable(
    'no signature',
    ['signature', 'EVIDENCE_SIGNATURE_MISSING'],
    serve('.sig', behaviours.status(404, INJECTION)),
  ),
  unverifiable('an endless signature', ['signature', 'FETCH_TOO_LARGE'], serve('.sig', behaviours.endless())),
  unverifiable(
    'a signature behind a forbidding server',
    ['signature', 'FETCH_HTTP_STATUS'],
    serve('.sig', behaviours.status(403, INJECTION)),
  ),
  unverifiable(
    'a reason phrase with workflow commands',
    ['signature', 'FETCH_HTTP_STATUS'],
    serve(
      '.sig',
      behaviours.raw('HTTP/1.1 403 ::add-path::/tmp/evil ##[add-path]/tmp/evil\r\ncontent-length: 0\r\n\r\n'),
    ),
  ),
  unverifiable(
    'a redirect to somewhere without TLS',
    ['signature', 'FETCH_HOST_NOT_ALLOWED'],
    serve('.sig', behaviours.redirect('http://evil.example/::add-path::/tmp/evil')),
  ),

  // The certificate
  rejected(
    'the mixed pair of v1.35.0: signature of one run, certificate of another',
    ['signature', 'SIGNATURE_INVALID'],
    async (lab, release) => {
      const second = await signArtifact(release.artifact(TARGET).content, lab.signing)
      lab.cdn.override(`${TARGET}.cert`, behaviours.body(second.sidecars['.cert'] ?? ''))
    },
  ),
  rejected(
    'a byte of the certificate changed',
    ['certificate-chain', 'CERTIFICATE_UNTRUSTED', 'EVIDENCE_UNREADABLE', 'SIGNATURE_INVALID'],
    (lab, release) => {
      const { certificate } = release.artifact(TARGET)
      const pem = `-----BEGIN CERTIFICATE-----\n${base64(flip(certificate, certificate.length - 10))}\n-----END CERTIFICATE-----\n`
      lab.cdn.override(`${TARGET}.cert`, behaviours.body(base64(Buffer.from(pem))))
    },
  ),
  rejected(
    'a certificate of another authority',
    ['certificate-chain', 'CERTIFICATE_UNTRUSTED'],
    async (lab, release) => {
      await signAgain({ authority: await createAuthority({ now: lab.now }) })(lab, release)
    },
  ),
  rejected(
    'a certificate without a signed certificate timestamp',
    ['signed-certificate-timestamp', 'CERTIFICATE_TIMESTAMP_INVALID'],
    signAgain({ omitTimestamp: true }),
  ),
  rejected(
    'a signed certificate timestamp by another key',
    ['signed-certificate-timestamp', 'CERTIFICATE_TIMESTAMP_INVALID'],
    async (lab, release) => {
      await signAgain({ ctKey: await generateKeyPair() })(lab, release)
    },
  ),
  unverifiable(
    'an HTML page for the certificate',
    ['certificate-chain', 'FETCH_ANSWER_UNEXPECTED'],
    serve('.cert', behaviours.html()),
  ),
  unverifiable(
    'an empty certificate',
    ['certificate-chain', 'FETCH_ANSWER_UNEXPECTED'],
    serve('.cert', behaviours.body('')),
  ),
  unverifiable(
    'no certificate',
    ['certificate-chain', 'EVIDENCE_CERTIFICATE_MISSING'],
    serve('.cert', behaviours.status(404)),
  ),
  ...[
    'xkrel-staging@k8s-releng-prod.iam.gserviceaccount.com',
    'krel-staging@k8s-releng-prod.iam.gserviceaccount.com.evil.example',
    'krel-staging@k8s-releng-prodXiam.gserviceaccount.com',
    'krel-trust@k8s-releng-prod.iam.gserviceaccount.com',
    'https://evil.example/krel-staging@k8s-releng-prod.iam.gserviceaccount.com',
    `evil${INJECTION}@example.com`,
  ].map((identity) =>
    rejected(
      `the signer ${JSON.stringify(identity)}`,
      ['certificate-identity', 'IDENTITY_MISMATCH'],
      signAgain({ identity }),
    ),
  ),
  ...['https://accounts.google.com.evil.example', 'https://token.actions.githubusercontent.com'].map(
    (issuer) => rejected(`the issuer ${issuer}`, ['oidc-issuer', 'ISSUER_MISMATCH'], signAgain({ issuer })),
  ),

  // The log entry
  unverifiable(
    'no log entry',
    ['log-entry-binding', 'EVIDENCE_LOG_ENTRY_MISSING'],
    serveEntry(behaviours.status(404, INJECTION)),
  ),
  rejected("another artifact's log entry", ['log-entry-binding', 'LOG_ENTRY_MISMATCH'], (lab, release) => {
    const { entry } = release.artifact('bin/linux/amd64/kubeadm')
    void serveEntry(behaviours.body(lab.answerFor(entry.leafHash, lab.log.answer(entry))))(lab, release)
  }),
  unverifiable(
    "the log entry's body changed",
    ['log-entry-binding', 'EVIDENCE_UNREADABLE'],
    answer((entry) => {
      entry.body = base64(flip(Buffer.from(entry.body, 'base64')))
    }),
  ),
  unverifiable(
    'an HTML page for the log entry',
    ['log-entry-binding', 'FETCH_ANSWER_UNEXPECTED'],
    serveEntry(behaviours.html()),
  ),
  unverifiable(
    'workflow commands for a log entry',
    ['log-entry-binding', 'FETCH_ANSWER_UNEXPECTED'],
    serveEntry(behaviours.body(INJECTION)),
  ),
  unverifiable(
    'an empty answer of the log',
    ['log-entry-binding', 'FETCH_ANSWER_UNEXPECTED'],
    serveEntry(behaviours.body('{}')),
  ),
  rejected(
    'a signed entry timestamp by another key',
    ['signed-entry-timestamp', 'SIGNED_ENTRY_TIMESTAMP_INVALID'],
    answer(() => undefined, 'timestamp'),
  ),
  rejected(
    'another integrated time',
    ['signed-entry-timestamp', 'SIGNED_ENTRY_TIMESTAMP_INVALID'],
    answer((entry) => {
      entry.integratedTime += 1
    }),
  ),
  rejected(
    'another log index',
    ['signed-entry-timestamp', 'SIGNED_ENTRY_TIMESTAMP_INVALID'],
    answer((entry) => {
      entry.logIndex += 1
    }),
  ),
  unverifiable(
    'no signed entry timestamp',
    ['signed-entry-timestamp', 'LOG_TIME_UNPROVEN'],
    answer((entry) => {
      delete entry.verification.signedEntryTimestamp
    }),
  ),
  rejected(
    'the entry of another log',
    ['checkpoint', 'CHECKPOINT_INVALID', 'SIGNED_ENTRY_TIMESTAMP_INVALID'],
    async (lab, release) => {
      const log = await TransparencyLog.create()
      const signed = await signArtifact(release.artifact(TARGET).content, { ...lab.signing, log })
      await publish(() => signed)(lab, release)
      const { entry } = signed
      answerFor(lab.rekor, entry.leafHash, lab.answerFor(entry.leafHash, log.answer(entry)))
    },
  ),
  rejected(
    'a checkpoint by another key',
    ['checkpoint', 'CHECKPOINT_INVALID'],
    answer(() => undefined, 'checkpoint'),
  ),
  rejected(
    'a checkpoint of another tree size',
    ['checkpoint', 'CHECKPOINT_INVALID'],
    answer((entry, lab) => {
      const proof = proofOf(entry)
      proof.checkpoint = lab.log.checkpoint(proof.treeSize + 1, Buffer.from(proof.rootHash, 'hex'))
    }),
  ),
  rejected(
    'a checkpoint of another root',
    ['checkpoint', 'CHECKPOINT_INVALID'],
    answer((entry, lab) => {
      const proof = proofOf(entry)
      proof.checkpoint = lab.log.checkpoint(proof.treeSize, flip(Buffer.from(proof.rootHash, 'hex')))
    }),
  ),
  unverifiable(
    'a checkpoint that is no note',
    ['checkpoint', 'EVIDENCE_UNREADABLE'],
    answer((entry) => {
      proofOf(entry).checkpoint = INJECTION
    }),
  ),
  rejected(
    'a hash of the proof changed',
    ['inclusion-proof', 'INCLUSION_PROOF_INVALID'],
    answer((entry) => {
      proofOf(entry).hashes = proofOf(entry).hashes.map((hash, index) => (index === 0 ? flipHex(hash) : hash))
    }),
  ),
  rejected(
    'the proof of another leaf',
    ['inclusion-proof', 'INCLUSION_PROOF_INVALID'],
    answer((entry) => {
      proofOf(entry).logIndex -= 1
    }),
  ),
  rejected(
    'a proof with a hash too many',
    ['inclusion-proof', 'INCLUSION_PROOF_INVALID'],
    answer((entry) => {
      proofOf(entry).hashes.push('0'.repeat(64))
    }),
  ),
  unverifiable(
    'no inclusion proof',
    ['inclusion-proof', 'LOG_INCLUSION_UNPROVEN'],
    answer((entry) => {
      delete entry.verification.inclusionProof
    }),
  ),
  rejected(
    'logged after the certificate expired',
    ['log-time-within-certificate', 'CERTIFICATE_NOT_VALID_AT_LOG_TIME'],
    async (lab, release) => {
      const loggedAt = new Date(lab.signing.signedAt.getTime() + 11 * 60_000)
      await signAgain({ loggedAt })(lab, release)
    },
  ),
  rejected(
    'logged before the certificate was valid',
    ['log-time-within-certificate', 'CERTIFICATE_NOT_VALID_AT_LOG_TIME'],
    async (lab, release) => {
      const loggedAt = new Date(lab.signing.signedAt.getTime() - 60_000)
      await signAgain({ loggedAt })(lab, release)
    },
  ),

  // The release
  rejected(
    "an older release's file",
    ['release-binding', 'RELEASE_BINDING_MISMATCH'],
    publish((lab) => older(lab).artifact(TARGET)),
  ),
  rejected(
    "an older release's file, with that release's SBOM",
    ['release-binding', 'RELEASE_SBOM_REJECTED'],
    async (lab, release) => {
      await publish(() => older(lab).artifact(TARGET))(lab, release)
      await publish(() => older(lab).artifact(SBOM_PATH), SBOM_PATH)(lab, release)
    },
  ),
  unverifiable(
    "an older release's file, with no SBOM",
    ['release-binding', 'RELEASE_BINDING_UNAVAILABLE'],
    async (lab, release) => {
      await publish(() => older(lab).artifact(TARGET))(lab, release)
      lab.cdn.override(SBOM_PATH, behaviours.status(404))
    },
  ),
  rejected(
    "another platform's file",
    ['release-binding', 'RELEASE_BINDING_MISMATCH'],
    publish((_, release) => release.artifact('bin/linux/arm64/kubectl')),
  ),
  rejected(
    'another artifact',
    ['release-binding', 'RELEASE_BINDING_MISMATCH'],
    publish((_, release) => release.artifact('bin/linux/amd64/kubeadm')),
  ),
  rejected('a byte of the SBOM changed', ['release-binding', 'RELEASE_SBOM_REJECTED'], (lab) => {
    lab.cdn.override(
      SBOM_PATH,
      behaviours.rewrite((bytes) => flip(bytes)),
    )
  }),
  unverifiable('no SBOM', ['release-binding', 'RELEASE_BINDING_UNAVAILABLE'], (lab) => {
    lab.cdn.override(SBOM_PATH, behaviours.status(404))
  }),
  unverifiable('an unsigned SBOM', ['release-binding', 'RELEASE_BINDING_UNAVAILABLE'], (lab) => {
    lab.cdn.override(`${SBOM_PATH}.sig`, behaviours.status(404))
  }),
  rejected(
    'an SBOM by another signer',
    ['release-binding', 'RELEASE_SBOM_REJECTED'],
    publish(
      (lab, release) =>
        signArtifact(release.artifact(SBOM_PATH).content, {
          ...lab.signing,
          identity: 'evil@example.com',
          issuer: RELEASE_ISSUER,
        }),
      SBOM_PATH,
    ),
  ),
  rejected(
    'an SBOM that lists the file twice, with different digests',
    ['release-binding', 'RELEASE_BINDING_MISMATCH'],
    publishSbom((_, release) =>
      createSbom(release.version, [
        ...release.artifacts,
        [TARGET, release.artifact('bin/linux/amd64/kubeadm')],
      ]),
    ),
  ),
  rejected(
    'an SBOM that does not list the file',
    ['release-binding', 'RELEASE_BINDING_MISMATCH'],
    publishSbom((_, release) =>
      createSbom(
        release.version,
        [...release.artifacts].filter(([path]) => path !== TARGET),
      ),
    ),
  ),
  unverifiable(
    'an SBOM with two namespaces',
    ['release-binding', 'RELEASE_BINDING_UNAVAILABLE'],
    publishSbom(
      (_, release) =>
        `${createSbom(release.version, release.artifacts)}DocumentNamespace: https://sbom.k8s.io/v0.0.0/release\n`,
    ),
  ),

  // The transport
  ...(
    [
      ['the log down', 'log-entry-binding', 'FETCH_HTTP_STATUS', serveEntry(behaviours.status(503))],
      ['the log hanging up', 'log-entry-binding', 'FETCH_NETWORK', serveEntry(behaviours.reset())],
      ['the artifact cut short', 'digest', 'FETCH_TRUNCATED', serve('', behaviours.truncate(1000))],
      [
        'the artifact cut short without a length',
        'digest',
        'FETCH_TRUNCATED',
        serve('', behaviours.truncateChunked(1000)),
      ],
      [
        'a sidecar longer than it says',
        'signature',
        'FETCH_TRUNCATED',
        serve('.sig', behaviours.overlong('more')),
      ],
      ['the log never answering', 'log-entry-binding', 'FETCH_TIMEOUT', serveEntry(behaviours.stall())],
      ['the artifact standing still', 'digest', 'FETCH_TIMEOUT', serve('', behaviours.stallBody(1000))],
    ] as const
  ).map(([name, check, code, apply]): World => ({
    ...unverifiable(name, [check, code], apply),
    isSlow: true,
  })),
]

/** Faults that pass: the run must end verified. */
export const HEALING_WORLDS: readonly { readonly name: string; apply(lab: Lab, release: Release): void }[] = [
  { name: 'the artifact answers 503 twice', apply: once('', behaviours.status(503), 2) },
  { name: 'a sidecar answers 503 twice', apply: once('.sig', behaviours.status(503), 2) },
  {
    name: 'a sidecar answers 429 with Retry-After',
    apply: once('.cert', behaviours.status(429, '', { 'retry-after': '0' })),
  },
  { name: 'a sidecar answers 408', apply: once('.sha256', behaviours.status(408)) },
  { name: 'the connection of the artifact is reset', apply: once('', behaviours.reset()) },
  { name: 'the artifact is cut short once', apply: once('', behaviours.truncate(1000)) },
  {
    name: 'the log answers 503 twice',
    apply: (lab, release) => {
      lab.rekor.override(release.artifact(TARGET).entry.leafHash, behaviours.status(503), { times: 2 })
    },
  },
]

function once(ending: string, behaviour: Behaviour, times = 1): (lab: Lab) => void {
  return (lab) => {
    lab.cdn.override(TARGET + ending, behaviour, { times })
  }
}
