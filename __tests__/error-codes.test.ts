// Exit 1 is said on purpose: only of what was read and contradicts.
import {
  CodedError,
  ERRORS,
  type ErrorCode,
  REASONS,
  isContradiction,
  remedyOf,
  toCodedError,
  unjudgedReason,
} from '../src/errors.js'
import { fromError, notRun } from '../src/verify/check.js'
import { computeOutcome } from '../src/verify/verification-result.js'

const CODES = Object.keys(ERRORS) as ErrorCode[]

test.each(CODES)('%s: its exit follows from its reason, and only a contradiction rejects', (code) => {
  const { reason, exit } = ERRORS[code]
  expect(exit).toBe(REASONS[reason])
  expect(new CodedError(code, 'x').exitCode).toBe(exit)
  expect(exit === 1).toBe(isContradiction(code))
  const check = { ...fromError('digest', new CodedError(code, 'x')), required: true }
  expect(computeOutcome([check])).toBe(exit === 1 ? 'rejected' : 'unverifiable')
})

test.each(CODES)('%s without a contradiction rejects nothing, and says what to do', (code) => {
  const reason = unjudgedReason(code)
  expect(REASONS[reason]).not.toBe(1)
  const error = new CodedError(code, 'x', { reason })
  expect(error.exitCode).not.toBe(1)
  expect(fromError('digest', error)).toEqual(notRun('digest', 'x', { code, reason }))
  expect(remedyOf(code, reason)).toMatch(/\.$/)
})

test.each([
  new TypeError('x is not a function'),
  'text',
  undefined,
  Object.assign(new Error('x'), { code: 1 }),
])('what nobody coded is our own bug: %p', (thrown) => {
  expect(toCodedError(thrown)).toMatchObject({ code: 'INTERNAL', reason: 'internal', exitCode: 70 })
})

test('what the file system refuses is the machine’s', () => {
  const refused = Object.assign(new Error("ENOSPC: no space left on device, write '/full/file'"), {
    syscall: 'write',
    path: '/full/file',
  })
  expect(toCodedError(refused)).toMatchObject({ code: 'INSTALL_WRITE_FAILED', reason: 'local', exitCode: 3 })
  expect(toCodedError(refused).message).toContain('/full/file')
})
