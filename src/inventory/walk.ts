// Folders, without following what leads out of them. A link is looked at only
// where it is called like an artifact, and only as far as it leads to a file
// below what was named; pipes, sockets and devices are never opened.
import { type Dirent, type Stats } from 'node:fs'
import { lstat, readdir, realpath, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf } from '../errors.js'
import { isBelow } from '../files/open-file.js'
import { claimOf } from './claim.js'
import type { Limits } from './found.js'
import type { Notebook } from './notebook.js'

/** A file to open. */
export interface Visited {
  /** As the user named it, or below that. */
  readonly path: string
  /** The folder that it has to lie in, links followed; undefined: the user named the file himself. */
  readonly root: string | undefined
}

export interface WalkContext {
  readonly limits: Limits
  readonly notebook: Notebook
  /** Everything that was named, links followed. */
  readonly roots: readonly string[]
}

/** Of the kernel, not of any disk: proc, sysfs, cgroup, cgroup2, devpts, debugfs, tracefs, securityfs, bpf (statfs(2)). */
const KERNEL_FILE_SYSTEMS: readonly number[] = [
  0x9fa0, 0x62656572, 0x27e0eb, 0x63677270, 0x1cd1, 0x64626720, 0x74726163, 0x73636673, 0xcafe4a11,
]

interface Folder {
  readonly path: string
  readonly depth: number
  readonly device: number
}

/** Every file below a path that the user named, in the order of the names. A link that he named is followed. */
export async function* walk(named: string, context: WalkContext): AsyncGenerator<Visited> {
  const stats = await stat(named)
  if (!stats.isDirectory()) {
    yield { path: named, root: undefined }
    return
  }
  const root = await realpath(named)
  const folders: Folder[] = [{ path: named, depth: 0, device: stats.dev }]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const inner: Folder[] = []
    for (const entry of await list(folder, context)) {
      context.notebook.countEntry()
      const path = join(folder.path, entry.name)
      if (entry.isDirectory()) inner.push(...(await enter(path, folder, context)))
      else if (entry.isFile()) yield { path, root }
      else yield* visitSpecial(path, entry, context)
    }
    folders.push(...inner.reverse())
  }
}

async function list({ path, depth }: Folder, { limits, notebook }: WalkContext): Promise<Dirent[]> {
  if (depth > limits.maxDepth) {
    notebook.addUnread({ place: [path], why: `it lies more than ${limits.maxDepth} folders deep` })
    return []
  }
  try {
    const entries = await readdir(path, { withFileTypes: true })
    return entries.sort(({ name: a }, { name: b }) => (a < b ? -1 : 1))
  } catch (thrown) {
    notebook.addUnread({ place: [path], why: `it is a folder that cannot be read: ${messageOf(thrown)}` })
    return []
  }
}

async function enter(path: string, from: Folder, { notebook }: WalkContext): Promise<Folder[]> {
  let stats: Stats
  try {
    stats = await lstat(path)
    if (!stats.isDirectory()) throw new Error('it is another by now')
    if (stats.dev !== from.device && KERNEL_FILE_SYSTEMS.includes((await statfs(path)).type)) {
      notebook.passOver('file systems of the kernel', [path])
      return []
    }
  } catch (thrown) {
    notebook.addUnread({ place: [path], why: `it is a folder that cannot be read: ${messageOf(thrown)}` })
    return []
  }
  return [{ path, depth: from.depth + 1, device: stats.dev }]
}

async function* visitSpecial(path: string, entry: Dirent, context: WalkContext): AsyncGenerator<Visited> {
  const { notebook, roots } = context
  const isClaimed = claimOf(path) !== undefined
  if (!entry.isSymbolicLink()) {
    if (isClaimed) notebook.addUnread({ place: [path], why: 'it is no regular file' })
    else notebook.passOver('pipes, sockets and devices', [path])
    return
  }
  try {
    const target = await realpath(path)
    const root = roots.find((each) => isBelow(target, each))
    const isFolder = (await stat(target)).isDirectory()
    if (isClaimed && !isFolder) {
      if (root !== undefined) yield { path, root }
      else {
        const why = `it is a link that leads out of what was named, to "${target}": name that, too`
        notebook.addUnread({ place: [path], why })
      }
    } else if (root === undefined) notebook.passOver('links that lead out of what was named', [path])
  } catch (thrown) {
    if (isClaimed)
      notebook.addUnread({ place: [path], why: `it is a link that leads nowhere: ${messageOf(thrown)}` })
    else notebook.passOver('links that lead nowhere', [path])
  }
}
