// The attackers of the threat model (docs/threat-model.md), one by one, against the built programs.
import { execFileSync } from 'node:child_process'
import { chmod, lstat, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '../../src/digest.js'
import { bundleV2 } from '../../src/lab/bundles.js'
import { readAll } from '../../src/lab/content.js'
import { type Finished, runProgram } from '../../src/lab/runner.js'
import { behaviours } from '../../src/lab/web-server.js'
import { DIST, ROOT } from '../support/folders.js'
import { type Inputs, codesOf, withJob } from '../support/job.js'

const KUBECTL = 'bin/linux/amd64/kubectl'
const { lab, job, release } = await withJob(async (started) => {
  const first = await started.publish({ version: 'v1.35.2' })
  await started.publish({ version: 'v1.26.0' })
  return first
})
const genuine = (): Buffer => readAll(release.artifact(KUBECTL).content)
const at = (...names: string[]): string => join(job.folder, ...names)
const toolFolder = (): string => join(job.runner.toolCache, 'kubectl', '1.35.2', 'linux-amd64')
const codeOf = ({ stderr }: Finished): string | undefined => /error: (\w+)/.exec(stderr)?.[1]

const STRANGER = 65534
const isRoot = process.geteuid?.() === 0
const asRoot = isRoot ? test : test.skip
if (!isRoot)
  process.stderr.write('\n!!! not root: the tests with a second user are SKIPPED, not passed !!!\n')

/** The command line that makes a shell another user's. */
const asStranger = (script: string): string[] => [
  ...['--reuid', String(STRANGER), '--regid', String(STRANGER), '--clear-groups', '--', 'sh', '-ec', script],
]
const strangerDoes = (script: string): void =>
  void execFileSync('setpriv', asStranger(script), { stdio: ['ignore', 'ignore', 'inherit'] })

/** Code that the program runs before its own; with a folder to work in, as a checkout is. */
async function inject(body: string): Promise<{ NODE_OPTIONS: string }> {
  const path = at('inject.cjs')
  await writeFile(path, `const fs = require('fs')\n${body}\nrequire('module').syncBuiltinESMExports()\n`)
  return { NODE_OPTIONS: `--require ${path}` }
}

/** A checkout that anybody may have made, as the working folder of a run. */
async function checkout(): Promise<{ NODE_OPTIONS: string }> {
  await mkdir(at('checkout'))
  await mkdir(at('elsewhere'))
  return inject(`process.chdir(${JSON.stringify(at('checkout'))})`)
}

const get = (argv: readonly string[], env: Record<string, string> = {}): Promise<Finished> =>
  runProgram(
    join(DIST, 'cli.js'),
    [...['get', '--version', 'v1.35.2', '--os', 'linux', '--arch', 'amd64'], ...job.flags, ...argv],
    env,
  )

describe('another user of the machine', () => {
  beforeEach(async () => {
    // As on a hosted runner: open to all, and no sticky bit.
    await chmod(job.folder, 0o755)
    await chmod(job.runner.toolCache, 0o777)
  })

  asRoot.each([
    [
      'the staging folder',
      'mv "$STAGING" "$STAGING.gone"; mkdir -p "$STAGING/0.new"; printf evil > "$STAGING/0.new/kubectl"; chmod 755 "$STAGING/0.new/kubectl"',
    ],
    [
      'a link for the staging folder',
      'mkdir -p "$TOOLS/x/0.new"; printf evil > "$TOOLS/x/0.new/kubectl"; mv "$STAGING" "$STAGING.gone"; ln -s "$TOOLS/x" "$STAGING"',
    ],
  ])('swaps %s between hash and rename: nothing of his is exposed', async (_, script) => {
    const env = await inject(`const { execFileSync } = require('child_process')
      const real = fs.promises.rename
      let isDone = false
      fs.promises.rename = (from, to) => {
        if (String(to).endsWith('linux-amd64') && !isDone) {
          isDone = true
          execFileSync('setpriv', ${JSON.stringify(asStranger(script))}, {
            env: { ...process.env, NODE_OPTIONS: '', STAGING: require('path').dirname(from), TOOLS: ${JSON.stringify(job.runner.toolCache)} },
          })
        }
        return real(from, to)
      }`)
    const result = await job.step({}, env)
    expect(result.code).not.toBe(0)
    expect(codesOf(result)).toEqual(['INSTALL_DIGEST_CHANGED'])
    expect([result.outputs['path'], result.path]).toEqual([undefined, []])
    await expect(lstat(toolFolder())).rejects.toThrow('ENOENT')
  })

  asRoot('makes a link of the mark: the victim is not emptied', async () => {
    await writeFile(at('victim'), 'mine', { mode: 0o600 })
    strangerDoes(
      `mkdir -p ${job.runner.toolCache}/kubectl/1.35.2; ln -s ${at('victim')} ${toolFolder()}.complete`,
    )
    const result = await job.step()
    expect(result.outputs['outcome']).toBe('verified')
    // A folder of his is none that we place in.
    expect(result.outputs['path']?.startsWith(job.runner.temp)).toBe(true)
    expect(await readFile(at('victim'), 'utf8')).toBe('mine')
    expect((await lstat(`${toolFolder()}.complete`)).isSymbolicLink()).toBe(true)
  })

  asRoot('puts a pipe in the place of a cached file: nobody is held up', async () => {
    strangerDoes(
      `mkdir -p ${toolFolder()}; mkfifo ${toolFolder()}/kubectl; printf '{}' > ${toolFolder()}/kubectl.sigstore.json; : > ${toolFolder()}.complete`,
    )
    const result = await job.step()
    expect(result.outputs).toMatchObject({ outcome: 'verified', 'cache-hit': 'false' })
    expect(result.outputs['path']?.startsWith(job.runner.temp)).toBe(true)
  })

  asRoot('keeps a forged paper for us: it is not looked at', async () => {
    const papers = join(job.runner.toolCache, '.verify-k8s-artifacts', 'papers')
    strangerDoes(`mkdir -p ${papers}; printf evil > ${papers}/evil; chmod 777 ${papers}`)
    const audit = (): Promise<Finished & { outputs: Readonly<Record<string, string>> }> =>
      job.runner.step(
        {
          ...job.servers,
          version: 'v1.35.2',
          artifacts: 'kubectl',
          os: 'linux',
          arch: 'amd64',
          report: at('report'),
        },
        {},
        'audit.js',
      )
    const result = await audit()
    expect([result.code, result.outputs['outcome']]).toEqual([0, 'verified'])
    // Nothing of ours is kept in a folder of his.
    expect(await readdir(papers)).toEqual(['evil'])
  })
})

describe('a kept paper that was forged in our own folder, with the site’s tag', () => {
  test('is found out: it is not the one that was signed', async () => {
    const audit = (): Promise<Finished> =>
      runProgram(
        join(DIST, 'cli.js'),
        [
          ...['audit', '--version', 'v1.35.2', '--artifacts', 'kubectl', '--os', 'linux', '--arch', 'amd64'],
          ...job.flags,
          ...['--report', at('report')],
        ],
        { XDG_CACHE_HOME: at('cache') },
      )
    expect((await audit()).code).toBe(0)
    const folder = at('cache', 'verify-k8s-artifacts', 'papers')
    const names = (await readdir(folder)).filter((name) => !name.endsWith('.json'))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) {
      const forged = 'SPDXVersion: SPDX-2.3\n'
      const meta = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as Record<string, string>
      await writeFile(join(folder, name), forged)
      const sha256 = digestOf(Buffer.from(forged)).hex
      await writeFile(join(folder, `${name}.json`), JSON.stringify({ ...meta, sha256 }))
    }
    const second = await audit()
    expect(second.code).not.toBe(0)
    expect(second.stdout + second.stderr).toMatch(/RELEASE_SBOM_|DIGEST_MISMATCH|SIGNATURE_INVALID/)
  })
})

