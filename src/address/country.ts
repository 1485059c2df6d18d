import type { CountryCode } from '../value/country.js'

/** A field that some countries require. */
export type CountryField = 'address1' | 'city' | 'provinceCode' | 'zip'

/** A province, state, county, emirate or prefecture. */
export interface Province {
  /** without the country: `ON`, `13` */
  readonly code: string
  /** by language (BCP 47); `default` is the country's own, `latin` the same in Latin letters */
  readonly names: { readonly default: string; readonly [language: string]: string }
}

/** What the rules and a label must know of a country. Plain data. */
export interface Country {
  readonly code: CountryCode
  readonly required: readonly CountryField[]
  /** the source of a regular expression that fits the whole code, in capitals and without the prefix; `null` where there is none */
  readonly zipPattern: string | null
  /** what may stand before the code on mail from abroad: `FI-` */
  readonly zipPrefix: string | null
  /** empty where provinces are no part of an address, or nobody has listed them */
  readonly provinces: readonly Province[]
  /**
   * The lines of a label in the country's own script, written as Google's address data are: `%N` recipient, `%O` company,
   * `%A` street lines, `%C` city, `%S` province, `%Z` postal code, `%n` a new line, and any text between.
   */
  readonly format: string
  /** the same for an address in Latin letters; `null` where it is no different */
  readonly latinFormat: string | null
}

/** Where the rules look countries up: `countries` of `clientele/countries`, or a host's own. */
export interface Countries {
  /** by ISO 3166-1 alpha-2, in capitals; `null` for a country that nothing is known of */
  readonly find: (code: string) => Country | null
}
