import type { Customer } from '../customer/customer.js'
import type { CustomerRecord } from '../customer/record.js'
import type { Problem } from '../outcome/problem.js'
import { sameJson } from '../outcome/same-json.js'
import type { Claim } from '../plan/claims.js'
import type { Touch } from '../plan/touch.js'
import type { Candidate } from './candidate.js'
import type { ClaimHolders, Conflict } from './claim-holders.js'
import { headerAt } from './columns.js'
import { withConsents, type ConsentTerms } from './import-consent.js'
import type { ImportedRow, ImportKnown } from './import-plan.js'
import { overlay, touchesOf } from './import-update.js'
import { skipped, type JudgedRow, type Verdict } from './row-verdict.js'
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

export interface SettleTerms extends ConsentTerms {
  readonly overwrite: boolean
  readonly earlier: ImportKnown['earlier']
  readonly holders: ClaimHolders
}

/** The customer that a row wants to be kept. */
interface Wanted {
  readonly candidate: Candidate
  readonly customer: Customer
  readonly warnings: readonly Problem[]
}

/** Settles a row: it is passed over, or writes what nobody else holds. Rows are settled in order, and claim as they go. */
export function settleRow({ candidate, target, verdict }: JudgedRow, terms: SettleTerms): SettledRow {
  const { source, customer: draft, warnings } = candidate
  const { row, input } = source
  const earlier = target === null ? undefined : terms.earlier?.get(target.customer.id)
  const isKept = target !== null && earlier === undefined && !terms.overwrite
  const passed = verdict ?? (isKept ? existsVerdict(row, target) : null)
  if (passed !== null) return closed(row, passed, warnings)
  const laid = target === null ? draft : overlay(target.customer, draft, input)
  const { customer, warnings: doubts } = withConsents(laid, input, row, terms)
  const all = [...warnings, ...doubts, ...repeatWarnings(row, earlier)]
  const conflicts = terms.holders.conflicts(customer)
  if (conflicts.length > 0) return closed(row, takenVerdict(row, conflicts), all)
  const wanted = { candidate, customer, warnings: all }
  return target === null ? created(wanted, terms) : updated(target, wanted, terms)
}

function created({ candidate, customer, warnings }: Wanted, { holders }: SettleTerms): SettledRow {
  const { row } = candidate.source
  const claims = holders.write(null, customer)
  return {
    outcome: { row, status: 'created', id: customer.id, problems: [], warnings },
    write: { row, result: 'created', customer, claims, touches: [], before: null },
  }
}

function updated(before: CustomerRecord, wanted: Wanted, { holders, now }: SettleTerms): SettledRow {
  const { candidate, warnings } = wanted
  const { row, input } = candidate.source
  const outcome = { row, id: wanted.customer.id, problems: [], warnings }
  const touches = touchesOf(before.customer, wanted.customer, candidate.customer, input)
  if (touches.every((touch) => sameJson(touch.before, touch.after)))
    return { outcome: { ...outcome, status: 'unchanged' }, write: null }
  const customer = { ...wanted.customer, updatedAt: now }
  const claims = holders.write(before.customer, customer)
  return {
    outcome: { ...outcome, status: 'updated' },
    write: { row, result: 'updated', customer, claims, touches, before },
  }
}

function closed(row: number, verdict: Verdict, warnings: readonly Problem[]): SettledRow {
  return { outcome: { row, ...verdict, warnings }, write: null }
}

function existsVerdict(row: number, { customer: { id } }: CustomerRecord): Verdict {
  return skipped(rowProblem('import.exists', row, { id }), id)
}

function takenVerdict(row: number, conflicts: readonly Conflict[]): Verdict {
  const problems = conflicts.map(({ claim, holder }) => {
    const field = claim.startsWith('email:') ? 'email' : 'phone'
    return rowProblem('import.identity-taken', row, { column: headerAt([field]) as string, id: holder }, [
      field,
    ])
  })
  return { status: 'refused', id: null, problems }
}

function repeatWarnings(row: number, earlier: number | undefined): Problem[] {
  return earlier === undefined ? [] : [rowProblem('import.repeats-earlier-row', row, { earlier })]
}
