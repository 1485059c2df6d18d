import type { Customer } from '../../customer/customer.js'
import type { ChangeSet } from '../../plan/change-set.js'
import { isNewId, type CustomerId } from '../../value/id.js'
import { isStorable } from '../../value/text.js'
import { idsNamed } from '../memory/named-ids.js'
import { addressesOf } from '../memory/numbering.js'
import type { Wanted } from './read-world.js'

/** What must be read before a change set can be judged. */
export function wantedBy(changeSet: ChangeSet): Wanted {
  const { changes, key } = changeSet
  const puts = changes.flatMap((change) => (change.type === 'put' ? [change] : []))
  return {
    ids: storedIds(idsNamed(changeSet)),
    key,
    claims: puts.flatMap(({ claims }) => claims),
    revived: changes.flatMap((change) =>
      change.type === 'state' && change.field === 'deleted' && !change.value ? [change.id] : [],
    ),
    activities: changes.flatMap((change) => (change.type === 'count' ? [change.activityId] : [])),
    // one for the revisions
    names: puts.reduce((sum, { customer }) => sum + newThingsIn(customer), 1),
  }
}

/** No row has an id that the database cannot keep, nor one that is yet to be made. */
export function storedIds(ids: readonly CustomerId[]): readonly CustomerId[] {
  return [...new Set(ids)].filter((id) => !isNewId(id) && isStorable(id))
}

function newThingsIn(customer: Customer): number {
  return [customer, ...addressesOf(customer)].filter(({ id }) => isNewId(id)).length
}
