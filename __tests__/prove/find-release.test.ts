// Which release a file is probably of: asked of the release site, whose `.sha256` files nobody signs.
import { digestOf } from '../../src/digest.js'
import { EvidenceError, FetchError } from '../../src/errors.js'
import type { HintSite } from '../../src/ports.js'
import { type FileInQuestion, findRelease } from '../../src/prove/find-release.js'

const DIGEST = digestOf(Buffer.from('kubectl'))
const file = (change: Partial<FileInQuestion> = {}): FileInQuestion => ({
  digest: DIGEST,
  fileName: 'kubectl',
  signedAt: '2026-01-15T12:00:00Z',
  platform: { os: 'linux', arch: 'amd64' },
  releaseUrl: new URL('https://site.example'),
  ...change,
})

interface Asked {
  readonly channels: string[]
  readonly files: string[]
}
function siteOf(
  channels: Readonly<Record<string, string | Error>>,
  place: string | undefined,
): { site: HintSite; asked: Asked } {
  const asked: Asked = { channels: [], files: [] }
  const site: HintSite = {
    fetchChannel: async ({ pathname }) => {
      const name = pathname.split('/').at(-1) ?? ''
      asked.channels.push(name)
      const channel = channels[name] ?? new FetchError('FETCH_HTTP_STATUS', '404', { status: 404 })
      if (channel instanceof Error) throw channel
      return Promise.resolve(channel)
    },
    fetchChecksum: async ({ artifact }) => {
      const name = artifact.pathname.replace('/release/', '')
      asked.files.push(name)
      if (name !== place) throw new EvidenceError('EVIDENCE_CHECKSUM_MISSING', 'none')
      return Promise.resolve(Buffer.from(DIGEST.hex))
    },
  }
  return { site, asked }
}
const CHANNELS = { 'stable.txt': 'v1.35.1', 'stable-1.35.txt': 'v1.35.1', 'stable-1.34.txt': 'v1.34.2' }
const PLACE = 'v1.34.1/bin/linux/amd64/kubectl'

test('among the patches of the minors of its time', async () => {
  const { site, asked } = siteOf(CHANNELS, PLACE)
  expect(await findRelease(file(), site)).toBe(PLACE)
  expect(asked.files.every((name) => name.endsWith('/bin/linux/amd64/kubectl'))).toBe(true)
  expect(asked.files.some((name) => name.startsWith('v1.35.'))).toBe(true)
  // No minor that was out of date by then.
  expect(asked.channels).not.toContain('stable-1.30.txt')
})

test.each<[string, Partial<FileInQuestion>, Readonly<Record<string, string | Error>>]>([
  ['a file of another name', { fileName: 'tool' }, CHANNELS],
  ['a digest that no release has', { digest: digestOf(Buffer.from('x')) }, CHANNELS],
  ['a site that is away', {}, { 'stable.txt': new FetchError('FETCH_NETWORK', 'away') }],
  ['a site that talks nonsense', {}, { 'stable.txt': '<html>' }],
])('%s: nothing is said', async (_, change, channels) => {
  expect(await findRelease(file(change), siteOf(channels, PLACE).site)).toBeUndefined()
})

test('a file name of one platform is asked for under that alone, whatever the machine’s', async () => {
  const { site, asked } = siteOf(CHANNELS, undefined)
  await findRelease(file({ fileName: 'kubectl.exe' }), site)
  expect(asked.files.length).toBeGreaterThan(0)
  expect(asked.files.every((name) => name.includes('/bin/windows/'))).toBe(true)
})

test('a channel that names an absurd patch costs no requests', async () => {
  const { site, asked } = siteOf({ ...CHANNELS, 'stable-1.34.txt': 'v1.34.4000' }, undefined)
  await findRelease(file(), site)
  expect(asked.files.some((name) => name.startsWith('v1.34.'))).toBe(false)
})
