// The action …/audit/plan.
const { planShards } = await import(/* webpackIgnore: true */ './audits.js')
await planShards()
