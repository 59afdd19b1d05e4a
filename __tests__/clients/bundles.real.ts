// The bundles that we write, read by the clients of others: from the lab and
// from Sigstore's own servers, out of every place where we leave them.
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { RELEASE_ISSUER, RELEASE_SIGNER, SBOM_PATH } from '../../src/lab/release.js'
import { runProgram } from '../../src/lab/runner.js'
import { type World, startWorld } from '../sigstore/stack/world.js'
import { mustRun, tool } from '../sigstore/stack/tools.js'
import { DIST } from '../support/folders.js'
import { afterReal, beforeReal, describeReal } from '../support/real.js'
import { CLIENTS, type Client } from './clients.js'
import { expectDocumented } from './document.js'
import { goVersion } from './versions.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const SIGNER = { identity: RELEASE_SIGNER, issuer: RELEASE_ISSUER }

/** A file and its bundle, from one of the places where we leave them. */
interface Kept {
  readonly from: string
  readonly file: string
  readonly bundle: string
}

let lab: Lab
let world: World
let folder: string
const kept = new Map<string, readonly Kept[]>()
const roots = new Map<string, string>()

beforeReal(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clients-'))
  lab = await startLab({ now: new Date() })
  await lab.publish({ version: 'v1.35.2' })
  world = await startWorld()
  await world.publish('v1.35.2', [KUBECTL, 'bin/linux/amd64/kubeadm'])
  roots.set('the lab', await lab.writeTrustedRoot(folder))
  roots.set('Sigstore’s servers', world.trustedRoot)
  kept.set('the lab', await keep('lab', lab.releaseUrl, lab.rekorUrl, roots.get('the lab') ?? ''))
  kept.set('Sigstore’s servers', await keep('real', world.site.url, world.stack.rekorUrl, world.trustedRoot))
})
afterReal(async () => {
  await lab.close()
  await world.close()
  await rm(folder, { recursive: true })
})

/** Gets kubectl in every way that leaves a bundle somewhere. */
async function keep(name: string, releaseUrl: string, rekorUrl: string, root: string): Promise<Kept[]> {
  const own = (...names: string[]): string => join(folder, name, ...names)
  await mkdir(own('temp'), { recursive: true })
  await mkdir(own('tools'))
  const common = ['--version', 'v1.35.2', '--artifacts', 'kubectl', '--os', 'linux', '--arch', 'amd64']
  const from = ['--release-url', releaseUrl, '--rekor-url', rekorUrl, '--trusted-root', root]
  const inputs = { version: 'v1.35.2', os: 'linux', arch: 'amd64', 'bundles-dir': own('bundles') }
  const places = { 'release-url': releaseUrl, 'rekor-url': rekorUrl, 'trusted-root': root }
  const given = Object.entries({ ...inputs, ...places, 'lock-file': own('lock.json') })
  const got = await runProgram(join(DIST, 'action.js'), [], {
    RUNNER_TEMP: own('temp'),
    RUNNER_TOOL_CACHE: own('tools'),
    ...Object.fromEntries(given.map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value])),
  })
  const exported = await runProgram(join(DIST, 'cli.js'), [
    'export',
    '--output',
    own('exported'),
    ...common,
    ...from,
  ])
  for (const { code, stdout, stderr } of [got, exported]) if (code !== 0) throw new Error(stdout + stderr)
  const tools = own('tools', 'kubectl', '1.35.2', 'linux-amd64')
  const file = join(tools, 'kubectl')
  const lock = JSON.parse(await readFile(own('lock.json'), 'utf8')) as {
    artifacts: { path: string; bundle: object }[]
  }
  const locked = lock.artifacts.find(({ path }) => path === KUBECTL)?.bundle
  await writeFile(own('locked.json'), JSON.stringify(locked))
  const inBundles = (await readdir(own('bundles'), { recursive: true })).find((each) =>
    /kubectl[^/]*\.sigstore\.json$/.test(each),
  )
  const site = own('exported', 'release', 'v1.35.2')
  return [
    { from: 'the tool cache', file, bundle: `${file}.sigstore.json` },
    { from: 'bundles-dir', file, bundle: own('bundles', inBundles ?? '') },
    { from: 'the lock', file, bundle: own('locked.json') },
    { from: 'an export', file: join(site, KUBECTL), bundle: `${join(site, KUBECTL)}.sigstore.json` },
    {
      from: 'an export’s SBOM',
      file: join(site, SBOM_PATH),
      bundle: `${join(site, SBOM_PATH)}.sigstore.json`,
    },
  ]
}

/** What a client did with all that it was shown, by client and version; what it accepted is to be accepted. */
const judged = new Map<Client, { accepts: boolean; file: boolean; signature: boolean; signer: boolean }>(
  CLIENTS.map((client) => [client, { accepts: true, file: true, signature: true, signer: true }]),
)
function note(client: Client, what: 'accepts' | 'file' | 'signature' | 'signer', isRight: boolean): void {
  const all = judged.get(client)
  if (all !== undefined) all[what] &&= isRight
}

const clients = CLIENTS.map((client): [string, Client] => [`${client.name} ${client.version}`, client])

