import { foldText, presentText } from '../value/text.js'
import type { AddressInput } from './address.js'
import { countryCodeOf } from './country-problems.js'
import type { Country } from './country.js'
import { provinceName, provinceOf } from './province.js'
import { withRecipient, type RecipientName } from './recipient-name.js'

/** Where mail bears the province's code; everywhere else its name (Universal Postal Union, addressing sheets). */
const codesOnMail: ReadonlySet<string> = new Set(['AU', 'BR', 'CA', 'IT', 'US'])

/** A field on one line, whatever was typed into it. */
export function oneLine(typed: string | null | undefined): string {
  return (presentText(typed) ?? '').replace(/\s+/g, ' ')
}

/** Scripts in which the family name comes first. */
const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** The recipient's name; the customer's where the address has none. */
export function recipientOf(address: AddressInput, name: RecipientName): string {
  const { firstName, lastName } = withRecipient(address, name)
  const names = [oneLine(firstName), oneLine(lastName)]
  const isFamilyFirst = names.some((one) => FAMILY_FIRST.test(one))
  return (isFamilyFirst ? names.toReversed() : names).join(' ').trim()
}

/** Whether no letter of another script stands in the street or the place. */
export function isLatinAddress({ address1, address2, city }: AddressInput): boolean {
  return [address1, address2, city].every((text) => !/[^\P{L}\p{Script=Latin}]/u.test(text ?? ''))
}

/** The province as mail in this country bears it. */
export function provinceOnMail(
  { provinceCode }: AddressInput,
  country: Country | null,
  language: string | null,
  isLatin: boolean,
): string {
  const typed = oneLine(provinceCode)
  const province = country === null ? null : provinceOf(country, typed)
  if (country === null || province === null) return typed
  return codesOnMail.has(country.code) ? province.code : provinceName(province, language, isLatin)
}

/** The postal code without the prefix that the country's format writes itself. */
export function zipOnMail({ zip }: AddressInput, country: Country | null): string {
  const typed = oneLine(zip)
  const prefix = country?.zipPrefix
  return prefix && foldText(typed.slice(0, prefix.length)) === foldText(prefix)
    ? typed.slice(prefix.length)
    : typed
}

/** The country's name in a language, in English where there is no such language; what was typed, where that is no country. */
export function countryOnMail(address: AddressInput, locale: string | undefined): string {
  const code = countryCodeOf(address)
  return code === null || code === UNKNOWN
    ? oneLine(address.countryCode)
    : (regionNames(locale).of(code) as string)
}

/** What CLDR names “Unknown Region”, which belongs on no label. */
const UNKNOWN = 'ZZ'

function regionNames(locale = 'en'): Intl.DisplayNames {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' })
  } catch {
    return new Intl.DisplayNames(['en'], { type: 'region' })
  }
}
