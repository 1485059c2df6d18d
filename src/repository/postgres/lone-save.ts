import { noStatistics } from '../../customer/statistics.js'
import { noLibraryFacts, unknownHostFacts } from '../../customer/facts.js'
import type { ChangeSet } from '../../plan/change-set.js'
import type { EventChange, PutChange } from '../../plan/change.js'
import { isNewId, type CustomerId } from '../../value/id.js'
import { identitiesOf, noIdentities } from '../memory/identities.js'
import { idsNamed, idsOfEffect } from '../memory/named-ids.js'
import { addressesOf } from '../memory/numbering.js'
import { recordValues } from './customer-row.js'
import { lookupKeys, type LookupKey } from './lookup-keys.js'
import type { Settings } from './settings.js'

/** One known customer saved, with what is told of it, as the statement that does nothing else is given it. */
export interface LoneSave {
  readonly id: CustomerId
  readonly revision: string
  readonly row: { readonly [column: string]: unknown }
  readonly claims: readonly string[]
  readonly keys: readonly Pick<LookupKey, 'kind' | 'value'>[]
  readonly events: readonly object[]
  readonly waiting: readonly object[]
  readonly receipt: object
}

/** What a change set saves, if that is one record that was read before, and all that there is to be judged is its revision and claims. */
export function loneSaveOf(changeSet: ChangeSet, settings: Settings): LoneSave | null {
  const { key, request, confirmed, expects, guards, changes, outbox, summary } = changeSet
  // the host's own table is written, too
  if (settings.host !== null) return null
  const [put, ...others] = changes.filter(({ type }) => type === 'put') as PutChange[]
  const [expected, ...rest] = expects
  if (put === undefined || expected === undefined || others.length + rest.length + guards.length > 0)
    return null
  const { customer, claims } = put
  const { id } = customer
  const events = changes.filter(
    (change): change is EventChange => change.type === 'event' && change.customer === id,
  )
  if (confirmed === false || expected.id !== id || expected.revision === 'absent') return null
  // another notion of a mailbox than that of the contacts of before, which are read from the keys
  if (settings.identity.emailKey !== undefined || events.length + 1 < changes.length) return null
  if (idsIn(changeSet, put).some(isNewId)) return null
  const record = { customer, statistics: noStatistics, facts, revision: '' }
  const current = identitiesOf(customer)
  const entry = { state: 'present', record, claims, current, former: noIdentities, absorbed: [] } as const
  return {
    id,
    revision: expected.revision,
    row: recordValues(record),
    claims: [...new Set(claims)],
    keys: lookupKeys(id, entry, settings.identity).map(({ kind, value }) => ({ kind, value })),
    // counted from 1, as they are on a timeline
    events: events.map(({ id: event, at, event: told }, index) => ({
      ...{ id: event, at, event: told },
      ordinal: index + 1,
    })),
    waiting: outbox.map((effect, ordinal) => ({
      id: effect.id,
      ordinal,
      effect,
      names: idsOfEffect(effect),
    })),
    receipt: { key, request, summary, names: idsNamed(changeSet) },
  }
}

/** Nothing that is written of a customer alone depends on them. */
const facts = { ...unknownHostFacts, ...noLibraryFacts }

function idsIn(changeSet: ChangeSet, { customer }: PutChange): readonly string[] {
  const { defaultAddressId, defaultBillingDetailsId } = customer
  const addresses = addressesOf(customer).map(({ id }) => id)
  const defaults = [defaultAddressId, defaultBillingDetailsId].filter((id) => id !== null)
  return [...idsNamed(changeSet), ...addresses, ...defaults]
}
