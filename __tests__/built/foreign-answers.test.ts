// A page on the web, nothing, half an answer and somebody else's JSON in the place of every single file and answer, by
// the built programs: nothing of that contradicts, so that nothing is rejected and nothing crashes.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IMAGE_SIGNER, imagePayload, signPayload, toBytes } from '../../src/lab/images.js'
import { LabRegistry } from '../../src/lab/lab-registry.js'
import { runProgram } from '../../src/lab/runner.js'
import { type Behaviour, behaviours } from '../../src/lab/web-server.js'
import { DIST } from '../support/folders.js'
import { codesOf, withJob } from '../support/job.js'

const { lab, release, job } = await withJob()
const KUBECTL = 'bin/linux/amd64/kubectl'
const SBOM = 'kubernetes-release.spdx'

const FOREIGN: readonly [string, () => Behaviour][] = [
  ['a page on the web', behaviours.html],
  ['nothing', () => behaviours.body('')],
  ['half of it', () => behaviours.rewrite((genuine) => genuine.subarray(0, genuine.length / 2))],
  ['other JSON', () => behaviours.body('{"error":"sign in"}')],
]
/** Of a file whose digest is published, half of it and other JSON are other bytes: that is read, and contradicts. */
const IS_READ: Readonly<Record<string, string>> = {
  [KUBECTL]: 'DIGEST_MISMATCH',
  [SBOM]: 'RELEASE_SBOM_REJECTED',
}

const FILES = [
  `${KUBECTL}.sha256`,
  `${KUBECTL}.sig`,
  `${KUBECTL}.cert`,
  `${SBOM}.sha256`,
  `${SBOM}.sig`,
  `${SBOM}.cert`,
]

/** Half a signature is no DER. */
const UNJUDGED = [
  'FETCH_ANSWER_UNEXPECTED',
  'EVIDENCE_UNREADABLE',
  'SIGNATURE_INVALID',
  'RELEASE_BINDING_UNAVAILABLE',
]

describe.each(FOREIGN)('%s', (name, behave) => {
  test.each([KUBECTL, SBOM, ...FILES])('get, in the place of %s', async (file) => {
    lab.cdn.override(`/${file}`, behave())
    const result = await job.step()
    const codes = codesOf(result)
    if (file in IS_READ && ['half of it', 'other JSON'].includes(name)) {
      expect([result.code, codes]).toEqual([1, [IS_READ[file]]])
      return
    }
    expect([result.code, codes.length]).toEqual([3, 1])
    expect(UNJUDGED).toContain(codes[0])
    expect(['network', 'unreadable']).toContain(result.outputs['reason'])
  })

  test('get, in the place of every answer of the log', async () => {
    lab.rekor.override('', behave())
    const result = await job.step()
    expect([result.code, codesOf(result)]).toEqual([3, ['FETCH_ANSWER_UNEXPECTED']])
    expect(result.outputs).toMatchObject({ code: 'FETCH_ANSWER_UNEXPECTED', reason: 'network' })
  })

  test('audit, in the place of a signature, and of every answer of the log', async () => {
    for (const server of ['cdn', 'rekor'] as const) {
      lab[server].override(server === 'cdn' ? `/${KUBECTL}.sig` : '', behave())
      const folder = await mkdtemp(join(tmpdir(), 'foreign-'))
      const servers = ['--release-url', lab.releaseUrl, '--rekor-url', lab.rekorUrl]
      const argv = ['audit', '--version', 'v1.35.2', '--artifacts', 'kubectl', '--report', folder, ...servers]
      const run = await runProgram(join(DIST, 'cli.js'), [...argv, '--trusted-root', job.trustedRoot])
      await rm(folder, { recursive: true })
      expect([server, run.code]).toEqual([server, 3])
      lab.reset()
    }
  })

  test('verify, in the place of every answer of the log', async () => {
    lab.rekor.override('', behave())
    const digest = `sha256:${release.artifact(KUBECTL).sha256}`
    const servers = ['--rekor-url', lab.rekorUrl]
    const argv = ['verify', digest, ...servers, '--trusted-root', job.trustedRoot, '--format', 'json']
    const pair = ['signature', 'certificate'].map((what) => join(job.folder, what))
    for (const [index, ending] of ['.sig', '.cert'].entries())
      await writeFile(pair[index] ?? '', release.artifact(KUBECTL).sidecars[ending] ?? '')
    const named = ['--signature', pair[0] ?? '', '--certificate', pair[1] ?? '']
    const run = await runProgram(join(DIST, 'cli.js'), [...argv, ...named])
    const { code, reason } = JSON.parse(run.stdout) as { code: string; reason: string }
    expect([run.code, code, reason]).toEqual([3, 'FETCH_ANSWER_UNEXPECTED', 'network'])
  })
  test('image, in the place of every answer of the registry and the log', async () => {
    const registry = await LabRegistry.start({ referrers: 'list' })
    const argv = ['image', `${registry.host}/kube-apiserver:v1.35.2`, '--rekor-url', lab.rekorUrl]
    const verify = (): ReturnType<typeof runProgram> =>
      runProgram(join(DIST, 'cli.js'), [...argv, '--trusted-root', job.trustedRoot, '--format', 'json'])
    try {
      const digest = await registry.pushImage('kube-apiserver', 'v1.35.2')
      const signed = await signPayload(lab, toBytes(imagePayload(digest)), { identity: IMAGE_SIGNER })
      await registry.pushSignatures('kube-apiserver', digest, [signed])
      expect((await verify()).code).toBe(0)
      const places = [registry.server, lab.rekor].flatMap((server) =>
        [...new Set(server.requests.map(({ url }) => url))].map((url) => ({ server, url })),
      )
      expect(places).toHaveLength(4)
      const ends: [string, number | null, string | undefined][] = []
      for (const { server, url } of places) {
        server.override(url, behave())
        const { code, stdout } = await verify()
        ends.push([url, code, (JSON.parse(stdout) as { reason?: string }).reason])
        server.reset()
      }
      // What is asked beside a proof that holds may be anything; of the rest nothing is a contradiction.
      const odd = ends.filter(
        ([, code, reason]) =>
          code !== 0 && !(code === 3 && ['network', 'unreadable', 'unsigned'].includes(reason ?? '')),
      )
      expect(odd).toEqual([])
      expect(ends.filter(([, code]) => code === 3).length).toBeGreaterThan(2)
    } finally {
      await registry.close()
    }
  })
})
