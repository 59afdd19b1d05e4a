// A trap for whoever opens a socket.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Exit code of a program that fell into it. */
const TRAPPED = 99

/**
 * Any connection, look-up or fetch ends the process: what is proven is that there is none.
 * @returns what the program's environment needs
 */
export async function forbidNetwork(folder: string): Promise<{ readonly NODE_OPTIONS: string }> {
  const trap = join(folder, 'trap.cjs')
  await writeFile(
    trap,
    `const fail = (what) => () => { process.stderr.write('NETWORK ' + what + '\\n'); process.exit(${TRAPPED}) }
    require('net').Socket.prototype.connect = fail('connect')
    require('dgram').createSocket = fail('dgram')
    for (const name of ['lookup', 'resolve']) require('dns')[name] = fail(name)
    globalThis.fetch = fail('fetch')`,
  )
  return { NODE_OPTIONS: `--require ${trap}` }
}
