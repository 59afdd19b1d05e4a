// One tree of a transparency log like Rekor v1: a real Merkle tree with entries
// of other people in it, signed checkpoints and signed entry timestamps. A log
// is several of them, of which one is active.
import { createHash, randomBytes } from 'node:crypto'
import { type KeyPair, generateKeyPair } from './authority.js'
import { MerkleTree } from './merkle-tree.js'

const HOST = 'rekor.lab.example'
/** Real log indexes are past 2^31, where JavaScript's bit operators end. */
const FIRST_INDEX = 2_787_000_000
const TREE_ID = '108e9186e8c5677a'

export interface TreeOptions {
  /** Entries of other people, so that proofs are not trivial. */
  readonly strangers?: number
  /** Another tree's, where they share one; default: its own. */
  readonly key?: KeyPair
  /** 16 hex characters. */
  readonly treeId?: string
  /** Of its first leaf, over all trees. */
  readonly firstIndex?: number
}

export interface LoggedEntry {
  readonly leafHash: string
  readonly body: Buffer
  /** Seconds since the epoch. */
  readonly integratedTime: number
  /** Within the tree. */
  readonly index: number
}

/** As the API answers for one entry. */
export interface EntryAnswer {
  body: string
  integratedTime: number
  logID: string
  logIndex: number
  verification: {
    inclusionProof?: {
      checkpoint: string
      hashes: string[]
      logIndex: number
      rootHash: string
      treeSize: number
    }
    signedEntryTimestamp?: string
  }
}

export class TransparencyLog {
  readonly host = HOST
  readonly treeId: string
  readonly firstIndex: number
  readonly key: KeyPair
  readonly logId: string
  readonly #tree = new MerkleTree()
  readonly #entries = new Map<string, LoggedEntry>()
  readonly #byDigest = new Map<string, LoggedEntry[]>()

  private constructor(key: KeyPair, { treeId = TREE_ID, firstIndex = FIRST_INDEX }: TreeOptions) {
    this.key = key
    this.treeId = treeId
    this.firstIndex = firstIndex
    this.logId = createHash('sha256').update(key.spki).digest('hex')
  }

  static async create(options: TreeOptions = {}): Promise<TransparencyLog> {
    const { strangers = 41 } = options
    const log = new TransparencyLog(options.key ?? (await generateKeyPair()), options)
    for (let index = 0; index < strangers; index++) log.#tree.append(randomBytes(64))
    return log
  }

  /** Canonical hashedrekord 0.0.1, in the key order of Go's json.Marshal. */
  addHashedrekord(parts: {
    sha256Hex: string
    /** What the signature is over, where that is another digest. */
    signed?: { algorithm: string; hex: string }
    signature: Buffer
    certificatePem: string
    integratedTime: Date
  }): LoggedEntry {
    const signature = parts.signature.toString('base64')
    const { algorithm, hex } = parts.signed ?? { algorithm: 'sha256', hex: parts.sha256Hex }
    const publicKey = Buffer.from(parts.certificatePem).toString('base64')
    const body = Buffer.from(
      `{"apiVersion":"0.0.1","kind":"hashedrekord","spec":{"data":{"hash":{"algorithm":"${algorithm}","value":"${hex}"}},` +
        `"signature":{"content":"${signature}","publicKey":{"content":"${publicKey}"}}}}`,
    )
    return this.#add(body, parts.integratedTime, parts.sha256Hex)
  }

  /** What anybody can do with the public body of another tree's entry: it is taken, with the time of now. */
  logAgain({ body }: LoggedEntry, integratedTime: Date): LoggedEntry {
    const { spec } = JSON.parse(body.toString()) as { spec: { data: { hash: { value: string } } } }
    return this.#add(body, integratedTime, spec.data.hash.value)
  }

  #add(body: Buffer, integratedTime: Date, sha256Hex: string): LoggedEntry {
    const entry = {
      body,
      leafHash: createHash('sha256').update(Buffer.of(0)).update(body).digest('hex'),
      integratedTime: Math.floor(integratedTime.getTime() / 1000),
      index: this.#tree.append(body),
    }
    this.#entries.set(entry.leafHash, entry)
    this.#byDigest.set(sha256Hex, [...(this.#byDigest.get(sha256Hex) ?? []), entry])
    return entry
  }

  /** Nobody finds anymore what was logged; the tree keeps its leaves. */
  forgetAll(): void {
    this.#entries.clear()
    this.#byDigest.clear()
  }

  find(leafHash: string): LoggedEntry | undefined {
    return this.#entries.get(leafHash)
  }

  /** @param logIndex over all shards */
  findByIndex(logIndex: number): LoggedEntry | undefined {
    return [...this.#entries.values()].find(({ index }) => this.firstIndex + index === logIndex)
  }

  /** The log's search: entries whose body names the digest. @param hash `sha256:<hex>` */
  search(hash: string): LoggedEntry[] {
    const hex = hash.replace(/^sha256:/, '')
    return this.#byDigest.get(hex) ?? []
  }

  /** The hashes of a consistency proof, in hex. */
  consistencyProof(firstSize: number, lastSize: number): string[] {
    return this.#tree.consistencyProof(firstSize, lastSize).map((hash) => hash.toString('hex'))
  }

  /** Takes entries of other people, until it has so many. */
  growTo(size: number): void {
    while (this.#tree.size < size) this.#tree.append(randomBytes(64))
  }

  get size(): number {
    return this.#tree.size
  }

  uuid(leafHash: string): string {
    return `${this.treeId}${leafHash}`
  }

  /**
   * The API's answer for an entry.
   * @param forge other keys than the log's own
   */
  answer(
    entry: LoggedEntry,
    forge: { entryTimestampKey?: KeyPair; checkpointKey?: KeyPair } = {},
  ): EntryAnswer {
    const rootHash = this.#tree.root()
    const signed = {
      body: entry.body.toString('base64'),
      integratedTime: entry.integratedTime,
      logID: this.logId,
      logIndex: this.firstIndex + entry.index,
    }
    const timestamp = (forge.entryTimestampKey ?? this.key).sign(Buffer.from(JSON.stringify(signed)))
    return {
      ...signed,
      verification: {
        inclusionProof: {
          checkpoint: this.checkpoint(this.#tree.size, rootHash, forge.checkpointKey),
          hashes: this.#tree.inclusionProof(entry.index).map((hash) => hash.toString('hex')),
          logIndex: entry.index,
          rootHash: rootHash.toString('hex'),
          treeSize: this.#tree.size,
        },
        signedEntryTimestamp: timestamp.toString('base64'),
      },
    }
  }

  /** Tree ID in decimal, size and root, as `GET /api/v1/log` gives each tree. */
  describe(): { treeID: string; treeSize: number; rootHash: string; signedTreeHead: string } {
    const rootHash = this.#tree.root()
    return {
      treeID: String(BigInt(`0x${this.treeId}`)),
      treeSize: this.#tree.size,
      rootHash: rootHash.toString('hex'),
      signedTreeHead: this.checkpoint(this.#tree.size, rootHash),
    }
  }

  /** A signed note (https://github.com/C2SP/C2SP/blob/main/signed-note.md). */
  checkpoint(treeSize: number, rootHash: Buffer, key = this.key): string {
    const text = `${HOST} - ${BigInt(`0x${this.treeId}`)}\n${treeSize}\n${rootHash.toString('base64')}\n`
    const hint = Buffer.from(this.logId, 'hex').subarray(0, 4)
    return `${text}\n— ${HOST} ${Buffer.concat([hint, key.sign(Buffer.from(text))]).toString('base64')}\n`
  }
}
