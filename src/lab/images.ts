// Container images of the lab, signed as cosign signs them, and the registry
// that they are pushed to: Debian's docker-registry, on loopback.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Lab } from './lab.js'
import { type SignOptions, signArtifact } from './release.js'
import { toContent } from './content.js'

export const IMAGE_SIGNER = 'krel-trust@k8s-releng-prod.iam.gserviceaccount.com'
export const STAGING_SIGNER = 'krel-staging@k8s-releng-prod.iam.gserviceaccount.com'
export const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json'
export const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json'
const SIMPLE_SIGNING = 'application/vnd.dev.cosign.simplesigning.v1+json'
const MAX_STARTING_TRIES = 100

export interface SignatureLayer {
  readonly payload: Buffer
  readonly annotations: Record<string, string>
}

export const sha256 = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
export const toBytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))

export function imagePayload(manifestDigest: string, type = 'cosign container image signature'): object {
  return {
    critical: {
      identity: { 'docker-reference': 'registry.lab.example/somewhere-else' },
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

/** The manifest that holds signatures as its layers. */
export function signatureManifest(layers: readonly SignatureLayer[]): object {
  return {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    config: describe('application/vnd.oci.image.config.v1+json', toBytes({})),
    layers: layers.map(({ payload, annotations }) => ({ ...describe(SIMPLE_SIGNING, payload), annotations })),
  }
}

export function describe(mediaType: string, bytes: Buffer): object {
  return { mediaType, size: bytes.length, digest: sha256(bytes) }
}

export class DockerRegistry {
  readonly host: string
  readonly #process: ChildProcess
  readonly #folder: string

  private constructor(host: string, child: ChildProcess, folder: string) {
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

  async pushBlob(repository: string, bytes: Buffer): Promise<void> {
    const begun = await fetch(`http://${this.host}/v2/${repository}/blobs/uploads/`, { method: 'POST' })
    const url = new URL(begun.headers.get('location') ?? '', `http://${this.host}`)
    url.searchParams.set('digest', sha256(bytes))
    const headers = { 'content-type': 'application/octet-stream' }
    await expectOk(fetch(url, { method: 'PUT', body: new Uint8Array(bytes), headers }))
  }

  /** @returns the manifest's digest */
  async pushManifest(
    repository: string,
    tag: string,
    manifest: object,
    type = MANIFEST_TYPE,
  ): Promise<string> {
    const bytes = toBytes(manifest)
    const url = `http://${this.host}/v2/${repository}/manifests/${tag}`
    await expectOk(
      fetch(url, { method: 'PUT', body: new Uint8Array(bytes), headers: { 'content-type': type } }),
    )
    return sha256(bytes)
  }

  /** An image of one layer, and an index of it; @returns the digest of the index */
  async pushImage(repository: string, tag: string): Promise<string> {
    const layer = Buffer.from(`layer of ${repository}:${tag}`)
    const config = toBytes({
      os: 'linux',
      architecture: 'amd64',
      rootfs: { type: 'layers', diff_ids: [] },
      config: {},
    })
    for (const blob of [layer, config]) await this.pushBlob(repository, blob)
    const manifest = {
      schemaVersion: 2,
      mediaType: MANIFEST_TYPE,
      config: describe('application/vnd.oci.image.config.v1+json', config),
      layers: [describe('application/vnd.oci.image.layer.v1.tar', layer)],
    }
    await this.pushManifest(repository, `${tag}-amd64`, manifest)
    const platform = { os: 'linux', architecture: 'amd64' }
    const index = {
      schemaVersion: 2,
      mediaType: INDEX_TYPE,
      manifests: [{ ...describe(MANIFEST_TYPE, toBytes(manifest)), platform }],
    }
    return this.pushManifest(repository, tag, index, INDEX_TYPE)
  }

  async pushSignatures(repository: string, digest: string, layers: readonly SignatureLayer[]): Promise<void> {
    await this.pushBlob(repository, toBytes({}))
    for (const { payload } of layers) await this.pushBlob(repository, payload)
    await this.pushManifest(repository, `${digest.replace(':', '-')}.sig`, signatureManifest(layers))
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
