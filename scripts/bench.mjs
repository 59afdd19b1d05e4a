// Builds the benchmark like dist/, into a temporary folder, and runs it.
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import ncc from '@vercel/ncc'

const root = resolve(import.meta.dirname, '..')
const folder = await mkdtemp(join(tmpdir(), 'bench-build-'))
try {
  const { code } = await ncc(join(root, '__tests__/bench/bench.ts'), { cache: false, quiet: true })
  const program = join(folder, 'bench.mjs')
  await writeFile(program, code)
  process.exitCode =
    spawnSync(process.execPath, [program, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
      .status ?? 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
