import type { CustomerRecord } from '../../customer/record.js'
import { invariant } from '../../outcome/invariant.js'
import { claimsOf } from '../../plan/claims.js'
import type { IdentityRule } from '../../policy/policy.js'
import { isNewId } from '../../value/id.js'
import type { Living } from './entry.js'
import { replaceEntries } from './entry-index.js'
import { frozenCopy } from './frozen-copy.js'
import { identitiesOf, noIdentities } from './identities.js'
import { observe, observeCustomer } from './numbering.js'
import type { Store } from './store.js'

/**
 * Fills a store with records, copied. Of records that claim the same email or phone, as old data does, the first holds it:
 * all are found by it, and nobody else can take it.
 */
export function seed(store: Store, records: readonly CustomerRecord[], identity: IdentityRule): void {
  for (const record of records) {
    const { customer, revision } = record
    invariant(!isNewId(customer.id), 'a record to begin with needs an id of its own')
    invariant(!store.entries.has(customer.id), 'two records to begin with have the same id')
    observeCustomer(store.numbering, customer)
    observe(store.numbering, revision)
    replaceEntries(store, [[customer.id, toEntry(store, record, identity)]])
  }
}

function toEntry(store: Store, record: CustomerRecord, identity: IdentityRule): Living {
  const { customer } = record
  return {
    state: 'present',
    record: frozenCopy(record),
    claims: claimsOf(customer, identity).filter((claim) => !store.claims.has(claim)),
    current: identitiesOf(customer),
    former: noIdentities,
    absorbed: [],
  }
}
