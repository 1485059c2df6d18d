import * as z from 'zod'
import { ceilings } from '../limits/limits.js'
import type { Outcome } from '../outcome/outcome.js'
import type { Problem } from '../outcome/problem.js'
import { checkShape, type ShapeProblemCode } from '../outcome/shape-problems.schema.js'
import { isPlainMap } from '../value/plain-map.js'
import type { EmailWish } from './email-wish.js'

/** Twice as many UTF-16 units as code points are allowed; the rule then counts. */
const text = (limit: number): z.ZodString => z.string().max(limit * 2)

const emailWishSchema: z.ZodType<EmailWish> = /* @__PURE__ */ build()

/** Checks names and types of an email that is wanted. Codes: `shape.*`. */
export function readEmailWish(wish: unknown): Outcome<EmailWish, Problem<ShapeProblemCode>> {
  return checkShape(emailWishSchema, wish)
}

function build(): z.ZodType<EmailWish> {
  return z.strictObject({
    subject: text(ceilings.emailSubject),
    text: text(ceilings.emailText),
    html: text(ceilings.emailText).nullish(),
    purpose: z.enum(['marketing', 'transactional']).optional(),
    from: text(ceilings.text).optional(),
    copyToSelf: z.boolean().optional(),
    discounts: z
      .array(z.strictObject({ code: text(255), title: text(255).nullish() }))
      .max(ceilings.emailDiscounts)
      .optional(),
    data: z.custom<EmailWish['data']>(isData).optional(),
  })
}

/** Not a `z.record`, which silently drops a `__proto__` key. */
function isData(value: unknown): boolean {
  return isPlainMap(value) && Object.values(value).every(isDatum)
}

function isDatum(value: unknown): boolean {
  return typeof value === 'string' || Number.isFinite(value)
}
