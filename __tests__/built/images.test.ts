// Container images, by the built programs: against a real registry, against hostile ones, and with real evidence.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditReport } from '../../src/audit/audit-report.js'
import { toLeafHash } from '../../src/evidence/log-body.js'
import { bundleV2 } from '../../src/lab/bundles.js'
import {
  DockerRegistry,
  IMAGE_SIGNER,
  MANIFEST_TYPE,
  STAGING_SIGNER,
  type SignatureLayer,
  describe as toDescriptor,
  imagePayload,
  sha256,
  signPayload,
  signatureManifest,
  toBytes,
} from '../../src/lab/images.js'
import { type Finished, runProgram } from '../../src/lab/runner.js'
import { type Answer, WebServer, behaviours, text } from '../../src/lab/web-server.js'
import { DIST, sharedFolder } from '../support/folders.js'
import { codesOf, withJob } from '../support/job.js'
import { type JsonPath, changeAt, leavesOf } from '../support/json.js'

const APISERVER = 'kube-apiserver'

const { lab, job } = await withJob()
/** Of the whole suite: one test reads what another wrote. */
let folder: string
let root: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'images-'))
  root = await lab.writeTrustedRoot(folder)
})
afterAll(() => rm(folder, { recursive: true }))

interface Outcome {
  code: number | null
  outcome: string
  error: string | undefined
  pinned: (string | undefined)[]
  checks: Record<string, string>
  text: string
}

async function image(reference: string, ...flags: string[]): Promise<Outcome> {
  const argv = ['image', reference, '--rekor-url', lab.rekorUrl, '--format', 'json']
  if (!flags.includes('--trusted-root')) argv.push('--trusted-root', root)
  const finished: Finished = await runProgram(join(DIST, 'cli.js'), [...argv, ...flags])
  const report = JSON.parse(finished.stdout) as {
    outcome: string
    error?: { code: string }
    artifacts: {
      pinned?: string
      verification: { checks: { id: string; status: string; code?: string }[] }
    }[]
  }
  const checks = report.artifacts.flatMap(({ verification }) => verification.checks)
  return {
    code: finished.code,
    outcome: report.outcome,
    error: report.error?.code,
    pinned: report.artifacts.map(({ pinned }) => pinned),
    checks: Object.fromEntries(checks.map(({ id, status, code }) => [id, code ?? status])),
    text: finished.stdout + finished.stderr,
  }
}

const installed = DockerRegistry.isInstalled()
if (!installed)
  process.stderr.write('\n!!! docker-registry is absent: tests of images are SKIPPED, not passed !!!\n')
const withRegistry = installed ? describe : describe.skip