describeReal.each(['the lab', 'Sigstore’s servers'])('bundles from %s', (origin) => {
  test.each(clients)('%s accepts each of them', async (_, client) => {
    for (const { from, file, bundle } of kept.get(origin) ?? []) {
      const { isAccepted, text } = await client.verify({
        ...SIGNER,
        file,
        bundle,
        trustedRoot: roots.get(origin) ?? '',
      })
      note(client, 'accepts', isAccepted)
      expect({ from, text: isAccepted ? '' : text }).toEqual({ from, text: '' })
    }
  })

  test.each(clients)(
    '%s refuses it with one byte of the file or of the signature changed',
    async (_, client) => {
      const [first] = kept.get(origin) ?? []
      if (first === undefined) throw new Error('nothing was kept')
      const trustedRoot = roots.get(origin) ?? ''
      const bytes = await readFile(first.file)
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
      const changed = join(folder, 'changed')
      await writeFile(changed, bytes)
      const ofFile = await client.verify({ ...SIGNER, file: changed, bundle: first.bundle, trustedRoot })
      note(client, 'file', !ofFile.isAccepted)
      expect(ofFile.isAccepted).toBe(false)
      const bundle = JSON.parse(await readFile(first.bundle, 'utf8')) as {
        messageSignature: { signature: string }
      }
      const signature = Buffer.from(bundle.messageSignature.signature, 'base64')
      signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1
      bundle.messageSignature.signature = signature.toString('base64')
      const other = join(folder, 'changed.sigstore.json')
      await writeFile(other, JSON.stringify(bundle))
      const ofSignature = await client.verify({ ...SIGNER, file: first.file, bundle: other, trustedRoot })
      note(client, 'signature', !ofSignature.isAccepted)
      expect(ofSignature.isAccepted).toBe(false)
      const stranger = { ...SIGNER, identity: 'somebody@example.com' }
      const ofSigner = await client.verify({
        ...stranger,
        file: first.file,
        bundle: first.bundle,
        trustedRoot,
      })
      note(client, 'signer', !ofSigner.isAccepted)
      expect(ofSigner.isAccepted).toBe(false)
    },
  )
})

describeReal('docs/interop.md', () => {
  test('says so, with the versions', async () => {
    const servers = [
      `trillian ${goVersion('github.com/google/trillian')}`,
      `certificate-transparency-go ${goVersion('github.com/google/certificate-transparency-go')}`,
      `Fulcio ${goVersion('github.com/sigstore/fulcio')}`,
      `Rekor ${goVersion('github.com/sigstore/rekor')}`,
      `cosign ${goVersion('github.com/sigstore/cosign/v2')} as the signer`,
    ]
    const yes = (is: boolean): string => (is ? 'yes' : 'no')
    const heads = ['client', 'version', 'accepts each bundle', 'refuses another byte in the file']
    heads.push('refuses another byte in the signature', 'refuses another signer')
    const rows = [...judged].map(([{ name, version }, { accepts, file, signature, signer }]) =>
      [name, version, ...[accepts, file, signature, signer].map(yes)].join(' | '),
    )
    const table = [heads.join(' | '), heads.map(() => '---').join(' | '), ...rows]
    await expectDocumented(
      'clients',
      `Sigstore's own servers: ${servers.join(', ')}.\n\n${table.map((row) => `| ${row} |`).join('\n')}`,
    )
  })
})

describeReal('papers', () => {
  test('bundles-dir keeps the SBOM and its bundle, and the release is proven again from them', async () => {
    const names = (await readdir(join(folder, 'real', 'bundles'), { recursive: true })).sort()
    expect(names.some((name) => name.endsWith(SBOM_PATH))).toBe(true)
    expect(names.some((name) => name.endsWith(`${SBOM_PATH}.sigstore.json`))).toBe(true)
    const sbom = names.find((name) => name.endsWith(SBOM_PATH)) ?? ''
    const path = join(folder, 'real', 'bundles', sbom)
    const copy = join(folder, 'sbom', SBOM_PATH)
    await mkdir(join(folder, 'sbom'))
    await cp(path, copy)
    await cp(`${path}.sigstore.json`, `${copy}.sigstore.json`)
    const result = await world.json('verify', copy, ...world.flags, '--offline')
    expect([result.code, result.outcome]).toEqual([0, 'verified'])
  })

  test('entry --format tle says what rekor-cli says', async () => {
    const uuid = /[0-9a-f]{80}/.exec(
      (await world.cli('entry', '0', ...world.flags, '--format', 'json')).stdout,
    )?.[0]
    const theirs = await mustRun(tool('rekor-cli'), [
      'get',
      `--uuid=${uuid ?? ''}`,
      '--format=tle',
      `--rekor_server=${world.stack.rekorUrl}`,
      '--store_tree_state=false',
    ])
    const ours = await world.cli('entry', uuid ?? '', ...world.flags, '--format', 'tle')
    expect({ code: ours.code, text: ours.code === 0 ? '' : ours.stderr }).toEqual({ code: 0, text: '' })
    expect(withoutRepeated(ours.stdout)).toEqual(withoutRepeated(theirs))
  })
})

/** Rekor signs its promise and its checkpoint anew for each answer, and ECDSA says another thing each time. */
function withoutRepeated(text: string): unknown {
  return JSON.parse(text, (key, value: unknown) => {
    if (key === 'signedEntryTimestamp') return typeof value
    return key === 'envelope' && typeof value === 'string' ? value.split('\n\n')[0] : value
  })
}
