import * as z from 'zod'
import { ceilings } from '../limits/limits.js'
import type { Outcome } from '../outcome/outcome.js'
import type { Problem } from '../outcome/problem.js'
import { checkShape, type ShapeProblemCode } from '../outcome/shape-problems.schema.js'
import { isPlainMap } from '../value/plain-map.js'
import type { EmailCopyWish, EmailData, EmailWish } from './email-wish.js'

/** Twice as many UTF-16 units as code points are allowed; the rule then counts. */
const text = (limit: number): z.ZodString => z.string().max(limit * 2)

type DataParts = { readonly [Part in keyof EmailData]-?: z.ZodType<EmailData[Part]> }

const dataParts: DataParts = /* @__PURE__ */ buildData()

const emailDataSchema: z.ZodType<EmailData> = /* @__PURE__ */ z.strictObject(dataParts)

const emailWishSchema: z.ZodType<EmailWish> = /* @__PURE__ */ build()

const emailCopyWishSchema: z.ZodType<EmailCopyWish> = /* @__PURE__ */ z.strictObject({
  to: /* @__PURE__ */ z.enum(['customer', 'self']),
})

/** Checks names and types of an email that is wanted. Codes: `shape.*`. */
export function readEmailWish(wish: unknown): Outcome<EmailWish, Problem<ShapeProblemCode>> {
  return checkShape(emailWishSchema, wish)
}

/** The same of what is different for each customer. */
export function readEmailData(data: unknown): Outcome<EmailData, Problem<ShapeProblemCode>> {
  return checkShape(emailDataSchema, data)
}

/** The same of a copy that is wanted: who mistypes `self` sends the customer nothing. */
export function readEmailCopyWish(wish: unknown): Outcome<EmailCopyWish, Problem<ShapeProblemCode>> {
  return checkShape(emailCopyWishSchema, wish)
}

function build(): z.ZodType<EmailWish> {
  return z.strictObject({
    subject: text(ceilings.emailSubject),
    text: text(ceilings.emailText),
    html: text(ceilings.emailText).nullish(),
    purpose: z.enum(['marketing', 'transactional']).optional(),
    from: text(ceilings.text).optional(),
    copyToSelf: z.boolean().optional(),
    ...dataParts,
  })
}

function buildData(): DataParts {
  return {
    discounts: z
      .array(z.strictObject({ code: text(255), title: text(255).nullish() }))
      .max(ceilings.emailDiscounts)
      .optional(),
    data: z.custom<EmailData['data']>(isData).optional(),
  }
}

/** Not a `z.record`, which silently drops a `__proto__` key. */
function isData(value: unknown): boolean {
  return isPlainMap(value) && Object.values(value).every(isDatum)
}

function isDatum(value: unknown): boolean {
  return typeof value === 'string' || Number.isFinite(value)
}
