// How many entries the log is asked for at once.

/** What Rekor answers in one request (pkg/api/entries.go). */
const BATCH = 10

/** The values ten by ten, in their order. */
export function toBatches<T>(values: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(values.length / BATCH) }, (_, index) =>
    values.slice(index * BATCH, (index + 1) * BATCH),
  )
}
