// Prints the vectors of the self-test: what a lab signed, and what it signed
// otherwise. Run by scripts/self-test-vectors.mjs; nothing here is random in
// what it means, so the vectors change only when their form does.
import { readAll } from './content.js'
import { startLab } from './lab.js'
import { type Release, SBOM_PATH } from './release.js'

const PATH = 'bin/linux/amd64/kubectl'
const VERSION = 'v1.35.2'
/** In seconds: outside of any certificate's ten minutes. */
const ONE_DAY = 24 * 60 * 60

const now = new Date('2026-01-01T00:00:00Z')
const lab = await startLab({ now })
const other = await startLab({ now })
try {
  const release = await lab.publish({ version: VERSION, paths: [PATH] })
  const foreign = await other.publish({ version: 'v1.31.0', paths: [PATH] })
  process.stdout.write(
    `${JSON.stringify(
      {
        path: PATH,
        namespace: `https://sbom.k8s.io/${VERSION}/release`,
        trustedRoot: lab.trustedRoot,
        otherTrustedRoot: other.trustedRoot,
        genuine: vectorOf(release),
        // The same entry, promised by the log a day later.
        lateLogEntry: lateAnswer(release),
        // Over another signature than the genuine one.
        otherTimestamp: lab.tsa
          .stamp(foreign.artifact(PATH).signature, lab.signing.signedAt)
          .toString('base64'),
        otherSha256: foreign.artifact(PATH).sha256,
      },
      null,
      2,
    )}\n`,
  )
} finally {
  await Promise.all([lab.close(), other.close()])
}

function lateAnswer(release: Release): object {
  const { entry } = release.artifact(PATH)
  const late = { ...entry, integratedTime: entry.integratedTime + ONE_DAY }
  return JSON.parse(lab.answerFor(entry.leafHash, lab.log.answer(late))) as object
}

function vectorOf(release: Release): object {
  const { sha256, sidecars, entry } = release.artifact(PATH)
  return {
    sha256,
    signature: String(sidecars['.sig']),
    certificate: String(sidecars['.cert']),
    logEntry: JSON.parse(lab.answerFor(entry.leafHash, lab.log.answer(entry))) as object,
    sbom: readAll(release.artifact(SBOM_PATH).content).toString(),
  }
}
