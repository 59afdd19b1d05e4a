// Platforms as Kubernetes spells them, and the other spellings people have at
// hand: GitHub's `runner.os` and `runner.arch`, and Node's own.

/** What Kubernetes releases are built for, client or server. */
export const OPERATING_SYSTEMS = ['linux', 'darwin', 'windows'] as const
/** Architectures as Go and Kubernetes' paths name them. */
export const ARCHITECTURES = ['amd64', 'arm64', 'arm', '386', 'ppc64le', 's390x'] as const

export type OperatingSystem = (typeof OPERATING_SYSTEMS)[number]
export type Architecture = (typeof ARCHITECTURES)[number]

export interface Platform {
  readonly os: OperatingSystem
  readonly arch: Architecture
}

/** What `uname -s`, Windows and GitHub's `runner.os` call them. */
const OS_SPELLINGS: Readonly<Record<string, OperatingSystem>> = {
  macos: 'darwin',
  osx: 'darwin',
  win32: 'windows',
  windows_nt: 'windows',
}

/**
 * By meaning, never by likeness: what `uname -m`, Debian, RPM, Docker, Windows, GitHub's `runner.arch` and
 * Node call the architectures that Kubernetes builds for. All of ARM's with 32 bits are one there.
 */
const ARCH_SPELLINGS: Readonly<Record<string, Architecture>> = {
  x64: 'amd64',
  x86_64: 'amd64',
  'x86-64': 'amd64',
  aarch64: 'arm64',
  'arm64/v8': 'arm64',
  armv6l: 'arm',
  armv7l: 'arm',
  armv7hl: 'arm',
  armv8l: 'arm',
  armhf: 'arm',
  armv6: 'arm',
  armv7: 'arm',
  'arm/v6': 'arm',
  'arm/v7': 'arm',
  x86: '386',
  ia32: '386',
  i386: '386',
  i486: '386',
  i586: '386',
  i686: '386',
  // Node's name for both byte orders, of which it is built for the little one alone.
  ppc64: 'ppc64le',
  ppc64el: 'ppc64le',
}

/** Names of others, so that their owners hear that there is none, and not that the word is unknown. */
const NOT_BUILT_FOR =
  /^(?:riscv(?:32|64)?|loong(?:32|64|arch64|arch)|mips\w*|ppc|ppcspe|powerpc\w*|s390|sparc\w*|alpha\w*|armv[45]\w*|armel|arm\/v5|armbe|aarch64_be|arm64be|arm64ilp32|arm64_32|ia64|m68k|sh4|hppa\d*|parisc\d*|wasm\d*|x32|or1k|arc|xtensa|freebsd|openbsd|netbsd|dragonfly|solaris|sunos|illumos|aix|android|ios|plan9|haiku|js|wasip1)$/

/** @returns undefined when the text is no operating system that Kubernetes builds for */
export function parseOperatingSystem(text: string): OperatingSystem | undefined {
  return spelled(text, OPERATING_SYSTEMS, OS_SPELLINGS)
}

/** @returns undefined when the text is no architecture that Kubernetes builds for */
export function parseArchitecture(text: string): Architecture | undefined {
  return spelled(text, ARCHITECTURES, ARCH_SPELLINGS)
}

/** Whether the text is the name of an operating system or architecture that Kubernetes is not built for. */
export function isKnownElsewhere(text: string): boolean {
  return NOT_BUILT_FOR.test(text.toLowerCase())
}

function spelled<T extends string>(
  text: string,
  names: readonly T[],
  spellings: Readonly<Record<string, T>>,
): T | undefined {
  const name = text.toLowerCase()
  return names.find((each) => each === name) ?? (Object.hasOwn(spellings, name) ? spellings[name] : undefined)
}

/** `linux/amd64` */
export function formatPlatform({ os, arch }: Platform): string {
  return `${os}/${arch}`
}

/** As Kubernetes itself spells it, in paths and file names; no other spelling is taken. */
export function parseOwnPlatform(text: string): Platform | undefined {
  const platform = parsePlatform(text)
  return platform !== undefined && formatPlatform(platform) === text ? platform : undefined
}

/** @param text `linux/amd64` */
export function parsePlatform(text: string): Platform | undefined {
  const [osText = '', archText = '', ...rest] = text.split('/')
  const os = parseOperatingSystem(osText)
  const arch = parseArchitecture(archText)
  return os === undefined || arch === undefined || rest.length > 0 ? undefined : { os, arch }
}
