// An input of another action is refused by its name, by each built action, before anything is asked.
import { codesOf, withJob } from '../support/job.js'

const { lab, job } = await withJob()

test.each([
  ['action.js', 'depth', 'digest', '…/audit, …/audit/plan'],
  ['action.js', 'files', 'kubectl', '…/verify'],
  ['action.js', 'shard', '1', '…/audit'],
  ['verify.js', 'url', 'https://example.com/tool', 'the main action'],
  ['verify.js', 'depth', 'full', '…/audit, …/audit/plan'],
  ['audit.js', 'files', 'kubectl', '…/verify'],
  ['audit.js', 'reports', 'shards', '…/audit/merge'],
  ['plan-shards.js', 'fail-on', 'never', '…/audit, …/audit/merge'],
  ['plan-shards.js', 'extract', 'true', 'the main action'],
  ['merge.js', 'depth', 'full', '…/audit, …/audit/plan'],
  ['merge.js', 'lock-file', 'lock.json', ''],
])('%s refuses %s: it is an input of another', async (program, input, value, owners) => {
  const result = await job.runner.step({ [input]: value }, {}, program)
  expect([result.code, result.outputs['code'], codesOf(result)[0]]).toEqual([
    2,
    'INPUT_CONFLICT',
    'INPUT_CONFLICT',
  ])
  expect(result.stdout).toContain(`${input}: is an input of ${owners}`)
  expect([...lab.site.requests, ...lab.rekor.requests]).toEqual([])
})
