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

/** What becomes of a row, with what it writes. */
export interface SettledRow {
  readonly outcome: ImportedRow
  readonly write: RowWrite | null
}

/** A row that was gone through: taken over into its person, or passed over. */
export interface TakenRow {
  readonly row: number
  readonly warnings: readonly Problem[]
  readonly end: Verdict | ImportedPerson
}

/** How a row ends once all are gone through: the last that was taken over writes its person, the ones before it nothing. */
export function toSettled({ row, warnings, end }: TakenRow, now: Instant): SettledRow {
  if ('status' in end) return closed(row, end, warnings)
  if (end.row !== row) return closed(row, superseded(row, end.row as number), warnings)
  const { before, customer, claims } = end
  const { id } = customer
  if (before === null)
    return {
      outcome: { row, status: 'created', id, problems: nothing, warnings },
      write: { row, result: 'created', customer, claims, touches: nothing, before },
    }
  const touches = [...end.touches.values()]
  if (touches.every((touch) => sameJson(touch.before, touch.after)))
    return { outcome: { row, status: 'unchanged', id, problems: nothing, warnings }, write: null }
  return {
    outcome: { row, status: 'updated', id, problems: nothing, warnings },
    write: { row, result: 'updated', customer: { ...customer, updatedAt: now }, claims, touches, before },
  }
}

function closed(row: number, verdict: Verdict, warnings: readonly Problem[]): SettledRow {
  return { outcome: { row, ...verdict, warnings }, write: null }
}

function superseded(row: number, by: number): Verdict {
  return skipped(rowProblem('import.superseded', row, { by }))
}
