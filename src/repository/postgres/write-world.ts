import { customerColumns, namesOf, recordOf, type Columns } from './customer-columns.js'
import type { CustomerRow } from './customer-row.js'
import { eachByKey, fewKeys } from './each-by-key.js'
import { overtaken } from './failure.js'
import type { Found } from './read-world.js'
import { ask, type Session } from './session.js'
import { statementOn } from './statements.js'
import type { Tables } from './tables.js'
import type { WorldChanges } from './world-changes.js'

/** Rows from a list of the JSON that is given. */
export const rows = (list: string, columns: Columns): string =>
  `jsonb_to_recordset((select j from asked) -> '${list}') as r(${recordOf(columns)})`

/** Texts from a list of the JSON that is given. */
const texts = (list: string): string => `select jsonb_array_elements_text((select j from asked) -> '${list}')`

/** Rows of the table of keys, from lists of them as they stand in the rows of customers: `email anna@example.com`. */
const keyRows = (list: string): string => `(
    select split_part(k, ' ', 1) as kind, substr(k, strpos(k, ' ') + 1) as value, l.customer
    from jsonb_to_recordset((select j from asked) -> '${list}') as l("customer" text, "keys" text[]), unnest(l.keys) as k
  ) r`

/** When a row came, in microseconds: whoever has waited for a lock begins to write after the other has ended. */
export const arrived = '(extract(epoch from statement_timestamp()) * 1000000)::bigint'

const updates = Object.keys(customerColumns)
  .filter((name) => name !== 'id')
  .map((name) => `"${name}" = excluded."${name}"`)
  .join(', ')

/**
 * What is written, a row a list: together they are one statement, of which PostgreSQL carries out all parts at once. No two
 * parts ever write the same row.
 */
const parts: { readonly [list: string]: (tables: Tables) => string } = {
  inserted: ({ customers }) =>
    `insert into ${customers} (shop, ${namesOf(customerColumns)}) select $1::text, r.* from ${rows('inserted', customerColumns)}`,
  updated: ({ customers }) =>
    `insert into ${customers} (shop, ${namesOf(customerColumns)}) select $1::text, r.* from ${rows('updated', customerColumns)}
    on conflict (shop, id) do update set ${updates}`,
  led: ({ merges }) =>
    `insert into ${merges} (shop, id, survivor) select $1::text, r.*
    from ${rows('led', { id: 'text', survivor: 'text' })}
    on conflict (shop, id) do update set survivor = excluded.survivor`,
  dropped: ({ claims }) =>
    `delete from ${claims} x using ${fewKeys(texts('dropped'))} where x.shop = $1 and x.claim = k.one`,
  moved: ({ claims }) =>
    `insert into ${claims} (shop, claim, holder)
    select $1::text, r.* from ${rows('moved', { claim: 'text', holder: 'text' })}
    on conflict (shop, claim) do update set holder = excluded.holder`,
  claimed: ({ claims }) =>
    `insert into ${claims} (shop, claim, holder)
    select $1::text, r.claim, r.holder from ${rows('claimed', { claim: 'text', holder: 'text' })}`,
  // by the customers first, who have few: their keys are never looked for among everybody's
  unfound: ({ keys }) =>
    `delete from ${keys} x using ${fewKeys("select jsonb_array_elements((select j from asked) -> 'unfound') ->> 'customer'")}, ${keyRows('unfound')}
    where x.shop = $1 and x.customer = k.one and x.kind = r.kind and x.value = r.value and x.customer = r.customer`,
  foundBy: ({ keys }) =>
    `insert into ${keys} (shop, kind, value, customer) select $1::text, r.* from ${keyRows('foundBy')}
    on conflict do nothing`,
  silenced: ({ events }) =>
    `update ${events} x set event = null, at = null from ${fewKeys(texts('silenced'))} where x.shop = $1 and x.customer = k.one`,
  events: ({ events }) =>
    `insert into ${events} (shop, id, customer, at, event, ordinal, arrived) select $1::text, r.*, ${arrived}
    from ${rows('events', { id: 'text', customer: 'text', at: 'text', event: 'jsonb', ordinal: 'bigint' })}
    on conflict do nothing`,
  done: ({ outbox }) =>
    `delete from ${outbox} x using ${fewKeys(texts('done'))} where x.shop = $1 and x.id = k.one`,
  waiting: ({ outbox }) =>
    `insert into ${outbox} (shop, id, effect, names, ordinal, arrived) select $1::text, r.*, ${arrived}
    from ${rows('waiting', { id: 'text', effect: 'jsonb', names: 'text[]', ordinal: 'bigint' })}
    on conflict do nothing`,
  forgotten: ({ receipts }) =>
    `delete from ${receipts} where shop = $1 and names && array(${texts('forgotten')}) and names <@ array(${texts('forgotten')})`,
  unnamed: ({ receipts }) =>
    `update ${receipts} set names = array(select unnest(names) except all ${texts('unnamed')})
    where shop = $1 and names && array(${texts('unnamed')}) and not names <@ array(${texts('unnamed')})`,
  receipts: ({ receipts }) =>
    `insert into ${receipts} (shop, key, request, receipt, names) select $1::text, r.*
    from ${rows('receipts', { key: 'text', request: 'text', receipt: 'jsonb', names: 'text[]' })}`,
  counted: ({ counted }) =>
    `insert into ${counted} (shop, activity, customer) select $1::text, r.*
    from ${rows('counted', { activity: 'text', customer: 'text' })}`,
  suppressed: ({ suppressed }) =>
    `insert into ${suppressed} (shop, digest) select $1::text, k.one from (${texts('suppressed')}) k(one)
    on conflict do nothing`,
  left: ({ members }) =>
    `delete from ${members} x using ${fewKeys(texts('left'))} where x.shop = $1 and x.customer = k.one`,
}

