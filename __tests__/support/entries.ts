// The entries of an archive as values.
import { ByteSource } from '../../src/archive/byte-source.js'
import type { ArchiveEntry } from '../../src/archive/entry.js'
import { readArchive } from '../../src/archive/open.js'
import { sniff } from '../../src/archive/sniff.js'

/** As pieces of a size, or whole. */
export function toSource(bytes: Buffer, size = bytes.length || 1): ByteSource {
  return new ByteSource(
    (async function* () {
      await Promise.resolve()
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    })(),
  )
}

export interface Listed {
  /** Each entry as a line. */
  readonly entries: readonly string[]
  /** Each part of a package: the form that it has to have, and its bytes. */
  readonly members: readonly (readonly [string, Buffer])[]
}

/** Lists an archive; rejects as its reader does. */
export async function listArchive(bytes: Buffer, pieces?: number): Promise<Listed> {
  const entries: string[] = []
  const members: [string, Buffer][] = []
  const source = toSource(bytes, pieces)
  const form = sniff(Buffer.from(await source.peek(512)))
  if (form !== 'tar' && form !== 'cpio' && form !== 'deb' && form !== 'rpm') throw new Error(`it is ${form}`)
  await readArchive(source, form, {
    entry: async (entry) => void entries.push(await formatEntry(entry)),
    member: async ({ form: expected, content }) => void members.push([expected, await join(content)]),
  })
  return { entries, members }
}

async function formatEntry(entry: ArchiveEntry): Promise<string> {
  if (entry.kind === 'folder') return `${entry.path} (folder)`
  if (entry.kind === 'unread') return `${entry.path}: ${entry.why}`
  if (entry.kind === 'link') return `${entry.path} ${entry.isHard ? '=' : '->'} ${entry.target}`
  const content = (await join(entry.content)).toString()
  return `${entry.path}${entry.isExecutable ? '*' : ''} ${content.slice(0, 20)}`
}

async function join(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(Buffer.from(chunk))
  return Buffer.concat(all)
}
