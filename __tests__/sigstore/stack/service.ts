// A program that serves on loopback: started, awaited, and stopped, killed,
// suspended and started again as a test wants it. Nothing outlives the test.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const PATIENCE_MS = 60_000
const PAUSE_MS = 25
const LINES_SHOWN = 15

export interface ServiceOptions {
  readonly name: string
  readonly program: string
  readonly argv: readonly string[]
  /** What the program is told its own name is, where that decides what it does. */
  readonly argv0?: string
  readonly env?: Readonly<Record<string, string>>
  /** Where everything goes that it says. */
  readonly logFile: string
  /** Whether it serves; a refused connection may be thrown. */
  readonly isReady: () => Promise<boolean>
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export class Service {
  readonly #options: ServiceOptions
  #child: ChildProcess | undefined

  private constructor(options: ServiceOptions) {
    this.#options = options
  }

  /** Starts it and waits until it serves. */
  static async start(options: ServiceOptions): Promise<Service> {
    const service = new Service(options)
    await service.start()
    return service
  }

  get name(): string {
    return this.#options.name
  }

  async start(): Promise<void> {
    if (this.#child !== undefined) return
    const { program, argv, argv0, env = {}, logFile, name } = this.#options
    const log = openSync(logFile, 'a')
    const child = spawn(program, argv, {
      stdio: ['ignore', log, log],
      env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
      ...(argv0 === undefined ? {} : { argv0 }),
    })
    closeSync(log)
    this.#child = child
    running.add(child)
    const ending = new AbortController()
    child.once('error', () => ending.abort())
    child.once('exit', () => {
      ending.abort()
      running.delete(child)
    })
    const until = Date.now() + PATIENCE_MS
    while (!(await this.#options.isReady().catch(() => false))) {
      if (ending.signal.aborted || Date.now() > until)
        throw new Error(`${name} does not start: ${await tail(logFile)}`)
      await wait(PAUSE_MS)
    }
  }

  /** Asks it to end and waits for that. */
  stop(): Promise<void> {
    return this.#end('SIGTERM')
  }

  kill(): Promise<void> {
    return this.#end('SIGKILL')
  }

  /** It keeps its connections and answers none of them. */
  suspend(): void {
    this.#child?.kill('SIGSTOP')
  }

  resume(): void {
    this.#child?.kill('SIGCONT')
  }

  /** Serves, whatever was done to it. */
  async restore(): Promise<void> {
    this.resume()
    await this.start()
    const until = Date.now() + PATIENCE_MS
    while (!(await this.#options.isReady().catch(() => false))) {
      if (Date.now() > until) throw new Error(`${this.name} does not come back`)
      await wait(PAUSE_MS)
    }
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (child?.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGCONT')
    child.kill(signal)
    const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
    await gone
    clearTimeout(timer)
  }
}

/** Whether an HTTP server answers this URL with a status below 500. */
export function answers(url: string): () => Promise<boolean> {
  return async () => (await fetch(url, { signal: AbortSignal.timeout(1000) })).status < 500
}

/** Whether anything listens. */
export function listens(port: number): () => Promise<boolean> {
  return () =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1')
      const end = (isThere: boolean): void => {
        socket.destroy()
        resolve(isThere)
      }
      socket.once('connect', () => end(true)).once('error', () => end(false))
    })
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function tail(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).trimEnd().split('\n').slice(-LINES_SHOWN).join('\n')
}
