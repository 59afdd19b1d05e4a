// The scripts that complete words, read and asked by the shells themselves where those are there.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SHELLS, flagsOf } from '../../src/cli/command-flags.js'
import { formatCompletion } from '../../src/cli/completion.js'
import { commandsOf } from '../../src/request/commands.js'
import { ROOT } from '../support/folders.js'

const folder = mkdtempSync(join(tmpdir(), 'completion-test-'))
const script = (shell: (typeof SHELLS)[number]): string => join(folder, shell)
const isThere = (program: string): boolean => spawnSync(program, ['--version']).error === undefined
const testWith = (program: string): typeof test => (isThere(program) ? test : test.skip)

beforeAll(() => {
  for (const shell of SHELLS) writeFileSync(script(shell), formatCompletion(shell))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

test.each(SHELLS)('%s knows every command and every flag', (shell) => {
  const text = formatCompletion(shell)
  for (const command of commandsOf('cli')) {
    for (const word of command.split(' ')) expect(text).toContain(word)
    for (const [flag] of flagsOf(command))
      expect(text).toContain(shell === 'fish' ? `-l ${flag} ` : `--${flag}`)
  }
})

for (const shell of ['bash', 'zsh', 'fish'] as const) {
  testWith(shell)(`${shell} can read its script`, () => {
    expect(spawnSync(shell, ['-n', script(shell)], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    })
  })
}

const CASES: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['ge'], ['get']],
  [['get', 'kubeadm', '--expected'], ['--expected-sha256']],
  [
    ['get', '--format', ''],
    ['json', 'text'],
  ],
  [['audit', '--depth', 'd'], ['digest']],
  [['get', 'kube-ap'], ['kube-apiserver']],
  [['completion', 'z'], ['zsh']],
  [['help', 'plan-'], ['plan-shards']],
  [['help', 'loc'], ['lock']],
  [['loc'], ['lock']],
  [
    ['lock', ''],
    ['diff', 'update'],
  ],
  [['lock', 'up'], ['update']],
  [['lock', 'update', '--lock'], ['--lock-file']],
  [['lock', 'diff', '--format', 'm'], ['markdown']],
]

testWith('bash').each(CASES)('bash completes %p to %p', (words, wanted) => {
  const line = ['verify-k8s-artifacts', ...words].map((word) => `'${word}'`).join(' ')
  const ask = `. "$1"; COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _verify_k8s_artifacts; printf '%s\\n' "\${COMPREPLY[@]}"`
  const { stdout, stderr } = spawnSync('bash', ['-c', ask, 'bash', script('bash')], { encoding: 'utf8' })
  expect([stdout.trim().split('\n').sort(), stderr]).toEqual([wanted, ''])
})

testWith('fish').each(CASES)('fish completes %p to %p', (words, wanted) => {
  const line = ['verify-k8s-artifacts', ...words].join(' ')
  const ask = `source '${script('fish')}'; complete -C '${line}'`
  const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder }
  const { stdout } = spawnSync('fish', ['--no-config', '-c', ask], { encoding: 'utf8', env })
  const offered = stdout
    .trim()
    .split('\n')
    .map((each) => each.split('\t')[0])
  expect(offered.sort()).toEqual(wanted)
})

testWith('man')('the manual page is one that man can read', () => {
  const page = join(ROOT, 'docs/verify-k8s-artifacts.1')
  const { status, stdout, stderr } = spawnSync('man', ['--warnings', '-l', page], {
    encoding: 'utf8',
    env: { ...process.env, MANWIDTH: '80', LC_ALL: 'C' },
  })
  expect([status, stderr]).toEqual([0, ''])
  for (const command of commandsOf('cli')) expect(stdout).toContain(`verify-k8s-artifacts ${command}`)
  expect(readFileSync(page, 'utf8')).toContain('EXIT STATUS')
})
