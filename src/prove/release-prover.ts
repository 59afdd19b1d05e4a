// One release: its artifacts and its papers.
import { type Diagnosis, diagnose } from '../diagnose/diagnose.js'
import { NO_FACTS } from '../diagnose/facts.js'
import { CodedError, InternalError } from '../errors.js'
import type { PlannedArtifact, PlannedGroup } from '../plan/plan.js'
import type { ArtifactProof, SbomProof } from './artifact-proof.js'
import { toFactsContext } from './facts-context.js'
import { gatherFacts, toFactsInput } from './gather-facts.js'
import type { ProofContext } from './proof-context.js'
import { provePlanned } from './prove-planned.js'
import { PapersOfRelease } from './release-papers.js'
import { selfTested } from './self-tested.js'

export type { ArtifactProof } from './artifact-proof.js'

/** Proves the artifacts of one release. Its papers are fetched when the first artifact needs them, once each. */
export class ReleaseProver {
  readonly papers: PapersOfRelease
  readonly #group: PlannedGroup
  readonly #context: ProofContext

  /** @param proven the release's SBOM, where it was proven before the release was chosen */
  constructor(group: PlannedGroup, context: ProofContext, proven?: Promise<SbomProof>) {
    this.#group = group
    this.#context = context
    // What is asked for by its name has a pin, which counts.
    const isAskedFor = group.artifacts.some(({ path }) => path === group.sbom?.path)
    const own = isAskedFor ? undefined : proven
    this.papers = new PapersOfRelease(group, context, (planned) => own ?? this.#proveSbom(planned))
    const { version } = group.sbom ?? {}
    if (version !== undefined) context.sbomsAtHand?.add({ version, sbom: () => this.papers.sbom() })
  }

  /** The release's SBOM; undefined when release-binding is off. */
  sbom(): Promise<SbomProof> | undefined {
    return this.papers.sbom()
  }

  /**
   * Proves one artifact, from the cache or anew.
   * @throws InternalError when the self-test fails: then no proof counts
   */
  async artifact(planned: PlannedArtifact): Promise<ArtifactProof> {
    const isReleaseSbom = this.#group.sbom?.path === planned.path
    const proof = isReleaseSbom ? await this.papers.sbom() : await this.#prove(planned)
    await selfTested()
    if (proof === undefined) throw new InternalError('the SBOM is planned, and was not proven')
    const diagnosis = await this.#diagnose(proof)
    return diagnosis === undefined ? proof : { ...proof, diagnosis }
  }

  /** Undefined of what holds. */
  async #diagnose(proof: ArtifactProof): Promise<Diagnosis | undefined> {
    const { planned, result, measured, checksum } = proof
    if (result.outcome === 'verified') return undefined
    const { request, loadingRoot } = this.#context
    if (request.isOffline || request.isFrozen || (await loadingRoot).error !== undefined)
      return diagnose(proof, NO_FACTS)
    const isAskedFor = this.#group.artifacts.some(({ path }) => path === planned.path)
    const sbom = planned.kind === 'sbom' ? undefined : await this.papers.sbom()
    const facts = await gatherFacts(
      {
        proof,
        measured: measured?.sha256,
        pin: isAskedFor ? request.expectedSha256 : undefined,
        checksum: checksum?.value,
        ...toFactsInput(planned, sbom?.document.value),
      },
      await toFactsContext(this.#context),
    )
    return diagnose(proof, facts)
  }

  #prove(planned: PlannedArtifact): Promise<ArtifactProof> {
    return provePlanned(planned, { group: this.#group, papers: this.papers, context: this.#context })
  }

  async #proveSbom(planned: PlannedArtifact): Promise<SbomProof> {
    const proof = await this.#prove(planned)
    const error = new CodedError('RELEASE_BINDING_UNAVAILABLE', 'what was proven is no SBOM')
    return { ...proof, document: proof.document ?? { error } }
  }
}
