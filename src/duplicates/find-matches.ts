import type { Customer } from '../customer/customer.js'
import { policies } from '../policy/policies.js'
import type { DuplicateOptions } from './duplicate-finder.js'
import { countFrequencies } from './frequencies.js'
import { defaultModel } from './model.js'
import { evidenceOf, type PairEvidence } from './pair-evidence.js'
import { scorerOf } from './score.js'
import { judgeOf } from './tie.js'
import { traitsReader } from './traits.js'
import type { CustomerId } from '../value/id.js'

/** A profile that is the same person as another, or may be. */
export interface DuplicateMatch extends PairEvidence {
  readonly isCertain: boolean
}

/** How matches are found. */
export interface FindMatchesOptions extends DuplicateOptions {
  /** how many profiles the base has; the larger, the more evidence is wanted. By default as many as are compared. */
  readonly baseSize?: number | undefined
}

/**
 * Finds who matches one new or changed customer, among candidates that the host looked up by `blockingKeys`; the strongest
 * first. The customer's own record among them is passed over.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('clientele/testing')
 * const known = buildRecord({ customer: { id: '1', firstName: 'Anna', email: 'anna@example.com' } })
 * const comer = buildRecord({ customer: { id: '2', firstName: 'Anna', email: 'Anna@example.com' } })
 * expect(findMatches(comer, [known]).map(({ ids, isCertain }) => [ids, isCertain])).toEqual([[['1', '2'], true]])
 * ```
 */
export function findMatches(
  { customer }: { readonly customer: Customer },
  candidates: readonly { readonly customer: Customer }[],
  options: FindMatchesOptions = {},
): readonly DuplicateMatch[] {
  const { policy = policies.shopify, identifiers = [], model = defaultModel } = options
  const { baseSize = candidates.length } = options
  const read = traitsReader(policy.identity, identifiers)
  const names = identifiers.map(({ name }) => name)
  const scorer = scorerOf(model, countFrequencies([]), names)
  const judge = judgeOf(baseSize, scorer, options)
  const wanted = read(customer)
  return candidates
    .filter((candidate) => candidate.customer.id !== customer.id)
    .flatMap((candidate): DuplicateMatch[] => {
      const other = read(candidate.customer)
      const judgement = judge(wanted, other)
      if (judgement === null) return []
      const ids = [wanted.id, other.id].toSorted() as [CustomerId, CustomerId]
      const evidence = scorer.evidence(wanted, other, judgement.pattern)
      return [{ ...evidenceOf(ids, evidence, judgement), isCertain: judgement.isCertain }]
    })
    .toSorted((one, other) => other.score - one.score)
}
