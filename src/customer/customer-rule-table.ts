import { militaryMailProblems, placeProblems } from '../address/address-problems.js'
import type { Address } from '../address/address.js'
import { billingDetailsProblems } from '../address/billing-details-problems.js'
import { foundIn, joined, nothing, problem, under } from '../outcome/problem.js'
import { isStorableJson } from '../value/storable-json.js'
import { textProblems } from '../value/text-problems.js'
import type { CustomerProblem } from './customer-problem.js'
import type { CustomerRule } from './customer-rule.js'
import type { Customer, CustomerField } from './customer.js'
import { nameDoubts } from './name-look-alikes.js'
import { personDoubts, personRules, text } from './person-rules.js'
import type { CustomerRules } from './rules.js'
import { isNormalTag, tagKey } from './tags.js'

/** Paths that are asked about in every address, made once. */
const at = { id: ['id'], firstName: ['firstName'], lastName: ['lastName'] } as const

/** One row a rule; each gives all it finds. */
const rules = {
  somebody: personRules.somebody,
  id: text('id', 'id'),
  firstName: personRules.firstName,
  lastName: personRules.lastName,
  note: text('note', 'note'),
  source: text('source', 'source'),
  ...personDoubts,
  email: personRules.email,
  phone: personRules.phone,
  locale: {
    reads: ['locale'],
    finds: ({ locale }) =>
      locale === null || isLocale(locale) ? nothing : [problem('customer.locale-unknown', ['locale'])],
  },
  tagCount: { reads: ['tags'], finds: ({ tags }, { limits }) => tagCountProblems(tags, limits.tags) },
  tagTexts: ofEach('tags', (tag, { limits }) => textProblems(tag, limits.tag, [])),
  tagsNormal: ofEach('tags', (tag) => (isNormalTag(tag) ? nothing : [problem('customer.tag-invalid')])),
  tagsDistinct: distinct('tags', tagKey, problem('customer.tag-repeated')),
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
  taxExemptions: ofEach('taxExemptions', (code, { limits }) => textProblems(code, limits.taxExemption, [])),
  addresses: ofEach('addresses', (address, own) =>
    joined(
      textProblems(address.id, own.limits.id, at.id),
      placeProblems(address, { policy: own, countries: own.countries }),
    ),
  ),
  addressNames: { ...ofEach('addresses', nameProblems), isDoubt: () => true },
  // an address without a name is for the customer
  militaryMail: {
    ...ofEach('addresses', (address, own, name) => militaryMailProblems(address, { policy: own, name }), [
      'firstName',
      'lastName',
    ]),
    isDoubt: (severity) => severity === 'warn',
  },
  addressIds: distinct('addresses', ({ id }) => id, problem('customer.id-repeated', at.id)),
  defaultAddress: {
    reads: ['addresses', 'defaultAddressId'],
    finds: (customer) => pointerProblems(customer.addresses, customer.defaultAddressId, 'defaultAddressId'),
  },
  billingDetails: ofEach('billingDetails', (details, own) => [
    ...textProblems(details.id, own.limits.id, at.id),
    ...billingDetailsProblems(details, { ...own, policy: own }),
  ]),
  billingDetailsIds: distinct('billingDetails', ({ id }) => id, problem('customer.id-repeated', at.id)),
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

function consentSource(field: 'emailMarketingConsent' | 'smsMarketingConsent'): CustomerRule {
  const path = [field, 'source']
  return {
    reads: [field],
    finds: (customer, { limits }) => textProblems(customer[field].source, limits.source, path),
  }
}

/** What is wrong with the number of tags (M-5). */
export function tagCountProblems(tags: readonly string[], limit: number): readonly CustomerProblem[] {
  return tags.length <= limit
    ? nothing
    : [problem('customer.too-many-tags', ['tags'], { limit, length: tags.length })]
}

/** `namespace.key`; the dot keeps every name of a prototype out. */
const METAFIELD_KEY = /^[\w-]{1,255}\.[\w-]{1,255}$/

type ListField = 'tags' | 'taxExemptions' | 'addresses' | 'billingDetails'

/** A rule of each entry of a list; what it finds stands under the entry's place. */
function ofEach<Field extends ListField>(
  field: Field,
  findsIn: (
    entry: Customer[Field][number],
    rules: CustomerRules,
    customer: Customer,
  ) => readonly CustomerProblem[],
  readsToo: readonly CustomerField[] = [],
): CustomerRule {
  return {
    reads: [field, ...readsToo],
    finds: (customer, own) => {
      const list: readonly Customer[Field][number][] = customer[field]
      // most lists are empty, and in most entries there is nothing
      let all: CustomerProblem[] | null = null
      for (let index = 0; index < list.length; index++)
        for (const one of findsIn(list[index] as Customer[Field][number], own, customer))
          (all ??= []).push(under([field, index], one))
      return all ?? nothing
    },
  }
}

/** A rule that no two entries of a list have the same key; each that repeats one is found. */
function distinct<Field extends ListField>(
  field: Field,
  keyOf: (entry: Customer[Field][number]) => string,
  repeated: CustomerProblem,
): CustomerRule {
  return {
    reads: [field],
    finds: (customer) => {
      const list: readonly Customer[Field][number][] = customer[field]
      if (list.length < 2) return nothing
      const seen = new Set<string>()
      return foundIn(list, (entry, index) =>
        seen.size === seen.add(keyOf(entry)).size ? [under([field, index], repeated)] : nothing,
      )
    },
  }
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

/** The default exists exactly when there is any (E-4). */
function pointerProblems(
  book: readonly Address[],
  pointer: string | null,
  field: string,
): readonly CustomerProblem[] {
  const isRight = book.length === 0 ? pointer === null : includesId(book, pointer)
  return isRight ? nothing : [problem('customer.default-missing', [field])]
}

function includesId(book: readonly Address[], wanted: string | null): boolean {
  for (const { id } of book) if (id === wanted) return true
  return false
}

function isLocale(locale: string): boolean {
  try {
    Intl.getCanonicalLocales(locale)
    return true
  } catch {
    return false
  }
}
