import type { Address, BillingDetails } from '../../src/address/address.js'
import type { Consent } from '../../src/contact/consent.js'
import type { Customer } from '../../src/customer/customer.js'
import type { CustomerRecord } from '../../src/customer/record.js'
import { buildRecord } from '../../src/testing/build-record.js'

/** A text that stands nowhere else. */
const canary = (name: string): string => `canary ${name}`

const address = (name: string): Address => ({
  id: canary(`${name} id`),
  firstName: canary(`${name} firstName`),
  lastName: canary(`${name} lastName`),
  company: canary(`${name} company`),
  address1: canary(`${name} address1`),
  address2: canary(`${name} address2`),
  city: canary(`${name} city`),
  provinceCode: canary(`${name} provinceCode`),
  countryCode: 'XK',
  zip: canary(`${name} zip`),
  phone: '+4790000077',
})

const details: BillingDetails = { ...address('billing'), taxId: canary('taxId') }

const consent = (name: string): Consent => ({
  state: 'SUBSCRIBED',
  optInLevel: 'CONFIRMED_OPT_IN',
  updatedAt: '2026-07-07T07:07:07.777Z',
  source: canary(`${name} source`),
})

/** A customer with something of their own in every field that can hold it. */
export const canaryCustomer: Customer = {
  id: 'customer-7',
  firstName: canary('firstName'),
  lastName: canary('lastName'),
  email: 'Canary.Email@example.com',
  phone: '+4790000066',
  locale: 'nn-NO',
  note: canary('note'),
  tags: [canary('tag')],
  addresses: [address('home')],
  defaultAddressId: canary('home id'),
  billingDetails: [details],
  defaultBillingDetailsId: canary('billing id'),
  emailMarketingConsent: consent('email'),
  smsMarketingConsent: consent('sms'),
  account: { type: 'account', state: 'ENABLED', blocked: true },
  priceLevel: 3,
  source: canary('source'),
  taxExempt: true,
  taxExemptions: [canary('exemption')],
  metafields: {
    'facts.birth_date': canary('birthday'),
    'shop.cost_centre': 'K-17',
    'facts.nested': { deep: [canary('nested')] },
  },
  createdAt: '2025-05-05T05:05:05.555Z',
  updatedAt: '2026-08-08T08:08:08.888Z',
}

/** What of it is somebody's own: in any spelling, anywhere. */
export const CANARIES =
  /canary|XK|47900000(?:66|77)|nn-NO|2026-07-07|2026-08-08|\bSUBSCRIBED|CONFIRMED_OPT_IN|ENABLED|"blocked":true/i

/** A record of that customer, of whom an erasure was requested. */
export const canaryRecord: CustomerRecord = buildRecord({
  customer: canaryCustomer,
  statistics: {
    numberOfOrders: 4,
    amountSpent: { minor: 123_456, currency: 'NOK' },
    firstOrderAt: '2025-06-01T10:00:00.000Z',
    lastOrderAt: '2026-06-01T10:00:00.000Z',
    rfmGroup: 'LOYAL',
  },
  facts: {
    orderHistory: 'some',
    redaction: 'pending',
    redactionRequest: { at: '2026-11-01T00:00:00.000Z', by: 'customer:login-7' },
  },
  revision: 'r7',
})
