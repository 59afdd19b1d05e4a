// Versions of others' builds are told for what they are.
import type { InputError } from '../../src/errors.js'
import { parseForeignVersion } from '../../src/kubernetes/foreign-version.js'
import { parseRequest } from '../support/words.js'

test.each([
  ['v1.35.2+k3s1', 'a build of K3s'],
  ['v1.35.2+k3s1-rc1', 'a build of K3s'],
  ['1.35.2+rke2r1', 'a build of RKE2'],
  ['v1.35.2+k0s.0', 'a build of k0s'],
  ['v1.35.2-rancher1-1', 'a build of RKE'],
  ['v1.35.2-eks-1a2b3c4', 'a build of Amazon EKS'],
  ['v1.35.2-eksbuild.1', 'a build of Amazon EKS'],
  ['v1.35.2-gke.1234000', 'a build of Google Kubernetes Engine'],
  ['v1.35.2-aliyun.1', 'a build of Alibaba Cloud ACK'],
  ['1.35.2-do.0', 'a build of DigitalOcean Kubernetes'],
  ['v1.35.2+IKS', 'a build of IBM Cloud Kubernetes Service'],
  ['v1.35.2+vmware.1', 'a build of VMware'],
  ['1.35.2-1.1', 'the version of a package'],
  ['1.35.2-00', 'the version of a package'],
  ['1.35.2-150500.1.1', 'the version of a package'],
  ['v1.35.2+f67aeb3', 'a build from a source tree'],
  ['v1.35.2-dirty', 'a build from a source tree'],
  ['v1.35.2+anything', "somebody's own build"],
])('%s is %s', (text, title) => {
  expect(parseForeignVersion(text)).toEqual({ title, madeFrom: 'v1.35.2' })
})

test('one between two releases', () => {
  expect(parseForeignVersion('v1.36.0-alpha.0.123+0123456789ab')).toEqual({
    title: 'an unsigned build of Kubernetes between two releases',
    madeFrom: 'v1.36.0-alpha.0',
  })
})

test.each([
  'v1.35.2',
  'v1.36.0-rc.1',
  '1.35',
  'stable',
  '1.35.2 - 1.36.0',
  '1.35.2-foo',
  '1.35.2-',
  'v1.35.2 +k3s1',
  '',
])('"%s" is none', (text) => {
  expect(parseForeignVersion(text)).toBeUndefined()
})

test.each(['v1.35.2+k3s1', 'v1.35.2-eks-1a2b3c4', 'v1.35.2-gke.1234000'])(
  'asked for %s: refused with what it is, and nothing is taken in its place',
  (version) => {
    const surroundings = { machine: { platform: 'linux', arch: 'x64' } }
    let error: InputError | undefined
    try {
      parseRequest({ version }, surroundings)
    } catch (thrown) {
      error = thrown as InputError
    }
    expect(error?.code).toBe('RELEASE_VERSION_INVALID')
    expect(error?.message).toMatch(
      /^version: "v1\.35\.2[^"]+" is a build of .+, which the Kubernetes project neither publishes nor signs; the release it is made from is v1\.35\.2$/,
    )
  },
)
