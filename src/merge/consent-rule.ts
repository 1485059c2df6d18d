import type { Consent, ConsentState } from '../contact/consent.js'
import type { CustomerRecord } from '../customer/record.js'
import type { ConsentRule } from '../policy/policy.js'
import { filled, type FieldRule } from './field-rules.js'
import { chosenRecord, type MergeGroup, type Records } from './merge-group.js'
import { wholeValue } from './merged-field.js'

/** The ways to reach a customer: where the word about each stands, and the contact it was given for. */
export const channels = {
  email: { consent: 'emailMarketingConsent', contact: 'email' },
  sms: { consent: 'smsMarketingConsent', contact: 'phone' },
} as const

export type Channel = keyof typeof channels

/** Which word wins: the lower number. Of equal ones, the survivor's. */
type Ranking = { readonly [State in ConsentState]: number }

/** Anybody's yes, then an explicit no, then a question that is still open (M-6; the order after the yes is ours). */
const anybodysYes: Ranking = {
  SUBSCRIBED: 0,
  UNSUBSCRIBED: 1,
  PENDING: 2,
  NOT_SUBSCRIBED: 3,
  INVALID: 3,
  REDACTED: 3,
}

/** An explicit no, then whatever is no yes. */
const strictestWord: Ranking = {
  UNSUBSCRIBED: 0,
  NOT_SUBSCRIBED: 1,
  INVALID: 1,
  REDACTED: 1,
  PENDING: 2,
  SUBSCRIBED: 3,
}

type Pick = (group: MergeGroup, channel: Channel) => CustomerRecord

/** Whose consent wins, one row for each rule of a policy. */
const picks: { readonly [Rule in ConsentRule]: Pick } = {
  either: ({ records }, channel) => bestRanked(records, channel, anybodysYes),
  'most-restrictive': ({ records }, channel) => bestRanked(records, channel, strictestWord),
  'follows-contact': (group, channel) => {
    const { source } = filled(channels[channel].contact)(group)
    return group.records.find(({ customer }) => customer.id === source) ?? group.records[0]
  },
}

/** The consent of one channel by the policy's rule (M-6), unless a record is chosen. */
export function mergedConsent<C extends Channel>(channel: C): FieldRule<(typeof channels)[C]['consent']> {
  return (group) => {
    const field: (typeof channels)[C]['consent'] = channels[channel].consent
    const chosen = chosenRecord(group, field)
    if (chosen !== undefined) return wholeValue(group.records, field, chosen, 'chosen')
    return wholeValue(group.records, field, picks[group.consent](group, channel), `consent-${group.consent}`)
  }
}

function bestRanked(records: Records, channel: Channel, ranking: Ranking): CustomerRecord {
  const rank = (record: CustomerRecord): number => ranking[consentOf(record, channel).state]
  return records.reduce((best, next) => (rank(next) < rank(best) ? next : best))
}

export function consentOf({ customer }: CustomerRecord, channel: Channel): Consent {
  return customer[channels[channel].consent]
}
