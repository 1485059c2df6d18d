import { militaryMailProblems, placeProblems } from '../address/address-problems.js'
import type { Address } from '../address/address.js'
import { billingDetailsProblems } from '../address/billing-details-problems.js'
import { emailProblems } from '../contact/email.js'
import { isE164 } from '../contact/phone.js'
import type { LimitName } from '../limits/limits.js'
import { problem, under } from '../outcome/problem.js'
import { isStorableJson } from '../value/storable-json.js'
import { isBlank } from '../value/text.js'
import { textProblems } from '../value/text-problems.js'
import type { CustomerProblem } from './customer-problem.js'
import type { Customer, CustomerField } from './customer.js'
import { nameDoubts } from './name-look-alikes.js'
import type { CustomerRules } from './rules.js'
import { isNormalTag, tagKey } from './tags.js'

/** What a rule says of a customer, and which fields it reads: where none of them changes, what it says does not. */
export interface CustomerRule {
  readonly reads: readonly CustomerField[]
  readonly finds: (customer: Customer, rules: CustomerRules) => readonly CustomerProblem[]
}

/** One row a rule; each gives all it finds. */
const rules = {
  somebody: {
    reads: ['firstName', 'lastName', 'email', 'phone', 'emailMarketingConsent', 'smsMarketingConsent'],
    finds: (customer) => {
      const { firstName, lastName, email, phone } = customer
      const isNobody = [firstName, lastName, email, phone].every(isBlank) && !isErased(customer)
      return isNobody ? [problem('customer.nobody')] : []
    },
  },
  id: text('id', 'id'),
  firstName: text('firstName', 'name'),
  lastName: text('lastName', 'name'),
  note: text('note', 'note'),
  source: text('source', 'source'),
  looksOfFirstName: looks('firstName'),
  looksOfLastName: looks('lastName'),
  email: {
    reads: ['email'],
    finds: ({ email }, { limits }) => (email === null ? [] : emailProblems(email, limits.email)),
  },
  phone: {
    reads: ['phone'],
    finds: ({ phone }) => (phone === null || isE164(phone) ? [] : [problem('phone.invalid', ['phone'])]),
  },
  locale: {
    reads: ['locale'],
    finds: ({ locale }) =>
      locale === null || isLocale(locale) ? [] : [problem('customer.locale-unknown', ['locale'])],
  },
  tagCount: { reads: ['tags'], finds: ({ tags }, { limits }) => tagCountProblems(tags, limits.tags) },
  tagTexts: {
    reads: ['tags'],
    finds: ({ tags }, { limits }) =>
      tags.flatMap((tag, index) => textProblems(tag, limits.tag, ['tags', index])),
  },
  tagsNormal: {
    reads: ['tags'],
    finds: ({ tags }) =>
      tags.flatMap((tag, index) =>
        isNormalTag(tag) ? [] : [problem('customer.tag-invalid', ['tags', index])],
      ),
  },
  tagsDistinct: {
    reads: ['tags'],
    finds: ({ tags }) =>
      repeats(tags.map(tagKey)).map((index) => problem('customer.tag-repeated', ['tags', index])),
  },
  priceLevel: {
    reads: ['priceLevel'],
    finds: ({ priceLevel }) =>
      Number.isInteger(priceLevel) && priceLevel >= 0 && priceLevel <= 10
        ? []
        : [problem('customer.price-level', ['priceLevel'], { least: 0, most: 10 })],
  },
  account: {
    reads: ['account'],
    finds: ({ account }) =>
      account.type === 'account' || (account.state as string) === 'DISABLED'
        ? []
        : [problem('customer.guest-with-login', ['account', 'state'])],
  },
  emailConsentSource: consentSource('emailMarketingConsent'),
  smsConsentSource: consentSource('smsMarketingConsent'),
  taxExemptions: {
    reads: ['taxExemptions'],
    finds: ({ taxExemptions }, { limits }) =>
      taxExemptions.flatMap((code, index) =>
        textProblems(code, limits.taxExemption, ['taxExemptions', index]),
      ),
  },
  addresses: {
    reads: ['addresses'],
    finds: ({ addresses }, own) =>
      ofEntries(addresses, 'addresses', (address) => [
        ...textProblems(address.id, own.limits.id, ['id']),
        ...nameDoubts(address.firstName, own.limits.name, ['firstName']),
        ...nameDoubts(address.lastName, own.limits.name, ['lastName']),
        ...placeProblems(address, { policy: own, countries: own.countries }),
      ]),
  },
  militaryMail: {
    // an address without a name is for the customer
    reads: ['addresses', 'firstName', 'lastName'],
    finds: (customer, own) =>
      ofEntries(customer.addresses, 'addresses', (address) =>
        militaryMailProblems(address, { policy: own, name: customer }),
      ),
  },
  addressIds: {
    reads: ['addresses'],
    finds: ({ addresses }) => repeatedIds(addresses, 'addresses'),
  },
  defaultAddress: {
    reads: ['addresses', 'defaultAddressId'],
    finds: (customer) => pointerProblems(customer.addresses, customer.defaultAddressId, 'defaultAddressId'),
  },
  billingDetails: {
    reads: ['billingDetails'],
    finds: ({ billingDetails }, own) =>
      ofEntries(billingDetails, 'billingDetails', (details) => [
        ...textProblems(details.id, own.limits.id, ['id']),
        ...billingDetailsProblems(details, { ...own, policy: own }),
      ]),
  },
  billingDetailsIds: {
    reads: ['billingDetails'],
    finds: ({ billingDetails }) => repeatedIds(billingDetails, 'billingDetails'),
  },
  defaultBillingDetails: {
    reads: ['billingDetails', 'defaultBillingDetailsId'],
    finds: (customer) =>
      pointerProblems(customer.billingDetails, customer.defaultBillingDetailsId, 'defaultBillingDetailsId'),
  },
  metafields: {
    reads: ['metafields'],
    finds: ({ metafields }) =>
      Object.keys(metafields)
        .filter((key) => !METAFIELD_KEY.test(key) || !isStorableJson(metafields[key]))
        .map(() => problem('customer.metafield-invalid', ['metafields'])),
  },
} as const satisfies Record<string, CustomerRule>

