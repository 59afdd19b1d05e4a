// HTTPS before a lab server, with a certificate that only those trust who are given it.
import 'reflect-metadata'
import { createServer, type Server } from 'node:https'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** Found by no resolver: the lab's proxy knows it. */
export const TLS_FRONT_NAME = 'mirror.lab.example'

export interface TlsFront {
  readonly url: string
  readonly port: number
  /** PEM; it vouches for itself. */
  readonly certificate: string
  close(): Promise<void>
}

/** @param names that its certificate is for, beside loopback */
export async function startTlsFront(
  behind: { readonly url: string },
  names: readonly string[] = [TLS_FRONT_NAME],
): Promise<TlsFront> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${TLS_FRONT_NAME}`,
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.SubjectAlternativeNameExtension([
        { type: 'ip', value: '127.0.0.1' },
        ...names.map((value) => ({ type: 'dns', value }) as const),
      ]),
    ],
  })
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  const pem = certificate.toString('pem')
  const server: Server = createServer(
    { key: `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`, cert: pem },
    (incoming, outgoing) => {
      const onward = request(
        new URL(incoming.url ?? '/', behind.url),
        { method: incoming.method, headers: incoming.headers },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
          answer.pipe(outgoing)
        },
      )
      onward.on('error', () => outgoing.destroy())
      incoming.pipe(onward)
    },
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `https://127.0.0.1:${port}`,
    port,
    certificate: pem,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
