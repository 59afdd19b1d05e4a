// Evidence and papers in other forms and under other names than Kubernetes uses today, by the built programs.
import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BundleOptions, bundleV1, bundleV2 } from '../../src/lab/bundles.js'
import { readAll, toContent } from '../../src/lab/content.js'
import { createProvenance } from '../../src/lab/papers.js'
import { SBOM_PATH, type SignedArtifact, signArtifact } from '../../src/lab/release.js'
import { type Finished, runProgram } from '../../src/lab/runner.js'
import { behaviours } from '../../src/lab/web-server.js'
import { DIST } from '../support/folders.js'
import { codesOf, warningsOf, withJob } from '../support/job.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const { lab, release, job } = await withJob()

const cosignBundle = ({ signature, certificatePem, entry }: SignedArtifact): Buffer => {
  const { body, integratedTime, logID, logIndex, verification } = lab.log.answer(entry)
  const Payload = { body, integratedTime, logIndex, logID }
  return Buffer.from(
    JSON.stringify({
      base64Signature: signature.toString('base64'),
      cert: Buffer.from(certificatePem).toString('base64'),
      rekorBundle: { SignedEntryTimestamp: verification.signedEntryTimestamp, Payload },
    }),
  )
}

describe('names beside a file', () => {
  let tool: SignedArtifact
  let stranger: SignedArtifact
  beforeAll(async () => {
    tool = await signArtifact(toContent(randomBytes(64)), lab.signing)
    stranger = await signArtifact(toContent(randomBytes(64)), lab.signing)
  })
  const verify = async (beside: Readonly<Record<string, Buffer>>, ...flags: string[]): Promise<Finished> => {
    const path = join(job.folder, 'tool')
    await writeFile(path, readAll(tool.content))
    for (const [ending, bytes] of Object.entries(beside)) await writeFile(`${path}${ending}`, bytes)
    const root = ['--trusted-root', job.trustedRoot]
    return runProgram(join(DIST, 'cli.js'), ['verify', path, '--rekor-url', lab.rekorUrl, ...root, ...flags])
  }
  const sig = (): Buffer => tool.sidecars['.sig'] as Buffer
  const pem = (): Buffer => Buffer.from(tool.certificatePem)
  const bundle = (): Buffer => Buffer.from(JSON.stringify(bundleV1(lab, tool)))
  const isSearched = (): boolean => lab.rekor.requests.some(({ url }) => url.includes('index/retrieve'))

  test.each<[string, () => Record<string, Buffer>]>([
    ['.sig and .pem', () => ({ '.sig': sig(), '.pem': pem() })],
    ['.sig and .crt', () => ({ '.sig': sig(), '.crt': pem() })],
    ['.signature and .certificate', () => ({ '.signature': sig(), '.certificate': pem() })],
    [
      '.sig, a key in .pem, and .crt',
      () => ({ '.sig': sig(), '.pem': Buffer.from('-----BEGIN PUBLIC KEY-----'), '.crt': pem() }),
    ],
    [
      'an OpenPGP .sig, .signature and .cert in DER',
      () => ({ '.sig': Buffer.of(0x88, 1), '.signature': tool.signature, '.cert': tool.certificate }),
    ],
    ['.sigstore', () => ({ '.sigstore': bundle() })],
    ['.bundle', () => ({ '.bundle': bundle() })],
    ['.cosign.bundle', () => ({ '.cosign.bundle': bundle() })],
    ["cosign's old .bundle, whose proof the log has", () => ({ '.bundle': cosignBundle(tool) })],
    [
      '.bundle of another kind, and .sigstore',
      () => ({ '.bundle': Buffer.from('PK'), '.sigstore': bundle() }),
    ],
    [
      'a checksum file with the name in it',
      () => ({ '.sha256': Buffer.from(`${tool.sha256} *tool\r\n`), '.sigstore.json': bundle() }),
    ],
  ])('%s: verified, and nothing is searched', async (_, beside) => {
    expect((await verify(beside())).code).toBe(0)
    expect(isSearched()).toBe(false)
  })

  test('the promise alone of a named bundle: enough out of the log’s reach, and not where it denies it', async () => {
    const path = join(job.folder, 'old.bundle')
    await writeFile(path, cosignBundle(tool))
    const named = ['--bundle', path]
    const whole = await verify({}, ...named)
    expect([whole.code, whole.stdout.includes("log's promise alone")]).toEqual([0, false])
    const alone = expect.stringContaining("is proven by the log's promise alone") as string
    lab.rekor.override('', behaviours.status(503))
    expect(await verify({}, ...named)).toMatchObject({ code: 0, stderr: alone })
    expect(await verify({}, ...named, '--offline')).toMatchObject({ code: 0, stderr: alone })
    lab.reset()
    lab.rekor.override(tool.entry.leafHash, behaviours.status(404))
    expect(await verify({}, ...named)).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('EVIDENCE_LOG_ENTRY_MISSING') as string,
    })
  })

  test.each<[string, () => Record<string, Buffer>]>([
    ['.sig alone', () => ({ '.sig': sig() })],
    ['.pem alone', () => ({ '.pem': pem() })],
    ['an OpenPGP .sig', () => ({ '.sig': Buffer.from('-----BEGIN PGP SIGNATURE-----') })],
    ['a bundle that is none', () => ({ '.bundle': Buffer.from('PK\u0003\u0004') })],
    [
      "another file's bundle",
      () => ({ '.sigstore.json': Buffer.from(JSON.stringify(bundleV1(lab, stranger))) }),
    ],
    [
      "another file's pair",
      () => ({ '.sig': stranger.sidecars['.sig'] as Buffer, '.cert': stranger.sidecars['.cert'] as Buffer }),
    ],
  ])('%s: no worse than nothing, the log is searched', async (_, beside) => {
    const { code, stdout, stderr } = await verify(beside())
    expect(code).toBe(0)
    expect(stdout + stderr).toMatch(/no proof lies beside .*tool, and its digest was searched in the log/)
  })

  test('where the log knows nothing of it, what lies beside has the last word', async () => {
    tool = { ...tool, content: toContent(randomBytes(64)) }
    const { code, stdout } = await verify({ '.sig': sig(), '.pem': pem() })
    expect([code, stdout]).toEqual([1, expect.stringContaining('SIGNATURE_INVALID')])
  })
})

