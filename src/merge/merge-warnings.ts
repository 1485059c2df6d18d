import { emailKey } from '../contact/email.js'
import type { Customer } from '../customer/customer.js'
import type { CustomerRecord } from '../customer/record.js'
import { problem, type Problem } from '../outcome/problem.js'
import { channels, consentOf, mergedConsent, type Channel } from './consent-rule.js'
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
    const contactOf = contacts[channel]
    return group.records.filter(
      ({ customer }) => customer.id === source && contactOf(customer, group) !== contactOf(result, group),
    )
  },
} as const satisfies Record<
  string,
  (group: MergeGroup, channel: Channel, result: Customer) => CustomerRecord[]
>

/** Where the merged profile may be written to although somebody did not agree to exactly that (M-6). */
export function consentWarnings(group: MergeGroup, result: Customer): Warning[] {
  const names = Object.keys(channels) as Channel[]
  return names
    .filter((channel) => isOpen(result, channel))
    .flatMap((channel) =>
      Object.entries(reasons).flatMap(([reason, whose]) => {
        const customers = whose(group, channel, result).map(({ customer }) => customer.id)
        const path = [channels[channel].consent]
        return customers.length === 0
          ? []
          : [problem('merge.consent-widened', path, { channel, reason, customers })]
      }),
    )
}

function isOpen(customer: Customer, channel: Channel): boolean {
  const { state } = customer[channels[channel].consent]
  return state === 'SUBSCRIBED' || state === 'PENDING'
}

/** What is written to in each channel. */
const contacts: Readonly<Record<Channel, (customer: Customer, group: MergeGroup) => string | null>> = {
  email: ({ email }, group) => (email === null ? null : emailKey(email, group.emailKey)),
  sms: ({ phone }) => phone,
}
