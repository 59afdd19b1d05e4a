// What stands on a terminal while transfers run, and after them.
import { Writable } from 'node:stream'
import { createProgressBars } from '../../src/cli/progress-bars.js'
import type { ProgressDisplay } from '../../src/commands/surroundings.js'

const { jest } = import.meta
const MIB = 1024 * 1024
/** How often cli-progress draws. */
const FRAME_MS = 100
const ESCAPE = '\u001b'
const TOKENS = new RegExp(`${ESCAPE}\\[(\\??\\d*)([A-Za-z])|\\n|[^\\n${ESCAPE}]+|${ESCAPE}`, 'g')

/** A terminal as far as cli-progress uses one: it keeps the lines, the cursor, and what it was told to hide. */
class Terminal {
  readonly isTTY = true
  readonly lines: string[] = ['$ get']
  isCursorShown = true
  written = ''
  #x = 0
  #y = 1

  constructor(
    readonly columns: number,
    readonly rows: number,
  ) {}

  write(text: string): void {
    this.written += text
    for (const [token, count = '', command] of text.matchAll(TOKENS)) this.#take(token, count, command)
  }

  /** What is seen, without the line of the command that was typed. */
  get screen(): string[] {
    const [typed, ...lines] = this.lines.map((line) => line.trimEnd())
    expect(typed).toBe('$ get')
    while (lines.at(-1) === '') lines.pop()
    return lines
  }

