// Rekor with more than one tree: its own answers, not the lab's.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterReal, beforeReal, describeReal } from '../support/real.js'
import type { RealRelease } from './stack/release.js'
import { type World, startWorld } from './stack/world.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const PATHS = [KUBECTL, 'bin/linux/amd64/kubeadm']

let world: World
let old: RealRelease
/** As Rekor shows the entry of the old kubectl. */
let uuid: string
let body: string

beforeReal(async () => {
  world = await startWorld()
  old = await world.publish('v1.35.2', PATHS)
  const result = await world.cli('entry', `sha256:${old.sha256(KUBECTL)}`, ...world.flags, '--format', 'json')
  uuid = /[0-9a-f]{80}/.exec(result.stdout)?.[0] ?? ''
  const entry = (await (await fetch(`${world.stack.rekorUrl}/api/v1/log/entries/${uuid}`)).json()) as Record<
    string,
    { body: string }
  >
  body = Object.values(entry)[0]?.body ?? ''
})
afterReal(() => world.close())

describeReal('shards', () => {
  test('an entry of an inactive shard under the same key is found and verified', async () => {
    await world.stack.rotate()
    await world.publish('v1.35.3', [KUBECTL])
    for (const version of ['v1.35.2', 'v1.35.3']) {
      const result = await (await world.job()).step({ version, artifacts: 'kubectl' })
      expect({ version, code: result.code, text: result.code === 0 ? '' : result.stdout }).toEqual({
        version,
        code: 0,
        text: '',
      })
    }
  })

  test('the next shard has a key of its own: all three are verified', async () => {
    await world.stack.rotate(await world.stack.newLogKey('rekor-2'))
    await world.publish('v1.35.4', [KUBECTL])
    const trustedRoot = await world.stack.writeTrustedRoot('trusted_root-2.json')
    for (const version of ['v1.35.2', 'v1.35.3', 'v1.35.4']) {
      const result = await (
        await world.job()
      ).step({ version, artifacts: 'kubectl', 'trusted-root': trustedRoot })
      expect({ version, code: result.code, text: result.code === 0 ? '' : result.stdout }).toEqual({
        version,
        code: 0,
        text: '',
      })
    }
  })

  test('a root without the new key: what the old key signed is verified, the rest is not', async () => {
    const job = await world.job()
    expect((await job.step({ artifacts: 'kubectl' })).code).toBe(0)
    const newer = await job.step({ version: 'v1.35.4', artifacts: 'kubectl' })
    expect(newer.code).not.toBe(0)
    expect(newer.code).not.toBe(70)
  })

  test('entries of every shard by UUID, leaf and index', async () => {
    const flags = ['--rekor-url', world.stack.rekorUrl]
    const root = ['--trusted-root', await world.stack.writeTrustedRoot('trusted_root-3.json')]
    for (const name of [uuid, uuid.slice(16), '0']) {
      const result = await world.cli('entry', name, ...flags, ...root, '--format', 'json')
      expect({ name, code: result.code, text: result.code === 0 ? '' : result.stdout }).toEqual({
        name,
        code: 0,
        text: '',
      })
    }
  })

  test('anybody logs the old entry’s public body again: the genuine artifact stays verified', async () => {
    const answer = await fetch(`${world.stack.rekorUrl}/api/v1/log/entries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(body, 'base64').toString(),
      signal: AbortSignal.timeout(30_000),
    })
    expect(answer.status).toBe(201)
    const again = Object.keys((await answer.json()) as object)[0] ?? ''
    expect(again.slice(-64)).toBe(uuid.slice(-64))
    expect(again).not.toBe(uuid)
    // Under the first root the copy that the log answers with first is signed by a stranger.
    for (const trustedRoot of [
      world.trustedRoot,
      await world.stack.writeTrustedRoot('trusted_root-4.json'),
    ]) {
      const result = await (await world.job()).step({ artifacts: 'kubectl', 'trusted-root': trustedRoot })
      expect({ code: result.code, text: result.code === 0 ? '' : result.stdout }).toEqual({
        code: 0,
        text: '',
      })
      const flags = ['--rekor-url', world.stack.rekorUrl, '--trusted-root', trustedRoot]
      const file = join(world.folder, 'kubectl')
      const url = `${world.site.url}/release/v1.35.2/${KUBECTL}`
      await writeFile(file, Buffer.from(await (await fetch(url)).arrayBuffer()))
      const sidecars = ['--signature', `${url}.sig`, '--certificate', `${url}.cert`]
      for (const what of [file, `sha256:${old.sha256(KUBECTL)}`]) {
        const verified = await world.json('verify', what, ...sidecars, ...flags)
        expect({ what, code: verified.code, text: verified.code === 0 ? '' : verified.text }).toEqual({
          what,
          code: 0,
          text: '',
        })
      }
      const audit = await world.cli(
        ...[
          'audit',
          '--version',
          'v1.35.2',
          '--artifacts',
          'kubectl,kubeadm',
          '--os',
          'linux',
          '--arch',
          'amd64',
        ],
        ...['--release-url', world.site.url, '--report', join(world.folder, 'audit'), ...flags],
      )
      expect({ code: audit.code, text: audit.code === 0 ? '' : audit.stdout }).toEqual({ code: 0, text: '' })
    }
  })
})
