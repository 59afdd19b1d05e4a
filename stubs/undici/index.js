// @actions/http-client imports undici for `getAgentDispatcher`, which serves
// other clients than its own. Nothing here asks for that: proxies are ours
// (src/fetch/tunnel-agent.ts). Undici is a third of a command's bundle and half
// of its start, so package.json puts this in its place.
export class ProxyAgent {
  constructor() {
    throw new Error('undici is not a part of this program')
  }
}
