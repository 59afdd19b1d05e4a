// The action …/audit.
const { audit } = await import(/* webpackIgnore: true */ './audits.js')
await audit()
