// What the files beside an artifact may be called, and which of them counts.
import { EvidenceError, FetchError } from '../../src/errors.js'
import { MISSING_CODES, type ReadEnding, readAll, readFirst } from '../../src/gather/names.js'

function folder(files: Readonly<Record<string, string | Error>>): { read: ReadEnding; asked: string[] } {
  const asked: string[] = []
  const read: ReadEnding = async (kind, ending) => {
    asked.push(ending)
    const file = files[ending] ?? new EvidenceError(MISSING_CODES[kind], 'none')
    if (file instanceof Error) throw file
    return Promise.resolve(Buffer.from(file))
  }
  return { read, asked }
}
const texts = (files: readonly Buffer[]): string[] => files.map(String)
const parse = (file: Buffer): void => {
  if (!file.toString().startsWith('good')) throw new EvidenceError('EVIDENCE_UNREADABLE', 'bad')
}

test('all names of a kind, Kubernetes’ own first', async () => {
  const { read, asked } = folder({ '.bundle': 'b', '.sigstore.json': 'a' })
  expect(texts(await readAll('bundle', read))).toEqual(['a', 'b'])
  expect(asked).toEqual(['.sigstore.json', '.sigstore', '.bundle', '.cosign.bundle'])
})

test('there is none: said by the code of its kind', async () => {
  for (const kind of ['bundle', 'signature', 'certificate'] as const)
    await expect(readAll(kind, folder({}).read)).rejects.toMatchObject({ code: MISSING_CODES[kind] })
})

test('where the first could not be fetched nobody knows what counts', async () => {
  const away = new FetchError('FETCH_NETWORK', 'away')
  await expect(readAll('signature', folder({ '.sig': away, '.signature': 'x' }).read)).rejects.toBe(away)
})

test('another name that cannot be fetched is one that is not there', async () => {
  const { read } = folder({ '.cert': 'x', '.pem': new FetchError('FETCH_NETWORK', 'away') })
  expect(texts(await readAll('certificate', read))).toEqual(['x'])
})

test('the first that can be read as what it is to be; else the first, which says what it is', async () => {
  const { read } = folder({ '.cert': 'bad', '.pem': 'good 1', '.crt': 'good 2' })
  expect(String(await readFirst('certificate', read, parse))).toBe('good 1')
  expect(String(await readFirst('certificate', folder({ '.pem': 'bad', '.crt': 'bad 2' }).read, parse))).toBe(
    'bad',
  )
})
