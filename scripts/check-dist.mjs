// Proves that dist/ is what the sources build to, byte for byte.
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const committed = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist')
const folder = await mkdtemp(join(tmpdir(), 'check-dist-'))
try {
  const fresh = join(folder, 'dist')
  await build(fresh)
  const names = [...new Set([...(await readdir(fresh)), ...(await readdir(committed))])].sort()
  const stale = []
  for (const name of names) {
    const [is, should] = await Promise.all([committed, fresh].map((at) => readFile(join(at, name)).catch(() => null)))
    if (is === null || should === null || !is.equals(should)) stale.push(name)
  }
  if (stale.length > 0) {
    process.stderr.write(`dist/ is stale: ${stale.join(', ')}\nRun: npm run build\n`)
    process.exitCode = 1
  } else {
    process.stdout.write(`dist/ is fresh: ${names.length} files are byte for byte what the sources build to\n`)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
