// More bad worlds, for the finer edges of each format; and worlds that look
// odd and are none the worse for it, which must end verified.
import { answerFor } from './rekor-api.js'
import { createHash } from 'node:crypto'
import { toContent } from './content.js'
import { INJECTION, TARGET, type World, rejected, unverifiable } from './hostile.js'
import { SBOM_HOSTILE_WORLDS } from './hostile-sbom.js'
import type { Lab } from './lab.js'
import {
  type Release,
  SBOM_PATH,
  type SignOptions,
  type SignedArtifact,
  createSbom,
  signArtifact,
} from './release.js'
import type { EntryAnswer } from './transparency-log.js'
import { type Behaviour, behaviours } from './web-server.js'

const KUBEADM = 'bin/linux/amd64/kubeadm'
/** The order of P-256 (FIPS 186-5): (r, s) and (r, n − s) are both signatures. */
const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
/** Deeper than a recursive reader of JSON can go. */
const NESTING = 400_000

type Apply = World['apply']

const serve =
  (path: string, behaviour: Behaviour): Apply =>
  (lab) => {
    lab.cdn.override(path, behaviour)
  }
const serveEntry =
  (behaviour: Behaviour): Apply =>
  (lab, release) => {
    answerFor(lab.rekor, release.artifact(TARGET).entry.leafHash, behaviour)
  }
const rewriteText = (change: (text: string) => string): Behaviour =>
  behaviours.rewrite((bytes) => change(bytes.toString()))

function put(lab: Lab, path: string, { content, sidecars }: SignedArtifact): void {
  lab.cdn.override(path, behaviours.answer({ status: 200, content }))
  for (const [ending, bytes] of Object.entries(sidecars))
    lab.cdn.override(path + ending, behaviours.body(bytes))
}

/** The target's own bytes, signed again. */
const signAgain =
  (change: (lab: Lab) => Partial<SignOptions>): Apply =>
  async (lab, release) => {
    put(lab, TARGET, await signArtifact(release.artifact(TARGET).content, { ...lab.signing, ...change(lab) }))
  }

/** An SBOM by the release's own signer, validly logged. */
const publishSbom =
  (make: (release: Release) => string): Apply =>
  async (lab, release) => {
    put(lab, SBOM_PATH, await signArtifact(toContent(Buffer.from(make(release))), lab.signing))
  }

type Proof = NonNullable<EntryAnswer['verification']['inclusionProof']>

const answer =
  (change: (entry: EntryAnswer, proof: Proof, lab: Lab) => void): Apply =>
  (lab, release) => {
    const { entry } = release.artifact(TARGET)
    const changed = lab.log.answer(entry)
    const { inclusionProof } = changed.verification
    if (inclusionProof === undefined) throw new Error('the lab gave no proof')
    change(changed, inclusionProof, lab)
    answerFor(lab.rekor, entry.leafHash, lab.answerFor(entry.leafHash, changed))
  }

const blockOf = (path: string, text: string): string => {
  const block = text.split('\n\n').find((candidate) => candidate.startsWith(`FileName: ${path}\n`))
  if (block === undefined) throw new Error(`the lab's SBOM does not list ${path}`)
  return block
}

/** The other signature that everybody can make out of a signature. */
function otherS(der: Buffer): Buffer {
  const r = der.subarray(2, 4 + (der[3] ?? 0))
  const s = BigInt(`0x${der.subarray(2 + r.length + 2).toString('hex')}`)
  const hex = (P256_ORDER - s).toString(16).padStart(64, '0')
  const positive = Buffer.from(hex, 'hex')
  const digits = (positive[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.of(0), positive]) : trimZeros(positive)
  const content = Buffer.concat([r, Buffer.of(2, digits.length), digits])
  return Buffer.concat([Buffer.of(0x30, content.length), content])
}

/** DER: no leading zero, unless the next byte would make the number negative. */
function trimZeros(bytes: Buffer): Buffer {
  const start = bytes.findIndex((byte, index) => byte !== 0 || (bytes[index + 1] ?? 0) > 0x7f)
  return bytes.subarray(start)
}

const pemOf = (base64: string): string =>
  `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`
const toLine = (text: string): string => Buffer.from(text, 'latin1').toString('base64')
const fromLine = (line: string): string => Buffer.from(line, 'base64').toString('latin1')

