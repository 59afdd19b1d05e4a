// What lies beside a proof, by the built programs: the same world to `get`, to `files` and to an audit. One good proof
// is enough; what lies beside it is said, and decides nothing.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AuditReport } from '../../src/audit/audit-report.js'
import { bundleV1, bundleV2 } from '../../src/lab/bundles.js'
import { readAll } from '../../src/lab/content.js'
import { TARGET } from '../../src/lab/hostile.js'
import {
  IMAGE_SIGNER,
  INDEX_TYPE,
  STAGING_SIGNER,
  imagePayload,
  sha256,
  signPayload,
  toBytes,
} from '../../src/lab/images.js'
import { LabRegistry } from '../../src/lab/lab-registry.js'
import { switchedOff } from '../../src/lab/rekor-api.js'
import { SBOM_PATH, type SignedArtifact, signArtifact } from '../../src/lab/release.js'
import { type StepResult, runProgram } from '../../src/lab/runner.js'
import { createTimestampAuthority } from '../../src/lab/timestamp-authority.js'
import { type Behaviour, behaviours } from '../../src/lab/web-server.js'
import { DIST } from '../support/folders.js'
import { codesOf, warningsOf, withJob } from '../support/job.js'

const { lab, release, job } = await withJob((started) =>
  started.publish({ version: 'v1.35.2', paths: [TARGET] }),
)
const kubectl = (): SignedArtifact => release.artifact(TARGET)
const DAY_MS = 24 * 3600_000

interface Both {
  readonly get: readonly [number | null, string[]]
  readonly warnings: string[]
  readonly audit: readonly [string | undefined, string[]]
}

async function get(): Promise<StepResult> {
  return job.step({ artifacts: 'kubectl', 'cross-check': 'false' })
}

async function audit(): Promise<AuditReport['releases'][number]['artifacts'][number] | undefined> {
  const folder = join(job.folder, `audit-${Math.random()}`)
  const argv = ['audit', '--version', 'v1.35.2', '--artifacts', 'kubectl', '--os', 'linux', '--arch', 'amd64']
  const servers = Object.entries(job.servers).flatMap(([name, value]) => [`--${name}`, value])
  await runProgram(join(DIST, 'cli.js'), [...argv, ...servers, '--report', folder])
  const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as AuditReport
  return report.releases[0]?.artifacts.find(({ path }) => path === TARGET)
}

async function askBoth(): Promise<Both> {
  const got = await get()
  const audited = await audit()
  return {
    get: [got.code, codesOf(got)],
    warnings: warningsOf(got),
    // That something was signed again is so in a lab that several tests share.
    audit: [
      audited?.outcome,
      (audited?.findings ?? [])
        .filter(({ code }) => code !== 'SIGNED_AGAIN')
        .map(({ code, severity }) => `${code} ${severity}`),
    ],
  }
}

const serve = (ending: string, what: Behaviour | object | string): void => {
  const behaviour = typeof what === 'function' ? (what as Behaviour) : undefined
  const body = typeof what === 'string' ? what : JSON.stringify(what)
  lab.cdn.override(`${TARGET}${ending}`, behaviour ?? behaviours.body(body))
}
const bundle = (): object => bundleV1(lab, kubectl())
interface BundleJson {
  verificationMaterial: {
    tlogEntries: { inclusionPromise?: object; inclusionProof?: object }[]
    timestampVerificationData?: { rfc3161Timestamps: { signedTimestamp: string }[] }
  }
  messageSignature: { signature: string }
}
interface ImageReport {
  artifacts: { verification: { checks: { id: string; status: string }[] } }[]
}
const changed = (change: (json: BundleJson) => void): object => {
  const json = structuredClone(bundle()) as BundleJson
  change(json)
  return json
}
const unsigned = (): void => {
  for (const ending of ['.sig', '.cert']) serve(ending, behaviours.status(404))
}
const DISREGARDED = 'EVIDENCE_DISREGARDED warning'

