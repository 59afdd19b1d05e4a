// The trusted root of the lab, as Sigstore publishes its own
// (https://github.com/sigstore/protobuf-specs, sigstore_trustroot.proto).
import { createHash } from 'node:crypto'
import type { Authority, KeyPair } from './authority.js'
import type { TransparencyLog } from './transparency-log.js'

export function createTrustedRoot(authority: Authority, log: TransparencyLog): object {
  const start = authority.validFrom.toISOString()
  return {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [toLog(`https://${log.host}`, log.key, start)],
    certificateAuthorities: [
      {
        subject: { organization: 'lab.example', commonName: 'lab-sigstore' },
        uri: 'https://fulcio.lab.example',
        certChain: { certificates: authority.chain.map((der) => ({ rawBytes: der.toString('base64') })) },
        validFor: { start },
      },
    ],
    ctlogs: [toLog('https://ctfe.lab.example/2022', authority.ctKey, start)],
    timestampAuthorities: [],
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
