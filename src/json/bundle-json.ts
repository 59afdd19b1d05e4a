// Bundles and log entries as JSON. Protobuf's JSON leaves out a number that is
// 0, such as the index of a log's first entry; sigstore-python refuses an entry
// without one, and rekor-cli writes it.
import { type Bundle, type SerializedBundle, bundleToJSON } from '@sigstore/bundle'

interface IndexedJson {
  readonly logIndex?: unknown
  readonly inclusionProof?: object | undefined
}

/** The JSON of a bundle, with every index written out. */
export function toBundleJson(bundle: Bundle): SerializedBundle {
  const json = bundleToJSON(bundle)
  const { verificationMaterial } = json
  const tlogEntries = verificationMaterial.tlogEntries.map((entry) => withIndices(entry))
  return { ...json, verificationMaterial: { ...verificationMaterial, tlogEntries } }
}

/** The JSON of a log entry, with its indices written out. */
export function withIndices<T extends IndexedJson>(entry: T): T {
  const { logIndex = '0', inclusionProof } = entry
  if (inclusionProof === undefined) return { ...entry, logIndex }
  // What it says itself comes last, and counts.
  return { ...entry, logIndex, inclusionProof: { logIndex: '0', ...inclusionProof } }
}
