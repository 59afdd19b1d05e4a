// What each file is, by lists that are given.
import { Digest } from '../../src/digest.js'
import type { FoundFile } from '../../src/inventory/found.js'
import { type Known, judgeFindings } from '../../src/inventory/judge.js'

const digest = (fill: number): Digest => new Digest(Buffer.alloc(32, fill))
const listing = (fill: number, version: string, ...paths: string[]): Known['asked'] =>
  new Map([[digest(fill).hex, paths.map((path) => ({ version, path }))]])

const KNOWN: Known = {
  asked: listing(1, 'v1.35.2', 'bin/linux/amd64/kubectl', 'bin/windows/amd64/kubelet.exe'),
  others: listing(2, 'v1.34.1', 'bin/linux/amd64/kubelet'),
  name: 'v1.35.2',
  isWhole: true,
}

const found = (fill: number, claim?: string, ...place: string[]): FoundFile => ({
  place: place.length === 0 ? ['file'] : place,
  sha256: digest(fill),
  size: 1,
  claim,
})
const judge = (files: readonly FoundFile[], known: Partial<Known> = {}) =>
  judgeFindings({ files, unread: [], others: 0, notes: [] }, { ...KNOWN, ...known })

test.each([
  ['listed under its name', found(1, 'kubectl'), 'proven', 'verified', undefined],
  ['listed under another of its paths', found(1, 'kubelet'), 'proven', 'verified', undefined],
  ['listed, under a name of its own', found(1), 'proven', 'verified', undefined],
  ['listed under the name of another', found(1, 'kubeadm'), 'misnamed', 'rejected', 'FILE_MISNAMED'],
  ['of another release', found(2, 'kubelet'), 'other-release', 'rejected', 'FILE_OF_OTHER_RELEASE'],
  ['of none', found(3, 'kubelet'), 'unknown', 'rejected', 'FILE_UNKNOWN'],
])('%s', (_, file, state, outcome, code) => {
  const [judged] = judge([file])
  expect([judged?.state, judged?.outcome, judged?.code]).toEqual([state, outcome, code])
})

test('what it is stands beside', () => {
  expect(judge([found(1, 'kubectl'), found(1, 'kubelet'), found(2, 'kubelet')])).toMatchObject([
    { artifact: 'v1.35.2/bin/linux/amd64/kubectl' },
    { artifact: 'v1.35.2/bin/windows/amd64/kubelet.exe' },
    { artifact: 'v1.34.1/bin/linux/amd64/kubelet', detail: 'it is of v1.34.1, not of v1.35.2' },
  ])
})

test('while a list is missing, what is unknown may be of it', () => {
  expect(judge([found(3, 'kubelet'), found(1, 'kubeadm')], { isWhole: false })).toMatchObject([
    { state: 'unknown', outcome: 'unverifiable', code: 'RELEASE_BINDING_UNAVAILABLE' },
    { state: 'misnamed', outcome: 'rejected' },
  ])
})

test('an archive that is listed speaks for what is in it, and for nothing beside', () => {
  const files = [
    found(1, 'kubectl', 'a.tar.gz'),
    found(3, 'kubelet', 'a.tar.gz', 'kubelet'),
    found(3, 'kubelet', 'a.tar.gz', 'b.tar', 'kubelet'),
    found(3, 'kubelet', 'a.tar.gz.d', 'kubelet'),
  ]
  const unread = [
    { place: ['a.tar.gz'], why: 'broken' },
    { place: ['a.tar.gz', 'c.zst'], why: 'broken' },
    { place: ['c.zst'], why: 'broken' },
  ]
  const judged = judgeFindings({ files, unread, others: 0, notes: [] }, KNOWN)
  expect(judged.map(({ place, state }) => [place.join('|'), state])).toEqual([
    ['a.tar.gz', 'proven'],
    ['a.tar.gz.d|kubelet', 'unknown'],
    ['c.zst', 'unread'],
  ])
})

test('what could not be looked at is never more than unverifiable', () => {
  const unread = [{ place: ['x'], why: 'it is a pipe' }]
  expect(judgeFindings({ files: [], unread, others: 0, notes: [] }, KNOWN)).toEqual([
    {
      place: ['x'],
      state: 'unread',
      outcome: 'unverifiable',
      code: 'FILE_UNREADABLE',
      detail: 'it is a pipe',
    },
  ])
})
