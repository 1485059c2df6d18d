import { emailKey, type EmailKey } from '../contact/email.js'
import type { Customer } from '../customer/customer.js'
import type { Problem } from '../outcome/problem.js'
import type { Context } from '../plan/context.js'
import { identityOf, type Identity } from '../plan/identity.js'
import { draftCustomer } from '../profile/draft-customer.js'
import type { CustomerRow } from './customer-row.js'
import { headerAt } from './columns.js'
import type { RowIdentities } from './import-plan.js'

/** A row as the customer that it would make, with what is against it. Consent is judged apart, by its source. */
export interface Candidate {
  readonly source: CustomerRow
  readonly customer: Customer
  readonly identity: Identity
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** Drafts the customer of a row, and gives what was wrong with its cells and with the customer, all at once. */
export function toCandidate(source: CustomerRow, context: Context, nextId: () => string): Candidate {
  const { emailMarketingConsent: _email, smsMarketingConsent: _sms, ...input } = source.input
  const { customer, problems, warnings } = draftCustomer(input, context, nextId)
  return {
    source,
    customer,
    identity: identityOf(customer, context.policy.identity),
    problems: [
      ...source.problems,
      ...problems.filter((one) => isNews(one, source)).map((one) => ofRow(one, source.row)),
    ],
    warnings: [...source.warnings, ...warnings.map((one) => ofRow(one, source.row))],
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
  const candidates = rows.map((row) => toCandidate(row, context, () => ''))
  return {
    emails: distinct(candidates.flatMap(emailsOf)),
    phones: distinct(candidates.flatMap(({ identity }) => identity.phone ?? [])),
  }
}

function emailsOf({ identity, customer }: Candidate): readonly EmailKey[] {
  return identity.email === null ? [] : [identity.email, emailKey(customer.email as string)]
}

function distinct<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)]
}

/**
 * Whether the draft's problem says more than the row's own. Of a row that could not be cut into cells nothing was drafted; and
 * nobody is missed where a cell that may have named them could not be read.
 */
function isNews({ code }: Problem, { problems }: CustomerRow): boolean {
  const isCut = problems.every(({ params }) => params?.['column'] !== undefined)
  return isCut && (problems.length === 0 || code !== 'customer.nobody')
}

/** A problem of a customer as the problem of a row: with the row's number and the header of the column. */
function ofRow(found: Problem, row: number): Problem {
  const column = headerAt(found.path)
  return {
    code: found.code,
    path: ['rows', row, ...found.path],
    params: { ...found.params, row, ...(column === undefined ? {} : { column }) },
  }
}
