// The run's own temporary folder: nobody else may read or write it, and it is
// gone at the end of the run, also when the run is cancelled.
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What a runner sends when a job is cancelled, and a terminal on Ctrl-C; with the exit codes shells give them. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const

export interface TemporaryFolder {
  readonly path: string
  remove(): Promise<void>
}

/** @param root RUNNER_TEMP, or the system's folder */
export async function createTemporaryFolder(root: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(root, 'verify-k8s-artifacts-'))
  const handlers = Object.entries(SIGNALS).map(([signal, exitCode]) => {
    const handler = (): void => {
      rmSync(path, { recursive: true, force: true })
      // eslint-disable-next-line no-restricted-properties -- a signal ends the process, as it would without us
      process.exit(exitCode)
    }
    process.once(signal, handler)
    return { signal, handler }
  })
  return {
    path,
    remove: async () => {
      for (const { signal, handler } of handlers) process.off(signal, handler)
      await rm(path, { recursive: true, force: true })
    },
  }
}
