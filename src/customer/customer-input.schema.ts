import * as z from 'zod'
import { addressInputSchema, billingDetailsInputSchema } from '../address/address.schema.js'
import type { CustomerInput } from './customer-input.js'
import {
  accountSchema,
  consentInputSchema,
  listSchema,
  metafieldsSchema,
  textSchema,
} from './customer-parts.schema.js'

const typedText = textSchema.nullish()

/**
 * The names and types of what was typed, because a form's JSON is `any` to the compiler: nothing that is not a field of a
 * customer gets lost in silence, and no rule meets a hostile megabyte.
 */
export const customerInputSchema: z.ZodType<CustomerInput> = z.strictObject({
  firstName: typedText,
  lastName: typedText,
  email: typedText,
  phone: typedText,
  locale: typedText,
  note: typedText,
  tags: listSchema(textSchema).optional(),
  addresses: listSchema(addressInputSchema).optional(),
  billingDetails: listSchema(billingDetailsInputSchema).optional(),
  emailMarketingConsent: consentInputSchema.optional(),
  smsMarketingConsent: consentInputSchema.optional(),
  account: accountSchema.optional(),
  priceLevel: z.number().optional(),
  source: typedText,
  taxExempt: z.boolean().optional(),
  taxExemptions: listSchema(textSchema).optional(),
  metafields: metafieldsSchema.optional(),
})
