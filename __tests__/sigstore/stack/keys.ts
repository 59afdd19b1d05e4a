// Keys and certificates that the real servers are started with. Fulcio and the
// CT log want keys with a password.
import 'reflect-metadata'
import { createPrivateKey, generateKeyPairSync, webcrypto } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as x509 from '@peculiar/x509'

x509.cryptoProvider.set(webcrypto as never)

export const PASSWORD = 'secret'
const P384 = { name: 'ECDSA', namedCurve: 'P-384' }
const SIGNING = { name: 'ECDSA', hash: 'SHA-384' }
const CODE_SIGNING = '1.3.6.1.5.5.7.3.3'
const DAY_MS = 24 * 3600_000

export interface KeyFiles {
  readonly privateKey: string
  readonly publicKey: string
}

/** An ECDSA key on P-256 as a log has it, its private half with the password if that is wanted. */
export async function writeLogKey(folder: string, name: string, password?: string): Promise<KeyFiles> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const locked = password === undefined ? {} : { cipher: 'aes-256-cbc', passphrase: password }
  // The CT log reads a password only in OpenSSL's older form, Rekor only PKCS #8.
  const type = password === undefined ? ('pkcs8' as const) : ('sec1' as const)
  return writePair(folder, name, {
    privateKey: privateKey.export({ type, format: 'pem', ...locked } as never) as unknown as string,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
  })
}

/** An Ed25519 key, as Rekor v2 signs its checkpoints. */
export async function writeTilesKey(folder: string, name: string): Promise<KeyFiles> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return writePair(folder, name, {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
  })
}

async function writePair(folder: string, name: string, pem: KeyFiles): Promise<KeyFiles> {
  const files = { privateKey: join(folder, `${name}.key`), publicKey: join(folder, `${name}.pub`) }
  await writeFile(files.privateKey, pem.privateKey, { mode: 0o600 })
  await writeFile(files.publicKey, pem.publicKey)
  return files
}

export interface AuthorityFiles {
  /** The intermediate first, as Fulcio wants it. */
  readonly chain: string
  readonly root: string
  /** The intermediate's, with the password. */
  readonly privateKey: string
}

/** Root and intermediate for a Fulcio whose authority is a file. */
export async function writeAuthority(folder: string): Promise<AuthorityFiles> {
  const dates = { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + 365 * DAY_MS) }
  const rootKeys = await webcrypto.subtle.generateKey(P384, true, ['sign', 'verify'])
  const keys = await webcrypto.subtle.generateKey(P384, true, ['sign', 'verify'])
  const usage = new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true)
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    ...dates,
    serialNumber: '01',
    name: 'O=real.example, CN=real-root',
    keys: rootKeys,
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      usage,
      await x509.SubjectKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  })
  const intermediate = await x509.X509CertificateGenerator.create({
    ...dates,
    serialNumber: '02',
    subject: 'O=real.example, CN=real-intermediate',
    issuer: root.subject,
    publicKey: keys.publicKey,
    signingKey: rootKeys.privateKey,
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      usage,
      new x509.ExtendedKeyUsageExtension([CODE_SIGNING]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  })
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  const locked = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: PASSWORD,
  }) as string
  const files = {
    chain: join(folder, 'fulcio-chain.pem'),
    root: join(folder, 'fulcio-root.pem'),
    privateKey: join(folder, 'fulcio.key'),
  }
  await writeFile(files.chain, `${intermediate.toString('pem')}\n${root.toString('pem')}\n`)
  await writeFile(files.root, `${root.toString('pem')}\n`)
  await writeFile(files.privateKey, locked, { mode: 0o600 })
  return files
}
