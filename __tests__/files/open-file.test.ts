// Opening on a system that cannot refuse links while it opens, as Windows cannot: without the flags.
import * as fs from 'node:fs'
import * as fsPromises from 'node:fs/promises'
import { copyFile, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const {
  jest: { unstable_mockModule: mockModule },
} = import.meta as unknown as {
  readonly jest: { readonly unstable_mockModule: (name: string, make: () => object) => void }
}
/** What happens between the look at a file and its opening. */
let meanwhile: () => Promise<void>
const constants = { ...fs.constants, O_NOFOLLOW: undefined, O_NONBLOCK: undefined }
mockModule('node:fs', () => ({ ...fs, constants }))
mockModule('node:fs/promises', () => ({
  ...fsPromises,
  open: async (path: string, flags: number) => {
    await meanwhile()
    return fsPromises.open(path, flags)
  },
}))
const { openFile } = await import('../../src/files/open-file.js')

let folder: string
const at = (name: string): string => join(folder, name)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-file-'))
  await writeFile(at('kubectl'), 'a file')
  meanwhile = () => Promise.resolve()
})
afterEach(() => rm(folder, { recursive: true }))

test('a file is opened', async () => {
  const { handle, stats } = await openFile(at('kubectl'))
  await handle.close()
  expect(stats.size).toBe(6n)
})

test('a link is refused, whatever it leads to', async () => {
  await symlink(at('kubectl'), at('link'))
  await expect(openFile(at('link'))).rejects.toThrow('it is a link')
})

test.each([
  ['a link', () => symlink(at('elsewhere'), at('kubectl'))],
  ['a file with the same bytes', () => copyFile(at('elsewhere'), at('kubectl'))],
])('%s that comes after the look is refused', async (_, put) => {
  await writeFile(at('another'), 'a file')
  meanwhile = async () => {
    await rename(at('another'), at('elsewhere'))
    await rename(at('kubectl'), at('aside'))
    await put()
  }
  await expect(openFile(at('kubectl'))).rejects.toThrow('it was another file a moment ago')
})
