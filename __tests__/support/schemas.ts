// The published schemas, as programs use them.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { ROOT } from './folders.js'

/** What a published schema has against a value. */
export async function findSchemaFaults(name: string, value: unknown): Promise<unknown[]> {
  const schema = JSON.parse(await readFile(join(ROOT, `docs/${name}.schema.json`), 'utf8')) as object
  const validate = new Ajv({ strict: false }).compile(schema)
  return validate(value) ? [] : (validate.errors ?? [])
}
