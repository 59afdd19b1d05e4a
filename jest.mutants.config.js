// Tests of values, for the mutants of src/verify/ and its like: what needs a
// server of the built programs has no say here.
import base from './jest.config.js'

/** @type {import('jest').Config} */
export default {
  ...base,
  testMatch: ['verify', 'evidence', 'gather', 'prove', 'diagnose', 'audit', 'trust'].map(
    (room) => `<rootDir>/__tests__/${room}/**/*.test.ts`,
  ),
  maxWorkers: 1,
}
