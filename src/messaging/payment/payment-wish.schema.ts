import * as z from 'zod'
import { textSchema } from '../../customer/customer-parts.schema.js'
import type { PaymentRequest } from '../../timeline/event.js'
import type { PaymentLinkWish, PaymentReplacementWish, PaymentRevocationWish } from './payment-wish.js'

const chosen = textSchema.nullish().transform((id) => id ?? null)

/** A wish that was read: what it leaves to the host is `null`. */
export interface ReadPaymentWishes {
  readonly link: Required<{
    readonly [Part in keyof PaymentLinkWish]: Exclude<PaymentLinkWish[Part], undefined>
  }>
  readonly replacement: PaymentReplacementWish
  readonly revocation: PaymentRevocationWish
}

/** The shape of each wish. */
export const paymentWishSchemas: {
  readonly [Request in PaymentRequest]: z.ZodType<ReadPaymentWishes[Request]>
} = {
  link: z.strictObject({ method: textSchema, from: chosen, to: chosen }),
  replacement: z.strictObject({ method: textSchema, replacement: textSchema }),
  revocation: z.strictObject({ method: textSchema }),
}
