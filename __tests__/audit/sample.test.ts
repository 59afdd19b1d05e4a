// The draw of an audit.
import { drawSample } from '../../src/audit/sample.js'

const paths = Array.from({ length: 40 }, (_, index) => `bin/a${index}`)
const draw = (seed: string, size = 5, version = 'v1.35.2'): string[] => [
  ...drawSample(paths, { version, seed, size }),
]

test('as many as are asked for, each once, and all of them where there are no more', () => {
  expect(draw('x')).toHaveLength(5)
  expect(draw('x', 0)).toEqual([])
  expect(draw('x', 100).sort()).toEqual([...paths].sort())
})

test('the seed draws the same again, whatever the order; another seed or release draws others', () => {
  const again = drawSample([...paths].reverse(), { version: 'v1.35.2', seed: 'x', size: 5 })
  expect([...again]).toEqual(draw('x'))
  expect(draw('y')).not.toEqual(draw('x'))
  expect(draw('x', 5, 'v1.35.1')).not.toEqual(draw('x'))
})

test('a larger draw holds the smaller one', () => {
  expect(draw('x', 9).slice(0, 5)).toEqual(draw('x'))
})
