import * as z from 'zod'
import type { Segment } from '../segment/index.js'
import { isPlainMap } from '../value/plain-map.js'
import { isStorable } from '../value/text.js'
import type { BulkSelection } from './bulk-selection.js'

/** No id holds what no store can keep; a row for each would have to be kept with what was done. */
const ids = z.array(z.string().refine(isStorable))
const except = ids.optional()

/** The shape of a selection; what a segment holds is read as a query is. */
export const bulkSelectionSchema: z.ZodType<BulkSelection> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ids'), ids, except }),
  z.strictObject({ type: z.literal('page'), ids, except }),
  z.strictObject({ type: z.literal('all'), except }),
  z.strictObject({ type: z.literal('segment'), segment: z.custom<Segment>(isPlainMap), except }),
  z.strictObject({ type: z.literal('query'), query: z.string(), except }),
  z.strictObject({ type: z.literal('search'), search: z.string(), except }),
])
