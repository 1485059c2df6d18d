import * as z from 'zod'
import { listSchema, textSchema } from '../customer/customer-parts.schema.js'
import { success, type Outcome } from '../outcome/outcome.js'
import { problem, type Problem } from '../outcome/problem.js'
import { checkShape, type ShapeProblemCode } from '../outcome/shape-problems.schema.js'
import { keepable } from './keepable.js'
import { toMergeWish, type MergeChoices, type MergeKeep, type MergeWish } from './merge-wish.js'

type Found = Problem<ShapeProblemCode | 'merge.unknown-field'>

const keepSchema: z.ZodType<MergeKeep> = z.strictObject(
  Object.fromEntries(Object.keys(keepable).map((field) => [field, textSchema.optional()])),
)

const mergeWishSchema: z.ZodType<MergeChoices> = z.strictObject({
  survivor: textSchema.optional(),
  keep: keepSchema.optional(),
  firstName: textSchema.nullish(),
  lastName: textSchema.nullish(),
  email: textSchema.nullish(),
  phone: textSchema.nullish(),
  note: textSchema.nullish(),
  tags: listSchema(textSchema).optional(),
})

/**
 * Reads what is chosen for a merge, because a form's JSON is `any` to the compiler. What comes out is a copy.
 *
 * Codes: `shape.*`, and `merge.unknown-field` (`params.count`) for names of `keep` that cannot be chosen.
 */
export function readMergeWish(choices: unknown): Outcome<MergeWish, Found> {
  const shape = checkShape(mergeWishSchema, choices)
  if (shape.ok) return success(toMergeWish(shape.value))
  const [first, ...rest] = shape.problems
  return { ok: false, problems: [namedForMerge(first), ...rest.map(namedForMerge)] }
}

/** Many a field of a customer cannot be chosen in a merge; that it is no field at all would be untrue. */
function namedForMerge(found: Problem<ShapeProblemCode>): Found {
  return found.code === 'shape.unknown-field' && found.path[0] === 'keep'
    ? problem('merge.unknown-field', found.path, found.params)
    : found
}
