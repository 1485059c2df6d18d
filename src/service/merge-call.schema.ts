import * as z from 'zod'
import { listSchema, textSchema } from '../customer/customer-parts.schema.js'
import type { CustomerId } from '../value/id.js'

/** The shape of who is to be merged, which may come from a form; what is chosen is read by the planner. */
export const mergeCallSchema: z.ZodType<{ readonly ids: readonly CustomerId[] }> = z.strictObject({
  ids: listSchema(textSchema),
})
