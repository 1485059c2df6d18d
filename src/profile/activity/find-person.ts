import type { CustomerRecord } from '../../customer/record.js'
import { identityOf, type Identity } from '../../plan/identity.js'
import type { IdentityRule } from '../../policy/policy.js'
import type { ActivityType } from './activity.js'

/** Whom an activity may concern. */
export interface FoundPerson {
  /** whose it is; `null` where nobody is known to be the one */
  readonly record: CustomerRecord | null
  /** all others who hold its email or phone */
  readonly others: readonly CustomerRecord[]
}

/** What somebody is looked for by. */
export interface PersonQuery {
  readonly type: ActivityType
  readonly identity: Identity
  /** the record that the host knows it to be */
  readonly known: CustomerRecord | null
}

/**
 * Who it is: whom the host names, else whoever holds the email, else whoever holds the phone where one side has no email.
 * Of several the oldest; whoever registers is looked for among accounts first, and never by phone, which proves no mailbox.
 * Nobody who has been deleted (C-6).
 */
export function findPerson(
  candidates: readonly CustomerRecord[],
  { type, identity, known }: PersonQuery,
  rule: IdentityRule,
): FoundPerson {
  const sharing = candidates
    .filter(({ facts }) => !facts.deleted)
    .map((record) => ({ record, own: identityOf(record.customer, rule) }))
    .filter(({ own }) => isSame(own.email, identity.email) || isSame(own.phone, identity.phone))
  const byEmail = sharing
    .filter(({ own }) => isSame(own.email, identity.email))
    .filter(({ record }) => rule.email !== 'per-account-type' || isOfType(record, type))
  const byPhone = sharing.filter(({ own }) => own.email === null || identity.email === null)
  const found = byEmail.length > 0 ? byEmail : type === 'registered' ? [] : byPhone
  const record =
    known ??
    first(
      found.map((one) => one.record),
      type,
    )
  const others = sharing
    .map((one) => one.record)
    .filter(({ customer }) => customer.id !== record?.customer.id)
  return { record, others: oldestFirst(others) }
}

/** Where a guest and an account may share an email, who has not logged in is a guest; whoever registers may be either. */
function isOfType({ customer }: CustomerRecord, type: ActivityType): boolean {
  return type === 'registered' || customer.account.type === 'guest'
}

function first(records: readonly CustomerRecord[], type: ActivityType): CustomerRecord | null {
  const oldest = oldestFirst(records)
  const account = oldest.find(({ customer }) => customer.account.type === 'account')
  return (type === 'registered' ? account : undefined) ?? oldest[0] ?? null
}

function oldestFirst(records: readonly CustomerRecord[]): CustomerRecord[] {
  return records.toSorted(({ customer: one }, { customer: other }) => {
    const [a, b] = [`${one.createdAt} ${one.id}`, `${other.createdAt} ${other.id}`]
    return a < b ? -1 : 1
  })
}

function isSame(one: string | null, other: string | null): boolean {
  return one !== null && one === other
}
