// Inputs → request: every form, and every fault at once.
import { InputError } from '../../src/errors.js'
import { formatPlatform } from '../../src/kubernetes/platform.js'
import { type RawInputs, parseRequest } from '../support/words.js'
import { listAdvice } from '../../src/request/advice.js'
import type { Request } from '../../src/request/request.js'
import { parseVersionFile } from '../../src/request/version-file.js'
import { readFoundVersion } from '../../src/request/versions.js'

const machine = { platform: 'linux', arch: 'x64' }
const parse = (raw: RawInputs, file?: { name: string; text: string }): Request =>
  parseRequest(raw, {
    machine,
    versionFile: file && readFoundVersion(parseVersionFile(file.name, file.text), 'version-file'),
  })

function faultsOf(raw: RawInputs, file?: { name: string; text: string }): string[] {
  try {
    parse(raw, file)
  } catch (thrown) {
    if (thrown instanceof InputError) return thrown.fields.map(({ code, field }) => `${field}: ${code}`)
    throw thrown
  }
  return []
}

const versionsOf = (version: string): unknown[] =>
  parse({ version }).versions.map((spec) => ({ ...spec, origin: undefined }))

test.each<[string, object[]]>([
  ['', [{ kind: 'channel', channel: 'stable' }]],
  ['v1.35.2', [{ kind: 'exact', version: 'v1.35.2' }]],
  ['1.36.0-rc.1', [{ kind: 'exact', version: 'v1.36.0-rc.1' }]],
  ['1.35', [{ kind: 'channel', channel: 'stable-1.35' }]],
  ['v1.35', [{ kind: 'channel', channel: 'stable-1.35' }]],
  ['1.35.x', [{ kind: 'channel', channel: 'stable-1.35' }]],
  ['stable', [{ kind: 'channel', channel: 'stable' }]],
  ['stable-1.35', [{ kind: 'channel', channel: 'stable-1.35' }]],
  ['latest', [{ kind: 'channel', channel: 'latest' }]],
  ['latest-1.36', [{ kind: 'channel', channel: 'latest-1.36' }]],
  ['supported', [{ kind: 'supported' }]],
  ['>=1.33 <1.36', [{ kind: 'range', range: '>=1.33 <1.36' }]],
  ['^1.33', [{ kind: 'range', range: '^1.33' }]],
  [
    '1.34, v1.35.2\nlatest',
    [
      { kind: 'channel', channel: 'stable-1.34' },
      { kind: 'exact', version: 'v1.35.2' },
      { kind: 'channel', channel: 'latest' },
    ],
  ],
])('version %j', (text, specs) => {
  expect(versionsOf(text)).toEqual(specs)
})

test.each([
  'v1',
  '1.1',
  '1.3',
  '1.9',
  'newest',
  'stable-',
  'stable-1',
  'stable-v1.35',
  'stable-1.35.x',
  'latest-1.36.0',
  '1.35.2.3',
  '1.35.2-foo',
  '01.35.2',
  '1.35.2 ../..',
  '<html>',
  '../../evil',
  '>=1.33 <',
  `>=1.33 ${'|| 1.34 '.repeat(50)}`,
])('is no version: %j', (version) => {
  // A lone major is a range to semver, and to nobody else.
  if (version === 'v1') expect(versionsOf(version)).toEqual([{ kind: 'range', range: 'v1' }])
  else expect(faultsOf({ version })).toEqual(['version: RELEASE_VERSION_INVALID'])
})

describe('version-file', () => {
  test('is where the version comes from, and says so', () => {
    const { versions } = parse(
      { 'version-file': '.tool-versions' },
      { name: '.tool-versions', text: 'kubectl 1.35.2\n' },
    )
    expect(versions).toEqual([
      { kind: 'exact', version: 'v1.35.2', origin: expect.stringContaining('.tool-versions') as string },
    ])
  })

  test('excludes version', () => {
    expect(faultsOf({ version: '1.35', 'version-file': 'f' }, { name: 'f', text: '1.35' })).toEqual([
      'version-file: INPUT_CONFLICT',
    ])
  })

  test.each(['newest', '', '<!DOCTYPE html>'])('that holds %j is refused', (text) => {
    expect(faultsOf({ 'version-file': 'f' }, { name: 'f', text })).toEqual([
      'version-file: RELEASE_VERSION_INVALID',
    ])
  })
})

