// What a diagnosis needs, gathered on failure only, and bounded: the same
// evidence judged at the digests that pin, `.sha256` file, SBOM and bytes name,
// what the log's search knows, and where the bytes stand in a release.
import type { Facts, Identity, Opinion } from '../diagnose/facts.js'
import type { Digest } from '../digest.js'
import type { Candidate } from '../evidence/candidate.js'
import type { ReleaseSbom } from '../evidence/spdx.js'
import { toPairCandidate } from '../gather/lookup.js'
import { type PlannedArtifact, formatPlace } from '../plan/plan.js'
import type { CheckId } from '../verify/check.js'
import type { Proof } from '../verify/proof.js'
import { decisiveCheck } from '../verify/verification-result.js'
import { findRelease } from './find-release.js'
import type { FactsContext } from './facts-context.js'
import { prove } from './prove.js'
import { findPath } from './sboms-at-hand.js'
import { searchRelated } from './related-entries.js'

export interface FactsInput {
  readonly proof: Proof
  readonly measured: Digest | undefined
  readonly pin?: Digest | undefined
  readonly checksum?: Digest | undefined
  /** The release's SBOM, verified, with where the artifact was asked for in it. */
  readonly sbom?:
    { readonly document: ReleaseSbom; readonly version: string; readonly path: string } | undefined
  /** `v1.35.2/bin/linux/amd64/kubectl` */
  readonly place?: string | undefined
  readonly fileName: string
  readonly agreeing?: readonly string[]
}

/** What a planned artifact is in its release. */
export function toFactsInput(
  planned: PlannedArtifact,
  document: ReleaseSbom | undefined,
): Pick<FactsInput, 'sbom' | 'place' | 'fileName'> {
  const { version, path, fileName, kind } = planned
  if (version === undefined) return { fileName }
  const isListed = document !== undefined && kind !== 'sbom'
  return {
    fileName,
    place: formatPlace(planned),
    sbom: isListed ? { document, version, path } : undefined,
  }
}

/** Checks whose failure has a story that other pieces tell. */
const TELLING: readonly CheckId[] = [
  'digest',
  'signature',
  'certificate-identity',
  'oidc-issuer',
  'log-entry-binding',
  'release-binding',
]

/** Never rejects, but when the self-test fails: what cannot be found out is not said. */
export async function gatherFacts(input: FactsInput, context: FactsContext): Promise<Facts> {
  const { proof, measured, pin, checksum, sbom, place, agreeing = [] } = input
  const listed = onlyOne(sbom?.document.digestsOf(sbom.path))
  const facts: Facts = {
    measured,
    pin,
    checksum,
    listed,
    place,
    agreeing,
    opinions: [],
    related: undefined,
    identity: undefined,
  }
  const check = decisiveCheck(proof.result)
  // What could not be reached or read is no riddle.
  const isTelling = check?.status === 'failed' || check?.code === 'EVIDENCE_LOG_ENTRY_MISSING'
  if (check === undefined || !isTelling || !TELLING.includes(check.id)) return facts
  const digest = measured ?? proof.result.digest
  const [opinions, related] = await Promise.all([
    hearOpinions(facts, proof, context),
    digest && searchRelated(proof, digest, context),
  ])
  const identity = await identify({ ...input, measured: digest }, related?.[0]?.integratedTime, context)
  return { ...facts, opinions, related, identity }
}

/** Signature, certificate and entry at every digest that something names. */
async function hearOpinions(
  { measured, checksum, listed }: Facts,
  proof: Proof,
  { judging, signer }: FactsContext,
): Promise<Opinion[]> {
  const named: [string, Digest | undefined][] = [
    ['the .sha256 file', checksum],
    ['the SBOM', listed],
    ['the bytes', measured],
  ]
  const digests = named.flatMap(([, digest]) => digest ?? [])
  const distinct = digests.filter(
    (digest, index) => digests.findIndex((each) => each.equals(digest)) === index,
  )
  const candidates = proof.judged.map(({ candidate }) => candidate)
  return Promise.all(
    distinct.map(async (digest): Promise<Opinion> => {
      const subject = {
        artifact: { name: digest.toString() },
        measured: { value: digest },
        claims: [],
        releaseBinding: { kind: 'not-applicable', reason: 'this is for the diagnosis' },
        signer,
      } as const
      const at = { candidates: candidates.flatMap((each) => atDigest(each, digest) ?? []), absent: [] }
      const namedBy = named
        .filter(([source, each]) => source !== 'the bytes' && each?.equals(digest) === true)
        .map(([source]) => source)
      const { result } = at.candidates.length === 0 ? proof : await prove(subject, at, judging)
      return { digest, namedBy, result }
    }),
  )
}

/** A pair's entry follows from the digest; a bundle brings its own. */
function atDigest(candidate: Candidate, digest: Digest): Candidate | undefined {
  const { source, evidence } = candidate
  if (evidence.signature.value === undefined || evidence.certificate.value === undefined) return undefined
  if (source === 'pair' || source === 'named-pair') return toPairCandidate(source, evidence, digest)
  const { alternatives, lookup } = candidate
  return { source, evidence, alternatives, ...(lookup && { lookup }) }
}

/**
 * By the requested release's SBOM, which is signed; else by that of another release of the run; else by the release
 * site, of what the release signer signed.
 */
async function identify(
  { measured, sbom, fileName, place }: FactsInput,
  signedAt: string | undefined,
  { hintSite, sbomsAtHand, releaseUrl, platform }: FactsContext,
): Promise<Identity | undefined> {
  if (measured === undefined) return undefined
  const path = sbom && findPath(sbom.document, measured)
  if (sbom !== undefined && path !== undefined) return { place: `${sbom.version}/${path}`, isSigned: true }
  const listed = await sbomsAtHand?.find(measured, sbom?.version)
  if (listed !== undefined) return { place: listed.place, isSigned: true, sbomOf: listed.version }
  if (signedAt === undefined || place === undefined) return undefined
  const file = { digest: measured, fileName, signedAt, platform, releaseUrl }
  const found = await findRelease(file, hintSite)
  return found === undefined ? undefined : { place: found, isSigned: false }
}

function onlyOne<T>(values: readonly T[] | undefined): T | undefined {
  return values?.length === 1 ? values[0] : undefined
}
