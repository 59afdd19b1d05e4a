// Every bad world of the lab by what people read of it: code, first line and remedy, each asserted.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../src/commands/get.js'
import { createFolderInstaller } from '../../src/install/folder.js'
import { HOSTILE_WORLDS } from '../../src/lab/hostile.js'
import { FURTHER_HOSTILE_WORLDS } from '../../src/lab/hostile-further.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import type { Release } from '../../src/lab/release.js'
import { toReportEnding } from '../../src/report/ending.js'
import { withWorld } from '../../src/world.js'
import { createJumpingClock } from '../support/clocks.js'
import { parseRequest } from '../support/words.js'
import { WORLD_WORDS } from '../support/world-words.js'

const VERSION = 'v1.35.2'
const WORLDS = [...HOSTILE_WORLDS, ...FURTHER_HOSTILE_WORLDS]
/** More than any sentence of ours needs, in characters: what is compared is cut. */
const MAX_LINE = 1000

let lab: Lab
let release: Release
let folder: string

beforeAll(async () => {
  lab = await startLab()
  release = await lab.publish({ version: VERSION })
  await lab.publish({ version: 'v1.31.0' })
})
afterAll(() => lab.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'words-'))
})
afterEach(async () => {
  lab.reset()
  await rm(folder, { recursive: true, force: true })
})

/** Without what differs from run to run. */
function normalize(text: string): string {
  return text
    .replace(/https?:\/\/127[^\s,;"]*/g, 'URL')
    .replace(/127\.0\.0\.1:\d+/g, 'HOST')
    .replace(/sha(256|512):[0-9a-f]{64,}/g, 'sha$1:HEX')
    .replace(/\b[0-9a-f]{30,}\b/g, 'HEX')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/\b\d{10}\b/g, 'INDEX')
}

async function problemsOf({ apply }: (typeof WORLDS)[number]) {
  await apply(lab, release)
  const request = parseRequest(
    {
      version: VERSION,
      'release-url': lab.releaseUrl,
      'rekor-url': lab.rekorUrl,
      'trusted-root': await lab.writeTrustedRoot(folder),
    },
    { machine: { platform: 'linux', arch: 'x64' } },
  )
  const world = {
    installer: createFolderInstaller(join(folder, 'out')),
    temporaryRoot: folder,
    tufCacheFolder: join(folder, 'tuf'),
    onProgress: () => undefined,
    http: {
      patienceMs: 2000,
      minRetryDelayMs: 1000,
      maxRetryDelayMs: 1000,
      idleTimeoutMs: 1000,
      totalTimeoutMs: 5000,
      fileTimeoutMs: 5000,
      random: () => 0,
      waitingClock: createJumpingClock(),
    },
  }
  const report = await withWorld(request, world, (ports) => run(request, ports))
  const { problems } = toReportEnding(report)
  return { outcome: report.outcome, problems }
}

test('the table has every world, and no other', () => {
  expect(Object.keys(WORLD_WORDS).toSorted()).toEqual(WORLDS.map(({ name }) => name).toSorted())
})

test.each(WORLDS)('$name', async (world) => {
  const { outcome, problems } = await problemsOf(world)
  const [code, says, remedy] = WORLD_WORDS[world.name] ?? ['', '', '']
  const [problem] = problems
  // One artifact was asked for: one line, however many checks it stops.
  expect(problems).toHaveLength(1)
  expect(problem?.code).toBe(code)
  const line = `kubectl ${VERSION} linux/amd64: ${outcome}: ${says}`
  expect(normalize(problem?.message ?? '').slice(0, line.length)).toBe(line)
  expect(problem?.message.length).toBeLessThan(MAX_LINE)
  expect(problem?.message).not.toMatch(/\n/)
  expect(problem?.remedy.slice(0, remedy.length)).toBe(remedy)
  // What to do next, and not only what to leave alone.
  expect(problem?.remedy).not.toMatch(/^Do not use the artifact\.?$/)
  if (outcome === 'rejected') expect(problem?.remedy).toMatch(/^Do not use/)
})
