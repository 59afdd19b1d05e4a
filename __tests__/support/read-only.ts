// A folder that a program finds mounted read-only; mounting takes rights that a test does not have.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Every call that would write below `root` fails as the system has it fail there.
 * @param folder for the script that sees to it
 * @param code what the system calls it: EROFS, or ENOSPC of a disk that is full
 * @returns what the program's environment needs
 */
export async function closeForWriting(
  root: string | readonly string[],
  folder: string,
  code = 'EROFS',
): Promise<{ readonly NODE_OPTIONS: string }> {
  const script = join(folder, `closed-${code}.cjs`)
  await writeFile(
    script,
    `const fs = require('node:fs')
    const roots = ${JSON.stringify([root].flat())}
    const isBelow = (path) => roots.some((root) => String(path) === root || String(path).startsWith(root + '/'))
    const fail = (syscall, path) => {
      throw Object.assign(new Error('${code}: it is closed, ' + syscall + " '" + path + "'"), { code: '${code}', syscall, path })
    }
    const WRITES = fs.constants.O_WRONLY | fs.constants.O_RDWR | fs.constants.O_CREAT
    const writes = (flags = 'r') => (typeof flags === 'string' ? /[wa+]/.test(flags) : (flags & WRITES) !== 0)
    const NAMES = ['appendFile', 'chmod', 'chown', 'copyFile', 'lchown', 'link', 'mkdir', 'mkdtemp', 'rename', 'rm', 'rmdir', 'symlink', 'truncate', 'unlink', 'utimes', 'writeFile']
    const guard = (of, name, isAsync) => {
      const genuine = of[name]
      of[name] = function (path, ...others) {
        const end = ['copyFile', 'link', 'symlink'].includes(name) ? others[0] : path
        const isMoved = name === 'rename' && isBelow(others[0])
        // What is there already need not be made, as the system has it.
        const isThere = name === 'mkdir' && fs.existsSync(path)
        if (isThere || (!isBelow(end) && !isMoved)) return genuine.call(this, path, ...others)
        return isAsync ? Promise.resolve().then(() => fail(name, end)) : fail(name, end)
      }
    }
    for (const name of NAMES) guard(fs.promises, name, true)
    for (const name of NAMES) guard(fs, name + 'Sync', false)
    const { open, access } = fs.promises
    fs.promises.open = async (path, flags, ...others) => {
      if (isBelow(path) && writes(flags)) fail('open', path)
      const handle = await open(path, flags, ...others)
      if (isBelow(path)) for (const name of ['chmod', 'utimes', 'truncate', 'writeFile']) handle[name] = async () => fail('f' + name, path)
      return handle
    }
    fs.promises.access = async (path, mode = 0) => {
      if (isBelow(path) && (mode & fs.constants.W_OK) !== 0) fail('access', path)
      return access(path, mode)
    }
    require('node:module').syncBuiltinESMExports()`,
  )
  return { NODE_OPTIONS: `--require ${script}` }
}