withRegistry('a real registry', () => {
  let registry: DockerRegistry
  let reference: string
  let digest: string
  let signatures: SignatureLayer[]

  beforeAll(async () => {
    registry = await DockerRegistry.start()
    digest = await registry.pushImage(APISERVER, 'v1.35.2')
    reference = `${registry.host}/${APISERVER}:v1.35.2`
    const payload = toBytes(imagePayload(digest))
    signatures = [
      await signPayload(lab, payload, { identity: STAGING_SIGNER }),
      await signPayload(lab, payload),
    ]
    await registry.pushSignatures(APISERVER, digest, signatures)
  })
  afterAll(() => registry.stop())

  test('by tag and by digest: the second signature is the promoter’s, and the digest is pinned', async () => {
    const pinned = `${registry.host}/${APISERVER}@${digest}`
    for (const each of [reference, pinned, `${reference}@${digest}`]) {
      const result = await image(each)
      expect([result.code, result.outcome, result.pinned]).toEqual([0, 'verified', [pinned]])
      expect(result.checks).toMatchObject({
        signature: 'passed',
        'certificate-identity': 'passed',
        'inclusion-proof': 'passed',
        'signed-entry-timestamp': 'passed',
        'image-payload': 'passed',
      })
    }
  })

  test('the log out of reach: its promise suffices, and the report says so', async () => {
    lab.rekor.override('', behaviours.status(503))
    const result = await image(reference)
    expect(result.code).toBe(0)
    expect(result.checks).toMatchObject({
      'inclusion-proof': 'LOG_INCLUSION_UNPROVEN',
      'signed-entry-timestamp': 'passed',
    })
    expect(result.text).toContain("is proven by the log's promise alone")
  })

  test('the log denies the entry that it promised: nothing proves it', async () => {
    const promise = signatures[1]?.annotations['dev.sigstore.cosign/bundle'] ?? ''
    const { Payload } = JSON.parse(promise) as { Payload: { body: string } }
    const leafHash = toLeafHash(Buffer.from(Payload.body, 'base64')).hex
    for (const path of ['', leafHash]) {
      lab.rekor.override(path, behaviours.status(404))
      const result = await image(reference)
      expect([path, result.code, result.outcome, result.pinned]).toEqual([
        path,
        3,
        'unverifiable',
        [undefined],
      ])
      expect(result.checks).toMatchObject({
        'certificate-identity': 'passed',
        'inclusion-proof': 'EVIDENCE_LOG_ENTRY_MISSING',
      })
      lab.reset()
    }
  })

  test('by another signer than is wanted: who it is instead is named', async () => {
    const identity = ['--certificate-identity', 'somebody@example.com']
    const result = await image(reference, ...identity)
    expect([result.code, result.checks['certificate-identity'], result.pinned]).toEqual([
      1,
      'IDENTITY_MISMATCH',
      [undefined],
    ])
    expect(result.text).toMatch(/that of the Kubernetes (release signer|image promoter)/)
    expect((await image(reference, '--certificate-identity', STAGING_SIGNER)).code).toBe(0)
  })

  test.each<[string, (repository: string, digest: string) => Promise<SignatureLayer[]>, string]>([
    [
      'that is about another image',
      async () => [
        await signPayload(
          lab,
          toBytes(imagePayload(sha256(Buffer.from('another')), undefined, 'that-is-about-another-image')),
        ),
      ],
      'IMAGE_PAYLOAD_MISMATCH',
    ],
    [
      'of another type',
      async (_, of) => [await signPayload(lab, toBytes(imagePayload(of, 'something else')))],
      'EVIDENCE_UNREADABLE',
    ],
    [
      'by the staging signer alone',
      async (name, of) => [
        await signPayload(lab, toBytes(imagePayload(of, undefined, name)), { identity: STAGING_SIGNER }),
      ],
      'IDENTITY_MISMATCH',
    ],
    [
      'without a promise of the log',
      async (name, of) => {
        const layer = await signPayload(lab, toBytes(imagePayload(of, undefined, name)))
        const { 'dev.sigstore.cosign/bundle': dropped = '', ...annotations } = layer.annotations
        expect(dropped).not.toBe('')
        return [{ ...layer, annotations }]
      },
      'EVIDENCE_LOG_ENTRY_MISSING',
    ],
  ])('a signature %s', async (name, sign, code) => {
    const repository = name.replace(/[^a-z]+/g, '-')
    const of = await registry.pushImage(repository, 'v1')
    await registry.pushSignatures(repository, of, await sign(repository, of))
    const result = await image(`${registry.host}/${repository}:v1`)
    expect(result.code).toBe(['EVIDENCE_LOG_ENTRY_MISSING', 'EVIDENCE_UNREADABLE'].includes(code) ? 3 : 1)
    expect(Object.values(result.checks)).toContain(code)
    expect(result.pinned).toEqual([undefined])
  })

  test('no signature, and no image', async () => {
    await registry.pushImage('unsigned', 'v1')
    const unsigned = await image(`${registry.host}/unsigned:v1`)
    expect([unsigned.code, unsigned.checks['signature']]).toEqual([3, 'IMAGE_SIGNATURE_MISSING'])
    const missing = await image(`${registry.host}/missing:v1`)
    expect([missing.code, missing.checks['signature']]).toEqual([3, 'IMAGE_NOT_FOUND'])
  })

  describe('of a release, by the action', () => {
    test('beside a binary: outputs give the reference by digest', async () => {
      const inputs = { artifacts: 'kubectl,image:kube-apiserver', 'image-registry': registry.host }
      const result = await job.step(inputs)
      expect(result.code).toBe(0)
      expect(JSON.parse(result.outputs['images'] ?? '')).toEqual({
        [reference]: `${registry.host}/${APISERVER}@${digest}`,
      })
      expect(result.outputs['kubectl-path']).toBeDefined()
      expect(JSON.parse(result.outputs['digests'] ?? '')).toMatchObject({ [reference]: digest })
    })

    test('in an audit: what is signed is verified, and what is expected and absent is a finding', async () => {
      const folderOfReport = join(job.runner.folder, 'audit')
      const result = await job.step({
        command: 'audit',
        artifacts: 'kubectl, images',
        'image-registry': registry.host,
        report: folderOfReport,
        'report-formats': 'json',
      })
      expect([result.code, result.outputs['outcome']]).toEqual([3, 'unverifiable'])
      const report = JSON.parse(await readFile(join(folderOfReport, 'report.json'), 'utf8')) as AuditReport
      const images = report.releases[0]?.artifacts.filter(({ kind }) => kind === 'image') ?? []
      expect(
        images.map(({ path, outcome, findings = [] }) => [
          path,
          outcome,
          ...findings.map(({ code }) => code),
        ]),
      ).toEqual([
        [`image:${APISERVER}`, 'verified'],
        ['image:kube-controller-manager', 'unverifiable', 'ARTIFACT_ABSENT'],
        ['image:kube-proxy', 'unverifiable', 'ARTIFACT_ABSENT'],
        ['image:kube-scheduler', 'unverifiable', 'ARTIFACT_ABSENT'],
      ])
      expect(images[0]).toMatchObject({ digest, signer: { certificateIdentity: IMAGE_SIGNER } })
    })

    test('one that is missing: nothing is placed, nothing pinned for use', async () => {
      const result = await job.step({ artifacts: 'kubectl,images', 'image-registry': registry.host })
      expect(result.code).toBe(3)
      expect(codesOf(result)).toEqual(['IMAGE_NOT_FOUND', 'IMAGE_NOT_FOUND', 'IMAGE_NOT_FOUND'])
      expect(result.outputs['path']).toBeUndefined()
      expect(result.path).toEqual([])
    })

    test.each<[Record<string, string>, string]>([
      [{ artifacts: 'image:kubelet' }, 'INPUT_UNKNOWN_ARTIFACT'],
      [{ artifacts: 'images', offline: 'true' }, 'INPUT_CONFLICT'],
      [{ artifacts: 'images', 'lock-file': 'x' }, 'INPUT_CONFLICT'],
      [{ artifacts: 'images', 'image-registry': 'not a host' }, 'INPUT_INVALID'],
    ])('bad input: %j', async (inputs, code) => {
      const result = await job.step(inputs)
      expect({ code: result.code, codes: codesOf(result) }).toEqual({ code: 2, codes: [code] })
    })
  })
})

