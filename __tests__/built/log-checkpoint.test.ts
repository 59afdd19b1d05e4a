// A log that has to be the same for everybody, over time: `log-checkpoint`, and an audit after an audit.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerFor, switchedOff } from '../../src/lab/rekor-api.js'
import { type Release, SBOM_PATH } from '../../src/lab/release.js'
import { type Finished, type StepResult, runProgram } from '../../src/lab/runner.js'
import { TransparencyLog } from '../../src/lab/transparency-log.js'
import { behaviours } from '../../src/lab/web-server.js'
import { readAll } from '../../src/lab/content.js'
import { DIST } from '../support/folders.js'
import { type Inputs, codesOf, requestsOf, withJob } from '../support/job.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const paths = [KUBECTL]

interface CheckpointFile {
  checkpointFileVersion: number
  checkpoints: { logId: string; treeId: string; firstSeen: string; seen: string; checkpoint: string }[]
}

const { lab, release, job } = await withJob((started) => started.publish({ version: 'v1.35.2', paths }))
let path: string
let patch = 10

beforeEach(() => {
  path = join(job.folder, 'repository', 'log.json')
})

const step = (inputs: Inputs = {}): Promise<StepResult> => job.step({ 'log-checkpoint': path, ...inputs })
const readKept = async (): Promise<CheckpointFile> =>
  JSON.parse(await readFile(path, 'utf8')) as CheckpointFile
const sizeOf = (note: string): number => Number(note.split('\n')[1])
const proofsAsked = (): string[] =>
  lab.rekor.requests.map(({ url }) => url).filter((url) => url.includes('/log/proof?'))
/** A release that the log has taken in since. */
const publishNext = async (): Promise<[string, Release]> => {
  const version = `v1.35.${patch++}`
  return [version, await lab.publish({ version, paths })]
}

/** A log of the same key and tree ID, whose leaves are others; it knows the entries of a release as well. */
async function forkOf(of: Release, size: number): Promise<TransparencyLog> {
  const fork = await TransparencyLog.create({ key: lab.log.key })
  for (const artifact of of.artifacts.values())
    fork.logAgain(artifact.entry, new Date(artifact.entry.integratedTime * 1000))
  fork.growTo(size)
  return fork
}

/** From now on the log answers for these entries as its fork does. */
function showFork(fork: TransparencyLog, of: Release): void {
  for (const { entry } of of.artifacts.values()) {
    const known = fork.find(entry.leafHash)
    if (known)
      answerFor(
        lab.rekor,
        entry.leafHash,
        JSON.stringify({ [fork.uuid(entry.leafHash)]: fork.answer(known) }),
      )
  }
}

async function expectRefused(result: StepResult, exit: number, code: string): Promise<void> {
  expect({ exit: result.code, code: codesOf(result)[0] }).toEqual({ exit, code })
  expect(result.outputs).toMatchObject({ code })
  expect([result.outputs['path'], result.path]).toEqual([undefined, []])
  await Promise.resolve()
}

test('the first run keeps what it has seen, and says that it is the first', async () => {
  const result = await step()
  expect(result.code).toBe(0)
  expect(result.stdout).toContain(
    `::notice::the log ${lab.log.logId.slice(0, 12)}, tree ${lab.log.treeId}: first seen`,
  )
  const { checkpointFileVersion, checkpoints } = await readKept()
  expect(checkpointFileVersion).toBe(1)
  expect(checkpoints).toHaveLength(1)
  expect(checkpoints[0]).toMatchObject({ logId: lab.log.logId, treeId: lab.log.treeId })
  expect(sizeOf(checkpoints[0]?.checkpoint ?? '')).toBe(lab.log.size)
  expect(proofsAsked()).toEqual([])
})

test('a log that has grown proves it, and the file moves on; one that has not leaves it as it is', async () => {
  await step()
  const before = await readKept()
  const [version] = await publishNext()
  lab.reset()
  const result = await step({ version })
  expect(result.code).toBe(0)
  expect(result.stdout).toContain('has only grown since it was first seen')
  const size = sizeOf(before.checkpoints[0]?.checkpoint ?? '')
  const treeId = BigInt(`0x${lab.log.treeId}`).toString()
  expect(proofsAsked()).toEqual([
    `/api/v1/log/proof?firstSize=${size}&lastSize=${lab.log.size}&treeID=${treeId}`,
  ])
  const after = await readKept()
  expect(after.checkpoints[0]?.firstSeen).toBe(before.checkpoints[0]?.firstSeen)
  expect(sizeOf(after.checkpoints[0]?.checkpoint ?? '')).toBe(lab.log.size)
  const { mtimeMs } = await stat(path)
  lab.reset()
  expect((await step({ version, artifacts: 'kubectl' })).code).toBe(0)
  expect((await stat(path)).mtimeMs).toBe(mtimeMs)
})

