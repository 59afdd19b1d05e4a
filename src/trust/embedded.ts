// The roots of Sigstore's public instances as they were when this program was
// built: production as it ships inside @sigstore/tuf, staging (which is in no
// package of npm) as sigstore-python ships it. They grow old: they are for
// offline use, and the bootstrap of TUF (tuf.ts).
import { parseJson } from '../json/parse-json.js'
import seeds from '@sigstore/tuf/seeds.json' with { type: 'json' }
import stagingSeed from './staging.json' with { type: 'json' }
import { type TrustedRoot, type TrustedRootNeeds, parseTrustedRoot } from './trusted-root.js'

const productionSeed = seeds['https://tuf-repo-cdn.sigstore.dev']

/** The TUF repository of the staging instance. */
export const STAGING_TUF_URL = new URL('https://tuf-repo-cdn.sigstage.dev')

/** TUF's root.json, the start of its chain of trust. */
export function embeddedTufRoot(): Buffer {
  return Buffer.from(productionSeed['root.json'], 'base64')
}

/** The root of TUF that Sigstore's staging instance was seeded with. */
export function embeddedStagingTufRoot(): Buffer {
  return Buffer.from(stagingSeed['root.json'], 'base64')
}

/**
 * The embedded trusted root, its date in `source`.
 * @param now milliseconds since the epoch: past its date it is stale
 */
export function embeddedTrustedRoot(needs?: TrustedRootNeeds, now = Date.now()): TrustedRoot {
  const text = Buffer.from(productionSeed.targets['trusted_root.json'], 'base64').toString()
  const { described, expires } = describe(embeddedTufRoot())
  return { ...parseTrustedRoot(text, `embedded (${described})`, needs), isStale: now > expires }
}

/** The same of the staging instance, which vouches for tests of signing and for nothing else. */
export function embeddedStagingRoot(needs?: TrustedRootNeeds, now = Date.now()): TrustedRoot {
  const text = Buffer.from(stagingSeed['trusted_root.json'], 'base64').toString()
  const { described, expires } = describe(embeddedStagingTufRoot())
  return { ...parseTrustedRoot(text, `embedded, staging (${described})`, needs), isStale: now > expires }
}

function describe(tufRoot: Buffer): { readonly described: string; readonly expires: number } {
  const { signed } = parseJson(tufRoot.toString()) as { signed: { version: number; expires: string } }
  return {
    described: `TUF root ${signed.version}, good until ${signed.expires.slice(0, 10)}`,
    expires: Date.parse(signed.expires),
  }
}
