// The reusable audit, and the examples of the docs as they stand there. GitHub
// is stood in for (`stand-ins/`), and what our actions ask by default is the lab.
import { cp, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { imagePayload, signPayload, toBytes } from '../../src/lab/images.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { LabRegistry } from '../../src/lab/lab-registry.js'
import { runProgram } from '../../src/lab/runner.js'
import { behaviours } from '../../src/lab/web-server.js'
import { everyPath } from '../support/broken-release.js'
import { DIST, ROOT } from '../support/folders.js'
import { afterReal, beforeReal, describeReal } from '../support/real.js'
import { Act, REPOSITORY } from './act.js'

/** The minors that are supported, as the lab's channels say. */
const VERSIONS = ['v1.35.2', 'v1.34.7', 'v1.33.11'] as const
const IMAGES = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kube-proxy']
const KUBECTL = 'bin/linux/amd64/kubectl'
const REUSABLE = 'org/verify-k8s-artifacts/.github/workflows/audit.yml@v1'
const TITLE = 'Findings in the Kubernetes release audit'

interface Thread {
  readonly number: number
  readonly state: string
  readonly title: string
  readonly body: string
}

describeReal('workflows of ours on a real runner', () => {
  let lab: Lab
  let registry: LabRegistry
  let act: Act

  beforeReal(async () => {
    lab = await startLab()
    registry = await LabRegistry.start()
    for (const version of VERSIONS) {
      await lab.publish({ version, paths: everyPath(version) })
      lab.channels.set(`stable-${version.slice(1, 5)}.txt`, version)
      for (const name of IMAGES) {
        const digest = await registry.pushImage(name, version)
        const payload = toBytes(imagePayload(digest, undefined, name))
        await registry.pushSignatures(name, digest, [await signPayload(lab, payload)])
      }
    }
  })
  afterReal(async () => {
    await registry.close()
    await lab.close()
  })

  beforeEach(async () => {
    act = await Act.create()
    await act.setDefaults({
      'release-url': lab.releaseUrl,
      'rekor-url': lab.rekorUrl,
      'image-registry': registry.host,
      'trusted-root': await lab.writeTrustedRoot(act.folder),
      'log-requests-per-second': '1000',
      patience: '0.05',
    })
  })
  afterEach(async () => {
    lab.reset()
    await act.remove()
  })

  describe('the reusable audit', () => {
    const workflow = (inputs: object): string =>
      JSON.stringify({
        on: 'push',
        jobs: {
          audit: { uses: REUSABLE, with: { version: VERSIONS[0], artifacts: 'kubectl, kubeadm', ...inputs } },
          tell: {
            needs: 'audit',
            if: '${{ !cancelled() }}',
            'runs-on': 'ubuntu-latest',
            steps: [
              {
                run: ['outcome', 'findings']
                  .map((name) => `echo "${name}=\${{ needs.audit.outputs.${name} }}" >> "$TOLD"`)
                  .concat('echo "result=${{ needs.audit.result }}" >> "$TOLD"')
                  .join('\n'),
              },
            ],
          },
        },
      })

    test('plan, two shards and their merge, each with its artifact', async () => {
      const { code, log, told } = await act.run(workflow({ shards: 2 }))
      expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' })
      expect(told).toEqual({ outcome: 'verified', findings: '0', result: 'success' })
      expect((await readdir(act.artifacts())).toSorted()).toEqual([
        'audit-plan',
        'audit-report',
        'audit-shard-1',
        'audit-shard-2',
      ])
      expect(log).toContain('There is no former report to compare with.')
    })

    test('a former run of this repository is the baseline, and one of a fork is not', async () => {
      expect((await act.run(workflow({}))).code).toBe(0)
      await cp(act.artifacts(), act.artifacts('41'), { recursive: true })
      await cp(act.artifacts(), act.artifacts('43'), { recursive: true })
      const runOf = (id: number, owner: string, event: string): object => ({
        ...{ id, event },
        head_repository: { full_name: owner },
      })
      await act.write('runs', [runOf(43, 'else/fork', 'push'), runOf(42, REPOSITORY, 'push')])
      const alone = await act.run(workflow({}))
      expect([alone.code, alone.log.includes('There is no former report')]).toEqual([0, true])
      await act.write('runs', [
        runOf(43, 'else/fork', 'schedule'),
        runOf(43, REPOSITORY, 'pull_request'),
        runOf(42, REPOSITORY, 'push'),
        runOf(41, REPOSITORY, 'schedule'),
      ])
      const compared = await act.run(workflow({}))
      expect([compared.code, compared.log.includes('There is no former report')]).toEqual([0, false])
      expect(await act.calls()).toContainEqual(expect.arrayContaining(['download', '41']))
      expect(await act.calls()).not.toContainEqual(expect.arrayContaining(['download', '43']))
    })

    test('what is wrong in one shard fails the merge, which still leaves its report', async () => {
      lab.cdn.override('bin/linux/amd64/kubectl.sig', behaviours.status(404))
      const { code } = await act.run(workflow({ shards: 2 }))
      expect(code).toBe(1)
      expect((await readdir(act.artifacts())).toSorted()).toHaveLength(4)
      const report = await readFile(join(act.artifacts(), 'audit-report', 'summary.md'), 'utf8')
      expect(report).toContain('SIDECAR_MISSING')
    })
  })

  describe('the example of a schedule', () => {
    let example: string

    beforeReal(async () => {
      example = await readFile(join(ROOT, 'docs/examples/audit-schedule.yml'), 'utf8')
    })

    /**
     * One of its runs. act ends where a reusable workflow fails, and GitHub goes on with `tell`: that is run by itself
     * then, over what the audit has uploaded, after a job that fails in its place.
     */
    async function run(): Promise<boolean> {
      const { code, log } = await act.run(example, { event: 'schedule' })
      if (code === 0) return true
      expect(log).not.toContain('gh issue list')
      const workflow = parse(example) as { jobs: Record<string, unknown> }
      workflow.jobs['audit'] = { 'runs-on': 'ubuntu-24.04', steps: [{ run: 'exit 1' }] }
      await act.run(stringify(workflow), { event: 'schedule', keepsArtifacts: true })
      return false
    }
    const issues = async (): Promise<Thread[]> => (await act.read('issue')) as Thread[]
    const containing = (text: string): string => expect.stringContaining(text) as string

    test('an issue with the first finding, updated, and closed', async () => {
      expect([await run(), await issues()]).toEqual([true, []])
      lab.cdn.override('v1.34.7/bin/linux/amd64/kubectl.sig', behaviours.status(404))
      expect(await run()).toBe(false)
      expect(await issues()).toMatchObject([
        { state: 'open', title: TITLE, body: containing('SIDECAR_MISSING') },
      ])
      lab.cdn.override('v1.33.11/bin/linux/amd64/kubeadm.cert', behaviours.status(404))
      expect(await run()).toBe(false)
      expect(await issues()).toMatchObject([{ state: 'open', title: TITLE, body: containing('kubeadm') }])
      lab.reset()
      expect(await run()).toBe(true)
      expect(await issues()).toMatchObject([{ state: 'closed', title: TITLE }])
    }, 600_000)
  })

  describe('the example that updates a lock file', () => {
    const LOCK = 'k8s-artifacts.lock.json'
    const BRANCH = 'kubernetes-lock'
    const MINOR = 'stable-1.34.txt'
    let servers: string[]
    let example: string

    beforeEach(async () => {
      const root = await lab.writeTrustedRoot(act.folder)
      servers = ['--release-url', lab.releaseUrl, '--rekor-url', lab.rekorUrl, '--trusted-root', root]
      const text = await readFile(join(ROOT, 'docs/examples/lock-update.yml'), 'utf8')
      // The command line has no defaults of its own to change: it is told where the lab is.
      example = text.replace('lock update "$LOCK"', `lock update "$LOCK" ${servers.join(' ')}`)
      expect(example).not.toBe(text)
      const argv = ['get', 'kubectl', '--version', 'stable-1.34', '--os', 'linux', '--arch', 'amd64']
      const lock = ['--lock-file', act.repositoryFile(LOCK), '--output', join(act.folder, 'output')]
      expect((await runProgram(join(DIST, 'cli.js'), [...argv, ...lock, ...servers])).code).toBe(0)
    })
    afterEach(() => {
      lab.channels.set(MINOR, 'v1.34.7')
    })

    const publish = async (version: string): Promise<string> => {
      const release = await lab.publish({ version, paths: [KUBECTL] })
      lab.channels.set(MINOR, version)
      return release.artifact(KUBECTL).sha256
    }
    const requests = async (): Promise<Thread[]> => (await act.read('pr')) as Thread[]
    const update = (): ReturnType<Act['run']> => act.run(example, { event: 'schedule' })
    const containing = (text: string): string => expect.stringContaining(text) as string

    test('one pull request with the proof of each new digest, kept up to date; nothing else', async () => {
      const idle = await update()
      expect({ code: idle.code, log: idle.code === 0 ? '' : idle.log }).toEqual({ code: 0, log: '' })
      expect([await requests(), await act.pushed(BRANCH, LOCK)]).toEqual([[], undefined])
      for (const version of ['v1.34.8', 'v1.34.9']) {
        const digest = await publish(version)
        const { code, log } = await update()
        expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' })
        expect(await requests()).toMatchObject([{ number: 1, state: 'open', body: containing(digest) }])
        expect(await act.pushed(BRANCH, LOCK)).toContain(digest)
      }
      // What is not proven moves nothing.
      await publish('v1.34.10')
      lab.cdn.override(`v1.34.10/${KUBECTL}`, behaviours.body('something else'))
      const [before, lock] = [await requests(), await act.pushed(BRANCH, LOCK)]
      expect((await update()).code).toBe(1)
      expect([await requests(), await act.pushed(BRANCH, LOCK)]).toEqual([before, lock])
    }, 600_000)
  })
})
