// A partial report: a header, then a line of JSON for every artifact that is
// done, in the order they were.
import { formatJson } from '../json/format-json.js'
import { parseJson } from '../json/parse-json.js'
import * as v from 'valibot'
import { type AuditedArtifact, artifactSchema, text, version } from './audit-report.js'

const headerSchema = v.strictObject({
  schemaVersion: v.literal(1),
  kind: v.literal('audit-partial'),
  /** Names the inputs of the audit. */
  key: text,
  /** Of the draw. */
  seed: text,
})
const lineSchema = v.strictObject({ version, artifact: artifactSchema })

export type PartialHeader = Pick<v.InferOutput<typeof headerSchema>, 'key' | 'seed'>

/** The first line of a partial report, with the key of the audit that wrote it. */
export function formatPartialHeader({ key, seed }: PartialHeader): string {
  return `${JSON.stringify({ schemaVersion: 1, kind: 'audit-partial', key, seed })}\n`
}

/** The line of a partial report for one artifact that was decided. */
export function formatPartialLine(release: string, artifact: AuditedArtifact): string {
  return `${formatJson({ version: release, artifact })}\n`
}

/** @returns undefined when the line is anything else */
export function parsePartialHeader(line: string): PartialHeader | undefined {
  return parse(headerSchema, line)
}

/** @returns undefined when the line is anything else */
export function parsePartialLine(
  line: string,
): { readonly version: string; readonly artifact: AuditedArtifact } | undefined {
  return parse(lineSchema, line)
}

function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  line: string,
): v.InferOutput<Schema> | undefined {
  try {
    const parsed = v.safeParse(schema, parseJson(line))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}