test('what was seen before in a cache is smaller: proven the other way round, and nothing moves backwards', async () => {
  expect((await job.step()).code).toBe(0)
  const [version] = await publishNext()
  await step({ version })
  const kept = await readFile(path, 'utf8')
  lab.reset()
  const result = await step()
  expect([result.code, result.outputs['cache-hit']]).toEqual([0, 'true'])
  expect(proofsAsked().length).toBeGreaterThan(0)
  expect(await readFile(path, 'utf8')).toBe(kept)
})

test('two signed roots of one size: rejected, and both checkpoints are there to show', async () => {
  await step()
  const kept = await readKept()
  const fork = await forkOf(release, lab.log.size)
  expect(fork.size).toBe(lab.log.size)
  showFork(fork, release)
  const folder = join(job.folder, 'report')
  const result = await step({ report: folder, 'lock-file': join(job.folder, 'lock.json') })
  // From the cache: what it has seen is what was kept.
  expect(result.code).toBe(0)
  const other = await withNewCache(() => step({ report: folder }))
  await expectRefused(other, 1, 'LOG_INCONSISTENT')
  const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as {
    outcome: string
    logs: { state: string; checkpoints: string[] }[]
  }
  expect(report.outcome).toBe('rejected')
  const [log] = report.logs.filter(({ state }) => state === 'inconsistent')
  expect(log?.checkpoints).toContain(kept.checkpoints[0]?.checkpoint)
  expect(log?.checkpoints.map(sizeOf)).toEqual([lab.log.size, lab.log.size])
  expect(other.stdout).toContain('signed two states that exclude each other')
  expect(await readKept()).toEqual(kept)
})

test('two roots of one size within one run need no file', async () => {
  const fork = await forkOf(release, lab.log.size)
  const { entry } = release.artifact(SBOM_PATH)
  const known = fork.find(entry.leafHash)
  if (known)
    answerFor(lab.rekor, entry.leafHash, JSON.stringify({ [fork.uuid(entry.leafHash)]: fork.answer(known) }))
  await expectRefused(await job.step(), 1, 'LOG_INCONSISTENT')
})

test('a fork that proves its own growth honestly proves that it is one', async () => {
  await step()
  // A tree of a power of two would be no part of the proof.
  if (Number.isInteger(Math.log2(lab.log.size))) lab.log.growTo(lab.log.size + 1)
  const [version, next] = await publishNext()
  const fork = await forkOf(next, lab.log.size + 5)
  showFork(fork, next)
  lab.rekor.override(
    proofUrl(await keptSize(), fork.size),
    behaviours.body(
      JSON.stringify({ hashes: fork.consistencyProof(await keptSize(), fork.size), rootHash: '00' }),
    ),
  )
  const folder = join(job.folder, 'fork-report')
  const kept = await readKept()
  await expectRefused(await step({ version, report: folder }), 1, 'LOG_INCONSISTENT')
  const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as {
    logs: { state: string; checkpoints: string[] }[]
  }
  const [log] = report.logs.filter(({ state }) => state === 'inconsistent')
  expect(log?.checkpoints[0]).toBe(kept.checkpoints[0]?.checkpoint)
  expect(log?.checkpoints.map(sizeOf)).toEqual([await keptSize(), fork.size])
})

describe('another run writes the file while this one is at work', () => {
  /** As soon as the log is asked for a proof, the file has another head of the same tree. */
  async function meanwhile(toHead: () => string): Promise<[string, number]> {
    await step()
    const [version] = await publishNext()
    const first = await keptSize()
    const size = lab.log.size
    const file = await readKept()
    const change = (genuine: Buffer): Buffer => {
      const checkpoints = file.checkpoints.map((each) => ({ ...each, checkpoint: toHead() }))
      writeFileSync(path, JSON.stringify({ ...file, checkpoints }))
      return genuine
    }
    lab.rekor.override(proofUrl(first, size), behaviours.rewrite(change))
    return [version, size]
  }

  test('a larger state stays: the file never moves backwards', async () => {
    const [version, size] = await meanwhile(() => {
      lab.log.growTo(lab.log.size + 3)
      return lab.log.describe().signedTreeHead
    })
    expect((await step({ version })).code).toBe(0)
    expect(await keptSize()).toBeGreaterThan(size)
    expect(proofsAsked()).toHaveLength(2)
  })

  test('a state of a fork is found out, and nothing is installed', async () => {
    const fork = await TransparencyLog.create({ key: lab.log.key })
    let head = ''
    const [version] = await meanwhile(() => {
      fork.growTo(lab.log.size)
      head = fork.describe().signedTreeHead
      return head
    })
    await expectRefused(await step({ version }), 1, 'LOG_INCONSISTENT')
    expect((await readKept()).checkpoints[0]?.checkpoint).toBe(head)
  })
})

