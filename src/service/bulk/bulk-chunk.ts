import type { BulkAction } from '../../bulk/bulk-action.js'
import { refusedRow, type BulkRow } from '../../bulk/bulk-row.js'
import type { SelectedCustomers } from '../../bulk/bulk-selection.js'
import { planBulkRows, type BulkPlan } from '../../bulk/plan-bulk.js'
import { success, type Outcome } from '../../outcome/outcome.js'
import type { Problem } from '../../outcome/problem.js'
import type { Context } from '../../plan/context.js'
import type { RequestDigest } from '../../plan/request.js'
import type { CallOptions } from '../../repository/call-options.js'
import type { Cursor } from '../../repository/page-cursor.js'
import type { ServicePorts } from '../ports.js'
import type { RefusedPlan } from '../run.js'
import { loadAgain, type SelectedChunk } from '../finding/selected-customers.js'

/** What is the same for every chunk. */
export interface BulkChunkCall<Tx> {
  readonly ports: ServicePorts<Tx>
  readonly action: BulkAction
  readonly selected: SelectedCustomers
  readonly request: RequestDigest
}

/**
 * Plans a chunk, and plans it again where the store has refused it: on the customers as they are then, without those whose
 * contacts are another's, and after too many attempts without those who change all the time.
 */
export function bulkChunkPlanner<Tx>(
  { ports, action, selected, request }: BulkChunkCall<Tx>,
  chunk: SelectedChunk,
  options: CallOptions<Tx>,
): (context: Context, before: RefusedPlan<BulkPlan> | null) => Promise<Outcome<BulkPlan>> {
  const ended = new Map(chunk.absent.map((row) => [row.id, row]))
  let records = chunk.records
  let attempt = 0
  return async (context, before) => {
    attempt++
    if (before !== null) {
      for (const row of rowsGivenUp(before.problems, attempt > ports.attempts)) ended.set(row.id, row)
      const ids = records.map(({ customer }) => customer.id).filter((id) => !ended.has(id))
      const again = await loadAgain(ports, selected, ids, options)
      for (const row of again.absent) ended.set(row.id, row)
      records = again.records
    }
    const plan = withNext(
      planBulkRows(records, action, context, { ended: [...ended.values()], request }),
      chunk.next,
    )
    return success(plan, plan.warnings)
  }
}

/** The rows that a refusal settles: taken contacts always, and everything else once it has been tried often enough. */
function rowsGivenUp(problems: readonly Problem[], isLast: boolean): BulkRow[] {
  const settled = problems.filter(({ code }) => isLast || code === 'commit.identity-taken')
  const ids = new Set(settled.map(({ params }) => params?.['id']).filter((id) => typeof id === 'string'))
  return [...ids].map((id) =>
    refusedRow(
      id,
      settled.filter(({ params }) => params?.['id'] === id),
    ),
  )
}

/** The plan of a chunk, which keeps where the next one begins: a call that is repeated goes the same way. */
function withNext(plan: BulkPlan, next: Cursor | null): BulkPlan {
  const { changeSet } = plan
  return { ...plan, changeSet: { ...changeSet, summary: { ...changeSet.summary, next } } }
}
