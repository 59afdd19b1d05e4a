// The papers of a release beside its SBOM: sums and provenance, as krel writes them.
interface Digests {
  readonly sha1: string
  readonly sha256: string
  readonly sha512: string
}
type Listed = Iterable<readonly [string, Digests]>

/** `SHA256SUMS` and `SHA512SUMS`: no newline at the end. */
export function createSums(artifacts: Listed, algorithm: 'sha256' | 'sha512'): string {
  return [...artifacts].map(([path, digests]) => `${digests[algorithm]}  ${path}`).join('\n')
}

/** `provenance.json`: in-toto v0.1 with SLSA v0.2, or v1 with SLSA v1; the commit in quotes, as in real ones. */
export function createProvenance(version: string, artifacts: Listed, slsa: 'v0.2' | 'v1' = 'v0.2'): string {
  const commit = `'${'c0ffee'.repeat(7).slice(0, 40)}'`
  const builder = { id: 'https://git.k8s.io/release/docs/krel' }
  const source = { uri: 'git+https://github.com/kubernetes/kubernetes', digest: { sha1: commit } }
  const subject = [...artifacts].map(([path, { sha1, sha256, sha512 }]) => ({
    name: `gs://kubernetes-release/release/${version}/${path}`,
    digest: { sha1, sha256, sha512 },
  }))
  return JSON.stringify({
    _type: slsa === 'v1' ? 'https://in-toto.io/Statement/v1' : 'https://in-toto.io/Statement/v0.1',
    predicateType: `https://slsa.dev/provenance/${slsa}`,
    subject,
    predicate:
      slsa === 'v1'
        ? {
            buildDefinition: {
              buildType: 'https://cloudbuild.googleapis.com/CloudBuildYaml@v1',
              externalParameters: {},
              resolvedDependencies: [source],
            },
            runDetails: { builder },
          }
        : { builder, buildType: 'https://cloudbuild.googleapis.com/CloudBuildYaml@v1', materials: [source] },
  })
}
