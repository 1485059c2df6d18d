import type { Customer } from '../customer/customer.js'
import type { Problem } from '../outcome/problem.js'
import type { IdentityRule } from '../policy/policy.js'
import type { CustomerId } from '../value/id.js'
import type { ClaimHolders, Conflict } from './claim-holders.js'
import { headerAt } from './columns.js'
import { withConsents, type ConsentTerms } from './import-consent.js'
import type { ImportKnown } from './import-plan.js'
import { overlay, touchesOf } from './import-update.js'
import { importedPerson, type ImportedPerson } from './imported-person.js'
import { skipped, type JudgedRow, type Verdict } from './row-verdict.js'
import type { TakenRow } from './row-write.js'
import { rowProblem } from './transfer-problem.js'

export interface TakeTerms extends ConsentTerms {
  readonly overwrite: boolean
  readonly earlier: ImportKnown['earlier']
  readonly holders: ClaimHolders
  /** by which the rows are recognised */
  readonly rule: IdentityRule
}

/**
 * Takes a row over into its person, over what the rows before have left, or passes it over. Rows are taken in order and claim
 * as they go, so that a chunk leaves what its rows would leave one by one, and a row that is refused takes no other with it.
 */
export function takeRow({ candidate, target, verdict }: JudgedRow, terms: TakeTerms): TakenRow {
  const { source, customer: draft, warnings } = candidate
  const { row, input } = source
  const earlier = target === null ? undefined : terms.earlier?.get(target.customer.id)
  const passed = verdict ?? existsVerdict(row, target, earlier !== undefined || terms.overwrite)
  if (passed !== null) return { row, warnings, end: passed }
  const laid = target === null ? draft : overlay(target.customer, draft, input, terms.rule)
  const { customer, warnings: doubts } = withConsents(laid, input, row, terms)
  const all = [...warnings, ...doubts, ...repeatWarnings(row, earlier)]
  const conflicts = terms.holders.conflicts(customer)
  if (conflicts.length > 0) return { row, warnings: all, end: takenVerdict(row, conflicts) }
  return { row, warnings: all, end: intoPerson(target, customer, { candidate, holders: terms.holders }) }
}

function intoPerson(
  target: ImportedPerson | null,
  customer: Customer,
  { candidate, holders }: Pick<JudgedRow, 'candidate'> & Pick<TakeTerms, 'holders'>,
): ImportedPerson {
  const { source, customer: draft } = candidate
  const person = target ?? importedPerson(null, customer)
  person.claims = holders.write(target?.customer ?? null, customer)
  person.customer = customer
  person.row = source.row
  if (person.before !== null)
    for (const touch of touchesOf(person.before.customer, customer, draft, source.input))
      person.touches.set(touch.path.join('/'), touch)
  return person
}

/** A person who was there before the file is left alone, unless the caller wants it or a row was taken over already. */
function existsVerdict(row: number, target: ImportedPerson | null, isWanted: boolean): Verdict | null {
  if (target === null || target.row !== null || isWanted) return null
  const id: CustomerId = target.customer.id
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
