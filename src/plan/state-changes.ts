import type { LibraryFacts } from '../customer/facts.js'
import type { CustomerId } from '../value/id.js'
import type { StateChange } from './change.js'

/** One change a fact, in the order in which they are named. */
export function stateChanges(id: CustomerId, facts: Partial<LibraryFacts>): StateChange[] {
  return Object.entries(facts).map(([field, value]) => ({ type: 'state', id, field, value }) as StateChange)
}
