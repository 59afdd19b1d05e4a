// Mutants: each is the program with one small thing changed, and has to be
// noticed by some test. `npm run test:mutants` runs those of the files that
// decide; `-- --mutate src/verify/merkle.ts` those of one file.
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules'],
  coverageAnalysis: 'perTest',
  jest: { projectType: 'custom', configFile: 'jest.mutants.config.js', enableFindRelatedTests: false },
  mutate: ['src/{verify,evidence,gather,diagnose}/**/*.ts', 'src/prove/{prove,judge}.ts'],
  // Words are for people: what they say is held by other tests.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['dist', 'docs', '.github', 'coverage'],
  concurrency: 2,
  // Certificates and curves take their time on a small machine.
  timeoutMS: 30_000,
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'coverage/mutants.json' },
  tempDirName: 'coverage/stryker',
  allowEmpty: false,
}