describe('verified by the one, and the other is said', () => {
  test.each<[string, () => Promise<void> | void, string]>([
    [
      'a good pair, and a bundle with another signature',
      () =>
        serve(
          '.sigstore.json',
          changed((json) => void (json.messageSignature.signature = 'MAYCAQECAQE=')),
        ),
      'the bundle beside it proves nothing: signature: ',
    ],
    [
      'a good pair, and HTML under the bundle’s name',
      () => serve('.sigstore.json', behaviours.html()),
      'the bundle beside it proves nothing: ',
    ],
    [
      'a good pair, and an attestation under the bundle’s name',
      async () => {
        const statement = { _type: 'https://in-toto.io/Statement/v1', predicateType: 'x', subject: [] }
        serve('.sigstore.json', await bundleV2(lab, readAll(kubectl().content), { statement }))
      },
      'the bundle beside it proves nothing: ',
    ],
    [
      'a good bundle, and a pair of two signing runs',
      async () => {
        const again = await signArtifact(kubectl().content, lab.signing)
        serve('.sigstore.json', bundle())
        serve('.sig', (again.sidecars['.sig'] ?? '').toString())
      },
      'the .sig and the .cert beside it prove nothing: signature: ',
    ],
  ])('%s', async (_, apply, sentence) => {
    await apply()
    const { get: got, warnings, audit: audited } = await askBoth()
    expect(got).toEqual([0, []])
    expect(warnings).toEqual([expect.stringContaining(`kubectl v1.35.2 is proven; ${sentence}`)])
    expect(audited).toEqual(['verified', [DISREGARDED]])
  })
})

describe('verified, with nothing to say', () => {
  test('a good bundle alone', async () => {
    serve('.sigstore.json', bundle())
    unsigned()
    const { get: got, warnings, audit: audited } = await askBoth()
    expect([got, warnings, audited]).toEqual([[0, []], [], ['verified', []]])
  })

  test('a bundle with a Rekor v1 and a v2 entry, of which one holds: that one alone is written and locked', async () => {
    const v2 = (await bundleV2(lab, readAll(kubectl().content))) as BundleJson
    const both = changed(({ verificationMaterial }) => {
      verificationMaterial.tlogEntries.unshift(...v2.verificationMaterial.tlogEntries)
    })
    serve('.sigstore.json', both)
    unsigned()
    const lockFile = join(job.folder, 'lock.json')
    const { code, outputs } = await job.step({ artifacts: 'kubectl', 'lock-file': lockFile })
    expect(code).toBe(0)
    const written = JSON.parse(await readFile(`${outputs['path']}.sigstore.json`, 'utf8')) as BundleJson
    const lock = JSON.parse(await readFile(lockFile, 'utf8')) as {
      artifacts: { path: string; bundle: BundleJson }[]
    }
    const locked = lock.artifacts.find(({ path }) => path === TARGET)?.bundle
    for (const each of [written, locked])
      expect(each?.verificationMaterial.tlogEntries).toMatchObject([{ inclusionPromise: {} }])
    expect((await audit())?.outcome).toBe('verified')
  })
})

test('an image: under its tag the staging signer’s signature, and the promoter’s bundle refers to it', async () => {
  const registry = await LabRegistry.start({ referrers: 'list' })
  try {
    const digest = await registry.pushImage('kube-apiserver', 'v1.35.2')
    const payload = toBytes(imagePayload(digest))
    await registry.pushSignatures('kube-apiserver', digest, [
      await signPayload(lab, payload, { identity: STAGING_SIGNER }),
    ])
    const statement = {
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: 'https://sigstore.dev/cosign/sign/v1',
      subject: [{ name: 'x/kube-apiserver', digest: { sha256: digest.slice('sha256:'.length) } }],
    }
    const promoted = await bundleV2(lab, Buffer.alloc(0), { statement, identity: IMAGE_SIGNER })
    const manifest = { mediaType: INDEX_TYPE, size: 1, digest }
    const reference = `${registry.host}/kube-apiserver:v1.35.2`
    const argv = ['image', reference, '--rekor-url', lab.rekorUrl, '--trusted-root', job.trustedRoot]
    const alone = await runProgram(join(DIST, 'cli.js'), argv)
    expect([alone.code, alone.stdout + alone.stderr]).toEqual([
      1,
      expect.stringContaining('IDENTITY_MISMATCH'),
    ])
    await registry.pushBundle('kube-apiserver', manifest, toBytes(promoted))
    expect((await runProgram(join(DIST, 'cli.js'), argv)).code).toBe(0)
  } finally {
    await registry.close()
  }
})

describe('timestamps of authorities that nobody knows decide nothing', () => {
  test.each([
    ['beside a good promise', false],
    ['beside one of an authority that is known', true],
  ])('%s', async (_, hasKnown) => {
    const stranger = await createTimestampAuthority(lab.authority.validFrom, lab.authority.validTo)
    const { signature } = kubectl()
    const time = new Date(lab.signing.signedAt.getTime() + 2000)
    const stamps = [stranger.stamp(signature, time), ...(hasKnown ? [lab.tsa.stamp(signature, time)] : [])]
    serve(
      '.sigstore.json',
      changed(({ verificationMaterial }) => {
        verificationMaterial.timestampVerificationData = {
          rfc3161Timestamps: stamps.map((der) => ({ signedTimestamp: der.toString('base64') })),
        }
      }),
    )
    unsigned()
    const { get: got, audit: audited } = await askBoth()
    expect([got, audited[0]]).toEqual([[0, []], 'verified'])
  })
})

