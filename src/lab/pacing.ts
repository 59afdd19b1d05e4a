// Behaviours that take time, for benchmarks: a far server, and a thin line.
import { type Answer, type Behaviour, send } from './web-server.js'

/** How often a paced line lets bytes through. */
const TICK_MS = 20
/** What a connection may have under way, as Linux lets it grow to. */
const WINDOW_BYTES = 6 * 1024 * 1024

/** Answers after `milliseconds`, as the genuine server would, or as `then` does. */
export function latency(milliseconds: number, then: Behaviour = genuine): Behaviour {
  return (exchange) => {
    const timer = setTimeout(() => then(exchange), milliseconds)
    exchange.response.on('close', () => clearTimeout(timer))
  }
}

/** The genuine answer at so many bytes a second. A client that hangs up ends it. */
export function pace(bytesPerSecond: number): Behaviour {
  const perTick = Math.max(1, Math.round((bytesPerSecond * TICK_MS) / 1000))
  return ({ response, genuine: { status, content, headers } }) => {
    response.writeHead(status, { 'content-length': content.size, ...headers })
    const pieces = piecesOf(content, perTick)
    const timer = setInterval(() => {
      // A reader that is slower than the line, by more than a TCP window, sets the pace itself.
      if (response.writableLength > WINDOW_BYTES) return
      const piece = pieces.next()
      if (piece.done === true) {
        clearInterval(timer)
        response.end()
      } else {
        response.write(piece.value)
      }
    }, TICK_MS)
    response.on('close', () => clearInterval(timer))
  }
}

function genuine({ response, genuine: answer }: Parameters<Behaviour>[0]): void {
  send(response, answer)
}

/** The content in pieces of exactly `size` bytes, the last one excepted. */
function* piecesOf(content: Answer['content'], size: number): Generator<Buffer> {
  let held: Buffer[] = []
  let heldBytes = 0
  for (const chunk of content.chunks()) {
    let rest = chunk
    while (heldBytes + rest.length >= size) {
      const taken = rest.subarray(0, size - heldBytes)
      yield Buffer.concat([...held, taken])
      rest = rest.subarray(taken.length)
      held = []
      heldBytes = 0
    }
    if (rest.length > 0) held.push(rest)
    heldBytes += rest.length
  }
  if (heldBytes > 0) yield Buffer.concat(held)
}
