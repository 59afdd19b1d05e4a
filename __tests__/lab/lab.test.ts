// The lab before judges that know nothing of it: Node's crypto, the Sigstore
// project's own verifier, and a log entry that the public log took in 2022.
// What they accept is real; what the lab forges, they must refuse.
import { X509Certificate, createHash, createPublicKey, verify } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { get } from 'node:http'
import { join } from 'node:path'
import { bundleFromJSON } from '@sigstore/bundle'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { Verifier, toSignedEntity, toTrustMaterial } from '@sigstore/verify'
import { createAuthority, generateKeyPair } from '../../src/lab/authority.js'
import { readAll } from '../../src/lab/content.js'
import { INJECTION } from '../../src/lab/hostile.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import {
  RELEASE_ISSUER,
  RELEASE_SIGNER,
  type Release,
  SBOM_PATH,
  type SignOptions,
  type SignedArtifact,
  signArtifact,
} from '../../src/lab/release.js'
import { ROOT } from '../support/folders.js'
import { type EntryAnswer, TransparencyLog } from '../../src/lab/transparency-log.js'

const LAB = join(ROOT, 'src', 'lab')
const NOW = new Date('2026-11-23T12:00:00Z')
const KUBECTL = 'bin/linux/amd64/kubectl'

let lab: Lab
let release: Release

beforeAll(async () => {
  lab = await startLab({ now: NOW })
  release = await lab.publish({ version: 'v1.35.2' })
})
afterAll(() => lab.close())
afterEach(() => {
  lab.reset()
})

/** A bundle v0.3 by hand, field by field, as sigstore_bundle.proto has it in JSON. */
function toBundle({ sha256, signature, certificate }: SignedArtifact, entry: EntryAnswer): unknown {
  const { inclusionProof: proof, signedEntryTimestamp } = entry.verification
  const fromHex = (hex: string): string => Buffer.from(hex, 'hex').toString('base64')
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {
      certificate: { rawBytes: certificate.toString('base64') },
      tlogEntries: [
        {
          logIndex: String(entry.logIndex),
          logId: { keyId: fromHex(entry.logID) },
          kindVersion: { kind: 'hashedrekord', version: '0.0.1' },
          integratedTime: String(entry.integratedTime),
          inclusionPromise: { signedEntryTimestamp },
          inclusionProof: proof && {
            logIndex: String(proof.logIndex),
            rootHash: fromHex(proof.rootHash),
            treeSize: String(proof.treeSize),
            hashes: proof.hashes.map(fromHex),
            checkpoint: { envelope: proof.checkpoint },
          },
          canonicalizedBody: entry.body,
        },
      ],
    },
    messageSignature: {
      messageDigest: { algorithm: 'SHA2_256', digest: fromHex(sha256) },
      signature: signature.toString('base64'),
    },
  }
}

/** What Sigstore's own verifier says of an artifact, with the log's answer changed or not. */
function judge(artifact: SignedArtifact, answer = lab.log.answer(artifact.entry)): string {
  const trust = toTrustMaterial(TrustedRoot.fromJSON(lab.trustedRoot))
  const entity = toSignedEntity(bundleFromJSON(toBundle(artifact, answer)), readAll(artifact.content))
  try {
    const { identity } = new Verifier(trust).verify(entity)
    return `accepted: ${identity?.subjectAlternativeName}, ${identity?.extensions?.issuer}`
  } catch (thrown) {
    return `refused: ${(thrown as { code?: string }).code}`
  }
}

function signAgain(options: Partial<SignOptions>): Promise<SignedArtifact> {
  return signArtifact(release.artifact(KUBECTL).content, { ...lab.signing, ...options })
}

async function download(url: string): Promise<{ status: number; body: Buffer; headers: Headers }> {
  const response = await fetch(url)
  return {
    status: response.status,
    body: Buffer.from(await response.arrayBuffer()),
    headers: response.headers,
  }
}