export const customerRules: readonly CustomerRule[] = Object.values<CustomerRule>(rules)

function text(field: 'id' | 'firstName' | 'lastName' | 'note' | 'source', limit: LimitName): CustomerRule {
  return {
    reads: [field],
    finds: (customer, { limits }) => textProblems(customer[field], limits[limit], [field]),
  }
}

function looks(field: 'firstName' | 'lastName'): CustomerRule {
  return {
    reads: [field],
    finds: (customer, { limits }) => nameDoubts(customer[field], limits.name, [field]),
  }
}

function consentSource(field: 'emailMarketingConsent' | 'smsMarketingConsent'): CustomerRule {
  return {
    reads: [field],
    finds: (customer, { limits }) => textProblems(customer[field].source, limits.source, [field, 'source']),
  }
}

/** Nobody is what erasure leaves (G-2); its mark are both consents, because no wish can set them so. */
function isErased({ emailMarketingConsent, smsMarketingConsent }: Customer): boolean {
  return [emailMarketingConsent, smsMarketingConsent].every(({ state }) => state === 'REDACTED')
}

/** What is wrong with the number of tags (M-5). */
export function tagCountProblems(tags: readonly string[], limit: number): CustomerProblem[] {
  return tags.length <= limit
    ? []
    : [problem('customer.too-many-tags', ['tags'], { limit, length: tags.length })]
}

/** `namespace.key`; the dot keeps every name of a prototype out. */
const METAFIELD_KEY = /^[\w-]{1,255}\.[\w-]{1,255}$/

/** What the entries of a list are found to be, each under its place. */
function ofEntries<A extends Address>(
  book: readonly A[],
  field: CustomerField,
  ofOne: (entry: A) => readonly CustomerProblem[],
): CustomerProblem[] {
  return book.flatMap((entry, index) => ofOne(entry).map((found) => under([field, index], found)))
}

/** Ids that stand twice. */
function repeatedIds(book: readonly Address[], field: CustomerField): CustomerProblem[] {
  return repeats(book.map(({ id }) => id)).map((index) =>
    problem('customer.id-repeated', [field, index, 'id']),
  )
}

/** The default exists exactly when there is any (E-4). */
function pointerProblems(book: readonly Address[], pointer: string | null, field: string): CustomerProblem[] {
  const isRight = book.length === 0 ? pointer === null : book.some(({ id }) => id === pointer)
  return isRight ? [] : [problem('customer.default-missing', [field])]
}

/** The places at which a key stands that stood before. */
function repeats(keys: readonly string[]): number[] {
  if (keys.length < 2) return []
  const seen = new Set<string>()
  return keys.flatMap((key, index) => (seen.size === seen.add(key).size ? [index] : []))
}

function isLocale(locale: string): boolean {
  try {
    Intl.getCanonicalLocales(locale)
    return true
  } catch {
    return false
  }
}
