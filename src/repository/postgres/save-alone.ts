import type { ChangeSet, Receipt } from '../../plan/change-set.js'
import type { Revision } from '../../value/id.js'
import { isStorable } from '../../value/text.js'
import { frozenCopy } from '../memory/frozen-copy.js'
import { cellText, listText } from './cell-text.js'
import { derivedColumns, recordOf, type Columns } from './customer-columns.js'
import { mayBeRepeated } from './failure.js'
import { loneSaveOf, type LoneSave } from './lone-save.js'
import { answersTo, type Session } from './session.js'
import type { Settings } from './settings.js'
import { statementOn } from './statements.js'
import { isStorableJson } from './storable-json.js'
import type { Tables } from './tables.js'
import { arrived } from './write-world.js'

/**
 * Saves one record whose contacts stay what they were in one statement, which is its own transaction: nothing is read before it. It
 * writes all or nothing, and when it has written nothing does not say why: that is `null`, as it is for a change set that does
 * more, and the commit goes a longer way.
 */
export async function saveAlone(
  session: Session,
  settings: Settings,
  changeSet: ChangeSet,
): Promise<Receipt | null> {
  const save = loneSaveOf(changeSet, settings)
  if (save === null) return null
  const values = valuesOf(session, save, changeSet)
  // what cannot be kept is refused or thrown on the longer way
  if (!values.every((value) => value === null || (isStorable(value) && isStorableJson(value)))) return null
  const text = statementOn(
    session.tables,
    `save, ${save.events.length > 0}, ${save.waiting.length > 0}`,
    () => statement(session.tables, save),
  )
  const revision = await revisionBy(session, text, values)
  if (revision === undefined) return null
  const revisions = Object.fromEntries([[save.id, revision]])
  return frozenCopy({ revisions, ids: {}, summary: changeSet.summary, replayed: false })
}

async function revisionBy(
  session: Session,
  text: string,
  values: (string | null)[],
): Promise<Revision | undefined> {
  try {
    const [revision] = await answersTo<Revision>(session, text, values, true)
    return revision
  } catch (error) {
    if (mayBeRepeated(error)) return undefined
    throw error
  }
}

const rowColumns: Columns = { customer: 'jsonb', ...derivedColumns }
const columns = Object.entries(rowColumns)

/** What follows the columns among the values, so that every value is a parameter of its own and none is looked for in JSON. */
function valuesOf({ shop }: Session, save: LoneSave, changeSet: ChangeSet): (string | null)[] {
  const { id, revision, row, claims, foundBy, names, events, waiting } = save
  const { key, request, summary } = changeSet
  return [
    ...[shop, id, revision, listText(claims), listText(foundBy)],
    ...[key, request, JSON.stringify(summary), listText(names)],
    ...columns.map(([name, type]) => cellText(type, row[name])),
    ...[events, waiting].filter((list) => list.length > 0).map((list) => JSON.stringify(list)),
  ]
}

const FIXED = 9

const updates = columns
  .map(
    ([name, type], index) => `"${name}" = $${FIXED + 1 + index}::text${type === 'text' ? '' : `::${type}`}`,
  )
  .join(', ')

/**
 * The row is written if it still is what was read, is in use, and has the claims and the keys by which it is found from now on. Whoever
 * had to wait for the row compares it anew; and a key that was used before is in the way of the receipt.
 */
function saved({ customers, receipts }: Tables): readonly string[] {
  return [
    `saved as (
  update ${customers} c set ${updates}, version = c.version + 1, revision = gen_random_uuid()::text || '-1'
  where c.shop = $1::text and c.id = $2::text and c.state = 'present' and c.living and c.revision = $3::text
    and c.claims = $4::text::text[] and c.found_by = $5::text::text[]
  returning c.id, c.revision
)`,
    `settled as (
  insert into ${receipts} (shop, key, request, receipt, names)
  select $1::text, $6::text, $7::text, jsonb_build_object('revisions', jsonb_build_object(saved.id, saved.revision),
    'ids', jsonb_build_object(), 'summary', $8::text::jsonb, 'replayed', false), $9::text::text[]
  from saved
)`,
  ]
}

const eventColumns: Columns = { id: 'text', at: 'text', event: 'jsonb', ordinal: 'bigint' }
const effectColumns: Columns = { id: 'text', effect: 'jsonb', names: 'text[]', ordinal: 'bigint' }

function statement(tables: Tables, { events, waiting }: LoneSave): string {
  let last = FIXED + columns.length
  const rows = (list: Columns): string =>
    `jsonb_to_recordset($${++last}::text::jsonb) as r(${recordOf(list)})`
  const told =
    events.length === 0
      ? []
      : [
          `told as (
  insert into ${tables.events} (shop, customer, id, at, event, ordinal, arrived)
  select $1::text, saved.id, r.*, ${arrived} from saved, ${rows(eventColumns)} on conflict do nothing
)`,
        ]
  const awaited =
    waiting.length === 0
      ? []
      : [
          `awaited as (
  insert into ${tables.outbox} (shop, id, effect, names, ordinal, arrived)
  select $1::text, r.*, ${arrived} from saved, ${rows(effectColumns)} on conflict do nothing
)`,
        ]
  return `with ${[...saved(tables), ...told, ...awaited].join(',\n')}
select to_jsonb(revision)::text as answer from saved`
}