describe('other algorithms than SHA-256', () => {
  const content = randomBytes(64)
  const hexOf = (hash: string): string => createHash(hash).update(content).digest('hex')
  const statement = (digest: object): object => ({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'tool', digest }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {},
  })
  const verify = async (bundle: object, subject?: string): Promise<Finished> => {
    const path = join(job.folder, 'tool')
    await writeFile(path, content)
    await writeFile(join(job.folder, 'bundle.json'), JSON.stringify(bundle))
    const flags = [
      '--bundle',
      join(job.folder, 'bundle.json'),
      '--trusted-root',
      job.trustedRoot,
      '--verbose',
    ]
    return runProgram(join(DIST, 'cli.js'), ['verify', subject ?? path, ...flags])
  }

  test.each<[string, BundleOptions]>([
    ['a P-384 signature by SHA-384', { curve: 'P-384', hash: 'sha384' }],
    ['a statement about SHA-512', { statement: statement({ sha512: hexOf('sha512') }), asEnvelope: true }],
    [
      'a statement about SHA-384 in capitals',
      { statement: statement({ sha384: hexOf('sha384').toUpperCase() }) },
    ],
  ])('%s: verified with the bytes, and without them unsupported by name', async (_, options) => {
    const bundle = await bundleV2(lab, content, options)
    const withBytes = await verify(bundle)
    expect([withBytes.code, withBytes.stderr]).toEqual([0, expect.any(String)])
    const without = await verify(bundle, `sha256:${hexOf('sha256')}`)
    expect([without.code, without.stdout + without.stderr]).toEqual([
      3,
      expect.stringContaining('supported only where the bytes are at hand'),
    ])
  })

  test('a pair of P-384: over SHA-384 or SHA-256 with the bytes, and without them the one is unsupported', async () => {
    const signing = { ...lab.signing, isP384: true }
    const { sidecars, sha256 } = await signArtifact(toContent(content), signing)
    const other = await signArtifact(toContent(randomBytes(64)), signing)
    const verifyPair = async ({ sidecars: files }: Pick<SignedArtifact, 'sidecars'>, subject?: string) => {
      const path = join(job.folder, 'tool')
      await writeFile(path, content)
      for (const ending of ['.sig', '.cert']) await writeFile(`${path}${ending}`, files[ending] ?? '')
      const where = ['--trusted-root', job.trustedRoot, '--rekor-url', lab.rekorUrl]
      const named = ['--signature', `${path}.sig`, '--certificate', `${path}.cert`]
      return runProgram(join(DIST, 'cli.js'), [
        'verify',
        subject ?? path,
        ...where,
        ...(subject === undefined ? [] : named),
      ])
    }
    const withBytes = await verifyPair({ sidecars })
    expect([withBytes.code, withBytes.stderr]).toEqual([
      0,
      expect.not.stringContaining('no proof lies beside'),
    ])
    const without = await verifyPair({ sidecars }, `sha256:${sha256}`)
    expect([without.code, without.stderr]).toEqual([
      3,
      expect.stringContaining('by sha384 it is supported only where the bytes are at hand'),
    ])
    const wrong = await verifyPair(other)
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('SIGNATURE_INVALID')])
  })

  test('a statement signed by SHA-384 needs no bytes', async () => {
    const options = {
      curve: 'P-384',
      hash: 'sha384',
      statement: statement({ sha256: hexOf('sha256') }),
    } as const
    const bundle = await bundleV2(lab, content, options)
    for (const subject of [undefined, `sha256:${hexOf('sha256')}`])
      expect((await verify(bundle, subject)).code).toBe(0)
  })

  test.each<[string, string, () => Promise<object>]>([
    [
      'a signature over other bytes',
      'SIGNATURE_INVALID',
      () => bundleV2(lab, randomBytes(64), { curve: 'P-384', hash: 'sha384' }),
    ],
    [
      'a statement about other bytes',
      'SUBJECT_MISMATCH',
      () => bundleV2(lab, content, { statement: statement({ sha512: '0'.repeat(128) }) }),
    ],
    [
      'a digest of one algorithm under the name of another',
      'EVIDENCE_UNREADABLE',
      async () =>
        JSON.parse(
          JSON.stringify(await bundleV2(lab, content, { hash: 'sha512' })).replace(
            '"messageDigest":{"algorithm":"SHA2_512"',
            '"messageDigest":{"algorithm":"SHA2_384"',
          ),
        ) as object,
    ],
  ])('%s: %s', async (_, code, bundle) => {
    const result = await verify(await bundle())
    expect(result.code).toBe(code === 'EVIDENCE_UNREADABLE' ? 3 : 1)
    expect(result.stdout + result.stderr).toContain(code)
  })
})

