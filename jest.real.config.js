// The suites against what we did not write (scripts/real.mjs), one after the
// other: each brings up a stack of its own.
import config from './jest.config.js'

/** @type {import('jest').Config} */
export default {
  ...config,
  testMatch: ['<rootDir>/__tests__/**/*.real.ts'],
  maxWorkers: 1,
  testTimeout: 300_000,
}
