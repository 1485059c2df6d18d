import {
  type Change,
  type Claim,
  type Customer,
  type CustomerId,
  type CustomerRecord,
  emailKey,
  forecastStatistics,
  mergedFacts,
  noLibraryFacts,
  noStatistics,
  suppressionKey,
  unknownHostFacts,
} from 'clientele'
import { knownAs, type Known, recordIn, rowOf } from './people.js'
import type { Sqlite } from './sqlite.js'

/** What is known before the first change, because the changes themselves may take it away. */
export interface Before {
  readonly people: ReadonlyMap<CustomerId, Known>
}

type Carry<Type> = (db: Sqlite, change: Extract<Change, { readonly type: Type }>, before: Before) => void

// #region changes
/** How each kind of change is carried out: a row a kind. */
const carryOut: { readonly [Type in Change['type']]: Carry<Type> } = {
  put: (db, { customer, claims }) => putCustomer(db, customer, claims),
  state: (db, { id, field, value }) => {
    const facts = { ...living(db, id).facts, [field]: value }
    db.run('update customers set facts = ? where id = ?', JSON.stringify(facts), id)
    if (field === 'deleted') live(db, id, !value)
    raise(db, id)
  },
  tombstone: (db, { id, into }) => endRecord(db, id, into),
  event: (db, { id, customer, at, event }) =>
    // its id comes from the key, so one that is there is the same event
    db.run(
      'insert or ignore into events (id, customer, at, event) values (?, ?, ?, ?)',
      ...[id, customer, at, JSON.stringify(event)],
    ),
  redactEvents: (db, { id }, { people }) => {
    const { customers } = people.get(id) as Known
    for (const one of customers) db.run("update events set event = 'null', at = '' where customer = ?", one)
  },
  suppress: (db, { id }, { people }) => {
    const { emails, phones } = people.get(id) as Known
    const keys = [
      ...emails.map((one) => suppressionKey('email', one)),
      ...phones.map((one) => suppressionKey('phone', one)),
    ]
    for (const key of keys) db.run('insert or ignore into suppressed values (?)', key)
  },
  // `capabilities` says that this store counts nothing, has no tables of the host, and keeps no word on different people
  count: unforeseen,
  reassign: unforeseen,
  redact: unforeseen,
  distinct: () => undefined,
}
// #endregion

export function carryOutChange(db: Sqlite, change: Change, before: Before): void {
  const carry = carryOut[change.type] as (db: Sqlite, change: Change, before: Before) => void
  carry(db, change, before)
}

function unforeseen(_db: Sqlite, { type }: Change): never {
  throw new Error(`this store was never planned for: ${type}`)
}

/** Everybody whom a change set erases, as they are known before it. */
export function erasedBy(db: Sqlite, changes: readonly Change[]): Before {
  const ids = changes.flatMap((change) => {
    if (change.type === 'redactEvents' || change.type === 'suppress') return [change.id]
    return change.type === 'state' && change.field === 'redaction' && change.value === 'done'
      ? [change.id]
      : []
  })
  return { people: new Map(ids.map((id) => [id, knownAs(db, id)])) }
}

/** A record is seen to change by its revision, which never comes back. */
export function raise(db: Sqlite, id: CustomerId): void {
  db.run('update customers set revision = ? where id = ?', crypto.randomUUID(), id)
}

export function putCustomer(db: Sqlite, customer: Customer, claims: readonly Claim[]): void {
  const { id } = customer
  db.run(
    `insert into customers (id, state, is_living, customer, statistics, facts, claims) values (?, 'present', 1, ?, ?, ?, ?)
     on conflict (id) do update set customer = excluded.customer, claims = excluded.claims`,
    ...[id, JSON.stringify(customer), JSON.stringify(noStatistics)],
    ...[JSON.stringify({ ...unknownHostFacts, ...noLibraryFacts }), JSON.stringify(claims)],
  )
  db.run('update contacts set is_current = 0 where customer = ?', id)
  const { email, phone } = customer
  if (email !== null) remember(db, 'email', emailKey(email), id)
  if (phone !== null) remember(db, 'phone', phone, id)
  raise(db, id)
}

function remember(db: Sqlite, kind: string, value: string, id: CustomerId): void {
  const text = `insert into contacts values (?, ?, ?, 1) on conflict do update set is_current = 1`
  db.run(text, kind, value, id)
}

/** A record that is out of use is neither found nor listed, and holds no claim. */
function live(db: Sqlite, id: CustomerId, isLiving: boolean): void {
  db.run('update customers set is_living = ? where id = ?', Number(isLiving), id)
}

/** All claims are written anew after the last change, so that they pass from one record to another in any order. */
export function writeClaims(db: Sqlite, ids: readonly CustomerId[]): void {
  for (const id of ids) db.run('delete from claims where holder = ?', id)
  for (const id of ids)
    db.run(
      `insert into claims select value, customers.id from customers, json_each(customers.claims)
       where customers.id = ? and is_living = 1`,
      id,
    )
}

/** Of one that was deleted only the id stays; one that was merged leads to its survivor. */
function endRecord(db: Sqlite, id: string, into: string | null): void {
  if (id === into) throw new Error('a record cannot be merged into itself')
  if (into !== null) absorb(db, living(db, id), living(db, into))
  db.run('delete from contacts where customer = ?', id)
  db.run(
    `update customers set state = ?, into_id = ?, is_living = 0, revision = null,
     customer = null, statistics = null, facts = null, claims = null where id = ?`,
    ...[into === null ? 'deleted' : 'merged', into, id],
  )
}

/** What goes along with a merge and stands in no plan: statistics, facts of the host, and by what the person was known. */
function absorb(db: Sqlite, ended: CustomerRecord, survivor: CustomerRecord): void {
  const { id } = survivor.customer
  const statistics = forecastStatistics([survivor.statistics, ended.statistics])
  const facts = mergedFacts([survivor, ended], survivor.facts.mergeInProgress)
  const text = 'update customers set statistics = ?, facts = ? where id = ?'
  db.run(text, JSON.stringify(statistics), JSON.stringify(facts), id)
  const contacts = 'insert or ignore into contacts select kind, value, ?, 0 from contacts where customer = ?'
  db.run(contacts, id, ended.customer.id)
  raise(db, id)
}

/** The record that a change needs. A change set that has ended it before contradicts itself. */
function living(db: Sqlite, id: CustomerId): CustomerRecord {
  const row = rowOf(db, id)
  if (row?.['state'] !== 'present')
    throw new Error('a change aims at a record that its own change set has ended')
  return recordIn(row)
}
