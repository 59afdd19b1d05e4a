// What a signed statement about an artifact is worth as a signature of it. That
// somebody signed a statement says that he looked at the artifact, and not
// what he found: that is in the statement's type and verdict.
import { type Statement, VSA_TYPES } from '../evidence/envelope.js'
import { type CheckResult, failed, notRun, passed } from './check.js'

/** Types that say by themselves: this is what I built, checked or signed. */
const SPEAKING_TYPES: readonly string[] = [
  'https://slsa.dev/provenance/v0.2',
  'https://slsa.dev/provenance/v1',
  // cosign's signature of an image, which is a statement without a predicate.
  'https://sigstore.dev/cosign/sign/v1',
]

export interface StatementContext {
  /** Who signed, for the detail. */
  readonly signedBy: string
  /** A type that the user named as enough. */
  readonly namedType: string | undefined
}

/** Whether a statement, validly signed and about the artifact, speaks for it. */
export function checkStatement(
  { predicateType, verdict }: Statement,
  { signedBy, namedType }: StatementContext,
): CheckResult {
  const id = 'signature'
  const type = predicateType === '' ? 'no type' : `type ${predicateType}`
  if (verdict !== undefined && /^fail(?:ed|ure)?$/i.test(verdict.trim())) {
    const comparison = { expected: 'PASSED', actual: verdict }
    return failed(id, 'STATEMENT_NEGATIVE', {
      detail: `the signed statement of ${type} says that it did not pass`,
      ...comparison,
    })
  }
  const isSummary = VSA_TYPES.includes(predicateType)
  const speaks = isSummary ? verdict === 'PASSED' : SPEAKING_TYPES.includes(predicateType)
  const isNamed = predicateType !== '' && predicateType === namedType && !isSummary
  if (speaks || isNamed) return passed(id, `${signedBy} signed a statement of ${type}, which speaks for it`)
  const why = isSummary ? 'which does not say PASSED' : 'which does not speak for it by itself'
  return notRun(id, `${signedBy} signed a statement of ${type}, ${why}`, 'STATEMENT_TYPE_UNEXPECTED')
}
