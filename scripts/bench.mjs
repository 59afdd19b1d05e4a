// npm run bench [-- ROW…]    bundles the benchmark as dist/ is bundled, into a temporary folder, and runs it
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { rolldown } from 'rolldown'

const root = resolve(import.meta.dirname, '..')
const folder = await mkdtemp(join(tmpdir(), 'bench-build-'))
try {
  const bundle = await rolldown({
    input: join(root, '__tests__/bench/bench.ts'),
    platform: 'node',
    tsconfig: join(root, 'tsconfig.json'),
  })
  const program = join(folder, 'bench.mjs')
  await bundle.write({ file: program, format: 'esm', codeSplitting: false })
  await bundle.close()
  const argv = [program, ...process.argv.slice(2)]
  process.exitCode = spawnSync(process.execPath, argv, { cwd: root, stdio: 'inherit' }).status ?? 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
