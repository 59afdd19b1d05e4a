// What is allowed, and often not what was meant: said once, as a warning.
import type { Request } from './request.js'

const LATEST =
  'version latest means the newest release of all, and so at times an alpha, beta or release candidate; the newest stable release is called stable'

/** Says of each part of a request that is likely a slip what else may be meant, in a sentence each. */
export function listAdvice({ versions, releaseUrl }: Pick<Request, 'versions' | 'releaseUrl'>): string[] {
  const isLatest = versions.some((spec) => spec.kind === 'channel' && spec.channel === 'latest')
  // A folder may well be called release; what it has to hold is a folder of that name, too.
  const isInside = releaseUrl.protocol === 'file:' && releaseUrl.pathname.endsWith('/release')
  return [
    ...(isLatest ? [LATEST] : []),
    ...(isInside
      ? ['release-url ends in /release, which is looked for below it: it is the folder before /release/']
      : []),
  ]
}
