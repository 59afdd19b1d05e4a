// The forms of the lists that programs read, `checksums --format json`,
// `plan --hosts --format json` and that of `lock update` and `lock diff`, which
// docs/*.schema.json are made from.
import * as v from 'valibot'
import { SIGNATURE_SOURCES } from '../request/request.js'

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

const lockedState = v.strictObject({
  version: v.exactOptional(text),
  digest: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/)),
})

/** The form of `lock update --format json` and `lock diff --format json`, once all is verified. @public */
export const lockChangesSchema = v.strictObject({
  schemaVersion: v.literal(1),
  outcome: v.literal('verified'),
  exitCode: v.literal(0),
  /** Sentences that may hold text from outside. */
  warnings: v.array(text),
  notes: v.array(text),
  isChanged: v.boolean(),
  /** What the lock file asks for, each list that changed. */
  asked: v.array(
    v.strictObject({
      what: v.picklist(['version', 'artifacts', 'platforms', 'urls']),
      /** Of a version: how it is asked for. */
      name: v.exactOptional(text),
      former: v.array(text),
      current: v.array(text),
    }),
  ),
  changes: v.array(
    v.strictObject({
      kind: v.picklist(['added', 'removed', 'moved', 'proof']),
      path: text,
      platform: v.exactOptional(text),
      /** As it stands in the former lock file; nobody has proven it. */
      former: v.exactOptional(lockedState),
      current: v.exactOptional(lockedState),
      /** What proves the current digest. */
      proof: v.exactOptional(
        v.strictObject({
          signatureSource: v.picklist(SIGNATURE_SOURCES),
          signer: v.exactOptional(v.strictObject({ certificateIdentity: text, oidcIssuer: text })),
          logEntry: v.exactOptional(
            v.strictObject({
              uuid: text,
              logId: text,
              logIndex: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
              integratedTime: v.exactOptional(text),
            }),
          ),
          /** `sbom`: the SBOM of the release lists it; `own`: it is one itself; `off`: nobody looked. */
          releaseBinding: v.picklist(['sbom', 'own', 'off', 'not-applicable']),
          /** The digest of the SBOM that lists it. */
          sbom: v.exactOptional(v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/))),
        }),
      ),
      /** Set where it went back to an older release. */
      isBackwards: v.exactOptional(v.literal(true)),
    }),
  ),
  /** How many artifacts are as they were. */
  unchanged: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
