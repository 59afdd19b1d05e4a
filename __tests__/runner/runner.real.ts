// The actions as a runner runs them: inputs, outputs, PATH, state and the post
// step are the runner's, and the servers are the lab's.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { behaviours } from '../../src/lab/web-server.js'
import { afterReal, beforeReal, describeReal } from '../support/real.js'
import { Act } from './act.js'

const VERSION = 'v1.35.2'
const PATHS = ['kubectl', 'kubeadm', 'kubelet'].map((name) => `bin/linux/amd64/${name}`)
const ACTION = 'org/verify-k8s-artifacts'

describeReal('a real runner', () => {
  let lab: Lab
  let act: Act
  let servers: Record<string, string>

  beforeReal(async () => {
    lab = await startLab()
    await lab.publish({ version: VERSION, paths: PATHS })
  })
  afterReal(() => lab.close())

  // A machine of its own for each job: tools are kept from job to job.
  beforeEach(async () => {
    act = await Act.create()
    servers = {
      'release-url': lab.releaseUrl,
      'rekor-url': lab.rekorUrl,
      'trusted-root': await lab.writeTrustedRoot(act.folder),
      patience: '0.05',
    }
  })
  afterEach(async () => {
    lab.reset()
    await act.remove()
  })

  /** A step of ours, in the YAML that JSON is. */
  const uses = (path: string, inputs: Record<string, string>, more: object = {}): object => ({
    uses: `${ACTION}${path}@v1`,
    with: { ...servers, ...inputs },
    ...more,
  })
  const get = (inputs: Record<string, string> = {}, more: object = {}): object =>
    uses('', { version: VERSION, os: 'linux', arch: 'amd64', ...inputs }, more)
  const tell = (lines: Record<string, string>, more: object = {}): object => ({
    run: Object.entries(lines)
      .map(([name, value]) => `echo "${name}=${value}" >> "$TOLD"`)
      .join('\n'),
    ...more,
  })
  const jobs = (value: object): string => JSON.stringify({ on: 'push', jobs: value })
  const job = (...steps: readonly object[]): string => jobs({ job: { 'runs-on': 'ubuntu-latest', steps } })

  test('a good release: verified, on the PATH, with its outputs', async () => {
    const { code, log, told } = await act.run(
      job(
        get({}, { id: 'get' }),
        tell({
          outcome: '${{ steps.get.outputs.outcome }}',
          code: '${{ steps.get.outputs.code }}',
          version: '${{ steps.get.outputs.version }}',
          which: '$(command -v kubectl)',
        }),
      ),
    )
    expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' })
    expect(told).toEqual({
      outcome: 'verified',
      code: '',
      version: VERSION,
      which: expect.stringContaining('/kubectl') as string,
    })
  })

  test('a bad one: the step fails, and the next reads its code and reason', async () => {
    lab.cdn.override('bin/linux/amd64/kubectl', behaviours.body('something else'))
    const { code, told } = await act.run(
      job(
        get({}, { id: 'get', 'continue-on-error': true }),
        tell({
          step: '${{ steps.get.outcome }}',
          outcome: '${{ steps.get.outputs.outcome }}',
          code: '${{ steps.get.outputs.code }}',
          reason: '${{ steps.get.outputs.reason }}',
        }),
      ),
    )
    expect({ code, told }).toEqual({
      code: 0,
      told: { step: 'failure', outcome: 'rejected', code: 'DIGEST_MISMATCH', reason: 'contradiction' },
    })
    expect((await act.run(job(get()))).code).toBe(1)
  })
  test('several artifacts; the second step finds them in the tool cache and asks nobody for them', async () => {
    const inputs = { artifacts: 'kubectl,kubeadm' }
    const outcome = '${{ steps.one.outputs.cache-hit }} ${{ steps.two.outputs.cache-hit }}'
    const { code, log, told } = await act.run(
      job(get(inputs, { id: 'one' }), get(inputs, { id: 'two' }), tell({ outcome })),
    )
    expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' })
    expect(told).toEqual({ outcome: 'false true' })
    expect(lab.cdn.requests.filter(({ url }) => url.endsWith('/kubectl'))).toHaveLength(1)
  })

  test('what was tampered with during the job is told at its end, by the post step', async () => {
    const { code, log } = await act.run(
      job(get({ 'recheck-at-end': 'true' }), {
        run: 'file=$(command -v kubectl); chmod u+w "$file"; echo changed >> "$file"',
      }),
    )
    expect(code).toBe(1)
    expect(log).toContain('INSTALL_DIGEST_CHANGED')
  })

  test('verify/: a file at hand, and one that was changed', async () => {
    const file = join(act.folder, 'kubectl')
    const { artifacts } = lab.releases.get(VERSION) ?? {}
    const content = artifacts?.get('bin/linux/amd64/kubectl')?.content
    await writeFile(file, Buffer.concat([...(content?.chunks() ?? [])]))
    const steps = job(
      uses('/verify', { files: file }, { id: 'verify' }),
      tell({ outcome: '${{ steps.verify.outputs.outcome }}' }),
    )
    expect(await act.run(steps)).toMatchObject({ code: 0, told: { outcome: 'verified' } })
    await writeFile(file, 'something else')
    expect(await act.run(steps)).toMatchObject({ code: 1, told: {} })
  })

  test('an input of another action is refused by name', async () => {
    const { code, log } = await act.run(job(get({ depth: 'full' })))
    expect(code).toBe(1)
    expect(log).toMatch(/depth.*audit/)
  })

  test('audit/: plan, a matrix of shards, merge', async () => {
    const shared = act.folder
    const audit = { report: join(shared, 'shard-${{ matrix.shard }}'), 'report-formats': 'json' }
    const { code, log, told } = await act.run(
      jobs({
        plan: {
          'runs-on': 'ubuntu-latest',
          outputs: { matrix: '${{ steps.plan.outputs.matrix }}', plan: '${{ steps.plan.outputs.plan }}' },
          steps: [
            uses(
              '/audit/plan',
              {
                ...{ version: VERSION, artifacts: 'kubectl,kubeadm,kubelet', os: 'linux', arch: 'amd64' },
                ...{ shards: '2', report: join(shared, 'plan') },
              },
              { id: 'plan' },
            ),
          ],
        },
        audit: {
          needs: 'plan',
          'runs-on': 'ubuntu-latest',
          strategy: { matrix: '${{ fromJSON(needs.plan.outputs.matrix) }}' },
          steps: [
            uses('/audit', {
              ...{ plan: '${{ needs.plan.outputs.plan }}', shard: '${{ matrix.shard }}', 'fail-on': 'never' },
              ...audit,
            }),
          ],
        },
        merge: {
          needs: ['plan', 'audit'],
          'runs-on': 'ubuntu-latest',
          steps: [
            {
              id: 'merge',
              uses: `${ACTION}/audit/merge@v1`,
              with: {
                plan: '${{ needs.plan.outputs.plan }}',
                reports: [1, 2].map((shard) => join(shared, `shard-${shard}`)).join(','),
                report: join(shared, 'merged'),
              },
            },
            tell({
              outcome: '${{ steps.merge.outputs.outcome }}',
              findings: '${{ steps.merge.outputs.findings }}',
            }),
          ],
        },
      }),
    )
    expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' })
    expect(told).toEqual({ outcome: 'verified', findings: '0' })
  })
})
