// Where logins come from, and which programs are run for them.
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Known, createCredentials } from '../../../src/fetch/registry/credentials.js'

const APP = { registry: 'registry.example', repository: 'team/app' }
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const PASSWORD = { kind: 'password', username: 'me', password: 'secret' }

let folder: string
let secrets: string[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credentials-'))
  secrets = []
  for (const each of ['bin', 'home/.docker', 'docker', 'workspace'])
    await mkdir(join(folder, each), { recursive: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

interface Setting {
  env?: Record<string, string>
  platform?: string
  timeoutMs?: number
}

function find(
  { env = {}, platform = 'linux', timeoutMs = 20_000 }: Setting = {},
  repository = APP,
): Promise<Known> {
  return createCredentials({
    environment: { PATH: `relative:${join(folder, 'bin')}:/usr/bin:/bin`, ...env },
    home: join(folder, 'home'),
    platform,
    workspaces: [join(folder, 'workspace')],
    onSecret: (secret) => secrets.push(secret),
    helperTimeoutMs: timeoutMs,
  }).find(repository)
}

const HOME = 'home/.docker/config.json'
const write = (path: string, config: unknown): Promise<void> =>
  writeFile(join(folder, path), typeof config === 'string' ? config : JSON.stringify(config))
const login = (name: string): object => ({ auth: base64(`${name}:secret`) })

async function helper(script: string, name = 'lab'): Promise<void> {
  await write(`bin/docker-credential-${name}`, `#!/bin/sh\n${script}\n`)
  await chmod(join(folder, 'bin', `docker-credential-${name}`), 0o755)
}
const SAYS_ME = `echo '{"ServerURL":"x","Username":"me","Secret":"secret"}'`

test('nowhere', async () => {
  expect(await find()).toEqual({ reasons: [] })
})

test('at home; elsewhere by DOCKER_CONFIG; and before both by REGISTRY_AUTH_FILE, if it has the registry', async () => {
  await write(HOME, { auths: { 'registry.example': login('me') } })
  expect(await find()).toEqual({ login: PASSWORD, reasons: [] })
  expect(secrets).toEqual(['secret', base64('me:secret')])
  await write('docker/config.json', { auths: { 'registry.example': login('docker') } })
  const env = { DOCKER_CONFIG: join(folder, 'docker') }
  expect((await find({ env })).login).toMatchObject({ username: 'docker' })
  await write('auth.json', {
    auths: { 'registry.example/team': login('podman'), 'registry.example': login('other') },
  })
  const both = { ...env, REGISTRY_AUTH_FILE: join(folder, 'auth.json') }
  expect((await find({ env: both })).login).toMatchObject({ username: 'podman' })
  expect((await find({ env: both }, { ...APP, repository: 'else/app' })).login).toMatchObject({
    username: 'other',
  })
  await write('auth.json', { auths: { 'another.example': login('podman') } })
  expect((await find({ env: both })).login).toMatchObject({ username: 'docker' })
})

test('a helper: asked once, without a shell, for the registry, on its standard input', async () => {
  await write(HOME, { credHelpers: { 'registry.example': 'lab' }, credsStore: 'other' })
  await helper(`cat > "${folder}/asked"; echo "$@" >> "${folder}/asked"; ${SAYS_ME}`)
  expect(await find()).toEqual({ login: PASSWORD, reasons: [] })
  expect(await readFile(join(folder, 'asked'), 'utf8')).toBe('registry.example\nget\n')
})

test('a helper of all registries, which gives an identity token', async () => {
  await write(HOME, { auths: { 'registry.example': {} }, credsStore: 'lab' })
  await helper(`echo '{"ServerURL":"x","Username":"<token>","Secret":"refresh"}'`)
  expect(await find()).toEqual({ login: { kind: 'identity-token', token: 'refresh' }, reasons: [] })
  expect(secrets).toEqual(['refresh'])
})

test.each<[string, string, RegExp]>([
  [
    'has none',
    'echo "credentials not found in native keychain"; exit 1',
    /^docker-credential-lab ended with status 1$/,
  ],
  ['takes too long', 'sleep 30', /^docker-credential-lab did not answer within 0\.3 s$/],
  ['leaves a child behind that holds the pipe', 'sleep 30 & sleep 30', /did not answer within 0\.3 s$/],
  ['says too much', 'head -c 70000 /dev/zero; sleep 30', /answered with more than 65536 bytes$/],
  [
    'says a secret while it fails',
    'echo top-secret; echo top-secret >&2; exit 3',
    /^docker-credential-lab ended with status 3$/,
  ],
  ['dies', 'kill -9 $$', /^docker-credential-lab ended with SIGKILL$/],
])('a helper that %s: what the file itself has counts', async (_, script, reason) => {
  await helper(script)
  const timeoutMs = /takes|leaves/.test(_) ? 300 : 20_000
  await write(HOME, {
    credHelpers: { 'registry.example': 'lab' },
    auths: { 'registry.example': login('me') },
  })
  expect(await find({ timeoutMs })).toEqual({ login: PASSWORD, reasons: [expect.stringMatching(reason)] })
  await write(HOME, { credHelpers: { 'registry.example': 'lab' } })
  expect(await find({ timeoutMs })).toEqual({ reasons: [expect.stringMatching(reason)] })
})

test.each(['../evil', 'a/b', '/bin/sh', '-x', 'UPPER', 'a b', 'a;b', '', '.a', 'a\nb', '$(x)'])(
  'no program has the name of the helper %j',
  async (name) => {
    await write(HOME, { credHelpers: { 'registry.example': name } })
    expect(await find()).toEqual({
      reasons: ['a credential helper has a name that no program of the kind has'],
    })
  },
)

test('a helper is looked for in absolute folders only', async () => {
  await write(HOME, { credsStore: 'lab' })
  await helper(SAYS_ME)
  const relative = (await import('node:path')).relative(process.cwd(), join(folder, 'bin'))
  expect(await find({ env: { PATH: `${relative}:.:` } })).toEqual({
    reasons: ['docker-credential-lab is not in PATH'],
  })
  expect((await find()).login).toEqual(PASSWORD)
})

describe('a helper is not run', () => {
  const config = { credHelpers: { 'registry.example': 'lab' }, auths: { 'registry.example': login('me') } }
  beforeEach(() => helper(`touch "${folder}/run"; ${SAYS_ME}`))
  afterEach(async () => {
    await expect(readFile(join(folder, 'run'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('from a file in the workspace, though a login there counts', async () => {
    await write('workspace/config.json', config)
    const env = { DOCKER_CONFIG: join(folder, 'workspace') }
    const reasons = [
      'the credential helper that DOCKER_CONFIG names is not run: the file lies in the workspace',
    ]
    expect(await find({ env })).toEqual({ login: PASSWORD, reasons })
  })

  test('through a link from home into the workspace', async () => {
    await write('workspace/planted.json', config)
    await symlink(join(folder, 'workspace', 'planted.json'), join(folder, HOME))
    expect((await find()).reasons).toEqual([
      expect.stringMatching(/is not run: the file lies in the workspace$/),
    ])
  })

  test('from a file that everybody may write to', async () => {
    await write(HOME, config)
    await chmod(join(folder, HOME), 0o666)
    expect((await find()).reasons).toEqual([
      expect.stringMatching(/is not run: everybody may write to the file$/),
    ])
  })

  const asRoot = process.getuid?.() === 0 ? test : test.skip
  if (process.getuid?.() !== 0)
    process.stderr.write(
      '\n!!! not root: the test of a stranger’s docker configuration is SKIPPED, not passed !!!\n',
    )
  asRoot('from another user’s file', async () => {
    const { chown } = await import('node:fs/promises')
    await write(HOME, config)
    await chown(join(folder, HOME), 12_345, 12_345)
    expect((await find()).reasons).toEqual([
      expect.stringMatching(/is not run: the file belongs to another user$/),
    ])
  })
})

test.each<[string, () => Promise<void>, string]>([
  ['JSON it is not', () => write(HOME, '<html>'), '~/.docker/config.json is no docker configuration'],
  [
    'a folder in its place',
    () => mkdir(join(folder, HOME)),
    '~/.docker/config.json cannot be read: it is a folder, and no regular file',
  ],
  [
    'too large',
    () => write(HOME, ' '.repeat(1024 * 1024 + 1)),
    '~/.docker/config.json cannot be read: it has more than 1048576 bytes',
  ],
])('%s', async (_, make, reason) => {
  await make()
  expect(await find()).toEqual({ reasons: [reason] })
})

test('a pipe in its place is not waited for', async () => {
  const { execFileSync } = await import('node:child_process')
  execFileSync('mkfifo', [join(folder, HOME)])
  expect((await find()).reasons).toEqual([
    '~/.docker/config.json cannot be read: it is a pipe, and no regular file',
  ])
}, 5000)