describe('not verified', () => {
  test.each<[string, () => Promise<void> | void, number, string, string]>([
    [
      'a pair that no log has',
      async () => {
        const other = await signArtifact(kubectl().content, { ...lab.signing, log: lab.otherLog })
        for (const ending of ['.sig', '.cert']) serve(ending, (other.sidecars[ending] ?? '').toString())
      },
      3,
      'EVIDENCE_LOG_ENTRY_MISSING',
      'unverifiable',
    ],
    [
      'a bundle that was stripped of its proof, though the promise is good',
      () => {
        unsigned()
        serve(
          '.sigstore.json',
          changed(({ verificationMaterial: { tlogEntries } }) => delete tlogEntries[0]?.inclusionProof),
        )
      },
      3,
      'LOG_INCLUSION_UNPROVEN',
      'unverifiable',
    ],
    [
      'a bundle that was stripped of its promise, though the proof is good',
      () => {
        unsigned()
        serve(
          '.sigstore.json',
          changed(({ verificationMaterial: { tlogEntries } }) => delete tlogEntries[0]?.inclusionPromise),
        )
      },
      3,
      'LOG_TIME_UNPROVEN',
      'unverifiable',
    ],
    [
      'a good pair, but a .sha256 file that contradicts',
      () => serve('.sha256', '0'.repeat(64)),
      1,
      'DIGEST_MISMATCH',
      'unverifiable',
    ],
  ])('%s', async (_, apply, code, error, outcome) => {
    await apply()
    const { get: got, audit: audited } = await askBoth()
    expect(got).toEqual([code, [error]])
    expect(audited[0]).not.toBe('verified')
    if (error !== 'DIGEST_MISMATCH') expect(audited[0]).toBe(outcome)
  })
})

