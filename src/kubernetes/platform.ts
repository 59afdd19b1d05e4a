// Platforms as Kubernetes spells them, and the other spellings people have at
// hand: GitHub's `runner.os` and `runner.arch`, and Node's own.

export const OPERATING_SYSTEMS = ['linux', 'darwin', 'windows'] as const
export const ARCHITECTURES = ['amd64', 'arm64', 'arm', '386', 'ppc64le', 's390x'] as const

export type OperatingSystem = (typeof OPERATING_SYSTEMS)[number]
export type Architecture = (typeof ARCHITECTURES)[number]

export interface Platform {
  readonly os: OperatingSystem
  readonly arch: Architecture
}

const OS_SPELLINGS: Readonly<Record<string, OperatingSystem>> = { macos: 'darwin', win32: 'windows' }
const ARCH_SPELLINGS: Readonly<Record<string, Architecture>> = {
  x64: 'amd64',
  x86: '386',
  ia32: '386',
  ppc64: 'ppc64le',
}

/** @returns undefined when the text is no operating system that Kubernetes builds for */
export function parseOperatingSystem(text: string): OperatingSystem | undefined {
  const name = text.toLowerCase()
  return OPERATING_SYSTEMS.find((os) => os === name) ?? OS_SPELLINGS[name]
}

/** @returns undefined when the text is no architecture that Kubernetes builds for */
export function parseArchitecture(text: string): Architecture | undefined {
  const name = text.toLowerCase()
  return ARCHITECTURES.find((arch) => arch === name) ?? ARCH_SPELLINGS[name]
}

/** `linux/amd64` */
export function formatPlatform({ os, arch }: Platform): string {
  return `${os}/${arch}`
}

/** @param text `linux/amd64` */
export function parsePlatform(text: string): Platform | undefined {
  const [osText = '', archText = '', ...rest] = text.split('/')
  const os = parseOperatingSystem(osText)
  const arch = parseArchitecture(archText)
  return os === undefined || arch === undefined || rest.length > 0 ? undefined : { os, arch }
}
