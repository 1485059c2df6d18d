import type { Channel } from '../contact/consent-transitions.js'
import { emailKey, type EmailKeyOptions } from '../contact/email.js'

/** Where the word about a channel stands, and the contact that it is for. */
export interface ConsentChannel {
  readonly field: 'emailMarketingConsent' | 'smsMarketingConsent'
  readonly contact: 'email' | 'phone'
  /** when two contacts are the same, emails by what the shop takes for one mailbox */
  readonly keyOf: (contact: string, mailbox: EmailKeyOptions | undefined) => string
}

/** The ways to reach a customer: a row a channel. */
export const consentChannels: { readonly [C in Channel]: ConsentChannel } = {
  email: { field: 'emailMarketingConsent', contact: 'email', keyOf: emailKey },
  sms: { field: 'smsMarketingConsent', contact: 'phone', keyOf: (phone) => phone },
}

/** Every channel, in the order of the rows. */
export const channels: readonly Channel[] = /* @__PURE__ */ Object.keys(consentChannels) as Channel[]

/** Whether two contacts of a channel are the same under a policy, or neither is there. */
export function isSameContact(
  { keyOf }: ConsentChannel,
  one: string | null,
  other: string | null,
  {
    identity: { emailKey: mailbox },
  }: { readonly identity: { readonly emailKey?: EmailKeyOptions | undefined } },
): boolean {
  return one === null || other === null ? one === other : keyOf(one, mailbox) === keyOf(other, mailbox)
}
