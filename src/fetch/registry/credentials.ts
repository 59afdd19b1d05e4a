// Who we are to a registry, as docker, podman and cosign would say it: looked
// up when a registry asks for it, and never before.
import { join } from 'node:path'
import { type TrustedText, readTrustedText } from '../../files/trusted-text.js'
import type { Repository } from '../../ports.js'
import { askHelper } from './credential-helper.js'
import {
  type DockerConfig,
  type Login,
  findByPrefix,
  parseDockerConfig,
  secretsOf,
  serverOf,
  toHelperLogin,
  toLogin,
} from './docker-config.js'

export interface CredentialsOptions {
  /** REGISTRY_AUTH_FILE, DOCKER_CONFIG, PATH, and what a helper wants to know. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Undefined: the user has none. */
  readonly home: string | undefined
  /** As Node names it. */
  readonly platform: string
  /** Checkouts, which are anybody's: no program is run because a file in one says so. */
  readonly workspaces: readonly string[]
  /** Told every secret before it is used. */
  readonly onSecret: (secret: string) => void
  /** How long a helper may take, in milliseconds; undefined means the 20 s of the rule. */
  readonly helperTimeoutMs?: number
}

/** What is known of a registry: a login, or why there is none although a file speaks of one. */
export interface Known {
  readonly login?: Login
  readonly reasons: readonly string[]
}

export interface Credentials {
  /** Never rejects. */
  find(repository: Repository): Promise<Known>
}

/** In bytes. Real ones have some hundred, and with pasted keys some thousand. */
const MAX_CONFIG_BYTES = 1024 * 1024

interface ReadConfig {
  readonly name: string
  readonly file: TrustedText
  readonly config: DockerConfig
}

/** Logins as docker and podman keep them, read when a registry asks for one. */
export function createCredentials(options: CredentialsOptions): Credentials {
  const known = new Map<string, Promise<Known>>()
  return {
    find: ({ registry, repository }) => {
      const key = `${registry}/${repository}`
      const finding = known.get(key) ?? find({ registry, repository }, options)
      known.set(key, finding)
      return finding
    },
  }
}

/** REGISTRY_AUTH_FILE goes first; then docker's own file. */
function placesOf({ environment, home }: CredentialsOptions): { name: string; path: string }[] {
  const { REGISTRY_AUTH_FILE: authFile = '', DOCKER_CONFIG: folder = '' } = environment
  const docker = folder === '' ? home && join(home, '.docker') : folder
  return [
    ...(authFile === '' ? [] : [{ name: 'REGISTRY_AUTH_FILE', path: authFile }]),
    ...(docker
      ? [
          {
            name: folder === '' ? '~/.docker/config.json' : 'DOCKER_CONFIG',
            path: join(docker, 'config.json'),
          },
        ]
      : []),
  ]
}

async function find(repository: Repository, options: CredentialsOptions): Promise<Known> {
  const reasons: string[] = []
  for (const { name, path } of placesOf(options)) {
    const read = await readConfig(name, path, options)
    if (typeof read === 'string') reasons.push(read)
    if (typeof read !== 'object') continue
    const found = await findIn(read, repository, options)
    reasons.push(...found.reasons)
    if (found.login === undefined) continue
    for (const secret of secretsOf(found.login)) options.onSecret(secret)
    return { login: found.login, reasons }
  }
  return { reasons }
}

/** @returns a sentence when it is there, and cannot be read; undefined when it is not */
async function readConfig(
  name: string,
  path: string,
  { workspaces }: CredentialsOptions,
): Promise<ReadConfig | string | undefined> {
  const file = await readTrustedText(path, { maxBytes: MAX_CONFIG_BYTES, workspaces })
  if (file === undefined) return undefined
  if ('reason' in file) return `${name} cannot be read: ${file.reason}`
  const config = parseDockerConfig(file.text)
  return config === undefined ? `${name} is no docker configuration` : { name, file, config }
}

/** As docker looks: the registry's own helper, the helper of all, and then the file itself. */
async function findIn(
  { name, file, config }: ReadConfig,
  repository: Repository,
  options: CredentialsOptions,
): Promise<Known> {
  const helper = findByPrefix(config.credHelpers, repository)?.value ?? config.credsStore
  const reasons: string[] = []
  if (helper !== undefined) {
    if (file.distrust !== undefined) {
      reasons.push(`the credential helper that ${name} names is not run: ${file.distrust}`)
    } else {
      const answer = await askHelper(helper, serverOf(repository), {
        environment: options.environment,
        platform: options.platform,
        ...(options.helperTimeoutMs !== undefined && { timeoutMs: options.helperTimeoutMs }),
      })
      if ('reason' in answer) reasons.push(answer.reason)
      const login = 'output' in answer ? toHelperLogin(answer.output) : undefined
      if (login !== undefined) return { login, reasons }
    }
  }
  const entry = findByPrefix(config.auths, repository)?.value
  const login = entry && toLogin(entry)
  return { ...(login !== undefined && { login }), reasons }
}
