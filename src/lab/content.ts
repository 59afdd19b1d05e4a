// What a lab artifact consists of: for Linux a shell script that runs, padded
// to any size without ever being in memory whole.
import { type Hash, createHash } from 'node:crypto'

const BLOCK_BYTES = 1024 * 1024

/** Bytes that can be made again and again, chunk by chunk. */
export interface Content {
  readonly size: number
  chunks(): Generator<Buffer>
}

export function toContent(bytes: Buffer): Content {
  return {
    size: bytes.length,
    *chunks() {
      yield bytes
    },
  }
}

/** A runnable script of `size` bytes that no other version or path has, and that says its own name. */
export function artifactContent(version: string, path: string, size: number): Content {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const head = Buffer.from(`#!/bin/sh\necho "${name} ${version} (lab)"\nexit 0\n# ${path}\n`)
  const block = paddingFor(`${version}/${path}`)
  const total = Math.max(size, head.length)
  return {
    size: total,
    *chunks() {
      yield head
      for (let left = total - head.length; left > 0; left -= BLOCK_BYTES) {
        yield left < BLOCK_BYTES ? block.subarray(0, left) : block
      }
    },
  }
}

export function readAll({ chunks }: Content): Buffer {
  return Buffer.concat([...chunks()])
}

/** Digests of the whole content, in one pass. */
export function digests(content: Content): { sha1: string; sha256: string; sha512: string } {
  const hashes: [Hash, Hash, Hash] = [createHash('sha1'), createHash('sha256'), createHash('sha512')]
  for (const chunk of content.chunks()) for (const hash of hashes) hash.update(chunk)
  const [sha1, sha256, sha512] = hashes.map((hash) => hash.digest('hex')) as [string, string, string]
  return { sha1, sha256, sha512 }
}

function paddingFor(seed: string): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES)
  let state = createHash('sha256').update(seed).digest()
  for (let offset = 0; offset < BLOCK_BYTES; offset += 4096) {
    state = createHash('sha256').update(state).digest()
    block.fill(state, offset, offset + 4096)
  }
  return block
}
