import { currencyExponent, unusualExponents } from '../../value/money.js'
import type { Amount } from '../catalog/amount.js'
import type { Dialect } from './dialect.js'
import type { MappedMoney } from './mapping.js'
import { choice, wholeOrder, type Order } from './order.js'
import { listParameter } from './parameter.js'
import { sql, type Sql } from './sql.js'
import type { StorageAsking } from './storage-asking.js'
import { storedMoney } from './stored-money.js'
import { orderedTests, type Tests } from './tests.js'

/** What money in a column can be asked. */
export function testsOfMoney(storage: MappedMoney, asking: StorageAsking): Tests<never> | null {
  if (asking.type !== 'money') return null
  const { minor, isThere, currency } = storedMoney(storage, asking)
  return orderedTests(isThere, moneyOrder(minor, currency, asking.writing.dialect))
}

/** What the sum of money over rows can be asked; where it would be of several currencies, it is missing. */
export function testsOfMoneySum(storage: MappedMoney, asking: StorageAsking): Tests<never> {
  const { minor, isThere, currency } = storedMoney(storage, asking)
  const { dialect } = asking.writing
  const sum = sql`coalesce(sum(case when ${isThere} then ${minor} end), 0)`
  if (typeof currency === 'string') return orderedTests(null, moneyOrder(sum, currency, dialect))
  const known = sql`case when ${isThere} then ${dialect.exact(currency)} end`
  return orderedTests(
    sql`count(distinct ${known}) <= 1`,
    moneyOrder(sum, sql`coalesce(min(${known}), '')`, dialect),
  )
}

/** Compares minor units by the decimals of their currency, or by those of each row's own. */
function moneyOrder(minor: Sql, currency: string | Sql, dialect: Dialect): Order<Amount> {
  if (typeof currency === 'string') return orderWithExponent(minor, currencyExponent(currency), dialect)
  const cases = [...new Set(unusualExponents.values())].map((exponent) => ({
    when: dialect.isIn(dialect.exact(currency), listParameter(currenciesWith(exponent), 'text')),
    order: orderWithExponent(minor, exponent, dialect),
  }))
  return choice(cases, orderWithExponent(minor, 2, dialect))
}

function currenciesWith(wanted: number): string[] {
  return [...unusualExponents].filter(([, exponent]) => exponent === wanted).map(([currency]) => currency)
}

function orderWithExponent(minor: Sql, exponent: number, dialect: Dialect): Order<Amount> {
  const order = wholeOrder(minor, dialect)
  const inMinor = (amount: Amount): number =>
    amount.currency === null ? (amount.minorByExponent[exponent] as number) : amount.minor
  return {
    atLeast: (amount) => order.atLeast(inMinor(amount)),
    above: (amount) => order.above(inMinor(amount)),
    below: (amount) => order.below(inMinor(amount)),
    atMost: (amount) => order.atMost(inMinor(amount)),
    isIn: (amounts) => order.isIn(amounts.map(inMinor)),
  }
}
