// The action …/audit/merge.
const { merge } = await import(/* webpackIgnore: true */ './audits.js')
await merge()
