import { invariant } from '../../../outcome/invariant.js'
import { sameJson } from '../../../outcome/same-json.js'
import type { CustomerId } from '../../../value/id.js'
import { replaceEntries } from '../../memory/entry-index.js'
import type { Living } from '../../memory/entry.js'
import { identitiesOf } from '../../memory/identities.js'
import { ask, type Session } from '../session.js'
import type { Staging } from '../staging.js'
import { blankCells, cellsOf, withCells, withoutUnkept } from './cells.js'
import type { Cells, HostRow } from './host-rows.js'
import { quoted, type HostTable } from './host-table.js'

/** A row of the host's to be written: the columns that change, by their names. */
interface RowChange {
  readonly id: CustomerId
  readonly cells: Cells
}

type LivingEntry = readonly [id: CustomerId, entry: Living]

/**
 * Writes what a commit has changed on the small store into the host's table, columns that differ only, and takes back what the
 * table has made of it: a trigger of the host's may have the last word. Whoever has ended gives up unique columns first.
 */
export async function writeHostRows(session: Session, host: HostTable, staging: Staging): Promise<void> {
  const changed = [...staging.store.entries].filter(([id, entry]) => entry !== staging.before.get(id))
  const living = changed.flatMap(([id, entry]): LivingEntry[] =>
    entry.state === 'present' ? [[id, entry]] : [],
  )
  forgetUnkept(host, staging, living)
  await update(
    session,
    host,
    changed.flatMap(([id]) => blanked(host, staging, id)),
  )
  const asked = living.flatMap(([id]) => rowChange(host, staging, id))
  const updated = await update(
    session,
    host,
    asked.filter(({ id }) => staging.before.has(id)),
  )
  const known = new Set(updated.map(({ id }) => id))
  const missing = asked.filter(({ id }) => !known.has(id)).map(({ id }) => wholeRow(host, staging, id))
  const inserted = await insert(session, host, missing)
  takeBack(host, staging, [...updated, ...inserted])
}

/** The rows of those who have ended, when nothing of the host's points to them any more. */
export async function deleteEndedRows(
  session: Session,
  { customers, name, tables, id, inShop }: HostTable,
  ids: readonly CustomerId[],
): Promise<void> {
  if (customers.deletes !== true) return
  const text = `with ended as materialized (
  select c.id from ${tables.customers} c where c.shop = $1 and c.state <> 'present'
    and c.id = any(array(select jsonb_array_elements_text($2::text::jsonb -> 'ids')))
),
gone as (delete from ${name} h where ${id}::text in (select id from ended) and ${inShop}),
seen as (delete from ${tables.host_rows} s where s.shop = $1 and s.id in (select id from ended))
select 'null' as answer`
  await ask(session, text, { ids })
}

function livingAt({ store }: Staging, id: CustomerId): Living {
  return store.entries.get(id) as Living
}

function forgetUnkept(host: HostTable, { store }: Staging, living: readonly LivingEntry[]): void {
  for (const [id, entry] of living) {
    const customer = withoutUnkept(host, entry.record.customer)
    if (!sameJson(customer, entry.record.customer))
      replaceEntries(store, [[id, { ...entry, record: { ...entry.record, customer } }]])
  }
}

function blanked(host: HostTable, { store, before }: Staging, id: CustomerId): RowChange[] {
  const was = before.get(id)
  if (was?.state !== 'present' || store.entries.get(id)?.state === 'present') return []
  return [{ id, cells: blankCells(host, was.record.customer) }]
}

function rowChange(host: HostTable, staging: Staging, id: CustomerId): RowChange[] {
  const was = staging.before.get(id)
  const before = was?.state === 'present' ? was.record.customer : undefined
  const cells = cellsOf(host, livingAt(staging, id).record.customer, before)
  return before !== undefined && Object.keys(cells).length === 0 ? [] : [{ id, cells }]
}

function wholeRow(host: HostTable, staging: Staging, id: CustomerId): RowChange {
  return { id, cells: cellsOf(host, livingAt(staging, id).record.customer) }
}

/** What a column without a value says now is what the record says from now on. */
function takeBack(host: HostTable, { store }: Staging, rows: readonly HostRow[]): void {
  for (const { id, cells } of rows) {
    const entry = store.entries.get(id) as Living
    const customer = withCells(host, entry.record.customer, cells)
    if (sameJson(customer, entry.record.customer)) continue
    const record = { ...entry.record, customer }
    replaceEntries(store, [[id, { ...entry, record, current: identitiesOf(customer) }]])
  }
}

async function update(
  session: Session,
  host: HostTable,
  rows: readonly RowChange[],
): Promise<readonly HostRow[]> {
  if (rows.length === 0) return []
  const { name, id, inShop, asId, isId, columns } = host
  const sets = columns.map(([, column]) => `${column} = (jsonb_populate_record(h, r.cells)).${column}`)
  const text = `with given as materialized (${given}),
written as (
  update ${name} h set ${sets.join(', ')}
  from (select ${asId('g.id')} as id, g.cells from given g where ${isId('g.id')}) r
  where ${id} = r.id and ${inShop}
  returning ${id}::text as id, ${host.cells} as cells, ${host.digest} as seen
),
${remembered(host)}`
  return ask(session, text, rows)
}

async function insert(
  session: Session,
  host: HostTable,
  rows: readonly RowChange[],
): Promise<readonly HostRow[]> {
  if (rows.length === 0) return []
  const { customers, name } = host
  invariant(customers.inserts !== false, 'the table of customers takes no new rows: `inserts` is off')
  const names = [customers.id, ...(customers.shop === undefined ? [] : [customers.shop])].map(quoted)
  const all = [...names, ...host.columns.map(([, column]) => column)]
  const keys = `jsonb_build_object('${customers.id}', g.id${customers.shop === undefined ? '' : `, '${customers.shop}', $1::text`})`
  const text = `with given as materialized (${given}),
written as (
  insert into ${name} as h (${all.join(', ')})
  select ${all.map((column) => `r.${column}`).join(', ')}
  from given g, lateral jsonb_populate_record(null::${name}, g.cells || ${keys}) r
  returning ${host.id}::text as id, ${host.cells} as cells, ${host.digest} as seen
),
${remembered(host)}`
  return ask(session, text, rows)
}

const given = `select r.id, r.cells from jsonb_to_recordset($2::text::jsonb) as r(id text, cells jsonb) where $1::text is not null`

function remembered({ tables }: HostTable): string {
  return `seen as (
  insert into ${tables.host_rows} (shop, id, seen) select $1::text, id, seen from written
  on conflict (shop, id) do update set seen = excluded.seen
)
select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'cells', w.cells)), '[]')::text as answer from written w`
}
