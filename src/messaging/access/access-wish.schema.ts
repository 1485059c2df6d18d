import * as z from 'zod'
import { textSchema } from '../../customer/customer-parts.schema.js'
import { unlessProblems, type Outcome } from '../../outcome/outcome.js'
import type { Problem } from '../../outcome/problem.js'
import { checkShape, type ShapeProblemCode } from '../../outcome/shape-problems.schema.js'
import type { AccountAction } from '../../plan/account-change.js'
import { withoutUndefined } from '../../value/without-undefined.js'
import { accountActions } from './account-actions.js'
import type { AccessWish } from './access-wish.js'

const actions = Object.keys(accountActions) as [AccountAction, ...AccountAction[]]

/** A link is of those actions only that answer one. */
const accessWishSchema: z.ZodType<AccessWish> = z
  .strictObject({ action: z.enum(actions), link: textSchema.optional() })
  .refine(({ action, link }) => link === undefined || accountActions[action].answers !== null, {
    path: ['link'],
  })

/** Reads a wish from anywhere. Codes: `shape.*`. What comes out is a copy, with nothing undefined in it. */
export function readAccessWish(wish: unknown): Outcome<AccessWish, Problem<ShapeProblemCode>> {
  const shape = checkShape(accessWishSchema, wish)
  return shape.ok ? unlessProblems([], () => withoutUndefined(shape.value)) : shape
}
