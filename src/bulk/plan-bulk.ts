import type { CustomerRecord } from '../customer/record.js'
import type { JsonValue } from '../outcome/json.js'
import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import type { Problem } from '../outcome/problem.js'
import { checkShape } from '../outcome/shape-problems.schema.js'
import type { ChangeSet } from '../plan/change-set.js'
import type { Context } from '../plan/context.js'
import type { Plan } from '../plan/plan.js'
import { requestOf, type RequestDigest } from '../plan/request.js'
import type { BulkAction } from './bulk-action.js'
import { bulkActionSchema } from './bulk-action.schema.js'
import { bulkKindOf, withoutNewIds } from './bulk-kinds.js'
import { refusedRow, summaryOfBulkRows, tallyOf, type BulkRow, type BulkTally } from './bulk-row.js'

/** What a bulk change would do to one chunk of customers: one row each, one change set for all. */
export interface BulkPlan extends Plan<BulkAction> {
  readonly planner: 'bulk'
  readonly rows: readonly BulkRow[]
  readonly tally: BulkTally
}

/** How one customer ends, and the plan of it where there is one. */
interface PlannedRow {
  readonly row: BulkRow
  readonly plan: Plan<unknown> | null
}

/**
 * Plans one action on a chunk of customers (B-2 to B-4, E-6). Each ends in exactly one of `planned`, `unchanged` and `refused`,
 * with every reason of the planner that one customer has: `planEdit`, `planConsentChange`, `planDeletion`. What one of them is refused for
 * touches no other. A deletion waits for a person's word, and then holds for those who can be deleted.
 *
 * Refused as a whole only for an action that is none: `shape.*`, and what an edit for all cannot hold. A row can also be
 * refused for `bulk.address-added`: an address is added to one customer at a time.
 *
 * `ended` are rows that are settled already, by which the tally adds up to all that were selected.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../testing/build-context.js')
 * const { buildRecord } = await import('../testing/build-record.js')
 * const records = [buildRecord({ customer: { id: '1' } }), buildRecord({ customer: { id: '2', tags: ['VIP'] } })]
 * const outcome = planBulk(records, { type: 'add-tags', tags: ['vip'] }, buildContext())
 * expect(outcome.ok && outcome.value.tally).toEqual({ planned: 1, unchanged: 1, refused: 0 })
 * ```
 */
export function planBulk(
  records: readonly CustomerRecord[],
  action: BulkAction,
  context: Context,
  ended: readonly BulkRow[] = [],
): Outcome<BulkPlan> {
  return unlessProblems(bulkActionProblems(action), () => {
    const ids = [...records.map(({ customer }) => customer.id), ...ended.map(({ id }) => id)]
    const request = requestOf('bulk', ids, action as unknown as JsonValue)
    return planBulkRows(records, action, context, { ended, request })
  })
}

/** As what a chunk is planned: which rows are settled already, and which wish it is part of. */
export interface BulkTerms {
  readonly ended: readonly BulkRow[]
  readonly request: RequestDigest
}

/** The plan of an action against which nothing is. */
export function planBulkRows(
  records: readonly CustomerRecord[],
  action: BulkAction,
  context: Context,
  terms: BulkTerms,
): BulkPlan {
  // a change set writes each customer once
  const each = [...new Map(records.map((record) => [record.customer.id, record])).values()]
  const planned = each.map((record, index) => planRow(record, action, context, index + 1))
  return toPlan(planned, action, context.key, terms)
}

/** What is against an action whomever it is for: known before anybody is looked at. */
export function bulkActionProblems(action: BulkAction): readonly Problem[] {
  const shape = checkShape(bulkActionSchema, action)
  return shape.ok ? bulkKindOf(shape.value).faults(shape.value) : shape.problems
}

/** Each customer's events and effects have a name of their own. */
function planRow(record: CustomerRecord, action: BulkAction, context: Context, number: number): PlannedRow {
  const { id } = record.customer
  const { names, plan: planOne } = bulkKindOf(action)
  if (names?.(id, action) === false)
    return { row: { id, status: 'unchanged', problems: [], warnings: [] }, plan: null }
  const own = { ...context, key: `${context.key}/row/${number}` }
  const outcome = withoutNewIds(planOne(record, action, own))
  if (!outcome.ok) return { row: refusedRow(id, outcome.problems), plan: null }
  const { value: plan, warnings } = outcome
  const status = plan.changeSet.changes.length === 0 ? 'unchanged' : 'planned'
  return { row: { id, status, problems: [], warnings }, plan: status === 'planned' ? plan : null }
}

function toPlan(
  planned: readonly PlannedRow[],
  action: BulkAction,
  key: string,
  { ended, request }: BulkTerms,
): BulkPlan {
  const rows = [...planned.map(({ row }) => row), ...ended]
  const plans = planned.flatMap(({ plan }) => plan ?? [])
  return {
    planner: 'bulk',
    wish: action,
    subjects: plans.flatMap(({ subjects }) => subjects),
    // of many customers: each `put` says what it touches
    touches: [],
    warnings: rows.flatMap(({ warnings }) => warnings),
    changeSet: {
      key,
      request,
      ...(bulkKindOf(action).isFinal ? { confirmed: false } : {}),
      ...joined(plans.map(({ changeSet }) => changeSet)),
      summary: { planner: 'bulk', ...tallyOf(rows), rows: summaryOfBulkRows(rows) },
    },
    rows,
    tally: tallyOf(rows),
  }
}

/** What the change sets of several customers rest on and write, as one. */
function joined(sets: readonly ChangeSet[]): Pick<ChangeSet, 'expects' | 'guards' | 'changes' | 'outbox'> {
  return {
    expects: sets.flatMap(({ expects }) => expects),
    guards: sets.flatMap(({ guards }) => guards),
    changes: sets.flatMap(({ changes }) => changes),
    outbox: sets.flatMap(({ outbox }) => outbox),
  }
}
