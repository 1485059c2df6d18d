import { blockingKeys } from '../../duplicates/blocking-keys.js'
import type { IdentityRule } from '../../policy/policy.js'
import type { CustomerId } from '../../value/id.js'
import { heldBy, type Entry } from '../memory/entry.js'
import { mailboxKey } from '../memory/identities.js'

/** By what somebody is looked up: the mailbox of the email, the phone, and the keys of whom they might be. */
export interface LookupKey {
  readonly kind: 'email' | 'phone' | 'block'
  readonly value: string
  readonly customer: CustomerId
}

/** The keys as they stand in the row of the customer, so that whoever saves sees by one look whether they stay. */
export function foundBy(keys: readonly LookupKey[]): readonly string[] {
  return keys.map(({ kind, value }) => `${kind} ${value}`)
}

/** The keys that stand in the row of a customer. */
export function keysIn(id: CustomerId, stored: readonly string[] | null): readonly LookupKey[] {
  return (stored ?? []).map((key) => {
    const end = key.indexOf(' ')
    return { kind: key.slice(0, end) as LookupKey['kind'], value: key.slice(end + 1), customer: id }
  })
}

/** All keys by which the entry under an id is looked up; only living records are. */
export function lookupKeys(
  id: CustomerId,
  entry: Entry | undefined,
  identity: IdentityRule,
): readonly LookupKey[] {
  if (entry?.state !== 'present' || heldBy(entry) === null) return []
  const { emails, phones } = entry.current
  const key = (kind: LookupKey['kind'], value: string): LookupKey => ({ kind, value, customer: id })
  return [
    ...emails.map((email) => key('email', mailboxKey({ emailKey: identity.emailKey }, email))),
    ...phones.map((phone) => key('phone', phone)),
    ...blockingKeys(entry.record, { policy: { identity } }).map((value) => key('block', value)),
  ]
}
