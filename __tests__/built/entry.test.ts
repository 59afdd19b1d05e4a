// `entry`, by the built command line: what the log says, once it is proven.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Finished, runProgram } from '../../src/lab/runner.js'
import { bundleV1 } from '../../src/lab/bundles.js'
import { switchedOff } from '../../src/lab/rekor-api.js'
import { type Behaviour, behaviours } from '../../src/lab/web-server.js'
import { DIST } from '../support/folders.js'
import { withJob } from '../support/job.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const { lab, release, job } = await withJob((started) =>
  started.publish({ version: 'v1.35.2', paths: [KUBECTL, 'bin/linux/amd64/kubeadm'] }),
)
const kubectl = release.artifact(KUBECTL)

beforeEach(async () => {
  for (const ending of ['.sig', '.cert'])
    await writeFile(join(job.folder, `kubectl${ending}`), kubectl.sidecars[ending] ?? '')
})

const entry = (...argv: string[]): Promise<Finished> =>
  runProgram(join(DIST, 'cli.js'), [
    'entry',
    ...argv,
    '--rekor-url',
    lab.rekorUrl,
    '--trusted-root',
    job.trustedRoot,
  ])
const logIndex = (): string => String(lab.log.answer(kubectl.entry).logIndex)
const evidence = (): string[] => [
  '--signature',
  join(job.folder, 'kubectl.sig'),
  '--certificate',
  join(job.folder, 'kubectl.cert'),
]

test.each<[string, () => string[]]>([
  ['its UUID', () => [lab.log.uuid(kubectl.entry.leafHash)]],
  ['its leaf hash', () => [kubectl.entry.leafHash]],
  ['its index', () => [logIndex()]],
  ['the digest of what it is about', () => [`sha256:${kubectl.sha256}`]],
  ['digest, signature and certificate', () => [`sha256:${kubectl.sha256}`, ...evidence()]],
])('by %s: in the fields that rekor-cli prints', async (_, name) => {
  const { code, stdout, stderr } = await entry(...name())
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const time = new Date(kubectl.entry.integratedTime * 1000).toISOString().replace('.000Z', 'Z')
  expect(stdout.split('\n').slice(0, 4)).toEqual([
    `LogID: ${lab.log.logId}`,
    `Index: ${logIndex()}`,
    `IntegratedTime: ${time}`,
    `UUID: ${lab.log.uuid(kubectl.entry.leafHash)}`,
  ])
  expect(stdout).toContain(`"value": "${kubectl.sha256}"`)
  expect(stdout).toContain('✓ inclusion-proof: passed')
  expect(stdout.endsWith('\nverified\n')).toBe(true)
  const json = JSON.parse((await entry(...name(), '--format', 'json')).stdout) as {
    outcome: string
    entries: { entry: { body: unknown } }[]
  }
  expect(json.outcome).toBe('verified')
  expect(json.entries.map((each) => each.entry.body)).toEqual([JSON.parse(kubectl.entry.body.toString())])
})

interface Answer {
  integratedTime: number
  body: string
  verification: { inclusionProof: { rootHash: string; checkpoint: string }; signedEntryTimestamp?: string }
}
const changed =
  (change: (answer: Answer) => void): (() => Behaviour) =>
  () =>
    behaviours.rewrite((genuine) => {
      // A shard that has no copy.
      if (genuine.length === 0) return genuine
      const answers = JSON.parse(genuine.toString()) as Record<string, Answer>
      for (const answer of Object.values(answers)) change(answer)
      return JSON.stringify(answers)
    })

