// Ten by ten.
import { toBatches } from '../../src/gather/batches.js'

test.each([
  [0, []],
  [1, [1]],
  [10, [10]],
  [11, [10, 1]],
  [200, Array.from({ length: 20 }, () => 10)],
])('%i values', (count, sizes) => {
  const values = Array.from({ length: count }, (_, index) => index)
  expect(toBatches(values).map((batch) => batch.length)).toEqual(sizes)
  expect(toBatches(values).flat()).toEqual(values)
})
