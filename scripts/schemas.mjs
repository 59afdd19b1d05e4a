// Writes docs/*.schema.json, the forms of what programs read, from the schemas
// in the sources.
//
//   node scripts/schemas.mjs [--check]    --check writes nothing and fails on drift
import './typescript.mjs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import prettier from 'prettier'

const ROOT = resolve(import.meta.dirname, '..')

const { auditReportSchema } = await import('../src/audit/audit-report.ts')
const { reportSchema } = await import('../src/report/report-schema.ts')

const { checksumsSchema, hostsSchema, lockChangesSchema } = await import('../src/report/list-schemas.ts')

const SCHEMAS = [
  {
    name: 'audit-report',
    title: 'The report of an audit of Kubernetes releases',
    form: auditReportSchema,
  },
  {
    name: 'report',
    title: 'The report of get, verify and image',
    form: reportSchema,
  },
  {
    name: 'checksums',
    title: 'The digests of Kubernetes releases, and what proves them',
    form: checksumsSchema,
  },
  {
    name: 'lock-changes',
    title: 'What changed in a lock file, and the proof of each new digest',
    form: lockChangesSchema,
  },
  { name: 'hosts', title: 'The hosts that a request leads to', form: hostsSchema },
]

for (const { name, title, form } of SCHEMAS) {
  const path = resolve(ROOT, 'docs', `${name}.schema.json`)
  const schema = {
    $id: `urn:verify-k8s-artifacts:${name}:1`,
    title,
    // Lengths and whole numbers are more than its converter knows; what it leaves out is only stricter.
    ...toJsonSchema(form, { errorMode: 'ignore' }),
  }
  const text = await prettier.format(JSON.stringify(schema), { parser: 'json', printWidth: 110 })
  const current = await readFile(path, 'utf8').catch(() => '')
  if (current === text) console.log(`up to date: ${basename(path)}`)
  else if (process.argv.includes('--check')) {
    console.error(`out of date: ${basename(path)}; run \`npm run schemas\``)
    process.exitCode = 1
  } else {
    await writeFile(path, text)
    console.log(`updated: ${basename(path)}`)
  }
}
