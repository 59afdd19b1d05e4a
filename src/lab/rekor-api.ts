// The API of Rekor v1 over several trees (https://github.com/sigstore/rekor,
// pkg/api/entries.go and tlog.go): a leaf hash is looked for in the active tree
// first, `retrieve` answers with every tree's copy in no order, and a UUID of
// 80 characters addresses one tree.
import type { IncomingMessage } from 'node:http'
import { createHash, randomInt } from 'node:crypto'
import type { LoggedEntry, TransparencyLog } from './transparency-log.js'
import { type Answer, type Behaviour, type WebServer, behaviours, text } from './web-server.js'

const MAX_BATCH = 10
const JSON_TYPE = { 'content-type': 'application/json' }
const ENTRY = /^\/api\/v1\/log\/entries\/([0-9a-f]{16})?([0-9a-f]{64})$/

interface Copy {
  readonly tree: TransparencyLog
  readonly entry: LoggedEntry
}

/** An endpoint that the operator of a log has switched off. */
export const switchedOff: Behaviour = behaviours.status(
  501,
  '{"code":501,"message":"endpoint has been disabled"}',
  JSON_TYPE,
)

/**
 * A log that answers for one leaf with this and with nothing else, whatever way it is asked.
 * @param answer of `GET …/entries/<leaf hash>`
 */
export function answerFor(rekor: WebServer, leafHash: string, answer: string | Behaviour): void {
  rekor.override(leafHash, typeof answer === 'string' ? behaviours.body(answer) : answer)
  rekor.override(
    'entries/retrieve',
    behaviours.rewrite((genuine) => {
      const copies = JSON.parse(genuine.toString()) as object[]
      const others = copies.filter((copy) => !Object.keys(copy).some((uuid) => uuid.endsWith(leafHash)))
      const isAsked = others.length < copies.length && typeof answer === 'string'
      return JSON.stringify(isAsked ? [...others, JSON.parse(answer)] : others)
    }),
  )
}

/** @param trees the active one first */
export function serveLog(
  trees: readonly [TransparencyLog, ...TransparencyLog[]],
): (request: IncomingMessage) => Promise<Answer> {
  return async (request) => {
    const { url = '', method } = request
    if (method === 'POST') return answerPost(url, await readText(request), trees)
    if (url === '/api/v1/log') {
      const [active, ...inactive] = trees.map((tree) => tree.describe())
      return json({ ...active, inactiveShards: inactive })
    }
    if (url.startsWith('/api/v1/log/proof?')) return answerProof(url, trees)
    const [, logIndex] = /^\/api\/v1\/log\/entries\?logIndex=(\d+)$/.exec(url) ?? []
    const copies = logIndex ? findByIndex(Number(logIndex), trees) : findById(url, trees)
    return copies[0] === undefined ? text(404, '') : json(toAnswer(copies[0]))
  }
}

/** As pkg/api/tlog.go: sizes that make no sense are refused, and of no tree ID the active tree is meant. */
function answerProof(url: string, trees: readonly TransparencyLog[]): Answer {
  const query = new URL(url, 'http://rekor.invalid').searchParams
  const [firstSize, lastSize] = ['firstSize', 'lastSize'].map((name) => Number(query.get(name)))
  const treeId = BigInt(query.get('treeID') ?? '0')
    .toString(16)
    .padStart(16, '0')
  const tree = query.has('treeID') ? trees.find((each) => each.treeId === treeId) : trees[0]
  if (tree === undefined || !firstSize || !lastSize)
    return text(422, '{"code":422,"message":"must be greater than or equal to 1"}', JSON_TYPE)
  if (firstSize > lastSize || lastSize > tree.size)
    return text(400, '{"code":400,"message":"invalid sizes"}', JSON_TYPE)
  return json({ hashes: tree.consistencyProof(firstSize, lastSize), rootHash: tree.describe().rootHash })
}

function answerPost(url: string, body: string, trees: readonly TransparencyLog[]): Answer {
  if (url === '/api/v1/index/retrieve') {
    const { hash } = JSON.parse(body) as { hash: string }
    return json(
      shuffle(trees.flatMap((tree) => tree.search(hash).map(({ leafHash }) => tree.uuid(leafHash)))),
    )
  }
  if (url !== '/api/v1/log/entries/retrieve') return text(404, '')
  const { entryUUIDs, entries } = JSON.parse(body) as {
    entryUUIDs?: string[] | null
    entries?: Proposed[] | null
  }
  const ids = [...(entryUUIDs ?? []), ...(entries ?? []).map(leafHashOf)]
  if (ids.length > MAX_BATCH)
    return text(422, '{"code":422,"message":"more than max allowed 10 entries"}', JSON_TYPE)
  const found = ids.flatMap((uuid) => findById(`/api/v1/log/entries/${uuid}`, trees))
  return json(shuffle(found.map(toAnswer)))
}

/** An entry as cosign proposes it, to be told where it is logged. */
interface Proposed {
  readonly apiVersion: string
  readonly kind: string
  readonly spec: {
    readonly data: { readonly hash: { readonly algorithm: string; readonly value: string } }
    readonly signature: { readonly content: string; readonly publicKey: { readonly content: string } }
  }
}

/** Of its canonical form, whatever the order of its keys. */
function leafHashOf({ apiVersion, kind, spec: { data, signature } }: Proposed): string {
  const { algorithm, value } = data.hash
  const canonical = {
    apiVersion,
    kind,
    spec: {
      data: { hash: { algorithm, value } },
      signature: { content: signature.content, publicKey: { content: signature.publicKey.content } },
    },
  }
  return createHash('sha256').update(Buffer.of(0)).update(JSON.stringify(canonical)).digest('hex')
}

function findById(url: string, trees: readonly TransparencyLog[]): Copy[] {
  const [, treeId, leafHash = ''] = ENTRY.exec(url) ?? []
  return trees.flatMap((tree) => {
    const entry = treeId === undefined || treeId === tree.treeId ? tree.find(leafHash) : undefined
    return entry === undefined ? [] : [{ tree, entry }]
  })
}

function findByIndex(logIndex: number, trees: readonly TransparencyLog[]): Copy[] {
  return trees.flatMap((tree) => {
    const entry = tree.findByIndex(logIndex)
    return entry === undefined ? [] : [{ tree, entry }]
  })
}

function toAnswer({ tree, entry }: Copy): object {
  return { [tree.uuid(entry.leafHash)]: tree.answer(entry) }
}

function json(value: unknown): Answer {
  return text(200, JSON.stringify(value), JSON_TYPE)
}

/** As a Go map has them. */
function shuffle<T>(values: readonly T[]): T[] {
  const shuffled = [...values]
  for (let index = shuffled.length - 1; index > 0; index--) {
    const other = randomInt(index + 1)
    ;[shuffled[index], shuffled[other]] = [shuffled[other] as T, shuffled[index] as T]
  }
  return shuffled
}

async function readText(request: AsyncIterable<unknown>): Promise<string> {
  let all = ''
  for await (const chunk of request) all += String(chunk)
  return all
}
