// Words that people type for operating systems and architectures: by meaning, or refused.
import type { InputError } from '../../src/errors.js'
import { parseArchitecture, parseOperatingSystem, parseOwnPlatform } from '../../src/kubernetes/platform.js'
import { parseRequest } from '../support/words.js'

test.each([
  ['amd64', ['amd64', 'AMD64', 'x86_64', 'X86_64', 'x86-64', 'x64', 'X64']],
  ['arm64', ['arm64', 'ARM64', 'aarch64', 'arm64/v8']],
  ['arm', ['arm', 'ARM', 'armv6l', 'armv7l', 'armv7hl', 'armv8l', 'armhf', 'arm/v6', 'arm/v7']],
  ['386', ['386', 'x86', 'ia32', 'i386', 'i486', 'i586', 'i686']],
  ['ppc64le', ['ppc64le', 'ppc64el']],
  ['s390x', ['s390x']],
])('%s', (arch, spellings) => {
  expect(spellings.map(parseArchitecture)).toEqual(spellings.map(() => arch))
})

test.each([
  ['linux', ['linux', 'Linux']],
  ['darwin', ['darwin', 'Darwin', 'macOS']],
  ['windows', ['windows', 'Windows', 'win32', 'Windows_NT']],
])('%s', (os, spellings) => {
  expect(spellings.map(parseOperatingSystem)).toEqual(spellings.map(() => os))
})

function refusalOf(inputs: { os?: string; arch?: string }): string {
  try {
    parseRequest({ artifacts: 'kubectl', ...inputs }, { machine: { platform: 'linux', arch: 'x64' } })
  } catch (thrown) {
    const { fields } = thrown as InputError
    return fields.map(({ code, field, message }) => `${code} ${field}: ${message}`).join('\n')
  }
  return 'taken'
}

test.each(['riscv64', 'loong64', 'loongarch64', 'mips64el', 'armv5tel', 'armel', 'aarch64_be', 'RISCV64'])(
  'arch %s: not built for, and nothing is proposed',
  (arch) => {
    const all = 'amd64, arm64, arm, 386, ppc64le, s390x, all'
    expect(refusalOf({ arch })).toBe(
      `INPUT_INVALID arch: Kubernetes is not built for "${arch}"; allowed: ${all}`,
    )
  },
)

test.each([
  [{ arch: 'amd46' }, /^INPUT_INVALID arch: "amd46" is not allowed; allowed: amd64, .*, all$/],
  [{ arch: 'constructor' }, /^INPUT_INVALID arch: "constructor" is not allowed/],
  [{ arch: '__proto__' }, /^INPUT_INVALID arch/],
  [{ os: 'FreeBSD' }, /^INPUT_INVALID os: Kubernetes is not built for "FreeBSD"; allowed: linux, /],
  [{ os: 'linx' }, /^INPUT_INVALID os: "linx" is not allowed; allowed: linux, darwin, windows, all$/],
])('%j', (inputs, message) => {
  expect(refusalOf(inputs)).toMatch(message)
})

test('in a path only the project’s own spelling counts', () => {
  expect(parseOwnPlatform('linux/amd64')).toEqual({ os: 'linux', arch: 'amd64' })
  expect(['linux/x86_64', 'Linux/amd64', 'linux/amd64/v2', 'macos/arm64'].map(parseOwnPlatform)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
