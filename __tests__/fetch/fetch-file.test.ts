import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Progress } from '../../src/ports.js'
import { closeAll, failureOf, quickHttp, serve } from './loopback.js'

const BYTES = Buffer.from(Array.from({ length: 3_000_017 }, (_, index) => (index * 7919) % 251))
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const maxBytes = BYTES.length

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fetch-file-'))
  path = join(folder, 'file')
})
afterEach(async () => {
  await closeAll()
  await rm(folder, { recursive: true })
})

test('the file has the bytes, their size and digest are told, and nobody else may read it', async () => {
  const { url } = await serve((_, response) => response.end(BYTES))
  const measured = await quickHttp().fetchFile(url, { path, maxBytes })
  expect(measured).toMatchObject({ path, size: BYTES.length })
  expect(measured.sha256.hex).toBe(sha256(BYTES))
  expect(BYTES.equals(await readFile(path))).toBe(true)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('an empty file and one in chunks are files too', async () => {
  const { url } = await serve((request, response) => {
    if (request.url === '/empty') response.end()
    else
      Readable.from([BYTES.subarray(0, 1), BYTES.subarray(1, 70_000), BYTES.subarray(70_000)]).pipe(response)
  })
  const chunked = await quickHttp().fetchFile(url, { path, maxBytes })
  expect(chunked.sha256.hex).toBe(sha256(BYTES))
  expect(sha256(await readFile(path))).toBe(sha256(BYTES))
  const other = join(folder, 'empty')
  const empty = await quickHttp().fetchFile(new URL('/empty', url), { path: other, maxBytes: 0 })
  expect(empty).toMatchObject({ size: 0 })
  expect(await readFile(other)).toHaveLength(0)
})

test('progress grows up to the whole', async () => {
  const { url } = await serve((_, response) => {
    response.writeHead(200, { 'content-length': BYTES.length }).end(BYTES)
  })
  const steps: Progress[] = []
  await quickHttp().fetchFile(url, { path, maxBytes, onProgress: (progress) => steps.push(progress) })
  const received = steps.map(({ receivedBytes }) => receivedBytes)
  expect(received).toEqual([...new Set(received)].sort((a, b) => a - b))
  expect(steps.at(-1)).toEqual({ receivedBytes: BYTES.length, totalBytes: BYTES.length })
})

test('a try that fails late leaves nothing of itself in the next', async () => {
  let breakOff = (): void => undefined
  const { url, requests } = await serve((_, response, count) => {
    if (count > 0) return void response.end('short')
    response.writeHead(200, { 'content-length': BYTES.length }).write(BYTES.subarray(0, 2_000_000))
    breakOff = () => void response.destroy()
  })
  let most = 0
  const onProgress = ({ receivedBytes }: Progress): void => {
    most = Math.max(most, receivedBytes)
    if (receivedBytes === 2_000_000) breakOff()
  }
  const measured = await quickHttp().fetchFile(url, { path, maxBytes, onProgress })
  expect(most).toBe(2_000_000)
  expect(requests).toHaveLength(2)
  expect(await readFile(path, 'utf8')).toBe('short')
  expect(measured).toMatchObject({ size: 5 })
  expect(measured.sha256.hex).toBe(sha256(Buffer.from('short')))
})

test.each([
  ['FETCH_HTTP_STATUS', 404, 0],
  ['FETCH_TRUNCATED', 200, BYTES.length + 1],
  ['FETCH_TOO_LARGE', 200, undefined],
])('after %s there is no file', async (code, status, length) => {
  const { url } = await serve((_, response) => {
    response.writeHead(status, length === undefined ? {} : { 'content-length': length })
    if (status === 404) response.end()
    else response.write(BYTES, () => (length === undefined ? response.end() : response.destroy()))
  })
  const options = { path, maxBytes: length === undefined ? BYTES.length - 1 : BYTES.length + 1 }
  expect(await failureOf(quickHttp().fetchFile(url, options))).toMatchObject({ code })
  expect(existsSync(path)).toBe(false)
})

test('after a cancellation there is no file', async () => {
  const controller = new AbortController()
  const { url } = await serve((_, response) => {
    response.write(BYTES)
  })
  const onProgress = (): void => {
    controller.abort()
  }
  const { signal } = controller
  await failureOf(quickHttp().fetchFile(url, { path, maxBytes, signal, onProgress }))
  expect(existsSync(path)).toBe(false)
})

test('the file has its own, longer clock', async () => {
  const { url } = await serve((_, response) => {
    response.write('x')
  })
  const http = quickHttp({ patienceMs: 0, totalTimeoutMs: 1, fileTimeoutMs: 50 })
  const failure = await failureOf(http.fetchFile(url, { path, maxBytes }))
  expect(failure).toMatchObject({ code: 'FETCH_TIMEOUT' })
  expect(failure.message).toContain('in all: 50 ms')
  expect(existsSync(path)).toBe(false)
})

describe('a place that is not free', () => {
  const fine = (): ReturnType<typeof serve> => serve((_, response) => response.end('new'))
  const REFUSED = { code: 'INSTALL_WRITE_FAILED', retryable: false }

  test('a file that was there stays as it was, and nothing is asked of the server', async () => {
    await writeFile(path, 'old')
    const { url, requests } = await fine()
    expect(await failureOf(quickHttp().fetchFile(url, { path, maxBytes }))).toMatchObject(REFUSED)
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(requests).toHaveLength(0)
  })

  test.each(['a file', 'nothing'])('a symbolic link to %s is not followed', async (target) => {
    const victim = join(folder, 'victim')
    if (target === 'a file') await writeFile(victim, 'old')
    await symlink(victim, path)
    const { url } = await fine()
    expect(await failureOf(quickHttp().fetchFile(url, { path, maxBytes }))).toMatchObject(REFUSED)
    expect(existsSync(victim)).toBe(target === 'a file')
    if (target === 'a file') expect(await readFile(victim, 'utf8')).toBe('old')
  })

  test('a folder that is not there', async () => {
    const { url } = await fine()
    const options = { path: join(folder, 'none', 'file'), maxBytes }
    expect(await failureOf(quickHttp().fetchFile(url, options))).toMatchObject(REFUSED)
  })
})
