// What docker, podman and cosign keep of logins, in all its spellings.
import {
  findByPrefix,
  parseDockerConfig,
  secretsOf,
  serverOf,
  toHelperLogin,
  toLogin,
} from '../../../src/fetch/registry/docker-config.js'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const at = (name: string): { registry: string; repository: string } => {
  const slash = name.indexOf('/')
  return { registry: name.slice(0, slash), repository: name.slice(slash + 1) }
}

test.each<[string, string[], string | undefined]>([
  ['registry.example/team/app', ['registry.example'], 'registry.example'],
  ['registry.example/team/app', ['registry.example', 'registry.example/team'], 'registry.example/team'],
  [
    'registry.example/team/app',
    ['registry.example/team', 'registry.example/team/app', 'registry.example/team/application'],
    'registry.example/team/app',
  ],
  ['registry.example/team/app', ['registry.example/tea'], undefined],
  [
    'registry.example/team/app',
    ['registry.example.evil', 'registry.exampl', 'evil/registry.example'],
    undefined,
  ],
  ['registry.example:5000/app', ['registry.example'], undefined],
  ['registry.example:5000/app', ['https://registry.example:5000/v2/'], 'https://registry.example:5000/v2/'],
  ['registry.example/app', ['http://registry.example/v1'], 'http://registry.example/v1'],
  ['registry.example/app', ['REGISTRY.example'], 'REGISTRY.example'],
  ['docker.io/library/alpine', ['https://index.docker.io/v1/'], 'https://index.docker.io/v1/'],
  ['index.docker.io/library/alpine', ['docker.io'], 'docker.io'],
  ['docker.io/team/app', ['https://index.docker.io/v1/', 'docker.io/team'], 'docker.io/team'],
  ['registry.example/app', [], undefined],
])('%s among %j', (name, keys, expected) => {
  const entries = Object.fromEntries(keys.map((key) => [key, key]))
  expect(findByPrefix(entries, at(name))?.key).toBe(expected)
})

test('who one is', () => {
  expect(toLogin({ auth: base64('me:a:b') })).toEqual({ kind: 'password', username: 'me', password: 'a:b' })
  expect(toLogin({ username: 'me', password: 'x' })).toEqual({
    kind: 'password',
    username: 'me',
    password: 'x',
  })
  // docker writes both beside an identity token.
  expect(toLogin({ auth: base64('00000000-0000:'), identitytoken: 't' })).toEqual({
    kind: 'identity-token',
    token: 't',
  })
  expect(toLogin({ registrytoken: 't' })).toEqual({ kind: 'registry-token', token: 't' })
  // What is with a helper leaves an empty entry; others are broken, or would break a header.
  for (const entry of [
    {},
    { auth: '' },
    { auth: base64('me') },
    { auth: base64(':x') },
    { auth: base64('me:') },
    { auth: base64('me:x\r\nEvil: 1') },
    { username: 'a:b', password: 'x' },
    { identitytoken: 'a\nb' },
  ])
    expect(toLogin(entry)).toBeUndefined()
})

test('what a helper says', () => {
  const answer = (Username: unknown, Secret: unknown): string =>
    JSON.stringify({ ServerURL: 's', Username, Secret })
  expect(toHelperLogin(answer('me', 'x'))).toEqual({ kind: 'password', username: 'me', password: 'x' })
  expect(toHelperLogin(answer('<token>', 't'))).toEqual({ kind: 'identity-token', token: 't' })
  for (const text of [
    '',
    'credentials not found in native keychain',
    '[]',
    answer('', 'x'),
    answer('me', ''),
    answer(1, 2),
  ])
    expect(toHelperLogin(text)).toBeUndefined()
  expect(serverOf(at('docker.io/library/alpine'))).toBe('https://index.docker.io/v1/')
  expect(serverOf(at('registry.example:5000/app'))).toBe('registry.example:5000')
})

test('a file of docker’s, and what is none', () => {
  const text = JSON.stringify({
    auths: { a: { auth: 'x', email: 'me@a.example' }, b: {}, c: 'broken' },
    credHelpers: { d: 'ecr-login' },
    credsStore: 'desktop',
    HttpHeaders: { 'User-Agent': 'Docker' },
  })
  expect(parseDockerConfig(text)).toMatchObject({
    auths: { a: { auth: 'x' }, b: {}, c: {} },
    credHelpers: { d: 'ecr-login' },
    credsStore: 'desktop',
  })
  expect(parseDockerConfig('{}')).toEqual({ auths: {}, credHelpers: {}, credsStore: undefined })
  for (const broken of ['', 'null', '[]', '{"auths":1}', '{"credsStore":1}', '{'])
    expect([broken, parseDockerConfig(broken) && 'read']).toEqual([broken, undefined])
})

test('all that is secret, in each form that is sent', () => {
  expect(secretsOf({ kind: 'password', username: 'me', password: 'x' })).toEqual(['x', base64('me:x')])
  expect(secretsOf({ kind: 'identity-token', token: 't' })).toEqual(['t'])
})
