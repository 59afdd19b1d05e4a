// A transparency log like Rekor v2 (https://github.com/sigstore/rekor-tiles):
// Ed25519, no time and no promise of its own, and a proof that travels in the
// bundle.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { MerkleTree } from './merkle-tree.js'

const HOST = 'log2026-1.rekor.lab.example'
const ED25519_NOTE = 0x01

export class TiledLog {
  readonly host = HOST
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Buffer
  readonly logId: Buffer
  readonly #sign: (data: Buffer) => Buffer
  readonly #tree = new MerkleTree()

  constructor({ strangers = 12 } = {}) {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    this.spki = publicKey.export({ type: 'spki', format: 'der' })
    this.#sign = (data) => sign(null, data, privateKey)
    // A note's key ID (https://github.com/C2SP/C2SP/blob/main/signed-note.md); the raw key is the last 32 bytes.
    const keyed = [Buffer.from(`${HOST}\n`), Buffer.of(ED25519_NOTE), this.spki.subarray(-32)]
    this.logId = createHash('sha256').update(Buffer.concat(keyed)).digest()
    for (let index = 0; index < strangers; index++) this.#tree.append(randomBytes(64))
  }

  /** Takes an entry, and gives it in the bundle's JSON. */
  add(body: object, kind: { readonly kind: string; readonly version: string }): object {
    const canonicalizedBody = Buffer.from(JSON.stringify(body))
    const index = this.#tree.append(canonicalizedBody)
    const rootHash = this.#tree.root()
    return {
      logIndex: String(index),
      logId: { keyId: this.logId.toString('base64') },
      kindVersion: kind,
      inclusionProof: {
        logIndex: String(index),
        rootHash: rootHash.toString('base64'),
        treeSize: String(this.#tree.size),
        hashes: this.#tree.inclusionProof(index).map((hash) => hash.toString('base64')),
        checkpoint: { envelope: this.#checkpoint(rootHash) },
      },
      canonicalizedBody: canonicalizedBody.toString('base64'),
    }
  }

  #checkpoint(rootHash: Buffer): string {
    const text = `${HOST}\n${this.#tree.size}\n${rootHash.toString('base64')}\n`
    const signature = Buffer.concat([this.logId.subarray(0, 4), this.#sign(Buffer.from(text))])
    return `${text}\n— ${HOST} ${signature.toString('base64')}\n`
  }
}
