// For the suites that scripts/real.mjs runs: what cannot be had here is
// skipped, and jest counts it so.
const absent = process.env['VERIFY_K8S_REAL_ABSENT']

/** As `describe`, but skipped where the suite's programs are absent. */
export const describeReal = absent ? describe.skip : describe

/** As `beforeAll`, but not run where nothing is to be tested. */
export function beforeReal(prepare: () => Promise<void>): void {
  if (!absent) beforeAll(prepare)
}

/** As `afterAll`, but not run where nothing was tested. */
export function afterReal(clean: () => Promise<void>): void {
  if (!absent) afterAll(clean)
}
