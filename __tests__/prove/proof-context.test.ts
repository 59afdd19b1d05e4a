// What every proof of a run is made with, what a diagnosis is, and the self-test before all of them.
import { CodedError } from '../../src/errors.js'
import { type Lab, startLab } from '../../src/lab/lab.js'
import { toFactsContext } from '../../src/prove/facts-context.js'
import { toJudging } from '../../src/prove/proof-context.js'
import { SbomsAtHand } from '../../src/prove/sboms-at-hand.js'
import { selfTested } from '../../src/prove/self-tested.js'
import { inLabWorld } from '../support/lab-world.js'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
  await lab.publish({ version: 'v1.35.2' })
})
afterAll(() => lab.close())

test('a judging has the root once it is there; an audit’s asks for every form', async () => {
  await inLabWorld(lab, { artifacts: 'kubectl' }, async ({ context }) => {
    expect(await toJudging(context)).toMatchObject({ log: context.ports.transparencyLog, asksForAll: false })
    expect((await toJudging({ ...context, asksForAll: true })).asksForAll).toBe(true)
    const error = new CodedError('FETCH_NETWORK', 'no root')
    const loadingRoot = Promise.resolve({ error })
    await expect(toJudging({ ...context, loadingRoot })).rejects.toBe(error)
    await expect(toFactsContext({ ...context, loadingRoot })).rejects.toBe(error)
  })
})

test('a diagnosis asks the site for hints alone', async () => {
  await inLabWorld(lab, { artifacts: 'kubectl' }, async ({ context }) => {
    const sbomsAtHand = new SbomsAtHand()
    const facts = await toFactsContext({ ...context, sbomsAtHand })
    expect([facts.hintSite, facts.sbomsAtHand, facts.signer]).toEqual([
      context.ports.hintSite,
      sbomsAtHand,
      context.request.signer,
    ])
    expect(facts.hintSite).not.toBe(context.ports.releaseSite)
    expect(facts.platform).toEqual({ os: 'linux', arch: 'amd64' })
  })
})

test('the self-test runs once in a process', async () => {
  const first = selfTested()
  expect(selfTested()).toBe(first)
  await first
})