/** A registry of a few paths, which says what it is told to. */
async function startRegistry(answers: Record<string, Answer | Buffer>): Promise<WebServer> {
  return WebServer.start(({ url = '' }) => {
    const answer = answers[url]
    if (answer === undefined) return text(404, '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}')
    return Buffer.isBuffer(answer) ? text(200, answer.toString()) : answer
  })
}

describe('a hostile registry: refused, with a code, within bounds', () => {
  const MANIFEST = toBytes({ schemaVersion: 2, mediaType: MANIFEST_TYPE, layers: [] })
  const TAG = `/v2/app/manifests/${sha256(MANIFEST).replace(':', '-')}.sig`
  const layer = async (): Promise<SignatureLayer> =>
    signPayload(lab, toBytes(imagePayload(sha256(MANIFEST), undefined, 'app')))

  test.each<[string, () => Promise<Record<string, Answer | Buffer>>, number, string]>([
    [
      'HTML for a manifest',
      () => Promise.resolve({ '/v2/app/manifests/v1': text(200, '<html>') }),
      3,
      'FETCH_ANSWER_UNEXPECTED',
    ],
    [
      'another schema',
      () => Promise.resolve({ '/v2/app/manifests/v1': toBytes({ schemaVersion: 1 }) }),
      3,
      'IMAGE_MANIFEST_MALFORMED',
    ],
    [
      'an oversized manifest',
      () => Promise.resolve({ '/v2/app/manifests/v1': Buffer.alloc(5_000_000, ' ') }),
      3,
      'FETCH_TOO_LARGE',
    ],
    ['status 500', () => Promise.resolve({ '/v2/app/manifests/v1': text(403, '') }), 3, 'FETCH_HTTP_STATUS'],
    [
      'HTML for signatures',
      () => Promise.resolve({ [TAG]: text(200, '<html>') }),
      3,
      'FETCH_ANSWER_UNEXPECTED',
    ],
    [
      'a thousand signatures',
      async () => {
        const one = await layer()
        return { [TAG]: toBytes(signatureManifest(Array.from({ length: 1000 }, () => one))) }
      },
      3,
      'IMAGE_MANIFEST_MALFORMED',
    ],
    [
      'a hundred signatures',
      async () => {
        const one = await layer()
        return { [TAG]: toBytes(signatureManifest(Array.from({ length: 100 }, () => one))) }
      },
      3,
      'IMAGE_MANIFEST_MALFORMED',
    ],
    [
      'half a payload',
      async () => {
        const one = await layer()
        return {
          [TAG]: toBytes(signatureManifest([one])),
          [`/v2/app/blobs/${sha256(one.payload)}`]: one.payload.subarray(0, one.payload.length / 2),
        }
      },
      3,
      'FETCH_ANSWER_UNEXPECTED',
    ],
    [
      'a payload that has another digest',
      async () => {
        const one = await layer()
        return {
          [TAG]: toBytes(signatureManifest([one])),
          [`/v2/app/blobs/${sha256(one.payload)}`]: Buffer.from('evil'),
        }
      },
      1,
      'IMAGE_DIGEST_MISMATCH',
    ],
    [
      'a payload that is not there',
      async () => ({ [TAG]: toBytes(signatureManifest([await layer()])) }),
      3,
      'EVIDENCE_SIGNATURE_MISSING',
    ],
  ])('%s', async (_, answers, code, error) => {
    const registry = await startRegistry({ '/v2/app/manifests/v1': MANIFEST, ...(await answers()) })
    try {
      const result = await image(`${new URL(registry.url).host}/app:v1`)
      expect(result.code).toBe(code)
      expect([result.error, ...Object.values(result.checks)]).toContain(error)
      expect(result.pinned).toEqual([undefined])
    } finally {
      await registry.close()
    }
  })

  test('a token is fetched where the registry says, and sent to it alone', async () => {
    const one = await layer()
    const blob = `/v2/app/blobs/${sha256(one.payload)}`
    const storage = await WebServer.start(() => text(200, one.payload.toString()))
    const registry: WebServer = await WebServer.start(({ url = '', headers }) => {
      if (url.startsWith('/token?')) return text(200, '{"token":"anonymous-token"}')
      if (headers.authorization !== 'Bearer anonymous-token') {
        const challenge = `Bearer realm="${registry.url}/token",service="lab",scope="repository:app:pull"`
        return text(401, '', { 'www-authenticate': challenge })
      }
      if (url === blob) return text(307, '', { location: `${storage.url}/somewhere` })
      if (url === TAG) return text(200, JSON.stringify(signatureManifest([one])))
      return text(200, MANIFEST.toString())
    })
    try {
      expect((await image(`${new URL(registry.url).host}/app:v1`)).code).toBe(0)
      const asked = registry.requests.filter(({ url }) => url.startsWith('/token'))
      expect(asked.map(({ url }) => url)).toEqual(['/token?service=lab&scope=repository%3Aapp%3Apull'])
      expect(storage.requests.map(({ headers }) => headers.authorization)).toEqual([undefined])
    } finally {
      await registry.close()
      await storage.close()
    }
  })

  test.each<[string, object | undefined, number]>([
    ['https://sigstore.dev/cosign/sign/v1', undefined, 0],
    ['https://slsa.dev/verification_summary/v1', undefined, 3],
  ])('a bundle that refers to the image, with a statement of type %s', async (predicateType, _, code) => {
    const subject = [{ digest: { sha256: sha256(MANIFEST).slice(7) } }]
    const statement = { _type: 'https://in-toto.io/Statement/v1', subject, predicateType, predicate: {} }
    const bundle = toBytes(await bundleV2(lab, Buffer.alloc(0), { statement, identity: IMAGE_SIGNER }))
    const artifactType = 'application/vnd.dev.sigstore.bundle.v0.3+json'
    const referrer = toBytes({
      schemaVersion: 2,
      mediaType: MANIFEST_TYPE,
      artifactType,
      layers: [toDescriptor(artifactType, bundle)],
    })
    const manifests = [{ ...toDescriptor(MANIFEST_TYPE, referrer), artifactType }]
    const registry = await startRegistry({
      '/v2/app/manifests/v1': MANIFEST,
      [`/v2/app/referrers/${sha256(MANIFEST)}`]: toBytes({ schemaVersion: 2, manifests }),
      [`/v2/app/manifests/${sha256(referrer)}`]: referrer,
      [`/v2/app/blobs/${sha256(bundle)}`]: bundle,
    })
    try {
      expect((await image(`${new URL(registry.url).host}/app:v1`)).code).toBe(code)
    } finally {
      await registry.close()
    }
  })
})

