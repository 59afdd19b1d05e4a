// What lies below folders and in archives, with everything that somebody can
// put there; and how far it is looked.
import { writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { digestOf } from '../../src/digest.js'
import { LIMITS, type Limits } from '../../src/inventory/found.js'
import { takeInventory } from '../../src/inventory/take-inventory.js'
import { createTarball } from '../../src/lab/tarball.js'
import { createCpio, createDeb, createImage, createRpm, file, toTar } from '../support/archives.js'
import { ROOT } from '../support/folders.js'

const PACKAGES = join(ROOT, '__tests__/fixtures/packages')
const kubelet = Buffer.from('#!/bin/sh\necho kubelet\n')
const listed = digestOf(kubelet)

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'inventory-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function put(files: Readonly<Record<string, Buffer | string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
}

interface Looked {
  /** `place` where the bytes are listed, `place ?` where they are not, `place: why` where it could not be looked at. */
  readonly lines: readonly string[]
  readonly others: number
  readonly notes: readonly string[]
}

async function look(limits: Partial<Limits> = {}, ...paths: readonly string[]): Promise<Looked> {
  const named = paths.length === 0 ? [root] : paths
  const found = await takeInventory(named, (digest) => digest.equals(listed), { ...LIMITS, ...limits })
  const placeOf = (place: readonly string[]): string => place.join(' » ').replace(`${root}/`, '')
  const lines = [
    ...found.files.map(({ place, sha256 }) => `${placeOf(place)}${sha256.equals(listed) ? '' : ' ?'}`),
    ...found.unread.map(({ place, why }) => `${placeOf(place)}: ${why}`),
  ]
  return { lines: lines.sort(), others: found.others, notes: found.notes }
}

describe('what others make', () => {
  test.each(['gzip.deb', 'xz.deb', 'zstd.deb', 'gzip.rpm', 'xz.rpm', 'zstd.rpm'])(
    'kubelet-%s',
    async (name) => {
      const { lines, others } = await look({}, join(PACKAGES, `kubelet-${name}`))
      const place = join(PACKAGES, `kubelet-${name}`)
      expect(lines).toEqual(['kubeadm', 'kubectl', 'kubelet'].map((each) => `${place} » usr/bin/${each}`))
      expect(others).toBeGreaterThan(1)
    },
  )

  test.each([
    ['kubelet-bzip2.rpm', 'it is a bzip2 archive, which is not opened here'],
    ['numbers-x86.xz', 'a filter or check that is not known'],
    ['sparse-gnu.tar.gz', 'it is of a kind that is not read: SparseFile'],
    ['sparse-pax.tar.gz', 'it is of a kind that is not read: File'],
  ])('%s is not read, and says why', async (name, why) => {
    const { lines } = await look({}, join(PACKAGES, name))
    expect(lines).toEqual([expect.stringContaining(why)])
  })
})

