import { stdnum, type Validator } from 'stdnum'
import { limits } from '../limits/limits.js'
import type { CountryCode } from '../value/country.js'
import { isLongerThan } from '../value/text.js'
import type { TaxIdVerdict } from './tax-id.js'

export type { TaxIdChecker, TaxIdVerdict } from './tax-id.js'

/** Numbers that a country gives out and nobody is taxed by: accounts, cards of identity, the insured, medicines, passports, patients, pupils, voters. */
const otherNumbers: ReadonlySet<string> = new Set([
  'aic',
  'amka',
  'bank',
  'bc_bhn',
  'cbu',
  'clabe',
  'epic',
  'kontonr',
  'nir',
  'nss',
  'onderwijsnummer',
  'passport',
  'pwnr',
  'svnr',
  'vnr',
])

/** Where a number's prefix is not the country's code: Greece, and Northern Ireland in the trade with the Union. */
const countryOfPrefix: ReadonlyMap<string, CountryCode> = new Map([
  ['EL', 'GR'],
  ['XI', 'GB'],
])

/**
 * Judges a tax id by all numbers by which the country's authorities know a company or a person (stdnum), with the
 * country's prefix or without. One registered abroad may stand on an invoice too: it is valid where the country of its
 * prefix says so. Nothing is asked of any authority.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(checkTaxId('PL 526-025-02-74', 'PL')).toBe('valid')
 * expect(checkTaxId('526-025-02-75', 'PL')).toBe('invalid')
 * expect(checkTaxId('526-025-02-75', 'XK')).toBe('unknown')
 * ```
 */
export function checkTaxId(taxId: string, country: CountryCode | null): TaxIdVerdict {
  const own = numbersOf((country ?? '').toUpperCase())
  return isRight(taxId, own) ? 'valid' : own.length === 0 ? 'unknown' : 'invalid'
}

function isRight(taxId: string, own: readonly Validator[]): boolean {
  if (isLongerThan(taxId, limits.taxId)) return false
  const typed = taxId.normalize('NFKC').trim().toUpperCase()
  const prefix = typed.slice(0, 2)
  const abroad = numbersOf(countryOfPrefix.get(prefix) ?? prefix)
  return isAny(own, typed) || isAny(abroad, typed) || isAny(abroad, typed.slice(2))
}

function numbersOf(country: string): readonly Validator[] {
  const numbers = Object.hasOwn(stdnum, country) ? stdnum[country] : undefined
  return Object.entries(numbers ?? {}).flatMap(([name, number]) => (otherNumbers.has(name) ? [] : number))
}

/** The package throws at some texts that have no digit in them. */
function isAny(numbers: readonly Validator[], typed: string): boolean {
  return numbers.some((number) => {
    try {
      return number.validate(typed).isValid
    } catch {
      return false
    }
  })
}
