// Real bundles that a strict reader once got wrong, by the built command line under Sigstore's production root. They
// are not part of this project: where they are not at hand, these tests are skipped and say so.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseBundle } from '../src/evidence/bundle.js'
import { type Finished, runProgram } from '../src/lab/runner.js'
import { DIST, sharedFolder } from './support/folders.js'

const folder = sharedFolder('evidence/bundles')
const withShared = folder === undefined ? describe.skip : describe
const at = (name: string): string => join(folder ?? '', name)

const verify = (...flags: readonly string[]): Promise<Finished> =>
  runProgram(join(DIST, 'cli.js'), ['verify', ...flags, '--trusted-root', 'embedded', '--offline'])

withShared('of ../shared/evidence/bundles', () => {
  const EMPTY = 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  const SLSA = [
    '--certificate-identity',
    'https://github.com/slsa-framework/slsa-github-generator/.github/workflows/builder_container-based_slsa3.yml@refs/tags/v1.7.0',
    '--certificate-oidc-issuer',
    'https://token.actions.githubusercontent.com',
  ]

  test('a chain with its root in it: verified', async () => {
    const { code, stderr } = await verify(EMPTY, '--bundle', at('slsa-root-in-chain.sigstore.json'), ...SLSA)
    expect([code, stderr]).toEqual([0, expect.any(String)])
  })

  test('the same for another digest, and by another signer: rejected', async () => {
    const other = `sha256:${'1'.repeat(64)}`
    const bundle = ['--bundle', at('slsa-root-in-chain.sigstore.json')]
    expect((await verify(other, ...bundle, ...SLSA)).code).toBe(1)
    expect((await verify(EMPTY, ...bundle)).code).toBe(1)
  })

  test('a DSSE signature with a keyid by a managed key: read, and of its SHA-512 subject said by name', async () => {
    const bundle = at('npm-publish-keyid.sigstore.json')
    const { evidence } = parseBundle(await readFile(bundle, 'utf8'))
    expect(evidence.envelope).toBeDefined()
    expect(evidence.logEntry.error).toBeUndefined()
    const { code, stderr } = await verify(EMPTY, '--bundle', bundle, '--key', at('npm-publish-keyid.pub'))
    expect([code, stderr]).toEqual([
      3,
      expect.stringContaining('another is supported only where the bytes are at hand'),
    ])
  })
})
