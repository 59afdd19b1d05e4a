// The one paper that names version, path and digests together, against what it is held to.
import { digestOf } from '../../src/digest.js'
import { checkReleaseBinding } from '../../src/verify/check-release-binding.js'

const NAMESPACE = 'https://sbom.k8s.io/v1.35.2/release'
const PATH = 'bin/linux/amd64/kubectl'
const DIGEST = digestOf(Buffer.from('kubectl'))
const SHA512 = 'ab'.repeat(64)

function check(sha512: string | undefined, ...listed: string[]): string {
  const list = { created: undefined, paths: [PATH], digestsOf: () => [DIGEST], sha512Of: () => listed }
  const sbom = { value: { namespace: NAMESPACE, ...list } }
  const binding = { kind: 'sbom', sbom, namespace: NAMESPACE, path: PATH, sha512 } as const
  const result = checkReleaseBinding(DIGEST, binding, true)
  return result.code ?? result.status
}

test.each<[string, string | undefined, string[], string]>([
  ['the same', SHA512, [SHA512], 'passed'],
  ['another', SHA512, ['cd'.repeat(64)], 'RELEASE_BINDING_MISMATCH'],
  ['the same and another', SHA512, [SHA512, 'cd'.repeat(64)], 'RELEASE_BINDING_MISMATCH'],
  ['one, and none was computed', undefined, [SHA512], 'passed'],
  ['none', SHA512, [], 'passed'],
])('the SBOM lists the right SHA-256 and, of SHA-512, %s', (_, sha512, listed, end) => {
  expect(check(sha512, ...listed)).toBe(end)
})
