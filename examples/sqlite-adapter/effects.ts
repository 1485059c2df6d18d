import type { ChangeSet, CustomerId, Effect, Receipt } from 'clientele'
import { raise } from './changes.js'
import { endOf, recordIn, rowOf } from './people.js'
import type { Sqlite } from './sqlite.js'

/** Puts what waits for the host into the outbox, and the receipt under its key. */
export function keep(db: Sqlite, changeSet: ChangeSet, receipt: Receipt): void {
  for (const effect of changeSet.outbox) {
    db.run('insert or ignore into outbox (id, effect) values (?, ?)', effect.id, JSON.stringify(effect))
    name(db, 'effect', effect.id, namedBy(effect))
  }
  const { key, request } = changeSet
  db.run('insert into receipts values (?, ?, ?)', key, request, JSON.stringify(receipt))
  name(db, 'receipt', key, namedBy(changeSet))
}

function name(db: Sqlite, kind: string, row: string, customers: Iterable<CustomerId>): void {
  for (const id of customers) db.run('insert or ignore into names values (?, ?, ?)', kind, row, id)
}

const idNames = new Set('id ids from to into customer'.split(' '))

/** Every customer that is named, and a few ids of other things, which find nothing. */
function namedBy(value: unknown, key = ''): Set<CustomerId> {
  if (typeof value === 'string') return new Set(idNames.has(key) ? [value] : [])
  if (typeof value !== 'object' || value === null) return new Set()
  const parts = Array.isArray(value)
    ? value.map((one) => namedBy(one, key))
    : Object.entries(value).map(([part, one]) => namedBy(one, part))
  return new Set(parts.flatMap((part) => [...part]))
}

// #region forget
const receiptsOfCustomers =
  "select row_id from names join customers on customers.id = names.customer where kind = 'receipt'"

/**
 * What is kept of erased people goes: stored receipts and effects that name them; redactions that wait stay. A receipt that names
 * others too stays without the person: their part would be carried out again.
 */
export function forget(db: Sqlite, customers: readonly CustomerId[]): void {
  for (const id of customers) {
    db.run('delete from contacts where customer = ? and is_current = 0', id)
    const named = db.all('select kind, row_id from names where customer = ?', id)
    const idsOf = (kind: string): string[] =>
      named.filter((row) => row['kind'] === kind).map((row) => String(row['row_id']))
    db.run("delete from names where kind = 'receipt' and customer = ?", id)
    for (const key of idsOf('receipt'))
      db.run(`delete from receipts where key = ? and key not in (${receiptsOfCustomers})`, key)
    removeEffects(db, idsOf('effect'), "effect ->> 'type' <> 'redact'")
  }
}
// #endregion

// #region outbox
/**
 * Takes effects out of the outbox. With the last reassignment of a merge, the merge is no longer in progress (MB-8): until then
 * rows of the absorbed record are still on their way.
 */
export function removeEffects(db: Sqlite, ids: readonly string[], which = 'true'): void {
  const going = ids.flatMap((id) =>
    db.all(`select effect from outbox where id = ? and ${which}`, id).map(effectIn),
  )
  for (const { id } of going) {
    db.run('delete from outbox where id = ?', id)
    db.run("delete from names where kind = 'effect' and row_id = ?", id)
  }
  const awaited = new Set(
    db
      .all('select effect from outbox')
      .map(effectIn)
      .flatMap((one) => survivorOf(db, one)),
  )
  for (const survivor of new Set(going.flatMap((one) => survivorOf(db, one))))
    if (!awaited.has(survivor)) finishMerge(db, survivor)
}
// #endregion

export function effectIn(row: { readonly [column: string]: unknown }): Effect {
  return JSON.parse(String(row['effect'])) as Effect
}

function survivorOf(db: Sqlite, effect: Effect): CustomerId[] {
  return effect.type === 'reassign' ? [endOf(db, effect.to)] : []
}

function finishMerge(db: Sqlite, id: CustomerId): void {
  const row = rowOf(db, id)
  if (row?.['state'] !== 'present' || !recordIn(row).facts.mergeInProgress) return
  db.run("update customers set facts = json_set(facts, '$.mergeInProgress', json('false')) where id = ?", id)
  raise(db, id)
}