const keptSize = async (): Promise<number> => sizeOf((await readKept()).checkpoints[0]?.checkpoint ?? '')
const proofUrl = (first: number, last: number): string =>
  `firstSize=${first}&lastSize=${last}&treeID=${BigInt(`0x${lab.log.treeId}`)}`

describe('a proof that is missing or does not fit proves nothing: unverifiable, and the file stays', () => {
  const random = (text: string): string => createHash('sha256').update(text).digest('hex')
  test.each<
    [
      string,
      () => Promise<Parameters<typeof lab.rekor.override>[1]> | Parameters<typeof lab.rekor.override>[1],
    ]
  >([
    ['404', () => behaviours.status(404)],
    ['switched off', () => switchedOff],
    ['HTML', () => behaviours.html()],
    ['no hashes', () => behaviours.body('{"hashes":[],"rootHash":"00"}')],
    ['no JSON of the form', () => behaviours.body('{"hashes":"none"}')],
    ['hashes of another length', () => behaviours.body('{"hashes":["abcd"]}')],
    [
      'too many hashes',
      () =>
        behaviours.body(
          JSON.stringify({ hashes: Array.from({ length: 500 }, (_, at) => random(String(at))) }),
        ),
    ],
    [
      'other hashes',
      () => behaviours.body(JSON.stringify({ hashes: [random('a'), random('b'), random('c')] })),
    ],
    ['too short', () => behaviours.rewrite((genuine) => mutate(genuine, (hashes) => hashes.slice(1)))],
    [
      'one too many',
      () => behaviours.rewrite((genuine) => mutate(genuine, (hashes) => [...hashes, random('x')])),
    ],
    [
      'turned round',
      () => behaviours.rewrite((genuine) => mutate(genuine, (hashes) => [...hashes].reverse())),
    ],
    [
      'one bit off',
      () =>
        behaviours.rewrite((genuine) =>
          mutate(genuine, ([first = '', ...rest]) => [
            ...rest,
            first.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
          ]),
        ),
    ],
    [
      'the fork’s',
      async () => {
        const fork = await forkOf(release, lab.log.size + 7)
        const first = await keptSize()
        return behaviours.body(
          JSON.stringify({ hashes: fork.consistencyProof(first, fork.size), rootHash: '00' }),
        )
      },
    ],
  ])('%s', async (_, behave) => {
    await step()
    const kept = await readFile(path, 'utf8')
    const [version] = await publishNext()
    lab.rekor.override(proofUrl(await keptSize(), lab.log.size), await behave())
    await expectRefused(await step({ version }), 3, 'LOG_CONSISTENCY_UNPROVEN')
    expect(await readFile(path, 'utf8')).toBe(kept)
    lab.reset()
    expect((await step({ version })).code).toBe(0)
    expect(await readFile(path, 'utf8')).not.toBe(kept)
  })

  function mutate(genuine: Buffer, change: (hashes: string[]) => string[]): string {
    const { hashes, rootHash } = JSON.parse(genuine.toString()) as { hashes: string[]; rootHash: string }
    return JSON.stringify({ hashes: change(hashes), rootHash })
  }
})

test('a proof that is missing takes nothing from a contradiction', async () => {
  await step()
  const [version] = await publishNext()
  lab.rekor.override(proofUrl(await keptSize(), lab.log.size), switchedOff)
  lab.cdn.override(KUBECTL, behaviours.body('other bytes'))
  const result = await step({ version })
  expect({ code: result.code, outputs: result.outputs }).toMatchObject({
    code: 1,
    outputs: { outcome: 'rejected', code: 'DIGEST_MISMATCH', reason: 'contradiction' },
  })
  expect(codesOf(result)).toEqual(expect.arrayContaining(['LOG_CONSISTENCY_UNPROVEN', 'DIGEST_MISMATCH']))
})

