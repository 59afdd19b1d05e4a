// Roll-backs that bring their own paper. In each, an old kubectl of the real
// signer lies at the new release's URL, and beside it an SBOM that says it
// belongs there. Everything about the kubectl is genuine, and the SBOM agrees
// with its own unsigned checksum: only the SBOM's evidence can give it away.
import { answerFor } from './rekor-api.js'
import { createAuthority, generateKeyPair } from './authority.js'
import { artifactContent, toContent } from './content.js'
import { TARGET, type World } from './hostile.js'
import type { Lab } from './lab.js'
import {
  type Release,
  SBOM_PATH,
  type SignOptions,
  type SignedArtifact,
  createSbom,
  signArtifact,
} from './release.js'
import { type EntryAnswer, TransparencyLog } from './transparency-log.js'
import { behaviours } from './web-server.js'

const OLD_VERSION = 'v1.31.0'
const OLD_BYTES = 4096

/** What lies beside the old kubectl: the forged SBOM, signed as the world wants it. */
type Paper = (forge: (options?: Partial<SignOptions>) => Promise<SignedArtifact>, lab: Lab) => Promise<Served>
type Served = Pick<SignedArtifact, 'content' | 'sidecars'>

function serve(lab: Lab, path: string, { content, sidecars }: Served): void {
  lab.cdn.override(path, behaviours.answer({ status: 200, content }))
  for (const [ending, bytes] of Object.entries(sidecars))
    lab.cdn.override(path + ending, behaviours.body(bytes))
}

/** What is no SBOM at all contradicts nothing. */
function toExpected([code]: readonly string[]): Pick<World['expected'], 'outcome' | 'codes'> {
  return code === 'EVIDENCE_UNREADABLE'
    ? { outcome: 'unverifiable', codes: ['RELEASE_BINDING_UNAVAILABLE'] }
    : { outcome: 'rejected', codes: ['RELEASE_SBOM_REJECTED'] }
}

function rollBack(name: string, sbomCodes: readonly string[], makePaper: (release: Release) => Paper): World {
  return {
    name: `a roll-back with ${name}`,
    expected: { ...toExpected(sbomCodes), sbomCodes, check: 'release-binding' },
    apply: async (lab, release) => {
      const content = artifactContent(OLD_VERSION, TARGET, OLD_BYTES)
      const old = await signArtifact(content, lab.signing)
      const listed = [...release.artifacts].map(([path, artifact]): readonly [string, SignedArtifact] =>
        path === TARGET ? [path, old] : [path, artifact],
      )
      const sbom = toContent(Buffer.from(createSbom(release.version, listed)))
      const forge = (options: Partial<SignOptions> = {}): Promise<SignedArtifact> =>
        signArtifact(sbom, { ...lab.signing, ...options })
      serve(lab, TARGET, old)
      serve(lab, SBOM_PATH, await makePaper(release)(forge, lab))
    },
  }
}

/** An SBOM that is signed in full, but otherwise than by the release's signer. */
const signedWith =
  (options: (lab: Lab) => Promise<Partial<SignOptions>> | Partial<SignOptions>) =>
  (): Paper =>
  async (forge, lab) =>
    forge(await options(lab))

/** An SBOM whose log entry is answered with something else than the log would say. */
const loggedAs =
  (change: (entry: EntryAnswer) => void, forgeKey?: 'entryTimestampKey' | 'checkpointKey') =>
  (): Paper =>
  async (forge, lab) => {
    const key = await generateKeyPair()
    const sbom = await forge()
    const answer = lab.log.answer(sbom.entry, forgeKey === undefined ? {} : { [forgeKey]: key })
    change(answer)
    const { leafHash } = sbom.entry
    answerFor(lab.rekor, leafHash, lab.answerFor(leafHash, answer))
    return sbom
  }

const withSidecars =
  (take: (genuine: SignedArtifact, release: Release) => Readonly<Record<string, Buffer | undefined>>) =>
  (release: Release): Paper =>
  async (forge) => {
    const { content, sidecars } = await forge()
    const taken = take(release.artifact(SBOM_PATH), release)
    const present = Object.entries(taken).filter((entry): entry is [string, Buffer] => entry[1] !== undefined)
    return { content, sidecars: { ...sidecars, ...Object.fromEntries(present) } }
  }

