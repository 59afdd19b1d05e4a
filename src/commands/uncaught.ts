// What nobody caught is our own bug: one line and exit code 70, never Node's
// own 1, which means that something was rejected.
import { InternalError, REASONS, messageOf } from '../errors.js'

/**
 * Told on one line; a rejection that nobody handles is thrown by Node as well. So is a run that waits for something
 * that never comes: Node would end it with 0, which means verified.
 * @returns what is called once the run has told its ending
 */
export function endOnUncaught(tell: (error: InternalError) => void): () => void {
  let isOver = false
  process.on('uncaughtException', (thrown) => {
    tell(new InternalError(`unexpected ${thrown.name}: ${messageOf(thrown)}`, { cause: thrown }))
    tellStack(thrown)
    // eslint-disable-next-line no-restricted-properties -- in a state that nobody knows, nothing more may run
    process.exit(REASONS.internal)
  })
  process.once('beforeExit', () => {
    if (isOver) return
    process.exitCode = REASONS.internal
    tell(new InternalError('the run ended before its verdict'))
  })
  return () => {
    isOver = true
  }
}

/** For who wants to know more: `--verbose` on a terminal, debug logging on a runner. */
export function tellStack(thrown: unknown): void {
  const isAsked = process.argv.includes('--verbose') || process.env['RUNNER_DEBUG'] === '1'
  if (isAsked && thrown instanceof Error) process.stderr.write(`${thrown.stack ?? ''}\n`)
}
