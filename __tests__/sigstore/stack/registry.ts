// What a test pushes to a registry that runs already.
import { createHash } from 'node:crypto'
import {
  INDEX_TYPE,
  MANIFEST_TYPE,
  describe as toDescriptor,
  sha256,
  toBytes,
} from '../../../src/lab/images.js'

/** An image of one small layer, and an index of it. @returns the digest of the index */
export async function pushImage(host: string, repository: string, tag: string): Promise<string> {
  const layer = Buffer.from(`layer of ${repository}:${tag}`)
  const diff = `sha256:${createHash('sha256').update(layer).digest('hex')}`
  const config = toBytes({
    os: 'linux',
    architecture: 'amd64',
    rootfs: { type: 'layers', diff_ids: [diff] },
    config: {},
  })
  for (const blob of [layer, config]) await pushBlob(host, repository, blob)
  const manifest = {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    config: toDescriptor('application/vnd.oci.image.config.v1+json', config),
    layers: [toDescriptor('application/vnd.oci.image.layer.v1.tar', layer)],
  }
  await pushManifest(host, `${repository}/manifests/${tag}-amd64`, manifest, MANIFEST_TYPE)
  const platform = { os: 'linux', architecture: 'amd64' }
  const index = {
    schemaVersion: 2,
    mediaType: INDEX_TYPE,
    manifests: [{ ...toDescriptor(MANIFEST_TYPE, toBytes(manifest)), platform }],
  }
  await pushManifest(host, `${repository}/manifests/${tag}`, index, INDEX_TYPE)
  return sha256(toBytes(index))
}

async function pushBlob(host: string, repository: string, bytes: Buffer): Promise<void> {
  const begun = await fetch(`http://${host}/v2/${repository}/blobs/uploads/`, { method: 'POST' })
  const url = new URL(begun.headers.get('location') ?? '', `http://${host}`)
  url.searchParams.set('digest', sha256(bytes))
  const headers = { 'content-type': 'application/octet-stream' }
  const { ok, status } = await fetch(url, { method: 'PUT', body: new Uint8Array(bytes), headers })
  if (!ok) throw new Error(`the registry answered ${status} for a blob`)
}

async function pushManifest(host: string, path: string, manifest: object, type: string): Promise<void> {
  const headers = { 'content-type': type }
  const body = new Uint8Array(toBytes(manifest))
  const { ok, status } = await fetch(`http://${host}/v2/${path}`, { method: 'PUT', body, headers })
  if (!ok) throw new Error(`the registry answered ${status} for a manifest`)
}