describe('platforms', () => {
  const platformsOf = (raw: RawInputs): string[] => parse(raw).platforms.map(formatPlatform)

  test.each<[RawInputs, string[]]>([
    [{}, ['linux/amd64']],
    [{ os: 'macos', arch: 'arm64' }, ['darwin/arm64']],
    [
      { os: 'linux, darwin', arch: 'amd64\narm64' },
      ['linux/amd64', 'linux/arm64', 'darwin/amd64', 'darwin/arm64'],
    ],
    [{ os: 'all', arch: 'x64' }, ['linux/amd64', 'darwin/amd64', 'windows/amd64']],
    [{ os: 'windows', arch: 'all' }, ['windows/amd64', 'windows/arm64', 'windows/386']],
  ])('%j', (raw, platforms) => {
    expect(platformsOf(raw)).toEqual(platforms)
  })

  test('all of all are those that anything is built for', () => {
    expect(platformsOf({ os: 'all', arch: 'all' })).toHaveLength(11)
  })

  test('every name that is none is named', () => {
    expect(faultsOf({ os: 'linux, beos', arch: 'amd46, mips' })).toEqual([
      'os: INPUT_INVALID',
      'arch: INPUT_INVALID',
      'arch: INPUT_INVALID',
    ])
  })
})

describe('artifacts', () => {
  const namesOf = (raw: RawInputs): string[] =>
    parse(raw).artifacts.map(({ entry, isNamed }) => `${entry.name}${isNamed ? '' : ' by group'}`)

  test('names, groups and file names mix, once each', () => {
    expect(namesOf({ artifacts: 'client, kubectl, kubernetes.tar.gz, kubectl' })).toEqual([
      'kubectl',
      'kubectl-convert by group',
      'kubernetes',
    ])
  })

  test.each<[RawInputs, string[]]>([
    [{ artifacts: 'kubelet', os: 'darwin' }, ['artifacts: INPUT_UNSUPPORTED_PLATFORM']],
    [{ artifacts: 'kubelet', os: 'darwin', arch: 'all' }, ['artifacts: INPUT_UNSUPPORTED_PLATFORM']],
    [{ artifacts: 'kubelet', os: 'all', arch: 'all' }, []],
    [{ artifacts: 'node', os: 'linux,darwin' }, []],
    [
      { artifacts: 'kubctl, nodes' },
      ['artifacts: INPUT_UNKNOWN_ARTIFACT', 'artifacts: INPUT_UNKNOWN_ARTIFACT'],
    ],
    [{ artifacts: ' , ' }, ['artifacts: INPUT_REQUIRED']],
    [{ extract: 'true' }, ['extract: INPUT_CONFLICT']],
    [{ extract: 'true', artifacts: 'kubectl,kubernetes-client' }, []],
    [{ 'signature-source': 'sbom' }, ['signature-source: INPUT_INVALID']],
    [{ 'signature-source': 'release-sbom', 'release-binding': 'off' }, ['release-binding: INPUT_CONFLICT']],
    [{ 'cross-check': 'yes', 'fail-fast': '1' }, ['cross-check: INPUT_INVALID', 'fail-fast: INPUT_INVALID']],
  ])('%j', (raw, faults) => {
    expect(faultsOf(raw)).toEqual(faults)
  })
})

test.each<RawInputs>([
  { artifacts: 'kubectl,kubeadm' },
  { artifacts: 'client' },
  { os: 'linux,darwin' },
  { arch: 'all' },
  { version: '1.34,1.35' },
  { version: 'supported' },
])('a pin is for one artifact, not for %j', (raw) => {
  expect(faultsOf({ 'expected-sha256': '0'.repeat(64), ...raw })).toEqual(['expected-sha256: INPUT_CONFLICT'])
})

test.each(['1.1', '1.2', '1.3', '1.4'])('%s is a number of YAML that lost its zero', (version) => {
  expect(() => parse({ version: `v1.35.2, ${version}` })).toThrow(
    `version: "${version}" is a minor that was never signed; YAML reads ${version}0 as ${version}: quote it; allowed: "${version}0"`,
  )
})

