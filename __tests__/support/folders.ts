import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
/** The built programs, as they are committed. */
export const DIST = join(ROOT, 'dist')

/** Real evidence and conformance cases, which are not part of the project: a folder given, or beside it. */
const shared = process.env['VERIFY_K8S_SHARED'] ?? join(ROOT, '..', 'shared')

/** A folder of the shared data; without it the tests that need it are skipped, and say so. */
export function sharedFolder(name: string): string | undefined {
  const folder = join(shared, name)
  if (existsSync(folder)) return folder
  process.stderr.write(`\n!!! ${folder} is absent: the tests that need it are SKIPPED, not passed !!!\n`)
  return undefined
}
