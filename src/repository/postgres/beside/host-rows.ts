import type { JsonValue } from '../../../outcome/json.js'
import type { CustomerId } from '../../../value/id.js'
import type { Instant } from '../../../value/instant.js'
import { eachByKey } from '../each-by-key.js'
import { ask, type Session } from '../session.js'
import type { HostTable } from './host-table.js'

/** A row of the host's, as its mapped columns are told. */
export interface HostRow {
  readonly id: CustomerId
  readonly cells: Cells
}

export type Cells = { readonly [field: string]: JsonValue }

/** Rows of the host, locked, and those that were there once and are gone. */
export interface HostRows {
  readonly now: Instant
  readonly rows: readonly HostRow[]
  readonly gone: readonly CustomerId[]
}

/** How many rows are taken over at once. */
export const BATCH = 500

const list = "select jsonb_array_elements_text((select j from asked) -> 'ids')"

/** Whether the rows of the host are locked, in the order of ids: always before the library's own. Whoever only reads waits for nobody. */
export type Lock = 'locked' | 'as-they-are'

const locks: { readonly [One in Lock]: string } = { locked: 'for no key update', 'as-they-are': '' }

/** Whom ids lead to, and the rows of the host under these. */
function heldRows({ name, tables, id, inShop, asId, isId }: HostTable, columns: string, lock: Lock): string {
  return `asked as materialized (select $2::text::jsonb as j),
wanted as materialized (
  select w.id from (
    ${list} as id
    union select m.survivor from ${eachByKey(tables.merges, 'm', 'id', { keys: list })}
  ) w
),
held as materialized (
  select ${id}::text as id, ${columns} from ${name} h
  where ${id} = any(array(select ${asId('w.id')} from wanted w where ${isId('w.id')})) and ${inShop}
  order by ${id} ${locks[lock]}
)`
}

/** Those of some whose rows are not as the library has seen them last. */
export async function changedAmong(
  session: Session,
  host: HostTable,
  ids: readonly CustomerId[],
  lock: Lock,
): Promise<readonly CustomerId[]> {
  const { host_rows: seen } = host.tables
  const text = `with ${heldRows(host, `${host.digest} as seen`, lock)}
select coalesce(jsonb_agg(d.id order by d.id), '[]')::text as answer from (
  select h.id from held h left join ${seen} s on s.shop = $1 and s.id = h.id where s.seen is distinct from h.seen
  union select s.id from ${seen} s
  where s.shop = $1 and s.id in (select id from wanted) and s.id not in (select id from held)
) d`
  return ask(session, text, { ids })
}

/** The next of all whose rows are not as the library has seen them last. */
export async function changedAfter(
  session: Session,
  { name, tables, id, inShop, digest, asId }: HostTable,
  after: CustomerId,
): Promise<readonly CustomerId[]> {
  const text = `select coalesce(jsonb_agg(p.id order by p.id), '[]')::text as answer from (
  select d.id from (
    select ${id}::text collate "C" as id from ${name} h left join ${tables.host_rows} s on s.shop = $1 and s.id = ${id}::text
    where ${inShop} and s.seen is distinct from ${digest}
    union all select s.id from ${tables.host_rows} s
    where s.shop = $1 and not exists (select from ${name} h where ${id} = ${asId('s.id')} and ${inShop})
  ) d
  where d.id > ($2::text::jsonb ->> 'after') order by d.id limit ${BATCH}
) p`
  return ask(session, text, { after })
}

/** The rows themselves, locked. */
export async function lockedRows(
  session: Session,
  host: HostTable,
  ids: readonly CustomerId[],
): Promise<HostRows> {
  const text = `with ${heldRows(host, `${host.cells} as cells`, 'locked')}
select jsonb_build_object(
  'now', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'rows', (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'cells', h.cells) order by h.id), '[]') from held h),
  'gone', (select coalesce(jsonb_agg(s.id), '[]') from ${host.tables.host_rows} s
    where s.shop = $1 and s.id in (select id from wanted) and s.id not in (select id from held))
)::text as answer`
  return ask(session, text, { ids })
}

/** Remembers the rows as they are now. */
export async function remember(
  session: Session,
  { name, tables, id, inShop, digest, asId, isId }: HostTable,
  ids: readonly CustomerId[],
): Promise<void> {
  const text = `with asked as materialized (select $2::text::jsonb as j),
wanted as materialized (${list} as id),
held as materialized (
  select ${id}::text as id, ${digest} as seen from ${name} h
  where ${id} = any(array(select ${asId('w.id')} from wanted w where ${isId('w.id')})) and ${inShop}
),
gone as (
  delete from ${tables.host_rows} s where s.shop = $1 and s.id in (select id from wanted) and s.id not in (select id from held)
),
seen as (
  insert into ${tables.host_rows} (shop, id, seen) select $1::text, id, seen from held
  on conflict (shop, id) do update set seen = excluded.seen
)
select 'null' as answer`
  await ask(session, text, { ids })
}
