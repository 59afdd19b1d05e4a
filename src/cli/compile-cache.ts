// V8 reads the program a second time faster from Node's compile cache. That
// cache is code: who writes to it writes what we print. So it stands only in a
// folder that nobody but this user can have written to, never on a runner
// (where actions/cache brings back whole home folders), and never in the tool
// cache; anything else and the program starts without one.
import { lstatSync, mkdirSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { isAbsolute, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

const OTHERS_MAY = 0o077
const OTHERS_MAY_WRITE = 0o022
/** Of a folder: nobody but its owner replaces what is in it. */
const STICKY = 0o1000

/** Uses the compile cache of this user, where there can be one. */
export function useCompileCache(environment: Environment): void {
  try {
    const folder = findPrivateFolder(environment)
    if (folder !== undefined) enableCompileCache(folder)
  } catch {
    // A start that is slower is no failure.
  }
}

/**
 * The cache's own folder, made where it is not: of this user and of mode 0700, below folders that only this user or
 * root can change.
 * @returns undefined where there is none that can be trusted: on Windows, whose files tell no owner, and on a runner
 */
function findPrivateFolder(environment: Environment): string | undefined {
  const self = process.geteuid?.()
  const home = environment['HOME'] ?? ''
  if (self === undefined || environment['CI'] || environment['GITHUB_ACTIONS'] || !isAbsolute(home))
    return undefined
  const inHome = process.platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache')
  const given = environment['XDG_CACHE_HOME'] ?? ''
  const caches = isAbsolute(given) ? given : inHome
  const folder = join(caches, 'verify-k8s-artifacts', 'compiled')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const parents = ancestors(folder)
  const isOurs = [folder, ...parents].every((path) => {
    const stats = lstatSync(path)
    const isItself = path === folder
    if (stats.uid !== self && (stats.uid !== 0 || isItself)) return false
    if (!stats.isDirectory()) return false
    if (isItself) return (stats.mode & OTHERS_MAY) === 0
    return (stats.mode & OTHERS_MAY_WRITE) === 0 || (stats.mode & STICKY) !== 0
  })
  return isOurs ? folder : undefined
}

function ancestors(path: string): string[] {
  const parent = join(path, '..')
  return parent === path ? [] : [parent, ...ancestors(parent)]
}
