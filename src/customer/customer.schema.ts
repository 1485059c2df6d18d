import * as z from 'zod'
import { addressSchema, billingDetailsSchema } from '../address/address.schema.js'
import { noConsent } from '../contact/consent.js'
import { guestAccount } from './account.js'
import {
  accountSchema,
  consentSchema,
  instantSchema,
  listSchema,
  metafieldsSchema,
  textSchema,
} from './customer-parts.schema.js'
import type { Customer } from './customer.js'

const optionalText = textSchema.nullable().default(null)

/**
 * The shape of a customer: names, types and ceilings; what is left out becomes `null`, empty, or the harmless value.
 * Unknown fields are refused. The rules are `customerProblems`; `parseCustomer` does both.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(customerSchema.safeParse({ id: 7 }).success).toBe(false)
 * ```
 */
export const customerSchema: z.ZodType<Customer> = z.strictObject({
  id: textSchema.min(1),
  firstName: optionalText,
  lastName: optionalText,
  email: optionalText,
  phone: optionalText,
  locale: optionalText,
  note: optionalText,
  tags: listSchema(textSchema).default([]),
  addresses: listSchema(addressSchema).default([]),
  defaultAddressId: optionalText,
  billingDetails: listSchema(billingDetailsSchema).default([]),
  defaultBillingDetailsId: optionalText,
  emailMarketingConsent: consentSchema.default(noConsent),
  smsMarketingConsent: consentSchema.default(noConsent),
  account: accountSchema.default(guestAccount),
  priceLevel: z.number().default(0),
  source: optionalText,
  taxExempt: z.boolean().default(false),
  taxExemptions: listSchema(textSchema).default([]),
  metafields: metafieldsSchema.default({}),
  createdAt: instantSchema,
  updatedAt: instantSchema,
})
