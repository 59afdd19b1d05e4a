// What a lock file may mean by a version: whoever can change it chooses within what was asked for, and no further.
import type { ReleaseVersion } from '../../src/kubernetes/version.js'
import { assertNotBackwards, resolveFrozen } from '../../src/lock/frozen.js'
import type { Lock } from '../../src/lock/lock.js'
import { type Channel, type VersionSpec, formatVersionSpec } from '../../src/request/request.js'
import { toResult } from '../../src/result.js'

function resolve(spec: VersionSpec, versions: readonly string[]): readonly ReleaseVersion[] {
  const request = {
    versions: { [formatVersionSpec(spec)]: versions as ReleaseVersion[] },
    artifacts: [],
    platforms: [],
  }
  const lock: Lock = { lockfileVersion: 1, request, artifacts: [] }
  return resolveFrozen(spec, lock)
}

const exact = (version: string): VersionSpec => ({
  kind: 'exact',
  origin: 'input',
  version: version as ReleaseVersion,
})
const channel = (name: Channel): VersionSpec => ({
  kind: 'channel',
  origin: 'input',
  channel: name,
})
const range = (text: string): VersionSpec => ({ kind: 'range', origin: 'input', range: text })
const supported: VersionSpec = { kind: 'supported', origin: 'input' }

test.each<[VersionSpec, string[]]>([
  [exact('v1.35.2'), ['v1.35.2']],
  [channel('stable'), ['v1.35.2']],
  [channel('stable-1.35'), ['v1.35.0']],
  [channel('latest'), ['v1.36.0-alpha.1']],
  [channel('latest-1.35'), ['v1.35.0-rc.1']],
  [range('>=1.35 <1.36'), ['v1.35.2']],
  [range('1.35.x'), ['v1.35.9']],
  [supported, ['v1.35.2', 'v1.34.5', 'v1.33.9']],
  [supported, ['v1.35.2', 'v1.34.5', 'v1.33.9', 'v1.32.12']],
])('%j can be %j', (spec, versions) => {
  expect(resolve(spec, versions)).toEqual(versions)
})

test.each<[VersionSpec, string[]]>([
  [exact('v1.35.2'), ['v1.26.0']],
  [exact('v1.35.2'), ['v1.35.2', 'v1.26.0']],
  [channel('stable-1.35'), ['v1.26.0']],
  [channel('stable-1.35'), ['v1.35.0-rc.1']],
  [channel('stable-1.35'), ['v1.35.2', 'v1.35.1']],
  [channel('stable'), ['v1.36.0-alpha.1']],
  [channel('stable'), ['v1.35.2', 'v1.34.1']],
  [channel('latest-1.35'), ['v1.36.0']],
  [range('>=1.35 <1.36'), ['v1.26.0']],
  [range('>=1.35 <1.36'), ['v1.36.0']],
  [range('>=1.35 <1.36'), ['v1.35.3-rc.0']],
  [range('>=1.35 <1.36'), ['v1.35.2', 'v1.35.1']],
  [supported, ['v1.35.2', 'v1.34.5', 'v1.26.0']],
  [supported, ['v1.35.2', 'v1.35.1', 'v1.34.5']],
  [supported, ['v1.36.0-rc.1', 'v1.35.2', 'v1.34.5']],
  [supported, ['v1.35.2', 'v1.34.5', 'v1.33.9', 'v1.32.12', 'v1.31.14']],
])('%j cannot be %j', (spec, versions) => {
  expect(toResult(() => resolve(spec, versions)).error?.code).toBe('LOCK_MISMATCH')
})

const lockOf = (versions: Readonly<Record<string, readonly string[]>>): Lock => ({
  lockfileVersion: 1,
  request: { versions: versions as Lock['request']['versions'], artifacts: [], platforms: [] },
  artifacts: [],
})

test.each<[VersionSpec, Readonly<Record<string, readonly string[]>>, string[], boolean]>([
  [channel('stable-1.35'), { 'stable-1.35': ['v1.35.2'] }, ['v1.35.1'], true],
  [channel('stable-1.35'), { 'stable-1.35': ['v1.35.2'] }, ['v1.35.2'], false],
  // Under another name it is the same release.
  [channel('stable-1.35'), { 'v1.35.2': ['v1.35.2'] }, ['v1.35.1'], true],
  [channel('stable'), { 'stable-1.35': ['v1.35.2'] }, ['v1.34.7'], true],
  [range('>=1.33 <1.36'), { 'v1.35.2': ['v1.35.2'] }, ['v1.34.7'], true],
  [supported, { 'stable-1.35': ['v1.35.2'] }, ['v1.36.0', 'v1.35.1', 'v1.34.0'], true],
  // What it could not mean says nothing of it.
  [channel('stable-1.34'), { stable: ['v1.35.2'] }, ['v1.34.7'], false],
  [range('<1.35'), { stable: ['v1.35.2'] }, ['v1.34.7'], false],
  [channel('stable'), { latest: ['v1.36.0-rc.1'] }, ['v1.35.2'], false],
  [exact('v1.35.1'), { 'v1.35.2': ['v1.35.2'] }, ['v1.35.1'], false],
  [supported, { supported: ['v1.35.2', 'v1.34.7'] }, ['v1.35.2', 'v1.34.7', 'v1.33.0'], false],
])('%j, by a lock of %j, that comes to %j goes back: %s', (spec, versions, now, isBack) => {
  const { error } = toResult(() => assertNotBackwards(spec, now as ReleaseVersion[], lockOf(versions)))
  expect(error?.code).toBe(isBack ? 'LOCK_VERSION_BACKWARDS' : undefined)
})
