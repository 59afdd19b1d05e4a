// Somebody that the trusted root does not name: a stranger, if the root is
// current. An old root, or one with a part that could not be read, cannot tell.
import type { ContradictionCode, Reason } from '../errors.js'
import type { TrustedRoot, TrustedRootField } from '../trust/trusted-root.js'
import { type CheckId, type CheckResult, failed, notRun } from './check.js'

/** What it means that nobody in a list of the trusted root is the one who signed. */
export function refuseUnknown(
  id: CheckId,
  { code, detail }: { readonly code: ContradictionCode; readonly detail: string },
  { root, field }: { readonly root: TrustedRoot; readonly field: TrustedRootField },
): CheckResult {
  const reason = whyUnsure(root, field)
  if (reason === undefined) return failed(id, code, detail)
  const why =
    reason === 'network'
      ? 'the trusted root may be too old to know'
      : 'a part of the trusted root cannot be read'
  return notRun(id, `${detail}; ${why}`, { code, reason })
}

function whyUnsure({ isStale, leftOut }: TrustedRoot, field: TrustedRootField): Reason | undefined {
  if (isStale) return 'network'
  return leftOut.some((part) => part.field === field) ? 'unreadable' : undefined
}
