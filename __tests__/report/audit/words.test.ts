// Sentences about an audit are made from its own results: every outcome, at every depth, with whatever is absent.
import { depthInWords, toSentence } from '../../../src/report/audit/words.js'
import { type Fault, auditReport, auditedArtifact } from '../../support/audit-reports.js'

const DONE = 'downloaded, hashed and verified'

test.each<[Fault, 'digest' | 'full', number | undefined, string]>([
  ['none', 'full', 1, DONE],
  ['none', 'digest', undefined, 'its published digest is validly signed and logged; it was not downloaded'],
  ['rejected', 'full', 1, 'downloaded and hashed: rejected'],
  ['rejected', 'digest', undefined, 'the signature of its published digest is not verified: rejected'],
  ['unverifiable', 'full', 1, 'downloaded and hashed: unverifiable'],
  ['unverifiable', 'full', undefined, 'could not be downloaded: unverifiable'],
  ['absent', 'full', undefined, 'not published: unverifiable'],
  ['absent', 'digest', undefined, 'not published: unverifiable'],
])('%s at depth %s, with size %s', (fault, depth, size, sentence) => {
  const artifact = auditedArtifact(0, 9, { depth, faultAt: () => fault })
  delete (artifact as { size?: number }).size
  expect(toSentence({ ...artifact, ...(size !== undefined && { size }) })).toBe(sentence)
})

test.each<[Fault, string]>([
  ['none', 'Depth full: 9 artifacts were downloaded, hashed and verified.'],
  ['rejected', 'Depth full: no artifact was downloaded, hashed and verified; 9 are not verified.'],
  ['absent', 'Depth full: no artifact was downloaded, hashed and verified; 9 are not verified.'],
])('what the depth came to, where all are %s', (fault, sentence) => {
  const report = auditReport({ releases: 1, depth: 'full', faultAt: () => fault })
  const releases = report.releases.map((release) => ({
    ...release,
    artifacts: release.artifacts.filter(({ kind }) => kind !== 'image').slice(0, 9),
  }))
  expect(depthInWords({ ...report, releases })).toBe(sentence)
})
