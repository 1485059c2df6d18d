import { addressProblems, isMilitaryProblem, type AddressProblemCode } from '../address/address-problems.js'
import type { Address } from '../address/address.js'
import { emailProblems, type EmailProblemCode } from '../contact/email.js'
import { isE164, type PhoneProblemCode } from '../contact/phone.js'
import type { LimitName } from '../limits/limits.js'
import { problem, under, type Problem } from '../outcome/problem.js'
import { isStorableJson } from '../value/storable-json.js'
import { isBlank } from '../value/text.js'
import { textProblems, type TextProblemCode } from '../value/text-problems.js'
import type { Customer } from './customer.js'
import { defaultRules, type CustomerRules } from './rules.js'
import { tagKey } from './tags.js'

export type CustomerProblemCode =
  | 'customer.nobody'
  | 'customer.too-many-tags'
  | 'customer.tag-repeated'
  | 'customer.default-missing'
  | 'customer.id-repeated'
  | 'customer.price-level'
  | 'customer.locale-unknown'
  | 'customer.guest-with-login'
  | 'customer.metafield-invalid'

export type CustomerProblem = Problem<
  CustomerProblemCode | AddressProblemCode | EmailProblemCode | PhoneProblemCode | TextProblemCode
>

type Rule = (customer: Customer, rules: CustomerRules) => readonly CustomerProblem[]

/** The texts of a customer and the limit of each. */
const textLimits = {
  firstName: 'name',
  lastName: 'name',
  note: 'note',
  source: 'source',
} as const satisfies Partial<Record<keyof Customer, LimitName>>

/** One row a rule; each gives all it finds. */
const rules = {
  somebody: ({ firstName, lastName, email, phone }) =>
    [firstName, lastName, email, phone].every(isBlank) ? [problem('customer.nobody')] : [],
  texts: (customer, { limits }) =>
    Object.entries(textLimits).flatMap(([field, limit]) =>
      textProblems(customer[field as keyof typeof textLimits], limits[limit], [field]),
    ),
  email: ({ email }, { limits }) => (email === null ? [] : emailProblems(email, limits.email)),
  phone: ({ phone }) => (phone === null || isE164(phone) ? [] : [problem('phone.invalid', ['phone'])]),
  locale: ({ locale }) =>
    locale === null || isLocale(locale) ? [] : [problem('customer.locale-unknown', ['locale'])],
  tagCount: ({ tags }, { limits }) =>
    tags.length <= limits.tags
      ? []
      : [problem('customer.too-many-tags', ['tags'], { limit: limits.tags, length: tags.length })],
  tagTexts: ({ tags }, { limits }) =>
    tags.flatMap((tag, index) => textProblems(tag, limits.tag, ['tags', index])),
  tagsDistinct: ({ tags }) =>
    repeats(tags.map(tagKey)).map((index) => problem('customer.tag-repeated', ['tags', index])),
  priceLevel: ({ priceLevel }) =>
    Number.isInteger(priceLevel) && priceLevel >= 0 && priceLevel <= 10
      ? []
      : [problem('customer.price-level', ['priceLevel'], { least: 0, most: 10 })],
  account: ({ account }) =>
    account.type === 'account' || (account.state as string) === 'DISABLED'
      ? []
      : [problem('customer.guest-with-login', ['account', 'state'])],
  addresses: (customer, own) => bookProblems(customer.addresses, 'addresses', own),
  defaultAddress: (customer) =>
    pointerProblems(customer.addresses, customer.defaultAddressId, 'defaultAddressId'),
  billingDetails: (customer, own) => bookProblems(customer.billingDetails, 'billingDetails', own),
  taxIds: ({ billingDetails }, { limits }) =>
    billingDetails.flatMap(({ taxId }, index) =>
      textProblems(taxId, limits.taxId, ['billingDetails', index, 'taxId']),
    ),
  defaultBillingDetails: (customer) =>
    pointerProblems(customer.billingDetails, customer.defaultBillingDetailsId, 'defaultBillingDetailsId'),
  metafields: ({ metafields }) =>
    Object.entries(metafields)
      .filter(([key, value]) => !METAFIELD_KEY.test(key) || !isStorableJson(value))
      .map(() => problem('customer.metafield-invalid', ['metafields'])),
} as const satisfies Record<string, Rule>

/** `namespace.key`; the dot keeps every name of a prototype out. */
const METAFIELD_KEY = /^[\w-]{1,255}\.[\w-]{1,255}$/

/**
 * All that is against keeping this customer; an empty list when nothing is. `customerWarnings` gives what is only doubtful.
 *
 * @example
 * ```ts
 * customerProblems(customer, policies.shopify).map((found) => found.code)
 * ```
 */
export function customerProblems(customer: Customer, own: CustomerRules = defaultRules): CustomerProblem[] {
  return findings(customer, own).filter((found) => !isWarning(found, own))
}

/** What is doubtful about this customer but no reason to refuse: incomplete addresses, military mail where the policy warns. */
export function customerWarnings(customer: Customer, own: CustomerRules = defaultRules): CustomerProblem[] {
  return findings(customer, own).filter((found) => isWarning(found, own))
}

function findings(customer: Customer, own: CustomerRules): CustomerProblem[] {
  return Object.values<Rule>(rules).flatMap((rule) => rule(customer, own))
}

function isWarning({ code }: CustomerProblem, { military }: CustomerRules): boolean {
  return code === 'address.required' || (isMilitaryProblem(code) && military.severity === 'warn')
}

type Book = 'addresses' | 'billingDetails'

function bookProblems(book: readonly Address[], field: Book, own: CustomerRules): CustomerProblem[] {
  const ofEach = book.flatMap((address, index) =>
    addressProblems(address, { policy: own }).map((found) => under([field, index], found)),
  )
  const repeated = repeats(book.map(({ id }) => id)).map((index) =>
    problem('customer.id-repeated', [field, index, 'id']),
  )
  return [...ofEach, ...repeated]
}

/** The default exists exactly when there is any (E-4). */
function pointerProblems(book: readonly Address[], pointer: string | null, field: string): CustomerProblem[] {
  const isRight = book.length === 0 ? pointer === null : book.some(({ id }) => id === pointer)
  return isRight ? [] : [problem('customer.default-missing', [field])]
}

/** The places at which a key stands that stood before. */
function repeats(keys: readonly string[]): number[] {
  const seen = new Set<string>()
  return keys.flatMap((key, index) => (seen.size === seen.add(key).size ? [index] : []))
}

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1
  } catch {
    return false
  }
}
