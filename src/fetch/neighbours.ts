// Files that are published together. A CDN keeps a 404 for minutes, also one
// that our own request caused while the file was on its way; so a 404 is asked
// again where a neighbour of the file is there, and where none is it is final.
import type { ArtifactUrls } from '../plan/plan.js'

type Half = 'signature' | 'certificate'

/** What was the first answer about each half of a pair, by the artifact; only of those that were asked for. */
export class Neighbours {
  /** By identity: it goes when the plan of the artifact does. */
  readonly #halves = new WeakMap<ArtifactUrls, Map<Half, PromiseWithResolvers<boolean>>>()

  /** @param fetch is given what to ask when the answer is 404 */
  async fetchHalf<T>(
    urls: ArtifactUrls,
    half: Half,
    fetch: (isExpected: () => Promise<boolean>) => Promise<T>,
  ): Promise<T> {
    const halves = this.#halves.get(urls) ?? new Map<Half, PromiseWithResolvers<boolean>>()
    this.#halves.set(urls, halves)
    const own = halves.get(half) ?? Promise.withResolvers<boolean>()
    halves.set(half, own)
    try {
      const value = await fetch(async () => {
        own.resolve(false)
        return (await halves.get(half === 'signature' ? 'certificate' : 'signature')?.promise) ?? false
      })
      own.resolve(true)
      return value
    } finally {
      own.resolve(false)
    }
  }

  /** Whether one of them is there; nobody is asked who would not be asked anyway. */
  async hasOne(urls: ArtifactUrls): Promise<boolean> {
    const halves = [...(this.#halves.get(urls)?.values() ?? [])]
    const answers = halves.map(async ({ promise }) => {
      if (!(await promise)) throw new Error('it is not there')
      return true
    })
    return Promise.any(answers).catch(() => false)
  }

  /** Whether both are there. */
  async hasBoth(urls: ArtifactUrls): Promise<boolean> {
    const halves = [...(this.#halves.get(urls)?.values() ?? [])]
    const answers = await Promise.all(halves.map(({ promise }) => promise))
    return answers.length === 2 && answers.every(Boolean)
  }
}
