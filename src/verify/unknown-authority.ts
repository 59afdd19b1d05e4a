// Somebody that the trusted root does not name: a stranger, if the root is
// current and complete. An old root, one with a part that could not be read,
// and one that names nobody at all cannot tell.
import type { ContradictionCode, Reason } from '../errors.js'
import type { TrustedRoot, TrustedRootField } from '../trust/trusted-root.js'
import { type CheckId, type CheckResult, failed, notRun } from './check.js'

/** What it means that nobody in a list of the trusted root is the one who signed. */
export function refuseUnknown(
  id: CheckId,
  { code, detail }: { readonly code: ContradictionCode; readonly detail: string },
  { root, field }: { readonly root: TrustedRoot; readonly field: TrustedRootField },
): CheckResult {
  const doubt = whyUnsure(root, field)
  if (doubt === undefined) return failed(id, code, detail)
  const { reason, why, remedy } = doubt
  return { ...notRun(id, `${detail}; ${why}`, { code, reason }), ...(remedy !== undefined && { remedy }) }
}

interface Doubt {
  readonly reason: Reason
  readonly why: string
  /** Undefined: the code's own. */
  readonly remedy?: string
}

function whyUnsure({ isStale, leftOut, document }: TrustedRoot, field: TrustedRootField): Doubt | undefined {
  if (isStale) return { reason: 'network', why: 'the trusted root may be too old to know' }
  if (leftOut.some((part) => part.field === field))
    return {
      reason: 'unreadable',
      why: 'a part of the trusted root cannot be read',
      remedy: 'Update this program, which may come to know that part of the trusted root.',
    }
  return document[field].length === 0
    ? {
        reason: 'unreadable',
        why: `the trusted root names no ${field} at all`,
        remedy: `Use a trusted root that names ${field}: this one cannot tell.`,
      }
    : undefined
}
