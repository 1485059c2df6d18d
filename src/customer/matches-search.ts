import { withoutDialledPrefix } from '../contact/dialled-prefix.js'
import { foldText, isStorable } from '../value/text.js'
import type { Customer } from './customer.js'
import type { CustomerRecord } from './record.js'

/** The longest search that is looked at, in UTF-16 units; what comes after is not. */
const LONGEST = 1000

/** Marks that people write into phone numbers. */
const PHONE_MARKS = /[\s()./-]/g

/** A search as it is looked for: every word, or else the whole as one number in the phone. */
export interface ReadSearch {
  /** the whole as a part of a phone, or `null` where it is no number */
  readonly number: string | null
  /** each folded, and as a part of a phone where it is a number; `null` where one holds what no record can: they find nobody */
  readonly words: readonly { readonly text: string; readonly number: string | null }[] | null
}

/** Reads a search (L-4a): for whoever looks without reading records, as a database does. */
export function readSearch(search: string): ReadSearch {
  // half of a character at the cut is not looked for
  const read = search.length > LONGEST ? search.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '') : search
  const text = foldText(read)
  const words = text.split(/\s+/).filter((word) => word !== '')
  return {
    number: numberIn(text),
    words: isStorable(text) ? words.map((word) => ({ text: word, number: numberIn(word) })) : null,
  }
}

/**
 * Makes the test of a search (L-4a): every word of it stands somewhere in the names, email, phone, companies or tags of a
 * customer. Case and the spelling of accents do not count, and a phone is found however it is written. Nothing but blanks
 * finds everybody.
 */
export function compileSearch(search: string): (record: Pick<CustomerRecord, 'customer'>) => boolean {
  const { number, words } = readSearch(search)
  return ({ customer }) => {
    const texts = searchedTexts(customer)
    const phone = customer.phone ?? ''
    const isInPhone = (part: string | null): boolean => part !== null && phone.includes(part)
    return (
      isInPhone(number) ||
      (words?.every((word) => texts.some((one) => one.includes(word.text)) || isInPhone(word.number)) ??
        false)
    )
  }
}

/**
 * Whether a free-text search finds a customer (L-4a): by names, email, phone, company and tags. Every store searches in this
 * sense.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { buildRecord } = await import('../testing/build-record.js')
 * const record = buildRecord({ customer: { phone: '+48601234567', tags: ['VIP'] } })
 * expect(['nowak ANNA', 'anna@', '601 234', 'vip nowak', ''].every((search) => matchesSearch(record, search))).toBe(true)
 * expect(matchesSearch(record, 'anna berg')).toBe(false)
 * ```
 */
export function matchesSearch(record: Pick<CustomerRecord, 'customer'>, search: string): boolean {
  return compileSearch(search)(record)
}

/** The texts that a search looks into, folded. */
export function searchedTexts(customer: Customer): string[] {
  const { firstName, lastName, email, phone, tags, addresses, billingDetails } = customer
  const texts: string[] = []
  const add = (text: string | null): void => {
    if (text !== null) texts.push(foldText(text))
  }
  for (const text of [firstName, lastName, email, phone]) add(text)
  for (const { company } of addresses) add(company)
  for (const { company } of billingDetails) add(company)
  for (const tag of tags) add(tag)
  return texts
}

/** A number as it would stand in E.164; `null` where the whole search is none. */
function numberIn(text: string): string | null {
  const digits = text.replace(PHONE_MARKS, '')
  return /^\+?\d{3,15}$/.test(digits) ? withoutDialledPrefix(digits) : null
}
