import type { Consent } from '../contact/consent.js'
import type { Customer, CustomerField, Metafields } from '../customer/customer.js'
import type { Policy } from '../policy/policy.js'
import type { Instant } from '../value/instant.js'

/**
 * What erasure makes of a field: it stays; it is emptied; a value that identifies nobody takes its place; or, of metafields, only
 * those stay that the policy lists as business data.
 */
export type ErasureFate = 'kept' | 'emptied' | 'neutral' | 'business-only'

/** What erasure must know beside the customer. */
export interface ErasureTerms {
  readonly now: Instant
  readonly policy: Pick<Policy, 'erasure'>
}

/** A row of the table: the fate, and the value afterwards. */
export interface ErasureRow<Value> {
  readonly fate: ErasureFate
  readonly erase: (value: Value, terms: ErasureTerms) => Value
}

const kept = { fate: 'kept', erase: <Value>(value: Value): Value => value } as const

const noValue = { fate: 'emptied', erase: () => null } as const

const noList = { fate: 'emptied', erase: (): readonly never[] => [] } as const

/** The state that nobody can change any more, in either channel. */
const redactedConsent = {
  fate: 'neutral',
  erase: (): Consent => ({ state: 'REDACTED', optInLevel: null, updatedAt: null, source: null }),
} as const

/**
 * What erasure makes of each field of a customer (G-1, G-2): a row a field, so that none is forgotten. Every text that people or
 * files can fill goes, whatever stands in it: a tag or a source may name somebody too. What stays identifies nobody and belongs
 * to the shop's books: the id that orders point to, price level, tax status, when the profile came into being. Redaction,
 * export and the documentation go by this table (which fields: ours; the sources say "name, address …").
 */
export const erasureTable: { readonly [Field in CustomerField]: ErasureRow<Customer[Field]> } = {
  id: kept,
  firstName: noValue,
  lastName: noValue,
  email: noValue,
  phone: noValue,
  locale: noValue,
  note: noValue,
  tags: noList,
  addresses: noList,
  defaultAddressId: noValue,
  billingDetails: noList,
  defaultBillingDetailsId: noValue,
  emailMarketingConsent: redactedConsent,
  smsMarketingConsent: redactedConsent,
  account: { fate: 'neutral', erase: ({ type }) => ({ type, state: 'DISABLED', blocked: false }) },
  priceLevel: kept,
  source: noValue,
  taxExempt: kept,
  taxExemptions: noList,
  metafields: { fate: 'business-only', erase: businessOnly },
  createdAt: kept,
  updatedAt: { fate: 'neutral', erase: (_value, { now }) => now },
}

/** The fields of a customer, in the order of the table. */
export const customerFields = /* @__PURE__ */ Object.keys(erasureTable) as readonly CustomerField[]

/** All metafields are personal unless the policy lists them. */
function businessOnly(metafields: Metafields, { policy }: ErasureTerms): Metafields {
  const business = new Set(policy.erasure.businessMetafields)
  return Object.fromEntries(Object.entries(metafields).filter(([key]) => business.has(key)))
}
