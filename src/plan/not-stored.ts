import type { CustomerField } from '../customer/customer.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { StoreTraits } from './store-traits.js'

/** Why a store beside an existing customer table cannot do what is wished. */
export type CapabilityProblemCode = 'capability.field-not-stored'

/**
 * What a wish names and the store cannot hold (`store.notStored`): one `capability.field-not-stored` a field, with
 * `params.field`. Without it the wish would be granted, and nothing of it kept.
 */
export function notStoredProblems(
  named: Iterable<CustomerField>,
  { notStored }: Pick<StoreTraits, 'notStored'>,
): Problem<CapabilityProblemCode>[] {
  return [...named]
    .filter((field) => notStored.includes(field))
    .map((field) => problem('capability.field-not-stored', [field], { field }))
}
