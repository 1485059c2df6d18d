import type { Customer } from '../../customer/customer.js'
import type { ChangeSet } from '../../plan/change-set.js'
import type { EventChange, PutChange } from '../../plan/change.js'
import type { Effect } from '../../plan/effect.js'
import { isNewId, type CustomerId } from '../../value/id.js'
import { idsOfEffect } from '../memory/named-ids.js'
import { addressesOf } from '../memory/numbering.js'
import type { Settings } from './settings.js'

/** One known customer saved, with what is told of it, as the statement that does nothing else is given it. */
export interface LoneSave {
  readonly revision: string
  readonly customer: Customer
  readonly claims: readonly string[]
  readonly names: readonly CustomerId[]
  readonly events: readonly object[]
  readonly waiting: readonly object[]
}

/**
 * What a change set saves, if that is one record that was read before, and all that there is to be judged is its revision. Its
 * contacts must be what they were, which the statement itself sees.
 */
export function loneSaveOf(changeSet: ChangeSet, { host }: Settings): LoneSave | null {
  const { confirmed, expects, guards, changes, outbox } = changeSet
  const [expected] = expects
  // the table of a host is written, too
  if (host !== null || confirmed === false || guards.length > 0) return null
  if (expected === undefined || expects.length > 1 || expected.revision === 'absent') return null
  const { id, revision } = expected
  const put = changes.find(
    (change): change is PutChange => change.type === 'put' && change.customer.id === id,
  )
  const events = changes.filter(
    (change): change is EventChange => change.type === 'event' && change.customer === id,
  )
  if (put === undefined || events.length + 1 < changes.length) return null
  const { customer, claims } = put
  const names = outbox.length === 0 ? [id] : [...new Set([id, ...outbox.flatMap(idsOfEffect)])]
  if (names.some(isNewId) || hasNewAddresses(customer)) return null
  return { revision, customer, claims, names, events: events.map(asRow), waiting: outbox.map(asWaiting) }
}

/** Counted from 1, as they are on a timeline. */
function asRow(event: EventChange, index: number): object {
  return { ...event, ordinal: index + 1 }
}

function asWaiting(effect: Effect, ordinal: number): object {
  return { id: effect.id, ordinal, effect, names: idsOfEffect(effect) }
}

function hasNewAddresses(customer: Customer): boolean {
  const { defaultAddressId, defaultBillingDetailsId } = customer
  return (
    (defaultAddressId !== null && isNewId(defaultAddressId)) ||
    (defaultBillingDetailsId !== null && isNewId(defaultBillingDetailsId)) ||
    addressesOf(customer).some(({ id }) => isNewId(id))
  )
}
