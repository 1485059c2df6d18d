import type { Customer } from '../../customer/customer.js'

/** The last number that was given to each kind of thing. */
export interface Numbering {
  customer: number
  address: number
  revision: number
  segment: number
  /** makes names in another way: a store that several processes share cannot count */
  readonly make?: ((kind: NumberedKind) => string) | undefined
}

type NumberedKind = 'customer' | 'address' | 'revision' | 'segment'

/** `customer-12`; more digits than a counter reaches cannot collide with it. */
const NUMBERED = /^(customer|address|revision|segment)-(\d{1,15})$/

/** Takes note of a name from outside, so that no thing is ever given a name that is in use. */
export function observe(numbering: Numbering, name: string): void {
  if (numbering.make !== undefined) return
  const [, kind, digits] = NUMBERED.exec(name) ?? []
  if (kind !== undefined)
    numbering[kind as NumberedKind] = Math.max(numbering[kind as NumberedKind], Number(digits))
}

/** Takes note of the ids of a customer and of all their addresses. */
export function observeCustomer(numbering: Numbering, customer: Customer): void {
  observe(numbering, customer.id)
  for (const { id } of addressesOf(customer)) observe(numbering, id)
}

/** The next name of its kind. */
export function nextName(numbering: Numbering, kind: NumberedKind): string {
  if (numbering.make !== undefined) return numbering.make(kind)
  numbering[kind] += 1
  return `${kind}-${numbering[kind]}`
}

/** Delivery addresses and billing details: both are numbered as addresses. */
export function addressesOf({ addresses, billingDetails }: Customer): readonly { readonly id: string }[] {
  return [...addresses, ...billingDetails]
}