describe('the file is as suspect as the repository it stands in', () => {
  const change = async (edit: (file: CheckpointFile) => unknown): Promise<void> =>
    writeFile(path, JSON.stringify(edit(await readKept())))
  const first = (file: CheckpointFile): CheckpointFile['checkpoints'][number] => {
    const [checkpoint] = file.checkpoints
    if (checkpoint === undefined) throw new Error('nothing was kept')
    return checkpoint
  }

  test('a checkpoint that the log did not sign', async () => {
    await step()
    await change((file) => {
      const kept = first(file)
      return { ...file, checkpoints: [{ ...kept, checkpoint: kept.checkpoint.replace(/\n\d+\n/, '\n7\n') }] }
    })
    await expectRefused(await step(), 1, 'CHECKPOINT_INVALID')
  })

  test('a log that the trusted root does not know counts for nothing, and stays in the file', async () => {
    await step()
    await change((file) => ({
      ...file,
      checkpoints: [...file.checkpoints, { ...first(file), logId: '0'.repeat(64) }],
    }))
    const result = await step()
    expect(result.code).toBe(0)
    expect(result.stdout).toContain('is not in the trusted root')
    expect((await readKept()).checkpoints).toHaveLength(2)
  })

  test.each<[string, (file: CheckpointFile) => unknown]>([
    ['another version', (file) => ({ ...file, checkpointFileVersion: 2 })],
    ['one more field', (file) => ({ ...file, more: true })],
    ['a tree twice', (file) => ({ ...file, checkpoints: [...file.checkpoints, ...file.checkpoints] })],
    [
      'a note of another tree',
      (file) => ({ ...file, checkpoints: [{ ...first(file), treeId: '0'.repeat(16) }] }),
    ],
    ['no note', (file) => ({ ...file, checkpoints: [{ ...first(file), checkpoint: 'hello' }] })],
    ['too many', (file) => ({ ...file, checkpoints: Array.from({ length: 65 }, () => first(file)) })],
    ['no object', () => []],
  ])('%s is malformed, and nothing is asked', async (_, edit) => {
    await step()
    await change(edit)
    lab.reset()
    const result = await step()
    expect([result.code, codesOf(result)]).toEqual([2, ['LOG_CHECKPOINT_MALFORMED']])
    expect(requestsOf(lab)).toEqual([])
  })

  test.each(['log.json', './log.json', 'folder/../log.json'])(
    'a lock file and a checkpoint file are two: %s',
    async (name) => {
      const result = await job.step({ 'log-checkpoint': 'log.json', 'lock-file': name })
      expect([result.code, codesOf(result), requestsOf(lab)]).toEqual([2, ['INPUT_CONFLICT'], []])
      expect(result.stdout).toContain('are one file')
    },
  )

  test.each(['frozen', 'offline'])('with %s no proof is asked for: a conflict', async (name) => {
    const result = await step({ [name]: 'true', 'lock-file': join(job.folder, 'lock.json') })
    expect([result.code, codesOf(result)]).toEqual([2, ['INPUT_CONFLICT']])
  })
})

test('verify keeps and compares like get, a lone file as well', async () => {
  const cli = (...argv: string[]): Promise<Finished> =>
    runProgram(join(DIST, 'cli.js'), [
      'verify',
      ...argv,
      ...['--log-checkpoint', path, '--rekor-url', lab.rekorUrl, '--trusted-root', job.trustedRoot],
    ])
  const write = async (of: Release): Promise<string> => {
    const { content, sidecars } = of.artifact(KUBECTL)
    const file = join(job.folder, 'kubectl')
    await writeFile(file, readAll(content))
    for (const [ending, bytes] of Object.entries(sidecars)) await writeFile(`${file}${ending}`, bytes)
    return file
  }
  const file = await write(release)
  expect((await cli(file)).code).toBe(0)
  const size = await keptSize()
  const [version, next] = await publishNext()
  await write(next)
  const platform = ['--os', 'linux', '--arch', 'amd64', '--release-url', lab.releaseUrl]
  expect((await cli(file, '--version', version, ...platform)).code).toBe(0)
  expect(await keptSize()).toBeGreaterThan(size)
  const found = ['--release', version, job.folder, '--release-url', lab.releaseUrl]
  const larger = await keptSize()
  lab.log.growTo(lab.log.size + 2)
  expect((await cli(...found)).code).toBe(0)
  expect(await keptSize()).toBeGreaterThan(larger)
  const fork = await forkOf(next, lab.log.size)
  showFork(fork, next)
  const searched = await cli(...found)
  expect([searched.code, searched.stderr]).toEqual([1, expect.stringContaining('error: LOG_INCONSISTENT: ')])
  const result = await cli(file)
  expect([result.code, result.stderr]).toEqual([1, expect.stringContaining('error: LOG_INCONSISTENT: ')])
})

