import { militaryMailProblems, placeProblems } from '../address/address-problems.js'
import type { Address } from '../address/address.js'
import { billingDetailsProblems } from '../address/billing-details-problems.js'
import { emailProblems } from '../contact/email.js'
import { isE164 } from '../contact/phone.js'
import type { LimitName } from '../limits/limits.js'
import { foundIn, joined, nothing, problem, under } from '../outcome/problem.js'
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

/** Paths that are asked about in every address, made once. */
const at = { id: ['id'], firstName: ['firstName'], lastName: ['lastName'] } as const

/** One row a rule; each gives all it finds. */
const rules = {
  somebody: {
    reads: ['firstName', 'lastName', 'email', 'phone', 'emailMarketingConsent', 'smsMarketingConsent'],
    finds: (customer) => {
      const { firstName, lastName, email, phone } = customer
      const isSomebody = !isBlank(email) || !isBlank(lastName) || !isBlank(firstName) || !isBlank(phone)
      return isSomebody || isErased(customer) ? nothing : [problem('customer.nobody')]
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
    finds: ({ email }, { limits }) => (email === null ? nothing : emailProblems(email, limits.email)),
  },
  phone: {
    reads: ['phone'],
    finds: ({ phone }) => (phone === null || isE164(phone) ? nothing : [problem('phone.invalid', ['phone'])]),
  },
  locale: {
    reads: ['locale'],
    finds: ({ locale }) =>
      locale === null || isLocale(locale) ? nothing : [problem('customer.locale-unknown', ['locale'])],
  },
  tagCount: { reads: ['tags'], finds: ({ tags }, { limits }) => tagCountProblems(tags, limits.tags) },
  tagTexts: {
    reads: ['tags'],
    finds: ({ tags }, { limits }) =>
      foundIn(tags, (tag, index) => textProblems(tag, limits.tag, ['tags', index])),
  },
  tagsNormal: {
    reads: ['tags'],
    finds: ({ tags }) =>
      foundIn(tags, (tag, index) =>
        isNormalTag(tag) ? nothing : [problem('customer.tag-invalid', ['tags', index])],
      ),
  },
  tagsDistinct: {
    reads: ['tags'],
    finds: ({ tags }) => repeated(tags, tagKey, (index) => problem('customer.tag-repeated', ['tags', index])),
  },
  priceLevel: {
    reads: ['priceLevel'],
    finds: ({ priceLevel }) =>
      Number.isInteger(priceLevel) && priceLevel >= 0 && priceLevel <= 10
        ? nothing
        : [problem('customer.price-level', ['priceLevel'], { least: 0, most: 10 })],
  },
  account: {
    reads: ['account'],
    finds: ({ account }) =>
      account.type === 'account' || (account.state as string) === 'DISABLED'
        ? nothing
        : [problem('customer.guest-with-login', ['account', 'state'])],
  },
  emailConsentSource: consentSource('emailMarketingConsent'),
  smsConsentSource: consentSource('smsMarketingConsent'),
  taxExemptions: {
    reads: ['taxExemptions'],
    finds: ({ taxExemptions }, { limits }) =>
      foundIn(taxExemptions, (code, index) =>
        textProblems(code, limits.taxExemption, ['taxExemptions', index]),
      ),
  },
  addresses: {
    reads: ['addresses'],
    finds: ({ addresses }, own) =>
      ofEntries(addresses, 'addresses', (address) =>
        joined(
          joined<CustomerProblem>(textProblems(address.id, own.limits.id, at.id), nameProblems(address, own)),
          placeProblems(address, { policy: own, countries: own.countries }),
        ),
      ),
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
      foundIn(Object.keys(metafields), (key) =>
        METAFIELD_KEY.test(key) && isStorableJson(metafields[key])
          ? nothing
          : [problem('customer.metafield-invalid', ['metafields'])],
      ),
  },
} as const satisfies Record<string, CustomerRule>

export const customerRules: readonly CustomerRule[] = Object.values<CustomerRule>(rules)

function text(field: 'id' | 'firstName' | 'lastName' | 'note' | 'source', limit: LimitName): CustomerRule {
  const path = [field]
  return {
    reads: [field],
    finds: (customer, { limits }) => textProblems(customer[field], limits[limit], path),
  }
}

function looks(field: 'firstName' | 'lastName'): CustomerRule {
  const path = [field]
  return {
    reads: [field],
    finds: (customer, { limits }) => nameDoubts(customer[field], limits.name, path),
  }
}

function consentSource(field: 'emailMarketingConsent' | 'smsMarketingConsent'): CustomerRule {
  const path = [field, 'source']
  return {
    reads: [field],
    finds: (customer, { limits }) => textProblems(customer[field].source, limits.source, path),
  }
}

/** Nobody is what erasure leaves (G-2); its mark are both consents, because no wish can set them so. */
function isErased({ emailMarketingConsent, smsMarketingConsent }: Customer): boolean {
  return [emailMarketingConsent, smsMarketingConsent].every(({ state }) => state === 'REDACTED')
}

/** What is wrong with the number of tags (M-5). */
export function tagCountProblems(tags: readonly string[], limit: number): readonly CustomerProblem[] {
  return tags.length <= limit
    ? nothing
    : [problem('customer.too-many-tags', ['tags'], { limit, length: tags.length })]
}

/** `namespace.key`; the dot keeps every name of a prototype out. */
const METAFIELD_KEY = /^[\w-]{1,255}\.[\w-]{1,255}$/

/** What the entries of a list are found to be, each under its place. */
function ofEntries<A extends Address>(
  book: readonly A[],
  field: CustomerField,
  ofOne: (entry: A) => readonly CustomerProblem[],
): readonly CustomerProblem[] {
  return foundIn(book, (entry, index) => {
    const found = ofOne(entry)
    return found.length === 0 ? nothing : found.map((one) => under([field, index], one))
  })
}

/** Doubts about whom an address is for. */
function nameProblems(
  { firstName, lastName }: Address,
  { limits }: CustomerRules,
): readonly CustomerProblem[] {
  return joined(
    nameDoubts(firstName, limits.name, at.firstName),
    nameDoubts(lastName, limits.name, at.lastName),
  )
}

/** Ids that stand twice. */
function repeatedIds(book: readonly Address[], field: CustomerField): readonly CustomerProblem[] {
  return repeated(
    book,
    ({ id }) => id,
    (index) => problem('customer.id-repeated', [field, index, 'id']),
  )
}

/** The default exists exactly when there is any (E-4). */
function pointerProblems(
  book: readonly Address[],
  pointer: string | null,
  field: string,
): readonly CustomerProblem[] {
  const isRight = book.length === 0 ? pointer === null : book.some(({ id }) => id === pointer)
  return isRight ? nothing : [problem('customer.default-missing', [field])]
}

/** What is said of each entry whose key stood before. */
function repeated<T>(
  list: readonly T[],
  keyOf: (entry: T) => string,
  saysOf: (index: number) => CustomerProblem,
): readonly CustomerProblem[] {
  if (list.length < 2) return nothing
  const seen = new Set<string>()
  return foundIn(list, (entry, index) =>
    seen.size === seen.add(keyOf(entry)).size ? [saysOf(index)] : nothing,
  )
}

function isLocale(locale: string): boolean {
  try {
    Intl.getCanonicalLocales(locale)
    return true
  } catch {
    return false
  }
}