describe('a lock file', () => {
  const path = (): string => at('lock.json')
  const frozen = (version: string): ReturnType<typeof job.step> =>
    job.step({ version, 'lock-file': path(), frozen: 'true' })

  test.each([
    ['stable-1.35', 'v1.26.0'],
    ['stable', 'v1.36.0-alpha.1'],
    ['>=1.35 <1.36', 'v1.26.0'],
  ])('takes another release for %s: refused', async (spec, other) => {
    expect((await job.step({ version: 'v1.26.0', 'lock-file': path() })).code).toBe(0)
    const lock = (await readFile(path(), 'utf8')).replace('"v1.26.0": [', `${JSON.stringify(spec)}: [`)
    await writeFile(path(), lock.replaceAll('"v1.26.0"', JSON.stringify(other)))
    const result = await frozen(spec)
    expect([result.code, codesOf(result)]).toEqual([expect.any(Number), ['LOCK_MISMATCH']])
    expect([result.code === 0, result.outputs['path'], result.path]).toEqual([false, undefined, []])
  })
})

describe('who can write a shard’s report, or its plan', () => {
  type Json = Record<string, unknown>
  interface Report extends Json {
    releases: { artifacts: { outcome: string; depth: string; checks: Record<string, string> }[] }[]
    signers: { release: { certificateIdentity: string } }
  }
  const audits = (...argv: string[]): Promise<Finished> =>
    runProgram(join(DIST, 'cli.js'), argv, { XDG_CACHE_HOME: at('cache') })
  const sources = (): readonly string[] => job.flags
  const merge = (): Promise<Finished> =>
    audits('merge', ...['--plan', at('audit-plan.json'), '--reports', at('shard'), '--report', at('merged')])
  const shardOf = (...argv: string[]): Promise<Finished> =>
    audits(
      'audit',
      ...['--plan', at('audit-plan.json'), '--shard', '1', '--report', at('shard'), ...sources(), ...argv],
    )
  const edit = async (path: string, change: (report: Report) => void): Promise<void> => {
    const report = JSON.parse(await readFile(path, 'utf8')) as Report
    change(report)
    await writeFile(path, JSON.stringify(report))
  }

  beforeEach(async () => {
    const scope = ['--version', 'v1.35.2', '--artifacts', 'kubectl', '--os', 'linux', '--arch', 'amd64']
    const planned = await audits(
      'plan-shards',
      ...scope,
      '--shards',
      '1',
      ...sources(),
      '--report',
      job.folder,
    )
    expect(planned.code).toBe(0)
    expect((await shardOf()).code).toBe(0)
  })

  test('what nobody changed is merged', async () => {
    expect((await merge()).code).toBe(0)
  })

  test.each<[string, (report: Report) => void]>([
    [
      'verified, with a check that failed',
      ({ releases: [release] }) => {
        for (const { checks } of release?.artifacts ?? []) checks['signature'] = 'failed'
      },
    ],
    [
      'verified, with no check',
      ({ releases: [release] }) => {
        for (const artifact of release?.artifacts ?? []) artifact.checks = {}
      },
    ],
    ['of 2020', (report) => Object.assign(report, { startedAt: '2020-01-01T00:00:00.000Z' })],
    [
      'before the plan',
      (report) => Object.assign(report, { startedAt: new Date(Date.now() - 3600_000).toISOString() }),
    ],
    [
      'another signer',
      ({ signers }) => Object.assign(signers.release, { certificateIdentity: 'evil@example.com' }),
    ],
    ['another trusted root', (report) => Object.assign(report, { trustedRoot: 'file /evil.json' })],
    ['another depth', (report) => Object.assign(report, { depth: 'full' })],
    ['another version of the program', (report) => Object.assign(report, { program: '0.0.1' })],
  ])('%s: refused, and nothing is written', async (_, change) => {
    await edit(at('shard', 'report.json'), change)
    const result = await merge()
    expect([result.code, codeOf(result)]).toEqual([expect.any(Number), 'SHARD_MISMATCH'])
    expect(result.code).not.toBe(0)
    await expect(lstat(at('merged', 'report.json'))).rejects.toThrow('ENOENT')
  })

  test('digest depth where the plan takes the bytes: refused', async () => {
    await edit(at('audit-plan.json'), (plan) => {
      for (const release of plan.releases as unknown as { items: { depth: string }[] }[])
        for (const item of release.items) item.depth = 'full'
    })
    expect(codeOf(await merge())).toBe('SHARD_MISMATCH')
  })

  test('another depth than the plan’s is a conflict, and so is any input that a plan has decided', async () => {
    for (const argv of [
      ['--depth', 'full'],
      ['--version', 'v1.26.0'],
      ['--artifacts', 'kubeadm'],
    ]) {
      const result = await shardOf(...argv)
      expect([result.code, codeOf(result)]).toEqual([2, 'INPUT_CONFLICT'])
    }
  })
})

