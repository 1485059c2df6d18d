import * as z from 'zod'
import { limits } from '../../limits/limits.js'
import { isBlank, isStorable } from '../../value/text.js'
import type { ActivityType } from './activity.js'
import { activityKinds } from './activity-kinds.js'

/** What makes an activity one at all: a kind that is known, and an id that can be a key. The rest is read leniently. */
export const activityFrameSchema: z.ZodType<{ readonly id: string; readonly type: ActivityType }> = z.object({
  id: z
    .string()
    .max(limits.id)
    .refine((id) => isStorable(id) && !isBlank(id)),
  type: z.enum(Object.keys(activityKinds) as [ActivityType, ...ActivityType[]]),
})
