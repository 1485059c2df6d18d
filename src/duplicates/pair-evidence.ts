import type { CustomerId } from '../value/id.js'
import type { Doubt } from './judge.js'
import type { AttributeEvidence } from './score.js'
import type { Judgement } from './tie.js'

/** What was found out about two profiles. */
export interface PairEvidence {
  readonly ids: readonly [CustomerId, CustomerId]
  /** in bits: the sum of the weights */
  readonly score: number
  readonly attributes: readonly AttributeEvidence[]
  /** why somebody should look, however high the score */
  readonly doubt: Doubt | null
}

/** Says what was found about two people, in the order of their ids. */
export function evidenceOf(
  ids: PairEvidence['ids'],
  attributes: readonly AttributeEvidence[],
  { score, doubt }: Judgement,
): PairEvidence {
  return { ids, score, attributes, doubt }
}
