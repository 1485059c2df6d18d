import type { Customer } from '../customer/customer.js'
import type { Touch } from '../plan/touch.js'
import { customerFields, erasureTable, type ErasureRow, type ErasureTerms } from './erasure-table.js'

/** The customer without the person: what the table makes of each field. */
export function eraseCustomer(customer: Customer, terms: ErasureTerms): Customer {
  return Object.fromEntries(
    customerFields.map((field) => {
      const { erase } = erasureTable[field] as ErasureRow<unknown>
      return [field, erase(customer[field], terms)]
    }),
  ) as unknown as Customer
}

/** One touch for each field that does not stay, always the same ones, and without values: a plan holds nothing of whom it erases. */
export function erasureTouches(): Touch[] {
  return customerFields
    .filter((field) => erasureTable[field].fate !== 'kept')
    .map((field) => ({ path: [field], before: null, after: null }))
}