  get cursor(): [number, number] {
    return [this.#x, this.#y]
  }

  #take(token: string, count: string, command: string | undefined): void {
    const line = this.lines[this.#y] ?? ''
    if (token === '\n') {
      this.#x = 0
      this.#y += 1
    } else if (command === undefined && token !== ESCAPE) {
      this.lines[this.#y] =
        line.slice(0, this.#x).padEnd(this.#x) + token + line.slice(this.#x + token.length)
      this.#x += token.length
    } else if (command === 'A') this.#y -= Number(count)
    else if (command === 'G') this.#x = Number(count) - 1
    else if (command === 'K') this.lines[this.#y] = line.slice(0, this.#x)
    else if (command === 'J') {
      this.lines[this.#y] = line.slice(0, this.#x)
      this.lines.length = this.#y + 1
    } else if (count === '?25') this.isCursorShown = command === 'h'
    else throw new Error(`not known: ${JSON.stringify(token)}`)
    if (this.#y < 1) throw new Error('the typed line is written over')
    if (this.#y >= (this.rows || Infinity) || this.#x > this.columns)
      throw new Error('this line would wrap or scroll')
  }
}

let terminal: Terminal
let bars: ProgressDisplay

function open(columns = 100, rows = 24): void {
  terminal = new Terminal(columns, rows)
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk: string, _encoding, done) => {
      terminal.write(chunk)
      done()
    },
  })
  const { isTTY } = terminal
  bars = createProgressBars(Object.assign(stream, { isTTY, columns, rows }) as unknown as NodeJS.WriteStream)
}

function pass(milliseconds: number): void {
  jest.advanceTimersByTime(milliseconds)
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick'] })
})

afterEach(() => {
  bars.stop()
  expect(jest.getTimerCount()).toBe(0)
  expect(terminal.screen).toEqual([])
  expect(terminal.isCursorShown).toBe(true)
  expect(process.listeners('exit')).not.toContain(bars.stop)
  jest.useRealTimers()
})

test('a bar per transfer, with its share, bytes, rate and remaining time', () => {
  open()
  bars.onProgress('v1.35.2/kubectl', { receivedBytes: 0, totalBytes: 50 * MIB })
  bars.onProgress('v1.35.2/kubeadm', { receivedBytes: 0, totalBytes: 70 * MIB })
  pass(1000)
  bars.onProgress('v1.35.2/kubectl', { receivedBytes: 11 * MIB, totalBytes: 50 * MIB })
  pass(1000)
  expect(terminal.screen).toEqual([
    '==--------  22 % 11.0 MiB of 50.0 MiB, 5.5 MiB/s, 8 s left  v1.35.2/kubectl',
    '----------   0 % 0 B of 70.0 MiB, 0 B/s  v1.35.2/kubeadm',
  ])
  expect(terminal.isCursorShown).toBe(false)
})

test('an audit is one bar, of what is known so far', () => {
  open()
  const count = { audited: 0, known: 100 }
  bars.onCount(count)
  pass(1000)
  count.audited = 30
  bars.onCount(count)
  pass(1000)
  expect(terminal.screen).toEqual(['===-------  30 % 30 of 100 artifacts so far, 15 a second'])
  bars.onCount({ audited: 100, known: 200 })
  pass(2000)
  expect(terminal.screen).toEqual(['=====-----  50 % 100 of 200 artifacts so far, 25 a second'])
})

test('nothing is divided by no time', () => {
  open()
  bars.onProgress('kubectl', { receivedBytes: MIB, totalBytes: 50 * MIB })
  jest.setSystemTime(Date.now() - FRAME_MS)
  pass(FRAME_MS)
  expect(terminal.screen).toEqual(['----------   2 % 1.0 MiB of 50.0 MiB, 0 B/s  kubectl'])
})

test('no share of an unknown total', () => {
  open()
  bars.onProgress('kubectl', { receivedBytes: 0, totalBytes: undefined })
  pass(1000)
  bars.onProgress('kubectl', { receivedBytes: 10 * MIB, totalBytes: undefined })
  pass(1000)
  expect(terminal.screen).toEqual(['10.0 MiB, 5.0 MiB/s  kubectl'])
})

test('the end of a name is kept when the terminal is narrow', () => {
  open(75)
  bars.onProgress('v1.35.2/bin/linux/amd64/kubectl', { receivedBytes: 11 * MIB, totalBytes: 50 * MIB })
  pass(1000)
  expect(terminal.screen).toEqual([
    '==--------  22 % 11.0 MiB of 50.0 MiB, 11.0 MiB/s, 4 s left  …amd64/kubectl',
  ])
  expect(terminal.screen[0]).toHaveLength(75)
})

test('a terminal that is too narrow for the figures cuts them', () => {
  open(20)
  bars.onProgress('kubectl', { receivedBytes: 11 * MIB, totalBytes: 50 * MIB })
  pass(1000)
  expect(terminal.screen).toEqual(['==--------  22 % 11.'])
})

test('names cannot speak to the terminal', () => {
  open()
  bars.onProgress('evil\u001b[2J\n', { receivedBytes: 0, totalBytes: undefined })
  pass(FRAME_MS)
  expect(terminal.screen).toEqual(['0 B, 0 B/s  evil\\u{1b}[2J\\u{a}'])
})

test('a transfer that is done leaves no line, and those below it move up', () => {
  open()
  const namesOnScreen = (): (string | undefined)[] => terminal.screen.map((line) => line.split('  ').at(-1))
  for (const name of ['a', 'b', 'c']) bars.onProgress(name, { receivedBytes: 1, totalBytes: 10 })
  pass(FRAME_MS)
  expect(namesOnScreen()).toEqual(['a', 'b', 'c'])
  bars.onProgress('a', { receivedBytes: 10, totalBytes: 10 })
  expect(namesOnScreen()).toEqual(['b', 'c'])
  bars.onProgress('c', { receivedBytes: 10, totalBytes: 10 })
  expect(namesOnScreen()).toEqual(['b'])
  bars.onProgress('b', { receivedBytes: 10, totalBytes: 10 })
  expect(namesOnScreen()).toEqual([])
  expect(terminal.isCursorShown).toBe(true)
  expect(terminal.cursor).toEqual([0, 1])
  bars.onProgress('d', { receivedBytes: 1, totalBytes: 10 })
  pass(FRAME_MS)
  expect(namesOnScreen()).toEqual(['d'])
  expect(terminal.isCursorShown).toBe(false)
})

test('200 transfers, with and without a total, never need more lines than there are', () => {
  open(100, 8)
  let most = 0
  for (let index = 0; index < 200; index++) {
    const totalBytes = index % 2 === 0 ? 10 : undefined
    bars.onProgress(`${index}`, { receivedBytes: 1, totalBytes })
    bars.onProgress(`${index + 1}`, { receivedBytes: 1, totalBytes: 10 })
    pass(500)
    most = Math.max(most, terminal.screen.length)
    bars.onProgress(`${index}`, { receivedBytes: 10, totalBytes })
    bars.onProgress(`${index + 1}`, { receivedBytes: 10, totalBytes: 10 })
  }
  expect(most).toBeLessThanOrEqual(7)
  for (let index = 0; index < 20; index++) bars.onProgress(`x${index}`, { receivedBytes: 1, totalBytes: 10 })
  pass(FRAME_MS)
  expect(terminal.screen).toHaveLength(7)
})

test('a terminal that does not know its height, as in some containers', () => {
  open(100, 0)
  bars.onProgress('kubectl', { receivedBytes: 0, totalBytes: undefined })
  pass(FRAME_MS)
  expect(terminal.screen).toEqual(['0 B, 0 B/s  kubectl'])
})

test('a transfer that is tried again starts anew', () => {
  open()
  bars.onProgress('kubectl', { receivedBytes: 5 * MIB, totalBytes: 10 * MIB })
  bars.onProgress('kubectl', { receivedBytes: 10 * MIB, totalBytes: 10 * MIB })
  pass(4000)
  bars.onProgress('kubectl', { receivedBytes: MIB, totalBytes: 10 * MIB })
  pass(1000)
  expect(terminal.screen).toEqual(['=---------  10 % 1.0 MiB of 10.0 MiB, 1.0 MiB/s, 9 s left  kubectl'])
})

test('a silent transfer gives its line away, and comes back with its own rate', () => {
  open()
  bars.onProgress('failing', { receivedBytes: 0, totalBytes: 50 * MIB })
  bars.onProgress('running', { receivedBytes: 0, totalBytes: undefined })
  pass(5000)
  bars.onProgress('running', { receivedBytes: 0, totalBytes: undefined })
  expect(terminal.screen).toHaveLength(2)
  pass(1)
  bars.onProgress('running', { receivedBytes: 0, totalBytes: undefined })
  expect(terminal.screen).toEqual(['0 B, 0 B/s  running'])
  pass(4899)
  bars.onProgress('failing', { receivedBytes: 10 * MIB, totalBytes: 50 * MIB })
  pass(FRAME_MS)
  expect(terminal.screen).toEqual([
    '0 B, 0 B/s  running',
    '==--------  20 % 10.0 MiB of 50.0 MiB, 1.0 MiB/s, 40 s left  failing',
  ])
})

test('a transfer of one piece is not worth a bar', () => {
  open()
  bars.onProgress('small', { receivedBytes: 10, totalBytes: 10 })
  pass(1000)
  bars.stop()
  expect(terminal.written).toBe('')
})

test('after stop nothing is written, whatever comes late', () => {
  open()
  bars.onProgress('kubectl', { receivedBytes: 1, totalBytes: 10 })
  pass(1000)
  bars.stop()
  expect(terminal.screen).toEqual([])
  expect(terminal.cursor).toEqual([0, 1])
  const { written } = terminal
  bars.stop()
  bars.onProgress('kubectl', { receivedBytes: 2, totalBytes: 10 })
  bars.onProgress('kubeadm', { receivedBytes: 2, totalBytes: undefined })
  pass(1000)
  expect(terminal.written).toBe(written)
})

test('a process that exits meanwhile stops them, too', () => {
  open()
  expect(process.listeners('exit')).toContain(bars.stop)
})