describe('an entry that somebody logged again, long after the certificate’s end', () => {
  const late = (): Date => new Date(lab.now.getTime() - DAY_MS)
  const logAgain = (...trees: (typeof lab.log)[]): void => {
    for (const tree of trees)
      for (const path of [TARGET, SBOM_PATH]) tree.logAgain(release.artifact(path).entry, late())
  }

  test.each([
    ['in a shard of the same key', () => [lab.nextTree]],
    ['in one of another key', () => [lab.activeTree]],
    ['in both', () => [lab.nextTree, lab.activeTree]],
  ])('%s: get, its lock and its cache, files, a lone file, and six audits are verified', async (_, trees) => {
    logAgain(...trees())
    const lockFile = join(job.folder, 'lock.json')
    const got = await job.step({ artifacts: 'kubectl', 'lock-file': lockFile })
    expect([got.code, codesOf(got), warningsOf(got)]).toEqual([0, [], []])
    expect(got.outputs['log-index']).toBe(String(lab.log.answer(kubectl().entry).logIndex))
    lab.rekor.requests.length = 0
    expect((await job.step({ artifacts: 'kubectl', 'lock-file': lockFile, frozen: 'true' })).code).toBe(0)
    expect(lab.rekor.requests).toEqual([])
    const folder = join(job.folder, 'files')
    await mkdir(folder)
    await writeFile(join(folder, 'kubectl'), readAll(kubectl().content))
    const alone = ['verify', join(folder, 'kubectl')]
    const servers = Object.entries(job.servers).flatMap(([name, value]) => [`--${name}`, value])
    expect((await runProgram(join(DIST, 'cli.js'), [...alone, ...servers])).code).toBe(0)
    for (const ending of ['.sig', '.cert'])
      await writeFile(join(folder, `kubectl${ending}`), kubectl().sidecars[ending] ?? '')
    const files = await job.verify({ files: join(folder, 'kubectl') })
    expect([files.code, codesOf(files)]).toEqual([0, []])
    for (let turn = 0; turn < 6; turn++) expect((await audit())?.outcome).toBe('verified')
  })

  test.each([
    ['in a shard of the same key', () => [lab.nextTree]],
    ['in one of another key', () => [lab.activeTree]],
    ['in both', () => [lab.nextTree, lab.activeTree]],
  ])('%s: export is verified, and what it writes proves itself offline', async (_, trees) => {
    logAgain(...trees())
    const folder = join(job.folder, 'export')
    const scope = ['--version', 'v1.35.2', '--artifacts', 'kubectl', '--os', 'linux', '--arch', 'amd64']
    const servers = Object.entries(job.servers).flatMap(([name, value]) => [`--${name}`, value])
    const exported = await runProgram(join(DIST, 'cli.js'), [
      'export',
      '--output',
      folder,
      ...scope,
      ...servers,
    ])
    expect([exported.code, exported.stderr]).toEqual([0, expect.not.stringContaining('::warning')])
    const files = await readdir(folder, { recursive: true })
    const bundle = files.find((file) => file.endsWith('kubectl.sigstore.json')) ?? ''
    const { verificationMaterial } = JSON.parse(await readFile(join(folder, bundle), 'utf8')) as BundleJson
    // The copy that its signer logged, and no later one.
    const logIndex = String(lab.log.answer(kubectl().entry).logIndex)
    expect(verificationMaterial.tlogEntries).toMatchObject([{ logIndex }])
    const file = join(folder, bundle.replace('.sigstore.json', ''))
    const alone = ['verify', file, '--offline', '--trusted-root', job.trustedRoot]
    expect((await runProgram(join(DIST, 'cli.js'), alone)).code).toBe(0)
  })

  test.each([
    ['in a shard of the same key', () => [lab.nextTree]],
    ['in one of another key', () => [lab.activeTree]],
    ['in both', () => [lab.nextTree, lab.activeTree]],
  ])('%s: an image is verified, by its tag and by a signature that refers to it', async (_, trees) => {
    const registry = await LabRegistry.start({ referrers: 'list' })
    try {
      for (const [name, isTagged] of [
        ['kube-apiserver', true],
        ['kube-scheduler', false],
      ] as const) {
        const digest = await registry.pushImage(name, 'v1.35.2')
        const payload = toBytes(imagePayload(digest, 'cosign container image signature', name))
        const signature = await signPayload(lab, payload)
        const manifest = { mediaType: INDEX_TYPE, size: 1, digest }
        if (isTagged) await registry.pushSignatures(name, digest, [signature])
        else await registry.pushReferringSignatures(name, manifest, [signature])
        for (const entry of lab.log.search(sha256(payload)))
          for (const tree of trees()) tree.logAgain(entry, late())
        const argv = ['image', `${registry.host}/${name}:v1.35.2`, '--rekor-url', lab.rekorUrl]
        const { code, stdout } = await runProgram(join(DIST, 'cli.js'), [
          ...argv,
          ...['--trusted-root', job.trustedRoot, '--format', 'json'],
        ])
        const report = JSON.parse(stdout) as ImageReport
        const checks = report.artifacts.flatMap(({ verification }) => verification.checks)
        // The proof is of the very copy that was promised.
        expect([code, checks.find(({ id }) => id === 'inclusion-proof')?.status]).toEqual([0, 'passed'])
      }
    } finally {
      await registry.close()
    }
  })

  test.each([404, 405, 501])(
    'a log whose `retrieve` answers %i: the shards are asked one by one',
    async (status) => {
      logAgain(lab.nextTree, lab.activeTree)
      lab.rekor.override('entries/retrieve', status === 501 ? switchedOff : behaviours.status(status))
      const got = await get()
      expect([got.code, codesOf(got)]).toEqual([0, []])
      const asked = lab.rekor.requests.map(({ method, url }) => `${method} ${url}`)
      expect(asked).toContain('GET /api/v1/log')
      for (const tree of [lab.log, lab.nextTree, lab.activeTree])
        expect(asked).toContain(`GET /api/v1/log/entries/${tree.uuid(kubectl().entry.leafHash)}`)
      // No waiting: what a log does not offer it does not offer in a second.
      expect(asked.filter((each) => each.startsWith('POST')).length).toBeLessThanOrEqual(2)
    },
  )

  test('a mirror that knows the leaf hash alone, and has the genuine copy', async () => {
    lab.rekor.override('entries/retrieve', behaviours.status(404))
    lab.rekor.override('/api/v1/log', behaviours.status(404))
    expect((await get()).code).toBe(0)
    expect(lab.rekor.requests.every(({ method }) => method === 'GET')).toBe(true)
  })

  test('the late copy alone: rejected where every shard answered, unverifiable where one did not', async () => {
    const other = await signArtifact(kubectl().content, { ...lab.signing, log: lab.otherLog })
    for (const ending of ['.sig', '.cert']) serve(ending, (other.sidecars[ending] ?? '').toString())
    lab.activeTree.logAgain(other.entry, late())
    const complete = await askBoth()
    expect([complete.get[0], complete.audit[0]]).toEqual([1, 'rejected'])
    lab.rekor.override('entries/retrieve', behaviours.status(404))
    const byShard = await get()
    expect(byShard.code).toBe(1)
    lab.rekor.override('/api/v1/log', behaviours.status(404))
    const unknown = await askBoth()
    expect([unknown.get, unknown.audit[0]]).toEqual([[3, ['FETCH_HTTP_STATUS']], 'unverifiable'])
  })
})
