// Where the built tools are: scripts/real.mjs builds them and says so.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const TIME_LIMIT_MS = 120_000
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024

export function realFolder(): string {
  const folder = process.env['VERIFY_K8S_REAL_BUILT']
  if (!folder) throw new Error('run this suite by its command (npm run test:…), which builds what it needs')
  return folder
}

export function tool(name: string): string {
  return join(realFolder(), 'bin', name)
}

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end, with an environment of its own; whatever its exit code, it is given back. */
export async function runTool(
  program: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const options = {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    timeout: TIME_LIMIT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
  }
  try {
    return { code: 0, ...(await run(program, argv, options)) }
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string }
    if (typeof code !== 'number') throw error
    return { code, stdout, stderr }
  }
}

/** Runs a program that must succeed. @returns what it wrote to stdout */
export async function mustRun(
  program: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { code, stdout, stderr } = await runTool(program, argv, env)
  if (code !== 0) throw new Error(`${program} ${argv.join(' ')} ended with ${code}:\n${stdout}${stderr}`)
  return stdout
}
