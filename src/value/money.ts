/** An amount in integer minor units: `{ minor: 1250, currency: 'EUR' }` is 12.50 euros. */
export interface Money {
  readonly minor: number
  readonly currency: string
}

const CURRENCY = /^[A-Z]{3}$/

/** Whether the text has the form of a currency's code: three capitals (ISO 4217). */
export function isCurrencyCode(text: string): boolean {
  return CURRENCY.test(text)
}

/**
 * How many decimals a currency has, where it is not two (ISO 4217). Not read from `Intl`, whose data follow
 * common usage and differ between versions of a runtime.
 */
export const unusualExponents: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ['CLF', 4],
  ['UYW', 4],
])

/** The decimals of a currency by its ISO 4217 code in capitals: EUR 2, JPY 0, KWD 3; two where the code is unknown. */
export function currencyExponent(currency: string): number {
  return unusualExponents.get(currency) ?? 2
}

const DECIMAL = /^(-?)(\d{1,16})(?:\.(\d{1,6}))?$/

/**
 * Reads a plain decimal (`10.99`, no symbol, no thousands mark) as minor units of the currency, or `null` when it is
 * none, is finer than the currency (beyond trailing zeros) or too large to be exact.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(minorUnits('10.99', 'EUR')).toBe(1099)
 * expect(minorUnits('10.99', 'JPY')).toBe(null)
 * ```
 */
export function minorUnits(decimal: string, currency: string): number | null {
  const match = DECIMAL.exec(decimal)
  if (match === null) return null
  const exponent = currencyExponent(currency)
  const fraction = match[3] ?? ''
  if (/[1-9]/.test(fraction.slice(exponent))) return null
  const minor = Number(`${match[2]}${fraction.slice(0, exponent).padEnd(exponent, '0')}`)
  if (!Number.isSafeInteger(minor)) return null
  return match[1] === '-' && minor !== 0 ? -minor : minor
}

/**
 * Writes an amount as a plain decimal in its own currency's decimals.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(decimalAmount({ minor: 1250, currency: 'EUR' })).toBe('12.50')
 * expect(decimalAmount({ minor: 1250, currency: 'JPY' })).toBe('1250')
 * ```
 */
export function decimalAmount(money: Money): string {
  const exponent = currencyExponent(money.currency)
  const digits = String(Math.abs(money.minor)).padStart(exponent + 1, '0')
  const sign = money.minor < 0 ? '-' : ''
  if (exponent === 0) return `${sign}${digits}`
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}
