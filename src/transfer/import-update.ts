import type { Account } from '../customer/account.js'
import { emailKey } from '../contact/email.js'
import type { Customer, Metafields } from '../customer/customer.js'
import { tagKey } from '../customer/tags.js'
import type { IdentityRule } from '../policy/policy.js'
import { touchOf, type Touch } from '../plan/touch.js'
import { isBlank, presentText } from '../value/text.js'
import { overlaidBook } from './address-overlay.js'
import type { RowAccount, RowInput } from './customer-row.js'
import { metafieldText } from './metafield-text.js'

type PlainField = Exclude<
  keyof RowInput,
  'addresses' | 'billingDetails' | 'emailMarketingConsent' | 'smsMarketingConsent'
>

/** By what people are recognised, and whether what is `null` in a row clears what is kept. */
export interface OverlayTerms {
  readonly rule: IdentityRule
  readonly blank: 'keep' | 'clear'
}

/** What is laid over a customer: the row as typed, and the row read as a customer. */
export interface Given extends OverlayTerms {
  readonly input: RowInput
  readonly draft: Customer
}

/** What is kept where a cell says something: the cell, unless it only says the same in another spelling. */
const rules: {
  readonly [Field in PlainField]: (
    kept: Customer[Field],
    given: Customer[Field],
    row: Given,
  ) => Customer[Field]
} = {
  firstName: unlessSameText,
  lastName: unlessSameText,
  email: (kept, given, { rule }) =>
    emailKey(kept ?? '', rule.emailKey) === emailKey(given as string, rule.emailKey) ? kept : given,
  phone: unlessSameText,
  note: unlessSameText,
  source: unlessSameText,
  tags: (kept, given) => (sameTags(kept, given) ? kept : given),
  taxExempt: (_kept, given) => given,
  priceLevel: (_kept, given) => given,
  account: (kept, _given, { input }) => overlaidAccount(kept, input.account as RowAccount),
  metafields: (kept, _given, { input, blank }) =>
    overlaidMetafields(kept, input.metafields as Metafields, blank),
}

const plainFields: readonly PlainField[] = /* @__PURE__ */ Object.keys(rules) as PlainField[]

/** Each kind of address that a file can hold one of, with the pointer to it. */
const books = [
  { field: 'addresses', pointer: 'defaultAddressId' },
  { field: 'billingDetails', pointer: 'defaultBillingDetailsId' },
] as const

/** A customer with what a row says laid over it. */
export function overlay(kept: Customer, given: Given): Customer {
  const fields = plainFields.filter((field) => says(given, field))
  return {
    ...kept,
    ...Object.fromEntries(fields.map((field) => [field, overlaid(field, kept, given)])),
    ...overlaidBook(kept, given, 'addresses', 'defaultAddressId'),
    ...overlaidBook(kept, given, 'billingDetails', 'defaultBillingDetailsId'),
  }
}

/** One touch for every field that the row names, changed or not. */
export function touchesOf(before: Customer, after: Customer, given: Given): readonly Touch[] {
  const { input, draft } = given
  const consents = (['emailMarketingConsent', 'smsMarketingConsent'] as const).filter(
    (field) => input[field] !== undefined,
  )
  const fields = [...plainFields.filter((field) => says(given, field)), ...consents]
  return [
    ...fields.map((field) => touchOf([field], before[field], after[field])),
    ...books
      .filter(({ field }) => draft[field].length > 0)
      .flatMap((book) => bookTouches(before, after, book)),
  ]
}

function bookTouches(before: Customer, after: Customer, { field, pointer }: (typeof books)[number]): Touch[] {
  const id = after[pointer] as string
  const find = (customer: Customer): unknown => customer[field].find((one) => one.id === id) ?? null
  return [
    touchOf([field, id], find(before), find(after)),
    touchOf([pointer], before[pointer], after[pointer]),
  ]
}

function says({ input, draft, blank }: Given, field: PlainField): boolean {
  if (input[field] === undefined) return false
  if (input[field] === null) return blank === 'clear'
  const given = draft[field]
  return given !== null && !(Array.isArray(given) && given.length === 0)
}

function overlaid<Field extends PlainField>(field: Field, kept: Customer, row: Given): Customer[Field] {
  // what a row clears stands in its draft as nothing already; a text of blanks reads as nothing, too
  if (row.input[field] === null) return saysNothing(kept[field]) ? kept[field] : row.draft[field]
  return rules[field](kept[field], row.draft[field], row)
}

function saysNothing(value: unknown): boolean {
  return typeof value === 'string' && isBlank(value)
}

/** A login that is there stays, whatever a file says; it only may be blocked or not (C-7, C-8). */
function overlaidAccount(kept: Account, { type = kept.type, blocked = kept.blocked }: RowAccount): Account {
  if (kept.type === 'account') return { ...kept, blocked }
  return { type, state: 'DISABLED', blocked }
}

/** Metafields are laid over one by one; one that reads the same in a file is kept as it is. */
function overlaidMetafields(kept: Metafields, given: Metafields, blank: OverlayTerms['blank']): Metafields {
  const changed = Object.entries(given).filter(([key, value]) =>
    value === null
      ? blank === 'clear' && !isBlank(metafieldText(kept[key]))
      : metafieldText(kept[key]).trim() !== metafieldText(value).trim(),
  )
  const cleared = new Set(changed.flatMap(([key, value]) => (value === null ? [key] : [])))
  const all = { ...kept, ...Object.fromEntries(changed) }
  return Object.fromEntries(Object.entries(all).filter(([key]) => !cleared.has(key)))
}

function unlessSameText(kept: string | null, given: string | null): string | null {
  return presentText(kept) === given ? kept : given
}

function sameTags(some: readonly string[], others: readonly string[]): boolean {
  const keys = new Set(some.map(tagKey))
  return keys.size === others.length && others.every((tag) => keys.has(tagKey(tag)))
}
