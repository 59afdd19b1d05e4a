// A runner whose folders and files are not as they should be, by the built actions: it is named, and it is the first
// error that is said.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from '../../src/lab/runner.js'
import { DIST } from '../support/folders.js'
import { codesOf, withJob } from '../support/job.js'

const { lab, job } = await withJob()
const LONG = 'x'.repeat(256)
/** Code that has no folder to look for. */
const at = (...names: string[]): string => join(job.folder, ...names)

beforeEach(() => writeFile(at('file'), 'no folder'))

test.each<[string, () => Record<string, string>, () => string]>([
  ['a tool cache below a file', () => ({ RUNNER_TOOL_CACHE: at('file', 'tools') }), () => at('file')],
  ['a tool cache that is a file', () => ({ RUNNER_TOOL_CACHE: at('file') }), () => at('file')],
  ['a tool cache of a name too long', () => ({ RUNNER_TOOL_CACHE: at(LONG) }), () => at(LONG)],
  ['no temporary folder', () => ({ RUNNER_TEMP: at('nothing') }), () => at('nothing')],
  ['a temporary folder that is a file', () => ({ RUNNER_TEMP: at('file') }), () => at('file')],
  ['no file for outputs', () => ({ GITHUB_OUTPUT: at('nothing', 'output') }), () => at('nothing')],
  ['no file for the summary', () => ({ GITHUB_STEP_SUMMARY: at('nothing', 'summary') }), () => at('nothing')],
  ['no file for the PATH', () => ({ GITHUB_PATH: at('nothing', 'path') }), () => at('nothing')],
])('%s: exit 3, and it is named', async (_, env, named) => {
  const result = await job.step({}, env())
  expect([result.code, codesOf(result)]).toEqual([3, ['INSTALL_WRITE_FAILED']])
  expect(result.stdout.slice(result.stdout.indexOf('::error '))).toContain(named())
})

test('a tool cache that nobody made yet is made', async () => {
  const result = await job.step({}, { RUNNER_TOOL_CACHE: at('new', 'tools') })
  expect(result.outputs).toMatchObject({ outcome: 'verified', code: '', reason: '' })
  expect(result.outputs['path']?.startsWith(at('new', 'tools'))).toBe(true)
})

test('the files of a runner are missing after a rejection: that is still what the step says', async () => {
  await rm(at('nothing'), { recursive: true, force: true })
  const result = await job.step(
    { 'expected-sha256': '0'.repeat(64) },
    { GITHUB_STEP_SUMMARY: at('nothing', 'summary') },
  )
  expect([result.code, codesOf(result)[0]]).toEqual([1, 'DIGEST_MISMATCH'])
  expect(result.outputs).toMatchObject({ code: 'DIGEST_MISMATCH', reason: 'contradiction' })
})

test.each<[string, () => string]>([
  ['a file', () => at('file')],
  ['a name of 256 characters', () => at(LONG)],
])('the output is %s: exit 3, and it is named', async (_, output) => {
  await mkdir(at('here'))
  const servers = ['--release-url', lab.releaseUrl, '--rekor-url', lab.rekorUrl]
  const argv = ['get', '--version', 'v1.35.2', '--os', 'linux', '--arch', 'amd64', '--output', output()]
  const run = await runProgram(join(DIST, 'cli.js'), [...argv, ...servers, '--trusted-root', job.trustedRoot])
  expect([run.code, run.stderr]).toEqual([3, expect.stringContaining('INSTALL_WRITE_FAILED') as string])
  expect(run.stderr).toContain(output())
})
