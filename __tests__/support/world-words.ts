// What people read of each bad world of the lab: the code, how the sentence
// after the artifact's name begins, and how the remedy does. Whatever differs
// from run to run is replaced: URL, HOST, HEX, TIME, INDEX.

export type WorldWords = readonly [code: string, says: string, remedy: string]

export const WORLD_WORDS: Readonly<Record<string, WorldWords>> = {
  'a byte of the artifact changed': [
    'DIGEST_MISMATCH',
    'digest: the signature and the certificate are of sha256:HEX, which the .sha256 file and the SBOM name; the file served is another, sha256:HEX',
    'Do not use this file. Fetch it again, and if it stays the same, ask who runs the server or the mirror.',
  ],
  'artifact and .sha256 changed together': [
    'SIGNATURE_INVALID',
    'signature: the signature and the certificate are of sha256:HEX, which the SBOM names; the file served is another, sha256:HEX',
    'Do not use this file. Fetch it again, and if it stays the same, ask who runs the server or the mirror.',
  ],
  'no artifact': [
    'RELEASE_ARTIFACT_NOT_PUBLISHED',
    'digest: there is no artifact at URL, although its signature is there or the SBOM lists it: it is not published yet, or not for this platform',
    'Check the version, the platform and the release-url.',
  ],
  'an HTML page for the artifact': [
    'FETCH_ANSWER_UNEXPECTED',
    'digest: URL answered with an HTML page, and not in its form (tried 3 times)',
    'Look at what answers there:',
  ],
  'another checksum': [
    'DIGEST_MISMATCH',
    'digest: the .sha256 file is wrong: it names sha256:HEX, and signature and SBOM are of sha256:HEX, as are the bytes',
    'Do not use the artifact. Report the release to the Kubernetes release engineers.',
  ],
  'no checksum': [
    'EVIDENCE_CHECKSUM_MISSING',
    'digest: there is no .sha256 file at URL',
    'Mirror the .sha256 file, which Kubernetes publishes beside every artifact, or use https://dl.k8s.io.',
  ],
  'an HTML page for the checksum': [
    'FETCH_ANSWER_UNEXPECTED',
    'digest: URL answered with an HTML page, and not in its form (tried 3 times)',
    'Look at what answers there:',
  ],
  'a byte of the signature changed': [
    'SIGNATURE_INVALID',
    'signature: the .sig and the .cert do not belong together: the key of the certificate, issued to krel-staging@k8s-releng-prod.iam.gserviceaccount.com,',
    'Do not use the artifact. If the .sha256 file agrees with the bytes, the .sig and .cert were published from different signing runs:',
  ],
  "another artifact's signature": [
    'SIGNATURE_INVALID',
    'signature: the .sig and the .cert do not belong together: the key of the certificate, issued to krel-staging@k8s-releng-prod.iam.gserviceaccount.com,',
    'Do not use the artifact. If the .sha256 file agrees with the bytes, the .sig and .cert were published from different signing runs:',
  ],
  'a signature that is not base64': [
    'EVIDENCE_UNREADABLE',
    'signature: the signature file is something else: "?"',
    'Look at what the file or URL holds:',
  ],
  'an HTML page for the signature': [
    'FETCH_ANSWER_UNEXPECTED',
    'signature: URL answered with an HTML page, and not in its form (tried 3 times)',
    'Look at what answers there:',
  ],
  'an empty signature': [
    'FETCH_ANSWER_UNEXPECTED',
    'signature: URL answered with nothing, and not in its form (tried 3 times)',
    'Look at what answers there:',
  ],
  'workflow commands for a signature': [
    'EVIDENCE_UNREADABLE',
    'signature: the signature file is something else: "::add-path::/tmp/evil\\u{a}#\\u{23}[add-path]/tmp/evil\\u{d}\\u{a}\\u{1b}[31m::set-outp…"',
    'Look at what the file or URL holds:',
  ],
  'no signature': [
    'EVIDENCE_SIGNATURE_MISSING',
    'signature: there is no signature at URL',
    'Mirror the .sig and the .cert, which Kubernetes publishes beside every artifact since v1.26, or use https://dl.k8s.io;',
  ],
  'an endless signature': [
    'FETCH_TOO_LARGE',
    'signature: URL is larger than such a file may be',
    'Look at what answers under the URL that is named:',
  ],
  'a signature behind a forbidding server': [
    'FETCH_HTTP_STATUS',
    'signature: URL answered with status 403',
    'The server lets nobody in without a login:',
  ],
  'a reason phrase with workflow commands': [
    'FETCH_HTTP_STATUS',
    'signature: URL answered with status 403',
    'The server lets nobody in without a login:',
  ],
  'a redirect to somewhere without TLS': [
    'FETCH_HOST_NOT_ALLOWED',
    'signature: URL redirects to http://evil.example/::add-path::/tmp/evil, where requests may not go',
    'Name the server itself by an https URL (http is for this machine alone), or ask whoever runs the server why it leads there.',
  ],
  'the mixed pair of v1.35.0: signature of one run, certificate of another': [
    'SIGNATURE_INVALID',
    'signature: the .sig and the .cert do not belong together: the key of the certificate, issued to krel-staging@k8s-releng-prod.iam.gserviceaccount.com,',
    'Do not use the artifact. If the .sha256 file agrees with the bytes, the .sig and .cert were published from different signing runs:',
  ],
  'a byte of the certificate changed': [
    'CERTIFICATE_UNTRUSTED',
    'certificate-chain: no certificate authority of the trusted root that was valid at TIME (the certificate’s own time, unproven) issued this certificate',
    'Do not use the artifact. Fetch it from https://dl.k8s.io itself;',
  ],
  'a certificate of another authority': [
    'CERTIFICATE_UNTRUSTED',
    'certificate-chain: no certificate authority of the trusted root that was valid at TIME (integrated time) issued this certificate',
    'Do not use the artifact. Fetch it from https://dl.k8s.io itself;',
  ],
  'a certificate without a signed certificate timestamp': [
    'CERTIFICATE_TIMESTAMP_INVALID',
    'signed-certificate-timestamp: the certificate holds no signed certificate timestamp',
    'Do not use the artifact. Its certificate was never made public:',
  ],
  'a signed certificate timestamp by another key': [
    'CERTIFICATE_TIMESTAMP_INVALID',
    'signed-certificate-timestamp: its signed certificate timestamp was not made by the key of https://ctfe.lab.example/2022',
    'Do not use the artifact. Its certificate was never made public:',
  ],
  'an HTML page for the certificate': [
    'FETCH_ANSWER_UNEXPECTED',
    'signature: URL answered with an HTML page, and not in its form (tried 3 times)',
    'Look at what answers there:',
  ],
  'an empty certificate': [
    'FETCH_ANSWER_UNEXPECTED',
    'signature: URL answered with nothing, and not in its form (tried 3 times)',
    'Look at what answers there:',
  ],
  'no certificate': [
    'EVIDENCE_CERTIFICATE_MISSING',
    'signature: there is no certificate at URL',
    'Mirror the .sig and the .cert, which Kubernetes publishes beside every artifact since v1.26, or use https://dl.k8s.io;',
  ],
  'the signer "xkrel-staging@k8s-releng-prod.iam.gserviceaccount.com"': [
    'IDENTITY_MISMATCH',
    'certificate-identity: validly signed by xkrel-staging@k8s-releng-prod.iam.gserviceaccount.com, vouched for by https://accounts.google.com, who is no',
    'Do not use the artifact: fetch it from https://dl.k8s.io itself.',
  ],
  'the signer "krel-staging@k8s-releng-prod.iam.gserviceaccount.com.evil.example"': [
    'IDENTITY_MISMATCH',
    'certificate-identity: validly signed by krel-staging@k8s-releng-prod.iam.gserviceaccount.com.evil.example, vouched for by',
    'Do not use the artifact: fetch it from https://dl.k8s.io itself.',
  ],
  'the signer "krel-staging@k8s-releng-prodXiam.gserviceaccount.com"': [
    'IDENTITY_MISMATCH',
    'certificate-identity: validly signed by krel-staging@k8s-releng-prodXiam.gserviceaccount.com, vouched for by https://accounts.google.com, who is no',
    'Do not use the artifact: fetch it from https://dl.k8s.io itself.',
  ],
  'the signer "krel-trust@k8s-releng-prod.iam.gserviceaccount.com"': [
    'IDENTITY_MISMATCH',
    'certificate-identity: validly signed by krel-trust@k8s-releng-prod.iam.gserviceaccount.com, vouched for by https://accounts.google.com, which is the',
    'Do not use the artifact: fetch it from https://dl.k8s.io itself.',
  ],
  'the signer "https://evil.example/krel-staging@k8s-releng-prod.iam.gserviceaccount.com"': [
    'IDENTITY_MISMATCH',
    'certificate-identity: validly signed by https://evil.example/krel-staging@k8s-releng-prod.iam.gserviceaccount.com, vouched for by',
    'Do not use the artifact: fetch it from https://dl.k8s.io itself.',
  ],
  'the signer "evil::add-path::/tmp/evil\\n##[add-path]/tmp/evil\\r\\n\\u001b[31m::set-output name=outcome::verified\\n@example.com"':
    [
      'IDENTITY_MISMATCH',
      'certificate-identity: validly signed by evil::add-path::/tmp/evil\\u{a}#\\u{23}[add-path]/tmp/evil\\u{d}\\u{a}\\u{1b}[31m::set-output',
      'Do not use the artifact: fetch it from https://dl.k8s.io itself.',
    ],
  'the issuer https://accounts.google.com.evil.example': [
    'ISSUER_MISMATCH',
    'oidc-issuer: validly signed by krel-staging@k8s-releng-prod.iam.gserviceaccount.com, vouched for by https://accounts.google.com.evil.example, who is',
    'Do not use the artifact: fetch it from https://dl.k8s.io itself.',
  ],
  'the issuer https://token.actions.githubusercontent.com': [
    'ISSUER_MISMATCH',
    'oidc-issuer: validly signed by krel-staging@k8s-releng-prod.iam.gserviceaccount.com, vouched for by https://token.actions.githubusercontent.com, who',
    'Do not use the artifact: fetch it from https://dl.k8s.io itself.',
  ],
  'no log entry': [
    'EVIDENCE_LOG_ENTRY_MISSING',
    'log-entry-binding: the .sig and the .cert belong together and to sha256:HEX, but the log has no entry of them',
    'Do not use the artifact as it is published. Whoever published it:',
  ],
  "another artifact's log entry": [
    'LOG_ENTRY_MISMATCH',
    'log-entry-binding: the log entry is not about this digest, signature and certificate',
    'Do not use the artifact. Give the log entry that belongs to this signature, or none, so that the log is asked;',
  ],
  "the log entry's body changed": [
    'EVIDENCE_UNREADABLE',
    'log-entry-binding: the log entry is filed under a UUID that is not its own',
    'Look at what the file or URL holds:',
  ],
  'an HTML page for the log entry': [
    'FETCH_ANSWER_UNEXPECTED',
    'log-entry-binding: URL answered with an HTML or XML page, and not in its form (tried 3 times)',
    'Look at what answers there:',
  ],
  'workflow commands for a log entry': [
    'FETCH_ANSWER_UNEXPECTED',
    'log-entry-binding: URL answered with something else: "::add-path::/tmp/evil\\u{a}#\\u{23}[add-path]/tmp/evil\\u{d}\\u{a}\\u{1b}[31m::set-outp…", and not',
    'Look at what answers there:',
  ],
  'an empty answer of the log': [
    'FETCH_ANSWER_UNEXPECTED',
    'log-entry-binding: URL answered with other JSON, and not in its form (tried 3 times)',
    'Look at what answers there:',
  ],
  'a signed entry timestamp by another key': [
    'SIGNED_ENTRY_TIMESTAMP_INVALID',
    'signed-entry-timestamp: the signed entry timestamp was not made by the key of https://rekor.lab.example over this entry',
    'Do not use the artifact. Ask the public log itself (rekor-url:',
  ],
  'another integrated time': [
    'SIGNED_ENTRY_TIMESTAMP_INVALID',
    'signed-entry-timestamp: the signed entry timestamp was not made by the key of https://rekor.lab.example over this entry',
    'Do not use the artifact. Ask the public log itself (rekor-url:',
  ],
  'another log index': [
    'SIGNED_ENTRY_TIMESTAMP_INVALID',
    'signed-entry-timestamp: the signed entry timestamp was not made by the key of https://rekor.lab.example over this entry',
    'Do not use the artifact. Ask the public log itself (rekor-url:',
  ],
  'no signed entry timestamp': [
    'LOG_TIME_UNPROVEN',
    'signed-entry-timestamp: the log entry came without a signed entry timestamp',
    'Ask the public log itself (rekor-url:',
  ],
  'the entry of another log': [
    'CHECKPOINT_INVALID',
    'checkpoint: log HEX is not one that the trusted root knew at TIME (the certificate’s own time, unproven)',
    'Do not use the artifact. Ask the public log itself (rekor-url:',
  ],
  'a checkpoint by another key': [
    'CHECKPOINT_INVALID',
    'checkpoint: the checkpoint was not signed by the key of https://rekor.lab.example',
    'Do not use the artifact. Ask the public log itself (rekor-url:',
  ],
  'a checkpoint of another tree size': [
    'CHECKPOINT_INVALID',
    'checkpoint: the checkpoint is of another tree than the inclusion proof',
    'Do not use the artifact. Ask the public log itself (rekor-url:',
  ],
  'a checkpoint of another root': [
    'CHECKPOINT_INVALID',
    'checkpoint: the checkpoint is of another tree than the inclusion proof',
    'Do not use the artifact. Ask the public log itself (rekor-url:',
  ],
  'a checkpoint that is no note': [
    'EVIDENCE_UNREADABLE',
    'checkpoint: the checkpoint has no empty line before its signatures',
    'Look at what the file or URL holds:',
  ],
  'a hash of the proof changed': [
    'INCLUSION_PROOF_INVALID',
    'inclusion-proof: the inclusion proof does not lead from the entry to the root hash',
    'Do not use the artifact. Ask the public log itself (rekor-url:',
  ],
  'the proof of another leaf': [
    'INCLUSION_PROOF_INVALID',
    'inclusion-proof: the inclusion proof does not lead from the entry to the root hash',
    'Do not use the artifact. Ask the public log itself (rekor-url:',
  ],
  'a proof with a hash too many': [
    'INCLUSION_PROOF_INVALID',
    'inclusion-proof: the inclusion proof does not lead from the entry to the root hash',
    'Do not use the artifact. Ask the public log itself (rekor-url:',
  ],
  'no inclusion proof': [
    'LOG_INCLUSION_UNPROVEN',
    'inclusion-proof: the log entry came without an inclusion proof',
    'Ask the public log itself (rekor-url:',
  ],
  'logged after the certificate expired': [
    'CERTIFICATE_NOT_VALID_AT_LOG_TIME',
    'log-time-within-certificate: the certificate was not valid when the log took the entry',
    'Do not use the artifact. Somebody logged its signature at a time at which its key could no longer, or not yet, be used:',
  ],
  'logged before the certificate was valid': [
    'CERTIFICATE_NOT_VALID_AT_LOG_TIME',
    'log-time-within-certificate: the certificate was not valid when the log took the entry',
    'Do not use the artifact. Somebody logged its signature at a time at which its key could no longer, or not yet, be used:',
  ],
  "an older release's file": [
    'RELEASE_BINDING_MISMATCH',
    'release-binding: the SBOM lists bin/linux/amd64/kubectl with another digest',
    'Do not use the artifact: it may be a validly signed file of another version, platform or name.',
  ],
  "an older release's file, with that release's SBOM": [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: release-binding: the SBOM is of another release",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  "an older release's file, with no SBOM": [
    'RELEASE_BINDING_UNAVAILABLE',
    "release-binding: the release's SBOM is not proven: digest: there is no artifact at URL",
    'Mirror kubernetes-release.spdx with its .sig, .cert and .sha256, or use https://dl.k8s.io.',
  ],
  "another platform's file": [
    'RELEASE_BINDING_MISMATCH',
    'release-binding: the SBOM lists bin/linux/amd64/kubectl with another digest',
    'Do not use it as v1.35.2/bin/linux/amd64/kubectl. Ask for what it is, or fetch the right file and ask who put this one in its place.',
  ],
  'another artifact': [
    'RELEASE_BINDING_MISMATCH',
    'release-binding: the SBOM lists bin/linux/amd64/kubectl with another digest',
    'Do not use it as v1.35.2/bin/linux/amd64/kubectl. Ask for what it is, or fetch the right file and ask who put this one in its place.',
  ],
  'a byte of the SBOM changed': [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: digest: the bytes do not have the digest in the .sha256 file",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'no SBOM': [
    'RELEASE_BINDING_UNAVAILABLE',
    "release-binding: the release's SBOM is not proven: digest: there is no artifact at URL",
    'Mirror kubernetes-release.spdx with its .sig, .cert and .sha256, or use https://dl.k8s.io.',
  ],
  'an unsigned SBOM': [
    'RELEASE_BINDING_UNAVAILABLE',
    "release-binding: the release's SBOM is not proven: signature: there is no signature at URL",
    'Mirror kubernetes-release.spdx with its .sig, .cert and .sha256, or use https://dl.k8s.io.',
  ],
  'an SBOM by another signer': [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: certificate-identity: the certificate was issued to another identity",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'an SBOM that lists the file twice, with different digests': [
    'RELEASE_BINDING_MISMATCH',
    'release-binding: the SBOM lists bin/linux/amd64/kubectl with different digests',
    'Do not use the artifact: it may be a validly signed file of another version, platform or name.',
  ],
  'an SBOM that does not list the file': [
    'RELEASE_BINDING_MISMATCH',
    'release-binding: the SBOM does not list bin/linux/amd64/kubectl',
    'Do not use the artifact: it may be a validly signed file of another version, platform or name.',
  ],
  'an SBOM with two namespaces': [
    'RELEASE_BINDING_UNAVAILABLE',
    "release-binding: the release's SBOM is not proven: release-binding: the SBOM has more than one DocumentNamespace",
    'Look at what the file or URL holds:',
  ],
  'the log down': [
    'FETCH_HTTP_STATUS',
    'log-entry-binding: URL answered with status 503 (tried 3 times)',
    'The server, or a proxy before it, has a fault of its own:',
  ],
  'the log hanging up': [
    'FETCH_NETWORK',
    'log-entry-binding: URL cannot be reached: ECONNRESET: read ECONNRESET (tried 3 times)',
    'Check the network and proxy settings, then run again.',
  ],
  'the artifact cut short': [
    'FETCH_TRUNCATED',
    'digest: the body of URL does not end where it should (tried 3 times)',
    'Run again;',
  ],
  'the artifact cut short without a length': [
    'FETCH_TRUNCATED',
    'digest: the body of URL does not end where it should (tried 3 times)',
    'Run again;',
  ],
  'a sidecar longer than it says': [
    'FETCH_TRUNCATED',
    'signature: the body of URL does not end where it should (tried 3 times)',
    'Run again;',
  ],
  'the log never answering': [
    'FETCH_TIMEOUT',
    'log-entry-binding: URL did not answer in time (in all: ',
    'Run again, wait longer for it (patience), or use a mirror that is nearer.',
  ],
  'the artifact standing still': [
    'FETCH_TIMEOUT',
    'digest: URL did not answer in time (between chunks: ',
    'Run again, wait longer for it (patience), or use a mirror that is nearer.',
  ],
  'the signature of zeros, which broken verifiers accept for everything': [
    'SIGNATURE_INVALID',
    'signature: the .sig and the .cert do not belong together: the key of the certificate, issued to krel-staging@k8s-releng-prod.iam.gserviceaccount.com,',
    'Do not use the artifact. If the .sha256 file agrees with the bytes, the .sig and .cert were published from different signing runs:',
  ],
  'a signature with bytes after it': [
    'SIGNATURE_INVALID',
    'signature: the signature is not an ECDSA signature in DER',
    'Update this program, which does not know this form, or have it made in a form that it knows.',
  ],
  'the other s: a valid signature, but not the one that was logged': [
    'EVIDENCE_LOG_ENTRY_MISSING',
    'log-entry-binding: the .sig and the .cert belong together and to sha256:HEX, but the log has no entry of them',
    'Do not use the artifact as it is published. Whoever published it:',
  ],
  'a signature that the server says is compressed': [
    'FETCH_ENCODING_UNSUPPORTED',
    'signature: URL answered with another encoding',
    'Turn off compression for these files on the mirror or proxy.',
  ],
  'a signature with status 204': [
    'FETCH_HTTP_STATUS',
    'signature: URL answered with status 204',
    'Look at what answers under the URL that is named:',
  ],
  'a signature with status 206': [
    'FETCH_HTTP_STATUS',
    'signature: URL answered with status 206',
    'Look at what answers under the URL that is named:',
  ],
  'a signature with status 300': [
    'FETCH_HTTP_STATUS',
    'signature: URL answered with status 300',
    'Look at what answers under the URL that is named:',
  ],
  'a signature with status 304': [
    'FETCH_HTTP_STATUS',
    'signature: URL answered with status 304',
    'Look at what answers under the URL that is named:',
  ],
  'a redirect to http://169.254.169.254/latest/meta-data/': [
    'FETCH_HOST_NOT_ALLOWED',
    'signature: URL redirects to http://169.254.169.254/latest/meta-data/, where requests may not go',
    'Name the server itself by an https URL (http is for this machine alone), or ask whoever runs the server why it leads there.',
  ],
  'a redirect to file:///etc/passwd': [
    'FETCH_HOST_NOT_ALLOWED',
    'signature: URL redirects to file:///etc/passwd, where requests may not go',
    'Name the server itself by an https URL (http is for this machine alone), or ask whoever runs the server why it leads there.',
  ],
  'a redirect to https://user:password@evil.example/': [
    'FETCH_HOST_NOT_ALLOWED',
    'signature: URL redirects to https://evil.example/, where requests may not go',
    'Name the server itself by an https URL (http is for this machine alone), or ask whoever runs the server why it leads there.',
  ],
  'a redirect to data:text/plain,AAAA': [
    'FETCH_HOST_NOT_ALLOWED',
    'signature: URL redirects to data://text/plain,AAAA, where requests may not go',
    'Name the server itself by an https URL (http is for this machine alone), or ask whoever runs the server why it leads there.',
  ],
  'a redirect to //evil.example/kubectl.sig': [
    'FETCH_HOST_NOT_ALLOWED',
    'signature: URL redirects to http://evil.example/kubectl.sig, where requests may not go',
    'Name the server itself by an https URL (http is for this machine alone), or ask whoever runs the server why it leads there.',
  ],
  'redirects that go round': [
    'FETCH_HTTP_STATUS',
    'signature: URL redirects more than 5 times',
    'Look at what answers under the URL that is named:',
  ],
  'a redirect to nowhere': [
    'FETCH_HTTP_STATUS',
    'signature: URL answered with status 302',
    'Look at what answers under the URL that is named:',
  ],
  "another artifact's certificate": [
    'SIGNATURE_INVALID',
    'signature: the .sig and the .cert do not belong together: the key of the certificate, issued to krel-staging@k8s-releng-prod.iam.gserviceaccount.com,',
    'Do not use the artifact. If the .sha256 file agrees with the bytes, the .sig and .cert were published from different signing runs:',
  ],
  'two certificates in one file': [
    'EVIDENCE_UNREADABLE',
    'signature: the certificate file is 2 certificates, 2 of them of signers',
    'Look at what the file or URL holds:',
  ],
  'a certificate that is PEM of nothing': [
    'EVIDENCE_UNREADABLE',
    'signature: the certificate is not valid X.509 DER',
    'Look at what the file or URL holds:',
  ],
  'workflow commands for a certificate': [
    'EVIDENCE_UNREADABLE',
    'signature: the certificate is not valid X.509 DER',
    'Look at what the file or URL holds:',
  ],
  'an endless certificate': [
    'FETCH_TOO_LARGE',
    'signature: URL is larger than such a file may be',
    'Look at what answers under the URL that is named:',
  ],
  "the authority's own certificate for the signer's": [
    'SIGNATURE_INVALID',
    'signature: the .sig and the .cert do not belong together: the key of the certificate did not make this signature over sha256:HEX',
    'Do not use the artifact. If the .sha256 file agrees with the bytes, the .sig and .cert were published from different signing runs:',
  ],
  'an empty checksum': [
    'FETCH_ANSWER_UNEXPECTED',
    'digest: URL answered with nothing, and not in its form (tried 3 times)',
    'Look at what answers there:',
  ],
  'a SHA-512 for the checksum': [
    'EVIDENCE_UNREADABLE',
    'digest: the .sha256 file is something else: "HEX…"',
    'Look at what the file or URL holds:',
  ],
  'a log entry a list': [
    'FETCH_ANSWER_UNEXPECTED',
    'log-entry-binding: URL answered with other JSON, and not in its form (tried 3 times)',
    'Look at what answers there:',
  ],
  'a log entry null': [
    'FETCH_ANSWER_UNEXPECTED',
    'log-entry-binding: URL answered with other JSON, and not in its form (tried 3 times)',
    'Look at what answers there:',
  ],
  'a log entry cut short': [
    'FETCH_ANSWER_UNEXPECTED',
    'log-entry-binding: URL answered with something else: "{"HEX…", and not in its form (tried 3',
    'Look at what answers there:',
  ],
  'a log entry deeply nested': [
    'FETCH_ANSWER_UNEXPECTED',
    'log-entry-binding: URL answered with a text that is nested deeper than 64 levels, and not in its form (tried 3 times)',
    'Look at what answers there:',
  ],
  'a log entry under __proto__': [
    'FETCH_ANSWER_UNEXPECTED',
    'log-entry-binding: URL answered with other JSON, and not in its form (tried 3 times)',
    'Look at what answers there:',
  ],
  'a log entry under a UUID of another leaf': [
    'EVIDENCE_UNREADABLE',
    'log-entry-binding: the log entry is filed under a UUID that is not its own',
    'Look at what the file or URL holds:',
  ],
  'a log entry with an index in words': [
    'EVIDENCE_UNREADABLE',
    'log-entry-binding: the log entry is not what the log\'s API promises: HEX.logIndex Invalid type: Expected number but received "many"',
    'Look at what the file or URL holds:',
  ],
  'a log entry with an index past all numbers': [
    'EVIDENCE_UNREADABLE',
    "log-entry-binding: the log entry is not what the log's API promises: HEX.logIndex is not a whole number",
    'Look at what the file or URL holds:',
  ],
  'a log entry with half an index': [
    'EVIDENCE_UNREADABLE',
    "log-entry-binding: the log entry is not what the log's API promises: HEX.logIndex is not a whole number",
    'Look at what the file or URL holds:',
  ],
  'a log entry with a time past all dates': [
    'EVIDENCE_UNREADABLE',
    "log-entry-binding: the log entry is not what the log's API promises: HEX.integratedTime is not a time",
    'Look at what the file or URL holds:',
  ],
  'a log entry with a time below zero': [
    'EVIDENCE_UNREADABLE',
    "log-entry-binding: the log entry is not what the log's API promises: HEX.integratedTime is negative",
    'Look at what the file or URL holds:',
  ],
  'a log entry with a root that is no hash': [
    'EVIDENCE_UNREADABLE',
    "log-entry-binding: the log entry is not what the log's API promises: HEX.verification.inclusionProof.rootHash is not 64 hex characters",
    'Look at what the file or URL holds:',
  ],
  'an endless log entry': [
    'FETCH_TOO_LARGE',
    'log-entry-binding: URL is larger than such a file may be',
    'Look at what answers under the URL that is named:',
  ],
  'a log entry that says it is of a log nobody trusts': [
    'CHECKPOINT_INVALID',
    'checkpoint: log HEX is not one that the trusted root knew at TIME (the certificate’s own time, unproven)',
    'Do not use the artifact. Ask the public log itself (rekor-url:',
  ],
  'a proof for a tree with nothing in it': [
    'INCLUSION_PROOF_INVALID',
    'inclusion-proof: the inclusion proof does not lead from the entry to the root hash',
    'Do not use the artifact. Ask the public log itself (rekor-url:',
  ],
  'a proof for a leaf behind the end of the tree': [
    'INCLUSION_PROOF_INVALID',
    'inclusion-proof: the inclusion proof does not lead from the entry to the root hash',
    'Do not use the artifact. Ask the public log itself (rekor-url:',
  ],
  'a tree of this one leaf alone, under a checkpoint of the real tree': [
    'CHECKPOINT_INVALID',
    'checkpoint: the checkpoint is of another tree than the inclusion proof',
    'Do not use the artifact. Ask the public log itself (rekor-url:',
  ],
  "a checkpoint under another key's hint": [
    'CHECKPOINT_INVALID',
    'checkpoint: the checkpoint was not signed by the key of https://rekor.lab.example',
    'Do not use the artifact. Ask the public log itself (rekor-url:',
  ],
  'a checkpoint without a signature': [
    'EVIDENCE_UNREADABLE',
    'checkpoint: the checkpoint has a line that is not a signature',
    'Look at what the file or URL holds:',
  ],
  'a checkpoint with a line added to its text': [
    'CHECKPOINT_INVALID',
    'checkpoint: the checkpoint was not signed by the key of https://rekor.lab.example',
    'Do not use the artifact. Ask the public log itself (rekor-url:',
  ],
  'a validly signed SBOM of https://sbom.k8s.io/v1.35.3/release': [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: release-binding: the SBOM is of another release",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'a validly signed SBOM of https://sbom.k8s.io/v1.35.20/release': [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: release-binding: the SBOM is of another release",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'a validly signed SBOM of https://sbom.k8s.io/v1.35.2/source': [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: release-binding: the SBOM is of another release",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'a validly signed SBOM of https://sbom.k8s.io/v1.35.2/release/evil': [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: release-binding: the SBOM is of another release",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'a validly signed SBOM of HTTPS://SBOM.K8S.IO/v1.35.2/release': [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: release-binding: the SBOM is of another release",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'an SBOM that lists the file in a comment only': [
    'RELEASE_BINDING_MISMATCH',
    'release-binding: the SBOM does not list bin/linux/amd64/kubectl',
    'Do not use the artifact: it may be a validly signed file of another version, platform or name.',
  ],
  'an SBOM with the SHA-1 of the file alone': [
    'RELEASE_BINDING_MISMATCH',
    'release-binding: the SBOM does not list bin/linux/amd64/kubectl',
    'Do not use the artifact: it may be a validly signed file of another version, platform or name.',
  ],
  'an SBOM that lists the file in another folder': [
    'RELEASE_BINDING_MISMATCH',
    'release-binding: the SBOM does not list bin/linux/amd64/kubectl',
    'Do not use it as v1.35.2/bin/linux/amd64/kubectl. Ask for what it is, or fetch the right file and ask who put this one in its place.',
  ],
  'an HTML page for the SBOM': [
    'RELEASE_BINDING_UNAVAILABLE',
    "release-binding: the release's SBOM is not proven: digest: URL answered with an HTML page, and not in its form (tried 3 times)",
    'Look at what answers there:',
  ],
  'an SBOM that is not in the log': [
    'RELEASE_BINDING_UNAVAILABLE',
    "release-binding: the release's SBOM is not proven: log-entry-binding: the log at HOST has no entry HEX",
    'Check the rekor-url;',
  ],
  "a roll-back with the SBOM edited, its checksum too, under the genuine SBOM's signature": [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: signature: the certificate's key did not make this signature over this digest: signature,",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  "a roll-back with an SBOM under another artifact's signature": [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: signature: the certificate's key did not make this signature over this digest: signature,",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  "a roll-back with an SBOM signed by the forger, under the genuine SBOM's certificate": [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: signature: the certificate's key did not make this signature over this digest: signature,",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'a roll-back with an SBOM by another authority': [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: certificate-chain: no certificate authority of the trusted root that was valid at TIME",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'a roll-back with an SBOM whose certificate has no signed certificate timestamp': [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: signed-certificate-timestamp: the certificate holds no signed certificate timestamp",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'a roll-back with an SBOM whose signed certificate timestamp is by another key': [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: signed-certificate-timestamp: its signed certificate timestamp was not made by the key of",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'a roll-back with an SBOM signed by xkrel-staging@k8s-releng-prod.iam.gserviceaccount.com': [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: certificate-identity: the certificate was issued to another identity",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'a roll-back with an SBOM signed by krel-staging@k8s-releng-prod.iam.gserviceaccount.com.evil.example': [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: certificate-identity: the certificate was issued to another identity",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'a roll-back with an SBOM signed by krel-trust@k8s-releng-prod.iam.gserviceaccount.com': [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: certificate-identity: the certificate was issued to another identity, that of the Kubernetes",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'a roll-back with an SBOM whose signer another issuer vouches for': [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: oidc-issuer: another OIDC issuer vouched for the signer",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'a roll-back with an SBOM logged after its certificate expired': [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: log-time-within-certificate: the certificate was not valid when the log took the entry",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'a roll-back with an SBOM in a log that nobody trusts': [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: checkpoint: log HEX is not one that the trusted root knew at TIME (the certificate’s own",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  "a roll-back with another artifact's log entry for the SBOM's": [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: log-entry-binding: the log entry is not about this digest, signature and certificate",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  "a roll-back with an SBOM whose entry's timestamp is by another key": [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: signed-entry-timestamp: the signed entry timestamp was not made by the key of",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  "a roll-back with an SBOM whose entry's checkpoint is by another key": [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: checkpoint: the checkpoint was not signed by the key of https://rekor.lab.example",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  "a roll-back with an SBOM whose entry's proof leads elsewhere": [
    'RELEASE_SBOM_REJECTED',
    "release-binding: the release's SBOM is itself rejected: inclusion-proof: the inclusion proof does not lead from the entry to the root hash",
    'Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself;',
  ],
  'a roll-back with a genuine artifact of this release in the place of the SBOM': [
    'RELEASE_BINDING_UNAVAILABLE',
    "release-binding: the release's SBOM is not proven: release-binding: the SBOM has no DocumentNamespace",
    'Look at what the file or URL holds:',
  ],
}
