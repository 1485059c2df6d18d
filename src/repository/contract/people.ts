import type { Address } from '../../address/address.js'
import type { CustomerRecord } from '../../customer/record.js'
import { buildRecord } from '../../testing/build-record.js'

/** An address of Anna's. */
export const home: Address = {
  id: 'anna-home',
  firstName: 'Anna',
  lastName: 'Nowak',
  company: null,
  address1: 'ul. Długa 5',
  address2: null,
  city: 'Kraków',
  provinceCode: null,
  countryCode: 'PL',
  zip: '31-147',
  phone: null,
}

/** An account with everything: both contacts, an address, tags, a note. The email is typed with capitals. */
export const anna: CustomerRecord = buildRecord({
  customer: {
    id: 'anna',
    firstName: 'Anna',
    email: 'Anna.Nowak@Example.com',
    phone: '+48601234567',
    note: 'likes tea',
    tags: ['VIP', 'wholesale'],
    addresses: [home],
    account: { type: 'account', state: 'ENABLED', blocked: false },
    metafields: { 'facts.birth_date': '1990-04-01' },
  },
  statistics: {
    numberOfOrders: 2,
    amountSpent: { minor: 4000, currency: 'EUR' },
    firstOrderAt: '2026-02-01T10:00:00.000Z',
    lastOrderAt: '2026-05-01T10:00:00.000Z',
  },
  facts: { orderHistory: 'some' },
})

/** A guest with an email; two cards in the vault, and a fact of the host's own. */
export const ben: CustomerRecord = buildRecord({
  customer: { id: 'ben', firstName: 'Ben', email: 'ben@example.com' },
  statistics: { numberOfOrders: 1, amountSpent: { minor: 1500, currency: 'EUR' } },
  facts: { vaultedCards: 2, custom: { loyalty: 'gold' } },
})

/** A guest with a phone only, of whom the host cannot tell everything. */
export const cleo: CustomerRecord = buildRecord({
  customer: { id: 'cleo', firstName: 'Cleo', email: null, phone: '+4790000001' },
  facts: { multipass: 'unknown' },
})

/** Somebody to begin with. */
export const everybody: readonly CustomerRecord[] = [anna, ben, cleo]
