import * as z from 'zod'
import { listSchema, textSchema } from '../../customer/customer-parts.schema.js'
import type { Outcome } from '../../outcome/outcome.js'
import type { Problem } from '../../outcome/problem.js'
import { checkShape, type ShapeProblemCode } from '../../outcome/shape-problems.schema.js'
import { paymentMethodKinds, type PaymentListing, type PaymentMethod } from './payment-method.js'

/** Far more subscriptions than anybody has, and far less than the number of a card. */
const MOST = 1_000_000

const whole = z.number().int()

const paymentMethodSchema: z.ZodType<PaymentMethod> = z.strictObject({
  id: textSchema,
  kind: z.enum(paymentMethodKinds),
  brand: textSchema.nullable(),
  lastFour: textSchema.regex(/^[0-9]{4}$/).nullable(),
  expiry: z.strictObject({ year: whole.min(2000).max(2999), month: whole.min(1).max(12) }).nullable(),
  revocable: z.boolean(),
  replaceable: z.boolean(),
  activeSubscriptions: z.union([whole.min(0).max(MOST), z.literal('unknown')]),
})

const paymentListingSchema: z.ZodType<PaymentListing> = z.strictObject({
  methods: listSchema(paymentMethodSchema),
  recipients: listSchema(z.strictObject({ id: textSchema, email: textSchema })),
})

/** Reads what a host lists, which may have come from anywhere. Codes: `shape.*`. A field for more than a reference is refused. */
export function readPaymentListing(listing: unknown): Outcome<PaymentListing, Problem<ShapeProblemCode>> {
  return checkShape(paymentListingSchema, listing)
}
