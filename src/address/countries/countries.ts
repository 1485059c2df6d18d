import type { CountryCode } from '../../value/country.js'
import type { Countries, Country, CountryField, Province } from '../country.js'
import { countryTable } from './country-table.js'

export type { Countries, Country, CountryField, Province } from '../country.js'

/** A row of the table; what is not there is as nearly everywhere. */
interface Row {
  readonly code: CountryCode
  readonly format?: string
  readonly latinFormat?: string
  readonly required?: string
  readonly zip?: string
  readonly zipPrefix?: string
  readonly provinces?: readonly (readonly [string, Province['names']])[]
}

/** What the data have for a country without a word of its own. */
const usual = { format: '%N%n%O%n%A%n%C', required: 'AC' }

const fieldsByLetter: readonly (readonly [string, CountryField])[] = [
  ['A', 'address1'],
  ['C', 'city'],
  ['S', 'provinceCode'],
  ['Z', 'zip'],
]

/** `{"code":"AE",…`: where the code stands in a row. */
const CODE_AT = 9

const rows: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  countryTable.split('\n').map((row) => [row.slice(CODE_AT, CODE_AT + 2), row]),
)

const read = new Map<string, Country>()

/** The countries, and their codes in the order of the alphabet. */
export interface ListedCountries extends Countries {
  readonly codes: readonly CountryCode[]
}

/**
 * Every country and territory that mail goes to: required fields, postal codes, provinces, the order of lines on a label.
 * The data are Google's address data; no network, about 25 kB gzip, each country read when first asked for.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { addressProblems, policies } = await import('clientele')
 * const typed = { address1: 'Piękna 1', city: 'Warszawa', zip: '00950', countryCode: 'PL' }
 * const problems = addressProblems(typed, { policy: policies.shopify, countries })
 * expect(problems).toEqual([{ code: 'address.zip-invalid', path: ['zip'] }])
 * ```
 */
export const countries: ListedCountries = { codes: [...rows.keys()], find: findCountry }

function findCountry(code: string): Country | null {
  const row = rows.get(code)
  if (row === undefined) return null
  const country = read.get(code) ?? toCountry(JSON.parse(row) as Row)
  read.set(code, country)
  return country
}

function toCountry(row: Row): Country {
  const { code, format, required } = { ...usual, ...row }
  return {
    code,
    required: fieldsByLetter.filter(([letter]) => required.includes(letter)).map(([, field]) => field),
    zipPattern: row.zip ?? null,
    zipPrefix: row.zipPrefix ?? null,
    provinces: (row.provinces ?? []).map(([province, names]) => ({ code: province, names })),
    format,
    latinFormat: row.latinFormat ?? null,
  }
}
