// What is to be done when the process ends before its work does: by a signal,
// or by an error that nobody caught. Synchronously: nothing that waits would
// come to its end.

/** What a runner sends when a job is cancelled, and a terminal on Ctrl-C or when it closes; with shells' exit codes. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/**
 * Registers what cleans up.
 * @returns what takes it back, once there is nothing to clean up any more
 */
export function onAbruptEnd(cleanUp: () => void): () => void {
  const handlers = Object.entries(SIGNALS).map(([signal, exitCode]) => {
    const handler = (): void => {
      // Of several, the first ends the process, and all clean up on `exit`.
      // eslint-disable-next-line no-restricted-properties -- a signal ends the process, as it would without us
      process.exit(exitCode)
    }
    process.once(signal, handler)
    return { signal, handler }
  })
  process.once('exit', cleanUp)
  return () => {
    for (const { signal, handler } of handlers) process.off(signal, handler)
    process.off('exit', cleanUp)
  }
}
