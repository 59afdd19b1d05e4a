// Who signs Kubernetes releases: the SAN and the OIDC issuer in the
// certificates of everything on dl.k8s.io since v1.26.0-rc.1
// (kubernetes/release gcb/release/cloudbuild.yaml; the project's page
// "Verify Signed Kubernetes Artifacts").

export interface Signer {
  /** The certificate's subject alternative name, compared whole. */
  readonly certificateIdentity: string
  readonly oidcIssuer: string
}

export const RELEASE_SIGNER: Signer = {
  certificateIdentity: 'krel-staging@k8s-releng-prod.iam.gserviceaccount.com',
  oidcIssuer: 'https://accounts.google.com',
}
