import type { AddressInput, BillingDetailsInput } from '../address/address.js'
import type { Consent } from '../contact/consent.js'
import type { Account } from './account.js'
import type { Metafields } from './customer.js'

type Text = string | null | undefined

/** Consent as it is stated when a customer is made: the state, and what is known of how it was given. */
export type ConsentInput = Pick<Consent, 'state'> & {
  readonly [Field in keyof Consent]?: Consent[Field] | undefined
}

/** A customer as people type one: everything is optional, and the phone may be national. The first address is the default. */
export interface CustomerInput {
  readonly firstName?: Text
  readonly lastName?: Text
  readonly email?: Text
  readonly phone?: Text
  readonly locale?: Text
  readonly note?: Text
  readonly tags?: readonly string[] | undefined
  readonly addresses?: readonly AddressInput[] | undefined
  readonly billingDetails?: readonly BillingDetailsInput[] | undefined
  readonly emailMarketingConsent?: ConsentInput | undefined
  readonly smsMarketingConsent?: ConsentInput | undefined
  readonly account?: Account | undefined
  readonly priceLevel?: number | undefined
  readonly source?: Text
  readonly taxExempt?: boolean | undefined
  readonly taxExemptions?: readonly string[] | undefined
  readonly metafields?: Metafields | undefined
}
