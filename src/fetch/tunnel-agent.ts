// Connections through one proxy. Node makes the tunnel; what is ours is the
// manners: only one request finds out whether the proxy lets us through, and
// what it refused it is not asked for again. An account may be locked by less.
import { Agent, type AgentOptions } from 'node:https'
import type { Duplex } from 'node:stream'
import type { Proxy } from './proxy.js'

type Callback = (error: Error | null, stream: Duplex) => void
interface Target {
  readonly host?: string | null
  readonly port?: string | number | null
}

const PROXY_AUTHENTICATION_REQUIRED = 407

/** What is known about a proxy. */
class ProxyRecord {
  /** Of everything, since it wants credentials that it was not given. */
  #lockedOut: Error | undefined
  readonly #refused = new Map<string, Error>()
  readonly #opened = new Set<string>()
  #asking: Promise<void> | undefined

  /**
   * Waits while somebody else finds out.
   * @returns the refusal, if there is one; else the turn to ask, which ends with what is told
   */
  async takeTurn(target: string): Promise<Error | ((outcome: Error | null | undefined) => void)> {
    while (this.#asking !== undefined && !this.#opened.has(target)) await this.#asking
    const refusal = this.#lockedOut ?? this.#refused.get(target)
    if (refusal !== undefined) return refusal
    // Before anything else is awaited: of many that begin together one asks.
    const { promise, resolve } = Promise.withResolvers<undefined>()
    if (!this.#opened.has(target)) this.#asking = promise
    return (outcome) => {
      this.#note(target, outcome)
      if (this.#asking === promise) this.#asking = undefined
      resolve(undefined)
    }
  }

  #note(target: string, outcome: Error | null | undefined): void {
    const { statusCode: status } = (outcome ?? {}) as { statusCode?: number }
    if (outcome === null) this.#opened.add(target)
    else if (outcome === undefined || status === undefined || status >= 500) return
    else if (status === PROXY_AUTHENTICATION_REQUIRED) this.#lockedOut = outcome
    else this.#refused.set(target, outcome)
  }
}

/** Connections through one proxy, each by a CONNECT of its own. */
export class TunnelAgent extends Agent {
  readonly #record = new ProxyRecord()
  readonly #tunnelTimeoutMs: number
  readonly #open = new Set<Duplex>()

  constructor(proxy: Proxy, tunnelTimeoutMs: number, options: AgentOptions) {
    // Only what was decided: by itself Node reads other variables, by other rules.
    super({ ...options, proxyEnv: { HTTPS_PROXY: proxy.url.href } })
    this.#tunnelTimeoutMs = tunnelTimeoutMs
  }

  override createConnection(options: Target, callback?: Callback): undefined {
    void this.#connect(options, callback ?? (() => undefined))
  }

  async #connect(options: Target, callback: Callback): Promise<void> {
    const target = `${options.host ?? ''}:${options.port ?? ''}`
    const tell = await this.#record.takeTurn(target)
    if (tell instanceof Error) return callback(tell, undefined as unknown as Duplex)
    // The time-out is the tunnel's own: a request that is given up does not end it.
    const tunnel = super.createConnection(
      { ...options, timeout: this.#tunnelTimeoutMs },
      (error: Error | null, stream: Duplex) => {
        tell(error ?? null)
        callback(error, stream)
      },
    )
    if (tunnel === null || tunnel === undefined) return
    this.#open.add(tunnel)
    tunnel.once('close', () => {
      this.#open.delete(tunnel)
      tell(undefined)
    })
  }

  override destroy(): void {
    super.destroy()
    for (const tunnel of this.#open) tunnel.destroy()
  }
}
