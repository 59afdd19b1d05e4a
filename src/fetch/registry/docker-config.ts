// What docker, podman and cosign know of registries: config.json
// (https://docs.docker.com/reference/cli/docker/login/), and podman's
// auth.json (containers-auth.json(5)), which names parts of registries, too.
// The file is the user's own; its values are secrets, which no error repeats.
import { parseJson } from '../../json/parse-json.js'
import * as v from 'valibot'
import type { Repository } from '../../ports.js'

/** A way to say who one is. */
export type Login =
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  /** OAuth 2's refresh token, for which the registry's token service gives others. */
  | { readonly kind: 'identity-token'; readonly token: string }
  /** Sent as it is. */
  | { readonly kind: 'registry-token'; readonly token: string }

export interface DockerConfig {
  readonly auths: Readonly<Record<string, AuthEntry>>
  /** A helper's name by registry. */
  readonly credHelpers: Readonly<Record<string, string>>
  /** The helper of all that have none of their own. */
  readonly credsStore: string | undefined
}

export type AuthEntry = v.InferOutput<typeof entrySchema>

/** The name under which docker keeps what is Docker Hub's. */
const DOCKER_HUB_SERVER = 'https://index.docker.io/v1/'
const DOCKER_HUB_NAMES = ['docker.io', 'index.docker.io', 'registry-1.docker.io']
/** What goes into a header, or to a helper, has no line breaks. */
const SECRET = /^[^\p{Cc}]{1,16384}$/u

const text = v.fallback(v.optional(v.string()), undefined)
const entrySchema = v.object({
  auth: text,
  username: text,
  password: text,
  identitytoken: text,
  registrytoken: text,
})
const configSchema = v.object({
  auths: v.optional(v.record(v.string(), v.fallback(entrySchema, {})), {}),
  credHelpers: v.optional(v.record(v.string(), v.string()), {}),
  credsStore: v.optional(v.string()),
})

/** @returns undefined when the text is no such file */
export function parseDockerConfig(content: string): DockerConfig | undefined {
  const json = readJson(content)
  const parsed = v.safeParse(configSchema, json)
  return parsed.success && !Array.isArray(json) ? { credsStore: undefined, ...parsed.output } : undefined
}

/**
 * The entry of the longest prefix: `registry.example/team/app`, `registry.example/team`, `registry.example`;
 * docker writes the latter in other ways as well: `https://registry.example/v1/`.
 */
export function findByPrefix<T>(
  entries: Readonly<Record<string, T>>,
  { registry, repository }: Repository,
): { readonly key: string; readonly value: T } | undefined {
  const name = normalize(`${registry}/${repository}`)
  return Object.entries(entries)
    .map(([key, value]) => ({ key, value, prefix: normalize(key) }))
    .filter(({ prefix }) => name === prefix || name.startsWith(`${prefix}/`))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0]
}

/** As a helper knows the registry. */
export function serverOf({ registry }: Repository): string {
  return DOCKER_HUB_NAMES.includes(registry) ? DOCKER_HUB_SERVER : registry
}

/** @returns undefined of an entry that only says that a helper has the secret, or of a broken one */
export function toLogin(entry: AuthEntry): Login | undefined {
  const { identitytoken = '', registrytoken = '' } = entry
  if (registrytoken !== '') return checked({ kind: 'registry-token', token: registrytoken })
  if (identitytoken !== '') return checked({ kind: 'identity-token', token: identitytoken })
  const decoded = Buffer.from(entry.auth ?? '', 'base64')
    .toString()
    .replace(/\0+$/, '')
  const colon = decoded.indexOf(':')
  const username = colon > 0 ? decoded.slice(0, colon) : entry.username
  const password = colon > 0 ? decoded.slice(colon + 1) : entry.password
  if (!username || !password) return undefined
  return checked({ kind: 'password', username, password })
}

/** What a helper answered; `<token>` as a name means that the secret is an identity token. */
export function toHelperLogin(content: string): Login | undefined {
  const parsed = v.safeParse(v.object({ Username: v.string(), Secret: v.string() }), readJson(content))
  if (!parsed.success) return undefined
  const { Username: username, Secret: secret } = parsed.output
  if (username === '' || secret === '') return undefined
  return checked(
    username === '<token>'
      ? { kind: 'identity-token', token: secret }
      : { kind: 'password', username, password: secret },
  )
}

/** Everything in a login, and every form of it that is sent, that no log may show. */
export function secretsOf(login: Login): string[] {
  return login.kind === 'password' ? [login.password, toBasic(login).slice('Basic '.length)] : [login.token]
}

/** The value of an Authorization header (RFC 7617). */
export function toBasic({ username, password }: { username: string; password: string }): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

function checked(login: Login): Login | undefined {
  const values = login.kind === 'password' ? [login.username, login.password] : [login.token]
  const isNamed = login.kind !== 'password' || !login.username.includes(':')
  return isNamed && values.every((value) => SECRET.test(value)) ? login : undefined
}

function normalize(name: string): string {
  const plain = name
    .replace(/^https?:\/\//i, '')
    .replace(/\/+$/, '')
    .replace(/\/v[12]$/, '')
  const [host = '', ...path] = plain.split('/')
  const known = DOCKER_HUB_NAMES.includes(host.toLowerCase()) ? 'docker.io' : host.toLowerCase()
  return [known, ...path].join('/')
}

function readJson(content: string): unknown {
  try {
    return parseJson(content)
  } catch {
    return undefined
  }
}
