import type { CountryCode } from '../value/country.js'

/**
 * What a tax id's own digits tell: whether it has a form and check digits that the country gives out, or `'unknown'` where
 * nobody has written the country's rules down. Whether it was given out, only the authority knows.
 */
export type TaxIdVerdict = 'valid' | 'invalid' | 'unknown'

/**
 * Judges a tax id as typed, by the country of the invoice. The core takes it as an argument, because the rules of all
 * countries weigh more than everything else: `checkTaxId` of `clientele/tax-ids` is one.
 */
export type TaxIdChecker = (taxId: string, country: CountryCode | null) => TaxIdVerdict
