// Images that cosign 2 and 3 signed, in a registry without the referrers API and in one with it.
import { join } from 'node:path'
import { DockerRegistry, IMAGE_SIGNER, STAGING_SIGNER } from '../../src/lab/images.js'
import { afterReal, beforeReal, describeReal } from '../support/real.js'
import { signImage2, signImage3 } from './stack/cosign.js'
import { pushImage } from './stack/registry.js'
import { Service, answers, freePort } from './stack/service.js'
import { tool } from './stack/tools.js'
import { type World, startWorld } from './stack/world.js'

const NAME = 'kube-apiserver'
const STRANGER = 'somebody@example.com'

let world: World
let docker: DockerRegistry
let referrers: Service
const hosts: Record<string, string> = {}

beforeReal(async () => {
  world = await startWorld()
  docker = await DockerRegistry.start()
  const port = await freePort()
  hosts['Debian’s docker-registry'] = docker.host
  hosts['a registry with referrers'] = `127.0.0.1:${port}`
  referrers = await Service.start({
    name: 'registry',
    program: tool('registry'),
    argv: [`-address=127.0.0.1:${port}`],
    logFile: join(world.folder, 'registry.log'),
    isReady: answers(`http://127.0.0.1:${port}/v2/`),
  })
})
afterReal(async () => {
  await referrers.kill()
  await docker.stop()
  await world.close()
})

describeReal.each(['Debian’s docker-registry', 'a registry with referrers'])('images in %s', (registry) => {
  const host = (): string => hosts[registry] ?? ''
  let count = 0
  /** A repository of its own for each test, as signatures add up. */
  const push = async (): Promise<{ reference: string; digest: string }> => {
    const repository = `test-${++count}/${NAME}`
    const digest = await pushImage(host(), repository, 'v1.35.2')
    return { reference: `${host()}/${repository}:v1.35.2`, digest: `${host()}/${repository}@${digest}` }
  }
  const verify = (reference: string): ReturnType<World['json']> =>
    world.json('image', reference, ...world.flags)

  test('the old form, two signatures as registry.k8s.io has them: by tag and by digest', async () => {
    const { reference, digest } = await push()
    await signImage2(world.stack, digest, { identity: STAGING_SIGNER })
    await signImage2(world.stack, digest, { identity: IMAGE_SIGNER })
    for (const each of [reference, digest]) {
      const result = await verify(each)
      expect({ code: result.code, text: result.code === 0 ? '' : result.text }).toEqual({ code: 0, text: '' })
      expect(result.checks).toMatchObject({ signature: 'passed', 'signed-entry-timestamp': 'passed' })
    }
  })

  test.each([1, 2] as const)('the bundle form, in Rekor v%s', async (log) => {
    const { reference, digest } = await push()
    await signImage3(world.stack, digest, { identity: IMAGE_SIGNER, log })
    const result = await verify(reference)
    expect({ code: result.code, text: result.code === 0 ? '' : result.text }).toEqual({ code: 0, text: '' })
    expect(result.outcome).toBe('verified')
  })

  test('a stranger’s signatures beside the promoter’s decide nothing, in either form', async () => {
    const { reference, digest } = await push()
    await signImage2(world.stack, digest, { identity: STRANGER })
    await signImage3(world.stack, digest, { identity: STRANGER, log: 1 })
    await signImage3(world.stack, digest, { identity: IMAGE_SIGNER, log: 1 })
    const result = await verify(reference)
    expect([result.code, result.outcome]).toEqual([0, 'verified'])
  })

  test.each(['old', 'bundle'])('by a stranger alone, in the %s form: rejected', async (form) => {
    const { reference, digest } = await push()
    if (form === 'old') await signImage2(world.stack, digest, { identity: STRANGER })
    else await signImage3(world.stack, digest, { identity: STRANGER, log: 1 })
    const result = await verify(reference)
    expect([result.code, result.outcome]).toEqual([1, 'rejected'])
  })

  test('unsigned: unverifiable', async () => {
    const { reference } = await push()
    const result = await verify(reference)
    expect([result.code, result.outcome]).toEqual([3, 'unverifiable'])
  })
})
