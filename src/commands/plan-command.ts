// `plan`, and the dry run of `get`. Most requests say all by themselves; what
// asks somebody is loaded only for the others, since it is most of the program.
import { type PlannedHosts, planHosts } from '../plan/hosts.js'
import { exactVersions } from '../plan/exact-versions.js'
import { planRequest, dayOf } from '../plan/plan.js'
import { EMPTY_ENDING, type Ending } from '../report/ending.js'
import { escapeText } from '../report/escape.js'
import { formatHosts } from '../report/hosts-text.js'
import { formatPlan } from '../report/plan-text.js'
import { listAdvice } from '../request/advice.js'
import type { GetRequest } from '../request/get-request.js'
import type { Words } from '../request/input.js'
import { type PlanRequest, parsePlanRequest } from '../request/plan-request.js'
import type { AskedPlan } from './ask-for-plan.js'
import { toSurroundings } from './request-surroundings.js'
import type { Start } from './surroundings.js'

/** The dry run of `get`. */
export async function runPlan(words: Words, start: Start): Promise<Ending> {
  const request = parsePlanRequest(words, await toSurroundings(words, start))
  if (request.tellsHosts) return tellHosts(request, planHosts(request))
  return tellPlan(request, start)
}

function tellHosts({ format }: PlanRequest, planned: PlannedHosts): Ending {
  const text = formatHosts(planned, format === 'allow-list' ? 'allow-list' : 'text')
  return {
    ...EMPTY_ENDING,
    closing: text === '' ? [] : text.trimEnd().split('\n'),
    notes: planned.unknown.map((what) => `not known beforehand: ${escapeText(what)}`),
    json: () => formatHosts(planned, 'json'),
  }
}

/** Tells what would be fetched; nothing is asked for but what the request leaves open. */
export async function tellPlan(asked: GetRequest, start: Pick<Start, 'toSurroundings'>): Promise<Ending> {
  const { request, planned } = planAlone(asked) ?? (await ask(asked, start))
  return {
    ...EMPTY_ENDING,
    warnings: listAdvice(request),
    closing: formatPlan(planned, 'text').trimEnd().split('\n'),
    json: () => formatPlan(planned, 'json'),
    outputs: () => ({
      code: '',
      reason: '',
      version: planned.releases.map(({ version }) => version).join(','),
    }),
  }
}

/** @returns undefined where a channel, a lock file or a cache has a say in it */
function planAlone(request: GetRequest): AskedPlan | undefined {
  const versions = exactVersions(request.versions)
  if (versions === undefined || request.lockFile !== undefined || request.isFrozen || request.prefersCached)
    return undefined
  return { request, planned: planRequest(request, versions, dayOf(Date.now())) }
}

async function ask(request: GetRequest, start: Pick<Start, 'toSurroundings'>): Promise<AskedPlan> {
  const { askForPlan } = await import('./ask-for-plan.js')
  return askForPlan(request, await start.toSurroundings())
}