describe('archives', () => {
  test('in each other, by what they are and not by their names', async () => {
    const image = createImage([file('usr/bin/kubelet', kubelet)])
    await put({
      'release.dat': createTarball([file('server/bin/image', image)]),
      'x.tar.zst': zstdCompressSync(toTar([file('kubelet.deb', createDeb([file('./kubelet', kubelet)]))])),
      'kubelet.gz': gzipSync(kubelet),
      renamed: gzipSync(gzipSync(kubelet)),
      'kubelet.rpm': createRpm(createCpio([{ path: './kubelet', content: kubelet }])),
    })
    expect((await look()).lines).toEqual([
      'kubelet.gz',
      'kubelet.rpm » kubelet',
      'release.dat » server/bin/image » abc/layer.tar » usr/bin/kubelet',
      'renamed',
      'x.tar.zst » kubelet.deb » kubelet',
    ])
  })

  test('links: to files of the same archive, over other links, and out of it', async () => {
    await put({
      'x.tar': toTar([
        file('bin/real', kubelet),
        { path: 'bin/kubelet', type: 'SymbolicLink', linkpath: 'kubelet-1' },
        { path: 'bin/kubelet-1', type: 'SymbolicLink', linkpath: '/bin/real' },
        { path: 'kubeadm', type: 'Link', linkpath: 'bin/real' },
        { path: 'kubectl', type: 'SymbolicLink', linkpath: '../../../../bin/real' },
        { path: 'kube-proxy', type: 'SymbolicLink', linkpath: 'kube-proxy' },
        { path: 'kube-scheduler', type: 'SymbolicLink', linkpath: '/etc/shadow' },
        { path: 'other', type: 'SymbolicLink', linkpath: '/etc/shadow' },
      ]),
    })
    expect((await look()).lines).toEqual([
      'x.tar » bin/kubelet',
      'x.tar » bin/real',
      'x.tar » kube-proxy: it is a link to "kube-proxy", which is no file of the same archive',
      'x.tar » kube-scheduler: it is a link to "/etc/shadow", which is no file of the same archive',
      'x.tar » kubeadm',
      'x.tar » kubectl: it is a link to "../../../../bin/real", which is no file of the same archive',
    ])
  })

  test('names that lead out are names: nothing is written', async () => {
    await put({ 'x.tar': toTar([file('../../../../tmp/kubelet', kubelet), file('/etc/kubelet', kubelet)]) })
    expect((await look()).lines).toEqual(['x.tar » ../../../../tmp/kubelet', 'x.tar » etc/kubelet'])
  })

  test('settings in a package are none of its programs', async () => {
    await put({ 'x.deb': createDeb([file('./etc/default/kubelet', Buffer.from('X='), 0o644)]) })
    expect((await look()).lines).toEqual([])
  })

  test('a broken part leaves the others', async () => {
    const broken = createTarball([file('kubelet', kubelet)])
    broken.fill(0, 20, 40)
    await put({ 'x.tar': toTar([file('a.tgz', broken), file('kubelet', kubelet)]) })
    expect((await look()).lines).toEqual([
      expect.stringMatching(/^x\.tar » a\.tgz: it cannot be read: /),
      'x.tar » kubelet',
    ])
  })

  test('xz within xz is not opened, and holds nothing up', async () => {
    const [twice, once] = await Promise.all(
      ['numbers-twice.xz', 'numbers-crc64.xz'].map((name) => readFile(join(PACKAGES, name))),
    )
    await put({ 'a.tar': toTar([file('1.xz', twice as Buffer), file('2.xz', once as Buffer)]) })
    const { lines, others } = await look()
    expect(lines).toEqual(['a.tar » 1.xz: it is an xz stream within another, which is not opened here'])
    // The tar archive, both streams, and what is in the second.
    expect(others).toBe(4)
  })
})