describe('certificates, before OpenSSL', () => {
  test('the chain: leaf, intermediate, root', () => {
    const [intermediate, root] = lab.authority.chain.map((der) => new X509Certificate(der)) as [
      X509Certificate,
      X509Certificate,
    ]
    const leaf = new X509Certificate(release.artifact(KUBECTL).certificate)
    expect(leaf.verify(intermediate.publicKey)).toBe(true)
    expect(leaf.checkIssued(intermediate)).toBe(true)
    expect(intermediate.verify(root.publicKey)).toBe(true)
    expect(intermediate.checkIssued(root)).toBe(true)
    expect(root.verify(root.publicKey)).toBe(true)
    expect([root.ca, intermediate.ca, leaf.ca]).toEqual([true, true, false])
    expect(intermediate.subject).toBe('O=lab.example\nCN=lab-sigstore-intermediate')
    expect([root, intermediate].map(({ publicKey }) => publicKey.asymmetricKeyDetails?.namedCurve)).toEqual([
      'secp384r1',
      'secp384r1',
    ])
  })

  test('the leaf is what Fulcio issues to the signer of Kubernetes releases', () => {
    const leaf = new X509Certificate(release.artifact(KUBECTL).certificate)
    expect(leaf.subject).toBeFalsy()
    expect(leaf.subjectAltName).toBe(`email:${RELEASE_SIGNER}`)
    expect(leaf.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' })
    // Node's name for it is the extended key usage.
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.3'])
    expect(Date.parse(leaf.validTo) - Date.parse(leaf.validFrom)).toBe(10 * 60_000)
  })

  test('no two leaves have a serial number or a key in common', () => {
    const leaves = [...release.artifacts.values()].map(({ certificate }) => new X509Certificate(certificate))
    const fingerprints = leaves.map(({ publicKey }) => publicKey.export({ format: 'pem', type: 'spki' }))
    expect(new Set(leaves.map(({ serialNumber }) => serialNumber)).size).toBe(leaves.length)
    expect(new Set(fingerprints).size).toBe(leaves.length)
  })
})

describe('sidecars and log entries, in their forms', () => {
  test('.sig and .cert are one line of base64, .sha256 and .sha512 bare hex', () => {
    for (const { sidecars, content, signature, certificate } of release.artifacts.values()) {
      const bytes = readAll(content)
      const text = (ending: string): string => sidecars[ending]?.toString('latin1') ?? ''
      expect(text('.sig')).toBe(signature.toString('base64'))
      const pem = Buffer.from(text('.cert'), 'base64').toString('latin1')
      expect(text('.cert')).toBe(Buffer.from(pem).toString('base64'))
      expect(pem).toMatch(/^-----BEGIN CERTIFICATE-----\n(?:.{64}\n)*.{1,64}\n-----END CERTIFICATE-----\n$/)
      expect(new X509Certificate(pem).raw).toEqual(certificate)
      expect(text('.sha256')).toBe(createHash('sha256').update(bytes).digest('hex'))
      expect(text('.sha512')).toBe(createHash('sha512').update(bytes).digest('hex'))
      expect(verify('sha256', bytes, new X509Certificate(pem).publicKey, signature)).toBe(true)
    }
  })

  test('the log writes the entry of kubectl v1.26.0-rc.1 as the public log did', async () => {
    // Its UUID there is 24296fb24b8ad77a and this leaf hash, its index 8173886.
    const body = await readFile(join(LAB, 'fixtures', 'kubectl-v1.26.0-rc.1.hashedrekord'))
    const { spec } = JSON.parse(body.toString()) as {
      spec: {
        data: { hash: { value: string } }
        signature: { content: string; publicKey: { content: string } }
      }
    }
    const log = await TransparencyLog.create()
    const entry = log.addHashedrekord({
      sha256Hex: spec.data.hash.value,
      signature: Buffer.from(spec.signature.content, 'base64'),
      certificatePem: Buffer.from(spec.signature.publicKey.content, 'base64').toString(),
      integratedTime: new Date(1669834747_000),
    })
    expect(entry.body.equals(body)).toBe(true)
    expect(entry.leafHash).toBe('5d54b39222e3fa9a21bcb0badd8aac939b4b0d1d9085b37f1f10b18a8cd24657')
  })

  test('the checkpoint and the signed entry timestamp are signed by the key that the log ID names', () => {
    const { spki } = lab.log.key
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    const { body, integratedTime, logID, logIndex, verification } = lab.log.answer(
      release.artifact(KUBECTL).entry,
    )
    expect(logID).toBe(createHash('sha256').update(spki).digest('hex'))
    expect(logIndex).toBeGreaterThan(2 ** 31)
    // RFC 8785: names sorted, no space.
    const promised = `{"body":"${body}","integratedTime":${integratedTime},"logID":"${logID}","logIndex":${logIndex}}`
    const timestamp = Buffer.from(verification.signedEntryTimestamp ?? '', 'base64')
    expect(verify('sha256', Buffer.from(promised), key, timestamp)).toBe(true)

    const proof = verification.inclusionProof
    const [, text = '', name, signed = ''] =
      /^([^]*?\n)\n— (\S+) (\S+)\n$/.exec(proof?.checkpoint ?? '') ?? []
    const [origin, size, root, ...rest] = text.split('\n')
    expect([size, Buffer.from(root ?? '', 'base64').toString('hex')]).toEqual([
      String(proof?.treeSize),
      proof?.rootHash,
    ])
    expect(rest).toEqual([''])
    expect(name).toBe('rekor.lab.example')
    expect(origin).toMatch(/^rekor\.lab\.example - \d+$/)
    const bytes = Buffer.from(signed, 'base64')
    expect(bytes.subarray(0, 4).toString('hex')).toBe(logID.slice(0, 8))
    expect(verify('sha256', Buffer.from(text), key, bytes.subarray(4))).toBe(true)
  })
})

describe("before Sigstore's own verifier", () => {
  test('everything that a release publishes is accepted', () => {
    for (const artifact of release.artifacts.values()) {
      expect(judge(artifact)).toBe(`accepted: ${RELEASE_SIGNER}, ${RELEASE_ISSUER}`)
    }
  })

  test('a certificate of 2022, with the first issuer extension alone', async () => {
    const artifact = await signAgain({ issuerExtensions: 'v1' })
    expect(judge(artifact)).toBe(`accepted: ${RELEASE_SIGNER}, ${RELEASE_ISSUER}`)
  })

  test.each([
    'xkrel-staging@k8s-releng-prod.iam.gserviceaccount.com',
    'https://evil.example/krel-staging@k8s-releng-prod.iam.gserviceaccount.com',
    `evil${INJECTION}@example.com`,
  ])('another signer is validly signed and logged: %j', async (identity) => {
    expect(judge(await signAgain({ identity }))).toBe(`accepted: ${identity}, ${RELEASE_ISSUER}`)
  })

  test('another issuer is validly signed and logged', async () => {
    const issuer = 'https://accounts.google.com.evil.example'
    expect(judge(await signAgain({ issuer }))).toBe(`accepted: ${RELEASE_SIGNER}, ${issuer}`)
  })

  test('forged certificates are refused', async () => {
    const refused = 'refused: CERTIFICATE_ERROR'
    expect(judge(await signAgain({ authority: await createAuthority({ now: NOW }) }))).toBe(refused)
    expect(judge(await signAgain({ omitTimestamp: true }))).toBe(refused)
    expect(judge(await signAgain({ ctKey: await generateKeyPair() }))).toBe(refused)
    const loggedAt = (minutes: number): Date => new Date(lab.signing.signedAt.getTime() + minutes * 60_000)
    expect(judge(await signAgain({ loggedAt: loggedAt(11) }))).toBe(refused)
    expect(judge(await signAgain({ loggedAt: loggedAt(-1) }))).toBe(refused)
  })

  test('forged log answers are refused', async () => {
    const artifact = release.artifact(KUBECTL)
    const key = await generateKeyPair()
    const changed = (change: (answer: EntryAnswer) => void): string => {
      const answer = lab.log.answer(artifact.entry)
      change(answer)
      return judge(artifact, answer)
    }
    const proofOf = ({ verification }: EntryAnswer): { hashes: string[]; logIndex: number } =>
      verification.inclusionProof ?? { hashes: [], logIndex: 0 }
    const byKey = (forge: Parameters<TransparencyLog['answer']>[1]): string =>
      judge(artifact, lab.log.answer(artifact.entry, forge))

    expect(byKey({ checkpointKey: key })).toBe('refused: TLOG_INCLUSION_PROOF_ERROR')
    expect(byKey({ entryTimestampKey: key })).toBe('refused: TLOG_INCLUSION_PROMISE_ERROR')
    expect(changed((answer) => (answer.integratedTime += 1))).toBe('refused: TLOG_INCLUSION_PROMISE_ERROR')
    expect(changed((answer) => (answer.logIndex += 1))).toBe('refused: TLOG_INCLUSION_PROMISE_ERROR')
    expect(changed((answer) => (proofOf(answer).logIndex -= 1))).toBe('refused: TLOG_INCLUSION_PROOF_ERROR')
    expect(changed((answer) => proofOf(answer).hashes.reverse())).toBe('refused: TLOG_INCLUSION_PROOF_ERROR')
    expect(changed((answer) => proofOf(answer).hashes.push('0'.repeat(64)))).toBe(
      'refused: TLOG_INCLUSION_PROOF_ERROR',
    )
    const other = release.artifact('bin/linux/amd64/kubeadm')
    expect(judge(artifact, lab.log.answer(other.entry))).toBe('refused: TLOG_BODY_ERROR')
  })

  test("another log's entry is refused", async () => {
    const log = await TransparencyLog.create()
    const artifact = await signAgain({ log })
    expect(judge(artifact, log.answer(artifact.entry))).toMatch(/^refused: TLOG_/)
  })
})

describe('the servers', () => {
  test('the release site redirects to its CDN, which has the files of the release', async () => {
    const url = `${lab.releaseUrl}/release/v1.35.2/${KUBECTL}`
    const redirect = await fetch(url, { redirect: 'manual' })
    expect([redirect.status, redirect.headers.get('location')]).toEqual([
      302,
      `${lab.cdn.url}/release/v1.35.2/${KUBECTL}`,
    ])
    const artifact = release.artifact(KUBECTL)
    const { status, body, headers } = await download(url)
    expect(status).toBe(200)
    expect(headers.get('content-length')).toBe(String(artifact.content.size))
    expect(body.equals(readAll(artifact.content))).toBe(true)
    for (const [ending, bytes] of Object.entries(artifact.sidecars)) {
      expect((await download(url + ending)).body.equals(bytes)).toBe(true)
    }
    expect((await download(`${url}.none`)).status).toBe(404)
    expect((await download(`${lab.releaseUrl}/release/stable.txt`)).body.toString()).toBe('v1.35.2')
    expect(lab.cdn.requests[0]).toMatchObject({ method: 'GET', url: `/release/v1.35.2/${KUBECTL}` })
  })

  test('the log has an entry by its leaf hash and by its UUID, and nothing else', async () => {
    const { entry } = release.artifact(KUBECTL)
    const entries = `${lab.rekorUrl}/api/v1/log/entries`
    for (const id of [entry.leafHash, lab.log.uuid(entry.leafHash)]) {
      const { status, body } = await download(`${entries}/${id}`)
      expect(status).toBe(200)
      const answer = JSON.parse(body.toString()) as Record<string, EntryAnswer>
      expect(Object.keys(answer)).toEqual([lab.log.uuid(entry.leafHash)])
      expect(judge(release.artifact(KUBECTL), Object.values(answer)[0])).toMatch(/^accepted/)
    }
    expect((await download(`${entries}/${'0'.repeat(64)}`)).status).toBe(404)
  })

  test('the SBOM lists every file of its release with its digests', async () => {
    const { body } = await download(`${lab.releaseUrl}/release/v1.35.2/${SBOM_PATH}`)
    const text = body.toString()
    expect(text).toContain('\nDocumentNamespace: https://sbom.k8s.io/v1.35.2/release\n')
    for (const [path, { content }] of release.artifacts) {
      if (path === SBOM_PATH) continue
      const blocks = text.split('\n\n').filter((block) => block.startsWith(`FileName: ${path}\n`))
      expect(blocks).toHaveLength(path.endsWith('.exe') ? 2 : 1)
      for (const algorithm of ['sha1', 'sha256', 'sha512']) {
        const digest = createHash(algorithm).update(readAll(content)).digest('hex')
        expect(blocks[0]).toContain(`\nFileChecksum: ${algorithm.toUpperCase()}: ${digest}\n`)
      }
    }
  })

  test('200 MB stream through without being in memory', async () => {
    const size = 200_000_000
    const large = await lab.publish({ version: 'v1.35.9', paths: [KUBECTL], sizes: { [KUBECTL]: size } })
    const held = (): number => process.memoryUsage().external + process.memoryUsage().heapUsed
    const before = held()
    const hash = createHash('sha256')
    let received = 0
    let most = 0
    await new Promise<void>((resolve, reject) => {
      get(`${lab.cdn.url}/release/v1.35.9/${KUBECTL}`, (response) => {
        response.on('data', (chunk: Buffer) => {
          received += chunk.length
          hash.update(chunk)
          most = Math.max(most, held() - before)
        })
        response.on('end', resolve).on('error', reject)
      }).on('error', reject)
    })
    expect(received).toBe(size)
    expect(hash.digest('hex')).toBe(large.artifact(KUBECTL).sha256)
    // Not all of it at once; how much of it V8 has not collected yet depends on what else the machine does.
    expect(most).toBeLessThan(0.8 * size)
  })
})

test('the lab shares no code with the program that it tests', async () => {
  const sources = (await readdir(LAB)).filter((name) => name.endsWith('.ts'))
  expect(sources).toContain('transparency-log.ts')
  for (const name of sources) {
    expect({
      name,
      imports: /from '\.\.\//.exec(await readFile(join(LAB, name), 'utf8')),
    }).toEqual({
      name,
      imports: null,
    })
  }
})
