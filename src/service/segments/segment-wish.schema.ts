import * as z from 'zod'
import type { SavedSegment } from '../../repository/saved-segments.js'
import type { SegmentId } from '../../value/id.js'
import type { SaveSegmentWish } from './segment-calls.js'

/** The shape of a segment that is to be saved, which may come from a form; its query is read as a text. */
export const saveSegmentSchema: z.ZodType<SaveSegmentWish> = z.strictObject({
  name: z.string(),
  query: z.string(),
  saved: z.object({ id: z.string(), revision: z.string() }).optional(),
})

/** Which saved segment. */
export const segmentNamedSchema: z.ZodType<{ readonly id: SegmentId }> = z.object({ id: z.string() })

/** Which saved segment, as it was read: whole, as it was listed, or its id and revision. */
export const savedSegmentSchema: z.ZodType<Pick<SavedSegment, 'id' | 'revision'>> = z.looseObject({
  id: z.string(),
  revision: z.string(),
})
