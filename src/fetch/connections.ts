// The connections of a run: agents and turns. @actions/http-client sends the
// requests; through what, and to where, is decided here.
import * as http from 'node:http'
import * as https from 'node:https'
import { HttpClient } from '@actions/http-client'
import pLimit, { type LimitFunction } from 'p-limit'
import { type AddressClass, classOfAddress } from './address-class.js'
import { untilAborted } from './cancellation.js'
import { type Proxy, chooseProxy } from './proxy.js'
import { TunnelAgent } from './tunnel-agent.js'
import { type Given, classOfLiteral, reachOf } from './url-policy.js'

/** How every request names its sender. */
export const USER_AGENT = 'verify-k8s-artifacts'
/** Far above what the turns let through: in the agent's own queue the connect time-out would run. */
const AGENT_OPTIONS = { keepAlive: true, maxSockets: 256 }

/** The connections of a run: one client, and an agent for each proxy and for none. */
export class Connections {
  readonly #client = new HttpClient(USER_AGENT, undefined, { keepAlive: true })
  readonly #agents = new Map<string, http.Agent>()
  readonly #turns = new Map<string, LimitFunction>()
  readonly #own = new Set<string>()
  readonly #classes = new Map<string, AddressClass>()
  readonly #closing = new AbortController()
  readonly #maxSockets: number
  readonly #tunnelTimeoutMs: number

  constructor(maxSocketsPerOrigin: number, tunnelTimeoutMs: number) {
    this.#maxSockets = maxSocketsPerOrigin
    this.#tunnelTimeoutMs = tunnelTimeoutMs
  }

  /** Aborted by `close`. */
  get signal(): AbortSignal {
    return this.#closing.signal
  }

  /** The user's own: whoever leads there leads nowhere new. */
  addOwn({ origin }: URL): void {
    this.#own.add(origin)
  }

  /** How far a URL is to be trusted that a server gave; undefined where it is the user's own all the same. */
  toGiven(from: URL, to: URL): Given | undefined {
    if (this.#own.has(to.origin)) return undefined
    return { from, fromClass: this.#classes.get(from.origin) ?? classOfLiteral(from) ?? 'public' }
  }

  /** Notes where an origin answered from; of several places, the most public one. A proxy's place is not its. */
  noteAnswer(url: URL, { socket }: http.IncomingMessage): void {
    if (chooseProxy(url) !== undefined) return
    const { remoteAddress } = socket as Partial<typeof socket>
    const found = remoteAddress === undefined ? 'public' : classOfAddress(remoteAddress)
    if (found === 'public' || !this.#classes.has(url.origin)) this.#classes.set(url.origin, found)
  }

  /** Runs a try when its origin has a socket to spare; its clocks start then. */
  inTurn<T>(url: URL, signal: AbortSignal, run: () => Promise<T>): Promise<T> {
    const turns = this.#turns.get(url.origin) ?? pLimit(this.#maxSockets)
    this.#turns.set(url.origin, turns)
    let isWaiting = true
    const work = turns(() => {
      isWaiting = false
      return run()
    })
    return untilAborted(work, { signal, url, isWaiting: () => isWaiting })
  }

  /** Sockets are pooled by where they may lead: one that was opened for the user's own URL serves no other. */
  agentFor(url: URL, proxy: Proxy | undefined, given: Given | undefined): http.Agent {
    const key = `${url.protocol} ${proxy?.url.href ?? `direct, ${reachOf(url, given).name}`}`
    const agent = this.#agents.get(key) ?? this.#createAgent(url, proxy)
    this.#agents.set(key, agent)
    return agent
  }

  #createAgent({ protocol }: URL, proxy: Proxy | undefined): http.Agent {
    if (protocol === 'http:') return new http.Agent(AGENT_OPTIONS)
    if (proxy === undefined) return new https.Agent(AGENT_OPTIONS)
    return new TunnelAgent(proxy, this.#tunnelTimeoutMs, AGENT_OPTIONS)
  }

  send(
    info: Parameters<HttpClient['requestRaw']>[0],
    body: string | null,
  ): ReturnType<HttpClient['requestRaw']> {
    return this.#client.requestRaw(info, body)
  }

  close(): void {
    this.#closing.abort()
    this.#client.dispose()
    for (const agent of this.#agents.values()) agent.destroy()
    this.#agents.clear()
  }
}
