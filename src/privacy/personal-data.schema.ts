import * as z from 'zod'
import type { EmailKey } from '../contact/email.js'
import { customerSchema } from '../customer/customer.schema.js'
import { predictedSpendTiers, productSubscriberStatuses, rfmGroups } from '../customer/statistics.js'
import type { TimelineEvent } from '../timeline/event.js'
import { isInstant, type Instant } from '../value/instant.js'
import { isPlainMap } from '../value/plain-map.js'
import type { PersonalData } from './personal-data.js'

/**
 * The shape of `exportPersonalData`, version 1 (G-3), part by part: `customer` as `customerSchema` has it; `statistics`, what
 * the orders amount to, money in minor units of its currency; `facts`, what else the shop has noted; `knownAs`, every id, email
 * and phone, former ones included; `timeline`, what has happened and when; `relations`, the rows of the host's tables by kind.
 * Instants are ISO-8601 in UTC; what is missing is `null`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { exportPersonalData } = await import('./personal-data.js')
 * const { buildRecord } = await import('../testing/build-record.js')
 * expect(personalDataSchema.safeParse(exportPersonalData(buildRecord())).success).toBe(true)
 * ```
 */
export const personalDataSchema: z.ZodType<PersonalData> = /* @__PURE__ */ build()

/** In a call of its own, which bundlers leave out where nobody reads an export. */
function build(): z.ZodType<PersonalData> {
  return z.strictObject({
    format: z.literal('clientele.personal-data'),
    version: z.literal(1),
    asOf: instant().nullable(),
    customer: customerSchema,
    statistics: statistics(),
    facts: facts(),
    knownAs: knownAs(),
    timeline: z.array(
      z.strictObject({
        id: z.string(),
        customer: z.string(),
        at: instant(),
        event: z.custom<TimelineEvent>(isEvent),
      }),
    ),
    relations: z.custom<PersonalData['relations']>(isRelations),
  })
}

function statistics(): z.ZodType<PersonalData['statistics']> {
  return z.strictObject({
    numberOfOrders: z.number(),
    amountSpent: z.strictObject({ minor: z.number(), currency: z.string() }).nullable(),
    firstOrderAt: instant().nullable(),
    lastOrderAt: instant().nullable(),
    abandonedCheckoutAt: instant().nullable(),
    productSubscriberStatus: z.enum(productSubscriberStatuses),
    predictedSpendTier: z.enum(predictedSpendTiers).nullable(),
    rfmGroup: z.enum(rfmGroups).nullable(),
  })
}

function facts(): z.ZodType<PersonalData['facts']> {
  return z.strictObject({
    orderHistory: z.enum(['none', 'some', 'unknown']),
    subscriptionContracts: z.enum(['never', 'past', 'active', 'unknown']),
    company: z.enum(['none', 'active', 'past-orders', 'unknown']),
    vaultedCards: count(),
    storeCreditAccounts: count(),
    scheduledGiftCards: count(),
    multipass: z.union([z.boolean(), z.literal('unknown')]),
    custom: z.custom<PersonalData['facts']['custom']>(isPlainMap),
    deleted: z.boolean(),
    mergeInProgress: z.boolean(),
    redaction: z.enum(['none', 'pending', 'done']),
    redactionRequest: z.strictObject({ at: instant(), by: z.string() }).nullable(),
    relationRedaction: z.enum(['none', 'pending', 'done']),
    dataRequest: z.enum(['none', 'pending']),
  })
}

function knownAs(): z.ZodType<PersonalData['knownAs']> {
  return z.strictObject({
    customers: z.array(z.string()),
    emails: z.array(z.string() as unknown as z.ZodType<EmailKey>),
    phones: z.array(z.string()),
  })
}

function instant(): z.ZodType<Instant> {
  return z.string().refine(isInstant)
}

function count(): z.ZodType<number | 'unknown'> {
  return z.union([z.number(), z.literal('unknown')])
}

function isEvent(value: unknown): boolean {
  return isPlainMap(value) && typeof value['kind'] === 'string'
}

/** The host's maps are taken as they are: `z.record` would drop a key `__proto__`. */
function isRelations(value: unknown): boolean {
  return isPlainMap(value) && Object.values(value).every((rows) => Array.isArray(rows))
}
