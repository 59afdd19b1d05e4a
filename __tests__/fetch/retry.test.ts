import { parseRetryAfter } from '../../src/fetch/retry.js'
import { createJumpingClock } from '../support/clocks.js'
import { ONCE, closeAll, failureOf, quickHttp, serve } from './loopback.js'

afterEach(closeAll)

const maxBytes = 1000

test.each([408, 429, 500, 502, 503, 504])('status %i is tried again, and may pass', async (status) => {
  const { url, requests } = await serve((_, response, count) => {
    response.statusCode = count < 2 ? status : 200
    response.end('fine')
  })
  expect((await quickHttp().fetchBytes(url, { maxBytes })).toString()).toBe('fine')
  expect(requests).toHaveLength(3)
})

test('a connection that is reset is tried again', async () => {
  const { url } = await serve((_, response, count) => {
    if (count < 2) response.socket?.resetAndDestroy()
    else response.end('fine')
  })
  expect((await quickHttp().fetchBytes(url, { maxBytes })).toString()).toBe('fine')
})

test('after the last try the last failure is told, with the number of tries', async () => {
  const { url, requests } = await serve((_, response, count) => {
    response.writeHead(count < 3 ? 502 : 503).end()
  })
  const failure = await failureOf(quickHttp({ patienceMs: 3000 }).fetchBytes(url, { maxBytes }))
  expect(failure).toMatchObject({ code: 'FETCH_HTTP_STATUS', status: 503, retryable: true })
  expect(failure.message).toContain('tried 4 times')
  expect(requests).toHaveLength(4)
})

test('a failure for good ends the tries', async () => {
  const { url, requests } = await serve((_, response, count) => {
    response.writeHead(count === 0 ? 503 : 404).end()
  })
  const failure = await failureOf(quickHttp().fetchBytes(url, { maxBytes }))
  expect(failure).toMatchObject({ status: 404, retryable: false })
  expect(requests).toHaveLength(2)
})

test('no patience means one try, and does not boast of it', async () => {
  const { url, requests } = await serve((_, response) => response.writeHead(503).end())
  const failure = await failureOf(quickHttp(ONCE).fetchBytes(url, { maxBytes }))
  expect(failure.message).not.toContain('tried')
  expect(requests).toHaveLength(1)
})

describe('Retry-After', () => {
  test('is waited for', async () => {
    const waitingClock = createJumpingClock()
    const times: number[] = []
    const { url } = await serve((_, response, count) => {
      times.push(waitingClock.now())
      if (count === 0) response.writeHead(429, { 'retry-after': '70' }).end()
      else response.end('fine')
    })
    await quickHttp({ waitingClock, patienceMs: 150_000 }).fetchBytes(url, { maxBytes })
    expect(times).toEqual([0, 70_000])
  })

  test.each([
    ['seconds', '151'],
    ['a date', new Date(Date.now() + 3_600_000).toUTCString()],
  ])('that is too long, in %s, ends the tries and is told', async (_, header) => {
    const { url, requests } = await serve((_, response) => {
      response.writeHead(503, { 'retry-after': header }).end()
    })
    const failure = await failureOf(quickHttp({ patienceMs: 150_000 }).fetchBytes(url, { maxBytes }))
    expect(failure).toMatchObject({ code: 'FETCH_HTTP_STATUS', status: 503 })
    expect(failure.message).toMatch(/asks to wait \d+ s, which is too long/)
    expect(requests).toHaveLength(1)
  })

  test('that makes no sense changes nothing', async () => {
    const { url, requests } = await serve((_, response, count) => {
      if (count === 0) response.writeHead(503, { 'retry-after': 'soon' }).end()
      else response.end('fine')
    })
    await quickHttp().fetchBytes(url, { maxBytes })
    expect(requests).toHaveLength(2)
  })

  const now = Date.parse('2026-11-23T20:00:00Z')
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['soon', undefined],
    ['99999999999999999999', undefined],
    ['0', 0],
    ['120', 120_000],
    ['Mon, 23 Nov 2026 20:00:07 GMT', 7000],
    ['Mon, 23 Nov 2026 19:00:00 GMT', 0],
  ])('%j is read as %j', (header, milliseconds) => {
    expect(parseRetryAfter(header, now)).toBe(milliseconds)
  })
})
