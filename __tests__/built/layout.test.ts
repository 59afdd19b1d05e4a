// Images on the disk, by the built program: an OCI layout in a folder or an archive, proven offline.
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleV2 } from '../../src/lab/bundles.js'
import { IMAGE_SIGNER, imagePayload, signPayload } from '../../src/lab/images.js'
import {
  INDEX_TYPE,
  ImageStore,
  MANIFEST_TYPE,
  type ManifestBytes,
  sha256,
  toBytes,
} from '../../src/lab/image-store.js'
import { runProgram } from '../../src/lab/runner.js'
import { DIST } from '../support/folders.js'
import { withJob } from '../support/job.js'

const { lab } = await withJob()
let folder: string
let root: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layout-'))
  root = await lab.writeTrustedRoot(folder)
})
afterAll(() => rm(folder, { recursive: true }))

/** A layout that is pushed to like a registry. */
class Layout extends ImageStore {
  readonly host = 'layout'
  readonly path: string
  readonly manifests: object[] = []
  constructor(path: string) {
    super()
    this.path = path
  }
  async pushBlob(_: string, bytes: Buffer): Promise<void> {
    const blobs = join(this.path, 'blobs', 'sha256')
    await mkdir(blobs, { recursive: true })
    await writeFile(join(blobs, sha256(bytes).slice('sha256:'.length)), bytes)
  }
  async pushBytes(repository: string, tag: string, { bytes, type }: ManifestBytes): Promise<void> {
    await this.pushBlob(repository, bytes)
    const annotations = tag.startsWith('sha256:') ? {} : { 'org.opencontainers.image.ref.name': tag }
    // The image of one platform is in the index alone.
    if (!tag.endsWith('-amd64'))
      this.manifests.push({ mediaType: type, size: bytes.length, digest: sha256(bytes), annotations })
    const index = { schemaVersion: 2, mediaType: INDEX_TYPE, manifests: this.manifests }
    await writeFile(join(this.path, 'index.json'), JSON.stringify(index))
    await writeFile(join(this.path, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}')
  }
}

async function image(
  reference: string,
  ...flags: readonly string[]
): Promise<{ code: number | null; text: string }> {
  // No log is there to be asked.
  const argv = [
    'image',
    reference,
    '--trusted-root',
    root,
    '--rekor-url',
    'http://127.0.0.1:9',
    '--format',
    'json',
    ...flags,
  ]
  const { code, stdout, stderr } = await runProgram(join(DIST, 'cli.js'), argv)
  return { code, text: stdout + stderr }
}

let number = 0
async function start(): Promise<{ layout: Layout; digest: string }> {
  const layout = new Layout(join(folder, `layout-${number++}`))
  return { layout, digest: await layout.pushImage('app', 'v1.35.2') }
}

const ways = {
  'the old form': async (layout: Layout, digest: string) =>
    layout.pushSignatures('app', digest, [await signPayload(lab, toBytes(imagePayload(digest)))]),
  'a bundle that refers to it': async (layout: Layout, digest: string) => {
    const subject = [{ digest: { sha256: digest.slice('sha256:'.length) } }]
    const predicateType = 'https://sigstore.dev/cosign/sign/v1'
    const statement = { _type: 'https://in-toto.io/Statement/v1', subject, predicateType, predicate: {} }
    const bundle = toBytes(await bundleV2(lab, Buffer.alloc(0), { statement, identity: IMAGE_SIGNER }))
    await layout.pushBundle('app', { mediaType: MANIFEST_TYPE, size: 1, digest }, bundle)
  },
}

test.each(['old form', 'bundle that refers to it'])('a signature inside: %s', async (form) => {
  const { layout, digest } = await start()
  if (form === 'old form') {
    await layout.pushSignatures('app', digest, [await signPayload(lab, toBytes(imagePayload(digest)))])
  } else {
    await ways['a bundle that refers to it'](layout, digest)
  }
  const archive = join(folder, `archive-${number}.tar`)
  execFileSync('tar', ['-cf', archive, '-C', layout.path, '.'])
  const named = form === 'old form' ? [''] : [':v1.35.2']
  for (const reference of [`oci:${layout.path}`, `oci-archive:${archive}`]) {
    for (const end of [...named, ':v1.35.2', `@${digest}`]) {
      const { code, text } = await image(`${reference}${end}`)
      expect([reference, end, code]).toEqual([reference, end, 0])
      expect(text).toContain(`${reference}@${digest}`)
    }
  }
})

test.each(Object.entries(ways))('signatures in a layout of their own: %s', async (_, push) => {
  const { layout, digest } = await start()
  const signatures = new Layout(join(folder, `signatures-${number++}`))
  await push(signatures, digest)
  const archive = join(folder, `signatures-${number}.tar`)
  execFileSync('tar', ['-cf', archive, '-C', signatures.path, '.'])
  expect((await image(`oci:${layout.path}`)).code).toBe(3)
  for (const place of [`oci:${signatures.path}`, `oci-archive:${archive}`]) {
    const found = await image(`oci:${layout.path}`, '--signatures', place)
    expect([place, found.code]).toEqual([place, 0])
    expect(found.text).toContain(`oci:${layout.path}@${digest}`)
  }
  // An image is never taken from there, whatever it is called.
  await signatures.pushImage('app', 'other')
  const other = await image(`oci:${layout.path}:other`, '--signatures', `oci:${signatures.path}`)
  expect([other.code, other.text]).toEqual([3, expect.stringContaining('IMAGE_NOT_FOUND')])
})

test('signatures of another image are none of this one', async () => {
  const { layout } = await start()
  const { layout: other, digest } = await start()
  await other.pushSignatures('app', digest, [await signPayload(lab, toBytes(imagePayload(digest)))])
  await writeFile(join(layout.path, 'layer'), 'x')
  const changed = await layout.pushImage('another', 'v2')
  const { code } = await image(`oci:${layout.path}@${changed}`, '--signatures', `oci:${other.path}`)
  expect(code === 0).toBe(changed === digest)
})

test.each([
  ['--signatures', 'registry.k8s.io/pause:3.10', 'oci:x'],
  ['--signatures', 'oci:x', 'oci:x:tag'],
  ['--signatures', 'oci:x', '/somewhere'],
])('%s with %s: bad input, %s', async (flag, reference, value) => {
  expect((await image(reference, flag, value)).code).toBe(2)
})

test('the trusted root is the embedded one where auto is asked for: nobody is asked for images on the disk', async () => {
  const { layout } = await start()
  const started = Date.now()
  const argv = ['image', `oci:${layout.path}`, '--tuf-url', 'http://127.0.0.1:9', '--format', 'json']
  const { code, stdout, stderr } = await runProgram(join(DIST, 'cli.js'), argv)
  const text = stdout + stderr
  expect([code, text]).toEqual([3, expect.not.stringContaining('using the trusted root that is')])
  expect(text).toContain('embedded (TUF root')
  expect(Date.now() - started).toBeLessThan(8000)
})

test('no signature, no image, no layout', async () => {
  const { layout } = await start()
  for (const [reference, code] of [
    [`oci:${layout.path}`, 'IMAGE_SIGNATURE_MISSING'],
    [`oci:${layout.path}:v1`, 'IMAGE_NOT_FOUND'],
    [`oci:${layout.path}/nowhere`, 'IMAGE_NOT_FOUND'],
    [`oci-archive:${layout.path}/nowhere.tar`, 'IMAGE_NOT_FOUND'],
    [`oci-archive:${layout.path}/index.json`, 'IMAGE_MANIFEST_MALFORMED'],
  ] as const) {
    const result = await image(reference)
    expect([reference, result.code]).toEqual([reference, 3])
    expect(result.text).toContain(code)
  }
})

test('a piece that is not what it is called, and one that is a link out of the layout', async () => {
  const { layout, digest } = await start()
  await layout.pushSignatures('app', digest, [await signPayload(lab, toBytes(imagePayload(digest)))])
  const path = join(layout.path, 'blobs', 'sha256', digest.slice('sha256:'.length))
  const genuine = await readFile(path)
  await writeFile(path, Buffer.concat([genuine, Buffer.from(' ')]))
  const changed = await image(`oci:${layout.path}`)
  expect([changed.code, changed.text]).toEqual([1, expect.stringContaining('IMAGE_DIGEST_MISMATCH')])
  await rm(path)
  await writeFile(join(folder, 'outside'), genuine)
  await symlink(join(folder, 'outside'), path)
  const linked = await image(`oci:${layout.path}`)
  expect([linked.code, linked.text]).toEqual([3, expect.stringContaining('IMAGE_MANIFEST_MALFORMED')])
})
