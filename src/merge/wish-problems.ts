import type { CustomerRecord } from '../customer/record.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { CustomerId } from '../value/id.js'
import { isMissing, keepable } from './keepable.js'
import type { MergeProblemCode } from './merge-problem.js'
import { keptEmailOf, type KeepField, type MergeWish } from './merge-wish.js'

type Found = Problem<MergeProblemCode>
type Rule = (records: readonly CustomerRecord[], wish: MergeWish) => readonly Found[]

/** What is wrong with which records are chosen and what of them: one row a rule. */
const rules = {
  enough: (records) =>
    records.length < 2 ? [problem('merge.too-few-records', ['records'], { least: 2 })] : [],
  distinct: (records) => {
    const customers = repeated(records.map(({ customer }) => customer.id))
    return customers.length === 0 ? [] : [problem('merge.same-customer', ['records'], { customers })]
  },
  survivorKnown: (records, { survivor }) =>
    survivor === undefined || recordOf(records, survivor) !== undefined
      ? []
      : [problem('merge.unknown-record', ['survivor'])],
  keepKnown: (records, { keep = {} }) =>
    Object.entries(keep).flatMap(([field, id]) => keepProblems(records, field as KeepField, id)),
  survivorFree: (records, wish) => {
    const chosen = recordOf(records, wish.survivor)
    const owner = recordOf(records, keptEmailOf(wish))
    if (chosen === undefined || owner === undefined || isMissing(owner.customer.email)) return []
    const [id, needed] = [chosen.customer.id, owner.customer.id]
    return id === needed ? [] : [problem('merge.survivor-not-free', ['survivor'], { id, needed })]
  },
} as const satisfies Record<string, Rule>

/** All that is wrong with which records are to be merged and what is to be kept of which. */
export function wishProblems(records: readonly CustomerRecord[], wish: MergeWish): Found[] {
  return Object.values<Rule>(rules).flatMap((rule) => rule(records, wish))
}

/** The ids that are named more than once, each once. */
function repeated(ids: readonly CustomerId[]): CustomerId[] {
  const seen = new Set<CustomerId>()
  return [...new Set(ids.filter((id) => seen.size === seen.add(id).size))]
}

function recordOf(
  records: readonly CustomerRecord[],
  id: CustomerId | undefined,
): CustomerRecord | undefined {
  return records.find(({ customer }) => customer.id === id)
}

/** An id that is none of the records' is not repeated: anything may have been typed there. */
function keepProblems(records: readonly CustomerRecord[], field: KeepField, id: CustomerId): Found[] {
  const named = recordOf(records, id)
  if (named === undefined) return [problem('merge.unknown-record', ['keep', field])]
  const isThere = !isMissing(keepable[field](named.customer))
  return isThere ? [] : [problem('merge.kept-value-missing', ['keep', field], { id })]
}
