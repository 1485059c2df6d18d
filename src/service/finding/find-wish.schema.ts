import * as z from 'zod'
import { sortKeys } from '../../customer/record-sort.js'
import { ceilings } from '../../limits/limits.js'
import type { Segment } from '../../segment/segment.js'
import { isPlainMap } from '../../value/plain-map.js'
import type { FindWish } from './find-wish.js'

/** The shape of a wish to find customers, which may come from a form; what a segment holds is read as a query is. */
export const findWishSchema: z.ZodType<FindWish> = z.strictObject({
  where: z.union([z.string(), z.custom<Segment>(isPlainMap)]).optional(),
  search: z.string().max(ceilings.search).nullable().optional(),
  sort: z.strictObject({ by: z.enum(sortKeys), direction: z.enum(['ascending', 'descending']) }).optional(),
  after: z.string().nullable().optional(),
  limit: z.int().min(1).optional(),
})