test.each<[string, () => Behaviour, number, string]>([
  ['another time', changed((answer) => answer.integratedTime++), 1, 'SIGNED_ENTRY_TIMESTAMP_INVALID'],
  [
    'another root',
    changed(({ verification }) => (verification.inclusionProof.rootHash = '0'.repeat(64))),
    1,
    'INCLUSION_PROOF_INVALID',
  ],
  [
    'no checkpoint of the log’s',
    changed(
      ({ verification: { inclusionProof } }) =>
        (inclusionProof.checkpoint = inclusionProof.checkpoint.replace(/\n\d+\n/, '\n1\n')),
    ),
    1,
    'CHECKPOINT_INVALID',
  ],
  [
    'no promise',
    changed(({ verification }) => delete verification.signedEntryTimestamp),
    3,
    'LOG_TIME_UNPROVEN',
  ],
  [
    'another body',
    changed((answer) => (answer.body = Buffer.from('{}').toString('base64'))),
    3,
    'EVIDENCE_UNREADABLE',
  ],
  ['HTML', () => behaviours.html(), 3, 'FETCH_ANSWER_UNEXPECTED'],
  ['nothing', () => behaviours.status(404), 3, 'EVIDENCE_LOG_ENTRY_MISSING'],
])('%s: said, and nothing of the entry shown', async (_, behaviour, exitCode, error) => {
  // Shard by shard, so that whatever is asked answers the same.
  lab.rekor.override('entries/retrieve', switchedOff)
  lab.rekor.override(kubectl.entry.leafHash, behaviour())
  const { code, stdout } = await entry(kubectl.entry.leafHash)
  expect(code).toBe(exitCode)
  expect(stdout).toContain(error)
  expect(stdout).not.toContain('Index:')
})

test('one copy that does not verify is no fault of the entry: another shard’s answer has it', async () => {
  lab.rekor.override(`entries/${kubectl.entry.leafHash}`, behaviours.html())
  expect((await entry(kubectl.entry.leafHash)).code).toBe(0)
})

test('the log answers with another entry', async () => {
  const other = lab.log.answer(kubectl.entry)
  lab.rekor.override('?logIndex=1', behaviours.body(lab.answerFor(kubectl.entry.leafHash, other)))
  const { code, stdout } = await entry('1')
  expect({ code, said: stdout.includes('answered with another entry') }).toEqual({ code: 3, said: true })
})

test('the search knows nothing, or talks nonsense', async () => {
  const unknown = await entry(`sha256:${'0'.repeat(64)}`)
  expect([unknown.code, /error: (\w+)/.exec(unknown.stderr)?.[1]]).toEqual([3, 'EVIDENCE_LOG_ENTRY_MISSING'])
  lab.rekor.override('index/retrieve', behaviours.body('["../../evil"]'))
  const nonsense = await entry(`sha256:${kubectl.sha256}`)
  expect([nonsense.code, /error: (\w+)/.exec(nonsense.stderr)?.[1]]).toEqual([3, 'FETCH_ANSWER_UNEXPECTED'])
})

test.each([
  [[], 'INPUT_INVALID'],
  [['xyz'], 'INPUT_INVALID'],
  [['-1'], 'INPUT_UNKNOWN'],
  [['7', '--signature', 'x', '--certificate', 'y'], 'INPUT_CONFLICT'],
  [[`sha256:${'0'.repeat(64)}`, '--signature', 'x'], 'INPUT_REQUIRED'],
])('bad input: %j', async (argv, error) => {
  const { code, stderr } = await entry(...argv)
  expect([code, /error: (\w+)/.exec(stderr)?.[1]]).toEqual([2, error])
})

