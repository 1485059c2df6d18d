import {
  addressProblems,
  billingAddressProblems,
  isMilitaryProblem,
  type AddressProblemCode,
} from '../address/address-problems.js'
import type { Address } from '../address/address.js'
import { emailProblems, type EmailProblemCode } from '../contact/email.js'
import { isE164, type PhoneProblemCode } from '../contact/phone.js'
import type { LimitName } from '../limits/limits.js'
import { problem, under, type Problem } from '../outcome/problem.js'
import { isStorableJson } from '../value/storable-json.js'
import { isBlank } from '../value/text.js'
import { textProblems, type TextProblemCode } from '../value/text-problems.js'
import type { Customer } from './customer.js'
import { nameDoubts } from './name-look-alikes.js'
import { defaultRules, type CustomerRules } from './rules.js'
import { isNormalTag, tagKey } from './tags.js'

/** Why a customer is refused, apart from their contacts, texts and addresses; `customer.name-look-alike` only warns. */
export type CustomerProblemCode =
  | 'customer.nobody'
  | 'customer.too-many-tags'
  | 'customer.tag-invalid'
  | 'customer.tag-repeated'
  | 'customer.default-missing'
  | 'customer.id-repeated'
  | 'customer.price-level'
  | 'customer.locale-unknown'
  | 'customer.guest-with-login'
  | 'customer.metafield-invalid'
  | 'customer.name-look-alike'

/** What is wrong with a customer. */
export type CustomerProblem = Problem<
  CustomerProblemCode | AddressProblemCode | EmailProblemCode | PhoneProblemCode | TextProblemCode
>

type Rule = (customer: Customer, rules: CustomerRules) => readonly CustomerProblem[]

/** A customer's single texts and the limit of each. */
const textLimits = {
  id: 'id',
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
  names: namesDoubts,
  email: ({ email }, { limits }) => (email === null ? [] : emailProblems(email, limits.email)),
  phone: ({ phone }) => (phone === null || isE164(phone) ? [] : [problem('phone.invalid', ['phone'])]),
  locale: ({ locale }) =>
    locale === null || isLocale(locale) ? [] : [problem('customer.locale-unknown', ['locale'])],
  tagCount: ({ tags }, { limits }) => tagCountProblems(tags, limits.tags),
  tagTexts: ({ tags }, { limits }) =>
    tags.flatMap((tag, index) => textProblems(tag, limits.tag, ['tags', index])),
  tagsNormal: ({ tags }) =>
    tags.flatMap((tag, index) =>
      isNormalTag(tag) ? [] : [problem('customer.tag-invalid', ['tags', index])],
    ),
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
  consentSources: (customer, { limits }) =>
    (['emailMarketingConsent', 'smsMarketingConsent'] as const).flatMap((field) =>
      textProblems(customer[field].source, limits.source, [field, 'source']),
    ),
  taxExemptions: ({ taxExemptions }, { limits }) =>
    taxExemptions.flatMap((code, index) => textProblems(code, limits.taxExemption, ['taxExemptions', index])),
  addresses: ({ addresses }, policy) =>
    bookProblems(addresses, 'addresses', (address) => [
      ...textProblems(address.id, policy.limits.id, ['id']),
      ...namesDoubts(address, policy),
      ...addressProblems(address, { policy, countries: policy.countries }),
    ]),
  defaultAddress: (customer) =>
    pointerProblems(customer.addresses, customer.defaultAddressId, 'defaultAddressId'),
  billingDetails: ({ billingDetails }, { limits }) =>
    bookProblems(billingDetails, 'billingDetails', (details) => [
      ...textProblems(details.id, limits.id, ['id']),
      ...textProblems(details.taxId, limits.taxId, ['taxId']),
      ...billingAddressProblems(details, limits),
    ]),
  defaultBillingDetails: (customer) =>
    pointerProblems(customer.billingDetails, customer.defaultBillingDetailsId, 'defaultBillingDetailsId'),
  metafields: ({ metafields }) =>
    Object.entries(metafields)
      .filter(([key, value]) => !METAFIELD_KEY.test(key) || !isStorableJson(value))
      .map(() => problem('customer.metafield-invalid', ['metafields'])),
} as const satisfies Record<string, Rule>

