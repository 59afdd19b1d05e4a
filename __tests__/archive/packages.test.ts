// Packages of Debian and RPM: where their parts begin, and what is wrong with
// one that was made by hand.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UnreadError } from '../../src/archive/byte-source.js'
import { sniff } from '../../src/archive/sniff.js'
import { createAr, createCpio, createDeb, createRpm, file } from '../support/archives.js'
import { listArchive } from '../support/entries.js'
import { ROOT } from '../support/folders.js'

const fixture = (name: string): Promise<Buffer> => readFile(join(ROOT, '__tests__/fixtures/packages', name))
const text = Buffer.from('text')

describe('deb', () => {
  test.each(['gzip', 'xz', 'zstd'])('of dpkg-deb, with %s', async (form) => {
    const { members } = await listArchive(await fixture(`kubelet-${form}.deb`), 100)
    expect(members.map(([expected, bytes]) => [expected, sniff(bytes)])).toEqual([
      ['tar', form],
      ['tar', form],
    ])
  })

  test('parts of odd length', async () => {
    const deb = createAr([
      ['debian-binary', Buffer.from('2.0')],
      ['control.tar/', Buffer.from('abc')],
      ['_gpgorigin', Buffer.from('x')],
      ['data.tar', Buffer.from('defgh')],
    ])
    const { members } = await listArchive(deb, 3)
    expect(members.map(([, bytes]) => bytes.toString())).toEqual(['abc', 'defgh'])
  })

  test.each([
    ['cut off', createDeb([file('x', text)]).subarray(0, -20)],
    ['without data', createAr([['debian-binary', text]])],
    [
      'data twice',
      createAr([
        ['debian-binary', text],
        ['data.tar', text],
        ['data.tar.gz', text],
      ]),
    ],
    [
      'too many parts',
      createAr([
        ['debian-binary', text],
        ...Array.from({ length: 20 }, (_, index) => [`x${index}`, text] as const),
      ]),
    ],
    [
      'a size that is none',
      Buffer.from(
        createDeb([])
          .toString('latin1')
          .replace(/\d+( *`\n)/g, '-1$1'),
        'latin1',
      ),
    ],
    ['a size beyond the end', createAr([['debian-binary', text]]).fill('9', 56, 58)],
  ])('%s', async (_, deb) => {
    await expect(listArchive(deb)).rejects.toThrow(UnreadError)
  })
})

describe('rpm', () => {
  test.each(['gzip', 'xz', 'zstd', 'bzip2'])('of rpmbuild, with %s', async (form) => {
    const { members } = await listArchive(await fixture(`kubelet-${form}.rpm`), 1000)
    expect(members.map(([expected, bytes]) => [expected, sniff(bytes)])).toEqual([['cpio', form]])
  })

  test.each([
    ['cut off in its header', createRpm(text).subarray(0, 150)],
    ['no header after the lead', createRpm(text).fill(0, 96, 100)],
    ['a header that has no end', createRpm(text).fill(0xff, 104, 112)],
    ['no second header', createRpm(text).fill(0, 144, 148)],
  ])('%s', async (_, rpm) => {
    await expect(listArchive(rpm)).rejects.toThrow(UnreadError)
  })
})

describe('cpio', () => {
  const list = async (bytes: Buffer, pieces?: number): Promise<readonly string[]> =>
    (await listArchive(bytes, pieces)).entries

  test.each([undefined, 1, 7])('files, links and folders, in pieces of %s bytes', async (pieces) => {
    const cpio = createCpio([
      { path: './usr', content: Buffer.alloc(0), mode: 0o040755 },
      { path: './usr/bin/kubelet', content: Buffer.from('odd') },
      { path: './etc/plain', content: text, mode: 0o100644 },
      { path: './soft', content: Buffer.from('usr/bin/kubelet'), mode: 0o120777 },
      { path: './pipe', content: Buffer.alloc(0), mode: 0o010644 },
    ])
    expect(await list(cpio, pieces)).toEqual([
      'usr (folder)',
      'usr/bin/kubelet* odd',
      'etc/plain text',
      'soft -> usr/bin/kubelet',
      'pipe: it is a special file',
    ])
  })

  test('of a file of several names, one has the content', async () => {
    const nothing = Buffer.alloc(0)
    const cpio = createCpio([
      { path: 'kubectl', content: nothing, inode: 7, links: 2 },
      { path: 'lost', content: nothing, inode: 9, links: 2 },
      { path: 'kubelet', content: text, inode: 7, links: 2 },
    ])
    expect(await list(cpio)).toEqual([
      'kubelet* text',
      'kubectl = kubelet',
      'lost: it is a hard link without content',
    ])
  })

  const good = createCpio([{ path: 'kubelet', content: text }])
  test.each([
    ['cut off in a file', good.subarray(0, 121)],
    ['without an end', good.subarray(0, 124)],
    ['a number that is none', Buffer.from(good).fill('x', 20, 22)],
    ['a name without end', Buffer.from(good).fill('f', 94, 102)],
    ['a name of no length', Buffer.from(good).fill('0', 94, 102)],
    ['a file without end', Buffer.from(good).fill('f', 54, 62)],
    ['a link without end', createCpio([{ path: 'x', content: Buffer.alloc(5000), mode: 0o120777 }])],
  ])('%s', async (_, cpio) => {
    await expect(list(cpio)).rejects.toThrow(UnreadError)
  })
})
