// The action …/audit/plan.
import { start } from './start.js'

start(async () => {
  const { planShards } = await import(/* webpackIgnore: true */ './audits.js')
  await planShards()
})
