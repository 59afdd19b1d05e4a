// The hostile worlds of our lab, once through the command that Kubernetes
// documents for cosign and once through ours. docs/interop.md shows what came of it.
import { createPublicKey } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HOSTILE_WORLDS, TARGET } from '../../src/lab/hostile.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { RELEASE_ISSUER, RELEASE_SIGNER, type Release } from '../../src/lab/release.js'
import { runProgram } from '../../src/lab/runner.js'
import { runTool, tool } from '../sigstore/stack/tools.js'
import { DIST } from '../support/folders.js'
import { afterReal, beforeReal, describeReal } from '../support/real.js'
import { expectDocumented } from './document.js'
import { goVersion } from './versions.js'

const WORLDS = HOSTILE_WORLDS.filter(({ isSlow }) => isSlow !== true)
/** The documented command, and what cosign 3 needs beside it: by itself it takes bundles only. */
const COSIGNS: readonly {
  readonly program: string
  readonly version: string
  readonly more: readonly string[]
}[] = [
  { program: 'cosign-2', version: goVersion('github.com/sigstore/cosign/v2'), more: [] },
  {
    program: 'cosign-3',
    version: goVersion('github.com/sigstore/cosign/v3'),
    more: ['--new-bundle-format=false'],
  },
]
/** Of what is downloaded for cosign. */
const MAX_BYTES = 8 * 1024 * 1024
const DOWNLOAD_MS = 10_000
const TIME_LIMIT_MS = 60_000

/** By exit code. */
const OUTCOMES: Readonly<Record<number, string>> = { 0: 'verified', 1: 'rejected', 3: 'unverifiable' }

interface Row {
  readonly name: string
  readonly cosigns: readonly string[]
  readonly ours: string
}

let folder: string
let lab: Lab
let release: Release
const rows: Row[] = []

describeReal('hostile worlds', () => {
  beforeReal(async () => {
    folder = await mkdtemp(join(tmpdir(), 'worlds-'))
    lab = await startLab()
    release = await lab.publish({ version: 'v1.35.2' })
    await lab.publish({ version: 'v1.31.0' })
  })
  afterReal(async () => {
    await lab.close()
    await rm(folder, { recursive: true })
  })
  afterEach(() => {
    lab.reset()
  })

  test('a good release: both accept it', async () => {
    const row = await inWorld('good', () => undefined)
    expect(row).toMatchObject({ cosigns: ['accepted', 'accepted'], ours: 'verified' })
  })

  test.each(WORLDS)(
    '$name: ours never passes it',
    async ({ name, apply, expected }) => {
      const row = await inWorld(name, apply)
      rows.push(row)
      expect(row.ours).toBe(expected.outcome)
    },
    TIME_LIMIT_MS,
  )

  test('docs/interop.md says so', () => expectDocumented('worlds', formatTable(rows)))
})

async function inWorld(name: string, apply: (typeof WORLDS)[number]['apply']): Promise<Row> {
  const own = await mkdtemp(join(folder, 'world-'))
  await apply(lab, release)
  const trustedRoot = await lab.writeTrustedRoot(own)
  const [cosigns, { code }] = await Promise.all([
    askCosigns(own),
    runProgram(join(DIST, 'cli.js'), [
      ...[
        'get',
        '--patience',
        '0',
        '--version',
        'v1.35.2',
        '--artifacts',
        'kubectl',
        '--os',
        'linux',
        '--arch',
        'amd64',
      ],
      ...['--release-url', lab.releaseUrl, '--rekor-url', lab.rekorUrl],
      ...['--trusted-root', trustedRoot, '--output', join(own, 'output')],
    ]),
  ])
  return { name, cosigns, ours: OUTCOMES[code ?? -1] ?? `exit ${code}` }
}

/** What the documentation of Kubernetes tells to do: three downloads and `cosign verify-blob`. */
async function askCosigns(own: string): Promise<string[]> {
  const file = join(own, 'kubectl')
  for (const ending of ['', '.sig', '.cert']) {
    const bytes = await download(`${lab.releaseUrl}/release/v1.35.2/${TARGET}${ending}`)
    if (bytes === undefined) return COSIGNS.map(() => 'not downloaded')
    await writeFile(file + ending, bytes)
  }
  const env = await writeTrust(own)
  return Promise.all(
    COSIGNS.map(async ({ program, more }) => {
      const { code } = await runTool(
        tool(program),
        [
          'verify-blob',
          file,
          `--signature=${file}.sig`,
          `--certificate=${file}.cert`,
          `--certificate-identity=${RELEASE_SIGNER}`,
          `--certificate-oidc-issuer=${RELEASE_ISSUER}`,
          `--rekor-url=${lab.rekorUrl}`,
          ...more,
        ],
        env,
      )
      return code === 0 ? 'accepted' : 'refused'
    }),
  )
}

async function download(url: string): Promise<Buffer | undefined> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_MS) })
    if (!answer.ok || answer.body === null) return undefined
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > MAX_BYTES) return undefined
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } catch {
    return undefined
  }
}

/** cosign's trust in the lab, as it takes it for this command. */
async function writeTrust(own: string): Promise<Record<string, string>> {
  const pem = (der: Buffer): string =>
    `-----BEGIN CERTIFICATE-----\n${(der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`
  const key = (spki: Buffer): string =>
    createPublicKey({ key: spki, format: 'der', type: 'spki' }).export({
      type: 'spki',
      format: 'pem',
    }) as string
  const files = {
    SIGSTORE_ROOT_FILE: lab.authority.chain.map(pem).join(''),
    SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: key(lab.authority.ctKey.spki),
    SIGSTORE_REKOR_PUBLIC_KEY: key(lab.log.key.spki),
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(own, name), text)
  return Object.fromEntries(Object.keys(files).map((name) => [name, join(own, name)]))
}

function formatTable(all: readonly Row[]): string {
  const accepted = (index: number): number =>
    all.filter(({ cosigns }) => cosigns[index] === 'accepted').length
  const cell = (text: string): string => text.replaceAll('|', '\\|')
  const names = COSIGNS.map(({ version }) => `cosign ${version}`)
  const accepting = names.map((name, index) => `${name} accepts ${accepted(index)}`).join(', ')
  const ours = all.filter((row) => row.ours === 'verified').length
  return [
    `Of these ${all.length}, ${accepting}, and we accept ${ours}.`,
    '',
    `| world | ${names.join(' | ')} | ours |`,
    `| --- | ${names.map(() => '---').join(' | ')} | --- |`,
    ...all.map(({ name, cosigns, ours: own }) => `| ${[name, ...cosigns, own].map(cell).join(' | ')} |`),
  ].join('\n')
}