test('as in a bundle, and as rekor-cli prints it', async () => {
  const tle = await entry(kubectl.entry.leafHash, '--format', 'tle')
  expect(tle.code).toBe(0)
  const bundle = bundleV1(lab, kubectl) as { verificationMaterial: { tlogEntries: object[] } }
  // The lab's log signs anew for every answer; all else is the same, field by field.
  const withoutSignatures = (text: string): unknown =>
    JSON.parse(
      text
        .replace(/("signedEntryTimestamp": ?)"[^"]+"/, '$1""')
        .replace(/— rekor\.lab\.example [^\\]+/, '— rekor.lab.example'),
    )
  const [expected] = bundle.verificationMaterial.tlogEntries
  expect(withoutSignatures(tle.stdout)).toEqual(withoutSignatures(JSON.stringify(expected)))
  const rekor = await entry(kubectl.entry.leafHash, '--format', 'rekor')
  const { spec } = JSON.parse(kubectl.entry.body.toString()) as { spec: object }
  expect(JSON.parse(rekor.stdout)).toEqual({
    Attestation: '',
    AttestationType: '',
    Body: { HashedRekordObj: spec },
    LogIndex: Number(logIndex()),
    IntegratedTime: kubectl.entry.integratedTime,
    UUID: lab.log.uuid(kubectl.entry.leafHash),
    LogID: lab.log.logId,
  })
})

describe('an entry that somebody logged again, in two shards', () => {
  const late = (): Date => new Date(lab.now.getTime() - 24 * 3600_000)
  beforeEach(() => {
    for (const tree of [lab.nextTree, lab.activeTree]) tree.logAgain(kubectl.entry, late())
  })
  const indexOf = (tree: typeof lab.log): string => {
    const copy = tree.find(kubectl.entry.leafHash)
    return String(copy === undefined ? '' : tree.answer(copy).logIndex)
  }

  test.each<[string, () => string[]]>([
    ['its leaf hash', () => [kubectl.entry.leafHash]],
    ['its digest', () => [`sha256:${kubectl.sha256}`]],
    ['digest, signature and certificate', () => [`sha256:${kubectl.sha256}`, ...evidence()]],
  ])('by %s: the earliest copy is shown, and the others are named', async (_, name) => {
    const { code, stdout, stderr } = await entry(...name())
    expect([code, /^Index: (\d+)$/m.exec(stdout)?.[1]]).toEqual([0, logIndex()])
    expect(stdout.match(/^Index: /gm)).toHaveLength(1)
    expect(stderr).toContain(
      `log entry ${logIndex()} is the earliest copy that the log proves; the same was logged again: `,
    )
    for (const tree of [lab.nextTree, lab.activeTree]) expect(stderr).toContain(`${indexOf(tree)} of `)
  })

  test('by the UUID of one copy, or its index: that copy', async () => {
    for (const name of [lab.activeTree.uuid(kubectl.entry.leafHash), indexOf(lab.activeTree)]) {
      const { code, stdout } = await entry(name)
      expect([code, /^Index: (\d+)$/m.exec(stdout)?.[1]]).toEqual([0, indexOf(lab.activeTree)])
    }
  })

  test('a log without batches is asked shard by shard; without a list of shards it is said', async () => {
    lab.rekor.override('entries/retrieve', switchedOff)
    const byShard = await entry(kubectl.entry.leafHash)
    expect([byShard.code, /^Index: (\d+)$/m.exec(byShard.stdout)?.[1]]).toEqual([0, logIndex()])
    lab.rekor.override('/api/v1/log', behaviours.status(404))
    const unknown = await entry(kubectl.entry.leafHash)
    expect([unknown.code, /^Index: (\d+)$/m.exec(unknown.stdout)?.[1]]).toEqual([0, indexOf(lab.activeTree)])
    expect(unknown.stderr).toContain('whether another shard has an earlier copy is not known: ')
  })

  test('an earlier copy that does not verify is passed over', async () => {
    lab.rekor.override('entries/retrieve', switchedOff)
    lab.rekor.override(
      lab.log.uuid(kubectl.entry.leafHash),
      changed(({ verification }) => (verification.inclusionProof.rootHash = '0'.repeat(64)))(),
    )
    const { code, stdout } = await entry(kubectl.entry.leafHash)
    expect(code).toBe(0)
    expect([indexOf(lab.nextTree), indexOf(lab.activeTree)]).toContain(/^Index: (\d+)$/m.exec(stdout)?.[1])
  })
})
