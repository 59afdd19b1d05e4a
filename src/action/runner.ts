// The runner as commands see it: its folders, its log and its cache.
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import * as core from '@actions/core'
import type { Surroundings } from '../commands/surroundings.js'
import { InstallError } from '../errors.js'
import { formatPlatform, parsePlatform } from '../kubernetes/platform.js'
import type { SharedCache } from '../ports.js'
import type { MachineFacts } from '../report/ending.js'
import { escapeText } from '../report/escape.js'
import { createPacedCount, createPacedProgress } from '../report/paced-progress.js'
import { formatWaiting } from '../report/progress.js'

const STATE_FOLDER = '.verify-k8s-artifacts'
const platform = parsePlatform(`${process.platform}/${process.arch}`)

/** As Kubernetes spells it; undefined where it builds nothing. */
export const MACHINE: MachineFacts = {
  pathDelimiter: delimiter,
  machine: platform && formatPlatform(platform),
}

/** What a step runs in. */
export function toSurroundings(): Surroundings {
  const temporaryRoot = process.env['RUNNER_TEMP'] || tmpdir()
  const print = (line: string): void => {
    core.info(line)
  }
  return {
    machine: { platform: process.platform, arch: process.arch },
    temporaryRoot,
    cacheFolder: join(process.env['RUNNER_TOOL_CACHE'] || temporaryRoot, STATE_FOLDER),
    createInstaller: async () => {
      const { createToolCacheInstaller } = await import('../install/tool-cache.js')
      return createToolCacheInstaller(toolCacheFolder(), { temporaryRoot, notice: showNotice })
    },
    openSharedCache: () => openActionsCache(temporaryRoot),
    startProgress: () =>
      Promise.resolve({
        onProgress: createPacedProgress(print, Date.now),
        onCount: createPacedCount(print, Date.now),
        stop: () => undefined,
      }),
    onWaiting: (host, waitedMs) => print(formatWaiting(host, waitedMs)),
    onSecret: core.setSecret,
  }
}

function showNotice(text: string): void {
  core.notice(escapeText(text))
}

function toolCacheFolder(): string {
  const toolCache = process.env['RUNNER_TOOL_CACHE']
  if (toolCache) return toolCache
  const message = 'RUNNER_TOOL_CACHE is not set, so there is no tool cache'
  const hint = 'Run this as an action, or use the command line’s get, which places files in a folder.'
  throw new InstallError('INSTALL_WRITE_FAILED', message, { hint })
}

/**
 * Events that run in the scope of the default branch, whose caches every other run reads, and that strangers can
 * cause or feed: a workflow that handles one may have run their code. See docs/caching.md.
 */
const UNTRUSTED_EVENTS: readonly string[] = [
  'pull_request_target',
  'workflow_run',
  'check_run',
  'check_suite',
  'status',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
  'fork',
  'watch',
  'gollum',
]

async function openActionsCache(temporaryRoot: string): Promise<SharedCache | undefined> {
  const event = process.env['GITHUB_EVENT_NAME'] ?? ''
  const off = (reason: string): undefined => {
    core.notice(`The Actions cache is off: ${reason}`)
    return undefined
  }
  if (UNTRUSTED_EVENTS.includes(event)) return off(`on ${event}, untrusted code could have written to it`)
  const { createActionsCache, isAvailable } = await import('./actions-cache.js')
  if (!isAvailable()) return off('this runner has no cache service')
  const warn = (message: string): void => {
    core.warning(escapeText(message))
  }
  return createActionsCache({ temporaryRoot, warn })
}
