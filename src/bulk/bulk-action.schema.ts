import * as z from 'zod'
import { isPlainMap } from '../value/plain-map.js'
import type { BulkAction } from './bulk-action.js'

/** What an edit holds is read by the edit's own planner. */
const edit = z.custom<never>(isPlainMap)
const tags = z.array(z.string())

/** The shape of a bulk action. */
export const bulkActionSchema: z.ZodType<BulkAction> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('add-tags'), tags }),
  z.strictObject({ type: z.literal('remove-tags'), tags }),
  z.strictObject({ type: z.literal('set-fields'), fields: edit }),
  z.strictObject({ type: z.literal('edit-each'), edits: edit }),
  z.strictObject({ type: z.literal('delete') }),
])
