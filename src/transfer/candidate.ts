import { emailKey, type EmailKey } from '../contact/email.js'
import type { E164 } from '../contact/phone.js'
import { guestAccount, type Account } from '../customer/account.js'
import type { CustomerInput } from '../customer/customer-input.js'
import type { Customer, Metafields } from '../customer/customer.js'
import { joined, nothing, type Problem } from '../outcome/problem.js'
import type { Context } from '../plan/context.js'
import { identityReader, type Identity, type IdentityReader } from '../plan/identity.js'
import { notStoredProblems, saidFields } from '../plan/not-stored.js'
import { newIds } from '../value/new-ids.js'
import { draftCustomer } from '../profile/draft-customer.js'
import type { CustomerRow, RowAccount, RowInput } from './customer-row.js'
import type { RowIdentities } from './import-plan.js'
import { headerAt } from './row-header.js'

/** A row as the customer that it would make, with what is against it. Consent is judged apart, by its source. */
export interface Candidate {
  readonly source: CustomerRow
  readonly customer: Customer
  readonly identity: Identity
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** What the rows of a chunk are drafted by. */
interface DraftTerms {
  readonly context: Context
  readonly nextId: () => string
  readonly identify: IdentityReader
}

/** Drafts the customer of a row, and gives what was wrong with its cells and with the customer, all at once. */
function toCandidate(source: CustomerRow, { context, nextId, identify }: DraftTerms): Candidate {
  const { customer, problems, warnings } = draftCustomer(toInput(source.input), context, nextId)
  const unkept =
    context.store.notStored.length === 0
      ? nothing
      : notStoredProblems(saidFields(source.input), context.store)
  return {
    source,
    customer,
    identity: identify(customer),
    problems: joined(source.problems, newsOf(joined<Problem>(unkept, problems), source)),
    warnings: joined(source.warnings, ofRows(warnings, source)),
  }
}

/**
 * The emails and phones of a chunk of rows, each once: what to ask the store for before `planImport`. Where the policy takes
 * several emails for one mailbox, each is asked for as that mailbox and as it is, because the store may not know the policy.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildContext } = await import('../testing/build-context.js')
 * const row = { row: 2, id: null, input: { email: 'Anna@Example.com' }, totals: { spent: null, orders: null } }
 * const rows = [{ ...row, unknown: [], problems: [], warnings: [] }]
 * expect(identitiesOf(rows, buildContext())).toEqual({ emails: ['anna@example.com'], phones: [] })
 * ```
 */
export function identitiesOf(rows: readonly CustomerRow[], context: Context): RowIdentities {
  return identitiesIn(draftRows(rows, context))
}

/** The rows of a chunk as the customers that they would make, numbered; drafting is most of the work, and done once. */
export function draftRows(rows: readonly CustomerRow[], context: Context): readonly Candidate[] {
  const terms = { context, nextId: newIds(), identify: identityReader(context.policy.identity) }
  return rows.map((row) => toCandidate(row, terms))
}

/** The emails and phones of drafted rows, each once. */
export function identitiesIn(candidates: readonly Candidate[]): RowIdentities {
  const emails = new Set<EmailKey>()
  const phones = new Set<E164>()
  for (const { identity, customer } of candidates) {
    const { email } = identity
    if (email !== null) emails.add(email)
    // most emails are their own key
    if (email !== null && email !== customer.email) emails.add(emailKey(customer.email as string))
    if (identity.phone !== null) phones.add(identity.phone)
  }
  return {
    emails: [...emails],
    phones: [...phones],
  }
}

/**
 * The draft's problems that say more than the row's own. Of a row that could not be cut into cells nothing was drafted; and
 * nobody is missed where a cell that may have named them could not be read.
 */
function newsOf(found: readonly Problem[], source: CustomerRow): readonly Problem[] {
  const { problems } = source
  if (problems.length === 0) return ofRows(found, source)
  const isCut = problems.every(({ params }) => params?.['column'] !== undefined)
  return isCut
    ? ofRows(
        found.filter(({ code }) => code !== 'customer.nobody'),
        source,
      )
    : nothing
}

/** What a row says of a new customer: consents apart, and what it would only clear left out. */
function toInput(row: RowInput): CustomerInput {
  const { account, metafields } = row
  // field by field, because rows have as many shapes as files have columns, and copying such is slow
  return {
    firstName: row.firstName,
    lastName: row.lastName,
    email: row.email,
    phone: row.phone,
    note: row.note,
    taxExempt: row.taxExempt,
    source: row.source,
    priceLevel: row.priceLevel,
    addresses: row.addresses,
    billingDetails: row.billingDetails,
    tags: row.tags ?? [],
    account: accountOf(account),
    metafields: metafields === undefined ? undefined : presentOnly(metafields),
  }
}

function presentOnly(metafields: Metafields): Metafields {
  return Object.fromEntries(Object.entries(metafields).filter(([, value]) => value !== null))
}

/** A file makes nobody's login: whoever has an account in it can be invited (C-5). */
function accountOf(account: RowAccount | undefined): Account {
  if (account === undefined) return guestAccount
  const { type = 'guest', blocked = false } = account
  return { type, state: 'DISABLED', blocked }
}

/** Problems of a customer as those of a row. */
function ofRows(found: readonly Problem[], source: CustomerRow): readonly Problem[] {
  return found.length === 0 ? nothing : found.map((one) => ofRow(one, source))
}

/** A problem of a customer as the problem of a row: with the row's number and the header of the column. */
function ofRow(found: Problem, source: CustomerRow): Problem {
  const { row } = source
  const column = headerAt(found.path, source)
  return {
    code: found.code,
    path: ['rows', row, ...found.path],
    params: { ...found.params, row, ...(column === undefined ? {} : { column }) },
  }
}
