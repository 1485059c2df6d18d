import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencyExponent, decimalAmount, minorUnits } from '../../src/value/money.js'
import { attackStrings, expectLinear, prototypeNames } from '../hostile-texts.js'

describe('currencyExponent', () => {
  it.each([
    ['EUR', 2],
    ['PLN', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['ISK', 0],
    ['KWD', 3],
    ['TND', 3],
    ['CLF', 4],
    ['UYW', 4],
    ['HUF', 2],
  ])('gives %s the decimals of ISO 4217: %i', (currency, exponent) => {
    expect(currencyExponent(currency)).toBe(exponent)
  })

  it.each(prototypeNames)('knows no currency %s', (name) => {
    expect(currencyExponent(name)).toBe(2)
  })
})

describe('minorUnits', () => {
  it.each([
    ['10.99', 'EUR', 1099],
    ['10.9', 'EUR', 1090],
    ['10', 'EUR', 1000],
    ['0', 'EUR', 0],
    ['0.07', 'EUR', 7],
    ['007', 'EUR', 700],
    ['-10.99', 'EUR', -1099],
    ['-0.00', 'EUR', 0],
    ['1.100', 'EUR', 110],
    ['1250', 'JPY', 1250],
    ['1250.00', 'JPY', 1250],
    ['1.234', 'KWD', 1234],
    ['1.2340', 'KWD', 1234],
    ['1.2345', 'CLF', 12345],
    ['9007199254740991', 'JPY', 9_007_199_254_740_991],
  ])('reads %s %s as %i', (decimal, currency, minor) => {
    expect(minorUnits(decimal, currency)).toBe(minor)
  })

  it.each([
    ['finer than the currency', '10.991', 'EUR'],
    ['finer than a currency without decimals', '1.5', 'JPY'],
    ['finer than a thousandth', '1.2345', 'KWD'],
    ['too large to be exact', '9007199254740992', 'JPY'],
    ['too large to be exact in cents', '90071992547409.92', 'EUR'],
    ['more digits than any amount', '99999999999999999', 'JPY'],
    ['nothing', '', 'EUR'],
    ['a blank', ' ', 'EUR'],
    ['outer blanks', ' 1', 'EUR'],
    ['a sign alone', '-', 'EUR'],
    ['a plus', '+1', 'EUR'],
    ['two signs', '--1', 'EUR'],
    ['a point at the end', '1.', 'EUR'],
    ['a point at the start', '.5', 'EUR'],
    ['a comma', '1,50', 'EUR'],
    ['a thousands mark', '1,000.00', 'EUR'],
    ['a symbol', '€1', 'EUR'],
    ['an exponent', '1e3', 'EUR'],
    ['hexadecimal', '0x10', 'EUR'],
    ['a word', 'NaN', 'EUR'],
    ['digits of another script', '١٢', 'EUR'],
    ['a line end', '1\n', 'EUR'],
  ])('reads nothing where there is %s', (_what, decimal, currency) => {
    expect(minorUnits(decimal, currency)).toBe(null)
  })

  it.each(Object.entries(attackStrings))('takes linear time on %s', (_what, attack) => {
    expectLinear((text) => minorUnits(text, 'EUR'), attack)
  })
})

describe('decimalAmount', () => {
  it.each([
    [1250, 'EUR', '12.50'],
    [5, 'EUR', '0.05'],
    [0, 'EUR', '0.00'],
    [-5, 'EUR', '-0.05'],
    [-1250, 'EUR', '-12.50'],
    [1250, 'JPY', '1250'],
    [-1250, 'JPY', '-1250'],
    [0, 'JPY', '0'],
    [1234, 'KWD', '1.234'],
    [1, 'KWD', '0.001'],
    [1, 'CLF', '0.0001'],
  ])('writes %i %s as %s', (minor, currency, decimal) => {
    expect(decimalAmount({ minor, currency })).toBe(decimal)
  })

  it('is read back as the same amount, in any currency', () => {
    const currencies = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF')
    fc.assert(
      fc.property(fc.maxSafeInteger(), currencies, (minor, currency) => {
        expect(minorUnits(decimalAmount({ minor, currency }), currency)).toBe(minor)
      }),
    )
  })
})