describe('who hands over a bundle with a statement', () => {
  const STATEMENT = 'https://in-toto.io/Statement/v1'
  const VSA = 'https://slsa.dev/verification_summary/v1'
  const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1'
  const SLSA = 'https://slsa.dev/provenance/v1'

  async function verify(
    predicateType: string,
    predicate: object,
    argv: readonly string[] = [],
  ): Promise<Finished> {
    const { sha256 } = release.artifact(KUBECTL)
    const statement = {
      _type: STATEMENT,
      subject: [{ name: 'kubectl', digest: { sha256 } }],
      predicateType,
      predicate,
    }
    await writeFile(at('kubectl'), genuine())
    await writeFile(at('bundle.json'), JSON.stringify(await bundleV2(lab, genuine(), { statement })))
    return runProgram(join(DIST, 'cli.js'), [
      ...[
        'verify',
        at('kubectl'),
        '--bundle',
        at('bundle.json'),
        '--trusted-root',
        job.trustedRoot,
        '--offline',
      ],
      ...argv,
    ])
  }

  test.each<[string, string, object, readonly string[], number]>([
    ['provenance', SLSA, {}, [], 0],
    ['a summary that says PASSED', VSA, { verificationResult: 'PASSED' }, [], 0],
    ['a summary that says FAILED', VSA, { verificationResult: 'FAILED' }, [], 1],
    ['a summary that says nothing', VSA, {}, [], 3],
    ['a test result that failed', TEST_RESULT, { result: 'FAILED' }, [], 1],
    ['a type that nobody knows', 'https://example.com/x', {}, [], 3],
    [
      'a type that nobody knows, named',
      'https://example.com/x',
      {},
      ['--predicate-type', 'https://example.com/x'],
      0,
    ],
    ['FAILED, named', VSA, { verificationResult: 'FAILED' }, ['--predicate-type', VSA], 1],
    ['no type at all', '', {}, [], 3],
  ])('%s', async (_, type, predicate, argv, code) => {
    expect((await verify(type, predicate, argv)).code).toBe(code)
  })
})

