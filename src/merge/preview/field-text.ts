import { addressFieldNames, type Address } from '../../address/address.js'
import type { Consent } from '../../contact/consent.js'
import type { Customer, CustomerField, Metafields } from '../../customer/customer.js'
import { printable } from '../../value/printable.js'
import type { MergePreviewMessages } from '../merge-preview-messages.js'

/** The words for values, not for fields and rules. */
type Words = Pick<MergePreviewMessages, 'words' | 'consents' | 'optInLevels' | 'accounts'>

/** A value as the lines in which people read it; none where there is nothing. */
type Format<Value> = (value: Value, words: Words) => readonly string[]

const text: Format<string | null> = (value) => (value === null ? [] : [value])

const number: Format<number> = (value) => [String(value)]

const flag: Format<boolean> = (value, { words: { yes, no } }) => [value ? yes : no]

const list: Format<readonly string[]> = (value) => (value.length === 0 ? [] : [value.join(', ')])

const book: Format<readonly Address[]> = (value) => value.map(addressLine)

const consent: Format<Consent> = ({ state, optInLevel, updatedAt, source }, { consents, optInLevels }) => {
  const level = optInLevel === null ? null : optInLevels[optInLevel]
  return [[consents[state], level, updatedAt, source].filter((part) => part !== null).join(', ')]
}

const account: Format<Customer['account']> = ({ type, state, blocked }, { accounts, words }) => [
  [accounts[type === 'guest' ? type : state], ...(blocked ? [words.blocked] : [])].join(', '),
]

const map: Format<Metafields> = (value) =>
  Object.entries(value).map(([key, inner]) => `${key}: ${JSON.stringify(inner)}`)

const formats: { readonly [Field in CustomerField]: Format<Customer[Field]> } = {
  id: text,
  firstName: text,
  lastName: text,
  email: text,
  phone: text,
  locale: text,
  note: text,
  tags: list,
  addresses: book,
  defaultAddressId: text,
  billingDetails: book,
  defaultBillingDetailsId: text,
  emailMarketingConsent: consent,
  smsMarketingConsent: consent,
  account,
  priceLevel: number,
  source: text,
  taxExempt: flag,
  taxExemptions: list,
  metafields: map,
  createdAt: text,
  updatedAt: text,
}

/** A field's value as printable lines. */
export function fieldText<Field extends CustomerField>(
  field: Field,
  value: Customer[Field],
  words: Words,
): readonly string[] {
  return formats[field](value, words).map(printable)
}

function addressLine(address: Address & { readonly taxId?: string | null }): string {
  const parts = [...addressFieldNames.map((name) => address[name]), address.taxId ?? null]
  return [`${address.id}:`, parts.filter((part) => part !== null).join(', ')].join(' ')
}