export const FURTHER_HOSTILE_WORLDS: readonly World[] = [
  // The signature
  rejected(
    'the signature of zeros, which broken verifiers accept for everything',
    ['signature', 'SIGNATURE_INVALID'],
    serve(`${TARGET}.sig`, behaviours.body(Buffer.from('3006020100020100', 'hex').toString('base64'))),
  ),
  unverifiable(
    'a signature with bytes after it',
    ['signature', 'SIGNATURE_INVALID'],
    serve(
      `${TARGET}.sig`,
      behaviours.rewrite((bytes) => toLine(`${fromLine(bytes.toString())}\0`)),
    ),
  ),
  unverifiable(
    'the other s: a valid signature, but not the one that was logged',
    ['log-entry-binding', 'EVIDENCE_LOG_ENTRY_MISSING'],
    (lab, release) => {
      const signature = otherS(release.artifact(TARGET).signature).toString('base64')
      lab.cdn.override(`${TARGET}.sig`, behaviours.body(signature))
    },
  ),
  unverifiable(
    'a signature that the server says is compressed',
    ['signature', 'FETCH_ENCODING_UNSUPPORTED'],
    serve(
      `${TARGET}.sig`,
      behaviours.answer({
        status: 200,
        content: toContent(Buffer.alloc(64)),
        headers: { 'content-encoding': 'gzip' },
      }),
    ),
  ),
  ...[204, 206, 300, 304].map((status) =>
    unverifiable(
      `a signature with status ${status}`,
      ['signature', 'FETCH_HTTP_STATUS'],
      serve(
        `${TARGET}.sig`,
        behaviours.raw(`HTTP/1.1 ${status} Odd\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`),
      ),
    ),
  ),

  // The redirects
  ...[
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'https://user:password@evil.example/',
    'data:text/plain,AAAA',
    '//evil.example/kubectl.sig',
  ].map((location) =>
    unverifiable(
      `a redirect to ${location}`,
      ['signature', 'FETCH_HOST_NOT_ALLOWED'],
      serve(`${TARGET}.sig`, behaviours.redirect(location)),
    ),
  ),
  unverifiable(
    'redirects that go round',
    ['signature', 'FETCH_HTTP_STATUS'],
    serve(`${TARGET}.sig`, behaviours.redirect('kubectl.sig')),
  ),
  unverifiable(
    'a redirect to nowhere',
    ['signature', 'FETCH_HTTP_STATUS'],
    serve(`${TARGET}.sig`, behaviours.status(302)),
  ),

  // The certificate and the checksum
  rejected("another artifact's certificate", ['signature', 'SIGNATURE_INVALID'], (lab, release) => {
    lab.cdn.override(`${TARGET}.cert`, behaviours.body(release.artifact(KUBEADM).sidecars['.cert'] ?? ''))
  }),
  unverifiable(
    'two certificates in one file',
    ['certificate-chain', 'EVIDENCE_UNREADABLE'],
    serve(
      `${TARGET}.cert`,
      rewriteText((line) => toLine(fromLine(line).repeat(2))),
    ),
  ),
  unverifiable(
    'a certificate that is PEM of nothing',
    ['certificate-chain', 'EVIDENCE_UNREADABLE'],
    serve(`${TARGET}.cert`, behaviours.body(toLine(pemOf('AAAA')))),
  ),
  unverifiable(
    'workflow commands for a certificate',
    ['certificate-chain', 'EVIDENCE_UNREADABLE'],
    serve(`${TARGET}.cert`, behaviours.body(toLine(pemOf(toLine(INJECTION))))),
  ),
  unverifiable(
    'an endless certificate',
    ['certificate-chain', 'FETCH_TOO_LARGE'],
    serve(`${TARGET}.cert`, behaviours.endless()),
  ),
  rejected("the authority's own certificate for the signer's", ['signature', 'SIGNATURE_INVALID'], (lab) => {
    const [intermediate = Buffer.alloc(0)] = lab.authority.chain
    const lines = intermediate.toString('base64').match(/.{1,64}/g) ?? []
    lab.cdn.override(`${TARGET}.cert`, behaviours.body(toLine(pemOf(lines.join('\n')))))
  }),
  unverifiable(
    'an empty checksum',
    ['digest', 'FETCH_ANSWER_UNEXPECTED'],
    serve(`${TARGET}.sha256`, behaviours.body('')),
  ),
  unverifiable('a SHA-512 for the checksum', ['digest', 'EVIDENCE_UNREADABLE'], (lab, release) => {
    lab.cdn.override(`${TARGET}.sha256`, behaviours.body(release.artifact(TARGET).sha512))
  }),

  // The log's answer
  ...[
    ['a list', (json: string) => `[${json}]`],
    ['null', () => 'null'],
    ['cut short', (json: string) => json.slice(0, -1)],
    ['deeply nested', () => '['.repeat(NESTING) + ']'.repeat(NESTING)],
    ['under __proto__', (json: string) => json.replace(/^\{"[0-9a-f]{80}"/, '{"__proto__"')],
    ['under a UUID of another leaf', (json: string) => json.replace(/[0-9a-f]{64}":/, `${'0'.repeat(64)}":`)],
    ['with an index in words', (json: string) => json.replace(/"logIndex":\d+/, '"logIndex":"many"')],
    ['with an index past all numbers', (json: string) => json.replace(/"logIndex":\d+/, '"logIndex":1e999')],
    ['with half an index', (json: string) => json.replace(/"logIndex":(\d+)/, '"logIndex":$1.5')],
    [
      'with a time past all dates',
      (json: string) => json.replace(/"integratedTime":\d+/, '"integratedTime":1e15'),
    ],
    ['with a time below zero', (json: string) => json.replace(/"integratedTime":/, '"integratedTime":-')],
    ['with a root that is no hash', (json: string) => json.replace(/"rootHash":"../, '"rootHash":"')],
  ].map(([name, change]) =>
    unverifiable(
      `a log entry ${name as string}`,
      ['log-entry-binding', 'EVIDENCE_UNREADABLE', 'FETCH_ANSWER_UNEXPECTED'],
      serveEntry(rewriteText(change as (json: string) => string)),
    ),
  ),
  unverifiable(
    'an endless log entry',
    ['log-entry-binding', 'FETCH_TOO_LARGE'],
    serveEntry(behaviours.endless()),
  ),
  rejected(
    'a log entry that says it is of a log nobody trusts',
    ['checkpoint', 'CHECKPOINT_INVALID', 'SIGNED_ENTRY_TIMESTAMP_INVALID'],
    answer((entry) => {
      entry.logID = '0'.repeat(64)
    }),
  ),
  rejected(
    'a proof for a tree with nothing in it',
    ['inclusion-proof', 'INCLUSION_PROOF_INVALID', 'CHECKPOINT_INVALID'],
    answer((_, proof) => {
      proof.treeSize = 0
      proof.hashes = []
    }),
  ),
  rejected(
    'a proof for a leaf behind the end of the tree',
    ['inclusion-proof', 'INCLUSION_PROOF_INVALID'],
    answer((_, proof) => {
      proof.logIndex = proof.treeSize
    }),
  ),
  rejected(
    'a tree of this one leaf alone, under a checkpoint of the real tree',
    ['checkpoint', 'CHECKPOINT_INVALID'],
    answer((entry, proof) => {
      const leaf = createHash('sha256').update(Buffer.of(0)).update(Buffer.from(entry.body, 'base64'))
      Object.assign(proof, { logIndex: 0, treeSize: 1, hashes: [], rootHash: leaf.digest('hex') })
    }),
  ),
  rejected(
    "a checkpoint under another key's hint",
    ['checkpoint', 'CHECKPOINT_INVALID'],
    answer((_, proof) => {
      proof.checkpoint = proof.checkpoint.replace(
        /^(— \S+ )(\S+)$/m,
        (_line, name: string, base64: string) => {
          const bytes = Buffer.from(base64, 'base64')
          bytes[0] = (bytes[0] ?? 0) ^ 1
          return name + bytes.toString('base64')
        },
      )
    }),
  ),
  unverifiable(
    'a checkpoint without a signature',
    ['checkpoint', 'EVIDENCE_UNREADABLE'],
    answer((_, proof) => {
      proof.checkpoint = proof.checkpoint.replace(/— .*\n$/, '')
    }),
  ),
  rejected(
    'a checkpoint with a line added to its text',
    ['checkpoint', 'CHECKPOINT_INVALID'],
    answer((_, proof) => {
      proof.checkpoint = proof.checkpoint.replace('\n\n', '\nTimestamp: 1\n\n')
    }),
  ),

  // The release
  ...[
    'https://sbom.k8s.io/v1.35.3/release',
    'https://sbom.k8s.io/v1.35.20/release',
    'https://sbom.k8s.io/v1.35.2/source',
    'https://sbom.k8s.io/v1.35.2/release/evil',
    'HTTPS://SBOM.K8S.IO/v1.35.2/release',
  ].map((namespace) =>
    rejected(
      `a validly signed SBOM of ${namespace}`,
      ['release-binding', 'RELEASE_SBOM_REJECTED'],
      publishSbom(({ version, artifacts }) =>
        createSbom(version, artifacts).replace(/^DocumentNamespace: .*$/m, `DocumentNamespace: ${namespace}`),
      ),
    ),
  ),
  rejected(
    'an SBOM that lists the file in a comment only',
    ['release-binding', 'RELEASE_BINDING_MISMATCH'],
    publishSbom(({ version, artifacts }) => {
      const text = createSbom(version, artifacts)
      const block = blockOf(TARGET, text)
      return text.replace(block, `FileName: bin/other\nFileComment: <text>\n${block}\n</text>`)
    }),
  ),
  rejected(
    'an SBOM with the SHA-1 of the file alone',
    ['release-binding', 'RELEASE_BINDING_MISMATCH'],
    publishSbom(({ version, artifacts }) => {
      const text = createSbom(version, artifacts)
      const block = blockOf(TARGET, text)
      return text.replace(block, block.replace(/FileChecksum: SHA(?:256|512): .*\n/g, ''))
    }),
  ),
  rejected(
    'an SBOM that lists the file in another folder',
    ['release-binding', 'RELEASE_BINDING_MISMATCH'],
    publishSbom(({ version, artifacts }) =>
      createSbom(version, artifacts).replace(`FileName: ${TARGET}\n`, `FileName: evil/${TARGET}\n`),
    ),
  ),
  unverifiable(
    'an HTML page for the SBOM',
    ['release-binding', 'RELEASE_BINDING_UNAVAILABLE'],
    serve(SBOM_PATH, behaviours.html()),
  ),
  unverifiable(
    'an SBOM that is not in the log',
    ['release-binding', 'RELEASE_BINDING_UNAVAILABLE'],
    (lab, release) => {
      lab.rekor.override(release.artifact(SBOM_PATH).entry.leafHash, behaviours.status(404))
    },
  ),
  ...SBOM_HOSTILE_WORLDS,
]

export interface HarmlessWorld {
  readonly name: string
  readonly apply: Apply
}

/** Odd, and fine: the run must end verified. */
export const HARMLESS_WORLDS: readonly HarmlessWorld[] = [
  { name: 'a certificate of 2022', apply: signAgain(() => ({ issuerExtensions: 'v1' })) },
  {
    name: 'logged in the second in which the certificate starts',
    apply: signAgain(({ signing }) => ({ loggedAt: signing.signedAt })),
  },
  {
    name: 'logged in the last second of the certificate',
    apply: signAgain(({ signing }) => ({ loggedAt: new Date(signing.signedAt.getTime() + 600_000) })),
  },
  {
    name: 'newlines after the sidecars',
    apply: (lab) => {
      for (const ending of ['.sig', '.cert', '.sha256']) {
        lab.cdn.override(
          TARGET + ending,
          rewriteText((text) => `${text}\r\n`),
        )
      }
    },
  },
  { name: 'a certificate in plain PEM', apply: serve(`${TARGET}.cert`, rewriteText(fromLine)) },
  {
    name: 'a certificate in PEM that was wrapped anew',
    apply: serve(
      `${TARGET}.cert`,
      rewriteText((line) => {
        const base64 = fromLine(line).replace(/-----[A-Z ]+-----|\n/g, '')
        return pemOf((base64.match(/.{1,76}/g) ?? []).join('\n')).replaceAll('\n', '\r\n')
      }),
    ),
  },
  {
    name: 'a checksum in capitals',
    apply: serve(
      `${TARGET}.sha256`,
      rewriteText((hex) => hex.toUpperCase()),
    ),
  },
  {
    name: 'a log entry under its leaf hash alone',
    apply: serveEntry(rewriteText((json) => json.replace(/^\{"[0-9a-f]{16}/, '{"'))),
  },
  {
    name: "a checkpoint under the name of the log's machine",
    apply: answer((_, proof, { log }) => {
      proof.checkpoint = proof.checkpoint.replace(`— ${log.host} `, '— ip-10-0-0-7.internal ')
    }),
  },
  {
    name: 'a log that answers with two entries, of which one was asked for',
    apply: (lab, release) => {
      const entries = [TARGET, 'bin/linux/amd64/kubeadm'].map((path) => release.artifact(path).entry)
      const both = entries.map((entry) => [lab.log.uuid(entry.leafHash), lab.log.answer(entry)])
      answerFor(lab.rekor, release.artifact(TARGET).entry.leafHash, JSON.stringify(Object.fromEntries(both)))
    },
  },
  {
    name: 'a checkpoint with a witness beside the log',
    apply: answer((_, proof) => {
      proof.checkpoint += `— witness.example ${Buffer.alloc(68, 7).toString('base64')}\n`
    }),
  },
  {
    name: 'an SBOM with the line ends of Windows',
    apply: publishSbom(({ version, artifacts }) => createSbom(version, artifacts).replaceAll('\n', '\r\n')),
  },
  {
    name: 'an SBOM whose paths start with ./',
    apply: publishSbom(({ version, artifacts }) =>
      createSbom(version, artifacts).replaceAll('FileName: bin/', 'FileName: ./bin/'),
    ),
  },
  {
    name: 'a log that grew since',
    apply: ({ log }) => {
      for (let index = 0; index < 100; index++) {
        log.addHashedrekord({
          sha256Hex: createHash('sha256').update(`stranger ${index}`).digest('hex'),
          signature: Buffer.of(0x30, 0),
          certificatePem: pemOf('AAAA'),
          integratedTime: new Date(0),
        })
      }
    },
  },
  {
    name: 'a redirect more',
    apply: (lab) => {
      lab.cdn.override(`${TARGET}.sig`, behaviours.redirect('kubectl.sig'), { times: 1 })
    },
  },
]
