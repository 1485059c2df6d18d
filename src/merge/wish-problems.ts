import type { CustomerRecord } from '../customer/record.js'
import { problem, type Problem, type ProblemPath } from '../outcome/problem.js'
import type { CustomerId } from '../value/id.js'
import { isMissing, keepable } from './keepable.js'
import type { MergeProblemCode } from './merge-problem.js'
import type { KeepField, MergeWish } from './merge-wish.js'

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
    survivor === undefined ? [] : unknownRecord(records, survivor, ['survivor']),
  keepKnown: (records, { keep = {} }) =>
    Object.entries(keep).flatMap(([field, id]) => keepProblems(records, field, id, ['keep', field])),
  survivorFree: (records, { survivor, keep }) => {
    const owner = records.find(({ customer }) => customer.id === keep?.email && !isMissing(customer.email))
    if (survivor === undefined || owner === undefined || owner.customer.id === survivor) return []
    return [problem('merge.survivor-not-free', ['survivor'], { id: survivor, needed: owner.customer.id })]
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

function unknownRecord(records: readonly CustomerRecord[], id: CustomerId, path: ProblemPath): Found[] {
  return records.some(({ customer }) => customer.id === id)
    ? []
    : [problem('merge.unknown-record', path, { id })]
}

function keepProblems(
  records: readonly CustomerRecord[],
  field: string,
  id: CustomerId,
  path: ProblemPath,
): Found[] {
  if (!Object.hasOwn(keepable, field)) return [problem('merge.unknown-field', path)]
  const named = records.find(({ customer }) => customer.id === id)
  if (named === undefined) return [problem('merge.unknown-record', path, { id })]
  const isThere = !isMissing(keepable[field as KeepField](named.customer))
  return isThere ? [] : [problem('merge.kept-value-missing', path, { id })]
}
