// Sentences about an audit are made from its own results: every outcome, at every depth, with whatever is absent.
import { formatAuditHtml } from '../../../src/report/audit/html.js'
import { formatAuditSummary } from '../../../src/report/audit/summary.js'
import { toAuditProse } from '../../../src/report/audit/text.js'
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

describe('over outcome × depth × what is absent, "downloaded, hashed and verified" is said of nothing else', () => {
  const faults: readonly Fault[] = ['none', 'rejected', 'unverifiable', 'absent']
  const absences = ['nothing', 'its size', 'its digest', 'its signer', 'its log entry'] as const
  const FIELDS = {
    'its size': 'size',
    'its digest': 'digest',
    'its signer': 'signer',
    'its log entry': 'logEntry',
  }
  const rows = faults.flatMap((fault) =>
    (['digest', 'full'] as const).flatMap((depth) => absences.map((absence) => ({ fault, depth, absence }))),
  )

  test.each(rows)('$fault at depth $depth without $absence', ({ fault, depth, absence }) => {
    const made = auditReport({ releases: 1, depth, faultAt: () => fault })
    const releases = made.releases.map((release) => ({
      ...release,
      artifacts: release.artifacts.map((artifact) => {
        const changed = { ...artifact }
        if (absence !== 'nothing') Reflect.deleteProperty(changed, FIELDS[absence])
        return changed
      }),
    }))
    const report = { ...made, releases }
    const isDone = fault === 'none' && depth === 'full'
    for (const artifact of releases
      .flatMap(({ artifacts }) => artifacts)
      .filter(({ kind }) => kind !== 'image')) {
      expect(toSentence(artifact).includes(DONE)).toBe(isDone)
      if (fault !== 'none') expect(toSentence(artifact)).toMatch(new RegExp(`: ${artifact.outcome}$`))
    }
    const texts = [toAuditProse(report, []).join('\n'), formatAuditSummary(report), formatAuditHtml(report)]
    for (const text of texts) {
      // Where it is said of none, it is said that it is said of none.
      const claims = text.replaceAll(`no artifact was ${DONE}`, '').split(DONE).length - 1
      expect(claims > 0).toBe(isDone && !text.startsWith('<!doctype'))
    }
  })
})
