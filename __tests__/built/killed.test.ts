// kill -9 at every step of placing, by the built action: before each call that changes the tool cache it dies once.
// Whatever a later step can find is whole and proven, and the next run needs no help.
import { chmod, cp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAll } from '../../src/lab/content.js'
import { withJob } from '../support/job.js'

const TOOLS = ['kubectl', 'kubeadm'] as const
/** Far above what a run has; each of them is a run that is killed. */
const MAX_CALLS = 200
/** After how many kills a run is let through: each takes as long as a killed one. */
const RUNS_APART = 3

const { release, job } = await withJob()
let env: Record<string, string>

beforeEach(async () => {
  const trap = join(job.runner.folder, 'trap.cjs')
  // Counts what changes the file system below a folder, and dies before the one whose turn it is.
  await writeFile(
    trap,
    `const fs = require('fs')
    const { KILL_BELOW: folder, KILL_AT: turn } = process.env
    let calls = 0
    for (const name of ['rename', 'writeFile', 'copyFile', 'mkdir', 'chmod', 'rm', 'unlink', 'symlink']) {
      const real = fs.promises[name]
      fs.promises[name] = (...args) => {
        if (args.some((arg) => String(arg).startsWith(folder)) && ++calls === Number(turn)) {
          process.kill(process.pid, 'SIGKILL')
        }
        return real(...args)
      }
    }
    require('module').syncBuiltinESMExports()`,
  )
  env = { NODE_OPTIONS: `--require ${trap}`, KILL_BELOW: job.runner.toolCache }
})
const folderOf = (tool: string): string => join(job.runner.toolCache, tool, '1.35.2', 'linux-amd64')
const genuine = (tool: string): Buffer => readAll(release.artifact(`bin/linux/amd64/${tool}`).content)
const step = (more: Record<string, string> = {}) => job.step({ artifacts: TOOLS.join(',') }, more)

/** What stands in a tool's place: nothing, the whole of it, or what stood there before. */
async function expectWhole(tool: string, former: Buffer | undefined): Promise<void> {
  const names = await readdir(folderOf(tool)).catch(() => [])
  if (names.length === 0) return
  expect(names.sort()).toEqual([tool, `${tool}.sigstore.json`])
  const bytes = await readFile(join(folderOf(tool), tool))
  expect(bytes.equals(genuine(tool)) || former?.equals(bytes) === true).toBe(true)
  const bundle = JSON.parse(await readFile(join(folderOf(tool), `${tool}.sigstore.json`), 'utf8')) as {
    messageSignature: { messageDigest: { digest: string } }
  }
  const digest = Buffer.from(bundle.messageSignature.messageDigest.digest, 'base64').toString('hex')
  expect(digest).toBe(release.artifact(`bin/linux/amd64/${tool}`).sha256)
}

const SCENES: [string, Buffer | undefined, () => Promise<void>][] = [
  ['an empty cache is filled', undefined, () => Promise.resolve()],
  [
    'what somebody spoilt is healed',
    Buffer.from('spoilt'),
    async () => {
      expect((await step()).code).toBe(0)
      await chmod(join(folderOf('kubectl'), 'kubectl'), 0o644)
      await writeFile(join(folderOf('kubectl'), 'kubectl'), 'spoilt')
    },
  ],
]

test.each(SCENES)(
  '%s',
  async (_, former, prepare) => {
    await prepare()
    const start = join(job.runner.folder, 'start')
    await cp(job.runner.toolCache, start, { recursive: true, preserveTimestamps: true })
    let turn = 0
    let killed = 0
    for (; turn < MAX_CALLS; turn++) {
      await rm(job.runner.toolCache, { recursive: true })
      await cp(start, job.runner.toolCache, { recursive: true, preserveTimestamps: true })
      const { code } = await step({ ...env, KILL_AT: String(turn + 1) })
      for (const tool of TOOLS) await expectWhole(tool, tool === 'kubectl' ? former : undefined)
      // It had no call of that number: it came to its end.
      if (code === 0) break
      expect(code).toBe(null)
      killed++
      if (turn % RUNS_APART !== 0) continue
      expect((await step()).code).toBe(0)
      for (const tool of TOOLS) {
        expect((await readFile(join(folderOf(tool), tool))).equals(genuine(tool))).toBe(true)
      }
    }
    expect(killed).toBe(turn)
    expect(killed).toBeGreaterThan(former === undefined ? 20 : 8)
    expect(turn).toBeLessThan(MAX_CALLS)
  },
  120_000,
)
