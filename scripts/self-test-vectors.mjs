// Makes src/verify/self-test-vectors.json anew, in the lab. Needed only when
// the form of the vectors changes; a new field is first put into the file by hand,
// since the types of the lab are checked together with it.
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import ncc from '@vercel/ncc'

const root = resolve(import.meta.dirname, '..')
const folder = await mkdtemp(join(tmpdir(), 'vectors-'))
try {
  const { code } = await ncc(join(root, 'src/lab/self-test-vectors.ts'), { cache: false, quiet: true })
  await writeFile(join(folder, 'vectors.mjs'), code)
  const vectors = execFileSync(process.execPath, [join(folder, 'vectors.mjs')])
  await writeFile(join(root, 'src/verify/self-test-vectors.json'), vectors)
} finally {
  await rm(folder, { recursive: true, force: true })
}
