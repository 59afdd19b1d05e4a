// The commands that the pages show, run as they stand there against the lab.
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathOf, placesIn } from '../../src/kubernetes/catalogue.js'
import { TARGET } from '../../src/lab/hostile.js'
import { runCommand } from '../../src/lab/runner.js'
import { DIST } from '../support/folders.js'
import { withJob } from '../support/job.js'
import { OUR_ACTION, PAGES, blocksOf, statementsOf, stepsOf } from '../support/pages.js'

/** What starts this program, however a page calls it. */
const OURS = /^(?:npx (?:--yes )?|\.\/)?verify-k8s-artifacts(?:@\S+)? /
/** What cannot run here, and why. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/ image | artifacts=?images/, 'asks registry.k8s.io: __tests__/built/images.test.ts'],
  [/ entry /, 'an entry of the public log: __tests__/built/entry.test.ts'],
  [/github\.com\/(?:example|org)\//, "another project's release: __tests__/built/url.test.ts"],
  [/ audit /, 'minutes long: __tests__/built/audit.test.ts'],
  [/ demo$/, 'run by .ci/run and __tests__/built/package.test.ts'],
  [/ lock (?:update|diff) /, 'over a lock file that moves: __tests__/built/lock-update.test.ts'],
  [/ completion /, 'for a shell at a terminal: __tests__/cli/completion.test.ts'],
]
const PREPARED = ['kubectl', 'kubectl.sig', 'kubectl.cert', 'entry.json']

/** Tarballs of the lab's are none. */
const PATHS = placesIn('v1.35.2')
  .filter(({ entry }) => entry.kind === 'binary' || entry.name === 'release-sbom')
  .map(({ entry, platform }) => pathOf(entry, platform))
/** Steps that cannot run here, and why. */
const STEPS_ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/"artifacts":"images"/, 'asks registry.k8s.io: __tests__/built/images.test.ts'],
  [/"url":/, "another project's release: __tests__/built/url.test.ts"],
  [/"release-url":/, 'a mirror of somebody: __tests__/built/mirror.test.ts'],
  [/"files":/, 'files of somebody: __tests__/built/files.test.ts'],
  [/"version-file":/, "a file of somebody's: __tests__/request/version-file.test.ts"],
  [/"expected-sha256":|v1\.35\.0/, 'of the public release: __tests__/built/release.test.ts'],
  [/"log-checkpoint":|"minimum-age":/, 'have suites of their own'],
]

const { lab, release, job } = await withJob(async (each) => {
  const publish = (version: string): ReturnType<typeof each.publish> =>
    each.publish({ version, paths: PATHS })
  for (const [minor, version] of [
    ['1.34', 'v1.34.5'],
    ['1.33', 'v1.33.9'],
  ] as const) {
    await publish(version)
    each.channels.set(`stable-${minor}.txt`, version)
  }
  each.channels.set('stable-1.35.txt', 'v1.35.2')
  return publish('v1.35.2')
})
const onPosix = process.platform === 'win32' ? test.skip : test
const commands = PAGES.map((page) => ({
  page,
  statements: blocksOf(page, 'sh')
    .flatMap(statementsOf)
    .filter((statement) => OURS.test(statement)),
})).filter(({ statements }) => statements.length > 0)
const isElsewhere = (statement: string): boolean => ELSEWHERE.some(([pattern]) => pattern.test(statement))

test('what cannot run here is still shown', () => {
  const shown = PAGES.flatMap((page) => blocksOf(page, 'sh')).join('\n')
  expect(ELSEWHERE.filter(([pattern]) => !new RegExp(pattern.source, 'm').test(shown))).toEqual([])
})

onPosix.each(commands.filter(({ statements }) => !statements.every(isElsewhere)))(
  'the commands of $page do what they say',
  async ({ statements }) => {
    const folder = join(job.folder, 'here')
    await prepare(folder)
    for (const statement of statements.filter((each) => !isElsewhere(each))) {
      const finished = await run(statement, folder)
      expect([statement, finished.code, finished.stderr]).toEqual([statement, 0, expect.any(String)])
    }
    expect(PREPARED.every((name) => existsSync(join(folder, name)))).toBe(true)
  },
)

