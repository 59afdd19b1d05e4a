// Sigstore's own servers on loopback: Trillian over MariaDB, a CT log, Fulcio,
// Rekor with Redis, Rekor v2 with its timestamp authority. Nothing of ours
// is in it but keys, an OIDC issuer and the order of starting.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AUDIENCE, Issuer } from './issuer.js'
import {
  type AuthorityFiles,
  type KeyFiles,
  PASSWORD,
  writeAuthority,
  writeLogKey,
  writeTilesKey,
} from './keys.js'
import { Service, type ServiceOptions, answers, freePort, listens } from './service.js'
import { mustRun, realFolder, tool } from './tools.js'

/** The logs call themselves so, whatever their URLs are. */
const REKOR_NAME = 'rekor.real.example'
const TILES_NAME = 'tiles.real.example'
/** The operations of Rekor's openapi.yaml. */
const REKOR_ENDPOINTS = [
  'searchIndex',
  'getLogInfo',
  'getPublicKey',
  'getLogProof',
  'createLogEntry',
  'getLogEntryByIndex',
  'getLogEntryByUUID',
  'searchLogQuery',
]
const DATABASE_USER = 'root'
const HOUR_MS = 3600_000

/** One of Rekor's trees. */
export interface Shard {
  readonly treeId: string
  readonly key: KeyFiles
}

type Started = Omit<ServiceOptions, 'logFile' | 'name'>

export class Stack {
  readonly folder: string
  readonly issuer: Issuer
  readonly services = new Map<string, Service>()
  /** Rekor's trees, oldest first; the last is the active one. */
  readonly shards: Shard[] = []
  readonly rekorUrl: string
  readonly fulcioUrl: string
  readonly tilesUrl: string
  readonly timestampsUrl: string
  readonly #ports: Readonly<Record<Port, number>>
  #authority!: AuthorityFiles
  #ctKey!: KeyFiles
  #tilesKey: KeyFiles | undefined

  private constructor(folder: string, issuer: Issuer, ports: Readonly<Record<Port, number>>) {
    this.folder = folder
    this.issuer = issuer
    this.#ports = ports
    const url = (port: Port): string => `http://127.0.0.1:${ports[port]}`
    this.rekorUrl = url('rekor')
    this.fulcioUrl = url('fulcio')
    this.tilesUrl = url('tiles')
    this.timestampsUrl = `${url('timestamps')}/api/v1/timestamp`
  }

