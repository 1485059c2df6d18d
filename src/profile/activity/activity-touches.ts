import type { Address } from '../../address/address.js'
import type { Customer } from '../../customer/customer.js'
import { sameJson } from '../../outcome/same-json.js'
import { touchOf, type Touch } from '../../plan/touch.js'

const filled = ['firstName', 'lastName', 'email', 'phone', 'locale', 'source'] as const
const books = ['addresses', 'billingDetails'] as const
const moved = [
  'defaultAddressId',
  'defaultBillingDetailsId',
  'emailMarketingConsent',
  'smsMarketingConsent',
  'account',
] as const

/**
 * What an activity touches: each field that it names, filled in or not, each address that it adds, and what follows from it.
 * Of somebody new nothing was there before.
 */
export function activityTouches(before: Customer | null, after: Customer, given: Customer): Touch[] {
  const named = filled.filter((field) => given[field] !== null)
  const followed = moved.filter((field) => before !== null && !sameJson(before[field], after[field]))
  return [
    ...[...named, ...followed].map((field) => touchOf([field], before?.[field] ?? null, after[field])),
    ...books.flatMap((field) => additions(field, before?.[field] ?? [], after[field])),
  ]
}

function additions(field: string, before: readonly Address[], after: readonly Address[]): Touch[] {
  return after.slice(before.length).map((address) => touchOf([field, address.id], null, address))
}
