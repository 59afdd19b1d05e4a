// What is true of a verified image and easily overlooked.
import { type NoticedImage, describeImages, noticesOfImage } from '../../src/diagnose/image-notices.js'
import { digestOf } from '../../src/digest.js'
import type { JudgedCheck } from '../../src/verify/verification-result.js'
import { rejectedFor, resultOf } from '../support/results.js'

const image = (name: string, change: Partial<NoticedImage> = {}): NoticedImage => ({
  reference: { registry: 'registry.k8s.io', repository: name },
  result: resultOf('verified', {}, { digest: digestOf(Buffer.from(name)) }),
  ...change,
})
const codes = (given: NoticedImage): string[] => noticesOfImage(given, 't').map(({ code }) => code)

test('of an image that is what it should be there is nothing to say', () => {
  expect(codes(image('kube-apiserver', { isIndex: true }))).toEqual([])
  expect(codes(image('kube-apiserver'))).toEqual([])
})

test('a tag for all platforms that stands for one', () => {
  expect(codes(image('kube-apiserver', { isIndex: false }))).toEqual(['IMAGE_SINGLE_PLATFORM'])
  expect(codes(image('kube-apiserver-amd64', { isIndex: false }))).toEqual([])
  expect(codes(image('somebody-elses', { isIndex: false }))).toEqual([])
})

test('a name that nothing signed says', () => {
  const { result } = image('pause')
  const unbound: JudgedCheck = {
    id: 'image-name',
    status: 'not-run',
    code: 'IMAGE_NAME_UNBOUND',
    detail: 'nothing signed says so',
    required: false,
  }
  const given = image('pause', { result: { ...result, checks: [...result.checks, unbound] } })
  expect(noticesOfImage(given, 't')).toEqual([
    { code: 'IMAGE_NAME_UNBOUND', message: 't: nothing signed says so' },
  ])
})

test('of what is not verified its own failure is said, and no notice', () => {
  const result = rejectedFor('signature', 'SIGNATURE_INVALID')
  expect(codes(image('kube-apiserver', { isIndex: false, result }))).toEqual([])
})

test('several names for one and the same image', () => {
  const { result } = image('kube-apiserver')
  const said = describeImages([image('kube-apiserver'), image('kube-proxy', { result }), image('etcd')])
  expect(said).toEqual(['IMAGE_DIGEST_SHARED: kube-apiserver, kube-proxy are one and the same image'])
  expect(describeImages([image('kube-apiserver'), image('kube-apiserver')])).toEqual([])
})
