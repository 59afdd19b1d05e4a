// The job summary: the verdict first, all else in the order in which people need it.
import { MAX_SUMMARY_BYTES } from '../../src/report/fit.js'
import { formatSummary } from '../../src/report/summary.js'
import { HOSTILE_TEXTS } from '../support/hostile-texts.js'
import { rejectedResult, reportOf, resultOf, unreachableResult } from '../support/reports.js'

test('of a verified artifact: outcome, name, platform, short digest and a link to the log', () => {
  expect(formatSummary(reportOf([resultOf()]))).toBe(
    [
      '## ✅ Kubernetes artifacts: verified',
      '',
      'Release `v1.35.2`, from `input`. Signed by `krel-staging@k8s-releng-prod.iam.gserviceaccount.com`. Trusted root: `the embedded trusted root`.',
      '',
      '|  | Artifact | Platform | Digest | Log entry |',
      '| - | - | - | - | - |',
      '| ✅ | `kubectl v1.35.2` | `linux/amd64` | `924eb5077915` | [123456789](https://search.sigstore.dev/?logIndex=123456789) |',
      '',
    ]
      .join('\n')
      .replace('924eb5077915', resultOf().digest?.hex.slice(0, 12) ?? ''),
  )
})

test('an entry of a log of one’s own is no link', () => {
  const logEntry = { ...resultOf().logEntry, logId: 'ab'.repeat(32), logIndex: 7, uuid: 'cd'.repeat(32) }
  expect(formatSummary(reportOf([resultOf({ logEntry })]))).toMatch(/\| 7 \|\n$/)
})

test('what contradicts is a bold sentence with expected, actual and a remedy, above the table', () => {
  const text = formatSummary(reportOf([resultOf(), rejectedResult()]))
  expect(text).toMatch(
    /^## ❌ [^]*\*\*`kubectl v1\.35\.2 linux\/amd64`: [A-Z][^*`]*\.\*\* \(SIGNATURE_INVALID\)\n\n- `the key in the certificate did not make it`\n- expected: `one key`\n- actual: `another`\n- What to do: [A-Z][^]*\n\n\| {2}\| Artifact/,
  )
})

test('one cause is told once, however many artifacts and checks it stops', () => {
  const names = ['kubectl', 'kubeadm', 'kubelet', 'kube-proxy', 'mounter', 'kube-scheduler', 'kube-apiserver']
  const text = formatSummary(reportOf(names.map((name) => unreachableResult(name))))
  expect(text.split('https://dl.k8s.io did not answer')).toHaveLength(2)
  expect(text).toContain('mounter v1.35.2 linux/amd64 and 2 more`')
})

test.each(Object.entries(HOSTILE_TEXTS))('text from outside is only text: %s', (_, foreign) => {
  const shapeOf = (text: string): string => text.replace(/`[^`\n]*`/g, '`x`')
  const [bad, good] = [foreign, 'harmless'].map((detail) =>
    shapeOf(formatSummary(reportOf([rejectedResult(detail)], { warnings: [detail] }))),
  )
  expect(bad).toBe(good)
})

test('no more bytes than GitHub takes, whole lines, and what is left out is said', () => {
  const results = Array.from({ length: 8000 }, (_, index) =>
    resultOf({ artifact: { name: `tool-${index}`.padEnd(100, 'x'), version: 'v1.35.2' } }),
  )
  const text = formatSummary(reportOf(results))
  const lines = text.split('\n').filter((line) => line.startsWith('| ✅'))
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_SUMMARY_BYTES)
  expect(Buffer.byteLength(text)).toBeGreaterThan(MAX_SUMMARY_BYTES * 0.99)
  expect(lines.every((line) => line.endsWith(' |'))).toBe(true)
  expect(text).toContain(`**${8000 - lines.length} lines are left out here for want of space**`)
})

test('what to do is what this very case needs, where it says more than the code', () => {
  const result = unreachableResult('kubectl')
  const checks = result.checks.map((check) => ({ ...check, remedy: 'Set NODE_EXTRA_CA_CERTS.' }))
  expect(formatSummary(reportOf([{ ...result, checks }]))).toContain('- What to do: Set NODE_EXTRA_CA_CERTS.')
})