test.each([
  'pause',
  'pause:3.10',
  'registry.k8s.io/pause',
  'registry.k8s.io/Pause:1',
  'registry.k8s.io/pause@sha256:12',
  'registry.k8s.io/../x:1',
  '',
])('what is no reference is bad input: %j', async (reference) => {
  const { code, error } = await image(reference)
  expect({ code, error }).toEqual({ code: 2, error: 'INPUT_INVALID' })
})

const shared = sharedFolder('evidence')
const withShared = shared === undefined ? describe.skip : describe

withShared('the real evidence of Kubernetes images, under the production root', () => {
  const at = (name: string, file: string): Promise<string> => readFile(join(shared ?? '', name, file), 'utf8')

  interface Real {
    reference: string
    digest: string
    payload: Buffer
    annotations: Record<string, string>
  }
  async function readReal(name: string, repository: string): Promise<Real> {
    const payload = Buffer.from(await at(name, 'payload.json'))
    const { critical } = JSON.parse(payload.toString()) as {
      critical: { image: { 'docker-manifest-digest': string } }
    }
    const digest = critical.image['docker-manifest-digest']
    const bundle = await at(name, 'bundle.json')
    const body = (JSON.parse(bundle) as { Payload: { body: string } }).Payload.body
    const entry = JSON.parse(Buffer.from(body, 'base64').toString()) as {
      spec: { signature: { content: string } }
    }
    return {
      reference: `${repository}@${digest}`,
      digest,
      payload,
      annotations: {
        'dev.cosignproject.cosign/signature': entry.spec.signature.content,
        'dev.sigstore.cosign/certificate': await at(name, 'certificate.pem'),
        'dev.sigstore.cosign/bundle': bundle,
      },
    }
  }

  async function prove({ reference, digest, payload, annotations }: Real): Promise<Outcome> {
    const [repository = ''] = reference.split('@')
    const registry = await startRegistry({
      [`/v2/${repository}/manifests/${digest.replace(':', '-')}.sig`]: toBytes(
        signatureManifest([{ payload, annotations }]),
      ),
      [`/v2/${repository}/blobs/${sha256(payload)}`]: payload,
    })
    try {
      return await image(`${new URL(registry.url).host}/${reference}`, '--trusted-root', 'embedded')
    } finally {
      await registry.close()
    }
  }

  test.each([
    ['pause-3.10', 'pause'],
    ['cluster-api-controller-v1.5.0', 'cluster-api/cluster-api-controller'],
  ])('%s verifies in full', async (name, repository) => {
    const result = await prove(await readReal(name, repository))
    expect([result.code, result.outcome]).toEqual([0, 'verified'])
    expect(result.checks['image-payload']).toBe('passed')
  })

  test('each piece of it, changed, is refused', async () => {
    const genuine = await readReal('pause-3.10', 'pause')
    const bundle: unknown = JSON.parse(genuine.annotations['dev.sigstore.cosign/bundle'] ?? '')
    const withAnnotation = (name: string, value: string): Real => ({
      ...genuine,
      annotations: { ...genuine.annotations, [name]: value },
    })
    const changed: [string, Real][] = [
      [
        'payload',
        { ...genuine, payload: Buffer.from(genuine.payload.toString().replace('ee6521', 'ee6522')) },
      ],
      ['space', { ...genuine, payload: Buffer.concat([genuine.payload, Buffer.from(' ')]) }],
      ...leavesOf(bundle).map((leaf: JsonPath): [string, Real] => [
        leaf.join('.'),
        withAnnotation('dev.sigstore.cosign/bundle', JSON.stringify(changeAt(bundle, leaf))),
      ]),
      ...['signature', 'certificate'].map((name): [string, Real] => {
        const key = `${name === 'signature' ? 'dev.cosignproject' : 'dev.sigstore'}.cosign/${name}`
        return [name, withAnnotation(key, String(changeAt(genuine.annotations[key], [])))]
      }),
    ]
    for (const [what, real] of changed) {
      const { code, pinned } = await prove(real)
      expect([what, code, pinned]).toEqual([what, expect.any(Number), [undefined]])
      expect([1, 3]).toContain(code)
    }
  }, 60_000)
})
