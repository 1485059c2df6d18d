import { columnOf } from './asking.js'
import type { MappedMoney } from './mapping.js'
import { FALSE, sql, type Sql } from './sql.js'
import type { StorageAsking } from './storage-asking.js'
import { equalTests } from './tests.js'

/** Money as it is stored; that in another currency than the wanted one counts as missing. */
export interface StoredMoney {
  readonly minor: Sql
  readonly isThere: Sql
  /** the one of all that is there, or the column that names each */
  readonly currency: string | Sql
}

/** Where the parts of money are. */
export function storedMoney(storage: MappedMoney, asking: StorageAsking): StoredMoney {
  const { scope, writing } = asking
  const { currency } = writing.context
  const minor = columnOf(asking, scope, storage.column)
  const isFilled = sql`${minor} is not null`
  if ('currency' in storage) {
    const isWanted = currency === undefined || currency === storage.currency
    return { minor, isThere: isWanted ? isFilled : FALSE, currency: storage.currency }
  }
  const theirs = columnOf(asking, scope, storage.currencyColumn)
  const tests = equalTests(theirs, 'text', writing.dialect)
  const isWanted = currency === undefined ? tests('IS NOT NULL', []) : tests('=', [currency])
  return {
    minor,
    isThere: sql`(${isFilled} and ${isWanted as Sql})`,
    currency: currency ?? theirs,
  }
}
