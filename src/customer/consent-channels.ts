import type { Channel } from '../contact/consent-transitions.js'
import { emailKey } from '../contact/email.js'
import type { Customer } from './customer.js'

/** Where the word about a channel stands, and the contact that it is for. */
export interface ConsentChannel {
  readonly field: 'emailMarketingConsent' | 'smsMarketingConsent'
  readonly contact: 'email' | 'phone'
  /** when two contacts are the same */
  readonly keyOf: (contact: string) => string
}

/** The ways to reach a customer: a row a channel. */
export const consentChannels: { readonly [C in Channel]: ConsentChannel } = {
  email: { field: 'emailMarketingConsent', contact: 'email', keyOf: emailKey },
  sms: { field: 'smsMarketingConsent', contact: 'phone', keyOf: (phone) => phone },
}

/** Whether two customers, or one at two times, are reached by the same contact. */
export function hasSameContact(channel: ConsentChannel, one: Customer, other: Customer): boolean {
  const [before, after] = [one[channel.contact], other[channel.contact]]
  return before === null || after === null ? before === after : channel.keyOf(before) === channel.keyOf(after)
}
