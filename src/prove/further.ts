// The artifact's digests by other algorithms than SHA-256: the bytes are read
// again for them, and only where some evidence may be over one.
import { mayNeedFurther } from '../evidence/further-digests.js'
import type { MeasureFurther } from '../gather/lookup.js'
import type { Subject } from './judge.js'
import type { Gathering } from './prove.js'

/** The subject with those digests, where a candidate may need them and there are bytes. */
export async function withFurther(
  subject: Subject,
  { candidates }: Pick<Gathering, 'candidates'>,
  measure: MeasureFurther,
): Promise<Subject> {
  const evidence = candidates.flatMap((each) => [each.evidence, ...each.alternatives])
  const further = evidence.some(mayNeedFurther) ? await measure() : undefined
  return further === undefined ? subject : { ...subject, further }
}

/** The same measuring, done once however often it is asked for. */
export function once(measure: MeasureFurther): MeasureFurther {
  let measured: ReturnType<MeasureFurther> | undefined
  return () => (measured ??= measure())
}
