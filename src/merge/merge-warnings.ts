import type { Channel } from '../contact/consent-transitions.js'
import { channels, consentChannels, isSameContact } from '../customer/consent-channels.js'
import type { Customer } from '../customer/customer.js'
import type { CustomerRecord } from '../customer/record.js'
import { problem, type Problem } from '../outcome/problem.js'
import { consentOf, mergedConsent } from './consent-rule.js'
import type { MergeGroup } from './merge-group.js'
import type { MergeProblemCode } from './merge-problem.js'

type Warning = Problem<MergeProblemCode>

/** Why a consent reaches further than it was given, one row a reason. */
const reasons = {
  /** someone had said no */
  unsubscribed: ({ records }, channel) =>
    records.filter((record) => consentOf(record, channel).state === 'UNSUBSCRIBED'),
  /** it was given for another email or phone */
  moved: (group, channel, result) => {
    const { source } = mergedConsent(channel)(group)
    const row = consentChannels[channel]
    return group.records.filter(
      ({ customer }) =>
        customer.id === source &&
        !isSameContact(row, customer[row.contact], result[row.contact], group.policy),
    )
  },
} as const satisfies Record<
  string,
  (group: MergeGroup, channel: Channel, result: Customer) => CustomerRecord[]
>

/** Where the merged profile may be written to although somebody did not agree to exactly that (M-6). */
export function consentWarnings(group: MergeGroup, result: Customer): Warning[] {
  return channels
    .filter((channel) => isOpen(result, channel))
    .flatMap((channel) =>
      Object.entries(reasons).flatMap(([reason, whose]) => {
        const customers = whose(group, channel, result).map(({ customer }) => customer.id)
        const path = [consentChannels[channel].field]
        return customers.length === 0
          ? []
          : [problem('merge.consent-widened', path, { channel, reason, customers })]
      }),
    )
}

function isOpen(customer: Customer, channel: Channel): boolean {
  const { state } = customer[consentChannels[channel].field]
  return state === 'SUBSCRIBED' || state === 'PENDING'
}
