// Certificates and trusted roots as other readers of X.509 take them, by the built command line: nothing but the files.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleV1, bundleV2 } from '../../src/lab/bundles.js'
import { toContent } from '../../src/lab/content.js'
import { type SignOptions, signArtifact } from '../../src/lab/release.js'
import { type Finished, runProgram } from '../../src/lab/runner.js'
import { DIST, ROOT } from '../support/folders.js'
import { withJob } from '../support/job.js'

const SUBJECT = 'sha256:349f92c0c659932ff880c306d08b06bb5064807ea908a620164f92a17988bb83'
const { lab, job } = await withJob()

const cli = (...argv: readonly string[]): Promise<Finished> => runProgram(join(DIST, 'cli.js'), [...argv])

/** One of the cases under fixtures/certificates, with the arguments that its table has. */
const verifyCase = (name: string, identity: string): Promise<Finished> => {
  const at = (ending: string): string => join(ROOT, '__tests__/fixtures/certificates', `${name}.${ending}`)
  const files = ['--bundle', at('sigstore.json'), '--trusted-root', at('trusted_root.json')]
  const signer = [
    '--certificate-identity',
    identity,
    '--certificate-oidc-issuer',
    'https://issuer.lab.example',
  ]
  return cli('verify', SUBJECT, ...files, ...signer, '--offline')
}

test.each<[string, number, string, string?]>([
  ['control', 0, 'verified'],
  ['root-log-upper-case-url', 0, 'verified'],
  ['sct-two', 1, 'CERTIFICATE_TIMESTAMP_INVALID', 'two signed certificate timestamps of one log'],
  ['tsa-two-same-second', 1, 'SIGNED_TIMESTAMP_INVALID', 'gave two timestamps at'],
  ['issuer-name-case', 1, 'CERTIFICATE_UNTRUSTED', 'no certificate authority of the trusted root'],
  ['san-latin1', 1, 'IDENTITY_MISMATCH', 'not exactly one e-mail address or URI in ASCII'],
  ['critical-unknown', 1, 'CERTIFICATE_UNTRUSTED', 'the critical extension 1.2.3.4.5'],
  ['ca-nc-excluded', 1, 'CERTIFICATE_UNTRUSTED', 'do not allow the e-mail address signer@lab.example'],
  ['ca-eku-server', 1, 'CERTIFICATE_UNTRUSTED', 'restricted to other purposes'],
  ['damaged-int-bc-0', 3, 'TRUSTED_ROOT_MALFORMED', 'extension 2.5.29.19 cannot be read'],
])('%s: exit %i, %s', async (name, code, word, sentence = '') => {
  const identity = name === 'san-latin1' ? 'sign\u00fcr@lab.example' : 'signer@lab.example'
  const result = await verifyCase(name, identity)
  const said = result.stdout + result.stderr
  expect([result.code, said]).toEqual([code, expect.stringContaining(word)])
  expect(said).toContain(sentence)
})

describe('a trusted root that names no', () => {
  const verify = async (lacking: string, leaf: Partial<SignOptions> = {}): Promise<Finished> => {
    const tool = await signArtifact(toContent(Buffer.from('tool')), { ...lab.signing, ...leaf })
    const bundle = join(job.folder, 'tool.sigstore.json')
    const root = join(job.folder, 'root.json')
    await writeFile(bundle, JSON.stringify(bundleV1(lab, tool)))
    await writeFile(root, JSON.stringify({ ...lab.trustedRoot, [lacking]: undefined }))
    return cli('verify', `sha256:${tool.sha256}`, '--bundle', bundle, '--trusted-root', root, '--offline')
  }

  test.each<[string, Partial<SignOptions>]>([
    ['without a timestamp', { omitTimestamp: true }],
    ['with one of a log that it does not name', {}],
  ])('ctlogs: a certificate %s is judged without, and a warning says so', async (_, leaf) => {
    const { code, stdout, stderr } = await verify('ctlogs', leaf)
    expect([code, stdout + stderr]).toEqual([
      0,
      expect.stringContaining('the trusted root names no certificate transparency log'),
    ])
  })

  test('ctlogs: what contradicts itself is refused all the same', async () => {
    const { code, stdout } = await verify('ctlogs', { afterTimestamps: Buffer.of(0) })
    expect([code, stdout]).toEqual([1, expect.stringContaining('CERTIFICATE_TIMESTAMP_INVALID')])
  })

  test('tlogs: there is nothing that could prove an entry, and nothing is rejected', async () => {
    const { code, stderr } = await verify('tlogs')
    expect([code, stderr]).toEqual([3, expect.stringContaining('names no tlogs at all')])
    expect(stderr).toContain('Use a trusted root that names tlogs')
  })

  test('certificateAuthorities: nor a certificate', async () => {
    const { code, stderr } = await verify('certificateAuthorities')
    expect([code, stderr]).toEqual([3, expect.stringContaining('names no certificateAuthorities at all')])
  })
})

describe('a log of one’s own, which the trusted root has under', () => {
  const verify = async (baseUrl: string, version: 'v1' | 'v2'): Promise<Finished> => {
    const content = Buffer.from('tool')
    const tool = await signArtifact(toContent(content), lab.signing)
    const bundle = version === 'v1' ? bundleV1(lab, tool) : await bundleV2(lab, content)
    const path = join(job.folder, 'tool.sigstore.json')
    const root = join(job.folder, 'root.json')
    const { tlogs } = lab.trustedRoot as { readonly tlogs: readonly object[] }
    await writeFile(path, JSON.stringify(bundle))
    await writeFile(
      root,
      JSON.stringify({ ...lab.trustedRoot, tlogs: tlogs.map((log) => ({ ...log, baseUrl })) }),
    )
    return cli('verify', `sha256:${tool.sha256}`, '--bundle', path, '--trusted-root', root, '--offline')
  }
  const host = lab.tiledLog.host

  // A checkpoint of Rekor v1 is signed under the machine's name, whatever the URL; one of v2 under the URL's host.
  test.each([
    ['v1', 'https://rekor.internal:3000', 0],
    ['v1', 'http://10.0.0.7:3000/', 0],
    ['v1', '', 0],
    ['v2', `https://${host}:3003`, 0],
    ['v2', `HTTPS://${host.toUpperCase()}:3003/`, 0],
    ['v2', '', 0],
    ['v2', 'https://another.example:3003', 1],
  ] as const)('Rekor %s, %j: exit %i', async (version, baseUrl, code) => {
    const result = await verify(baseUrl, version)
    expect([result.code, result.stderr]).toEqual([
      code,
      expect.stringContaining(code ? 'CHECKPOINT_INVALID' : ''),
    ])
  })
})
