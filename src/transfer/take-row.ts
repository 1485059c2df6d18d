import type { Customer } from '../customer/customer.js'
import { joined, nothing, problem, type Problem } from '../outcome/problem.js'
import { normalizeTags } from '../customer/tags.js'
import { claimsWith } from '../plan/claims.js'
import type { Identity, IdentityReader } from '../plan/identity.js'
import { touchOf } from '../plan/touch.js'
import type { CustomerId } from '../value/id.js'
import type { Candidate } from './candidate.js'
import type { ClaimHolders, Conflict } from './claim-holders.js'
import type { CustomerRow } from './customer-row.js'
import { withConsents, type ConsentTerms } from './import-consent.js'
import type { ImportKnown } from './import-plan.js'
import { overlay, touchesOf, type Given, type OverlayTerms } from './import-update.js'
import { newPerson, type ImportedPerson, type PersonState } from './imported-person.js'
import type { PersonKey } from './people-index.js'
import { skipped, type JudgedRow, type Verdict } from './row-verdict.js'
import { columnAt } from './row-header.js'
import type { TakenRow } from './row-write.js'
import { rowProblem } from './transfer-problem.js'

export interface TakeTerms extends ConsentTerms, OverlayTerms {
  readonly overwrite: boolean
  readonly earlier: ImportKnown['earlier']
  readonly holders: ClaimHolders
  /** tags that everybody gets */
  readonly tags: readonly string[]
  readonly tagLimit: number
  readonly identify: IdentityReader
  readonly keyOf: (identity: Identity, id: CustomerId) => PersonKey
}

/**
 * Takes a row over into its person, over what the rows before have left, or passes it over. Rows are taken in order and claim
 * as they go, so that a chunk leaves what its rows would leave one by one, and a row that is refused takes no other with it.
 */
export function takeRow({ candidate, target, verdict }: JudgedRow, terms: TakeTerms): TakenRow {
  const { source, customer: draft, warnings } = candidate
  const { row } = source
  const earlier = target === null ? undefined : terms.earlier?.get(target.customer.id)
  const passed = verdict ?? existsVerdict(row, target, earlier !== undefined || terms.overwrite)
  if (passed !== null) return { row, warnings, end: passed }
  const laid = target === null ? draft : overlay(target.customer, givenBy(candidate, terms))
  const { customer, warnings: doubts } = withConsents(withTags(laid, terms.tags), source, terms)
  const all = joined(joined(warnings, doubts), repeatWarnings(row, earlier))
  if (customer.tags.length > terms.tagLimit)
    return { row, warnings: all, end: tagsVerdict(source, customer, terms.tagLimit) }
  // of a new customer the contacts are those of the draft
  const identity = target === null ? candidate.identity : terms.identify(customer)
  const claims = claimsWith(identity.email, customer, terms.rule)
  const conflicts = terms.holders.conflicts(customer.id, claims)
  if (conflicts.length > 0) return { row, warnings: all, end: takenVerdict(source, conflicts) }
  terms.holders.write(customer.id, target === null ? nothing : target.claims, claims)
  const state = { customer, key: terms.keyOf(identity, customer.id), claims }
  return {
    row,
    warnings: all,
    end: target === null ? newPerson(state, row) : intoPerson(target, state, candidate, terms),
  }
}

function givenBy({ source, customer }: Candidate, { rule, blank }: OverlayTerms): Given {
  return { input: source.input, draft: customer, rule, blank }
}

function intoPerson(
  person: ImportedPerson,
  { customer, key, claims }: PersonState,
  candidate: Candidate,
  terms: TakeTerms,
): ImportedPerson {
  person.key = key
  person.claims = claims
  person.customer = customer
  person.row = candidate.source.row
  if (person.before === null) return person
  const was = person.before.customer
  for (const one of touchesOf(was, customer, givenBy(candidate, terms)))
    person.touches.set(one.path.join('/'), one)
  if (terms.tags.length > 0) person.touches.set('tags', touchOf(['tags'], was.tags, customer.tags))
  return person
}

function withTags(customer: Customer, tags: readonly string[]): Customer {
  return tags.length === 0 ? customer : { ...customer, tags: normalizeTags([...customer.tags, ...tags]) }
}

/** A person who was there before the file is left alone, unless the caller wants it or a row was taken over already. */
function existsVerdict(row: number, target: ImportedPerson | null, isWanted: boolean): Verdict | null {
  if (target === null || target.row !== null || isWanted) return null
  const id: CustomerId = target.customer.id
  return skipped(rowProblem('import.exists', row, { id }), id)
}

/** The row's own tags were counted with the row; those that all get may be too many for it. */
function tagsVerdict(source: CustomerRow, { tags }: Customer, limit: number): Verdict {
  const params = { row: source.row, column: columnAt('tags', source), limit, length: tags.length }
  const path = ['rows', source.row, 'tags']
  return { status: 'refused', id: null, problems: [problem('customer.too-many-tags', path, params)] }
}

function takenVerdict(source: CustomerRow, conflicts: readonly Conflict[]): Verdict {
  const problems = conflicts.map(({ claim, holder }) => {
    const field = claim.startsWith('email:') ? 'email' : 'phone'
    return rowProblem('import.identity-taken', source.row, { column: columnAt(field, source), id: holder }, [
      field,
    ])
  })
  return { status: 'refused', id: null, problems }
}

function repeatWarnings(row: number, earlier: number | undefined): readonly Problem[] {
  return earlier === undefined ? nothing : [rowProblem('import.repeats-earlier-row', row, { earlier })]
}
