// Which image it is, by the last name of what was signed.
import { checkImageName } from '../../src/verify/check-image-name.js'

const check = (signed: string | undefined, { allowed = ['pause'], isRead = true } = {}) =>
  checkImageName({ allowed, signed, isRead })

test.each<[string, ReturnType<typeof check>, string, string | undefined]>([
  ['the name that was asked for', check('registry.k8s.io/pause'), 'passed', undefined],
  ['whatever prefix a mirror adds', check('mirror.example/k8s/pause'), 'passed', undefined],
  [
    'another name that it may have',
    check('x/pause-amd64', { allowed: ['pause', 'pause-amd64'] }),
    'passed',
    undefined,
  ],
  ['another image', check('registry.k8s.io/etcd'), 'failed', 'IMAGE_NAME_MISMATCH'],
  ['a part of the name', check('registry.k8s.io/pause2'), 'failed', 'IMAGE_NAME_MISMATCH'],
  ['no name at all', check(undefined), 'not-run', 'IMAGE_NAME_UNBOUND'],
  ['what cannot be read', check(undefined, { isRead: false }), 'not-run', undefined],
  ['an image that nobody named', check('x/pause', { allowed: [] }), 'not-run', undefined],
])('%s', (_, { status, code }, expected, expectedCode) => {
  expect([status, code]).toEqual([expected, expectedCode])
})
