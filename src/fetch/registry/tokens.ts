// From a registry's challenge to the value of an Authorization header: Basic
// with the user's own login, or a token that the registry's service gives for
// it, or to anybody (https://distribution.github.io/distribution/spec/auth/token/;
// with an identity token, https://distribution.github.io/distribution/spec/auth/oauth/).
import { parseJson } from '../../json/parse-json.js'
import * as v from 'valibot'
import { FetchError, messageOf } from '../../errors.js'
import type { Http, Repository } from '../../ports.js'
import { resolveGiven } from '../url-policy.js'
import { type Challenge, parseChallenge } from './challenge.js'
import type { Credentials, Known } from './credentials.js'
import { type Login, toBasic } from './docker-config.js'

export interface TokenOptions {
  readonly http: Http
  readonly credentials: Credentials
  /** Told every token before it is used. */
  readonly onSecret: (secret: string) => void
}

const MAX_TOKEN_BYTES = 64 * 1024
const CLIENT_ID = 'verify-k8s-artifacts'
/** What goes into a header has to be one. */
const TOKEN = /^[\x21-\x7e]{1,16384}$/

const answerSchema = v.object({ token: v.optional(v.string()), access_token: v.optional(v.string()) })

/**
 * Answers the challenge of a registry's refusal.
 * @param refusal with the URL of the registry
 * @returns the header's value
 * @throws FetchError, the refusal itself with what is missing, or what the token service came to
 */
export async function authorize(
  repository: Repository,
  refusal: FetchError,
  { http, credentials, onSecret }: TokenOptions,
): Promise<string> {
  const challenge = parseChallenge(refusal.challenge)
  if (challenge === undefined) throw refusal
  const known = await credentials.find(repository)
  const { login, reasons } = known
  if (login?.kind === 'registry-token') return `Bearer ${login.token}`
  if (challenge.scheme === 'basic') {
    if (login?.kind === 'password') return toBasic(login)
    throw explain(refusal, repository, reasons)
  }
  const registry = new URL(refusal.url ?? '')
  const token = await fetchToken(challenge, { http, registry, login }).catch((thrown: unknown) => {
    throw thrown instanceof FetchError ? ofTokenService(thrown, repository, known) : thrown
  })
  if (token === undefined) throw refusal
  onSecret(token)
  return `Bearer ${token}`
}

/** A refusal, with what would help; no secret is repeated. */
export function explain(
  refusal: FetchError,
  { registry }: Repository,
  reasons: readonly string[] | undefined,
): FetchError {
  const { message, status, url } = refusal
  const what =
    reasons === undefined
      ? `${registry} refuses the login that is known of it`
      : [`no login for ${registry} is known`, ...reasons].join('; ')
  return new FetchError('FETCH_HTTP_STATUS', `${message}: ${what}`, {
    cause: refusal,
    expected: '200',
    ...(status !== undefined && { actual: String(status) }),
    ...(url !== undefined && { url }),
    hint: `Log in with docker login ${registry}, or name the file with the login in DOCKER_CONFIG or REGISTRY_AUTH_FILE.`,
  })
}

interface TokenRequest {
  readonly http: Http
  /** Whose challenge it is: where it leads is the registry's word. */
  readonly registry: URL
  readonly login: Exclude<Login, { kind: 'registry-token' }> | undefined
}

/** Without a status: what the token service lacks is not what the registry lacks. */
function ofTokenService(refusal: FetchError, repository: Repository, { login, reasons }: Known): FetchError {
  const isRefused = refusal.status === 401 || refusal.status === 403
  if (isRefused) return explain(refusal, repository, login === undefined ? reasons : undefined)
  if (refusal.status === undefined) return refusal
  const { message, url } = refusal
  return new FetchError('FETCH_HTTP_STATUS', message, { cause: refusal, url })
}

async function fetchToken(
  { parameters }: Challenge,
  { http, registry, login }: TokenRequest,
): Promise<string | undefined> {
  const { realm = '', service, scope } = parameters
  if (realm === '') return undefined
  const url = resolveGiven(registry, realm, 'sends for a token')
  const wanted = { ...(service !== undefined && { service }), ...(scope !== undefined && { scope }) }
  const options = { maxBytes: MAX_TOKEN_BYTES, accept: 'application/json', givenBy: registry }
  if (login?.kind === 'identity-token') {
    const form = new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: login.token,
      client_id: CLIENT_ID,
      ...wanted,
    })
    return readToken(await http.fetchBytes(url, { ...options, form: form.toString() }))
  }
  for (const [name, value] of Object.entries(wanted)) url.searchParams.set(name, value)
  if (login === undefined) return readToken(await http.fetchBytes(url, options))
  url.searchParams.set('account', login.username)
  return readToken(await http.fetchBytes(url, { ...options, authorization: toBasic(login) }))
}

function readToken(answer: Buffer): string | undefined {
  let json: unknown
  try {
    json = parseJson(answer.toString())
  } catch (cause) {
    // An HTML page in the place of a token is a fault on the way.
    throw new FetchError(
      'FETCH_ANSWER_UNEXPECTED',
      `the token service did not answer with JSON: ${messageOf(cause).slice(0, 80)}`,
      { retryable: true },
    )
  }
  const parsed = v.safeParse(answerSchema, json)
  const token = parsed.success ? (parsed.output.token ?? parsed.output.access_token) : undefined
  return token !== undefined && TOKEN.test(token) ? token : undefined
}
