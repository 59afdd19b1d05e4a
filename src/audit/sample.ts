// Which artifacts of a release are taken in full. The draw depends on the seed
// and on the names alone: whoever has the seed draws the same again, and who
// serves the release cannot know beforehand what will be looked at.
import { createHash } from 'node:crypto'

/** The `size` paths whose hash with the seed comes first. */
export function drawSample(
  paths: readonly string[],
  { version, seed, size }: { readonly version: string; readonly seed: string; readonly size: number },
): ReadonlySet<string> {
  const drawn = paths
    .map((path) => ({
      path,
      lot: createHash('sha256')
        .update(JSON.stringify([seed, version, path]))
        .digest('hex'),
    }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, size)
  return new Set(drawn.map(({ path }) => path))
}
