import { currencyExponent, type Money } from '../../value/money.js'

/** An amount in the minor units of one currency, or in those of whatever currency a record has, by the currency's decimals. */
export type Amount =
  | { readonly currency: string; readonly minor: number }
  | { readonly currency: null; readonly minorByExponent: readonly number[] }

/** No currency has more decimals. */
const LARGEST_EXPONENT = 4

/**
 * An amount typed as a plain decimal. One that is finer than the currency keeps its fraction, so that no comparison is
 * rounded: nobody has spent exactly 10.999 euros, but some have spent more.
 */
export function amountOf(decimal: string, currency: string | null): Amount {
  // An exponent in front of which nothing is computed, so that 10.99 in cents is 1099 and not 1098.9999
  const minorWith = (exponent: number): number => Number(`${decimal}e${exponent}`)
  if (currency !== null) return { currency, minor: minorWith(currencyExponent(currency)) }
  return {
    currency,
    minorByExponent: Array.from({ length: LARGEST_EXPONENT + 1 }, (_, exponent) => minorWith(exponent)),
  }
}

/**
 * Where money lies against an amount: below it (negative), at it (0), above it (positive). Missing money and money in
 * another currency than the wanted one are NaN, of which no comparison but `!==` is true.
 */
export function orderOfMoney(money: Money | null, amount: Amount): number {
  if (money === null) return Number.NaN
  if (amount.currency === money.currency) return money.minor - amount.minor
  return amount.currency === null
    ? money.minor - (amount.minorByExponent[currencyExponent(money.currency)] as number)
    : Number.NaN
}
