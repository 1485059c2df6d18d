import { success, type Outcome } from '../../outcome/outcome.js'
import { segmentToSql } from '../../segment/sql/segment-to-sql.js'
import type { RecordFilter } from '../query.js'
import { searchCondition, type Bind } from './search-condition.js'
import type { Settings } from './settings.js'

/** Values in the order of their places. */
export interface Binding {
  readonly values: unknown[]
  readonly bind: Bind
}

/** The places of a statement, of which the first is the shop. */
export function bindingOf(shop: string): Binding {
  const values: unknown[] = [shop]
  return { values, bind: (value, type) => `$${values.push(value)}::${type}` }
}

/** The condition that a filter holds for the customer `c` of the shop. A refusal says what of it PostgreSQL cannot tell. */
export function filterCondition(
  { where, search, moment, segments }: RecordFilter,
  { mapping }: Settings,
  { values, bind }: Binding,
): Outcome<string> {
  const { now, timeZone, currency } = moment
  const placeholder = values.length + 1
  const segment = segmentToSql(where, {
    ...{ dialect: 'postgres', mapping, now, timeZone, currency, segments, placeholder },
  })
  if (!segment.ok) return segment
  values.push(...segment.value.values)
  const searched = search === null ? '' : ` and ${searchCondition(search, bind)}`
  return success(`c.shop = $1 and c.living and ${segment.value.text}${searched}`)
}
