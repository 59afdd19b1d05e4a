// The action …/audit.
import { start } from './start.js'

start(async () => {
  const { audit } = await import(/* webpackIgnore: true */ './audits.js')
  await audit()
})