describe('how far it is looked', () => {
  test('archives in each other', async () => {
    let deep = toTar([file('kubelet', kubelet)])
    for (let layers = 0; layers < 10; layers++) deep = toTar([file('x', deep)])
    await put({ 'deep.tar': deep })
    expect((await look()).lines).toEqual([expect.stringContaining('more than 8 layers deep')])
  })

  test('compressed streams in each other', async () => {
    let deep: Buffer = kubelet
    for (let layers = 0; layers < 10; layers++) deep = gzipSync(deep)
    await put({ deep })
    expect((await look()).lines).toEqual([expect.stringContaining('more than 8 layers deep')])
  })

  test('a bomb: little that becomes much, alone or in layers', async () => {
    const zeros = gzipSync(Buffer.alloc(32 * 1024 * 1024))
    await put({
      'a.gz': zeros,
      'b.tar': toTar(Array.from({ length: 4 }, (_, index) => file(`${index}.gz`, zeros))),
      kubelet,
    })
    const limits = { maxBytes: 64 * 1024 * 1024 }
    expect((await look(limits)).lines).toEqual([
      expect.stringContaining('b.tar: it has more bytes, decompressed, than are read: 67108864'),
      'kubelet',
    ])
    expect((await look({ maxBytes: 1024 * 1024 })).lines).toHaveLength(3)
  })

  test('a bomb is known before its end', async () => {
    const nested = gzipSync(toTar([file('zeros', Buffer.alloc(8 * 1024 * 1024))]))
    await put({ 'a.tgz': nested, kubelet })
    const maxInflation = { times: 100, from: 1024 * 1024 }
    expect((await look({ maxInflation })).lines).toEqual([
      'a.tgz: it comes to more than 100 times its size, decompressed',
      'kubelet',
    ])
    expect((await look({ maxInflation: { ...maxInflation, times: 4000 } })).lines).toEqual(['kubelet'])
  })

  test('a bomb in xz leaves the next stream readable', async () => {
    const numbers = await readFile(join(PACKAGES, 'numbers-crc64.xz'))
    await put({ 'a.xz': numbers, 'b.xz': numbers, c: kubelet })
    expect((await look({ maxBytes: 2000 })).lines).toEqual([
      expect.stringContaining('a.xz: '),
      expect.stringContaining('b.xz: '),
      'c',
    ])
  })

  test('entries, altogether', async () => {
    await put({ 'x.tar': toTar(Array.from({ length: 50 }, (_, index) => file(`${index}`, kubelet))) })
    const { lines } = await look({ maxEntries: 20 })
    expect(lines.join()).toContain('more was found than is looked at or told: 20 entries')
    await put(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`files/${index}`, 'x'])))
    expect((await look({ maxEntries: 20 })).lines.join()).toContain('20 entries')
  })

  test('folders in folders', async () => {
    await put({ [`${'a/'.repeat(12)}kubelet`]: kubelet, kubelet })
    expect((await look({ maxDepth: 10 })).lines).toEqual([
      expect.stringMatching(/^a\/a.*: it lies more than 10 folders deep$/),
      'kubelet',
    ])
  })

  test('a file that is larger than any artifact is not read, unless it is an archive', async () => {
    await put({
      kubelet: '',
      disk: '',
      'x.tar': toTar([file('kubelet', kubelet), file('y', Buffer.alloc(9000))]),
    })
    for (const name of ['kubelet', 'disk']) await truncate(join(root, name), 9000)
    const { lines, notes } = await look({ maxFileBytes: 5000 })
    expect(lines).toEqual(['kubelet: it has 9000 bytes, more than are read: 5000', 'x.tar » kubelet'])
    expect(notes.join()).toContain('1 files that are larger than any artifact')
  })
})

describe('folders', () => {
  test('each root is the place of links of all', async () => {
    await put({ 'a/kubelet-1.35': kubelet, 'b/x': 'x' })
    await symlink('../a/kubelet-1.35', join(root, 'b/kubelet'))
    expect((await look({}, join(root, 'b'))).lines).toEqual([
      expect.stringContaining('b/kubelet: it is a link that leads out of what was named'),
    ])
    expect((await look({}, join(root, 'a'), join(root, 'b'))).lines).toEqual(['a/kubelet-1.35', 'b/kubelet'])
  })

  test('a link that the user names is followed', async () => {
    await put({ 'a/kubelet': kubelet })
    await symlink('a', join(root, 'b'))
    await symlink('a/kubelet', join(root, 'c'))
    expect((await look({}, join(root, 'b'), join(root, 'c'))).lines).toEqual(['b/kubelet', 'c'])
  })

  test('what is gone when it is looked at is told, and stops nothing', async () => {
    await put({ kubelet })
    const { lines } = await look({}, join(root, 'nowhere'), root)
    expect(lines).toEqual(['kubelet', expect.stringMatching(/^nowhere: it cannot be read: .*ENOENT/)])
  })

  test('a file that changes while it is read is told', async () => {
    await put({ x: kubelet })
    // Called when its bytes were read, and before it is closed.
    const found = await takeInventory([root], () => {
      writeFileSync(join(root, 'x'), 'changed')
      return true
    })
    expect(found.unread.map(({ why }) => why)).toEqual(['it changed while it was read'])
  })

  test('archives that are not opened are told', async () => {
    await put({ 'a.zip': 'PK\u0003\u0004', 'b.zip': 'PK\u0003\u0004', kubelet })
    const { lines, notes } = await look()
    expect(lines).toEqual(['kubelet'])
    expect(notes).toEqual([
      `passed over: 2 archives of the form zip, which are not opened: ${root}/a.zip, ${root}/b.zip`,
    ])
  })
})
