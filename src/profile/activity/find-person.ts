import type { CustomerRecord } from '../../customer/record.js'
import { identityOf, type Identity } from '../../plan/identity.js'
import type { IdentityRule } from '../../policy/policy.js'
import type { ActivityType } from './activity.js'
import { activityKinds } from './activity-kinds.js'

/** Whom an activity may concern. */
export interface FoundPerson {
  /** whose it is; `null` where nobody is known to be the one */
  readonly record: CustomerRecord | null
  /** whether the host has named them */
  readonly isKnown: boolean
  /** all others who hold its email or phone */
  readonly others: readonly CustomerRecord[]
}

/** What somebody is looked for by. */
export interface PersonQuery {
  readonly type: ActivityType
  readonly identity: Identity
  /** the record that the host knows it to be */
  readonly known: CustomerRecord | undefined
  /** whether the host has named anybody, be they gone */
  readonly isNamed: boolean
}

/** A record, and by what it shows who it is. */
interface Sharer {
  readonly record: CustomerRecord
  readonly own: Identity
}

/**
 * Who it is: whom the host names, else whoever holds the email, else whoever holds the phone where one side has no email.
 * Of several the oldest; whoever registers is looked for among accounts first, and never by phone, which proves no mailbox.
 * Nobody who has been deleted (C-6), and nobody who was erased and acts again: they begin anew.
 */
export function findPerson(
  candidates: readonly CustomerRecord[],
  { type, identity, known, isNamed }: PersonQuery,
  rule: IdentityRule,
): FoundPerson {
  const sharers = candidates
    .filter((record) => isReachable(record, type))
    .map((record) => ({ record, own: identityOf(record.customer, rule) }))
    .filter(({ own }) => isSame(own.email, identity.email) || isSame(own.phone, identity.phone))
  const isKnown = known !== undefined && isReachable(known, type)
  // What is taken back is taken from whoever it was given to, not from who came after them
  const isSomebodyElses = isNamed && !activityKinds[type].isOfPerson
  const matches = isKnown ? [known] : isSomebodyElses ? [] : matching(sharers, { type, identity }, rule)
  const record = matches[0] ?? null
  const others = sharers.map((one) => one.record).filter((one) => one.customer.id !== record?.customer.id)
  return { record, isKnown, others: others.toSorted(oldestFirst) }
}

/** What is paid back to somebody who was erased still counts, and says nothing of them. */
function isReachable({ facts }: CustomerRecord, type: ActivityType): boolean {
  return !facts.deleted && (facts.redaction !== 'done' || !activityKinds[type].isOfPerson)
}

/** Who it can be by email, else by phone; the likeliest first. */
function matching(
  sharers: readonly Sharer[],
  { type, identity }: Pick<PersonQuery, 'type' | 'identity'>,
  rule: IdentityRule,
): readonly CustomerRecord[] {
  const byEmail = sharers
    .filter(({ own }) => isSame(own.email, identity.email))
    .filter(({ record }) => rule.email !== 'per-account-type' || isOfType(record, type))
  const byPhone = sharers.filter(({ own }) => own.email === null || identity.email === null)
  const found = byEmail.length > 0 ? byEmail : type === 'registered' ? [] : byPhone
  const oldest = found.map(({ record }) => record).toSorted(oldestFirst)
  return type === 'registered' ? [...oldest.filter(isAccount), ...oldest] : oldest
}

/** Where a guest and an account may share an email, who has not logged in is a guest; whoever registers may be either. */
function isOfType(record: CustomerRecord, type: ActivityType): boolean {
  return type === 'registered' || !isAccount(record)
}

function isAccount({ customer }: CustomerRecord): boolean {
  return customer.account.type === 'account'
}

function oldestFirst({ customer: one }: CustomerRecord, { customer: other }: CustomerRecord): number {
  return `${one.createdAt} ${one.id}` < `${other.createdAt} ${other.id}` ? -1 : 1
}

function isSame(one: string | null, other: string | null): boolean {
  return one !== null && one === other
}
