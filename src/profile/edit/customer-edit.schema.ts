import * as z from 'zod'
import { addressInputSchema, billingDetailsInputSchema } from '../../address/address.schema.js'
import { metafieldsSchema, textSchema } from '../../customer/customer-parts.schema.js'
import { ceilings } from '../../limits/limits.js'
import { success, type Outcome } from '../../outcome/outcome.js'
import { problem, type Problem } from '../../outcome/problem.js'
import { checkShape, type ShapeProblemCode } from '../../outcome/shape-problems.schema.js'
import { withoutUndefined } from '../../value/without-undefined.js'
import type { BookEdit, CustomerEdit } from './customer-edit.js'
import { readPlainEdit } from './plain-edit.js'

type Found = Problem<ShapeProblemCode | 'edit.consent-apart'>

const text = textSchema.nullish()

/** The length first: of a list over the ceiling no entry is looked at, so that there are never a million problems. */
function shortList<T>(item: z.ZodType<T>, most: number): z.ZodType<readonly T[]> {
  return z.array(z.unknown()).max(most).pipe(z.array(item))
}

function bookSchema<Input>(input: z.ZodType<Input>): z.ZodType<readonly BookEdit<Input>[]> {
  const id = textSchema.min(1)
  const edit: z.ZodType = z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('add'), address: input, asDefault: z.boolean().optional() }),
    z.strictObject({ type: z.literal('edit'), id, changes: input }),
    z.strictObject({ type: z.literal('remove'), id }),
    z.strictObject({ type: z.literal('default'), id }),
  ])
  return shortList(edit as z.ZodType<BookEdit<Input>>, ceilings.edits)
}

const tags = shortList(textSchema, ceilings.edits)

/** Fields of a customer that say what they are, but are not for an edit. */
const apart = { emailMarketingConsent: z.never().optional(), smsMarketingConsent: z.never().optional() }

const customerEditSchema = z.strictObject({
  firstName: text,
  lastName: text,
  email: text,
  phone: text,
  locale: text,
  note: z.union([textSchema, z.strictObject({ append: textSchema })]).nullish(),
  tags: z.strictObject({ add: tags.optional(), remove: tags.optional() }).optional(),
  addresses: bookSchema(addressInputSchema).optional(),
  billingDetails: bookSchema(billingDetailsInputSchema).optional(),
  account: z.enum(['block', 'unblock']).optional(),
  priceLevel: z.number().optional(),
  source: text,
  taxExempt: z.boolean().optional(),
  taxExemptions: shortList(textSchema, ceilings.list).optional(),
  metafields: metafieldsSchema.optional(),
  ...apart,
})

/**
 * Reads an edit, because a form's JSON is `any` to the compiler. What comes out is a copy, with nothing undefined in it.
 *
 * Codes: `shape.*`, and `edit.consent-apart` where a consent is named.
 */
export function readCustomerEdit(edit: unknown): Outcome<CustomerEdit, Found> {
  const plain = readPlainEdit(edit)
  return plain === undefined ? readByShape(edit) : success(plain)
}

/** The same, of any edit; reading a plain one without the schema takes a fraction of the time. */
export function readByShape(edit: unknown): Outcome<CustomerEdit, Found> {
  const shape = checkShape<CustomerEdit>(customerEditSchema, edit)
  if (shape.ok) return success(toCustomerEdit(shape.value))
  const [first, ...rest] = shape.problems
  return { ok: false, problems: [namedForEdit(first), ...rest.map(namedForEdit)] }
}

/** Metafields are not looked into: whether they are JSON at all is for the rules to say. */
function toCustomerEdit({ metafields, ...rest }: CustomerEdit): CustomerEdit {
  const said = withoutUndefined(rest)
  return metafields === undefined ? said : { ...said, metafields }
}

function namedForEdit(found: Problem<ShapeProblemCode>): Found {
  return Object.hasOwn(apart, String(found.path[0])) ? problem('edit.consent-apart', found.path) : found
}
