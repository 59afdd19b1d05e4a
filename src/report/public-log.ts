/** Where people look at the public log. */
export const PUBLIC_LOG_SEARCH = 'https://search.sigstore.dev/?logIndex='
/** Log ID of the public Rekor v1: only its indexes are found there. */
export const PUBLIC_LOG_ID = 'c0d23d6ad406973f9559f3ba2d1ca01f84147d8ffc5b8445c224f98b9591801d'

/** An entry's index in Markdown: a link where the entry is found by it. */
export function linkToEntry({
  logIndex,
  logId,
}: {
  readonly logIndex: number
  readonly logId: string
}): string {
  return logId === PUBLIC_LOG_ID ? `[${logIndex}](${PUBLIC_LOG_SEARCH}${logIndex})` : String(logIndex)
}
