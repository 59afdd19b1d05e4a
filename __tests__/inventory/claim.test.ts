// Settings and completions are called like programs, and are none.
import { claimOf } from '../../src/inventory/claim.js'

const PLAIN = { isExecutable: false, isProgram: false }

test.each([
  ['/usr/bin/kubelet', 'kubelet'],
  ['kubelet', 'kubelet'],
  ['C:\\tools\\kubectl.exe', 'kubectl'],
  ['/etc/default/kubelet', undefined],
  ['etc/sysconfig/kubelet', undefined],
  ['/usr/share/bash-completion/completions/kubectl', undefined],
  ['/usr/share/lintian/overrides/kubelet', undefined],
  ['/usr/bin/ls', undefined],
])('%s: %s', (path, expected) => {
  expect(claimOf(path, PLAIN)).toBe(expected)
})

test.each([{ isExecutable: true }, { isProgram: true }])('a program is one wherever it lies: %j', (looks) => {
  expect(claimOf('/etc/default/kubelet', { ...PLAIN, ...looks })).toBe('kubelet')
})
