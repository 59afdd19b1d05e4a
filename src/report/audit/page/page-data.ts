// What the page gets to work with, as JSON in a data block. Small on purpose:
// what many artifacts have in common stands in a table, and they give its index.

export type Outcome = 'verified' | 'rejected' | 'unverifiable'
export type Severity = 'alarm' | 'error' | 'warning' | 'note'
export type Status = 'passed' | 'failed' | 'not-run'

export interface PageData {
  /** Worst first. */
  readonly releases: readonly PageRelease[]
  readonly checkLists: readonly Readonly<Record<string, Status>>[]
  readonly signers: readonly PageSigner[]
  readonly logs: readonly PageLog[]
}

interface PageSigner {
  readonly certificateIdentity: string
  readonly oidcIssuer: string
}

interface PageLog {
  readonly logId: string
  /** What an index is put behind to look at it; the public log only. */
  readonly search?: string
}

export interface PageRelease {
  readonly version: string
  readonly findings: readonly PageFinding[]
  readonly artifacts: readonly PageArtifact[]
  readonly columns: readonly string[]
  readonly rows: readonly PageRow[]
}

export interface PageRow {
  readonly name: string
  readonly kind: string
  /** Its one artifact is for any platform: one cell as wide as the matrix. */
  readonly servesAll: boolean
  /** For each column the index of an artifact, or null where nothing is built. */
  readonly cells: readonly (number | null)[]
}

export interface PageArtifact {
  readonly path: string
  readonly name: string
  readonly kind: string
  readonly platform?: string
  readonly depth: 'digest' | 'full'
  readonly outcome: Outcome
  readonly digest?: string
  readonly size?: number
  /** Index in `checkLists`. */
  readonly checks: number
  readonly problems?: readonly PageProblem[]
  readonly findings?: readonly PageFinding[]
  /** Index in `signers`. */
  readonly signer?: number
  readonly logEntry?: {
    /** Index in `logs`. */
    readonly log: number
    readonly uuid: string
    readonly logIndex: number
    readonly integratedTime?: string
  }
}

export interface PageFinding {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly expected?: string
  readonly actual?: string
  readonly since?: 'new' | 'standing'
}

export interface PageProblem {
  readonly id: string
  readonly status: Status
  readonly code?: string
  readonly detail: string
  readonly expected?: string
  readonly actual?: string
}
