import type { Address } from '../../address/address.js'
import type { Customer } from '../../customer/customer.js'
import { tagKey } from '../../customer/tags.js'
import type { JsonValue } from '../../outcome/json.js'

type Reader = (customer: Customer, step: string, inner: string | undefined) => unknown

/** What a path of a touch says below the name of its field: a row for each field that is not touched whole. */
const readers: { readonly [Field in keyof Customer]?: Reader } = {
  tags: ({ tags }, key) => tags.find((tag) => tagKey(tag) === key),
  addresses: ({ addresses }, id, field) => inBook(addresses, id, field),
  billingDetails: ({ billingDetails }, id, field) => inBook(billingDetails, id, field),
  metafields: ({ metafields }, key) => own(metafields, key),
  account: ({ account }, field) => own(account, field),
}

/** What a customer has at the path of a touch; `null` where there is nothing. */
export function valueAt(customer: Customer, [field, step, inner]: readonly string[]): JsonValue {
  const name = field as keyof Customer
  const value = step === undefined ? customer[name] : readers[name]?.(customer, step, inner)
  return (value ?? null) as JsonValue
}

function inBook(book: readonly Address[], id: string, field: string | undefined): unknown {
  const entry = book.find((address) => address.id === id)
  return entry === undefined || field === undefined ? entry : own(entry, field)
}

/** Only what is there itself, so that no name is found on a prototype. */
function own(map: object, key: string): unknown {
  return Object.hasOwn(map, key) ? (map as { readonly [key: string]: unknown })[key] : undefined
}
