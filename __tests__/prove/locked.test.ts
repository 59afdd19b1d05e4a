// What a lock file holds, proven without the bytes of an artifact, and without a question to the log.
import { type Lab, startLab } from '../../src/lab/lab.js'
import { SOURCE_SBOM_PATH } from '../../src/lab/release.js'
import { type Lock, type LockEntry, parseLock } from '../../src/lock/lock.js'
import { recordLock } from '../../src/lock/record.js'
import type { PlannedGroup } from '../../src/plan/plan.js'
import type { ArtifactProof } from '../../src/prove/artifact-proof.js'
import { proveLocked } from '../../src/prove/locked.js'
import { ReleaseProver } from '../../src/prove/release-prover.js'
import type { Request } from '../../src/request/request.js'
import { decisiveCheck } from '../../src/verify/verification-result.js'
import { inLabWorld } from '../support/lab-world.js'

const VERSION = 'v1.35.2'
const PATHS = ['bin/linux/amd64/kubectl', 'bin/linux/amd64/kubeadm']
const NONE: PlannedGroup = { artifacts: [], images: [], sbom: undefined, papers: undefined }

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
  await lab.publish({ version: VERSION, paths: [...PATHS, SOURCE_SBOM_PATH] })
})
afterAll(() => lab.close())
afterEach(() => lab.reset())

/** Proves a lock file that was written for kubectl and kubeadm, as `edit` has changed it. */
function proveEdited(
  edit: (lock: Lock) => Lock = (lock) => lock,
  { inputs = {}, frozen = {} }: { inputs?: Record<string, string>; frozen?: Partial<Request> } = {},
): Promise<ArtifactProof[]> {
  return inLabWorld(lab, { artifacts: 'kubectl,kubeadm', ...inputs }, async ({ release, context }) => {
    const prover = new ReleaseProver(release, context)
    const proofs = await Promise.all(release.artifacts.map((planned) => prover.artifact(planned)))
    const sbom = await prover.sbom()
    const verified = [...proofs, ...(sbom ? [sbom] : [])].flatMap((proof) => proof.verified ?? [])
    const lock = edit(parseLock(recordLock(context.request, { stable: [VERSION] }, verified)))
    lab.reset()
    const request = { ...context.request, isFrozen: true, ...frozen }
    return proveLocked(lock, { releases: [release], byUrl: NONE }, { ...context, request, lock })
  })
}

const outcomesOf = (proofs: readonly ArtifactProof[]): [string, string, string | undefined][] =>
  proofs.map(({ planned, result }) => [planned.name, result.outcome, decisiveCheck(result)?.code])
const editEntries =
  (edit: (entries: readonly LockEntry[]) => LockEntry[]) =>
  (lock: Lock): Lock => ({
    ...lock,
    artifacts: edit(lock.artifacts),
  })

test('every entry, by its bundle and the SBOM, of which alone the bytes are fetched', async () => {
  const proofs = await proveEdited()
  expect(proofs.map(({ planned: { name }, result }) => [name, result.outcome, result.depth])).toEqual([
    ['kubeadm', 'verified', 'digest'],
    ['kubectl', 'verified', 'digest'],
    ['release-sbom', 'verified', 'full'],
  ])
  expect(lab.rekor.requests).toEqual([])
  expect(lab.cdn.requests.map(({ url }) => url)).toEqual([`/release/${VERSION}/kubernetes-release.spdx`])
})

test('with release-binding off, nothing is fetched, and nothing is bound', async () => {
  const proofs = await proveEdited(undefined, { frozen: { releaseBinding: 'off' } })
  expect(proofs.map(({ result }) => result.outcome)).toEqual(['verified', 'verified', 'verified'])
  const bindings = proofs.flatMap(({ result: { checks } }) =>
    checks.filter(({ id }) => id === 'release-binding'),
  )
  expect(bindings.map(({ status, required }) => [status, required])).toEqual(
    Array.from({ length: 3 }, () => ['not-run', false]),
  )
  expect([...lab.cdn.requests, ...lab.rekor.requests]).toEqual([])
})

test('what the SBOM alone proves', async () => {
  const proofs = await proveEdited(undefined, { inputs: { 'signature-source': 'release-sbom' } })
  expect(proofs.map(({ result: { outcome, signatureSource } }) => [outcome, signatureSource])).toEqual([
    ['verified', 'release-sbom'],
    ['verified', 'release-sbom'],
    ['verified', 'artifact'],
  ])
})

test('an SBOM that is listed nowhere names its release itself', async () => {
  const proofs = await proveEdited(undefined, { inputs: { artifacts: 'kubectl,source-sbom' } })
  expect(outcomesOf(proofs)).toEqual([
    ['kubectl', 'verified', undefined],
    ['release-sbom', 'verified', undefined],
    ['source-sbom', 'verified', undefined],
  ])
  expect(lab.rekor.requests).toEqual([])
})

test('the genuine proof of another artifact is none, and does not touch the others', async () => {
  const swap = editEntries(([kubeadm, kubectl, sbom]) => [
    { ...kubectl, path: kubeadm?.path } as LockEntry,
    kubectl as LockEntry,
    sbom as LockEntry,
  ])
  const proofs = await proveEdited(swap)
  expect(outcomesOf(proofs)).toEqual([
    ['kubeadm', 'rejected', 'RELEASE_BINDING_MISMATCH'],
    ['kubectl', 'verified', undefined],
    ['release-sbom', 'verified', undefined],
  ])
  expect(proofs[0]?.diagnosis?.code).toBe('RELEASE_BINDING_MISMATCH')
})

test('another signer than was asked for', async () => {
  const frozen = { signer: { certificateIdentity: 'me@example.com', oidcIssuer: 'https://issuer.example' } }
  expect(outcomesOf(await proveEdited(undefined, { frozen }))).toEqual([
    ['kubeadm', 'rejected', 'IDENTITY_MISMATCH'],
    ['kubectl', 'rejected', 'IDENTITY_MISMATCH'],
    ['release-sbom', 'rejected', 'IDENTITY_MISMATCH'],
  ])
})

test('an entry of nothing that was planned is never passed over', async () => {
  const add = editEntries((entries) => [...entries, { ...entries[0], path: 'bin/evil' } as LockEntry])
  await expect(proveEdited(add)).rejects.toThrow('an entry was not planned')
})
