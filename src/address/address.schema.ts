import * as z from 'zod'
import { ceilings } from '../limits/limits.js'
import type { Address, AddressInput, BillingDetails, BillingDetailsInput } from './address.js'

/** Any text within the ceiling, or `null`; left out reads as `null`. */
const text = z.string().max(ceilings.text).nullable().default(null)

const addressShape = {
  id: z.string().min(1).max(ceilings.text),
  firstName: text,
  lastName: text,
  company: text,
  address1: text,
  address2: text,
  city: text,
  provinceCode: text,
  countryCode: text,
  zip: text,
  phone: text,
}

/**
 * The shape of an address: names, types and ceilings; what is left out becomes `null`. The rules are `addressProblems`.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(addressSchema.parse({ id: 'a1', city: 'APO' }).zip).toBe(null)
 * ```
 */
export const addressSchema: z.ZodType<Address> = z.strictObject(addressShape)

/** The shape of a set of invoice data (E-5). */
export const billingDetailsSchema: z.ZodType<BillingDetails> = z.strictObject({
  ...addressShape,
  taxId: text,
})

/** Any text within the ceiling, or nothing. */
const typed = z.string().max(ceilings.text).nullish()

const addressInputShape = {
  firstName: typed,
  lastName: typed,
  company: typed,
  address1: typed,
  address2: typed,
  city: typed,
  provinceCode: typed,
  countryCode: typed,
  zip: typed,
  phone: typed,
}

/** The shape of an address as people type one. */
export const addressInputSchema: z.ZodType<AddressInput> = z.strictObject(addressInputShape)

/** The shape of invoice data as people type them. */
export const billingDetailsInputSchema: z.ZodType<BillingDetailsInput> = z.strictObject({
  ...addressInputShape,
  taxId: typed,
})
