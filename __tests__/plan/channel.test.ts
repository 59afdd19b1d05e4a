import { ReleaseError } from '../../src/errors.js'
import { channelUrl, parseChannel } from '../../src/plan/channel.js'
import type { Channel } from '../../src/request/request.js'

test.each<[Channel, string, string]>([
  ['stable', 'v1.35.2', 'v1.35.2'],
  ['stable', 'v1.35.2\n', 'v1.35.2'],
  ['stable', 'v2.0.0', 'v2.0.0'],
  ['stable-1.35', 'v1.35.2', 'v1.35.2'],
  ['latest', 'v1.36.0-rc.1', 'v1.36.0-rc.1'],
  ['latest', 'v1.36.0', 'v1.36.0'],
  ['latest-1.36', 'v1.36.0-alpha.0', 'v1.36.0-alpha.0'],
])('%s answers %j', (channel, text, version) => {
  expect(parseChannel(channel, text)).toBe(version)
})

test.each<[Channel, string]>([
  ['stable', ''],
  ['stable', '1.35.2'],
  ['stable', 'v1.35'],
  ['stable', 'v1.36.0-rc.1'],
  ['stable', 'v0.21.4'],
  ['stable', 'v1.35.2 v1.35.3'],
  ['stable', 'v1.35.2\nv1.35.3'],
  ['stable', '<html>v1.35.2</html>'],
  ['stable', 'v1.35.2/../../evil'],
  ['stable', 'v1.35.2\u0000'],
  ['stable', 'v1.99999.0'],
  ['stable', 'v1.35.99999'],
  ['stable', `v1.35.${'9'.repeat(500)}`],
  ['stable-1.35', 'v1.34.9'],
  ['stable-1.35', 'v1.3.5'],
  ['stable-1.3', 'v1.35.0'],
  ['stable-1.35', 'v2.35.0'],
  ['latest-1.36', 'v1.35.4'],
  ['latest', 'v1.36.0-rc'],
  ['latest', 'v1.36.0-12+abcdef'],
])('%s does not answer %j', (channel, text) => {
  expect(() => parseChannel(channel, text)).toThrow(ReleaseError)
})

test('a channel file stands below the release URL, path prefix included', () => {
  expect(channelUrl(new URL('https://mirror.example/k8s/'), 'stable-1.35').href).toBe(
    'https://mirror.example/k8s/release/stable-1.35.txt',
  )
})
