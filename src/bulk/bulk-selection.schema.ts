import * as z from 'zod'
import { ceilings } from '../limits/limits.js'
import type { Segment } from '../segment/index.js'
import { isPlainMap } from '../value/plain-map.js'
import { isStorable } from '../value/text.js'
import type { BulkSelection } from './bulk-selection.js'

/**
 * Any number of them, for a shop may select everybody; one problem at most, because each of a million may be wrong. No id holds what
 * no store can keep; a row for each would have to be kept with what was done.
 */
const ids: z.ZodType<string[]> = z.custom<string[]>(
  (value) => Array.isArray(value) && value.every((id) => typeof id === 'string' && isStorable(id)),
)
const except = ids.optional()

/**
 * The shape of a selection; what a segment holds is read as a query is. A search that were cut off would find more people than was
 * asked for.
 */
export const bulkSelectionSchema: z.ZodType<BulkSelection> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ids'), ids, except }),
  z.strictObject({ type: z.literal('page'), ids, except }),
  z.strictObject({ type: z.literal('all'), except }),
  z.strictObject({ type: z.literal('segment'), segment: z.custom<Segment>(isPlainMap), except }),
  z.strictObject({ type: z.literal('query'), query: z.string(), except }),
  z.strictObject({ type: z.literal('search'), search: z.string().max(ceilings.search), except }),
])
