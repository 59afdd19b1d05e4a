// The cases of sigstore-conformance against the built command line, as scripts/conformance.mjs runs them.
import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT, sharedFolder } from './support/folders.js'

const SCRIPT = join(ROOT, 'scripts/conformance.mjs')
const run = promisify(execFile)

const shared = sharedFolder('conformance')
const withShared = shared === undefined ? test.skip : test

withShared(
  'every case, with its file and with its digest',
  async () => {
    const folder = shared ?? ''
    const cases = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'bundle.sigstore.json')))
    expect(cases.length).toBeGreaterThan(30)
    const { stdout } = await run(process.execPath, [SCRIPT, folder])
    expect(stdout).toBe(`${2 * cases.length} passed, 0 failed\n`)
  },
  120_000,
)

test('without a folder, or with one that holds no case, it does not pass', async () => {
  await expect(run(process.execPath, [SCRIPT])).rejects.toMatchObject({ code: 2 })
  await expect(run(process.execPath, [SCRIPT, join(ROOT, 'docs')])).rejects.toMatchObject({ code: 1 })
})
