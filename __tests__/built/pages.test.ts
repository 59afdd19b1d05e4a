// The commands that the pages show, run as they stand there against the lab.
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TARGET } from '../../src/lab/hostile.js'
import { runCommand } from '../../src/lab/runner.js'
import { DIST } from '../support/folders.js'
import { withJob } from '../support/job.js'
import { PAGES, blocksOf, statementsOf } from '../support/pages.js'

/** What starts this program, however a page calls it. */
const OURS = /^(?:npx (?:--yes )?|\.\/)?verify-k8s-artifacts(?:@\S+)? /
/** What cannot run here, and why. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/ image | artifacts=?images/, 'asks registry.k8s.io: __tests__/built/images.test.ts'],
  [/ entry /, 'an entry of the public log: __tests__/built/entry.test.ts'],
  [/github\.com\/(?:example|org)\//, "another project's release: __tests__/built/url.test.ts"],
  [/ audit /, 'minutes long: __tests__/built/audit.test.ts'],
  [/ demo$/, 'run by .ci/run and __tests__/built/package.test.ts'],
  [/ completion /, 'for a shell at a terminal: __tests__/cli/completion.test.ts'],
]
const PREPARED = ['kubectl', 'kubectl.sig', 'kubectl.cert', 'entry.json']

const { lab, release, job } = await withJob(async (each) => {
  for (const [minor, version] of [
    ['1.34', 'v1.34.5'],
    ['1.33', 'v1.33.9'],
  ] as const) {
    await each.publish({ version })
    each.channels.set(`stable-${minor}.txt`, version)
  }
  each.channels.set('stable-1.35.txt', 'v1.35.2')
  const names = ['kubectl', 'kubeadm', 'kubelet', 'kube-proxy', 'kube-log-runner']
  const binaries = names.map((name) => `bin/linux/amd64/${name}`)
  return each.publish({ version: 'v1.35.2', paths: [...binaries, 'kubernetes-release.spdx'] })
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
