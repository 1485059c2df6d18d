import type { MappedHistory } from '../../../src/segment/sql/index.js'
import type { CustomerHistory } from '../../../src/testing/index.js'
import type { Table } from './database.js'
import type { Person } from './people.js'
import { plainColumn, storedDate, storedList, storedMoney, type Stored, type Style } from './stored.js'

type HistoryName = 'orders' | 'products' | 'checkouts' | 'emails' | 'views' | 'credit'

/** How each field of each kind of event is stored. */
const fieldsOf: {
  readonly [Name in HistoryName]: (style: Style) => Readonly<Record<string, Stored<never>>>
} = {
  orders: (style) => ({
    at: storedDate('at', style),
    amount: storedMoney('amount'),
    appId: plainColumn('app_id', 'text'),
    locationId: plainColumn('location_id', 'text'),
  }),
  products: (style) => ({
    id: plainColumn('product_id', 'text'),
    tags: storedList('product_tags', 'event_id', style, true),
    at: storedDate('at', style),
    quantity: plainColumn('quantity', 'whole'),
    category: plainColumn('category', 'text'),
  }),
  checkouts: (style) => ({ at: storedDate('at', style), amount: storedMoney('amount') }),
  emails: (style) => ({
    kind: plainColumn('kind', 'text'),
    activityId: plainColumn('activity_id', 'text'),
    at: storedDate('at', style),
  }),
  views: (style) => ({
    kind: plainColumn('kind', 'text'),
    id: plainColumn('page_id', 'text'),
    tags: storedList('view_tags', 'event_id', style, true),
    at: storedDate('at', style),
  }),
  credit: (style) => ({
    balance: storedMoney('balance'),
    nextExpiryAt: storedDate('next_expiry', style),
    lastCreditAt: storedDate('last_credit', style),
  }),
}

interface HistoryLayout {
  readonly name: HistoryName
  readonly mapping: MappedHistory
  readonly tables: readonly Table[]
}

/** The tables of all histories, a row an event. */
export function historyTables(people: readonly Person[], style: Style): HistoryLayout[] {
  return Object.entries(fieldsOf).map(([key, fieldsIn]) => {
    const name = key as HistoryName
    const fields = fieldsIn(style)
    const events = people.flatMap(({ id, history }) =>
      (history[name] as CustomerHistory['orders']).map((event, i) => ({
        owner: id,
        id: `${id}/${i}`,
        event,
      })),
    )
    const cellsOf = ({ owner, id, event }: (typeof events)[number]): Record<string, unknown> =>
      Object.assign(
        { event_id: id, customer_id: owner },
        ...Object.entries(fields).map(
          ([field, { cells }]) => cells?.(event[field as keyof typeof event] as never) ?? {},
        ),
      ) as Record<string, unknown>
    const itemTables = Object.entries(fields).flatMap(([field, { table, rows }]) =>
      table === undefined
        ? []
        : [
            {
              ...table,
              rows: events.flatMap(
                ({ id, event }) => rows?.(id, event[field as keyof typeof event] as never) ?? [],
              ),
            },
          ],
    )
    const columns = Object.assign(
      { event_id: 'text', customer_id: 'text' },
      ...Object.values(fields).map((stored) => stored.columns ?? {}),
    ) as Table['columns']
    return {
      name,
      mapping: {
        table: name,
        key: 'customer_id',
        id: 'event_id',
        fields: Object.fromEntries(
          Object.entries(fields).map(([field, { storage }]) => [field, withKey(storage)]),
        ),
      },
      tables: [{ name, columns, rows: events.map(cellsOf) }, ...itemTables],
    }
  })
}

/** Items of an event are found by the event's own id. */
function withKey(storage: MappedHistory['fields'][string]): MappedHistory['fields'][string] {
  return typeof storage === 'object' && 'key' in storage ? { ...storage, key: 'event_id' } : storage
}
