import * as z from 'zod'
import { addressSchema, billingDetailsSchema } from '../address/address.schema.js'
import { consentStates, noConsent, optInLevels } from '../contact/consent.js'
import { ceilings } from '../limits/limits.js'
import { unlessProblems, type Outcome } from '../outcome/outcome.js'
import { shapeProblems, type ShapeProblemCode } from '../outcome/shape-problems.schema.js'
import type { Problem } from '../outcome/problem.js'
import { isInstant } from '../value/instant.js'
import { accountStates, guestAccount } from './account.js'
import type { Customer, Metafields } from './customer.js'

const text = z.string().max(ceilings.text)
const optionalText = text.nullable().default(null)
const instant = text.refine(isInstant)
const list = <Item extends z.ZodType>(item: Item): z.ZodDefault<z.ZodArray<Item>> =>
  z.array(item).max(ceilings.list).default([])

const consent = z
  .strictObject({
    state: z.enum(consentStates),
    optInLevel: z.enum(optInLevels).nullable().default(null),
    updatedAt: instant.nullable().default(null),
    source: optionalText,
  })
  .default(noConsent)

const account = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('guest'), state: z.literal('DISABLED'), blocked: z.boolean() }),
    z.strictObject({ type: z.literal('account'), state: z.enum(accountStates), blocked: z.boolean() }),
  ])
  .default(guestAccount)

/** Not a `z.record`, which silently drops a `__proto__` key; what stands in it is judged by `customerProblems`. */
const metafields = z
  .custom<Metafields>((value) => value !== null && typeof value === 'object' && !Array.isArray(value))
  .default({})

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
  id: text.min(1),
  firstName: optionalText,
  lastName: optionalText,
  email: optionalText,
  phone: optionalText,
  locale: optionalText,
  note: optionalText,
  tags: list(text),
  addresses: list(addressSchema),
  defaultAddressId: optionalText,
  billingDetails: list(billingDetailsSchema),
  defaultBillingDetailsId: optionalText,
  emailMarketingConsent: consent,
  smsMarketingConsent: consent,
  account,
  priceLevel: z.number().default(0),
  source: optionalText,
  taxExempt: z.boolean().default(false),
  taxExemptions: list(text),
  metafields,
  createdAt: instant,
  updatedAt: instant,
})

/** Checks the shape alone, as an outcome. */
export function checkCustomerShape(input: unknown): Outcome<Customer, Problem<ShapeProblemCode>> {
  const result = customerSchema.safeParse(input)
  return unlessProblems(result.success ? [] : shapeProblems(result.error), () => result.data as Customer)
}
