// The forms of the lists that programs read, `checksums --format json` and
// `plan --hosts --format json`, which docs/*.schema.json are made from.
import * as v from 'valibot'

const text = v.string()
const hex = (length: number): RegExp => new RegExp(`^[0-9a-f]{${length}}$`)

/** The form of `checksums --format json`; scripts/schemas.mjs makes the published schema of it. @public */
export const checksumsSchema = v.strictObject({
  schemaVersion: v.literal(1),
  releases: v.array(
    v.strictObject({
      version: v.pipe(v.string(), v.regex(/^v\d+\.\d+\.\d+(?:-[a-z]+\.\d+)?$/)),
      /** What there is to know of it, and what was left out, each a sentence that may hold text from outside. */
      notes: v.array(text),
      /** What the digests are taken from, and the Sigstore bundle that proves it. */
      sbom: v.strictObject({
        path: text,
        digest: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/)),
        bundle: v.record(text, v.unknown()),
      }),
      artifacts: v.array(
        v.strictObject({
          name: text,
          /** In the release. */
          path: text,
          platform: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z0-9]+\/[a-z0-9]+$/))),
          url: text,
          sha256: v.pipe(v.string(), v.regex(hex(64))),
          /** Absent where the SBOM gives none. */
          sha512: v.exactOptional(v.pipe(v.string(), v.regex(hex(128)))),
        }),
      ),
    }),
  ),
})

/** The form of `plan --hosts --format json`. @public */
export const hostsSchema = v.strictObject({
  schemaVersion: v.literal(1),
  hosts: v.array(
    v.strictObject({
      /** Host and port. */
      endpoint: v.pipe(v.string(), v.regex(/^.+:\d{1,5}$/)),
      purposes: v.array(text),
    }),
  ),
  /** What cannot be known beforehand, each a sentence. */
  unknown: v.array(text),
})