describe('a name is suggested where it is likely the one that was meant', () => {
  test.each<[RawInputs, string | undefined]>([
    [{ artifacts: 'kubctl' }, 'kubectl'],
    [{ artifacts: 'Kubectl' }, 'kubectl'],
    [{ artifacts: 'KUBECTL' }, 'kubectl'],
    [{ artifacts: 'kube-apisever' }, 'kube-apiserver'],
    [{ artifacts: 'nodes' }, 'node'],
    [{ artifacts: 'helm' }, undefined],
    [{ artifacts: 'etcd' }, undefined],
    [{ artifacts: 'k' }, undefined],
    [{ artifacts: 'kubernetes-cli' }, undefined],
    [{ 'release-binding': 'of' }, 'off'],
    [{ 'release-binding': 'no' }, undefined],
    [{ 'signature-source': 'sbom' }, undefined],
    [{ 'signature-source': 'artefact' }, 'artifact'],
    [{ version: 'stabel' }, 'stable'],
    [{ version: 'newest' }, undefined],
  ])('%j: %s', (raw, name) => {
    let message = ''
    try {
      parse(raw)
    } catch (thrown) {
      message = (thrown as Error).message
    }
    expect(message).toContain(Object.values(raw)[0])
    expect(/; did you mean "([^"]*)"\?$/.exec(message)?.[1]).toBe(name)
  })
})

describe('what is copied too much of a URL is pointed out', () => {
  test.each([
    ['rekor-url', 'https://rekor.example/api/v1', 'https://rekor.example', '/api/v1'],
    ['rekor-url', 'https://rekor.example/log/api/v1/', 'https://rekor.example/log', '/api/v1'],
    ['rekor-url', 'https://rekor.example/api/v1/log/entries', 'https://rekor.example', '/api/v1/log/entries'],
    ['release-url', 'https://dl.k8s.io/release', 'https://dl.k8s.io', '/release'],
    ['release-url', 'https://m.example/k8s/release/', 'https://m.example/k8s', '/release'],
    ['release-url', 'https://dl.k8s.io/release/v1.35.2/bin', 'https://dl.k8s.io', '/release/v1.35.2/bin'],
    ['release-url', 'https://dl.k8s.io/release/stable.txt', 'https://dl.k8s.io', '/release/stable.txt'],
  ])('%s %s', (field, url, before, ending) => {
    expect(() => parse({ [field]: url })).toThrow(
      `${field}: "${url.replace(/\/$/, '')}" ends in ${ending}, which this program adds by itself; allowed: the part before it, ${before}`,
    )
  })

  test.each([
    ['rekor-url', 'https://rekor.example/apiary'],
    ['release-url', 'https://m.example/kubernetes-release'],
    ['release-url', 'https://m.example/release/mirror'],
    ['release-url', 'file:///srv/release'],
  ])('%s %s is taken', (field, url) => {
    expect(faultsOf({ [field]: url })).toEqual([])
  })
})

describe('what is allowed and often not meant is a warning', () => {
  test.each<[RawInputs, RegExp[]]>([
    [{}, []],
    [{ version: 'stable, latest-1.36' }, []],
    [{ version: 'latest' }, [/^version latest .* is called stable$/]],
    [{ version: '1.35, latest' }, [/is called stable$/]],
    [{ 'release-url': 'file:///srv/release' }, [/^release-url ends in \/release/]],
  ])('%j', (raw, advice) => {
    expect(listAdvice(parse(raw))).toEqual(advice.map((pattern) => expect.stringMatching(pattern) as string))
  })

  test.each(['.tool-versions', 'VERSION'])('latest in %s', (name) => {
    const text = name === 'VERSION' ? 'latest' : 'kubectl latest'
    const { versions, releaseUrl } = parse({ 'version-file': name }, { name, text })
    const isOwned = name === '.tool-versions'
    expect(versions).toMatchObject([{ kind: 'channel', channel: isOwned ? 'stable' : 'latest' }])
    expect(listAdvice({ versions, releaseUrl })).toHaveLength(isOwned ? 0 : 1)
  })
})
