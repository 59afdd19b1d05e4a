// Which artifact a file is called after.
import { claimedName } from '../../src/kubernetes/claimed-name.js'

test.each([
  ['kubectl', 'kubectl'],
  ['KUBECTL.EXE', 'kubectl'],
  ['kubectl-convert', 'kubectl-convert'],
  ['kube-apiserver', 'kube-apiserver'],
  ['kubectl-v1.34.1', 'kubectl'],
  ['kubectl-1.34', 'kubectl'],
  ['kubelet_1.35.0-rc.1', 'kubelet'],
  ['kubectl-linux-amd64', 'kubectl'],
  ['kubectl-1.33.1-amd64', 'kubectl'],
  ['kubectl-v1.34.1-windows-amd64.exe', 'kubectl'],
  ['kubernetes-client-linux-amd64.tar.gz', 'kubernetes-client-linux-amd64.tar.gz'],
  ['kubernetes.tar.gz', 'kubernetes.tar.gz'],
])('%s is called like %s', (name, expected) => {
  expect(claimedName(name)).toBe(expected)
})

test.each([
  'kubectl.sha256',
  'kubectl.sigstore.json',
  'kubectl-neat',
  'kubelet.service',
  'kubelet_1.35.2-1.1_amd64.deb',
  'kubelet-1.35.2.rpm',
  'kube-apiserver.tar',
  'kubernetes-client-linux-amd64.tar.gz.sig',
  'mounter',
  'mykubectl',
  'kubernetes-release.spdx',
  'provenance.json',
  '',
  `kubectl-${'1'.repeat(300)}`,
])('%s is called like none', (name) => {
  expect(claimedName(name)).toBeUndefined()
})

test('a name made to be slow is not', () => {
  const begun = performance.now()
  for (let times = 0; times < 10_000; times++) claimedName(`kubectl-1.1.1-alpha.${'1'.repeat(230)}!`)
  expect(performance.now() - begun).toBeLessThan(2000)
})