describe('audits', () => {
  const audit = (folder: string, ...flags: string[]): Promise<Finished> =>
    runProgram(join(DIST, 'cli.js'), [
      ...[
        'audit',
        '--artifacts',
        'kubectl',
        '--os',
        'linux',
        '--arch',
        'amd64',
        '--report',
        join(job.folder, folder),
      ],
      ...job.flags,
      ...['--log-requests-per-second', '100', '--report-formats', 'json'],
      ...flags,
    ])
  interface AuditReport {
    exitCode: number
    outcome: string
    checkpoints?: { logId: string; treeSize: number; checkpoint: string }[]
    releases: { version: string; findings: { code: string; severity: string; message: string }[] }[]
  }
  const read = async (folder: string): Promise<AuditReport> =>
    JSON.parse(await readFile(join(job.folder, folder, 'report.json'), 'utf8')) as AuditReport
  const baseline = (folder: string): string[] => ['--baseline', join(job.folder, folder, 'report.json')]

  test('keep the last state of each tree, and the next has the log prove that it grew', async () => {
    expect((await audit('first', '--version', 'v1.35.2')).code).toBe(0)
    const first = await read('first')
    expect(first.checkpoints).toEqual([
      expect.objectContaining({ logId: lab.log.logId, treeSize: lab.log.size }),
    ])
    const [version] = await publishNext()
    lab.reset()
    expect((await audit('second', '--version', version, ...baseline('first'))).code).toBe(0)
    expect(proofsAsked()).toHaveLength(1)
    expect((await read('second')).checkpoints?.[0]?.treeSize).toBe(lab.log.size)
  })

  test('an equivocating log is the loudest finding, with both checkpoints', async () => {
    expect((await audit('first', '--version', 'v1.35.2')).code).toBe(0)
    const [kept] = (await read('first')).checkpoints ?? []
    showFork(await forkOf(release, lab.log.size), release)
    expect((await audit('second', '--version', 'v1.35.2', ...baseline('first'))).code).toBe(1)
    const { releases, checkpoints, outcome } = await read('second')
    expect(outcome).toBe('rejected')
    const [finding] = releases[0]?.findings.filter(({ code }) => code === 'LOG_INCONSISTENT') ?? []
    expect(finding).toMatchObject({ severity: 'alarm' })
    expect(finding?.message).toContain(JSON.stringify(kept?.checkpoint))
    // What was kept stays the one to compare with.
    expect(checkpoints?.[0]?.checkpoint).toBe(kept?.checkpoint)
  })

  test('a proof that does not come is a warning, and the next audit asks again', async () => {
    await audit('first', '--version', 'v1.35.2')
    const [kept] = (await read('first')).checkpoints ?? []
    const [version] = await publishNext()
    lab.rekor.override(proofUrl(kept?.treeSize ?? 0, lab.log.size), switchedOff)
    expect((await audit('second', '--version', version, ...baseline('first'))).code).toBe(3)
    const { releases, checkpoints, outcome } = await read('second')
    expect(outcome).toBe('unverifiable')
    expect(releases[0]?.findings).toEqual([
      expect.objectContaining({ code: 'LOG_CONSISTENCY_UNPROVEN', severity: 'warning' }),
    ])
    expect(checkpoints?.[0]?.checkpoint).toBe(kept?.checkpoint)
  })

  test('a baseline with a checkpoint that the log did not sign', async () => {
    await audit('first', '--version', 'v1.35.2')
    const file = join(job.folder, 'first', 'report.json')
    const report = await read('first')
    const checkpoints = report.checkpoints?.map((each) => ({
      ...each,
      checkpoint: each.checkpoint.replace(/\n\d+\n/, '\n7\n'),
    }))
    await writeFile(file, JSON.stringify({ ...report, checkpoints }))
    const result = await audit('second', '--version', 'v1.35.2', ...baseline('first'))
    expect([result.code, (await read('second')) as object]).toEqual([
      1,
      expect.objectContaining({ error: expect.objectContaining({ code: 'CHECKPOINT_INVALID' }) as object }),
    ])
  })
})

/** As on another machine: nothing that was proven before is at hand. */
async function withNewCache(run: () => Promise<StepResult>): Promise<StepResult> {
  const { rename, mkdir } = await import('node:fs/promises')
  await rename(job.runner.toolCache, `${job.runner.toolCache}-former`)
  await mkdir(job.runner.toolCache)
  return run()
}
