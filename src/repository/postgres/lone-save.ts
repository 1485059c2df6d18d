import { noLibraryFacts, unknownHostFacts } from '../../customer/facts.js'
import { noStatistics } from '../../customer/statistics.js'
import type { ChangeSet } from '../../plan/change-set.js'
import type { EventChange, PutChange } from '../../plan/change.js'
import { isNewId, type CustomerId } from '../../value/id.js'
import { identitiesOf, noIdentities } from '../memory/identities.js'
import { idsNamed, idsOfEffect } from '../memory/named-ids.js'
import { addressesOf } from '../memory/numbering.js'
import { recordValues } from './customer-row.js'
import { foundBy, lookupKeys } from './lookup-keys.js'
import type { Settings } from './settings.js'

/** One known customer saved, with what is told of it, as the statement that does nothing else is given it. */
export interface LoneSave {
  readonly id: CustomerId
  readonly revision: string
  readonly row: { readonly [column: string]: unknown }
  readonly claims: readonly string[]
  readonly foundBy: readonly string[]
  readonly names: readonly CustomerId[]
  readonly events: readonly object[]
  readonly waiting: readonly object[]
}

/**
 * What a change set saves, if that is one record that was read before, and all that there is to be judged is its revision. Its
 * contacts must be what they were, which the statement itself sees.
 */
export function loneSaveOf(changeSet: ChangeSet, settings: Settings): LoneSave | null {
  const { confirmed, expects, guards, changes, outbox } = changeSet
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
  const names = idsNamed(changeSet)
  if (events.length + 1 < changes.length || idsIn(names, put).some(isNewId)) return null
  const record = { customer, statistics: noStatistics, facts, revision: '' }
  const current = identitiesOf(customer)
  const entry = { state: 'present', record, claims, current, former: noIdentities, absorbed: [] } as const
  return {
    id,
    revision: expected.revision,
    row: recordValues(record),
    claims,
    foundBy: foundBy(lookupKeys(id, entry, settings.identity)),
    names,
    // counted from 1, as they are on a timeline
    events: events.map((event, index) => ({ ...event, ordinal: index + 1 })),
    waiting: outbox.map((effect, ordinal) => ({
      id: effect.id,
      ordinal,
      effect,
      names: idsOfEffect(effect),
    })),
  }
}

/** Nothing that is written of a customer alone depends on them. */
const facts = { ...unknownHostFacts, ...noLibraryFacts }

function idsIn(names: readonly CustomerId[], { customer }: PutChange): readonly string[] {
  const { defaultAddressId, defaultBillingDetailsId } = customer
  const addresses = addressesOf(customer).map(({ id }) => id)
  const defaults = [defaultAddressId, defaultBillingDetailsId].filter((id) => id !== null)
  return [...names, ...addresses, ...defaults]
}
