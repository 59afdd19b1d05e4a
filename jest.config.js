/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  // Every run of a built program is looked at as it ends.
  setupFilesAfterEnv: ['<rootDir>/__tests__/support/observe-runs.ts'],
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript' },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // What the suites of jest.real.config.js have built: programs of others, and no module of ours.
  modulePathIgnorePatterns: ['<rootDir>/\\.real/'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // Tests of the built programs mostly wait for them.
  maxWorkers: '100%',
  // A test must not fail because the machine is busy; one that hangs ends all the same.
  testTimeout: 300_000,
}