const steps = PAGES.flatMap((page) =>
  stepsOf(page)
    .filter(({ uses = '' }) => (OUR_ACTION.exec(uses)?.[1] ?? '') === '')
    .map((step) => ({ page, inputs: step.with ?? {} })),
).filter(({ inputs }) => !STEPS_ELSEWHERE.some(([pattern]) => pattern.test(JSON.stringify(inputs))))
/** The same step on two pages is run once. */
const uniqueSteps = [...new Map(steps.map((step) => [JSON.stringify(step.inputs), step])).values()]

test('there are steps that run here', () => {
  expect(steps.length).toBeGreaterThan(9)
})

test.each(uniqueSteps)('the step of $page does what it says: $inputs', async ({ inputs }) => {
  const given = Object.fromEntries(
    Object.entries(inputs).map(([name, value]): [string, string] => [
      name,
      name === 'lock-file'
        ? join(job.folder, String(value))
        : String(value).replace('${{ runner.temp }}', job.folder),
    ]),
  )
  // What is frozen was written by the run before.
  if (given['frozen'] === 'true') expect((await job.step({ ...given, frozen: 'false' })).code).toBe(0)
  const { code, outputs } = await job.step(given)
  expect([code, outputs['outcome']]).toEqual([0, 'verified'])
})

/** A folder with a file and its evidence, and with the program on the PATH. */
async function prepare(folder: string): Promise<void> {
  await mkdir(join(folder, 'path'), { recursive: true })
  const { content, sidecars, entry } = release.artifact(TARGET)
  await writeFile(join(folder, 'kubectl'), Buffer.concat([...content.chunks()]))
  for (const [ending, bytes] of Object.entries(sidecars))
    await writeFile(join(folder, `kubectl${ending}`), bytes)
  await writeFile(join(folder, 'entry.json'), lab.answerFor(entry.leafHash, lab.log.answer(entry)))
  const programs = {
    'verify-k8s-artifacts': `exec '${process.execPath}' '${join(DIST, 'cli.js')}' "$@" $LAB_FLAGS`,
    npx: '[ "$1" != --yes ] || shift; shift; exec verify-k8s-artifacts "$@"',
  }
  for (const [name, script] of Object.entries(programs)) {
    const path = join(folder, 'path', name)
    writeFileSync(path, `#!/bin/sh\n${script}\n`)
    chmodSync(path, 0o755)
  }
}

/** Runs a command in a folder, with the lab in the place of the public services. */
function run(statement: string, folder: string): ReturnType<typeof runCommand> {
  const command = statement
    .replaceAll('https://dl.k8s.io', lab.releaseUrl)
    .replaceAll('/usr/bin/kubectl', './kubectl')
    .replaceAll('sha256:DIGEST', `sha256:${release.artifact(TARGET).sha256}`)
    .replace(/^\.\/verify-k8s-artifacts/, 'verify-k8s-artifacts')
  return runCommand('bash', ['-c', `cd '${folder}' && ${command}`], {
    PATH: `${join(folder, 'path')}:${process.env['PATH'] ?? ''}`,
    LAB_FLAGS: flagsFor(command).join(' '),
  })
}

function flagsFor(command: string): string[] {
  const has = (flag: string): boolean => command.includes(` --${flag}`)
  const flags = ['--trusted-root', job.trustedRoot]
  if (!has('offline')) flags.push('--rekor-url', lab.rekorUrl, '--patience', '0.05')
  if (!has('release-url') && !has('offline')) flags.push('--release-url', lab.releaseUrl)
  const isOfRelease = !command.includes(' verify ') || has('version')
  if (isOfRelease && !has('os')) flags.push('--os', 'linux', '--arch', 'amd64')
  return flags
}