/** What is wrong with the number of tags (M-5). */
export function tagCountProblems(tags: readonly string[], limit: number): CustomerProblem[] {
  return tags.length <= limit
    ? []
    : [problem('customer.too-many-tags', ['tags'], { limit, length: tags.length })]
}

/** `namespace.key`; the dot keeps every name of a prototype out. */
const METAFIELD_KEY = /^[\w-]{1,255}\.[\w-]{1,255}$/

/** What was found: reasons to refuse, and doubts that are none. */
export interface CustomerFindings {
  readonly problems: readonly CustomerProblem[]
  readonly warnings: readonly CustomerProblem[]
}

/**
 * Judges a customer by all rules at once. Doubtful are incomplete addresses, names that look like others, and military
 * mail where the policy warns.
 */
export function judgeCustomer(customer: Customer, own: CustomerRules): CustomerFindings {
  const found = Object.values<Rule>(rules).flatMap((rule) => rule(customer, own))
  return {
    problems: found.filter((one) => !isWarning(one, own)),
    warnings: found.filter((one) => isWarning(one, own)),
  }
}

/**
 * All that is against keeping this customer by the limits and rules of a policy; an empty list when nothing is.
 *
 * Codes: `customer.*`, `email.*`, `phone.invalid`, `address.country-invalid`, `address.country-unknown`, `text.*`, and `military.*` where the policy
 * refuses them.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('clientele/testing')
 * const { customer } = buildRecord({ customer: { tags: ['vip', 'VIP'] } })
 * expect(customerProblems(customer)).toEqual([{ code: 'customer.tag-repeated', path: ['tags', 1] }])
 * ```
 */
export function customerProblems(
  customer: Customer,
  own: CustomerRules = defaultRules,
): readonly CustomerProblem[] {
  return judgeCustomer(customer, own).problems
}

/**
 * What is doubtful about this customer but no reason to refuse: incomplete addresses, names that look like others, and
 * military mail where the policy warns.
 *
 * Codes: `address.required` (`params.field`), `address.zip-invalid`, `address.province-required`,
 * `address.province-invalid`, `customer.name-look-alike` (`params.sign`: `mixed-scripts`, `invisible`, `direction`), `military.*`.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('clientele/testing')
 * expect(customerWarnings(buildRecord().customer)).toEqual([])
 * ```
 */
export function customerWarnings(
  customer: Customer,
  own: CustomerRules = defaultRules,
): readonly CustomerProblem[] {
  return judgeCustomer(customer, own).warnings
}

/** What may be kept, because the customer can be asked: an address that cannot be delivered to as it stands, an odd name. */
const doubts: ReadonlySet<string> = new Set<CustomerProblem['code']>([
  'address.required',
  'address.zip-invalid',
  'address.province-required',
  'address.province-invalid',
  'customer.name-look-alike',
])

function isWarning({ code }: CustomerProblem, { military }: CustomerRules): boolean {
  return doubts.has(code) || (isMilitaryProblem(code) && military.severity === 'warn')
}

type Named = Pick<Address, 'firstName' | 'lastName'>

function namesDoubts(named: Named, { limits }: CustomerRules): CustomerProblem[] {
  return (['firstName', 'lastName'] as const).flatMap((field) =>
    nameDoubts(named[field], limits.name, [field]),
  )
}

/** What the entries of a list are found to be, each under its place, and ids that stand twice. */
function bookProblems<A extends Address>(
  book: readonly A[],
  field: keyof Customer,
  ofOne: (entry: A) => readonly CustomerProblem[],
): CustomerProblem[] {
  const repeated = repeats(book.map(({ id }) => id)).map((index) =>
    problem('customer.id-repeated', [field, index, 'id']),
  )
  return [
    ...book.flatMap((entry, index) => ofOne(entry).map((found) => under([field, index], found))),
    ...repeated,
  ]
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
    Intl.getCanonicalLocales(locale)
    return true
  } catch {
    return false
  }
}
