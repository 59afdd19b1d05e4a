// Packages and archives as others make them, by hand: with any entry one likes.
import { gzipSync, gunzipSync } from 'node:zlib'
import { type TarEntry, createTarball } from '../../src/lab/tarball.js'

export const toTar = (entries: readonly TarEntry[]): Buffer => gunzipSync(createTarball(entries))

/** A file for an archive. */
export const file = (path: string, content: Buffer, mode = 0o755): TarEntry => ({ path, content, mode })

/** An archive of ar(1). */
export function createAr(members: readonly (readonly [string, Buffer])[]): Buffer {
  const parts = members.flatMap(([name, content]) => [
    Buffer.from(`${name.padEnd(16)}0           0     0     100644  ${String(content.length).padEnd(10)}\`\n`),
    content,
    Buffer.alloc(content.length % 2, '\n'),
  ])
  return Buffer.concat([Buffer.from('!<arch>\n'), ...parts])
}

/** A Debian package. */
export function createDeb(entries: readonly TarEntry[], compress = gzipSync, ending = '.gz'): Buffer {
  return createAr([
    ['debian-binary', Buffer.from('2.0\n')],
    ['control.tar.gz', createTarball([file('./control', Buffer.from('Package: kubelet\n'), 0o644)])],
    [`data.tar${ending}`, compress(toTar(entries))],
  ])
}

export interface CpioEntry {
  readonly path: string
  readonly content: Buffer
  readonly mode?: number
  readonly inode?: number
  readonly links?: number
}

/** A cpio archive of the new ASCII form. */
export function createCpio(entries: readonly CpioEntry[]): Buffer {
  const pad = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
  const all = [...entries, { path: 'TRAILER!!!', content: Buffer.alloc(0), mode: 0 }]
  return Buffer.concat(
    all.flatMap(({ path, content, mode = 0o100755, inode = 0, links = 1 }: CpioEntry, index) => {
      const name = Buffer.from(`${path}\0`)
      const numbers = [inode || index + 1, mode, 0, 0, links, 0, content.length, 0, 0, 0, 0, name.length, 0]
      const header = `070701${numbers.map((number) => number.toString(16).padStart(8, '0')).join('')}`
      return [pad(Buffer.concat([Buffer.from(header), name])), pad(content)]
    }),
  )
}

/** An RPM package, with headers that say nothing. */
export function createRpm(payload: Buffer): Buffer {
  const lead = Buffer.alloc(96)
  lead.write('edabeedb0300', 'hex')
  const header = (storeBytes: number): Buffer => {
    const intro = Buffer.from(
      '8eade80100000000' + '00000001' + storeBytes.toString(16).padStart(8, '0'),
      'hex',
    )
    return Buffer.concat([intro, Buffer.alloc(16 + storeBytes)])
  }
  // The first is filled up to eight bytes: 16 + 16 + 13 to 48.
  return Buffer.concat([lead, header(13), Buffer.alloc(3), header(5), payload])
}

/** An image as `docker save` writes it, of one layer. */
export function createImage(layer: readonly TarEntry[]): Buffer {
  return toTar([
    file('manifest.json', Buffer.from('[{"Config":"config.json","Layers":["abc/layer.tar"]}]'), 0o644),
    file('abc/layer.tar', toTar(layer), 0o644),
  ])
}

/** An image as an OCI layout in a tar archive, whose layer is compressed. */
export function createOciArchive(layer: readonly TarEntry[]): Buffer {
  return toTar([
    file('oci-layout', Buffer.from('{"imageLayoutVersion":"1.0.0"}'), 0o644),
    file('index.json', Buffer.from('{"schemaVersion":2,"manifests":[]}'), 0o644),
    file(`blobs/sha256/${'a'.repeat(64)}`, createTarball(layer), 0o644),
  ])
}
