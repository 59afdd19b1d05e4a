// What is not there of what a release has to publish, and what was logged at an odd time.
import { NO_FACTS } from '../../src/diagnose/facts.js'
import { EvidenceError, FetchError, ReleaseError } from '../../src/errors.js'
import { type Candidate, toNoEvidence } from '../../src/evidence/candidate.js'
import { artifactUrls } from '../../src/plan/plan.js'
import { listMissing, missingFindings, timeFindings, toFailures } from '../../src/prove/audit-findings.js'
import { rejectedFor, resultOf } from '../support/results.js'

const none = (piece: 'SIGNATURE' | 'CERTIFICATE' | 'CHECKSUM'): EvidenceError =>
  new EvidenceError(`EVIDENCE_${piece}_MISSING`, 'none')
const pair = (...missing: ('SIGNATURE' | 'CERTIFICATE')[]): Candidate => {
  const there = { value: Buffer.alloc(0) } as never
  return {
    source: 'pair',
    alternatives: [],
    evidence: {
      signature: missing.includes('SIGNATURE') ? { error: none('SIGNATURE') } : there,
      certificate: missing.includes('CERTIFICATE') ? { error: none('CERTIFICATE') } : there,
      logEntry: there,
    },
  }
}
const bundle = {
  ...pair(),
  source: 'bundle',
  evidence: { ...pair().evidence, bundle: {} },
} as unknown as Candidate
const noChecksum = { error: none('CHECKSUM') }

test.each<[string, Candidate[], { error: EvidenceError } | undefined, string[]]>([
  ['all is there', [pair()], undefined, []],
  ['one of the pair', [pair('SIGNATURE')], undefined, ['.sig']],
  ['nothing', [pair('SIGNATURE', 'CERTIFICATE')], noChecksum, ['.sig', '.cert', '.sha256']],
  ['a bundle in the place of the pair', [bundle, pair('SIGNATURE', 'CERTIFICATE')], noChecksum, ['.sha256']],
  ['a bundle, and half a pair', [bundle, pair('CERTIFICATE')], undefined, ['.cert']],
])('%s', (_, candidates, checksum, missing) => {
  expect(listMissing(candidates, checksum)).toEqual(missing)
})

const planned = { path: 'a', urls: artifactUrls(new URL('https://site.example'), 'v1.35.2', 'a') }
const sizes = (end: number | Error) => {
  let asked = 0
  return {
    site: {
      fetchSize: async () => {
        asked++
        if (end instanceof Error) throw end
        return Promise.resolve(end)
      },
    },
    asked: () => asked,
  }
}
const told = async (missing: string[], end: number | Error) => {
  const { site, asked } = sizes(end)
  const findings = await missingFindings({ title: 't', planned, missing }, site)
  return [findings.map(({ code, message }) => `${code} ${message}`), asked()]
}

test.each<[string, string[], number | Error, string[], number]>([
  ['nothing is missing', [], 1, [], 0],
  ['one file', ['.sig'], 1, ['SIDECAR_MISSING t: its .sig is not published'], 0],
  [
    'neither of the pair',
    ['.sig', '.cert', '.sha256'],
    1,
    [
      'ARTIFACT_UNSIGNED t: it is published without signature and certificate',
      'SIDECAR_MISSING t: its .sha256 is not published',
    ],
    1,
  ],
  [
    'the artifact itself',
    ['.sig', '.cert'],
    new ReleaseError('RELEASE_ARTIFACT_NOT_PUBLISHED', 'none'),
    ['ARTIFACT_ABSENT t: it is not published'],
    1,
  ],
  [
    'that could not be found out',
    ['.sig', '.cert'],
    new FetchError('FETCH_NETWORK', 'away'),
    ['ARTIFACT_UNSIGNED t: it is published without signature and certificate'],
    1,
  ],
])('%s', async (_, missing, end, findings, asked) => {
  expect(await told(missing, end)).toEqual([findings, asked])
})

const at = (integratedTime: string) =>
  resultOf('verified', {}, { logEntry: { uuid: '', logId: '', logIndex: 1, integratedTime } })
const RELEASED = new Date('2026-01-15T12:00:00Z')

test.each([
  ['within a week', '2026-01-22T11:00:00Z', 0],
  ['a week later', '2026-01-22T13:00:00Z', 1],
  ['a week before', '2026-01-08T11:00:00Z', 1],
])('logged %s', (_, time, count) => {
  expect(timeFindings('t', at(time), RELEASED)).toHaveLength(count)
})

test('without a proven time, or the date of the release, there is nothing to compare', () => {
  expect(timeFindings('t', resultOf('verified'), RELEASED)).toEqual([])
  expect(timeFindings('t', at('2020-01-01T00:00:00Z'), undefined)).toEqual([])
})

test('one finding for each check that failed, and one for what several checks share', () => {
  const failed = { status: 'failed' as const, detail: 'the same' }
  const result = resultOf('rejected', {
    checkpoint: { ...failed, code: 'CHECKPOINT_INVALID' },
    'inclusion-proof': { ...failed, code: 'CHECKPOINT_INVALID' },
    'signed-timestamp': { ...failed, code: 'SIGNED_TIMESTAMP_INVALID' },
  })
  const codes = toFailures('t', { result, chosen: undefined }, NO_FACTS).map(({ code }) => code)
  expect(codes).toEqual(['CHECKPOINT_INVALID', 'SIGNED_TIMESTAMP_INVALID'])
  expect(toFailures('t', { result: resultOf('verified'), chosen: undefined }, NO_FACTS)).toEqual([])
})

test('what explains all is told alone', () => {
  const chosen = { source: 'pair', evidence: toNoEvidence(none('SIGNATURE')), alternatives: [] } as const
  const result = rejectedFor('signature', 'SIGNATURE_INVALID')
  const facts = { ...NO_FACTS, place: 'v1/a', identity: { place: 'v1/b', isSigned: true } }
  const checks = result.checks.map((check) =>
    check.id === 'checkpoint'
      ? { ...check, status: 'failed' as const, code: 'CHECKPOINT_INVALID' as const }
      : check,
  )
  expect(toFailures('t', { result: { ...result, checks }, chosen }, facts)).toHaveLength(1)
  expect(toFailures('t', { result: { ...result, checks }, chosen }, NO_FACTS)).toHaveLength(2)
})
