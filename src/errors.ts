// The errors that leave this program on purpose. What there is to say of each
// code stands in one table, error-codes.ts.
import { type ErrorCode, type ExitCode, REASONS, ERRORS, type Reason, remedyOf } from './error-codes.js'

export {
  type ContradictionCode,
  ERRORS,
  type ErrorCode,
  type ExitCode,
  type Reason,
  REASONS,
  isContradiction,
  remedyOf,
  unjudgedReason,
} from './error-codes.js'

/** What an error may carry beside its code and message. All of it may come from outside: escape it before printing. */
export interface ErrorContext {
  /** Another than the code's own: a contradiction's, where nothing was contradicted after all, or that of the cause. */
  readonly reason?: Reason | undefined
  /** Overrides the remedy of the code's entry. */
  readonly hint?: string | undefined
  readonly cause?: unknown
  readonly artifact?: string | undefined
  readonly expected?: string | undefined
  readonly actual?: string | undefined
  readonly url?: string | undefined
  /** True for failures of transport, which may pass when tried again; a verdict is never retryable. */
  readonly retryable?: boolean | undefined
}

/** In characters. A library may repeat in its message what it could not read, however long that is. */
const MAX_MESSAGE_LENGTH = 4096

function cut(text: string): string {
  return text.length > MAX_MESSAGE_LENGTH ? `${text.slice(0, MAX_MESSAGE_LENGTH)}…` : text
}

/** The one base of all errors that leave this program on purpose. */
export class CodedError extends Error {
  override readonly name: string = 'CodedError'
  readonly code: ErrorCode
  readonly reason: Reason
  readonly hint: string
  readonly artifact: string | undefined
  readonly expected: string | undefined
  readonly actual: string | undefined
  readonly url: string | undefined
  readonly retryable: boolean

  constructor(code: ErrorCode, message: string, context: ErrorContext = {}) {
    super(cut(message), context.cause === undefined ? undefined : { cause: context.cause })
    this.code = code
    this.reason = context.reason ?? ERRORS[code].reason
    this.hint = context.hint ?? remedyOf(code, this.reason)
    this.artifact = context.artifact
    this.expected = context.expected && cut(context.expected)
    this.actual = context.actual && cut(context.actual)
    this.url = context.url
    this.retryable = context.retryable ?? false
  }

  /** The process exit code this error alone leads to. */
  get exitCode(): ExitCode {
    return REASONS[this.reason]
  }
}

type CodeOf<Prefix extends string> = Extract<ErrorCode, `${Prefix}_${string}`>

/** One faulty field of a request. */
export interface FieldError {
  readonly code: CodeOf<'INPUT'> | 'RELEASE_VERSION_INVALID'
  /** The input's name as the user wrote it. */
  readonly field: string
  readonly message: string
}

/** A bad request: carries every faulty field at once. Nothing was fetched. */
export class InputError extends CodedError {
  override readonly name = 'InputError'
  readonly fields: readonly FieldError[]

  constructor(fields: readonly [FieldError, ...FieldError[]]) {
    super(fields[0].code, fields.map((field) => `${field.field}: ${field.message}`).join('; '), {
      hint: fields.length === 1 ? undefined : 'Correct the inputs that are named; nothing was fetched.',
    })
    this.fields = fields
  }
}

/** What is wrong with a version, or with what a release publishes. */
export class ReleaseError extends CodedError {
  override readonly name = 'ReleaseError'
  constructor(code: CodeOf<'RELEASE'>, message: string, context?: ErrorContext) {
    super(code, message, context)
  }
}

/** What a server did instead of answering. */
export class FetchError extends CodedError {
  override readonly name = 'FetchError'
  /** The HTTP status of the answer, where there was one. */
  readonly status: number | undefined
  /** The WWW-Authenticate header beside a status 401. */
  readonly challenge: string | undefined
  constructor(
    code: CodeOf<'FETCH'> | 'OFFLINE_MISS',
    message: string,
    context: ErrorContext & { readonly status?: number; readonly challenge?: string | undefined } = {},
  ) {
    super(code, message, { ...context, hint: context.hint ?? remedyOfStatus(context.status) })
    this.status = context.status
    this.challenge = context.challenge
  }
}

