import type { CustomerId } from '../value/id.js'
import type { Doubt } from './judge.js'
import { sumOf, type AttributeEvidence, type Scorer } from './score.js'
import type { Judgement } from './tie.js'
import type { Traits } from './traits.js'

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
  one: Traits,
  other: Traits,
  { pattern, doubt }: Judgement,
  scorer: Scorer,
): PairEvidence {
  const attributes = scorer.evidence(one, other, pattern)
  return { ids: [one.id, other.id], score: sumOf(attributes), attributes, doubt }
}
