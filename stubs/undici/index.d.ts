/** Cannot be made: see index.js. */
export declare class ProxyAgent {
  private constructor()
}