export const SBOM_HOSTILE_WORLDS: readonly World[] = [
  rollBack(
    "the SBOM edited, its checksum too, under the genuine SBOM's signature",
    ['SIGNATURE_INVALID'],
    withSidecars(({ sidecars }) => ({ '.sig': sidecars['.sig'], '.cert': sidecars['.cert'] })),
  ),
  rollBack(
    "an SBOM under another artifact's signature",
    ['SIGNATURE_INVALID'],
    withSidecars((_, release) => {
      const { sidecars } = release.artifact('bin/linux/amd64/kubeadm')
      return { '.sig': sidecars['.sig'], '.cert': sidecars['.cert'] }
    }),
  ),
  rollBack(
    "an SBOM signed by the forger, under the genuine SBOM's certificate",
    ['SIGNATURE_INVALID'],
    withSidecars(({ sidecars }) => ({ '.cert': sidecars['.cert'] })),
  ),
  rollBack(
    'an SBOM by another authority',
    ['CERTIFICATE_UNTRUSTED'],
    signedWith(async ({ now }) => ({ authority: await createAuthority({ now }) })),
  ),
  rollBack(
    'an SBOM whose certificate has no signed certificate timestamp',
    ['CERTIFICATE_TIMESTAMP_INVALID'],
    signedWith(() => ({ omitTimestamp: true })),
  ),
  rollBack(
    'an SBOM whose signed certificate timestamp is by another key',
    ['CERTIFICATE_TIMESTAMP_INVALID'],
    signedWith(async () => ({ ctKey: await generateKeyPair() })),
  ),
  ...[
    'xkrel-staging@k8s-releng-prod.iam.gserviceaccount.com',
    'krel-staging@k8s-releng-prod.iam.gserviceaccount.com.evil.example',
    'krel-trust@k8s-releng-prod.iam.gserviceaccount.com',
  ].map((identity) =>
    rollBack(
      `an SBOM signed by ${identity}`,
      ['IDENTITY_MISMATCH'],
      signedWith(() => ({ identity })),
    ),
  ),
  rollBack(
    'an SBOM whose signer another issuer vouches for',
    ['ISSUER_MISMATCH'],
    signedWith(() => ({ issuer: 'https://accounts.google.com.evil.example' })),
  ),
  rollBack(
    'an SBOM logged after its certificate expired',
    ['CERTIFICATE_NOT_VALID_AT_LOG_TIME'],
    signedWith(({ signing }) => ({ loggedAt: new Date(signing.signedAt.getTime() + 11 * 60_000) })),
  ),
  rollBack(
    'an SBOM in a log that nobody trusts',
    ['CHECKPOINT_INVALID', 'SIGNED_ENTRY_TIMESTAMP_INVALID'],
    () => async (forge, lab) => {
      const log = await TransparencyLog.create()
      const sbom = await forge({ log })
      const { leafHash } = sbom.entry
      answerFor(lab.rekor, leafHash, lab.answerFor(leafHash, log.answer(sbom.entry)))
      return sbom
    },
  ),
  rollBack(
    "another artifact's log entry for the SBOM's",
    ['LOG_ENTRY_MISMATCH'],
    (release) => async (forge, lab) => {
      const sbom = await forge()
      const { entry } = release.artifact(SBOM_PATH)
      const body = lab.answerFor(entry.leafHash, lab.log.answer(entry))
      answerFor(lab.rekor, sbom.entry.leafHash, behaviours.body(body))
      return sbom
    },
  ),
  rollBack(
    "an SBOM whose entry's timestamp is by another key",
    ['SIGNED_ENTRY_TIMESTAMP_INVALID'],
    loggedAs(() => undefined, 'entryTimestampKey'),
  ),
  rollBack(
    "an SBOM whose entry's checkpoint is by another key",
    ['CHECKPOINT_INVALID'],
    loggedAs(() => undefined, 'checkpointKey'),
  ),
  rollBack(
    "an SBOM whose entry's proof leads elsewhere",
    ['INCLUSION_PROOF_INVALID'],
    loggedAs(({ verification: { inclusionProof } }) => void inclusionProof?.hashes.reverse()),
  ),
  rollBack(
    'a genuine artifact of this release in the place of the SBOM',
    ['EVIDENCE_UNREADABLE'],
    (release) => () => Promise.resolve(release.artifact('bin/linux/amd64/kubeadm')),
  ),
]
