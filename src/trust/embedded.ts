// The production root of Sigstore's public instance as it shipped inside
// @sigstore/tuf when this program was built. It grows old: it is for offline
// use, and the bootstrap of TUF (tuf.ts).
import seeds from '@sigstore/tuf/seeds.json' with { type: 'json' }
import { type TrustedRoot, parseTrustedRoot } from './trusted-root.js'

const seed = seeds['https://tuf-repo-cdn.sigstore.dev']

/** TUF's root.json, the start of its chain of trust. */
export function embeddedTufRoot(): Buffer {
  return Buffer.from(seed['root.json'], 'base64')
}

/** The embedded trusted root, its date in `source`. */
export function embeddedTrustedRoot(): TrustedRoot {
  const { signed } = JSON.parse(embeddedTufRoot().toString()) as {
    signed: { version: number; expires: string }
  }
  return parseTrustedRoot(
    Buffer.from(seed.targets['trusted_root.json'], 'base64').toString(),
    `embedded (TUF root ${signed.version}, good until ${signed.expires.slice(0, 10)})`,
  )
}
