import type { SumParam } from '../catalog/function.js'
import { paramsFor } from '../compile/params-for.js'
import { compareBy } from './ask.js'
import { columnOf } from './asking.js'
import { fieldAsking, fieldOf, type Events } from './events.js'
import type { MappedStorage } from './mapping.js'
import { testsOfMoneySum } from './money-tests.js'
import { decimalOrder, wholeOrder } from './order.js'
import { sql, type Sql } from './sql.js'
import { refuse } from './sql-problem.js'
import type { StorageAsking } from './storage-asking.js'
import { orderedTests, type Tests } from './tests.js'

/** What is said of all the events together. */
export function writeTotals(events: Events): Sql[] {
  const { node, row, writing } = events
  const count = orderedTests(null, wholeOrder(sql`count(*)`, writing.dialect)) as Tests<never>
  return [
    ...paramsFor(node, row.params, 'count').map(
      // A count can be asked whatever a whole number can
      ([param]) => compareBy(count, { type: 'integer', writing }, param, {}) as Sql,
    ),
    ...paramsFor(node, row.params, 'sum').map(([param, rules]) => {
      const asking = fieldAsking(events, rules.field, rules.type)
      const storage = fieldOf(events, rules.field)
      if (storage === undefined) return refuse(asking, 'segment.not-mapped')
      const tests = sumTests(storage, asking, rules)
      return (tests && compareBy(tests, asking, param, {})) ?? refuse(asking, 'segment.unsupported')
    }),
  ]
}

/** What a sum can be asked; `null` where what is stored cannot be added. */
function sumTests(
  storage: MappedStorage,
  asking: StorageAsking,
  { type }: Pick<SumParam, 'type'>,
): Tests<never> | null {
  const isMoney = typeof storage !== 'string' && ('currency' in storage || 'currencyColumn' in storage)
  if (isMoney) return type === 'money' ? testsOfMoneySum(storage, asking) : null
  const column = typeof storage === 'string' ? storage : 'column' in storage ? storage.column : null
  if (column === null || type === 'money') return null
  const sum = sql`coalesce(sum(${columnOf(asking, asking.scope, column)}), 0)`
  const order = type === 'integer' ? wholeOrder : decimalOrder
  return orderedTests(null, order(sum, asking.writing.dialect))
}
