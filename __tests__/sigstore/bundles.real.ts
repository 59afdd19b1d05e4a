// Bundles of cosign 2 and 3, logged in Rekor v1 and v2, by the built command line.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RELEASE_SIGNER } from '../../src/lab/release.js'
import { afterReal, beforeReal, describeReal } from '../support/real.js'
import { expectDocumented } from '../clients/document.js'
import { goVersion } from '../clients/versions.js'
import { signBlobBundle2, signBlobBundle3 } from './stack/cosign.js'
import { type World, startWorld } from './stack/world.js'

const SIGNER = { identity: RELEASE_SIGNER }

let world: World
let file: string

beforeReal(async () => {
  world = await startWorld()
  file = join(world.folder, 'artifact')
  await writeFile(file, 'an artifact\n')
})
afterReal(() => world.close())

describeReal('bundles', () => {
  const forms: [string, (bundle: string) => Promise<void>, Record<string, string>][] = [
    [
      'cosign 2, Sigstore’s bundle',
      (bundle) => signBlobBundle2(world.stack, file, { ...SIGNER, bundle, isNew: true }),
      { 'signed-entry-timestamp': 'passed', 'inclusion-proof': 'passed' },
    ],
    [
      'cosign 3 in Rekor v1',
      (bundle) => signBlobBundle3(world.stack, file, { ...SIGNER, bundle, log: 1 }),
      { 'inclusion-proof': 'passed', checkpoint: 'passed' },
    ],
    [
      'cosign 3 in Rekor v2, with a timestamp',
      (bundle) => signBlobBundle3(world.stack, file, { ...SIGNER, bundle, log: 2 }),
      { 'inclusion-proof': 'passed', checkpoint: 'passed', 'signed-timestamp': 'passed' },
    ],
  ]

  test.each(forms)(
    '%s: verified, online and offline; with another file rejected',
    async (_, sign, checks) => {
      const bundle = join(world.folder, `bundle-${process.hrtime.bigint()}.json`)
      await sign(bundle)
      for (const more of [[], ['--offline']]) {
        const result = await world.json('verify', file, '--bundle', bundle, ...world.flags, ...more)
        expect({ code: result.code, text: result.code === 0 ? '' : result.text }).toEqual({
          code: 0,
          text: '',
        })
        expect(result.checks).toMatchObject(checks)
      }
      const other = join(world.folder, 'other')
      await writeFile(other, 'another artifact\n')
      const rejected = await world.json('verify', other, '--bundle', bundle, ...world.flags)
      expect([rejected.code, rejected.outcome]).toEqual([1, 'rejected'])
    },
  )

  test('by a stranger: rejected, for who it is', async () => {
    const bundle = join(world.folder, 'stranger.json')
    await signBlobBundle3(world.stack, file, { identity: 'somebody@example.com', bundle, log: 1 })
    const result = await world.json('verify', file, '--bundle', bundle, ...world.flags)
    expect([result.code, result.outcome]).toEqual([1, 'rejected'])
    expect(result.checks['certificate-identity']).toBe('IDENTITY_MISMATCH')
  })

  test('cosign’s own old bundle is read or said to be what it is, never rejected', async () => {
    const bundle = join(world.folder, 'old.bundle')
    await signBlobBundle2(world.stack, file, { ...SIGNER, bundle, isNew: false })
    expect(Object.keys(JSON.parse(await readFile(bundle, 'utf8')) as object)).toContain('base64Signature')
    const result = await world.json('verify', file, '--bundle', bundle, ...world.flags)
    expect([0, 3]).toContain(result.code)
  })

  test('docs/interop.md says which were read, with the versions', async () => {
    const [cosign2 = '', cosign3 = '', tiles = '', timestamps = ''] = [
      'cosign/v2',
      'cosign/v3',
      'rekor-tiles/v2',
      'timestamp-authority/v2',
    ].map((module) => goVersion(`github.com/sigstore/${module}`))
    await expectDocumented(
      'others',
      `The other way round, \`verify\` accepts Sigstore's bundles of cosign ${cosign2}, of cosign ${cosign3} in Rekor v1, ` +
        `and of cosign ${cosign3} in Rekor v2 (rekor-tiles ${tiles}, timestamp-authority ${timestamps}), online and offline.`,
    )
  })
})
