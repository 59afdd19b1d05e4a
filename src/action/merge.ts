// The action …/audit/merge.
import { start } from './start.js'

start(async () => {
  const { merge } = await import(/* webpackIgnore: true */ './audits.js')
  await merge()
})
