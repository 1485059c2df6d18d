import type { ChangeSet, Receipt } from '../../plan/change-set.js'
import type { Revision } from '../../value/id.js'
import { frozenCopy } from '../memory/frozen-copy.js'
import { derivedColumns, recordOf, type Columns } from './customer-columns.js'
import { mayBeRepeated } from './failure.js'
import { loneSaveOf, type LoneSave } from './lone-save.js'
import { ask, type Session } from './session.js'
import type { Settings } from './settings.js'
import { isStorableJson } from './storable-json.js'
import type { Tables } from './tables.js'
import { arrived, keyColumns, rows } from './write-world.js'

/**
 * Saves one record in one statement, which is its own transaction: nothing is read before it. It writes all or nothing, and when
 * it has written nothing does not say why: that is `null`, as it is for a change set that does more, and the commit goes the long way.
 */
export async function saveAlone(
  session: Session,
  settings: Settings,
  changeSet: ChangeSet,
): Promise<Receipt | null> {
  const save = loneSaveOf(changeSet, settings)
  // what cannot be kept is refused or thrown on the long way
  if (save === null || !isStorableJson(JSON.stringify(save))) return null
  const revision = await askOnce(session, save)
  if (revision === null) return null
  const revisions = Object.fromEntries([[save.id, revision]])
  return frozenCopy({ revisions, ids: {}, summary: changeSet.summary, replayed: false })
}

async function askOnce(session: Session, save: LoneSave): Promise<Revision | null> {
  try {
    return await ask<Revision | null>(session, statement(session.tables, save), save)
  } catch (error) {
    if (mayBeRepeated(error)) return null
    throw error
  }
}

const asked = (path: string): string => `((select j from asked) ->> '${path}')`

const rowColumns: Columns = { customer: 'jsonb', ...derivedColumns }

const updates = Object.keys(rowColumns)
  .map((name) => `"${name}" = r."${name}"`)
  .join(', ')

/** What was given up is former from now on: first what was so before, then the contact by which the customer was found. */
const formerOf = (kind: 'email' | 'phone', list: string): string =>
  `'${list}', (c.former -> '${list}') || coalesce((select jsonb_agg(h.value) from held h
      where h.kind = '${kind}' and not (c.former -> '${list}') ? h.value), '[]')`

/**
 * The row is written if it still is what was read, and in use, no other holds its claims, and the key is a new one. Whoever had to
 * wait for the row has looked at everything else before the other commit was there, and writes nothing, which the version tells.
 */
function saved({ customers, claims, receipts }: Tables): string {
  return `update ${customers} c set ${updates}, claims = (select list from claimed), version = c.version + 1,
    revision = gen_random_uuid()::text || '-1',
    former = jsonb_build_object(${formerOf('email', 'emails')}, ${formerOf('phone', 'phones')})
  from jsonb_to_record((select j from asked) -> 'row') as r(${recordOf(rowColumns)})
  where c.shop = $1 and c.id = ${asked('id')} and c.state = 'present' and c.living and c.revision = ${asked('revision')}
    and c.version = (select s.version from ${customers} s where s.shop = $1 and s.id = ${asked('id')})
    and not exists (select from ${claims} x
      where x.shop = $1 and x.claim = any((select list from claimed)::text[]) and x.holder <> ${asked('id')})
    and not exists (select from ${receipts} x where x.shop = $1 and x.key = (select j from asked) -> 'receipt' ->> 'key')
  returning c.id, c.revision`
}

/** What follows from the row, where it was written. */
function followers({ claims, keys, events, outbox, receipts }: Tables, save: LoneSave): readonly string[] {
  return [
    `delete from ${claims} x using saved where x.shop = $1 and x.holder = saved.id
    and x.claim <> all((select list from claimed)::text[])`,
    `insert into ${claims} (shop, claim, holder) select $1::text, n.claim, saved.id
    from saved, unnest((select list from claimed)::text[]) as n(claim)
    where not exists (select from ${claims} x where x.shop = $1 and x.claim = n.claim)`,
    `delete from ${keys} x using saved where x.shop = $1 and x.customer = saved.id
    and not exists (select from found_by n where n.kind = x.kind and n.value = x.value)`,
    `insert into ${keys} (shop, kind, value, customer) select $1::text, n.kind, n.value, saved.id from saved, found_by n
    where not exists (select from held h where h.kind = n.kind and h.value = n.value) on conflict do nothing`,
    `insert into ${receipts} (shop, key, request, receipt, names)
    select $1::text, r.key, r.request, jsonb_build_object('revisions', jsonb_build_object(saved.id, saved.revision),
      'ids', jsonb_build_object(), 'summary', r.summary, 'replayed', false), r.names
    from saved, jsonb_to_record((select j from asked) -> 'receipt') as r(key text, request text, summary jsonb, names text[])`,
    ...(save.events.length === 0
      ? []
      : [
          `insert into ${events} (shop, customer, id, at, event, ordinal, arrived) select $1::text, saved.id, r.*, ${arrived}
    from saved, ${rows('events', { id: 'text', at: 'text', event: 'jsonb', ordinal: 'bigint' })} on conflict do nothing`,
        ]),
    ...(save.waiting.length === 0
      ? []
      : [
          `insert into ${outbox} (shop, id, effect, names, ordinal, arrived) select $1::text, r.*, ${arrived}
    from saved, ${rows('waiting', { id: 'text', effect: 'jsonb', names: 'text[]', ordinal: 'bigint' })}
    on conflict do nothing`,
        ]),
  ]
}

function statement(tables: Tables, save: LoneSave): string {
  const { kind, value } = keyColumns
  const parts = followers(tables, save).map((part, index) => `part_${index} as (\n${part}\n)`)
  return `with asked as materialized (select $2::text::jsonb as j),
claimed as materialized (select array(select jsonb_array_elements_text((select j from asked) -> 'claims')) as list),
found_by as materialized (select * from ${rows('keys', { kind, value } as Columns)}),
held as materialized (select k.kind, k.value from ${tables.keys} k where k.shop = $1 and k.customer = ${asked('id')}),
saved as (
${saved(tables)}
),
${parts.join(',\n')}
select coalesce((select to_jsonb(revision) from saved), 'null')::text as answer`
}
