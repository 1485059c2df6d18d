import { limits } from '../limits/limits.js'
import { foldText } from '../value/text.js'
import type { AddressInput } from './address.js'
import { countryCodeOf } from './country-problems.js'
import type { Countries, Country } from './country.js'
import {
  countryOnMail,
  isLatinAddress,
  oneLine,
  provinceOnMail,
  recipientOf,
  zipOnMail,
} from './label-fields.js'
import { lineOf, partsOfFormat, type LabelPart } from './label-format.js'
import { isMilitaryMail } from './military/is-military-mail.js'
import { repairMilitaryAddress } from './military/repair-military-address.js'
import type { RecipientName } from './recipient-name.js'

/** How an address is written. */
export interface FormatAddressOptions {
  /** `countries` of `clientele/countries`, or the host's own; without them the lines have one order everywhere */
  readonly countries?: Countries | undefined
  /** lines, as on a label (so if nothing is said), or everything in one line */
  readonly multiline?: boolean | undefined
  /** BCP 47: the reader's language, for the names of countries and provinces; English if nothing is said */
  readonly locale?: string | undefined
  /** the customer, who is meant where the address names nobody */
  readonly name?: RecipientName | undefined
}

/** The order in which people type an address, for a country that nothing is known of. */
const usualFormat = '%N%n%O%n%A%n%C %S %Z'

/** A label in the United States, for the forces abroad too; no country, or mail enters the foreign post. */
const militaryFormat = '%N%n%O%n%A%n%C %S %Z'

/**
 * Writes an address in the order of its own country, without the lines that nothing stands in, and the country at the end.
 * The script of the address decides in which order a country's own script or Latin letters are written. Military mail gets
 * its canonical form. Nothing is refused: what is not known stands as it was typed.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { countries } = await import('clientele/countries')
 * const typed = { address1: 'Storgata 5', city: 'Tromsø', zip: '9008', countryCode: 'NO' }
 * const text = formatAddress(typed, { countries, name: { firstName: 'Kari', lastName: 'Nordmann' } })
 * expect(text.split('\n')).toEqual(['Kari Nordmann', 'Storgata 5', '9008 Tromsø', 'Norway'])
 * ```
 */
export function formatAddress(address: AddressInput, options: FormatAddressOptions = {}): string {
  const lines = isMilitaryMail(address) ? militaryLines(address, options) : countryLines(address, options)
  return lines.filter((line) => line !== '').join(options.multiline === false ? ', ' : '\n')
}

function militaryLines(address: AddressInput, { name = {} }: FormatAddressOptions): string[] {
  const repaired = repairMilitaryAddress(address).address
  return linesOf(partsOfFormat(militaryFormat), {
    ...streetOf(repaired),
    N: recipientOf(repaired, name),
    C: oneLine(repaired.city),
    S: oneLine(repaired.provinceCode),
    Z: oneLine(repaired.zip),
  })
}

function countryLines(address: AddressInput, options: FormatAddressOptions): string[] {
  const { countries, locale, name = {} } = options
  const code = countryCodeOf(address)
  const country = code === null ? null : (countries?.find(code) ?? null)
  const isLatin = isLatinAddress(address)
  const format = formatOf(country, isLatin)
  const language = locale?.split('-', 1)[0] ?? null
  const values = {
    ...streetOf(address),
    N: recipientOf(address, name),
    C: oneLine(address.city),
    S: provinceOnMail(address, country, language, isLatin),
    Z: zipOnMail(address, country),
  }
  return [...linesOf(withoutLoss(format, values), values), countryOnMail(address, locale)]
}

interface LabelValues {
  readonly N: string
  readonly O: string
  readonly A: string
  readonly C: string
  readonly S: string
  readonly Z: string
}

function streetOf({ company, address1, address2 }: AddressInput): Pick<LabelValues, 'O' | 'A'> {
  const lines = [oneLine(address1), oneLine(address2)].filter((line) => line !== '')
  return { O: oneLine(company), A: lines.join('\n') }
}

function linesOf(parts: readonly LabelPart[][], values: LabelValues): string[] {
  const byLetter = new Map(Object.entries(values))
  return parts.flatMap((line) => lineOf(line, (field) => byLetter.get(field) ?? '').split('\n'))
}

function formatOf(country: Country | null, isLatin: boolean): string {
  return (isLatin ? country?.latinFormat : null) ?? country?.format ?? usualFormat
}

/** From the large to the small, as in East Asia: the street behind the province. */
function startsLarge(format: string): boolean {
  return format.includes('%S') && format.indexOf('%S') < format.indexOf('%A')
}

/** Places for a city and a postal code that were typed although the country's format has none. */
function withoutLoss(format: string, { C, S, Z }: LabelValues): LabelPart[][] {
  const said = partsOfFormat(format)
    .flat()
    .flatMap(({ field, text }) => (field === 'S' ? S : (text ?? '')))
  const isSaid = said.some((one) => isSameWord(one.trim(), C))
  const withCity = C === '' || format.includes('%C') || isSaid ? format : addCity(format)
  return partsOfFormat(withCity.includes('%Z') || Z === '' ? withCity : `${withCity}%n%Z`)
}

/** Only within what an address may hold: folding a megabyte of accents takes its time. */
function isSameWord(one: string, other: string): boolean {
  const isShort = Math.max(one.length, other.length) <= limits.addressLine
  return isShort && foldText(one) === foldText(other)
}

function addCity(format: string): string {
  return startsLarge(format) ? format.replace('%S', '%S%C') : format.replace('%A', '%A%n%C')
}
