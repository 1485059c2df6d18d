import type { CustomerField } from '../customer/customer.js'
import { problem, type Problem } from '../outcome/problem.js'
import type { StoreTraits } from './store-traits.js'

/** What a store cannot do. */
export type CapabilityProblemCode = 'capability.field-not-stored' | 'capability.no-timeline'

/** What a wish says about fields that the store beside an existing customer table cannot hold: a problem each, by name. */
export function notStoredProblems(
  wish: { readonly [Field in CustomerField]?: unknown },
  { notStored }: Pick<StoreTraits, 'notStored'>,
): Problem<CapabilityProblemCode>[] {
  return notStored
    .filter((field) => Object.hasOwn(wish, field) && saysSomething(wish[field]))
    .map((field) => problem('capability.field-not-stored', [field], { field }))
}

function saysSomething(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)
}
