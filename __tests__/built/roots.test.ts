// Trusted roots that are old or damaged, by the built action: neither says anything against an artifact.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { behaviours } from '../../src/lab/web-server.js'
import { codesOf, withJob } from '../support/job.js'

const { lab, job } = await withJob()

test('TUF out of reach, and an authority that the embedded root does not know: unverifiable, and what to do', async () => {
  // Whatever is no file of the release is refused: the repository's, too.
  for (const name of ['.root.json', 'timestamp.json']) lab.rekor.override(name, behaviours.status(403))
  const result = await job.step({ 'trusted-root': 'auto', 'tuf-url': lab.rekorUrl })
  expect([result.code, result.outputs['outcome'], result.outputs['reason']]).toEqual([
    3,
    'unverifiable',
    'network',
  ])
  expect(result.stdout).toContain('Reach the TUF repository, or update this program')
  expect(result.stdout).not.toContain('Do not use the artifact')
})

interface Root {
  certificateAuthorities: { certChain: { certificates: { rawBytes: string }[] } }[]
}

/** In a UTCTime (tag 23, 13 characters), the month stands after two digits of the year. */
function inMonth13(base64: string): string {
  const der = Buffer.from(base64, 'base64')
  der.write('13', der.indexOf(Buffer.of(23, 13)) + 4)
  return der.toString('base64')
}

test.each<[string, (base64: string) => string]>([
  ['in month 13', inMonth13],
  ['cut short', (base64) => base64.slice(0, 200)],
  ['of other bytes', () => Buffer.from('no certificate').toString('base64')],
])('a certificate %s in the root: the root is malformed, and which one it is', async (_, damage) => {
  const root = JSON.parse(await readFile(job.trustedRoot, 'utf8')) as Root
  for (const certificate of root.certificateAuthorities[0]?.certChain.certificates ?? [])
    certificate.rawBytes = damage(certificate.rawBytes)
  const path = join(job.folder, 'damaged.json')
  await writeFile(path, JSON.stringify(root))
  const result = await job.step({ 'trusted-root': path })
  expect([result.code, codesOf(result)]).toEqual([3, ['TRUSTED_ROOT_MALFORMED']])
  expect(result.outputs).toMatchObject({ code: 'TRUSTED_ROOT_MALFORMED', reason: 'unreadable' })
  expect(result.stdout).toMatch(/certificateAuthorities/)
})
