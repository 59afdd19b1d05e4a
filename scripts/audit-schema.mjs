// Writes docs/audit-report.schema.json from the schema that reads reports
// back. Built like dist/, since the sources import each other as JavaScript.
//
//   node scripts/audit-schema.mjs [--check]    --check writes nothing and fails on drift
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { toJsonSchema } from '@valibot/to-json-schema'
import ncc from '@vercel/ncc'
import prettier from 'prettier'

const ROOT = resolve(import.meta.dirname, '..')
const PATH = resolve(ROOT, 'docs/audit-report.schema.json')

const folder = await mkdtemp(join(tmpdir(), 'schema-'))
try {
  const { code } = await ncc(join(ROOT, 'src/audit/audit-report.ts'), { cache: false, quiet: true })
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(join(folder, 'audit-report.js'), code)
  const { auditReportSchema } = await import(pathToFileURL(join(folder, 'audit-report.js')).href)
  const schema = {
    $id: 'urn:verify-k8s-artifacts:audit-report:1',
    title: 'The report of an audit of Kubernetes releases',
    // Lengths and whole numbers are more than its converter knows; what it leaves out is only stricter.
    ...toJsonSchema(auditReportSchema, { errorMode: 'ignore' }),
  }
  const text = await prettier.format(JSON.stringify(schema), { parser: 'json', printWidth: 110 })
  const current = await readFile(PATH, 'utf8').catch(() => '')
  if (current === text) console.log('up to date: audit-report.schema.json')
  else if (process.argv.includes('--check')) {
    console.error('out of date: audit-report.schema.json; run `npm run audit-schema`')
    process.exitCode = 1
  } else {
    await writeFile(PATH, text)
    console.log('updated: audit-report.schema.json')
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
