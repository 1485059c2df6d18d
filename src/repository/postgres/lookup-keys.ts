import { blockingKeyReader } from '../../duplicates/blocking-keys.js'
import type { Customer } from '../../customer/customer.js'
import type { IdentityRule } from '../../policy/policy.js'
import { identitiesOf, mailboxKey } from '../memory/identities.js'

/**
 * Reads by what somebody is looked up, as it stands in the row, so that whoever saves sees by one look whether it stays: the mailbox
 * of the email, the phone, and the keys of whom they might be, each after its kind: `email anna@example.com`.
 */
export function foundByReader(identity: IdentityRule): (customer: Customer) => readonly string[] {
  const blocksOf = blockingKeyReader({ identity })
  return (customer) => {
    const { emails, phones } = identitiesOf(customer)
    const keys: string[] = []
    for (const email of emails) keys.push(`email ${mailboxKey(identity, email)}`)
    for (const phone of phones) keys.push(`phone ${phone}`)
    for (const key of blocksOf(customer)) keys.push(`block ${key}`)
    return keys
  }
}
