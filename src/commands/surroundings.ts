// What a command is told of the entry that runs it, and what it gives back.
import type { Installer, Progress, SharedCache } from '../ports.js'
import type { Ending } from '../report/ending.js'
import type { Words } from '../request/input.js'
import type { Machine } from '../request/request.js'

/** Shows how far transfers have come, and how many artifacts of an audit are done. */
export interface ProgressDisplay {
  readonly onProgress: (name: string, progress: Progress) => void
  readonly onCount: (count: AuditCount) => void
  readonly stop: () => void
}

export interface AuditCount {
  readonly audited: number
  /** Of the releases that have been looked into so far. */
  readonly known: number
}

export interface Surroundings {
  readonly machine: Machine
  /** RUNNER_TEMP, or the system's folder. */
  readonly temporaryRoot: string
  /** Where TUF's metadata and papers are kept between runs. */
  readonly cacheFolder: string
  /**
   * Makes what installs: into the folder that was named, else where the entry has its place for it.
   * @param usesToolCache whether it looks into the runner's tool cache even if it installs elsewhere
   */
  readonly createInstaller: (folder: string | undefined, usesToolCache: boolean) => Promise<Installer>
  /** Opens the cache that other machines share; undefined where there is none, or it must not be used. */
  readonly openSharedCache: () => Promise<SharedCache | undefined>
  readonly startProgress: () => Promise<ProgressDisplay>
  /** Tells now and then that a server that is away is waited for. */
  readonly onWaiting: (host: string, waitedMs: number) => void
  /** Told secrets that no input named, so that a log can hide them. */
  readonly onSecret: (secret: string) => void
}

/** What is known when a run starts; the rest is made for who needs it. */
export interface Start extends Pick<Surroundings, 'machine'> {
  readonly toSurroundings: () => Promise<Surroundings>
}

/**
 * Runs a command from its words to its ending.
 * @throws CodedError when there is nothing to report
 */
export type RunCommand = (words: Words, surroundings: Surroundings) => Promise<Ending>
