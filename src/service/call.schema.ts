import * as z from 'zod'
import { listSchema, textSchema } from '../customer/customer-parts.schema.js'
import type { MessageId } from '../timeline/stored-email.js'
import type { CustomerId } from '../value/id.js'

// What must be there of a call before a store is asked for anything, because a form's JSON is `any` to the compiler. What is wished
// in it is judged by its planner.

/** Which customers are meant. */
export const idsSchema: z.ZodType<readonly CustomerId[]> = listSchema(textSchema)

/** A wish that says for whom it is. */
export const wishOfOneSchema: z.ZodType<{ readonly id: CustomerId }> = z.looseObject({ id: textSchema })

/** A wish that says for which customers it is. */
export const wishOfManySchema: z.ZodType<{ readonly ids: readonly CustomerId[] }> = z.looseObject({
  ids: idsSchema,
})

const textsSchema = z.array(z.string())

/** What a search for another profile has made of what was typed. */
export const candidateQuerySchema: z.ZodType<object> = z.looseObject({
  words: z.array(z.looseObject({ text: z.string(), digits: z.string().nullable() })),
  identities: z.looseObject({ emails: textsSchema, phones: textsSchema }),
  cardholders: textsSchema,
  except: textsSchema,
})

/** Which email is meant. */
export const messageIdSchema: z.ZodType<{ readonly message: MessageId }> = z.object({ message: textSchema })

const maps = z.array(z.looseObject({}))

/** A plan that was kept as JSON: what a commit reads before the store does. */
export const planSchema: z.ZodType<object> = z.looseObject({
  subjects: textsSchema,
  warnings: maps,
  changeSet: z.looseObject({
    key: z.string(),
    request: z.string(),
    confirmed: z.boolean().optional(),
    expects: maps,
    guards: maps,
    changes: maps,
    outbox: maps,
    summary: z.looseObject({}),
  }),
})
