import type { Customer } from '../customer/customer.js'
import type { CustomerRecord } from '../customer/record.js'
import { nothing, type Problem } from '../outcome/problem.js'
import { sameJson } from '../outcome/same-json.js'
import type { Claim } from '../plan/claims.js'
import type { Touch } from '../plan/touch.js'
import type { Instant } from '../value/instant.js'
import type { ImportedRow } from './import-plan.js'
import type { ImportedPerson } from './imported-person.js'
import { skipped, type Verdict } from './row-verdict.js'
import { rowProblem } from './transfer-problem.js'

/** What a row writes: a new customer, or one that it changes. */
export interface RowWrite {
  readonly row: number
  readonly result: 'created' | 'updated'
  readonly customer: Customer
  readonly claims: readonly Claim[]
  readonly touches: readonly Touch[]
  /** the record as it was; `null` for a new customer */
  readonly before: CustomerRecord | null
}

/** A row that was gone through: taken over into its person, or passed over. */
export interface TakenRow {
  readonly row: number
  readonly warnings: readonly Problem[]
  readonly end: Verdict | ImportedPerson
}

/** How a row ends once all are gone through: the last that was taken over writes its person, the ones before it nothing. */
export function endOf({ row, warnings, end }: TakenRow): ImportedRow {
  if ('status' in end) return closed(row, end, warnings)
  if (end.row !== row) return closed(row, superseded(row, end.row as number), warnings)
  const { id } = end.customer
  if (end.before === null) return { row, status: 'created', id, problems: nothing, warnings }
  const status = isUnchanged(end) ? 'unchanged' : 'updated'
  return { row, status, id, problems: nothing, warnings }
}

function isUnchanged({ touches }: ImportedPerson): boolean {
  for (const { before, after } of touches.values()) if (!sameJson(before, after)) return false
  return true
}

/** What is written of the rows that ended so. */
export function writesOf(taken: readonly TakenRow[], ends: readonly ImportedRow[], now: Instant): RowWrite[] {
  const writes: RowWrite[] = []
  ends.forEach(({ row, status }, index) => {
    if (status !== 'created' && status !== 'updated') return
    const { customer, claims, touches, before } = (taken[index] as TakenRow).end as ImportedPerson
    writes.push(
      before === null
        ? { row, result: 'created', customer, claims, touches: nothing, before }
        : {
            row,
            result: 'updated',
            customer: { ...customer, updatedAt: now },
            claims,
            touches: [...touches.values()],
            before,
          },
    )
  })
  return writes
}

function closed(row: number, { status, id, problems }: Verdict, warnings: readonly Problem[]): ImportedRow {
  return { row, status, id, problems, warnings }
}

function superseded(row: number, by: number): Verdict {
  return skipped(rowProblem('import.superseded', row, { by }))
}