const REFUSED =
  'The server lets nobody in without a login: for a private release-url give mirror-authorization; any other server, or the proxy before it, has to let this machine in.'
const OVERLOADED =
  'The server is asked too much at once: run again later, or wait longer for it (patience), or use a mirror.'
const FAULTY =
  'The server, or a proxy before it, has a fault of its own: run again later, or wait longer for it (patience), or use a mirror.'

/** What to do about an answer, where its HTTP status says more than its code; undefined where it does not. */
function remedyOfStatus(status: number | undefined): string | undefined {
  if (status === undefined) return undefined
  if (status === 401 || status === 403) return REFUSED
  if (status === 429) return OVERLOADED
  return status >= 500 ? FAULTY : undefined
}

/** A trusted root that cannot be had or read. */
export class TrustError extends CodedError {
  override readonly name = 'TrustError'
  constructor(code: CodeOf<'TRUSTED_ROOT'>, message: string, context?: ErrorContext) {
    super(code, message, context)
  }
}

/** Evidence that is missing or cannot be read. */
export class EvidenceError extends CodedError {
  override readonly name = 'EvidenceError'
  constructor(code: CodeOf<'EVIDENCE'>, message: string, context?: ErrorContext) {
    super(code, message, context)
  }
}

/** What a registry serves in the place of an image or its signature. */
export class ImageError extends CodedError {
  override readonly name = 'ImageError'
  constructor(code: CodeOf<'IMAGE'>, message: string, context?: ErrorContext) {
    super(code, message, context)
  }
}

/** A lock file, or a log checkpoint kept like one, that is missing, unreadable or contradicted. */
export class LockError extends CodedError {
  override readonly name = 'LockError'
  constructor(code: CodeOf<'LOCK'> | 'LOG_CHECKPOINT_MALFORMED', message: string, context?: ErrorContext) {
    super(code, message, context)
  }
}

/** What to do about what a full, closed or exhausted machine says, by the system's name for it. */
const DISK_REMEDIES: ReadonlyMap<unknown, string> = new Map([
  ['ENOSPC', 'The disk is full: free space on it, or choose a folder on another disk.'],
  ['EDQUOT', 'The quota on that disk is used up: free space there, or choose a folder on another disk.'],
  ['EROFS', 'The disk is mounted read-only: mount it writable, or choose a folder on another disk.'],
  ['EMFILE', 'The limit of open files is reached: raise it (ulimit -n), or ask for fewer artifacts at once.'],
  ['EBUSY', 'Something else holds that file: end the program that uses it, or choose another folder.'],
  ['ENFILE', 'The machine has no more open files to give: end what holds them, or raise its limit.'],
])

/** What this machine refuses, or what is not safe to place. */
export class InstallError extends CodedError {
  override readonly name = 'InstallError'
  constructor(code: CodeOf<'INSTALL'>, message: string, context: ErrorContext = {}) {
    const { code: systemCode } = (context.cause ?? {}) as { code?: unknown }
    super(code, message, { ...context, hint: context.hint ?? DISK_REMEDIES.get(systemCode) })
  }
}

/** A bug of our own: nothing that was said counts. */
export class InternalError extends CodedError {
  override readonly name = 'InternalError'
  constructor(message: string, context?: ErrorContext) {
    super('INTERNAL', message, context)
  }
}

/** Any thrown value as a coded error; what was not coded is our own bug, but for what the file system refuses. */
export function toCodedError(thrown: unknown): CodedError {
  if (thrown instanceof CodedError) return thrown
  if (isRefusedByFileSystem(thrown))
    return new InstallError('INSTALL_WRITE_FAILED', `this machine refuses it: ${thrown.message}`, {
      cause: thrown,
    })
  const name = thrown instanceof Error ? thrown.name : typeof thrown
  return new InternalError(`unexpected ${name}: ${messageOf(thrown)}`, { cause: thrown })
}

/** A system call on a path; Node's message names both. */
function isRefusedByFileSystem(thrown: unknown): thrown is Error {
  if (!(thrown instanceof Error)) return false
  const { syscall, path } = thrown as { syscall?: unknown; path?: unknown }
  return typeof syscall === 'string' && typeof path === 'string' && !syscall.startsWith('spawn')
}

/** The message of any thrown value. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
