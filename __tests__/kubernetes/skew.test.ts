// Which minors of a component fit a cluster, by the version skew policy.
import { fitsServers, fittingMinors, oldestFitting, parseServerMinor } from '../../src/kubernetes/skew.js'
import type { Minor } from '../../src/kubernetes/version.js'

test.each<[string, Minor[], number, number]>([
  ['kubectl', ['1.34'], 33, 35],
  ['kubeadm', ['1.34'], 34, 35],
  ['kubelet', ['1.34'], 31, 34],
  ['kube-proxy', ['1.34'], 31, 34],
  // The examples of the policy: API servers of 1.32 and 1.31.
  ['kubectl', ['1.32', '1.31'], 31, 32],
  ['kubelet', ['1.32', '1.31'], 29, 31],
  ['kube-scheduler', ['1.32', '1.31'], 31, 31],
  ['kubeadm', ['1.32', '1.31'], 32, 32],
  // Before 1.25, a kubelet may be no more than two minors older.
  ['kubelet', ['1.28'], 25, 28],
  ['kubelet', ['1.27'], 25, 27],
  ['kubelet', ['1.26'], 24, 26],
  ['kubelet', ['1.24'], 22, 24],
  // By number and not by text.
  ['kubectl', ['1.9', '1.10'], 9, 10],
])('%s beside %j: from 1.%d to 1.%d', (component, servers, from, to) => {
  expect(fittingMinors(component, servers)).toEqual({ from, to })
})

test('the oldest of which anything fits is a kubelet’s', () => {
  expect(oldestFitting(['1.34'])).toBe('1.31')
  expect(oldestFitting(['1.34', '1.33'])).toBe('1.31')
  expect(oldestFitting(['1.1'])).toBe('1.0')
})

test('of what the policy has no rule for nothing is said', () => {
  for (const name of ['kube-log-runner', 'constructor', '__proto__', ''])
    expect([name, fittingMinors(name, ['1.34']), fitsServers(name, 'v1.20.0', ['1.34'])]).toEqual([
      name,
      undefined,
      undefined,
    ])
})

test('a release fits by its minor, whatever its patch', () => {
  expect(fitsServers('kubelet', 'v1.34.99', ['1.34'])).toBe(true)
  expect(fitsServers('kubelet', 'v1.35.0', ['1.34'])).toBe(false)
  expect(fitsServers('kubelet', 'v1.30.14', ['1.34'])).toBe(false)
  expect(fitsServers('kubectl', 'v1.35.0-rc.0', ['1.34'])).toBe(true)
})

test.each<[string, Minor | undefined]>([
  ['v1.34.3', '1.34'],
  ['1.34', '1.34'],
  ['v1.34.3+k3s1', '1.34'],
  ['v1.34.3+rke2r1', '1.34'],
  ['v1.34.3-eks-1a2b3c4', '1.34'],
  ['v1.34.3-gke.1234000', '1.34'],
  ['v1.35.0-rc.1', '1.35'],
  ['1.34+', '1.34'],
  ['v1.34.3-4+0123456789abcd-dirty', '1.34'],
  ['', undefined],
  ['1', undefined],
  ['v1', undefined],
  ['v2.34.3', undefined],
  ['1.034', undefined],
  ['1.34.x', undefined],
  ['1.34.3\n1.2.3', undefined],
  ['1.34.3-\u001b[31m', undefined],
  ['1.99999', undefined],
  [`1.34.3-${'a'.repeat(200)}`, undefined],
])('the API server %j is of %s', (text, minor) => {
  expect(parseServerMinor(text)).toBe(minor)
})
