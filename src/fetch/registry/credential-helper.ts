// Programs that keep docker's secrets
// (https://github.com/docker/docker-credential-helpers): `docker-credential-NAME
// get` takes the registry on its standard input, and answers with JSON. It is
// run without a shell, from an absolute folder of PATH, and not for long.
import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'

export interface HelperSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** As Node names it. */
  readonly platform: string
  readonly timeoutMs?: number
}

/** What came of it; a reason is a sentence without secrets. */
export type HelperAnswer = { readonly output: string } | { readonly reason: string }

const NAME = /^[a-z0-9][a-z0-9._-]*$/
const TIMEOUT_MS = 20_000
const MAX_OUTPUT_BYTES = 64 * 1024

/** Never rejects. @param server as the helper knows it: a host, or docker's URL of Docker Hub */
export async function askHelper(
  name: string,
  server: string,
  surroundings: HelperSurroundings,
): Promise<HelperAnswer> {
  if (!NAME.test(name)) return { reason: 'a credential helper has a name that no program of the kind has' }
  const program = `docker-credential-${name}`
  const path = await locate(program, surroundings)
  if (path === undefined) return { reason: `${program} is not in PATH` }
  return run({ path, program, server }, surroundings)
}

/** In absolute folders only: a relative one would be found in whatever folder we stand in. */
async function locate(
  program: string,
  { environment, platform }: HelperSurroundings,
): Promise<string | undefined> {
  const file = platform === 'win32' ? `${program}.exe` : program
  const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(delimiter).filter(isAbsolute)
  for (const folder of folders) {
    const path = join(folder, file)
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isThere) return path
  }
  return undefined
}

interface Helper {
  /** Of the program called `program`. */
  readonly path: string
  readonly program: string
  readonly server: string
}

function run(
  { path, program, server }: Helper,
  { environment, timeoutMs = TIMEOUT_MS }: HelperSurroundings,
): Promise<HelperAnswer> {
  return new Promise((resolve) => {
    const child = spawn(path, ['get'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: environment,
      shell: false,
      windowsHide: true,
    })
    const chunks: Buffer[] = []
    let size = 0
    const end = (answer: HelperAnswer): void => {
      clearTimeout(timer)
      // Its own children may hold the pipe open.
      child.stdout.destroy()
      child.kill('SIGKILL')
      resolve(answer)
    }
    const timer = setTimeout(() => {
      end({ reason: `${program} did not answer within ${timeoutMs / 1000} s` })
    }, timeoutMs)
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      chunks.push(chunk)
      if (size > MAX_OUTPUT_BYTES)
        end({ reason: `${program} answered with more than ${MAX_OUTPUT_BYTES} bytes` })
    })
    // It may end without reading what it is asked.
    child.stdin.on('error', () => undefined)
    child.on('error', ({ message }) => {
      end({ reason: `${program} cannot be run: ${message}` })
    })
    child.on('close', (code, signal) => {
      const isWell = code === 0
      // What it said is not repeated: it may be a secret.
      if (isWell) end({ output: Buffer.concat(chunks).toString() })
      else end({ reason: `${program} ended with ${signal ?? `status ${code}`}` })
    })
    child.stdin.end(`${server}\n`)
  })
}
