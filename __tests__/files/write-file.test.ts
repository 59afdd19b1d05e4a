import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestOf } from '../../src/digest.js'
import { FetchError } from '../../src/errors.js'
import { writeOnce } from '../../src/files/write-file.js'
import { failureOf } from '../fetch/loopback.js'

/** The kernel's own full disk. */
const FULL = '/dev/full'
const full = await open(FULL, 'w').catch(() => undefined)
afterAll(() => full?.close())
const onLinux = full === undefined ? test.skip : test

/** A real file, but for one method. */
const instead = (file: FileHandle, method: 'truncate' | 'writev', replacement: unknown): FileHandle =>
  new Proxy(file, {
    get: (target, name) => {
      if (name === method) return replacement
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })

/** A device cannot be truncated, which is not the matter here. */
const withoutTruncate = (file: FileHandle): FileHandle => instead(file, 'truncate', () => Promise.resolve())

onLinux.each([1, 3_000_000])('a full disk is no failure of the network: chunks of %i bytes', async (size) => {
  const writing = writeOnce(withoutTruncate(full as FileHandle), { path: FULL }, async (onChunk) => {
    for (let count = 0; count < 3; count++) await onChunk(Buffer.alloc(size))
    return 3 * size
  })
  const failure = await failureOf(writing)
  expect(failure).toMatchObject({ code: 'INSTALL_WRITE_FAILED', cause: { code: 'ENOSPC' }, retryable: false })
})

describe('a file that is', () => {
  let folder: string
  let path: string
  let file: FileHandle
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'write-file-'))
    path = join(folder, 'file')
    file = await open(path, 'w')
  })
  afterEach(async () => {
    await file.close()
    await rm(folder, { recursive: true })
  })

  test('taken piece by piece is written whole', async () => {
    const bytes = randomBytes(2_500_000)
    const reluctant = instead(file, 'writev', (chunks: readonly Buffer[], position: number) => {
      const all = Buffer.concat(chunks)
      return file.write(all, 0, Math.min(all.length, 100_000), position)
    })
    const measured = await writeOnce(reluctant, { path }, async (onChunk) => {
      for (let at = 0; at < bytes.length; at += 65_000) await onChunk(bytes.subarray(at, at + 65_000))
      return bytes.length
    })
    expect(bytes.equals(await readFile(path))).toBe(true)
    expect(measured.sha256.equals(digestOf(bytes))).toBe(true)
  })

  test('still being written when its transfer fails is waited for: the next try starts by emptying it', async () => {
    const events: string[] = []
    const slow = instead(file, 'writev', async (chunks: readonly Buffer[], position: number) => {
      const written = await file.writev(chunks, position)
      events.push('written')
      return written
    })
    const writing = writeOnce(slow, { path }, (onChunk) => {
      void onChunk(Buffer.alloc(3_000_000))
      return Promise.reject(new FetchError('FETCH_TRUNCATED', 'cut off'))
    })
    expect(await failureOf(writing)).toMatchObject({ code: 'FETCH_TRUNCATED' })
    events.push('failed')
    expect(events).toEqual(['written', 'failed'])
  })
})
