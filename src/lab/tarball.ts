// Tarballs of a few files, with any header one likes.
import { gzipSync } from 'node:zlib'
import { Header, type HeaderData } from 'tar'

const BLOCK_BYTES = 512

export interface TarEntry extends Omit<HeaderData, 'size'> {
  readonly path: string
  readonly content?: Buffer
}

export function createTarball(entries: readonly TarEntry[]): Buffer {
  const blocks = entries.flatMap(({ content = Buffer.alloc(0), ...data }) => {
    const header = Buffer.alloc(BLOCK_BYTES)
    new Header({
      type: 'File',
      mode: 0o644,
      uid: 0,
      gid: 0,
      mtime: new Date(0),
      ...data,
      size: content.length,
    }).encode(header, 0)
    const padding = Buffer.alloc((BLOCK_BYTES - (content.length % BLOCK_BYTES)) % BLOCK_BYTES)
    return [header, content, padding]
  })
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK_BYTES)]))
}

/** Like `kubernetes-client-linux-amd64.tar.gz`: a folder with a program in it. */
export function createReleaseTarball(version: string, path: string): Buffer {
  const script = Buffer.from(`#!/bin/sh\necho "kubectl ${version} (lab)"\n# from ${path}\n`)
  return createTarball([
    { path: 'kubernetes/', type: 'Directory', mode: 0o755 },
    { path: 'kubernetes/LICENSES', content: Buffer.from(`of ${path}\n`) },
    { path: 'kubernetes/client/bin/', type: 'Directory', mode: 0o755 },
    { path: 'kubernetes/client/bin/kubectl', mode: 0o755, content: script },
  ])
}
