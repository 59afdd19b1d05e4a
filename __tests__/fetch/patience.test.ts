// The account of waiting, on a clock of its own.
import { Patience, type PatienceOptions, type Setback } from '../../src/fetch/patience.js'
import { createJumpingClock } from '../support/clocks.js'

const SITE = 'https://dl.k8s.io'
const LOG = 'https://rekor.sigstore.dev'
const SECOND = 1000

function start(options: Partial<PatienceOptions> = {}) {
  const clock = createJumpingClock()
  const patience = new Patience({
    limitMs: 150 * SECOND,
    minDelayMs: SECOND,
    maxDelayMs: 16 * SECOND,
    clock,
    random: () => 0,
    ...options,
  })
  /** Fails until a moment, or as long as it is let; @returns when it was tried. */
  const tryUntil = async (endMs: number, setback: Partial<Setback> = {}): Promise<readonly number[]> => {
    const times: number[] = []
    const whole: Setback = { origin: SITE, kind: 'connection', object: `${SITE}/a`, ...setback }
    let waiter: ReturnType<Patience['wait']> | undefined
    for (;;) {
      times.push(clock.now() / SECOND)
      if (clock.now() >= endMs) {
        patience.answered(whole.origin)
        waiter?.leave()
        return times
      }
      const next = patience.wait(whole, times.length)
      waiter?.leave()
      waiter = next
      if (await next.turn) continue
      next.leave()
      return times
    }
  }
  return { patience, clock, tryUntil }
}

test('tries at growing distances, and once more at the very end', async () => {
  const { tryUntil, patience } = start()
  const times = await tryUntil(Infinity)
  expect(times).toEqual([0, 1, 3, 7, 15, 31, 47, 63, 79, 95, 111, 127, 143, 150])
  expect(patience.remainingMs(SITE)).toBe(0)
})

test('without patience there is one try', async () => {
  expect(await start({ limitMs: 0 }).tryUntil(Infinity)).toEqual([0])
})

test('what was waited counts for the next outage, too: the clock does not reset', async () => {
  const { tryUntil, clock } = start({ limitMs: 10 * SECOND })
  expect(await tryUntil(7 * SECOND)).toEqual([0, 1, 3, 7])
  expect(await tryUntil(Infinity)).toEqual([7, 8, 10])
  // And every request has its first try.
  expect(await tryUntil(Infinity)).toEqual([10])
  expect(clock.now()).toBe(10 * SECOND)
})

test('requests that wait side by side cost no more than one, and one asks for all', async () => {
  const { tryUntil, patience } = start()
  const all = await Promise.all(
    Array.from({ length: 50 }, (_, index) => tryUntil(60 * SECOND, { object: `${SITE}/${index}` })),
  )
  expect(all.every((times) => times.at(-1) === 63)).toBe(true)
  // Fifty first tries, the probes, and fifty last ones.
  expect(all.flat().length).toBeLessThan(50 + 10 + 50)
  expect(patience.remainingMs(SITE)).toBe(87 * SECOND)
})

test('when the patience ends, all know after one last try', async () => {
  const { tryUntil, clock } = start({ limitMs: 10 * SECOND })
  const all = await Promise.all([tryUntil(Infinity), tryUntil(Infinity), tryUntil(Infinity)])
  expect(clock.now()).toBe(10 * SECOND)
  expect(all.flat().filter((time) => time === 10)).toHaveLength(1)
})

test('an origin is waited for by itself, and all of them twice as long', async () => {
  const { tryUntil, patience } = start({ limitMs: 10 * SECOND })
  await tryUntil(Infinity)
  expect(patience.remainingMs(LOG)).toBe(10 * SECOND)
  await tryUntil(Infinity, { origin: LOG })
  expect(await tryUntil(Infinity, { origin: 'https://tuf.example' })).toHaveLength(1)
})

test('origins that are away at the same time are waited for at the same time', async () => {
  const { tryUntil, clock } = start({ limitMs: 10 * SECOND })
  const origins = ['a', 'b', 'c', 'd'].map((name) => `https://${name}.example`)
  const all = await Promise.all(origins.map((origin) => tryUntil(8 * SECOND, { origin })))
  expect(all.map((times) => times.at(-1))).toEqual([10, 10, 10, 10])
  expect(clock.now()).toBe(10 * SECOND)
})

test('one bad object never blocks others', async () => {
  const { tryUntil, patience } = start()
  const bad = tryUntil(Infinity, { kind: 'status', object: `${SITE}/bad` })
  const good = await tryUntil(SECOND / 2, { kind: 'object', object: `${SITE}/good` })
  expect(good).toEqual([0, 1])
  expect((await bad).at(-1)).toBe(150)
  expect(patience.remainingMs(LOG)).toBe(150 * SECOND)
})

test('two objects with server errors, and no answer between, are an origin that is away', async () => {
  const { tryUntil } = start()
  const [one, other] = await Promise.all([
    tryUntil(60 * SECOND, { kind: 'status', object: `${SITE}/one` }),
    tryUntil(60 * SECOND, { kind: 'status', object: `${SITE}/other` }),
  ])
  expect(one.length + other.length).toBeLessThan(12)
})

test('Retry-After is waited for up to what is left; what is more fails at once', async () => {
  const { tryUntil } = start()
  expect(await tryUntil(SECOND, { kind: 'object', retryAfterMs: 100 * SECOND })).toEqual([0, 100])
  expect(await tryUntil(Infinity, { kind: 'object', retryAfterMs: 51 * SECOND })).toEqual([100])
})

test('who has less patience ends nobody else’s', async () => {
  const { tryUntil, patience } = start()
  expect((await tryUntil(Infinity, { limitMs: 10 * SECOND })).at(-1)).toBe(10)
  expect(patience.remainingMs(SITE)).toBe(150 * SECOND)
})

test('waiting is told, at growing distances', async () => {
  const told: string[] = []
  const { tryUntil } = start({
    onWaiting: (host, ms) => void told.push(`${host} ${Math.round(ms / SECOND)}`),
  })
  await tryUntil(Infinity, { origin: LOG })
  expect(told).toEqual(['5', '10', '20', '40', '80'].map((s) => `rekor.sigstore.dev ${s}`))
})
