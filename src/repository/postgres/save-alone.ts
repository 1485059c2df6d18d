import { noLibraryFacts, unknownHostFacts } from '../../customer/facts.js'
import type { CustomerRecord } from '../../customer/record.js'
import { noStatistics } from '../../customer/statistics.js'
import type { ChangeSet, Receipt } from '../../plan/change-set.js'
import { fingerprint } from '../../value/fingerprint.js'
import type { Revision } from '../../value/id.js'
import { isStorable } from '../../value/text.js'
import { frozenCopy } from '../memory/frozen-copy.js'
import { cellWriter, listText } from './cell-text.js'
import { savedColumns, namesOf, recordOf, type ColumnType, type Columns } from './customer-columns.js'
import { recordReaders } from './customer-row.js'
import { mayBeRepeated } from './failure.js'
import { loneSaveOf, type LoneSave } from './lone-save.js'
import { plannedAnew } from './planned-anew.js'
import type { Session } from './session.js'
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
  const { customer, revision } = save
  const record = { customer, statistics: noStatistics, facts, revision }
  const lists = followers.filter(({ list }) => save[list].length > 0)
  const next = nextRevision(revision, changeSet)
  const receipt = { revisions: { [customer.id]: next }, ids: {}, summary: changeSet.summary, replayed: false }
  const texts = [...fixedOf(session, settings, save, changeSet), next, ...valuesOf(textColumns, record)]
  const json = [JSON.stringify(receipt), ...valuesOf(jsonColumns, record)]
  for (const { list } of lists) json.push(JSON.stringify(save[list]))
  // what cannot be kept is refused or thrown on the longer way
  if (!areStorable(texts, json)) return null
  const text = statementOn(session.tables, `save: ${lists.map(({ list }) => list).join()}`, () =>
    statement(session.tables, lists),
  )
  const answer = isSaved(session, text, [...texts, ...json])
  // while the server is at work
  const given = frozenCopy(receipt)
  return (await answer) ? given : null
}

/**
 * Follows from the revision before and from the wish, which is carried out once: no two of one record are the same, and after a backup
 * was restored only the same wish on the same record makes the same again. A server that told the revision would answer with a row,
 * which takes both sides longer than all its checks do.
 */
function nextRevision(before: Revision, { key, request }: ChangeSet): Revision {
  return fingerprint([before, key, request])
}

/** As the text that PostgreSQL is given for it; `null` is nothing. */
type Value = string | null

/**
 * All are looked through at once: no pair, of surrogates or of backslashes, is begun in one value and ended in the next. In JSON
 * whatever cannot be kept stands escaped, and in the other texts an escape is nothing but its letters.
 */
function areStorable(texts: readonly Value[], json: readonly Value[]): boolean {
  return isStorable(texts.join('\n')) && isStorableJson(json.join('\n'))
}

async function isSaved(
  { connection, tables, signal }: Session,
  text: string,
  values: Value[],
): Promise<boolean> {
  signal?.throwIfAborted()
  try {
    const { rowCount } = await connection.query(plannedAnew(tables, text), values, true)
    return rowCount === 1
  } catch (error) {
    if (mayBeRepeated(error)) return false
    throw error
  }
}

const columns = recordReaders.flatMap(({ column, read }) => {
  const type = savedColumns[column]
  if (type === undefined) return []
  const textOf = cellWriter(type)
  return [{ name: column, type, valueOf: (record: CustomerRecord): Value => textOf(read(record)) }]
})
const textColumns = columns.filter(({ type }) => type !== 'jsonb')
const jsonColumns = columns.filter(({ type }) => type === 'jsonb')

function valuesOf(some: typeof columns, record: CustomerRecord): Value[] {
  return some.map(({ valueOf }) => valueOf(record))
}

/** Every value is a parameter of its own, and none is looked for in JSON; these are always the same. */
function fixedOf(
  { shop }: Session,
  { foundByOf }: Settings,
  { revision, customer, claims, names }: LoneSave,
  { key, request }: ChangeSet,
): Value[] {
  const found = listText(foundByOf(customer))
  return [shop, customer.id, revision, listText(claims), found, key, request, listText(names)]
}

/** Nothing that is written of a customer alone depends on them. */
const facts = { ...unknownHostFacts, ...noLibraryFacts }

/** The fixed parameters, the last of them the revision from now on; after them come the columns of text, the receipt, the columns of JSON, and the followers. */
const FIXED = 9
const RECEIPT = FIXED + textColumns.length + 1

const updates = [
  ...textColumns.map(({ name, type }, index) => updateOf(name, type, FIXED + 1 + index)),
  ...jsonColumns.map(({ name, type }, index) => updateOf(name, type, RECEIPT + 1 + index)),
].join(', ')

function updateOf(name: string, type: ColumnType, parameter: number): string {
  return `"${name}" = $${parameter}::text${type === 'text' ? '' : `::${type}`}`
}

/**
 * The row is written if it still is what was read, is in use, and has the claims and the keys by which it is found from now on. Whoever
 * had to wait for the row compares it anew.
 */
function saved({ customers }: Tables): string {
  return `saved as (
  update ${customers} c set ${updates}, version = c.version + 1, revision = $9::text
  where c.shop = $1::text and c.id = $2::text and c.state = 'present' and c.living and c.revision = $3::text
    and c.claims = $4::text::text[] and c.found_by = $5::text::text[]
  returning c.id
)`
}

/** A key that was used before is in the way; the rows that are counted are those of this, the last part. */
function settled({ receipts }: Tables): string {
  return `insert into ${receipts} (shop, key, request, receipt, names)
select $1::text, $6::text, $7::text, $${RECEIPT}::text::jsonb, $8::text::text[] from saved`
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
  from saved, jsonb_to_recordset($${RECEIPT + jsonColumns.length + 1 + index}::text::jsonb) as r(${recordOf(own)})
  on conflict do nothing
)`,
  )
  return `with ${[saved(tables), ...following].join(',\n')}
${settled(tables)}`
}
