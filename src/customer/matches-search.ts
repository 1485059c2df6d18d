import { foldText } from '../value/text.js'
import type { Customer } from './customer.js'
import type { CustomerRecord } from './record.js'

/** The longest search that is looked at, in UTF-16 units; what comes after is not. */
const LONGEST = 1000

/** Marks that people write into phone numbers. */
const PHONE_MARKS = /[\s()./-]+/g

/**
 * Makes the test of a search (L-4a): every word of it stands somewhere in the names, email, phone, companies or tags of a
 * customer. Case and the spelling of accents do not count, and a phone is found however it is written. Nothing but blanks
 * finds everybody.
 */
export function compileSearch(search: string): (record: Pick<CustomerRecord, 'customer'>) => boolean {
  const text = foldText(search.slice(0, LONGEST))
  const words = text.split(/\s+/).filter((word) => word !== '')
  const number = numberIn(text)
  return ({ customer }) => {
    const texts = searchedTexts(customer)
    const phone = customer.phone ?? ''
    return (
      (number !== null && phone.includes(number)) ||
      words.every((word) => texts.some((one) => one.includes(word)) || isInPhone(word, phone))
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

function searchedTexts(customer: Customer): string[] {
  const { firstName, lastName, email, phone, tags, addresses, billingDetails } = customer
  const companies = [...addresses, ...billingDetails].map(({ company }) => company)
  return [firstName, lastName, email, phone, ...companies, ...tags].flatMap((one) =>
    one === null ? [] : [foldText(one)],
  )
}

/** A number as it would stand in E.164, a leading zero of a national one apart; `null` where the whole search is none. */
function numberIn(text: string): string | null {
  const digits = text.replace(PHONE_MARKS, '')
  return /^\+?\d{3,15}$/.test(digits) ? digits.replace(/^(?:00|0)/, '') : null
}

function isInPhone(word: string, phone: string): boolean {
  const number = numberIn(word)
  return number !== null && phone.includes(number)
}
