// Papers that are asked for again by their tags: what is kept counts only while it is whole.
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHttp } from '../../src/fetch/http-client.js'
import { createPapersCache } from '../../src/fetch/papers-cache.js'
import { WebServer, text } from '../../src/lab/web-server.js'

let server: WebServer
let folder: string
const http = createHttp({ patienceMs: 0 })

beforeAll(async () => {
  server = await WebServer.start(() => text(200, 'the paper'))
  folder = await mkdtemp(join(tmpdir(), 'papers-'))
})
afterAll(async () => {
  http.close()
  await server.close()
  await rm(folder, { recursive: true })
})

async function fetchAgain(): Promise<{ body: string; tag: string | undefined }> {
  server.reset()
  const body = await createPapersCache(http, folder).fetch(new URL(`${server.url}/SUMS`), { maxBytes: 100 })
  return { body: body.toString(), tag: server.requests[0]?.headers['if-none-match'] }
}

test('a kept paper is asked for by its tag; one that was changed, or whose tag was, is fetched anew', async () => {
  expect(await fetchAgain()).toEqual({ body: 'the paper', tag: undefined })
  const again = await fetchAgain()
  expect(again).toEqual({ body: 'the paper', tag: expect.stringMatching(/^"[0-9a-f]{32}"$/) as string })
  const [name = ''] = (await readdir(folder)).filter((each) => !each.endsWith('.json'))
  const path = join(folder, name)

  await writeFile(path, 'another paper')
  expect(await fetchAgain()).toEqual({ body: 'the paper', tag: undefined })

  const json = await readFile(`${path}.json`, 'utf8')
  await writeFile(`${path}.json`, json.replace('SUMS', 'OTHER'))
  expect((await fetchAgain()).tag).toBeUndefined()

  await writeFile(`${path}.json`, json.replace(/"etag":"/, '"etag":"\\r\\nevil: 1'))
  expect((await fetchAgain()).tag).toBeUndefined()
})

test('a paper that turned out to be wrong is fetched anew', async () => {
  await fetchAgain()
  expect((await fetchAgain()).tag).toBeDefined()
  await createPapersCache(http, folder).forget(new URL(`${server.url}/SUMS`))
  expect((await fetchAgain()).tag).toBeUndefined()
})
