import { addressFieldNames, type Address, type BillingDetails } from '../address/address.js'
import type { Consent } from '../contact/consent.js'
import type { Account } from './account.js'
import type { Customer } from './customer.js'
import type { CustomerRecord } from './record.js'

/** What is shown of a customer as it stands there. */
const plainFields = [
  'id',
  'firstName',
  'lastName',
  'email',
  'phone',
  'locale',
  'defaultAddressId',
  'defaultBillingDetailsId',
  'priceLevel',
  'createdAt',
] as const satisfies readonly (keyof Customer)[]

const addressFields = ['id', ...addressFieldNames] as const
const billingFields = [...addressFields, 'taxId'] as const
const consentFields = ['state', 'updatedAt'] as const
const accountFields = ['type', 'state'] as const

/**
 * What a shop may show a customer of themselves, or send to their browser: a list of what is allowed. The note, tags, source,
 * taxes, metafields, statistics, facts, and whether they are blocked are the shop's own (E-2, C-8).
 */
export interface StorefrontView extends Pick<Customer, (typeof plainFields)[number]> {
  readonly addresses: readonly Pick<Address, (typeof addressFields)[number]>[]
  readonly billingDetails: readonly Pick<BillingDetails, (typeof billingFields)[number]>[]
  readonly emailMarketingConsent: Pick<Consent, (typeof consentFields)[number]>
  readonly smsMarketingConsent: Pick<Consent, (typeof consentFields)[number]>
  readonly account: Pick<Account, (typeof accountFields)[number]>
}

/**
 * Shows a customer what is theirs to see, and nothing that is not named here, whatever else a record holds (E-2, E-4, E-6).
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('../testing/build-record.js')
 * const view = storefrontView(buildRecord({ customer: { firstName: 'Anna', note: 'pays late' } }))
 * expect(view.firstName).toBe('Anna')
 * expect(JSON.stringify(view)).not.toContain('pays late')
 * ```
 */
export function storefrontView({ customer }: Pick<CustomerRecord, 'customer'>): StorefrontView {
  return {
    ...picked(customer, plainFields),
    addresses: customer.addresses.map((address) => picked(address, addressFields)),
    billingDetails: customer.billingDetails.map((details) => picked(details, billingFields)),
    emailMarketingConsent: picked(customer.emailMarketingConsent, consentFields),
    smsMarketingConsent: picked(customer.smsMarketingConsent, consentFields),
    account: picked(customer.account, accountFields),
  }
}

function picked<T extends object, Key extends keyof T>(from: T, keys: readonly Key[]): Pick<T, Key> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, Key>
}
