import * as z from 'zod'
import { optInLevels } from '../../contact/consent.js'
import { consentLevels } from '../../contact/consent-transitions.js'
import { instantSchema, textSchema } from '../../customer/customer-parts.schema.js'
import { unlessProblems, type Outcome } from '../../outcome/outcome.js'
import type { Problem } from '../../outcome/problem.js'
import { checkShape, type ShapeProblemCode } from '../../outcome/shape-problems.schema.js'
import { withoutUndefined } from '../../value/without-undefined.js'
import type { ConsentChange } from './consent-change.js'

const words = Object.keys(consentLevels) as (keyof typeof consentLevels)[]

const consentChangeSchema: z.ZodType<ConsentChange> = z.strictObject({
  channel: z.enum(['email', 'sms']),
  state: z.enum(words),
  optInLevel: z.enum(optInLevels).nullish(),
  updatedAt: instantSchema.nullish(),
  source: textSchema.nullish(),
})

/** Reads what is said about marketing. Codes: `shape.*`. What comes out is a copy, with nothing undefined in it. */
export function readConsentChange(change: unknown): Outcome<ConsentChange, Problem<ShapeProblemCode>> {
  const shape = checkShape(consentChangeSchema, change)
  return shape.ok ? unlessProblems([], () => withoutUndefined(shape.value)) : shape
}
