// The end of a job, by the built post step: what changed since it was verified fails the job.
import { chmod, readFile, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { StepResult } from '../../src/lab/runner.js'
import { type Inputs, withJob } from '../support/job.js'

const { job } = await withJob((lab) =>
  lab.publish({
    version: 'v1.35.2',
    paths: ['bin/linux/amd64/kubectl', 'bin/linux/amd64/kubeadm', 'kubernetes-client-linux-amd64.tar.gz'],
  }),
)

const step = (inputs: Inputs = {}): Promise<StepResult> => job.step({ 'recheck-at-end': 'true', ...inputs })
const pathOf = (result: StepResult, name = 'kubectl'): string => result.outputs[`${name}-path`] ?? ''

test('unchanged: said so', async () => {
  const result = await step({ artifacts: 'kubectl,kubeadm' })
  const { code, stdout, stderr } = await job.runner.post(result)
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: 'Unchanged since they were verified: 2\n',
    stderr: '',
  })
})

test('not asked for, or nothing placed: nothing done', async () => {
  const result = await job.step()
  expect(result.state).toEqual({})
  expect(await job.runner.post(result)).toEqual({ code: 0, stdout: '', stderr: '' })
  const failed = await step({ 'expected-sha256': '0'.repeat(64) })
  expect((await job.runner.post(failed)).code).toBe(0)
})

describe('changed: the job fails, and the file is named', () => {
  test.each<[string, (path: string) => Promise<void>]>([
    [
      'one byte',
      async (path) => {
        const bytes = await readFile(path)
        bytes[0] = (bytes[0] ?? 0) ^ 1
        await chmod(path, 0o755)
        await writeFile(path, bytes)
      },
    ],
    ['gone', (path) => unlink(path)],
    [
      'a link in its place',
      async (path) => {
        await rename(path, `${path}.moved`)
        await symlink(`${path}.moved`, path)
      },
    ],
    ['its mode', (path) => chmod(path, 0o777)],
    ['its folder’s mode', (path) => chmod(dirname(path), 0o777)],
    ['its proof', (path) => rewrite(`${path}.sigstore.json`, '{}')],
    ['its proof’s mode', (path) => chmod(`${path}.sigstore.json`, 0o666)],
    ['a program more on the PATH', (path) => writeFile(join(dirname(path), 'ls'), 'evil', { mode: 0o755 })],
  ])('%s', async (_, change) => {
    const result = await step({ artifacts: 'kubectl,kubeadm' })
    await change(pathOf(result))
    const { code, stdout } = await job.runner.post(result)
    expect(code).toBe(1)
    expect(stdout).toContain('::error title=INSTALL_DIGEST_CHANGED::kubectl changed after it was installed')
    expect(stdout).not.toContain('kubeadm')
  })

  test.each<[string, (folder: string) => Promise<void>]>([
    ['a file', (folder) => rewrite(join(folder, 'kubernetes/client/bin/kubectl'), 'evil')],
    ['a file more', (folder) => writeFile(join(folder, 'kubernetes/evil'), '')],
    ['a mode', (folder) => chmod(join(folder, 'kubernetes/client/bin/kubectl'), 0o777)],
    ['a file less', (folder) => rm(join(folder, 'kubernetes/client/bin/kubectl'))],
  ])('in an unpacked folder: %s', async (_, change) => {
    const result = await step({ artifacts: 'kubernetes-client', extract: 'true', os: 'linux', arch: 'amd64' })
    expect(result.code).toBe(0)
    expect((await job.runner.post(result)).code).toBe(0)
    await change(pathOf(result, 'kubernetes-client'))
    const { code, stdout } = await job.runner.post(result)
    expect(code).toBe(1)
    expect(stdout).toContain('::error title=INSTALL_DIGEST_CHANGED::kubernetes-client')
  })
})

async function rewrite(path: string, content: string): Promise<void> {
  await rm(path)
  await writeFile(path, content)
}

test('a state that is none is our own bug, and no success', async () => {
  const result = await step()
  const { code } = await job.runner.post({ ...result, state: { recheck: '{}' } })
  expect(code).toBe(70)
})
