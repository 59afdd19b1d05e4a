// An OIDC issuer on plain http that vouches for whomever it is told to, in the
// name of another issuer: Fulcio reads that from `federated_claims.connector_id`.
import { type KeyObject, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const LIFETIME_S = 3600
export const AUDIENCE = 'sigstore'

export class Issuer {
  readonly url: string
  readonly #server: Server
  readonly #key: KeyObject

  private constructor(url: string, server: Server, key: KeyObject) {
    this.url = url
    this.#server = server
    this.#key = key
  }

  static async start(): Promise<Issuer> {
    // cosign takes a token inline only if it is RS256.
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }]
    let url = ''
    const server = createServer((request, response) => {
      const documents: Record<string, object> = {
        '/.well-known/openid-configuration': {
          issuer: url,
          jwks_uri: `${url}/keys`,
          authorization_endpoint: `${url}/authorize`,
          token_endpoint: `${url}/token`,
          response_types_supported: ['id_token'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        },
        '/keys': { keys },
      }
      const document = documents[request.url ?? '']
      response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(document ?? {}))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return new Issuer(url, server, privateKey)
  }

  /** An identity token for an e-mail address that another issuer vouched for. */
  token(email: string, connector: string): string {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: this.url,
      aud: AUDIENCE,
      sub: email,
      email,
      email_verified: true,
      iat: now,
      exp: now + LIFETIME_S,
      jti: randomUUID(),
      federated_claims: { connector_id: connector, user_id: email },
    }
    const signed = [{ alg: 'RS256', kid: 'key', typ: 'JWT' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(this.#key, 'base64url')}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
