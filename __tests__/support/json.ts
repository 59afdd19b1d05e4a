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

/** The paths of every object and list in it, itself included. */
export function nodesOf(value: unknown, path: JsonPath = []): JsonPath[] {
  if (typeof value !== 'object' || value === null) return []
  return [path, ...Object.entries(value).flatMap(([key, inner]) => nodesOf(inner, [...path, key]))]
}

export function valueAt(value: unknown, [key, ...rest]: JsonPath): unknown {
  return key === undefined ? value : valueAt((value as Record<string | number, unknown>)[key], rest)
}

/** A copy in which what stands at one place is gone: the field, or the item of a list. */
export function removeAt(value: unknown, path: JsonPath): unknown {
  const key = path.at(-1)
  return changeAt(value, path.slice(0, -1), (node) =>
    Array.isArray(node)
      ? node.filter((_, index) => index !== Number(key))
      : Object.fromEntries(Object.entries(node as object).filter(([name]) => name !== String(key))),
  )
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