  /**
   * @param folder where everything is kept that the servers write; it is made
   * @param isWhole false for a stack beside another one, without Rekor v2 and its timestamp authority,
   *   whose port for metrics is fixed
   */
  static async start(folder: string, isWhole = true): Promise<Stack> {
    await mkdir(join(folder, 'logs'), { recursive: true })
    const stack = new Stack(folder, await Issuer.start(), await choosePorts())
    try {
      await Promise.all([stack.#startTrillian(), ...(isWhole ? [stack.#startTimestamps()] : [])])
      const last = [stack.#startCertificates(), stack.#startRekor()]
      await Promise.all([...last, ...(isWhole ? [stack.#startTiles()] : [])])
    } catch (error) {
      await stack.close()
      throw error
    }
    return stack
  }

  service(name: string): Service {
    const service = this.services.get(name)
    if (service === undefined) throw new Error(`there is no service ${name}`)
    return service
  }

  /** Everything serves again, whatever a test did to it. */
  async restore(): Promise<void> {
    for (const service of this.services.values()) await service.restore()
  }

  /** Ends Rekor's active tree and begins another, under the same key or one of its own. */
  async rotate(key: KeyFiles = this.#activeShard().key): Promise<void> {
    this.shards.push({ treeId: await this.#createTree(), key })
    // A tree's ID does not fit a JavaScript number: it stays the digits that it was.
    const config = this.shards
      .slice(0, -1)
      .map(
        (shard) =>
          `- treeID: ${shard.treeId}\n  signingConfig:\n    signingSchemeOrKeyPath: ${shard.key.privateKey}\n`,
      )
      .join('')
    await writeFile(this.#file('shards.yaml'), config)
    await this.serveRekorWithout()
  }

  /** Starts Rekor again, all its endpoints on but these (by their operation in its openapi.yaml). */
  async serveRekorWithout(...endpoints: readonly string[]): Promise<void> {
    await this.service('rekor').stop()
    this.services.delete('rekor')
    await this.#serveRekor(endpoints)
  }

  /** Keeps what all logs hold now. @returns the folder that `rewindLogs` takes */
  async saveLogs(): Promise<string> {
    const folder = this.#file('saved-logs')
    await this.#whileLogsRest(() => cp(this.#file('mariadb'), folder, { recursive: true }))
    return folder
  }

  /**
   * Every log is what it was when it was saved, under the same key and tree ID: what it takes in from now on makes it
   * another log than the one that has been seen.
   */
  async rewindLogs(saved: string): Promise<void> {
    await this.#whileLogsRest(async () => {
      await rm(this.#file('mariadb'), { recursive: true })
      await cp(saved, this.#file('mariadb'), { recursive: true })
    })
    await this.serveRekorWithout()
  }

  async #whileLogsRest(step: () => Promise<void>): Promise<void> {
    const services = ['signer', 'trillian', 'mariadb'].map((name) => this.service(name))
    for (const service of services) await service.stop()
    await step()
    for (const service of services.toReversed()) await service.start()
  }

  newLogKey(name: string): Promise<KeyFiles> {
    return writeLogKey(this.folder, name)
  }

  /** The trusted root of all this, as `cosign trusted-root create` writes it. @returns its path */
  async writeTrustedRoot(name = 'trusted_root.json'): Promise<string> {
    const since = `start-time=${new Date(Date.now() - HOUR_MS).toISOString().replace(/\.\d+/, '')}`
    const keys = new Set(this.shards.map(({ key }) => key.publicKey))
    const path = this.#file(name)
    await mustRun(tool('cosign-3'), [
      'trusted-root',
      'create',
      `--fulcio=url=${this.fulcioUrl},certificate-chain=${this.#authority.chain},${since}`,
      ...[...keys].map((key) => `--rekor=url=https://${REKOR_NAME},public-key=${key},${since}`),
      `--ctfe=url=https://ctfe.real.example/ctfe,public-key=${this.#ctKey.publicKey},${since}`,
      ...(this.#tilesKey === undefined
        ? []
        : [
            `--rekor=url=https://${TILES_NAME},public-key=${this.#tilesKey.publicKey},${since},origin=${TILES_NAME}`,
            `--tsa=url=${this.timestampsUrl},certificate-chain=${this.#file('tsa-chain.pem')},${since}`,
          ]),
      `--out=${path}`,
    ])
    return path
  }

  /** What cosign 3 needs to know to sign here. @returns its path */
  async writeSigningConfig(version: 1 | 2): Promise<string> {
    const path = this.#file(`signing-config-v${version}.json`)
    const since = `start-time=${new Date(Date.now() - HOUR_MS).toISOString().replace(/\.\d+/, '')}`
    const more = `${since},operator=real.example`
    const log = version === 1 ? this.rekorUrl : this.tilesUrl
    await mustRun(tool('cosign-3'), [
      'signing-config',
      'create',
      `--fulcio=url=${this.fulcioUrl},api-version=1,${more}`,
      `--rekor=url=${log},api-version=${version},${more}`,
      '--rekor-config=ANY',
      `--oidc-provider=url=${this.issuer.url},api-version=1,${more}`,
      `--tsa=url=${this.timestampsUrl},api-version=1,${more}`,
      '--tsa-config=EXACT:1',
      `--out=${path}`,
    ])
    return path
  }

  /** The trust of cosign 2, which takes it by its environment. */
  get cosign2Environment(): Record<string, string> {
    return {
      SIGSTORE_ROOT_FILE: this.#authority.root,
      SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: this.#ctKey.publicKey,
      SIGSTORE_REKOR_PUBLIC_KEY: this.#file('rekor-keys.pem'),
      TUF_ROOT: this.#file('no-tuf'),
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.services.values()].map((service) => service.kill()))
    await this.issuer.close()
    await rm(this.folder, { recursive: true, force: true })
  }

  #activeShard(): Shard {
    const shard = this.shards.at(-1)
    if (shard === undefined) throw new Error('Rekor has no tree yet')
    return shard
  }

  #file(name: string): string {
    return join(this.folder, name)
  }

  async #serve(name: string, options: Started): Promise<void> {
    const logFile = join(this.folder, 'logs', `${name}.log`)
    this.services.set(name, await Service.start({ ...options, name, logFile }))
  }

  async #startTrillian(): Promise<void> {
    const { database, trillian, signer } = this.#ports
    const data = this.#file('mariadb')
    const user = `--user=${process.getuid?.() === 0 ? 'root' : (process.env['USER'] ?? '')}`
    await mustRun('mariadb-install-db', [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      // Several side by side would use up what the kernel has of it.
      '--innodb-use-native-aio=OFF',
      user,
    ])
    const socket = this.#file('mariadb.sock')
    await this.#serve('mariadb', {
      program: 'mariadbd',
      argv: [
        '--no-defaults',
        `--datadir=${data}`,
        `--socket=${socket}`,
        `--pid-file=${this.#file('mariadb.pid')}`,
        '--bind-address=127.0.0.1',
        `--port=${database}`,
        '--innodb-use-native-aio=OFF',
        '--innodb-buffer-pool-size=32M',
        '--innodb-flush-log-at-trx-commit=0',
        user,
      ],
      isReady: listens(database),
    })
    const schema = await readFile(join(realFolder(), 'share', 'trillian.sql'), 'utf8')
    await mustRun('mariadb', [
      '--no-defaults',
      `--socket=${socket}`,
      `--user=${DATABASE_USER}`,
      '--execute',
      `CREATE DATABASE trillian; USE trillian; ${schema}`,
    ])
    const argv = [
      '--storage_system=mysql',
      '--quota_system=noop',
      `--mysql_uri=${DATABASE_USER}@tcp(127.0.0.1:${database})/trillian`,
      '--http_endpoint=',
      '--alsologtostderr',
    ]
    await Promise.all([
      this.#serve('trillian', {
        program: tool('trillian_log_server'),
        argv: [...argv, `--rpc_endpoint=127.0.0.1:${trillian}`],
        isReady: listens(trillian),
      }),
      this.#serve('signer', {
        program: tool('trillian_log_signer'),
        argv: [
          ...argv,
          `--rpc_endpoint=127.0.0.1:${signer}`,
          '--force_master',
          '--sequencer_interval=50ms',
          '--batch_size=500',
        ],
        isReady: listens(signer),
      }),
    ])
  }

  async #createTree(): Promise<string> {
    return (await mustRun(tool('createtree'), [`--admin_server=127.0.0.1:${this.#ports.trillian}`])).trim()
  }

  async #startCertificates(): Promise<void> {
    const { ct, fulcio, fulcioRpc, fulcioMetrics, trillian } = this.#ports
    this.#authority = await writeAuthority(this.folder)
    this.#ctKey = await writeLogKey(this.folder, 'ct', PASSWORD)
    await writeFile(
      this.#file('ct.cfg'),
      `config {
        log_id: ${await this.#createTree()}
        prefix: "ctfe"
        roots_pem_file: "${this.#authority.root}"
        ext_key_usages: "CodeSigning"
        private_key: {
          [type.googleapis.com/keyspb.PEMKeyFile] { path: "${this.#ctKey.privateKey}" password: "${PASSWORD}" }
        }
      }`,
    )
    await this.#serve('ct', {
      program: tool('ct_server'),
      argv: [
        `--log_config=${this.#file('ct.cfg')}`,
        `--log_rpc_server=127.0.0.1:${trillian}`,
        `--http_endpoint=127.0.0.1:${ct}`,
        '--alsologtostderr',
      ],
      isReady: listens(ct),
    })
    const { url } = this.issuer
    const issuer = {
      IssuerURL: url,
      ClientID: AUDIENCE,
      Type: 'email',
      // The issuer that the certificate names.
      IssuerClaim: '$.federated_claims.connector_id',
    }
    await writeFile(this.#file('fulcio.json'), JSON.stringify({ OIDCIssuers: { [url]: issuer } }))
    await this.#serve('fulcio', {
      program: tool('fulcio'),
      argv: [
        'serve',
        '--ca=fileca',
        `--fileca-cert=${this.#authority.chain}`,
        `--fileca-key=${this.#authority.privateKey}`,
        `--fileca-key-passwd=${PASSWORD}`,
        '--fileca-watch=false',
        `--ct-log-url=http://127.0.0.1:${ct}/ctfe`,
        `--config-path=${this.#file('fulcio.json')}`,
        '--host=127.0.0.1',
        `--port=${fulcio}`,
        '--grpc-host=127.0.0.1',
        `--grpc-port=${fulcioRpc}`,
        `--metrics-port=${fulcioMetrics}`,
        `--legacy-unix-domain-socket=${this.#file('fulcio.sock')}`,
      ],
      isReady: answers(`http://127.0.0.1:${fulcio}/healthz`),
    })
  }

  async #startRekor(): Promise<void> {
    const { redis } = this.#ports
    this.shards.push({
      treeId: await this.#createTree(),
      key: await writeLogKey(this.folder, 'rekor'),
    })
    // Debian's redis-tools has the server under another name; it obeys the one it is called by.
    await this.#serve('redis', {
      program: 'redis-check-rdb',
      argv0: 'redis-server',
      argv: ['--port', String(redis), '--bind', '127.0.0.1', '--save', '', '--dir', this.folder],
      isReady: listens(redis),
    })
    await writeFile(this.#file('shards.yaml'), '')
    await this.#serveRekor()
  }

  async #serveRekor(without: readonly string[] = []): Promise<void> {
    const { rekor, redis, trillian } = this.#ports
    const { treeId, key } = this.#activeShard()
    const keys = await Promise.all(this.shards.map((shard) => readFile(shard.key.publicKey, 'utf8')))
    await writeFile(this.#file('rekor-keys.pem'), [...new Set(keys)].join('\n'))
    await this.#serve('rekor', {
      program: tool('rekor-server'),
      argv: [
        'serve',
        `--port=${rekor}`,
        '--rekor_server.address=127.0.0.1',
        `--rekor_server.hostname=${REKOR_NAME}`,
        `--rekor_server.signer=${key.privateKey}`,
        '--trillian_log_server.address=127.0.0.1',
        `--trillian_log_server.port=${trillian}`,
        `--trillian_log_server.tlog_id=${treeId}`,
        `--trillian_log_server.sharding_config=${this.#file('shards.yaml')}`,
        '--redis_server.address=127.0.0.1',
        `--redis_server.port=${redis}`,
        ...(without.length === 0
          ? []
          : [
              `--enabled_api_endpoints=${REKOR_ENDPOINTS.filter((name) => !without.includes(name)).join(',')}`,
            ]),
      ],
      isReady: answers(`${this.rekorUrl}/api/v1/log`),
    })
  }

  async #startTiles(): Promise<void> {
    const { tiles, tilesRpc, tilesMetrics } = this.#ports
    this.#tilesKey = await writeTilesKey(this.folder, 'tiles')
    await this.#serve('tiles', {
      program: tool('rekor-tiles'),
      argv: [
        'serve',
        '--http-address=127.0.0.1',
        `--http-port=${tiles}`,
        '--grpc-address=127.0.0.1',
        `--grpc-port=${tilesRpc}`,
        `--http-metrics-port=${tilesMetrics}`,
        `--hostname=${TILES_NAME}`,
        `--storage-dir=${this.#file('tiles')}`,
        `--signer-filepath=${this.#tilesKey.privateKey}`,
        '--checkpoint-interval=1s',
        '--batch-max-age=100ms',
      ],
      isReady: answers(`${this.tilesUrl}/healthz`),
    })
  }

  /** Before Rekor: both want port 2112 for their metrics, and only Rekor does without. */
  async #startTimestamps(): Promise<void> {
    const { timestamps } = this.#ports
    await this.#serve('timestamps', {
      program: tool('timestamp-server'),
      argv: [
        'serve',
        '--host=127.0.0.1',
        `--port=${timestamps}`,
        '--timestamp-signer=memory',
        '--disable-ntp-monitoring',
      ],
      isReady: answers(`http://127.0.0.1:${timestamps}/ping`),
    })
    const chain = await fetch(`${this.timestampsUrl}/certchain`)
    await writeFile(this.#file('tsa-chain.pem'), await chain.text())
  }
}

const PORTS = [
  'database',
  'redis',
  'trillian',
  'signer',
  'ct',
  'fulcio',
  'fulcioRpc',
  'fulcioMetrics',
  'rekor',
  'tiles',
  'tilesRpc',
  'tilesMetrics',
  'timestamps',
] as const
type Port = (typeof PORTS)[number]

async function choosePorts(): Promise<Record<Port, number>> {
  const ports = await Promise.all(PORTS.map(async (name) => [name, await freePort()] as const))
  return Object.fromEntries(ports) as Record<Port, number>
}
