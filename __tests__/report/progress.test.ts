import { createPacedProgress } from '../../src/report/paced-progress.js'
import { formatBytes, formatProgress } from '../../src/report/progress.js'

const MIB = 1024 * 1024

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KiB'],
  [58_601_656, '55.9 MiB'],
  [5 * 1024 * MIB, '5.0 GiB'],
  [5000 * 1024 * MIB, '5000.0 GiB'],
])('%d bytes', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test.each([
  [
    { receivedBytes: 10 * MIB, totalBytes: 50 * MIB },
    2000,
    'kubectl: 10.0 MiB of 50.0 MiB (20 %), 5.0 MiB/s, 8 s left',
  ],
  [{ receivedBytes: 0, totalBytes: 50 * MIB }, 2000, 'kubectl: 0 B of 50.0 MiB (0 %), 0 B/s'],
  [{ receivedBytes: 10 * MIB, totalBytes: undefined }, 1000, 'kubectl: 10.0 MiB, 10.0 MiB/s'],
])('%j after %d ms', (progress, elapsedMs, text) => {
  expect(formatProgress('kubectl', progress, elapsedMs)).toBe(text)
})

test('a line per transfer every five seconds, and none for a short one', () => {
  let time = 0
  const lines: string[] = []
  const listen = createPacedProgress(
    (line) => lines.push(line),
    () => time,
  )
  for (time = 0; time <= 12_000; time += 100) {
    listen('long', { receivedBytes: time, totalBytes: 24_000 })
    if (time < 4000) listen('short', { receivedBytes: time, totalBytes: 4000 })
  }
  expect(lines).toEqual([expect.stringMatching(/^long: .*20 %/), expect.stringMatching(/^long: .*41 %/)])
})
