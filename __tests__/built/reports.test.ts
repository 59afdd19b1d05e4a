// Cases out of bug reports, as the files are that went wrong, by the built command line. The rest of each kind is in
// forms.test.ts, made with the lab.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCertificate } from '../../src/evidence/certificate.js'
import { parseChecksum } from '../../src/evidence/checksum.js'
import { parseSignature } from '../../src/evidence/signature.js'
import { parseReleaseSbom } from '../../src/evidence/spdx.js'
import { type Finished, runProgram } from '../../src/lab/runner.js'
import { DIST, ROOT } from '../support/folders.js'

const HEX = '44bf145784b65b32cf21e72771a364d79fac3154d79b6daf5121b10f3f5025c0'
const at = (name: string): string => join(ROOT, '__tests__/fixtures/reports', name)
const read = (name: string): Buffer => readFileSync(at(name))

const verify = (root: string, ...flags: readonly string[]): Promise<Finished> => {
  const where = ['--trusted-root', root.endsWith('.json') ? at(root) : root, '--offline']
  return runProgram(join(DIST, 'cli.js'), ['verify', `sha256:${HEX}`, ...where, ...flags])
}

describe.each(['trusted_root.json', 'trusted_root-unknown-key.json'])('under %s', (root) => {
  const isNewer = root !== 'trusted_root.json'

  test.each([
    ['the bundle of cosign 2', 'kubectl.bundle', "proven by the log's promise alone"],
    ['provenance signed in place', 'provenance.json', ''],
  ])('%s', async (_, name, warning) => {
    const { code, stderr } = await verify(root, '--bundle', at(name))
    expect([code, stderr]).toEqual([0, expect.stringContaining(warning)])
    expect(/tlogs\[1\] \(https:\/\/log2027-1\.lab\.example\).* is left out/.test(stderr)).toBe(isNewer)
  })
})

test('an authority that an embedded root does not know: refused, for nothing says that the root is old', async () => {
  const { code, stderr } = await verify('embedded', '--bundle', at('kubectl.bundle'))
  expect([code, stderr]).toEqual([1, expect.stringContaining('CERTIFICATE_UNTRUSTED')])
})

test('a wrapped .sig and a .pem: a pair, and offline nobody says that the log has no entry of it', async () => {
  const pair = ['--signature', at('kubectl.sig'), '--certificate', at('tool.pem')]
  const { code, stderr } = await verify('trusted_root.json', ...pair)
  expect([code, stderr]).toEqual([3, expect.stringContaining('OFFLINE_MISS')])
  expect(stderr).not.toContain('has no entry')
})

test('the same, read', () => {
  expect(parseSignature(read('kubectl.sig'))).toEqual(parseSignature(read('tool.sig')))
  expect(parseCertificate(read('tool.pem')).identity).toMatch(/^krel-staging@/)
  expect(parseChecksum(read('kubectl.sha256'), 'kubectl').hex).toBe(HEX)
  const sbom = parseReleaseSbom(read('kubernetes-release.spdx').toString())
  expect(sbom.namespace).toBe('https://sbom.k8s.io/v1.40.2/release')
  expect(sbom.digestsOf('bin/linux/amd64/kubectl')).toHaveLength(1)
})
