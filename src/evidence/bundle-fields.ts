// What a bundle lacks, in the names that stand in its JSON.
const CHAIN = 'verificationMaterial.content.$case'
/** What the library calls by the name of a group, by the names that stand in the JSON. */
const GROUPS: Readonly<Record<string, string>> = {
  content: 'messageSignature (or dsseEnvelope)',
  'verificationMaterial.content': 'verificationMaterial.certificate (or publicKey)',
}

/** Names what a bundle lacks, by the paths in its JSON; they are the library's, and none is from outside. */
export function describeFields(fields: readonly string[]): string {
  const missing = [...new Set(fields)].filter((field) => field !== CHAIN)
  const names = missing.map((field) => GROUPS[field] ?? field.replace(/(^|\.)content\./, '$1'))
  if (names.length === 0)
    return 'it holds a chain of certificates, which its version of the format does not have'
  return `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} missing or empty`
}
