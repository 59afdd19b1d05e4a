// `verify` with a release to search for: words → request.
import { InputError } from '../../src/errors.js'
import { type InventoryRequest, parseInventoryRequest } from '../../src/request/inventory-request.js'
import { toWords } from '../support/words.js'

const machine = { platform: 'linux', arch: 'x64' }
const parse = (values: Readonly<Record<string, string>>, paths: readonly string[] = ['/usr/bin']) =>
  parseInventoryRequest(toWords(values), { machine, paths: { value: paths } })

function faultsOf(values: Readonly<Record<string, string>>, paths?: readonly string[]): string[] {
  try {
    parse(values, paths)
  } catch (thrown) {
    if (thrown instanceof InputError) return thrown.fields.map(({ code, field }) => `${field}: ${code}`)
    throw thrown
  }
  return []
}

test.each<[string, Pick<InventoryRequest, 'isAny' | 'versions'>]>([
  ['any', { isAny: true, versions: [{ kind: 'supported', origin: 'input' }] }],
  ['v1.35.2', { isAny: false, versions: [{ kind: 'exact', version: 'v1.35.2', origin: 'input' }] }],
  ['1.35', { isAny: false, versions: [{ kind: 'channel', channel: 'stable-1.35', origin: 'input' }] }],
])('release %s', (release, expected) => {
  const request = parse({ release })
  expect(request).toMatchObject({ ...expected, paths: ['/usr/bin'], areAllArtifacts: true })
  expect([request.releaseBinding, request.signatureSource]).toEqual(['required', 'artifact'])
})

test.each([
  'version',
  'version-file',
  'artifact',
  'os',
  'arch',
  'bundle',
  'key',
  'signature',
  'certificate',
  'log-entry',
  'predicate-type',
  'expected-sha256',
  'lock-file',
])('%s is about files one by one', (name) => {
  const value = name === 'expected-sha256' ? '0'.repeat(64) : name === 'version' ? 'v1.35.2' : 'linux'
  expect(faultsOf({ release: 'v1.35.2', [name]: value })).toContain(`${name}: INPUT_CONFLICT`)
})

test('beside a cluster: what is patched, and what may stand beside it', () => {
  const skewOf = { value: { servers: ['1.34'], spec: { kind: 'supported', origin: 'x' } } } as const
  const parseBeside = (values: Readonly<Record<string, string>>): InventoryRequest =>
    parseInventoryRequest(toWords(values), { machine, paths: { value: ['/usr/bin'] }, skewOf })
  expect(parseBeside({ 'skew-of': 'cluster.json' })).toMatchObject({
    isAny: true,
    versions: [{ kind: 'supported', from: '1.31' }],
    skewOf: ['1.34'],
  })
  expect(parseBeside({ 'skew-of': 'cluster.json', release: 'v1.35.2' })).toMatchObject({
    isAny: false,
    skewOf: ['1.34'],
  })
  for (const name of ['bundle', 'signature', 'lock-file', 'log-entry'])
    expect(faultsOf({ 'skew-of': 'cluster.json', [name]: 'x' })).toContain(`${name}: INPUT_CONFLICT`)
  expect(faultsOf({ 'skew-of': 'cluster.json', offline: 'true' })).toEqual(['offline: INPUT_CONFLICT'])
  expect(faultsOf({ release: 'skew:v1.34.3' })).toEqual(['release: INPUT_CONFLICT'])
})

test('offline, the release site has to be a folder', () => {
  expect(faultsOf({ release: 'v1.35.2', offline: 'true' })).toEqual(['offline: INPUT_CONFLICT'])
  expect(faultsOf({ release: 'v1.35.2', offline: 'true', 'release-url': 'file:///srv/mirror' })).toEqual([])
})

test('paths, and nothing else', () => {
  expect(faultsOf({ release: 'v1.35.2' }, [])).toEqual(['files: INPUT_REQUIRED'])
  expect(faultsOf({ release: 'v1.35.2' }, [`sha256:${'0'.repeat(64)}`])).toEqual(['files: INPUT_CONFLICT'])
  expect(faultsOf({ release: 'any, v1.35.2' })).toEqual(['release: RELEASE_VERSION_INVALID'])
})
