import * as z from 'zod'
import { listSchema, textSchema } from '../customer/customer-parts.schema.js'
import { isPlainMap } from '../value/plain-map.js'
import type { BulkAction } from './bulk-action.js'

/** What an edit or a word of consent holds is read by its own planner. */
const inner = z.custom<never>(isPlainMap)
const tags = listSchema(textSchema)

/** The shape of a bulk action. */
export const bulkActionSchema: z.ZodType<BulkAction> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('add-tags'), tags }),
  z.strictObject({ type: z.literal('remove-tags'), tags }),
  z.strictObject({ type: z.literal('set-fields'), fields: inner }),
  z.strictObject({ type: z.literal('edit-each'), edits: inner }),
  z.strictObject({ type: z.literal('change-consent'), change: inner }),
  z.strictObject({ type: z.literal('delete') }),
])
