// A search that fails is not tried ten thousand times, and is not kept silent about.
import { digestOf } from '../../src/digest.js'
import { FetchError } from '../../src/errors.js'
import type { TransparencyLog } from '../../src/ports.js'
import { boundSearch } from '../../src/prove/bounded-search.js'

const DIGEST = digestOf(Buffer.from('kubectl'))

/** A log whose search answers as it is told, and counts. */
function logWith(answers: readonly boolean[]) {
  let asked = 0
  const search = (): Promise<readonly string[]> =>
    answers[asked++] === true
      ? Promise.resolve(['ab'])
      : Promise.reject(new FetchError('FETCH_TIMEOUT', `away, ${asked}`))
  return { log: { search } as unknown as TransparencyLog, asked: () => asked }
}

async function searchTimes(log: TransparencyLog, times: number): Promise<string[]> {
  const ends: string[] = []
  for (let time = 0; time < times; time++)
    ends.push(
      await log.search(DIGEST).then(
        (found) => found.join(),
        (thrown: unknown) => String(thrown),
      ),
    )
  return ends
}

test('after three failures in a row nobody is asked any more, and the last is told', async () => {
  const { log, asked } = logWith([])
  const bounded = boundSearch(log)
  expect(bounded.failure()).toBeUndefined()
  const ends = await searchTimes(bounded.log, 10)
  expect(asked()).toBe(3)
  expect(ends.slice(2)).toEqual(Array.from({ length: 8 }, () => 'FetchError: away, 3'))
  expect(bounded.failure()?.message).toBe('away, 3')
})

test('a success between starts the count anew', async () => {
  const { log, asked } = logWith([false, false, true, false, false, true])
  const bounded = boundSearch(log)
  const ends = await searchTimes(bounded.log, 6)
  expect(asked()).toBe(6)
  expect(ends.filter((end) => end === 'ab')).toHaveLength(2)
  expect(bounded.failure()?.code).toBe('FETCH_TIMEOUT')
})
