// Who signed what when: a new signer is a line of data.
import { IMAGE_SIGNER, type KnownSigner, RELEASE_SIGNER, signerAt } from '../../src/kubernetes/signer.js'

const oidcIssuer = 'https://accounts.google.com'
const known = (certificateIdentity: string, signs: string[], from: string, until?: string): KnownSigner => ({
  title: certificateIdentity,
  certificateIdentity,
  oidcIssuer,
  signs,
  from,
  ...(until !== undefined && { until }),
})
const SIGNERS = [
  known('old@k8s', ['release', 'provenance'], '2022-11-30', '2027-03'),
  known('new@k8s', ['release'], '2027-03'),
  known('slsa3@k8s', ['provenance'], '2027-02-15'),
]

test.each<[string, string, string, string]>([
  ['release', 'old@k8s', '2023-01-01', 'old@k8s'],
  ['release', 'old@k8s', '2027-03-31', 'old@k8s'],
  ['release', 'old@k8s', '2027-04-01', 'new@k8s'],
  ['release', 'new@k8s', '2027-03-01', 'new@k8s'],
  ['release', 'new@k8s', '2027-02-28', 'new@k8s'],
  ['release', 'slsa3@k8s', '2027-05-01', 'new@k8s'],
  ['release', 'mallory@evil', '2023-01-01', 'new@k8s'],
  ['provenance', 'old@k8s', '2026-01-01', 'old@k8s'],
  ['provenance', 'old@k8s', '2027-06-01', 'slsa3@k8s'],
  ['provenance', 'slsa3@k8s', '2027-02-15', 'slsa3@k8s'],
])('%s by %s at %s: %s has to have signed', (kind, certificateIdentity, day, expected) => {
  const time = new Date(`${day}T12:00:00Z`)
  expect(signerAt(kind, { certificateIdentity, oidcIssuer, time }, SIGNERS)).toEqual({
    certificateIdentity: expected,
    oidcIssuer,
  })
})

test('without a time, or by another issuer, it is the signer of today', () => {
  const today = { certificateIdentity: 'new@k8s', oidcIssuer }
  const old = { certificateIdentity: 'old@k8s', oidcIssuer }
  expect(signerAt('release', { ...old, time: undefined }, SIGNERS)).toEqual(today)
  expect(signerAt('release', { ...old, time: new Date(NaN) }, SIGNERS)).toEqual(today)
  expect(
    signerAt('release', { ...old, oidcIssuer: 'https://evil', time: new Date('2023-01-01') }, SIGNERS),
  ).toEqual(today)
})

test('of the table: one signer of today for each kind', () => {
  expect(signerAt('release', { time: undefined })).toEqual(RELEASE_SIGNER)
  expect(signerAt('provenance', { time: undefined })).toEqual(RELEASE_SIGNER)
  expect(signerAt('image', { time: undefined })).toEqual(IMAGE_SIGNER)
  const former = {
    certificateIdentity: 'k8s-infra-gcr-promoter@k8s-artifacts-prod.iam.gserviceaccount.com',
    oidcIssuer,
  }
  expect(signerAt('image', { ...former, time: new Date('2022-11-15') })).toEqual(former)
  expect(signerAt('image', { ...former, time: new Date('2023-01-01') })).toEqual(IMAGE_SIGNER)
})
