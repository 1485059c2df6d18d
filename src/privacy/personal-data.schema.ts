import * as z from 'zod'
import { customerSchema } from '../customer/customer.schema.js'
import { predictedSpendTiers, productSubscriberStatuses, rfmGroups } from '../customer/statistics.js'
import type { TimelineEvent } from '../timeline/event.js'
import { isInstant } from '../value/instant.js'
import { isPlainMap } from '../value/plain-map.js'
import type { PersonalData } from './personal-data.js'

const instant = z.string().refine(isInstant)
const texts = z.array(z.string())
const known = <Fact extends z.ZodType>(fact: Fact): z.ZodUnion<readonly [Fact, z.ZodLiteral<'unknown'>]> =>
  z.union([fact, z.literal('unknown')])

/** Maps of the host's are taken as they are: `z.record` would drop a key `__proto__`. */
const custom = z.custom<PersonalData['facts']['custom']>(isPlainMap)
const event = z.custom<TimelineEvent>((value) => isPlainMap(value) && typeof value['kind'] === 'string')
const relations = z.custom<PersonalData['relations']>(
  (value) => isPlainMap(value) && Object.values(value).every((rows) => Array.isArray(rows)),
)

const statistics = z.strictObject({
  numberOfOrders: z.number(),
  amountSpent: z.strictObject({ minor: z.number(), currency: z.string() }).nullable(),
  firstOrderAt: instant.nullable(),
  lastOrderAt: instant.nullable(),
  abandonedCheckoutAt: instant.nullable(),
  productSubscriberStatus: z.enum(productSubscriberStatuses),
  predictedSpendTier: z.enum(predictedSpendTiers).nullable(),
  rfmGroup: z.enum(rfmGroups).nullable(),
})

const facts = z.strictObject({
  orderHistory: known(z.enum(['none', 'some'])),
  subscriptionContracts: known(z.enum(['never', 'past', 'active'])),
  company: known(z.enum(['none', 'active', 'past-orders'])),
  vaultedCards: known(z.number()),
  storeCreditAccounts: known(z.number()),
  scheduledGiftCards: known(z.number()),
  multipass: known(z.boolean()),
  custom,
  deleted: z.boolean(),
  mergeInProgress: z.boolean(),
  redaction: z.enum(['none', 'pending', 'done']),
  redactionRequest: z.strictObject({ at: instant, by: z.string() }).nullable(),
  relationRedaction: z.enum(['none', 'pending', 'done']),
  dataRequest: z.enum(['none', 'pending']),
})

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
export const personalDataSchema: z.ZodType<PersonalData> = z.strictObject({
  format: z.literal('clientele.personal-data'),
  version: z.literal(1),
  asOf: instant.nullable(),
  customer: customerSchema,
  statistics,
  facts,
  knownAs: z.strictObject({
    customers: texts,
    emails: texts as unknown as z.ZodType<PersonalData['knownAs']['emails']>,
    phones: texts,
  }),
  timeline: z.array(z.strictObject({ id: z.string(), customer: z.string(), at: instant, event })),
  relations,
})
