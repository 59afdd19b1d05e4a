// Container images of the lab, signed as cosign signs them, and the registry
// that they are pushed to: Debian's docker-registry, on loopback.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Lab } from './lab.js'
import { type SignOptions, signArtifact } from './release.js'
import { toContent } from './content.js'
import { ImageStore, type ManifestBytes, type SignatureLayer, sha256 } from './image-store.js'

export {
  BUNDLE_TYPE,
  INDEX_TYPE,
  MANIFEST_TYPE,
  describe,
  sha256,
  type SignatureLayer,
  signatureManifest,
  toBytes,
} from './image-store.js'

export const IMAGE_SIGNER = 'krel-trust@k8s-releng-prod.iam.gserviceaccount.com'
export const STAGING_SIGNER = 'krel-staging@k8s-releng-prod.iam.gserviceaccount.com'
const MAX_STARTING_TRIES = 100

/** @param name the last name of what the signer called it */
export function imagePayload(
  manifestDigest: string,
  type = 'cosign container image signature',
  name = 'kube-apiserver',
): object {
  return {
    critical: {
      identity: { 'docker-reference': `registry.lab.example/${name}` },
      image: { 'docker-manifest-digest': manifestDigest },
      type,
    },
    optional: null,
  }
}

/** One signature over a payload. */
export async function signPayload(
  lab: Lab,
  payload: Buffer,
  options: Partial<SignOptions> = {},
): Promise<SignatureLayer> {
  const signed = await signArtifact(toContent(payload), {
    ...lab.signing,
    identity: IMAGE_SIGNER,
    ...options,
  })
  const { body, integratedTime, logIndex, logID, verification } = lab.log.answer(signed.entry)
  return {
    payload,
    annotations: {
      'dev.cosignproject.cosign/signature': signed.signature.toString('base64'),
      'dev.sigstore.cosign/certificate': signed.certificatePem,
      'dev.sigstore.cosign/bundle': JSON.stringify({
        SignedEntryTimestamp: verification.signedEntryTimestamp,
        Payload: { body, integratedTime, logIndex, logID },
      }),
    },
  }
}

/** One that is pushed to as everybody pushes. */
export abstract class RemoteStore extends ImageStore {
  async pushBlob(repository: string, bytes: Buffer): Promise<void> {
    const begun = await fetch(`http://${this.host}/v2/${repository}/blobs/uploads/`, { method: 'POST' })
    const url = new URL(begun.headers.get('location') ?? '', `http://${this.host}`)
    url.searchParams.set('digest', sha256(bytes))
    const headers = { 'content-type': 'application/octet-stream' }
    await expectOk(fetch(url, { method: 'PUT', body: new Uint8Array(bytes), headers }))
  }

  async pushBytes(repository: string, tag: string, { bytes, type }: ManifestBytes): Promise<void> {
    const url = `http://${this.host}/v2/${repository}/manifests/${tag}`
    await expectOk(
      fetch(url, { method: 'PUT', body: new Uint8Array(bytes), headers: { 'content-type': type } }),
    )
  }
}

export class DockerRegistry extends RemoteStore {
  readonly host: string
  readonly #process: ChildProcess
  readonly #folder: string

  private constructor(host: string, child: ChildProcess, folder: string) {
    super()
    this.host = host
    this.#process = child
    this.#folder = folder
  }

  static isInstalled(): boolean {
    return spawnSync('docker-registry', ['--version']).status === 0
  }

  static async start(): Promise<DockerRegistry> {
    const folder = await mkdtemp(join(tmpdir(), 'registry-'))
    const host = `127.0.0.1:${await freePort()}`
    const config = `version: 0.1\nlog: {level: error}\nstorage: {inmemory: {}}\nhttp: {addr: "${host}"}\n`
    await writeFile(join(folder, 'config.yml'), config)
    const child = spawn('docker-registry', ['serve', join(folder, 'config.yml')], { stdio: 'ignore' })
    const registry = new DockerRegistry(host, child, folder)
    for (let tries = 0; ; tries++) {
      const answer = await fetch(`http://${host}/v2/`).catch(() => undefined)
      if (answer?.ok === true) return registry
      if (tries === MAX_STARTING_TRIES) throw new Error('docker-registry does not start')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#process.on('close', resolve))
    this.#process.kill()
    await closed
    await rm(this.#folder, { recursive: true })
  }
}

async function expectOk(answer: Promise<Response>): Promise<void> {
  const { ok, status, url } = await answer
  if (!ok) throw new Error(`${url} answered ${status}`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
