import { noLibraryFacts, unknownHostFacts } from '../../customer/facts.js'
import { noStatistics } from '../../customer/statistics.js'
import type { ChangeSet, Receipt } from '../../plan/change-set.js'
import type { Revision } from '../../value/id.js'
import { isStorable } from '../../value/text.js'
import { frozenCopy } from '../memory/frozen-copy.js'
import { cellText, listText } from './cell-text.js'
import { savedColumns, namesOf, recordOf, type Columns } from './customer-columns.js'
import { recordReaders } from './customer-row.js'
import { mayBeRepeated } from './failure.js'
import { loneSaveOf, type LoneSave } from './lone-save.js'
import { foundByReader } from './lookup-keys.js'
import { answersTo, type Session } from './session.js'
import type { Settings } from './settings.js'
import { statementOn } from './statements.js'
import { isStorableJson } from './storable-json.js'
import type { TableName, Tables } from './tables.js'
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
  const values = valuesOf(session, settings, save, changeSet)
  // what cannot be kept is refused or thrown on the longer way
  if (!areStorable(values)) return null
  const lists = followers.filter(({ list }) => save[list].length > 0)
  const text = statementOn(session.tables, `save: ${lists.map(({ list }) => list).join()}`, () =>
    statement(session.tables, lists),
  )
  const answer = revisionBy(session, text, values)
  // while the server is at work
  const summary = frozenCopy(changeSet.summary)
  const revision = await answer
  if (revision === undefined) return null
  const revisions = Object.freeze(Object.fromEntries([[save.customer.id, revision]]))
  return Object.freeze({ revisions, ids: Object.freeze({}), summary, replayed: false })
}

/** All are looked through at once: no pair, of surrogates or of backslashes, is begun in one value and ended in the next. */
function areStorable(values: readonly (string | null)[]): boolean {
  const all = values.join('\n')
  return isStorable(all) && isStorableJson(all)
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

const columns = recordReaders.flatMap(({ column, read }) => {
  const type = savedColumns[column]
  return type === undefined ? [] : [{ name: column, type, read }]
})

/** Every value is a parameter of its own, and none is looked for in JSON. */
function valuesOf(
  { shop }: Session,
  { identity }: Settings,
  save: LoneSave,
  changeSet: ChangeSet,
): (string | null)[] {
  const { revision, customer, claims, names } = save
  const { key, request, summary } = changeSet
  const record = { customer, statistics: noStatistics, facts, revision }
  const foundBy = foundByReader(identity)(customer)
  const values: (string | null)[] = [
    ...[shop, customer.id, revision, listText(claims), listText(foundBy)],
    ...[key, request, JSON.stringify(summary), listText(names)],
  ]
  for (const { type, read } of columns) values.push(cellText(type, read(record)))
  for (const { list } of followers) if (save[list].length > 0) values.push(JSON.stringify(save[list]))
  return values
}

/** Nothing that is written of a customer alone depends on them. */
const facts = { ...unknownHostFacts, ...noLibraryFacts }

/** The parameters before those of the columns; after these come those of the followers. */
const FIXED = 9

const updates = columns
  .map(
    ({ name, type }, index) => `"${name}" = $${FIXED + 1 + index}::text${type === 'text' ? '' : `::${type}`}`,
  )
  .join(', ')

/**
 * The row is written if it still is what was read, is in use, and has the claims and the keys by which it is found from now on. Whoever
 * had to wait for the row compares it anew; and a key that was used before is in the way of the receipt. The version tells the
 * revisions of one record apart, and the moment those of before and after a backup was restored: a random name takes longer to make.
 */
function saved({ customers, receipts }: Tables): readonly string[] {
  return [
    `saved as (
  update ${customers} c set ${updates}, version = c.version + 1, revision = (c.version + 1)::text || '-' || ${arrived}::text
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

interface Follower {
  readonly list: 'events' | 'waiting'
  readonly table: TableName
  readonly columns: Columns
}

/** What is told of the customer, and what is to be done: rows that come with the record. */
const followers: readonly Follower[] = [
  {
    list: 'events',
    table: 'events',
    columns: { id: 'text', customer: 'text', at: 'text', event: 'jsonb', ordinal: 'bigint' },
  },
  {
    list: 'waiting',
    table: 'outbox',
    columns: { id: 'text', effect: 'jsonb', names: 'text[]', ordinal: 'bigint' },
  },
]

function statement(tables: Tables, lists: readonly Follower[]): string {
  const following = lists.map(
    ({ list, table, columns: own }, index) => `${list} as (
  insert into ${tables[table]} (shop, ${namesOf(own)}, arrived) select $1::text, r.*, ${arrived}
  from saved, jsonb_to_recordset($${FIXED + columns.length + 1 + index}::text::jsonb) as r(${recordOf(own)})
  on conflict do nothing
)`,
  )
  return `with ${[...saved(tables), ...following].join(',\n')}
select to_jsonb(revision)::text as answer from saved`
}