describe('a checkout with links in it', () => {
  test.each(['report', 'bundles-dir', 'lock-file'])('%s: nothing is written outside', async (input) => {
    const env = await checkout()
    await symlink(at('elsewhere'), at('checkout', 'out'))
    const value = input === 'lock-file' ? 'out/lock.json' : 'out'
    const result = await job.step({ [input]: value }, env)
    // Of a report it is said twice: what went wrong could not be reported there, either.
    expect([result.code, [...new Set(codesOf(result))]]).toEqual([3, ['INSTALL_PATH_UNSAFE']])
    expect(await readdir(at('elsewhere'))).toEqual([])
    expect(result.path).toEqual([])
  })

  test('--output: nothing is written outside', async () => {
    const env = await checkout()
    await symlink(at('elsewhere'), at('checkout', 'out'))
    const result = await get(['--output', 'out'], env)
    expect([result.code, codeOf(result)]).toEqual([3, 'INSTALL_PATH_UNSAFE'])
    expect(await readdir(at('elsewhere'))).toEqual([])
    const below = await get(['--output', 'out/deeper'], env)
    expect([below.code, codeOf(below)]).toEqual([3, 'INSTALL_PATH_UNSAFE'])
    expect(await readdir(at('elsewhere'))).toEqual([])
  })

  test('a link at a file’s own name is replaced, and what it led to stays', async () => {
    const env = await checkout()
    await writeFile(at('elsewhere', 'victim'), 'mine')
    await mkdir(at('checkout', 'out'))
    for (const name of ['kubectl', 'kubectl.sigstore.json'])
      await symlink(at('elsewhere', 'victim'), at('checkout', 'out', name))
    expect((await get(['--output', 'out'], env)).code).toBe(0)
    expect(await readFile(at('elsewhere', 'victim'), 'utf8')).toBe('mine')
    expect((await readFile(at('checkout', 'out', 'kubectl'))).equals(genuine())).toBe(true)
  })

  test('a version-file that is a link out of it is not read, and no file is quoted', async () => {
    const env = await checkout()
    await writeFile(at('elsewhere', 'secret'), 'hunter2-hunter2\n')
    await symlink(at('elsewhere', 'secret'), at('checkout', 'VERSION'))
    const step = (file: string): ReturnType<typeof job.step> =>
      job.step({ version: '', 'version-file': file }, env)
    const linked = await step('VERSION')
    expect([linked.code, codesOf(linked)]).toEqual([2, ['INPUT_INVALID']])
    // And one that the workflow names itself, which holds something else than people think.
    for (const text of [
      'hunter2-hunter2\n',
      'hunter2 hunter2\nhunter2\n',
      'kubectl hunter2-hunter2 hunter2\n',
    ]) {
      for (const name of ['VERSION.txt', '.tool-versions']) {
        await writeFile(at('checkout', name), text)
        const named = await step(name)
        expect(named.code).toBe(2)
        expect(linked.stdout + named.stdout + named.stderr + named.summary).not.toContain('hunter2')
      }
    }
  })
})

