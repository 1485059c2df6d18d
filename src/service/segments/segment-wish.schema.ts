import * as z from 'zod'
import type { SaveSegmentWish } from './segment-calls.js'

/** The shape of a segment that is to be saved, which may come from a form; its query is read as a text. */
export const saveSegmentSchema: z.ZodType<SaveSegmentWish> = z.strictObject({
  name: z.string(),
  query: z.string(),
  saved: z.object({ id: z.string(), revision: z.string() }).optional(),
})
