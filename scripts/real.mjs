// node scripts/real.mjs SUITE    runs one of the suites against what we did not write
//
// Builds what the suite needs, once, into .real/ (or the folder that
// VERIFY_K8S_REAL names, so that a fresh clone can take over what another has
// built), and runs the suite in a network and process namespace of its own:
// only loopback is there, and nothing that was started is left. What cannot be
// had is said loudly, and its tests count as skipped; with
// VERIFY_K8S_REAL_REQUIRED=1 that is a failure.
import { spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { findIsolation } from './real-alone.mjs'
import { PARTS, SUITES } from './real-parts.mjs'

const ROOT = resolve(import.meta.dirname, '..')
const JEST = 'node_modules/jest/bin/jest.js'

// Where Debian keeps servers and `ip`, and where plain users do not look.
if (process.platform === 'linux') process.env.PATH += ':/usr/sbin:/sbin'

const [name, ...jestArguments] = process.argv.slice(2)
const suite = SUITES[name]
if (suite === undefined) {
  console.error(`usage: node scripts/real.mjs ${Object.keys(SUITES).join('|')} [jest arguments]`)
  process.exitCode = 2
} else {
  process.exitCode = await main()
}

async function main() {
  const folder = resolve(ROOT, process.env.VERIFY_K8S_REAL || '.real')
  await mkdir(folder, { recursive: true })
  const absent = await prepare(folder)
  if (absent !== undefined) {
    console.error(`\n!!! ${absent}: test:${name} is SKIPPED, not passed !!!\n`)
    if (process.env.VERIFY_K8S_REAL_REQUIRED === '1') return 1
  }
  const argv = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', JEST]
  argv.push('--config', 'jest.real.config.js', `__tests__/${name}/`, ...jestArguments)
  const env = {
    ...process.env,
    VERIFY_K8S_REAL_BUILT: folder,
    ...(absent === undefined ? {} : { VERIFY_K8S_REAL_ABSENT: absent }),
  }
  const alone = absent === undefined ? (findIsolation() ?? []) : []
  const [program, ...words] = [...alone, process.execPath, ...argv]
  const { status } = spawnSync(program, words, { cwd: ROOT, stdio: 'inherit', env })
  return status ?? 1
}

/** @returns what is missing, or undefined */
async function prepare(folder) {
  for (const part of ['isolation', ...suite]) {
    const absent = await PARTS[part](folder)
    if (absent !== undefined) return absent
  }
  return undefined
}
