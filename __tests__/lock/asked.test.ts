// What a lock file is of, read as strictly as a request: whoever can change the file may have written it.
import { toAsked } from '../../src/lock/asked.js'
import type { Lock } from '../../src/lock/lock.js'
import { formatVersionSpec } from '../../src/request/request.js'
import { toResult } from '../../src/result.js'

type Request = Readonly<Record<string, unknown>>
const ONE = { versions: { 'stable-1.35': ['v1.35.2'] }, artifacts: ['kubectl'], platforms: ['linux/amd64'] }
const read = (request: Request) =>
  toResult(() => toAsked({ request: { ...ONE, ...request } } as unknown as Lock, 'the file'))

test.each(['v1.35.2', 'stable', 'stable-1.35', 'latest', 'latest-1.36', 'supported', '>=1.33 <1.36'])(
  '%s is asked for again as it was',
  (key) => {
    const { versions = [] } = read({ versions: { [key]: [] } }).value ?? {}
    expect(versions.map(formatVersionSpec)).toEqual([key])
    expect(versions[0]?.origin).toBe('the lock file')
  },
)

test('beside a cluster, a range for each rule', () => {
  const { versions = [] } =
    read({ versions: { 'skew:1.34/1.35': [] }, artifacts: ['kubectl', 'kubelet'] }).value ?? {}
  expect(versions.map(formatVersionSpec)).toEqual(['skew:1.34/1.35', 'skew:1.34/1.35'])
})

test('names, platforms and URLs, each once', () => {
  expect(
    read({ artifacts: ['kubectl', 'kubeadm', 'kubectl'], platforms: ['linux/arm64', 'linux/arm64'] }).value,
  ).toMatchObject({
    artifacts: [{ entry: { name: 'kubectl' } }, { entry: { name: 'kubeadm' } }],
    platforms: [{ os: 'linux', arch: 'arm64' }],
    urls: [],
  })
  const urls = ['https://example.com/tool-1.0']
  expect(read({ versions: {}, artifacts: [], platforms: [], urls }).value).toMatchObject({
    versions: [],
    urls: [new URL(urls[0] ?? '')],
  })
})

test.each<[Request, string]>([
  [{ versions: { 'stable,latest': [] } }, 'versions: "stable,latest" is not how a lock file names a version'],
  [{ versions: { '1.35': [] } }, 'versions: "1.35" is not how a lock file names a version'],
  [{ versions: { ' stable': [] } }, 'versions: " stable" is not how'],
  [{ versions: { 'v1.35.2-gke.1': [] } }, 'versions: "v1.35.2-gke.1" is '],
  [{ versions: { [`>=1.${'0'.repeat(200)}`]: [] } }, 'is not a version'],
  [
    { versions: { 'skew:1.34': [] }, artifacts: ['kube-proxy', 'release-sbom'] },
    'request.versions: the version skew policy has no rule for release-sbom',
  ],
  [{ artifacts: ['all'] }, 'artifacts: "all" is not an artifact'],
  [{ artifacts: ['image:pause'] }, 'artifacts: "image:pause" is not an artifact'],
  [{ artifacts: ['__proto__'] }, 'artifacts: "__proto__" is not an artifact'],
  [{ platforms: ['linux/x86_64'] }, 'platforms: "linux/x86_64" is not a platform'],
  [{ platforms: ['linux'] }, 'platforms: "linux" is not a platform'],
  [
    { urls: ['https://example.com/x'] },
    'versions: has to have releases with artifacts, or URLs, and not both',
  ],
  [{ versions: {} }, 'and not both'],
  [{ artifacts: [] }, 'and not both'],
  [
    { versions: {}, artifacts: [], urls: ['https://example.com/x,https://example.com/y'] },
    'is not how a lock file names a URL',
  ],
  [
    { versions: {}, artifacts: [], urls: ['http://example.com/x'] },
    'urls: the URL for host "example.com" is not allowed',
  ],
  [
    { versions: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`v1.35.${n}`, []])) },
    'has more than 100',
  ],
])('%j is refused', (request, message) => {
  const { error } = read(request)
  expect(error).toMatchObject({ code: 'LOCK_MALFORMED', exitCode: 2 })
  expect(error?.message).toMatch(/^the file is not in its format: request\./)
  expect(error?.message).toContain(message)
})
