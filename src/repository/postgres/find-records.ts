import type { Sort, SortPlace } from '../../customer/record-sort.js'
import { invariant } from '../../outcome/invariant.js'
import { refusal, success, type Outcome } from '../../outcome/outcome.js'
import { problem } from '../../outcome/problem.js'
import { isStorable } from '../../value/text.js'
import { cursorAfter, readCursor } from '../page-cursor.js'
import type { RecordPage } from '../port.js'
import type { RecordFilter, RecordQuery } from '../query.js'
import { jsonOf, recordColumns, type RecordRow } from './customer-row.js'
import { stretchesOf, type Stretch, type Stretches } from './keyset.js'
import { bindingOf, filterCondition } from './query-condition.js'
import { recordJson, recordsFrom } from './records.js'
import { answersTo, type Session } from './session.js'
import type { Settings } from './settings.js'

/** A page of those for whom a filter holds, sorted; the database finds and sorts them. */
export async function findRecords(
  session: Session,
  settings: Settings,
  query: RecordQuery,
): Promise<Outcome<RecordPage>> {
  const { sort, after, limit, moment } = query
  invariant(limit >= 1, 'a page holds at least one record')
  const place = after === null ? success(null) : readPlace(after, query)
  if (!place.ok) return place
  const binding = bindingOf(session.shop)
  const condition = filterCondition(query, settings, binding)
  if (!condition.ok) return condition
  const stretches = stretchesOf(sort, place.value, moment.currency, binding.bind)
  const most = binding.bind(limit + 1, 'bigint')
  const from = `from ${session.tables.customers} c where ${condition.value}`
  const text = sort === undefined ? alongIds(stretches, from, most) : sorted(stretches, from, most, sort)
  const rows = await answersTo<RecordRow>(session, text, binding.values)
  const records = await recordsFrom(session, rows.slice(0, limit))
  const last = rows.length > limit ? records.at(-1) : undefined
  return success({ records, next: last === undefined ? null : cursorAfter(last, sort, moment.currency) })
}

function alongIds({ known }: Stretches, from: string, most: string): string {
  const { condition, order } = known[0] as Stretch
  return `select ${recordJson}::text as answer ${from} and ${condition} order by ${order} limit ${most}`
}

const columns = recordColumns.map((name) => `c."${name}"`).join()

/** Of each stretch as much as a page, and of all of them one; who is on it is made JSON of. */
function sorted({ known, missing }: Stretches, from: string, most: string, { direction }: Sort): string {
  const order = `order by "sorted_by" ${direction === 'ascending' ? 'asc' : 'desc'} nulls last, "id"`
  const part = ({ condition, value, order: within }: Stretch, also = ''): string =>
    `(select c."id", ${value} as "sorted_by", ${columns} ${from}${also} and ${condition} order by ${within} limit ${most})`
  const page = (parts: readonly string[]): string =>
    `(select * from (${parts.join('\nunion all\n')}) s ${order} limit ${most})`
  const isShort = ` and (select count(*) from known) < ${most}`
  return `with known as materialized ${page(known.map((stretch) => part(stretch)))}
select ${jsonOf(recordColumns, 'p')}::text as answer
from ${missing === null ? 'known' : page(['select * from known', part(missing, isShort)])} p ${order}`
}

/** A place that the database can compare with: what it cannot even be told is none. */
function readPlace(after: string, { sort }: RecordQuery): Outcome<SortPlace> {
  const place = readCursor(after, sort)
  if (!place.ok) return place
  const { value, id } = place.value
  const isKnown = typeof value === 'number' ? Number.isSafeInteger(value) : isStorable(value ?? '')
  return isKnown && isStorable(id) ? place : refusal(problem('find.cursor-invalid', ['after']))
}

/** How many there are for whom a filter holds. */
export async function countRecords(
  session: Session,
  settings: Settings,
  filter: RecordFilter,
): Promise<Outcome<number>> {
  const binding = bindingOf(session.shop)
  const condition = filterCondition(filter, settings, binding)
  if (!condition.ok) return condition
  const text = `select count(*)::text as answer from ${session.tables.customers} c where ${condition.value}`
  const [count] = await answersTo<number>(session, text, binding.values)
  return success(count as number)
}
