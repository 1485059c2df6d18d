import type { ChangeSet } from '../../plan/change-set.js'
import type { Change } from '../../plan/change.js'
import type { Effect } from '../../plan/effect.js'
import type { CustomerId } from '../../value/id.js'

/** Every customer that a change set names, once; by these, erasure finds what is kept of it. */
export function idsNamed({ expects, guards, changes, outbox }: ChangeSet): readonly CustomerId[] {
  const ids = [
    ...expects.map(({ id }) => id),
    ...guards.map(({ id }) => id),
    ...changes.flatMap(idsOfChange),
    ...outbox.flatMap(idsOfEffect),
  ]
  return [...new Set(ids)]
}

/** The customers that an effect concerns. */
export function idsOfEffect(effect: Effect): readonly CustomerId[] {
  switch (effect.type) {
    case 'reassign':
      return [...effect.from, effect.to]
    case 'account':
    case 'payment-method':
    case 'redact':
    case 'email':
      return [effect.customer]
    case 'notice':
      return []
  }
}

function idsOfChange(change: Change): readonly CustomerId[] {
  switch (change.type) {
    case 'put':
      return [change.customer.id]
    case 'tombstone':
      return change.into === null ? [change.id] : [change.id, change.into]
    case 'reassign':
      return [...change.from, change.to]
    case 'distinct':
      return change.ids
    case 'event':
      return [change.customer]
    case 'count':
    case 'state':
    case 'redact':
    case 'redactEvents':
    case 'suppress':
      return [change.id]
  }
}
