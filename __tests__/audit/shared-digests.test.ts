// One image under several names.
import { withSharedDigests } from '../../src/audit/shared-digests.js'
import { auditedArtifact } from '../support/audit-reports.js'

const [a, b, file] = [auditedArtifact(0, 0), auditedArtifact(0, 1), auditedArtifact(0, 7)]
const { digest = '' } = a
const told = (...artifacts: (typeof a)[]): string[][] =>
  withSharedDigests('v1.35.0', artifacts).map(({ findings = [] }) => findings.map(({ message }) => message))

test('each image says which others are the same', () => {
  expect(told(a, { ...b, digest })).toEqual([
    [`v1.35.0 image ${a.name}: the registry answers for ${b.name} with the same image`],
    [`v1.35.0 image ${b.name}: the registry answers for ${a.name} with the same image`],
  ])
})

test('images that differ, files, and what has no digest say nothing', () => {
  expect(told(a, b, { ...file, digest })).toEqual([[], [], []])
  const unknown = [a, b].map((each) => {
    const copy = { ...each }
    delete copy.digest
    return copy
  })
  expect(told(...unknown)).toEqual([[], []])
})

test('findings that are there stay', () => {
  const [first] = withSharedDigests('v1.35.0', [
    { ...a, findings: [{ code: 'SIGNED_AGAIN', severity: 'note', message: 'x' }] },
    { ...b, digest },
  ])
  expect(first?.findings?.map(({ code }) => code)).toEqual(['SIGNED_AGAIN', 'IMAGE_DIGEST_SHARED'])
})

test('said anew of the whole, it is said once, and of every name', () => {
  const other = { ...auditedArtifact(0, 2), digest }
  const parts = withSharedDigests('v1.35.0', [a, { ...b, digest }])
  expect(told(...parts, other)).toEqual([
    [`v1.35.0 image ${a.name}: the registry answers for ${b.name}, ${other.name} with the same image`],
    [`v1.35.0 image ${b.name}: the registry answers for ${a.name}, ${other.name} with the same image`],
    [`v1.35.0 image ${other.name}: the registry answers for ${a.name}, ${b.name} with the same image`],
  ])
})
