import * as z from 'zod'
import { consentStates, optInLevels, type Consent } from '../contact/consent.js'
import { ceilings } from '../limits/limits.js'
import { isInstant, type Instant } from '../value/instant.js'
import { isPlainMap } from '../value/plain-map.js'
import { accountStates, type Account } from './account.js'
import type { Metafields } from './customer.js'

/** Any text within the ceiling. */
export const textSchema: z.ZodString = z.string().max(ceilings.text)

export const instantSchema: z.ZodType<Instant> = textSchema.refine(isInstant)

/**
 * The length first: of a list over the ceiling no entry is judged, so that there are never a million problems. The newest
 * zod does so by itself; 4.0 needs the pipe, and `abort` to stop it there.
 */
const anyList = z.array(z.unknown()).max(ceilings.list, { abort: true })

/** A list within the ceiling. */
export function listSchema<Item>(item: z.ZodType<Item>): z.ZodType<Item[], unknown[]> {
  return anyList.pipe(z.array(item))
}

/** Consent: the state, and what is known of how it was given. */
export const consentSchema: z.ZodType<Consent> = z.strictObject({
  state: z.enum(consentStates),
  optInLevel: z.enum(optInLevels).nullable().default(null),
  updatedAt: instantSchema.nullable().default(null),
  source: textSchema.nullable().default(null),
})

/** Consent that somebody can give or refuse: the mark of erasure is not theirs to set. */
export const consentInputSchema: z.ZodType<Consent> = consentSchema.refine(
  ({ state }) => state !== 'REDACTED',
  {
    path: ['state'],
  },
)

/** A guest with a login does not fit (C-7). */
export const accountSchema: z.ZodType<Account> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('guest'), state: z.literal('DISABLED'), blocked: z.boolean() }),
  z.strictObject({ type: z.literal('account'), state: z.enum(accountStates), blocked: z.boolean() }),
])

/** Not a `z.record`, which silently drops a `__proto__` key; what stands in it is judged by `customerProblems`. */
export const metafieldsSchema: z.ZodType<Metafields> = z
  .custom<Metafields>(isPlainMap, { abort: true })
  .check(({ value, issues }) => {
    if (Object.keys(value).length > ceilings.list)
      issues.push({ code: 'too_big', origin: 'map', maximum: ceilings.list, input: value })
  })
