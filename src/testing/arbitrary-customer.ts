import type { Address } from '../address/address.js'
import { noConsent } from '../contact/consent.js'
import { accountStates, guestAccount, type Account } from '../customer/account.js'
import type { Customer } from '../customer/customer.js'
import { normalizeTags } from '../customer/tags.js'
import { addressArbitrary, billingDetailsArbitrary } from './arbitrary-address.js'
import { consentArbitrary, emailArbitrary, phoneArbitrary } from './arbitrary-contact.js'
import { spanArbitrary } from './arbitrary-instant.js'
import { metafieldsArbitrary } from './arbitrary-metafields.js'
import { plain, type Arbitrary, type FastCheck } from './fast-check.js'
import { firstNames, lastNames } from './sample-names.js'

/** Customers against whom no policy that is shipped has anything, not even a warning. */
export function customerArbitrary(fc: FastCheck): Arbitrary<Customer> {
  return fc
    .record(
      {
        id: fc.integer({ min: 1, max: 999_999_999 }).map((number) => `customer-${number}`),
        firstName: fc.option(fc.constantFrom(...firstNames)),
        lastName: fc.option(fc.constantFrom(...lastNames)),
        email: fc.option(emailArbitrary(fc)),
        phone: fc.option(phoneArbitrary(fc), { freq: 2 }),
        locale: fc.constantFrom(null, 'pl-PL', 'nb', 'fi-FI', 'nl', 'zh-Hant-TW'),
        note: noteArbitrary(fc),
        tags: tagsArbitrary(fc),
        addresses: fc.array(addressArbitrary(fc), { maxLength: 3 }).map(numbered),
        billingDetails: fc.array(billingDetailsArbitrary(fc), { maxLength: 2 }).map(numbered),
        emailMarketingConsent: consentArbitrary(fc),
        smsMarketingConsent: consentArbitrary(fc),
        account: accountArbitrary(fc),
        priceLevel: fc.integer({ min: 0, max: 10 }),
        source: fc.constantFrom(null, 'www', 'pos', 'import'),
        taxExempt: fc.boolean(),
        taxExemptions: fc.constantFrom([], ['EU_REVERSE_CHARGE_EXEMPTION_RULE']),
        metafields: metafieldsArbitrary(fc),
        pointer: fc.integer({ min: 0, max: 2 }),
        span: spanArbitrary(fc),
      },
      plain,
    )
    .map(({ pointer, span: [createdAt, updatedAt], ...fields }) =>
      consistent({
        ...fields,
        defaultAddressId: pointed(fields.addresses, pointer),
        defaultBillingDetailsId: pointed(fields.billingDetails, pointer),
        createdAt,
        updatedAt,
      }),
    )
}

/** Somebody in any case, and no word about a channel without the contact. */
function consistent(customer: Customer): Customer {
  const { firstName, lastName, email, phone, emailMarketingConsent, smsMarketingConsent } = customer
  return {
    ...customer,
    lastName: [firstName, lastName, email, phone].every((value) => value === null) ? 'Nowak' : lastName,
    emailMarketingConsent: email === null ? noConsent : emailMarketingConsent,
    smsMarketingConsent: phone === null ? noConsent : smsMarketingConsent,
  }
}

/** No two of one book under the same id. */
function numbered<A extends Address>(book: readonly A[]): A[] {
  return book.map((address, index) => ({ ...address, id: `${address.id}-${index + 1}` }))
}

function pointed(book: readonly Address[], pointer: number): string | null {
  return book[pointer % book.length]?.id ?? null
}

const words = [
  'vip',
  'VIP',
  'Émigré',
  'straße',
  'b2b',
  'newsletter 2026',
  'ΣΊΣΥΦΟΣ',
  'İstanbul',
  '🌹',
  "it's",
] as const

function tagsArbitrary(fc: FastCheck): Arbitrary<string[]> {
  const tag = fc.oneof(fc.constantFrom(...words), fc.string({ minLength: 1, maxLength: 20 }))
  return fc.array(tag, { maxLength: 10 }).map(normalizeTags)
}

const lines = [
  'Prefers the back door.',
  'Zadzwonić przed dostawą',
  'Allergic to “lilies”, roses only',
  '🎂 22.11.',
] as const

function noteArbitrary(fc: FastCheck): Arbitrary<string | null> {
  return fc.oneof(
    fc.constant(null),
    fc
      .array(fc.constantFrom(...lines), { minLength: 1, maxLength: 4 })
      .map((written) => written.join('\r\n')),
  )
}

function accountArbitrary(fc: FastCheck): Arbitrary<Account> {
  return fc.oneof(
    fc.constant(guestAccount),
    fc.record(
      {
        type: fc.constant('account' as const),
        state: fc.constantFrom(...accountStates),
        blocked: fc.boolean(),
      },
      plain,
    ),
  )
}
