// Bars on a terminal that keeps everything that was ever written to it.
import { PassThrough } from 'node:stream'
import { jest } from '@jest/globals'
import { createProgressBars } from '../src/progress-bars.js'

const MIB = 1024 * 1024

function createTerminal(): { stream: NodeJS.WriteStream; written: () => string } {
  let text = ''
  const stream = Object.assign(new PassThrough(), {
    isTTY: true,
    columns: 200,
    rows: 50,
    getWindowSize: () => [200, 50],
  })
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return { stream: stream as unknown as NodeJS.WriteStream, written: () => text }
}

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

test('a bar per transfer, with rate and size, and the terminal as it was', () => {
  const { stream, written } = createTerminal()
  const bars = createProgressBars(stream)
  for (const part of [1, 5, 10]) {
    bars.onProgress('v1.35.2/kubectl', { receivedBytes: part * MIB, totalBytes: 10 * MIB })
    bars.onProgress('evil\u001b]0;title', { receivedBytes: part, totalBytes: undefined })
    jest.advanceTimersByTime(1000)
  }
  bars.stop()
  expect(written()).toContain('v1.35.2/kubectl')
  expect(written()).toMatch(/\d+ % [\d.]+ MiB of 10\.0 MiB/)
  // Text from outside is escaped, and the cursor that was hidden is shown again.
  expect(written()).not.toContain('\u001b]0;title')
  expect(written().lastIndexOf('\u001b[?25h')).toBeGreaterThan(written().lastIndexOf('\u001b[?25l'))
})

test('stopping twice, or before any transfer, is no fault', () => {
  const { stream } = createTerminal()
  const bars = createProgressBars(stream)
  bars.stop()
  bars.stop()
})