describe('a release', () => {
  const listed = () => [...release.artifacts].filter(([path]) => !path.endsWith('.spdx'))
  const serve = (path: string, text: string | Buffer): void => {
    lab.cdn.override(path, behaviours.body(Buffer.from(text)))
  }
  const publishSbom = async (text: string): Promise<void> => {
    const sbom = await signArtifact(toContent(Buffer.from(text)), lab.signing)
    serve(SBOM_PATH, text)
    for (const [ending, bytes] of Object.entries(sbom.sidecars)) serve(`${SBOM_PATH}${ending}`, bytes)
  }
  const checksums = ({ sha256, sha512 }: SignedArtifact) => [
    { algorithm: 'SHA256', checksumValue: sha256 },
    { algorithm: 'SHA512', checksumValue: sha512 },
  ]
  const namespace = 'https://sbom.k8s.io/v1.35.2/release'
  const spdx2 = (documentNamespace = namespace): string =>
    JSON.stringify({
      spdxVersion: 'SPDX-2.3',
      documentNamespace,
      files: listed().map(([fileName, artifact]) => ({ fileName, checksums: checksums(artifact) })),
    })
  const spdx3 = (): string =>
    JSON.stringify({
      '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
      '@graph': [
        { type: 'SpdxDocument', spdxId: `${namespace}#SPDXRef-DOCUMENT` },
        ...listed().map(([name, artifact]) => ({
          type: 'software_File',
          name,
          verifiedUsing: checksums(artifact).map(({ algorithm, checksumValue: hashValue }) => ({
            type: 'Hash',
            algorithm: algorithm.toLowerCase(),
            hashValue,
          })),
        })),
      ],
    })

  test.each<[string, () => string, number, string[]]>([
    ['SPDX 2.3 in JSON', spdx2, 0, []],
    ['SPDX 3', spdx3, 0, []],
    ['SPDX 2.3 in JSON of another release', () => spdx2('https://sbom.k8s.io/v1.35.1/release'), 1, []],
    ['CycloneDX', () => '{"bomFormat":"CycloneDX"}', 3, []],
  ])('with an SBOM in %s', async (_, text, code) => {
    await publishSbom(text())
    expect((await job.step()).code).toBe(code)
  })

  test.each<[string, () => Promise<object>]>([
    ['v1', () => Promise.resolve(bundleV1(lab, release.artifact(KUBECTL)))],
    ['v2', () => bundleV2(lab, readAll(release.artifact(KUBECTL).content))],
  ])('with a bundle of Rekor %s beside the artifact, and one beside the SBOM', async (version, bundle) => {
    serve(`${KUBECTL}.sigstore.json`, JSON.stringify(await bundle()))
    const sbom = readAll(release.artifact(SBOM_PATH).content)
    const ofSbom = version === 'v1' ? bundleV1(lab, release.artifact(SBOM_PATH)) : await bundleV2(lab, sbom)
    serve(`${SBOM_PATH}.sigstore.json`, JSON.stringify(ofSbom))
    for (const path of [KUBECTL, SBOM_PATH])
      for (const ending of ['.sig', '.cert']) lab.cdn.override(`${path}${ending}`, behaviours.status(404))
    expect((await job.step()).code).toBe(0)
  })

  test('with a checksum file that names the file', async () => {
    const { sha256 } = release.artifact(KUBECTL)
    serve(`${KUBECTL}.sha256`, `${sha256}  kubectl\n`)
    expect((await job.step()).code).toBe(0)
  })

  describe.each(['SHA256SUMS', 'SHA512SUMS', 'provenance.json'])('with a bundle beside %s', (paper) => {
    const bytes = (): Buffer =>
      Buffer.from(
        paper === 'provenance.json'
          ? createProvenance('v1.35.2', listed(), 'v1')
          : listed()
              .map(([path, { sha256, sha512 }]) => `${paper === 'SHA256SUMS' ? sha256 : sha512}  ${path}`)
              .join('\n'),
      )
    const publish = async (signed: Buffer, options: BundleOptions = {}): Promise<void> => {
      serve(paper, bytes())
      serve(`${paper}.sigstore.json`, JSON.stringify(await bundleV2(lab, signed, options)))
    }

    test('its signer and log are checked', async () => {
      await publish(bytes())
      expect((await job.step({ 'cross-check': 'true' })).code).toBe(0)
      expect(lab.cdn.requests.map(({ url }) => url)).toContainEqual(
        expect.stringContaining(`${paper}.sigstore.json`),
      )
    })

    test('over another paper, and by another signer: rejected', async () => {
      await publish(Buffer.from('another paper'))
      const other = await job.step({ 'cross-check': 'true' })
      expect([other.code, codesOf(other)]).toEqual([1, ['RELEASE_PAPER_REJECTED']])
      lab.reset()
      await publish(bytes(), { identity: 'mallory@evil.example' })
      const stranger = await job.step({ 'cross-check': 'true' })
      expect([stranger.code, codesOf(stranger)]).toEqual([1, ['RELEASE_PAPER_REJECTED']])
    })

    test('that cannot be read: nothing is rejected, and a warning names it', async () => {
      serve(paper, bytes())
      serve(`${paper}.sigstore.json`, '{"mediaType":"application/vnd.dev.sigstore.bundle.v9+json"}')
      const step = await job.step({ 'cross-check': 'true' })
      expect([step.code, warningsOf(step).join()]).toEqual([
        0,
        expect.stringContaining('is no version that is known here'),
      ])
    })
  })

  test('with the statement in a bundle beside provenance.json', async () => {
    const text = createProvenance('v1.35.2', listed(), 'v1')
    const bundleOf = async (statement: string): Promise<string> =>
      JSON.stringify(
        await bundleV2(lab, Buffer.alloc(0), {
          statement: JSON.parse(statement) as object,
          asEnvelope: true,
        }),
      )
    serve('provenance.json', JSON.stringify(JSON.parse(text)))
    serve('provenance.json.sigstore.json', await bundleOf(text))
    const step = await job.step({ 'cross-check': 'true' })
    expect([step.code, warningsOf(step).filter((each) => each.includes('provenance'))]).toEqual([0, []])
    serve('provenance.json.sigstore.json', await bundleOf(text.replaceAll('0', '1')))
    const other = await job.step({ 'cross-check': 'true' })
    expect(other.stdout).toContain('holds another statement')
  })

  describe('whose provenance.json is a bundle', () => {
    const statement = (): object => JSON.parse(createProvenance('v1.35.2', listed(), 'v1')) as object

    test('it is unwrapped, its signer and log are checked, and it is cross-checked', async () => {
      const bundle = await bundleV2(lab, Buffer.alloc(0), { statement: statement(), asEnvelope: true })
      serve('provenance.json', JSON.stringify(bundle))
      const step = await job.step({ 'cross-check': 'true' })
      expect(step.code).toBe(0)
      expect(warningsOf(step).filter((warning) => warning.includes('provenance'))).toEqual([])
      expect(step.stdout).not.toContain('provenance-subject: not run')
    })

    test('by another signer it is rejected', async () => {
      const bundle = await bundleV2(lab, Buffer.alloc(0), {
        statement: statement(),
        identity: 'mallory@evil.example',
      })
      serve('provenance.json', JSON.stringify(bundle))
      const step = await job.step({ 'cross-check': 'true' })
      expect([step.code, codesOf(step)]).toEqual([1, ['RELEASE_PAPER_REJECTED']])
    })

    test('with another digest in it, it is rejected', async () => {
      const wrong = JSON.parse(
        JSON.stringify(statement()).replaceAll(release.artifact(KUBECTL).sha256, '0'.repeat(64)),
      ) as object
      serve('provenance.json', JSON.stringify(await bundleV2(lab, Buffer.alloc(0), { statement: wrong })))
      const step = await job.step({ 'cross-check': 'true' })
      expect([step.code, codesOf(step)]).toEqual([1, ['PROVENANCE_SUBJECT_MISMATCH']])
    })
  })
})
