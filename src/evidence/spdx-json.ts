// SPDX in JSON: version 2 (https://spdx.github.io/spdx-spec/v2.3/)
//   { "spdxVersion": "SPDX-2.3", "documentNamespace": "https://sbom.k8s.io/v1.35.2/release",
//     "creationInfo": { "created": "…" }, "files": [{ "fileName": "bin/linux/amd64/kubectl",
//       "checksums": [{ "algorithm": "SHA256", "checksumValue": "924eb507…" }] }] }
// and version 3, whose form is JSON-LD (https://spdx.github.io/spdx-spec/v3.0.1/),
// a flat list of elements:
//   { "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
//     { "type": "SpdxDocument", "spdxId": "https://sbom.k8s.io/v1.35.2/release#SPDXRef-DOCUMENT" },
//     { "type": "software_File", "name": "bin/linux/amd64/kubectl",
//       "verifiedUsing": [{ "type": "Hash", "algorithm": "sha256", "hashValue": "924eb507…" }] }] }
// There a document has no namespace, but its identifier lies in one. Of the
// linked data nothing is looked up, and no name is resolved but by a prefix
// that the document itself declares.
import * as v from 'valibot'
import { messageOf } from '../errors.js'
import { parseJson } from '../json/parse-json.js'
import { type ReleaseSbom, SpdxFiles, addDigest, malformedSbom } from './spdx-files.js'

/** A release has some hundred files, in JSON some hundred KB. */
const MAX_LENGTH = 8 * 1024 * 1024

/** Of the context of every 3.x. */
const SPDX_3 = 'https://spdx.org/rdf/3.'

const version2 = v.object({
  spdxVersion: v.string(),
  documentNamespace: v.string(),
  creationInfo: v.optional(v.object({ created: v.optional(v.string()) })),
  files: v.optional(
    v.array(
      v.object({
        fileName: v.string(),
        checksums: v.optional(v.array(v.object({ algorithm: v.string(), checksumValue: v.string() })), []),
      }),
    ),
    [],
  ),
})

const version3 = v.object({
  '@context': v.unknown(),
  '@graph': v.array(v.looseObject({ type: v.optional(v.string()), '@type': v.optional(v.string()) })),
})
const documentElement = v.object({ spdxId: v.optional(v.string()), '@id': v.optional(v.string()) })
const creationElement = v.object({ created: v.optional(v.string()) })
const fileElement = v.object({
  name: v.string(),
  verifiedUsing: v.optional(
    v.array(v.looseObject({ algorithm: v.optional(v.string()), hashValue: v.optional(v.string()) })),
    [],
  ),
})

/**
 * Reads a document of either version.
 * @throws EvidenceError EVIDENCE_UNREADABLE, which says what else it looks like
 */
export function parseSpdxJson(text: string): ReleaseSbom {
  let json: unknown
  try {
    if (text.length > MAX_LENGTH) throw new Error(`it has more than ${MAX_LENGTH} characters`)
    json = parseJson(text)
  } catch (cause) {
    throw malformedSbom(`is no JSON that can be read: ${messageOf(cause)}`)
  }
  if (has(json, 'spdxVersion')) return parseVersion2(read(version2, json))
  if (has(json, '@graph')) return parseVersion3(read(version3, json))
  throw malformedSbom('is in no form that is known here', {
    expected: 'SPDX 2 or 3',
    actual: has(json, 'bomFormat') ? 'CycloneDX JSON' : 'other JSON',
  })
}

function parseVersion2(document: v.InferOutput<typeof version2>): ReleaseSbom {
  const { spdxVersion, documentNamespace, creationInfo } = document
  if (!/^SPDX-2\.\d$/.test(spdxVersion)) {
    const actual = `SPDX JSON of the version "${spdxVersion.slice(0, 20)}"`
    throw malformedSbom('is of a version that is not known here', {
      expected: 'SPDX-2.2 or SPDX-2.3',
      actual,
    })
  }
  const files = new SpdxFiles()
  for (const { fileName, checksums } of document.files) {
    const file = files.add(fileName)
    for (const { algorithm, checksumValue } of checksums) addDigest(file, algorithm, checksumValue)
  }
  return files.toSbom(documentNamespace, creationInfo?.created)
}

function parseVersion3({
  '@context': context,
  '@graph': graph,
}: v.InferOutput<typeof version3>): ReleaseSbom {
  if (![context].flat().some((each) => typeof each === 'string' && each.startsWith(SPDX_3)))
    throw malformedSbom('is JSON-LD, but not of SPDX 3', { expected: 'SPDX 3', actual: 'other JSON-LD' })
  const files = new SpdxFiles()
  const identifiers: string[] = []
  let created: string | undefined
  for (const element of graph) {
    const type = element.type ?? element['@type']
    if (type === 'SpdxDocument') {
      const { spdxId, '@id': id } = read(documentElement, element)
      identifiers.push(expand(spdxId ?? id ?? '', context))
    } else if (type === 'CreationInfo') {
      created ??= read(creationElement, element).created
    } else if (type === 'software_File') {
      const { name, verifiedUsing } = read(fileElement, element)
      const file = files.add(name)
      for (const { algorithm = '', hashValue = '' } of verifiedUsing) addDigest(file, algorithm, hashValue)
    }
  }
  const [identifier] = identifiers
  if (identifier === undefined || identifiers.length !== 1)
    throw malformedSbom(`names ${identifiers.length} documents`, { expected: 'one SpdxDocument' })
  return files.toSbom(namespaceOf(identifier), created)
}

/** An identifier is the namespace, a `#` or a slash, and the document's name. */
function namespaceOf(identifier: string): string {
  const [namespace = ''] = identifier.split('#')
  return namespace.replace(/\/(?:SPDXRef-DOCUMENT|document)?$/i, '')
}

/** `k8s:document` by the prefix `k8s` that the document's own context declares. */
function expand(identifier: string, context: unknown): string {
  const [, prefix = '', rest = ''] = /^([A-Za-z][\w-]*):(?!\/\/)(.*)$/.exec(identifier) ?? []
  if (prefix === '') return identifier
  for (const each of Array.isArray(context) ? (context as unknown[]) : [context]) {
    const start = has(each, prefix) ? each[prefix] : undefined
    if (typeof start === 'string') return start + rest
  }
  return identifier
}

function has<Name extends string>(json: unknown, name: Name): json is Record<Name, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json) && Object.hasOwn(json, name)
}

function read<Schema extends v.GenericSchema>(schema: Schema, json: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, json, { abortEarly: true })
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw malformedSbom(`has no ${v.getDotPath(issue) ?? 'content'} that can be read`)
}
