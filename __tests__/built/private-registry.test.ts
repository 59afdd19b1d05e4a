// Private registries, by the built programs: the logins that docker knows, and the helpers that are run for them.
import { access, chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { imagePayload, signPayload, toBytes } from '../../src/lab/images.js'
import { LAB_USER, LabRegistry, type LabRegistryOptions } from '../../src/lab/lab-registry.js'
import { runProgram } from '../../src/lab/runner.js'
import { DIST } from '../support/folders.js'
import { withJob } from '../support/job.js'

const { lab, job } = await withJob()

let folder: string
let root: string
const registries: LabRegistry[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'private-'))
  root = await lab.writeTrustedRoot(folder)
})
afterEach(async () => {
  for (const registry of registries.splice(0)) await registry.close()
})
afterAll(() => rm(folder, { recursive: true }))

/** A registry with a signed image; @returns its reference */
async function start(options: LabRegistryOptions): Promise<{ registry: LabRegistry; reference: string }> {
  const registry = await LabRegistry.start(options)
  registries.push(registry)
  const digest = await registry.pushImage('team/kube-apiserver', 'v1.35.2')
  await registry.pushSignatures('team/kube-apiserver', digest, [
    await signPayload(lab, toBytes(imagePayload(digest))),
  ])
  return { registry, reference: `${registry.host}/team/kube-apiserver:v1.35.2` }
}

async function write(name: string, config: object): Promise<string> {
  const path = join(folder, name)
  await mkdir(path, { recursive: true })
  await writeFile(join(path, 'config.json'), JSON.stringify(config))
  return path
}

async function image(
  reference: string,
  env: Record<string, string>,
): Promise<{ code: number | null; text: string }> {
  const argv = ['image', reference, '--trusted-root', root, '--rekor-url', lab.rekorUrl]
  const { code, stdout, stderr } = await runProgram(join(DIST, 'cli.js'), argv, { HOME: folder, ...env })
  return { code, text: stdout + stderr }
}

const auth = Buffer.from(`${LAB_USER.username}:${LAB_USER.password}`).toString('base64')

test.each<[string, LabRegistryOptions, object]>([
  ['Basic', { scheme: 'basic' }, { auth }],
  [
    'a token of Docker Hub’s manner, blobs elsewhere',
    { scheme: 'bearer', hasTokenService: true, hasStorage: true },
    { auth },
  ],
  ['a token of GHCR’s manner', { scheme: 'bearer', unknown: 403 }, { auth }],
  ['an identity token', { scheme: 'bearer' }, { identitytoken: LAB_USER.identityToken }],
  ['tokens that expire at once', { scheme: 'bearer', usesPerToken: 1 }, { auth }],
])('%s: verified with the login, and not without', async (_, options, entry) => {
  const { registry, reference } = await start({ referrers: 'absent', ...options })
  const config = await write('docker', { auths: { [registry.host]: entry } })
  const result = await image(reference, { DOCKER_CONFIG: config })
  expect([result.code, result.text]).toEqual([0, expect.stringContaining('verified')])
  expect(result.text).not.toContain(LAB_USER.password)
  const without = await image(reference, {})
  expect(without.code).toBe(3)
  expect(without.text).toContain(`no login for ${registry.host} is known`)
})

test('REGISTRY_AUTH_FILE, by the longest path', async () => {
  const { registry, reference } = await start({ scheme: 'basic' })
  const wrong = Buffer.from('somebody:else').toString('base64')
  const path = join(folder, 'auth.json')
  const auths = { [registry.host]: { auth: wrong }, [`${registry.host}/team`]: { auth } }
  await writeFile(path, JSON.stringify({ auths }))
  expect((await image(reference, { REGISTRY_AUTH_FILE: path })).code).toBe(0)
})

test('a helper is run, and not for a file in the workspace', async () => {
  const { registry, reference } = await start({ scheme: 'bearer' })
  const bin = join(folder, 'bin')
  const ran = join(folder, 'ran')
  await mkdir(bin, { recursive: true })
  const { username: Username, password: Secret } = LAB_USER
  const answer = JSON.stringify({ ServerURL: registry.host, Username, Secret })
  await writeFile(join(bin, 'docker-credential-lab'), `#!/bin/sh\ntouch '${ran}'\necho '${answer}'\n`)
  await chmod(join(bin, 'docker-credential-lab'), 0o755)
  const config = await write('checkout', { credHelpers: { [registry.host]: 'lab' } })
  const env = { DOCKER_CONFIG: config, PATH: `${bin}:${process.env['PATH'] ?? ''}` }
  const refused = await image(reference, { ...env, GITHUB_WORKSPACE: config })
  expect(refused.code).toBe(3)
  expect(refused.text).toContain('is not run: the file lies in the workspace')
  await expect(access(ran)).rejects.toMatchObject({ code: 'ENOENT' })
  expect((await image(reference, env)).code).toBe(0)
  await access(ran)
})

test('the action hides what it sends', async () => {
  const { registry } = await start({ scheme: 'bearer' })
  const config = await write('of-the-action', { auths: { [registry.host]: { auth } } })
  const inputs = { artifacts: 'image:kube-apiserver', 'image-registry': `${registry.host}/team` }
  const result = await job.step(inputs, { DOCKER_CONFIG: config })
  expect(result.code).toBe(0)
  expect(result.stdout).toContain(`::add-mask::${LAB_USER.password}\n`)
  expect(result.stdout).toContain(`::add-mask::${auth}\n`)
  const sent = registry.server.requests.flatMap(({ headers }) => headers.authorization ?? [])
  for (const each of sent) expect(result.stdout).toContain(`::add-mask::${each.replace(/^\w+ /, '')}\n`)
  const told = result.stdout.replace(/^::add-mask::.*$/gm, '')
  for (const each of sent) expect(told).not.toContain(each.replace(/^\w+ /, ''))
})
