// What is proven, beside the API servers that it is for.
import { assertFitsCluster } from '../../src/prove/fits-cluster.js'

test('components with a rule have to fit, and of the others nothing is said', () => {
  const fits =
    (name: string, version: `v${string}` | undefined, servers: `1.${number}`[] | undefined) => () =>
      assertFitsCluster([{ name, version }], servers)
  expect(fits('kubelet', 'v1.34.3', ['1.34'])).not.toThrow()
  expect(fits('kubelet', 'v1.35.0', undefined)).not.toThrow()
  expect(fits('kubernetes-client', 'v1.20.0', ['1.34'])).not.toThrow()
  expect(fits('kubelet', undefined, ['1.34'])).not.toThrow()
  expect(
    assertFitsCluster(
      [
        { name: 'kubelet', version: 'v1.34.3' },
        { name: 'kubernetes-client', version: 'v1.34.3' },
      ],
      ['1.34'],
    ),
  ).toEqual([
    'kubelet v1.34.3 fits API servers of 1.34, as 1.31 to 1.34 does',
    'the version skew policy has no rule for kubernetes-client v1.34.3',
  ])
  const error = expect.objectContaining({
    code: 'VERSION_SKEW_UNSUPPORTED',
    exitCode: 3,
    expected: '1.31 to 1.34',
    actual: 'v1.35.0',
  }) as Error
  expect(fits('kubelet', 'v1.35.0', ['1.34'])).toThrow(error)
  expect(fits('kubeadm', 'v1.34.0', ['1.34', '1.31'])).toThrow('expected none')
})
