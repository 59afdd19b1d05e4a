// Proves that dist/ is what the sources build to: builds again elsewhere and
// compares byte for byte. What runs on a runner is dist/, so this is the line
// between reviewed and executed code.
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildDist } from './dist.mjs'

const committed = resolve(import.meta.dirname, '../dist')
const rebuilt = await mkdtemp(join(tmpdir(), 'check-dist-'))
try {
  await buildDist(rebuilt)
  const differing = await compare(committed, rebuilt)
  if (differing.length > 0) {
    console.error(`dist/ is not what the sources build to:\n  ${differing.join('\n  ')}`)
    console.error('Run `npm run build` and commit dist/.')
    process.exitCode = 1
  } else {
    console.log('dist/ is exactly what the sources build to')
  }
} finally {
  await rm(rebuilt, { recursive: true, force: true })
}

async function compare(left, right) {
  const [leftNames, rightNames] = await Promise.all([left, right].map(listFiles))
  const differing = []
  for (const name of [...new Set([...leftNames, ...rightNames])].sort()) {
    if (!leftNames.includes(name)) differing.push(`${name}: missing`)
    else if (!rightNames.includes(name)) differing.push(`${name}: does not belong there`)
    else {
      const [a, b] = await Promise.all([left, right].map((folder) => readFile(join(folder, name))))
      if (!a.equals(b)) differing.push(`${name}: ${a.length} bytes committed, ${b.length} bytes built`)
    }
  }
  return differing
}

async function listFiles(folder) {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  } catch (error) {
    if (error.code === 'ENOENT') return []
    throw error
  }
}
