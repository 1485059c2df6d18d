import { addressFieldNames, type Address } from '../address/address.js'
import { emailKey } from '../contact/email.js'
import type { Customer } from '../customer/customer.js'
import { tagKey } from '../customer/tags.js'
import type { IdentityRule } from '../policy/policy.js'
import { touchOf, type Touch } from '../plan/touch.js'
import { presentText } from '../value/text.js'
import type { RowInput } from './customer-row.js'

type PlainField = Exclude<keyof RowInput, 'addresses' | 'emailMarketingConsent' | 'smsMarketingConsent'>

/** What is kept where a cell says something: the cell, unless it only says the same in another spelling. */
const rules: {
  readonly [Field in PlainField]: (
    kept: Customer[Field],
    given: Customer[Field],
    rule: IdentityRule,
  ) => Customer[Field]
} = {
  firstName: unlessSameText,
  lastName: unlessSameText,
  email: (kept, given, { emailKey: options }) =>
    emailKey(kept ?? '', options) === emailKey(given as string, options) ? kept : given,
  phone: unlessSameText,
  note: unlessSameText,
  tags: (kept, given) => (sameTags(kept, given) ? kept : given),
  taxExempt: (_kept, given) => given,
}

const plainFields = Object.keys(rules) as PlainField[]

/** The fields of an address that a file has columns for; whom it is addressed to is none of them. */
const fileFields = addressFieldNames.filter((name) => name !== 'firstName' && name !== 'lastName')

/** A customer with what a row says laid over it; `draft` is the row read as a customer. A blank cell keeps what is kept. */
export function overlay(kept: Customer, draft: Customer, input: RowInput, rule: IdentityRule): Customer {
  const fields = plainFields.filter((field) => says(draft, input, field))
  return {
    ...kept,
    ...Object.fromEntries(fields.map((field) => [field, overlaid(field, kept, draft, rule)])),
    ...overlaidAddress(kept, draft.addresses[0]),
  }
}

/** One touch for every field that the row names, changed or not. */
export function touchesOf(
  before: Customer,
  after: Customer,
  draft: Customer,
  input: RowInput,
): readonly Touch[] {
  const consents = (['emailMarketingConsent', 'smsMarketingConsent'] as const).filter(
    (field) => input[field] !== undefined,
  )
  const fields = [...plainFields.filter((field) => says(draft, input, field)), ...consents]
  return [
    ...fields.map((field) => touchOf([field], before[field], after[field])),
    ...(draft.addresses.length === 0 ? [] : addressTouches(before, after)),
  ]
}

function addressTouches(before: Customer, after: Customer): Touch[] {
  const id = after.defaultAddressId as string
  const find = ({ addresses }: Customer): Address | null => addresses.find((one) => one.id === id) ?? null
  return [
    touchOf(['addresses', id], find(before), find(after)),
    touchOf(['defaultAddressId'], before.defaultAddressId, after.defaultAddressId),
  ]
}

function says(draft: Customer, input: RowInput, field: PlainField): boolean {
  const given = draft[field]
  return input[field] !== undefined && given !== null && !(Array.isArray(given) && given.length === 0)
}

function overlaid<Field extends PlainField>(
  field: Field,
  kept: Customer,
  draft: Customer,
  rule: IdentityRule,
): Customer[Field] {
  return rules[field](kept[field], draft[field], rule)
}

/**
 * An address is one thing: half of one beside half of another leads nowhere. One that is there already becomes the
 * default; otherwise the default is replaced, and keeps its id and whom it is addressed to.
 */
function overlaidAddress(
  { addresses, defaultAddressId }: Customer,
  given: Address | undefined,
): Partial<Customer> {
  if (given === undefined) return {}
  const same = addresses.filter((address) => fileFields.every((name) => address[name] === given[name]))
  const equal = same.find(({ id }) => id === defaultAddressId) ?? same[0]
  if (equal !== undefined) return { defaultAddressId: equal.id }
  if (defaultAddressId === null) return { addresses: [given], defaultAddressId: given.id }
  return {
    addresses: addresses.map((address) =>
      address.id === defaultAddressId
        ? { ...given, id: address.id, firstName: address.firstName, lastName: address.lastName }
        : address,
    ),
  }
}

function unlessSameText(kept: string | null, given: string | null): string | null {
  return presentText(kept) === given ? kept : given
}

function sameTags(some: readonly string[], others: readonly string[]): boolean {
  const keys = new Set(some.map(tagKey))
  return keys.size === others.length && others.every((tag) => keys.has(tagKey(tag)))
}
