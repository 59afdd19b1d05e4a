// The images' table against a registry with referrers that others made:
// go-containerregistry's.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RemoteStore } from '../../src/lab/images.js'
import { describeImages } from '../support/images-table.js'
import { Service, freePort } from './stack/service.js'
import { tool } from './stack/tools.js'

const isAbsent = Boolean(process.env['VERIFY_K8S_REAL_ABSENT'])

class GoRegistry extends RemoteStore {
  readonly host: string
  constructor(host: string) {
    super()
    this.host = host
  }
}

describeImages(
  [
    {
      name: 'go-containerregistry’s',
      hasReferrers: true,
      start: async () => {
        const folder = await mkdtemp(join(tmpdir(), 'go-registry-'))
        const store = new GoRegistry(`127.0.0.1:${await freePort()}`)
        const service = await Service.start({
          name: 'registry',
          program: tool('registry'),
          argv: ['-address', store.host],
          logFile: join(folder, 'registry.log'),
          isReady: async () => (await fetch(`http://${store.host}/v2/`)).ok,
        })
        const stop = async (): Promise<void> => {
          await service.stop()
          await rm(folder, { recursive: true })
        }
        return { store, stop }
      },
    },
  ],
  { isAbsent },
)
