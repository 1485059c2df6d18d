import type { CustomerField } from '../customer/customer.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { StoreTraits } from './store-traits.js'

/** What a store cannot do. */
export type CapabilityProblemCode =
  | 'capability.field-not-stored'
  | 'capability.no-timeline'
  /** a warning: the service does what the store cannot, by reading everything */
  | 'capability.fallback'
  | 'capability.no-segments'
  | 'capability.no-memberships'

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

/** The fields of which a wish says something: what it leaves empty need not be held. */
export function saidFields(wish: { readonly [Field in CustomerField]?: unknown }): CustomerField[] {
  return (Object.keys(wish) as CustomerField[]).filter((field) => saysSomething(wish[field]))
}

/** Whether a wish says something of a field, and does not only leave it empty. */
export function saysSomething(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)
}
