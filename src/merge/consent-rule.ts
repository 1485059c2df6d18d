import type { Consent, ConsentState } from '../contact/consent.js'
import type { Channel } from '../contact/consent-transitions.js'
import { consentChannels } from '../customer/consent-channels.js'
import type { CustomerRecord } from '../customer/record.js'
import type { ConsentRule } from '../policy/policy.js'
import { filled } from './field-rules.js'
import { chosenRecord, type MergeGroup, type Records } from './merge-group.js'
import { wholeValue, type MergedValue } from './merged-field.js'

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
    const { source } = filled(consentChannels[channel].contact)(group)
    return group.records.find(({ customer }) => customer.id === source) ?? group.records[0]
  },
}

/** The consent of one channel by the policy's rule (M-6), unless a record is chosen. */
export function mergedConsent(channel: Channel): (group: MergeGroup) => MergedValue<Consent> {
  return (group) => {
    const { field } = consentChannels[channel]
    const { consent } = group.policy
    const chosen = chosenRecord(group, field)
    if (chosen !== undefined) return wholeValue(group.records, field, chosen, 'chosen')
    return wholeValue(group.records, field, picks[consent](group, channel), `consent-${consent}`)
  }
}

function bestRanked(records: Records, channel: Channel, ranking: Ranking): CustomerRecord {
  const rank = (record: CustomerRecord): number => ranking[consentOf(record, channel).state]
  return records.reduce((best, next) => (rank(next) < rank(best) ? next : best))
}

export function consentOf({ customer }: CustomerRecord, channel: Channel): Consent {
  return customer[consentChannels[channel].field]
}
