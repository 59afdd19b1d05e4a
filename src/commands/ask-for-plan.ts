// A plan that does not follow from the request alone.
import type { Plan } from '../plan/plan.js'
import type { GetRequest } from '../request/get-request.js'
import { withWorld } from '../world.js'
import { plan } from './get.js'
import { settle, toInstaller } from './prefer-cached.js'
import { toQuietWorld } from './quiet-world.js'
import type { Surroundings } from './surroundings.js'

/** The request as it came to be meant, and what follows from it. */
export interface AskedPlan {
  readonly request: GetRequest
  readonly planned: Plan
}

/** Asks channels, the lock file and the tool cache, as far as the request has them. */
export async function askForPlan(asked: GetRequest, surroundings: Surroundings): Promise<AskedPlan> {
  const settled = await settle(asked, await toInstaller(asked, surroundings), surroundings)
  const { installer, cached } = settled
  const request = { ...asked, ...settled.request }
  const world = toQuietWorld(surroundings, installer)
  return { request, planned: await withWorld(request, world, (ports) => plan(request, ports, cached)) }
}