/**
 * Writes all changes in one statement, made of the parts that have anything to do. Where no lock is held, it first locks the rows
 * that were read, in the order of their ids; if one of them is no longer what it was, nothing is written, and it throws.
 */
export async function writeWorld(
  session: Session,
  { rows: read }: Found,
  changes: WorldChanges,
): Promise<void> {
  const given = Object.entries(changes).filter(([, list]) => list.length > 0)
  if (given.length === 0) return
  session.signal?.throwIfAborted()
  const { tables, locks } = session
  const lists = given.map(([list]) => list)
  const text = statementOn(tables, `write, ${locks}: ${lists.join()}`, () =>
    statement(tables, lists, locks ? whole : unchanged(tables)),
  )
  const asked = [Object.fromEntries(given), ...(locks ? [] : [versionsOf(read)])]
  if (!(await ask<boolean>(session, text, ...asked))) throw overtaken()
}

function versionsOf(rows: readonly CustomerRow[]): readonly object[] {
  return rows.filter(({ state }) => state !== 'merged').map(({ id, version }) => ({ id, version }))
}

/** Whatever is given is written. */
const whole = 'asked as materialized (select $2::text::jsonb as j)'

/** What is given is written if everybody who was read is what they were; these are `$3`. */
const unchanged = ({ customers }: Tables): string => `held as materialized (
  select c.id, c.version
  from ${eachByKey(customers, 'c', 'id', { keys: "select jsonb_array_elements($3::text::jsonb) ->> 'id'", lock: true })}
),
asked as materialized (
  select $2::text::jsonb as j where not exists (
    select from jsonb_to_recordset($3::text::jsonb) as r(id text, version bigint)
    where not exists (select from held h where h.id = r.id and h.version = r.version)
  )
)`

function statement(tables: Tables, lists: readonly string[], asked: string): string {
  const written = lists.map((list) => `${list}_part as (\n${parts[list]?.(tables)}\n)`)
  return `with ${[asked, ...written].join(',\n')}
select exists (select from asked)::text as answer`
}