describe('a folder of the user’s that is called like the artifact', () => {
  test.each(['cli', 'report'])('is not replaced: %s', async (what) => {
    const name = what === 'cli' ? 'kubectl' : 'report.json'
    await mkdir(at('out', name), { recursive: true })
    await writeFile(at('out', name, 'mine'), 'mine')
    if (what === 'cli') {
      const result = await get(['--output', at('out')])
      expect([result.code, codeOf(result)]).toEqual([3, 'INSTALL_PATH_UNSAFE'])
    } else expect(codesOf(await job.step({ report: at('out') }))[0]).toBe('INSTALL_PATH_UNSAFE')
    expect(await readdir(at('out'))).toEqual([name])
    expect(await readFile(at('out', name, 'mine'), 'utf8')).toBe('mine')
  })
})

describe('the log', () => {
  test('files an entry under a tree that it is not in: that is not told', async () => {
    const { leafHash } = release.artifact(KUBECTL).entry
    const genuineUuid = lab.log.uuid(leafHash)
    expect(genuineUuid.startsWith('ffff')).toBe(false)
    lab.rekor.override(
      leafHash,
      behaviours.rewrite((answer) =>
        answer.toString().replaceAll(genuineUuid, `${'f'.repeat(16)}${leafHash}`),
      ),
    )
    const result = await job.step()
    expect(result.outputs['outcome']).toBe('verified')
    expect([genuineUuid, leafHash]).toContain(result.outputs['log-entry-uuid'])
    expect(result.stdout + JSON.stringify(result.outputs) + result.summary).not.toContain('ffffffffffffffff')
  })
})

describe('a name with what a terminal obeys', () => {
  const HIDDEN = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u

  test.each<[string, readonly string[]]>([
    ['text', []],
    ['text with every check', ['--verbose']],
    ['JSON', ['--format', 'json']],
  ])('is escaped in %s', async (_, argv) => {
    const file = at('kub\u009b31mectl\u0085\u202e')
    await writeFile(file, genuine())
    const { sha256 } = release.artifact(KUBECTL)
    const statement = {
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'kubectl', digest: { sha256 } }],
      predicateType: 'https://example.com/\u009b31m',
      predicate: {},
    }
    await writeFile(at('bundle.json'), JSON.stringify(await bundleV2(lab, genuine(), { statement })))
    const result = await runProgram(join(DIST, 'cli.js'), [
      ...['verify', file, '--bundle', at('bundle.json'), '--trusted-root', job.trustedRoot, '--offline'],
      ...argv,
    ])
    expect(result.code).toBe(3)
    expect(result.stdout + result.stderr).toContain('kub')
    expect(result.stdout).not.toMatch(HIDDEN)
    expect(result.stderr).not.toMatch(HIDDEN)
    if (argv.includes('json')) expect(result.stdout).toContain('\\u009b31m')
  })
})

describe('a fork', () => {
  test('has no say in the baseline: only runs of this repository’s own events and commits count', async () => {
    const workflow = await readFile(join(ROOT, '.github', 'workflows', 'audit.yml'), 'utf8')
    const [, filter = ''] = /OWN_RUNS: >-\n((?: {12}.*\n)+)/.exec(workflow) ?? []
    expect(filter).toContain('select(.head_repository.full_name == env.GITHUB_REPOSITORY')
    expect(filter.match(/\.event == "(\w+)"/g)).toEqual([
      '.event == "schedule"',
      '.event == "workflow_dispatch"',
      '.event == "push"',
    ])
    expect(workflow).toContain('--jq "$OWN_RUNS"')
    // Nothing else fetches a report of another run.
    expect(workflow.match(/gh run download (?!"\$GITHUB_RUN_ID")[^\n]*/g)).toHaveLength(1)
  })
})

test('the same artifact by another runner, with another proof: that one stays, and counts once it was verified', async () => {
  expect((await job.step()).code).toBe(0)
  await rm(`${toolFolder()}.complete`)
  const inode = (await lstat(join(toolFolder(), 'kubectl'))).ino
  expect((await job.step()).outputs).toMatchObject({ outcome: 'verified', 'cache-hit': 'false' })
  expect((await lstat(join(toolFolder(), 'kubectl'))).ino).toBe(inode)
  // One that proves nothing does not stay.
  await rm(`${toolFolder()}.complete`)
  await rm(join(toolFolder(), 'kubectl.sigstore.json'))
  await writeFile(join(toolFolder(), 'kubectl.sigstore.json'), '{}', { mode: 0o444 })
  expect((await job.step()).outputs).toMatchObject({ outcome: 'verified' } satisfies Inputs)
  expect(await readFile(join(toolFolder(), 'kubectl.sigstore.json'), 'utf8')).toContain('messageSignature')
})
