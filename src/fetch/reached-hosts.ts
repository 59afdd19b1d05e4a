// Which hosts have answered: what a run has reached in fact, redirects included.

export interface ReachedHosts {
  /** Takes note of a URL that answered. */
  readonly onReached: (url: URL) => void
  /** Host and port of each, in order: `dl.k8s.io:443`. */
  readonly list: () => string[]
}

/** Begins a list. */
export function createReachedHosts(): ReachedHosts {
  const endpoints = new Set<string>()
  return {
    onReached: ({ hostname, port, protocol }) => {
      endpoints.add(`${hostname}:${port || (protocol === 'http:' ? 80 : 443)}`)
    },
    list: () => [...endpoints].sort(),
  }
}
