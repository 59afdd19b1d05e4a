// Bytes in order, whatever the pieces are that they come in.
import { ByteSource, UnreadError } from '../../src/archive/byte-source.js'

function sourceOf(...pieces: readonly string[]): ByteSource {
  return new ByteSource(
    (async function* () {
      await Promise.resolve()
      for (const piece of pieces) yield Buffer.from(piece)
    })(),
  )
}

async function textOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all).toString()
}

test.each([[['abcdefgh']], [['a', 'b', 'c', 'd', 'efgh']], [['abc', '', 'defgh']]])(
  'header, content and rest of %j',
  async (pieces) => {
    const source = sourceOf(...pieces)
    expect((await source.peek(3)).toString()).toBe('abc')
    expect(source.position).toBe(0)
    expect((await source.read(2)).toString()).toBe('ab')
    expect(await textOf(source.take(3))).toBe('cde')
    expect(source.position).toBe(5)
    await source.skipTo(6)
    expect(await textOf(source.take())).toBe('gh')
    expect((await source.peek(1)).length).toBe(0)
  },
)

test('what is not taken of a section is still there', async () => {
  const source = sourceOf('abcdef', 'gh')
  const section = source.take(7)
  await section.next()
  await section.return(undefined)
  await source.skipTo(7)
  expect(await textOf(source.take())).toBe('h')
})

test('fewer bytes than there have to be', async () => {
  await expect(sourceOf('ab').read(3)).rejects.toThrow(UnreadError)
  await expect(textOf(sourceOf('ab').take(3))).rejects.toThrow('it ends too early')
  await expect(sourceOf('ab').skip(3)).rejects.toThrow(UnreadError)
  expect((await sourceOf('ab').peek(3)).toString()).toBe('ab')
})
