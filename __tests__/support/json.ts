// Changes in JSON, one at a time.

export type JsonPath = readonly (string | number)[]

/** The paths of everything that is no object and no list. */
export function leavesOf(value: unknown, path: JsonPath = []): JsonPath[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value)
  return entries.flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
}

/** A copy with another value at one place; by default another character in its middle, which stays in base64's and the numbers' alphabet. */
export function changeAt(
  value: unknown,
  [key, ...rest]: JsonPath,
  change: (leaf: unknown) => unknown = changeMiddle,
): unknown {
  if (key === undefined) return change(value)
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >
  copy[key] = changeAt(copy[key], rest, change)
  return copy
}

function changeMiddle(leaf: unknown): unknown {
  const text = String(leaf)
  const middle = Math.floor(text.length / 2)
  const changed = text.slice(0, middle) + (text[middle] === '1' ? '2' : '1') + text.slice(middle + 1)
  return typeof leaf === 'number' ? Number(changed) : changed
}
