// The pipeline in the lab, with clocks that do not make a test wait: faults of
// transport, those that heal and those that stay.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HttpOptions } from '../../src/fetch/http-client.js'
import { createFolderInstaller } from '../../src/install/folder.js'
import type { Progress } from '../../src/ports.js'
import type { Report } from '../../src/report/report.js'
import { parseRequest } from '../support/words.js'
import { run } from '../../src/commands/get.js'
import { decisiveCheck } from '../../src/verify/verification-result.js'
import { withWorld } from '../../src/world.js'
import { HEALING_WORLDS, HOSTILE_WORLDS, TARGET } from '../../src/lab/hostile.js'
import { HARMLESS_WORLDS } from '../../src/lab/hostile-further.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import type { Release } from '../../src/lab/release.js'
import { behaviours } from '../../src/lab/web-server.js'
import { createJumpingClock } from '../support/clocks.js'

const QUICK: HttpOptions = {
  connectTimeoutMs: 300,
  idleTimeoutMs: 300,
  totalTimeoutMs: 1500,
  fileTimeoutMs: 1500,
  patienceMs: 2000,
  minRetryDelayMs: 1000,
  maxRetryDelayMs: 1000,
  random: () => 0,
  waitingClock: createJumpingClock(),
}

let lab: Lab
let release: Release
let folder: string

beforeAll(async () => {
  lab = await startLab()
  release = await lab.publish({ version: 'v1.35.2' })
})
afterAll(() => lab.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pipeline-'))
})
afterEach(async () => {
  lab.reset()
  await rm(folder, { recursive: true, force: true })
})

async function prove(
  inputs = {},
  onProgress: (name: string, progress: Progress) => void = () => undefined,
): Promise<Report> {
  const request = parseRequest(
    {
      version: 'v1.35.2',
      'release-url': lab.releaseUrl,
      'rekor-url': lab.rekorUrl,
      'trusted-root': await lab.writeTrustedRoot(folder),
      ...inputs,
    },
    { machine: { platform: 'linux', arch: 'x64' } },
  )
  const world = {
    installer: createFolderInstaller(join(folder, 'out')),
    temporaryRoot: folder,
    tufCacheFolder: join(folder, 'tuf'),
    onProgress,
    http: QUICK,
  }
  return withWorld(request, world, (ports) => run(request, ports))
}

const decided = ({ artifacts }: Report): string | undefined => {
  const [artifact] = artifacts
  return artifact && decisiveCheck(artifact.verification)?.code
}

describe('faults that pass, and oddities that are none, end verified', () => {
  test.each([...HEALING_WORLDS, ...HARMLESS_WORLDS])('$name', async ({ apply }) => {
    await apply(lab, release)
    const report = await prove()
    expect(report.outcome).toBe('verified')
    expect(await readdir(join(folder, 'out'))).toEqual(['kubectl', 'kubectl.sigstore.json'])
  })
})

describe('faults that stay end unverifiable, within bounded time, with nothing left', () => {
  test.each(HOSTILE_WORLDS.filter(({ isSlow }) => isSlow === true))('$name', async ({ apply, expected }) => {
    await apply(lab, release)
    const report = await prove()
    expect({ outcome: report.outcome, code: decided(report) }).toEqual({
      outcome: expected.outcome,
      code: expected.codes[0],
    })
    expect(await readdir(folder)).toEqual(['trusted_root.json'])
  })
})

test('a verdict is never tried again', async () => {
  lab.cdn.override(`${TARGET}.sig`, behaviours.body('?'))
  await prove()
  expect(lab.cdn.requests.filter(({ url }) => url.endsWith(`${TARGET}.sig`))).toHaveLength(1)
})

describe('an HTML page in the place of every file and answer: tried again, and unverifiable', () => {
  const SBOM = 'kubernetes-release.spdx'
  test.each([
    ...['', '.sha256', '.sig', '.cert'].flatMap((ending) => [TARGET + ending, SBOM + ending]),
    'the log',
  ])('%s', async (place) => {
    const page = behaviours.html()
    const path = place.startsWith('the log') ? undefined : place
    const { entry } = release.artifact(TARGET)
    if (path === undefined) lab.rekor.override('', page)
    else lab.cdn.override(path, page)
    const report = await prove()
    const isOfSbom = place.startsWith(SBOM)
    expect([report.outcome, report.exitCode, report.code, report.reason]).toEqual([
      'unverifiable',
      3,
      isOfSbom ? 'RELEASE_BINDING_UNAVAILABLE' : 'FETCH_ANSWER_UNEXPECTED',
      'network',
    ])
    const { requests } = path === undefined ? lab.rekor : lab.cdn
    const asked = requests.filter(({ url }) => url.endsWith(path ?? entry.leafHash))
    // Twice at least: how often within the patience is the machine's affair.
    expect(asked.length).toBeGreaterThanOrEqual(2)
    expect(asked.length).toBeLessThanOrEqual(6)
  })
})

test('a log that pages for one copy of an entry is asked for the others', async () => {
  lab.rekor.override(release.artifact(TARGET).entry.leafHash, behaviours.html())
  expect((await prove()).outcome).toBe('verified')
})

test('the log is asked while the artifact is still on its way', async () => {
  let proceed = (): void => undefined
  const logAsked = new Promise<void>((resolve) => (proceed = resolve))
  const { entry } = release.artifact(TARGET)
  // The artifact's last bytes come only once the log was asked: the other way round this would never end.
  lab.cdn.override(TARGET, ({ response, genuine }) => {
    const body = Buffer.concat([...genuine.content.chunks()])
    response.writeHead(200, { 'content-length': body.length })
    response.write(body.subarray(0, 100))
    void logAsked.then(() => response.end(body.subarray(100)))
  })
  lab.rekor.override(entry.leafHash, ({ response }) => {
    proceed()
    response.end(lab.answerFor(entry.leafHash, lab.log.answer(entry)))
  })
  expect((await prove()).outcome).toBe('verified')
})

test('one failing artifact does not hide another, and nothing is placed', async () => {
  lab.cdn.override('bin/linux/amd64/kubeadm', behaviours.status(404))
  const report = await prove({ artifacts: 'kubectl,kubeadm,kubelet' })
  expect(report.artifacts.map(({ verification }) => verification.outcome)).toEqual([
    'verified',
    'unverifiable',
    'verified',
  ])
  expect(report.outcome).toBe('unverifiable')
  expect(await readdir(folder)).toEqual(['trusted_root.json'])
})

test('the SBOM is fetched once for all artifacts', async () => {
  await prove({ artifacts: 'kubectl,kubeadm,kubelet' })
  expect(lab.cdn.requests.filter(({ url }) => url.endsWith('/kubernetes-release.spdx'))).toHaveLength(1)
})

test('a former file is replaced, and kept when placing fails', async () => {
  await prove()
  const report = await prove({ version: 'v1.35.2' })
  expect(report.outcome).toBe('verified')
  expect(await readdir(join(folder, 'out'))).toEqual(['kubectl', 'kubectl.sigstore.json'])
})

test('progress counts up to the size', async () => {
  const seen: Progress[] = []
  await prove({}, (_, progress) => void seen.push(progress))
  const { size } = release.artifact(TARGET).content
  expect(seen.at(-1)).toEqual({ receivedBytes: size, totalBytes: size })
})
