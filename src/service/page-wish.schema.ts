import * as z from 'zod'
import { isStorable } from '../value/text.js'

/** Where a page begins, and how much is on it at most. */
export interface PageWish {
  readonly after?: string | null | undefined
  readonly limit?: number | undefined
}

/** The shape of a wish for a page, which comes back from a browser. No place in a list holds what no store can keep. */
export const pageWishSchema: z.ZodType<PageWish> = z.strictObject({
  after: z.string().refine(isStorable).nullable().optional(),
  limit: z.int().min(1).optional(),
})
