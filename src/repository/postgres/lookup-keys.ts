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
