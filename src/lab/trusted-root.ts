// The trusted root of the lab, as Sigstore publishes its own
// (https://github.com/sigstore/protobuf-specs, sigstore_trustroot.proto).
import { createHash } from 'node:crypto'
import type { Authority, KeyPair } from './authority.js'
import type { TiledLog } from './tiled-log.js'
import type { TimestampAuthority } from './timestamp-authority.js'
import type { TransparencyLog } from './transparency-log.js'

export interface Trusted {
  readonly authority: Authority
  readonly log: TransparencyLog
  /** A later tree of the same log, with a key of its own. */
  readonly activeTree: TransparencyLog
  readonly tiledLog: TiledLog
  readonly tsa: TimestampAuthority
}

export function createTrustedRoot({ authority, log, activeTree, tiledLog, tsa }: Trusted): object {
  const start = authority.validFrom.toISOString()
  return {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [
      toLog(`https://${log.host}`, log.key, start),
      toTiledLog(tiledLog, start),
      toLog(`https://${log.host}`, activeTree.key, start),
    ],
    certificateAuthorities: [
      {
        subject: { organization: 'lab.example', commonName: 'lab-sigstore' },
        uri: 'https://fulcio.lab.example',
        certChain: { certificates: authority.chain.map((der) => ({ rawBytes: der.toString('base64') })) },
        validFor: { start },
      },
    ],
    ctlogs: [toLog('https://ctfe.lab.example/2022', authority.ctKey, start)],
    timestampAuthorities: [
      {
        subject: { organization: 'lab.example', commonName: 'lab-tsa' },
        uri: 'https://timestamp.lab.example/api/v1/timestamp',
        certChain: { certificates: tsa.chain.map((der) => ({ rawBytes: der.toString('base64') })) },
        validFor: { start },
      },
    ],
  }
}

function toTiledLog({ host, spki, logId }: TiledLog, start: string): object {
  return {
    baseUrl: `https://${host}`,
    hashAlgorithm: 'SHA2_256',
    publicKey: { rawBytes: spki.toString('base64'), keyDetails: 'PKIX_ED25519', validFor: { start } },
    logId: { keyId: logId.toString('base64') },
  }
}

function toLog(baseUrl: string, { spki }: KeyPair, start: string): object {
  return {
    baseUrl,
    hashAlgorithm: 'SHA2_256',
    publicKey: {
      rawBytes: spki.toString('base64'),
      keyDetails: 'PKIX_ECDSA_P256_SHA_256',
      validFor: { start },
    },
    logId: { keyId: createHash('sha256').update(spki).digest('base64') },
  }
}
