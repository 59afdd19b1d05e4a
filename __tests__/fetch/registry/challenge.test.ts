// What a registry asks before it answers, and where a list goes on: from hostile headers too.
import { parseChallenge } from '../../../src/fetch/registry/challenge.js'
import { nextPage } from '../../../src/fetch/registry/pages.js'

test.each<[string, 'basic' | 'bearer', Record<string, string>]>([
  [
    'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:library/alpine:pull"',
    'bearer',
    {
      realm: 'https://auth.docker.io/token',
      service: 'registry.docker.io',
      scope: 'repository:library/alpine:pull',
    },
  ],
  ['Basic realm="Registry"', 'basic', { realm: 'Registry' }],
  ['BASIC Realm=x', 'basic', { realm: 'x' }],
  ['Basic', 'basic', {}],
  [
    'bearer realm = "https://a.example/t" , scope="a,b"',
    'bearer',
    { realm: 'https://a.example/t', scope: 'a,b' },
  ],
  ['Basic realm="a", Bearer realm="https://a.example/t"', 'bearer', { realm: 'https://a.example/t' }],
  ['Bearer realm="https://a.example/t", Basic realm="a"', 'bearer', { realm: 'https://a.example/t' }],
  ['Negotiate, Basic realm="a"', 'basic', { realm: 'a' }],
  ['NTLM dG9rZW4=, Basic realm="a"', 'basic', { realm: 'a' }],
  [String.raw`Basic realm="a \"quoted\" one"`, 'basic', { realm: 'a "quoted" one' }],
  [
    'Bearer realm="https://a.example/1",realm="https://a.example/2"',
    'bearer',
    { realm: 'https://a.example/1' },
  ],
])('%s', (header, scheme, parameters) => {
  expect(parseChallenge(header)).toEqual({ scheme, parameters })
})

test.each([undefined, '', 'Negotiate', 'Digest realm="a"', '"', ',,,', `Bearer realm="${'a'.repeat(9000)}"`])(
  'none we know in %p',
  (header) => {
    expect(parseChallenge(header)).toBeUndefined()
  },
)

test('at its cap it is read at once', () => {
  for (const unit of ['a', 'a ', 'a=', 'a"', '"', 'a="', ' ', ',', 'a,', 'Bearer ', '\\'])
    parseChallenge(unit.repeat(8192 / unit.length).slice(0, 8192))
}, 2000)

const PAGE = new URL('https://registry.example/v2/a/referrers/sha256:00')

test.each([
  ['</v2/a/referrers/sha256:00?n=1&last=b>; rel="next"', '/v2/a/referrers/sha256:00?n=1&last=b'],
  ['<?n=1>;rel=next', '/v2/a/referrers/sha256:00?n=1'],
  ['<https://registry.example/x>; title="a"; rel="next"', '/x'],
  ['</a>; rel="prev", </b>; rel="last next"', '/b'],
])('the next page of %s', (header, path) => {
  expect(nextPage(header, PAGE)?.href).toBe(`https://registry.example${path}`)
})

test.each([undefined, '', '</a>; rel="prev"', '</a>', 'rel="next"', '</a>; rel="nextish"', '<'.repeat(5000)])(
  'no next page in %p',
  (header) => {
    expect(nextPage(header, PAGE)).toBeUndefined()
  },
)

test.each([
  '<https://elsewhere.example/>; rel="next"',
  '<http://registry.example/>; rel="next"',
  '<https://registry.example:444/>; rel="next"',
  '<https://user:pass@registry.example/>; rel="next"',
  '<//elsewhere.example/>; rel="next"',
])('a list goes on where it began: %s', (header) => {
  expect(() => nextPage(header, PAGE)).toThrow(/goes on at another place/)
})
