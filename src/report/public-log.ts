/** Where people look at the public log. */
export const PUBLIC_LOG_SEARCH = 'https://search.sigstore.dev/?logIndex='
/** Log ID of the public Rekor v1: only its indexes are found there. */
export const PUBLIC_LOG_ID = 'c0d23d6ad406973f9559f3ba2d1ca01f84147d8ffc5b8445c224f98b9591801d'
