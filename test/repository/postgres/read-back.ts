import type { ReadBack } from 'clientele/contract'
import type { PostgresConnection } from 'clientele/postgres'
import type { Customer } from '../../../src/customer/customer.js'
import type { TimelineEntry } from '../../../src/timeline/entry.js'

const tables =
  'customers merges claims keys events outbox receipts counted suppressed segments members host_rows'.split(
    ' ',
  )

/** The raw tables of one shop, past the repository. */
export function readBackOf(connection: PostgresConnection, shop: string): Required<ReadBack> {
  const rowsOf = async (table: string): Promise<readonly Record<string, unknown>[]> => {
    const { rows } = await connection.query(
      `select to_jsonb(x)::text as row from clientele_${table} x where shop = $1`,
      [shop],
    )
    return rows.map(({ row }) => JSON.parse(row as string) as Record<string, unknown>)
  }
  return {
    customer: async (id) => {
      const row = (await rowsOf('customers')).find((one) => one['id'] === id)
      if (row?.['state'] !== 'present') return null
      return { ...(row['customer'] as object), metafields: row['metafields'] } as Customer
    },
    timeline: async (id) => {
      const rows = await rowsOf('events')
      const merged = (await rowsOf('merges')).filter((one) => one['survivor'] === id).map((one) => one['id'])
      const lineage = [id, ...merged]
      const order = (row: Record<string, unknown>): string =>
        [row['at'], String(row['arrived']).padStart(20, '0'), String(row['ordinal']).padStart(9, '0')].join()
      return rows
        .filter((row) => lineage.includes(row['customer']) && row['event'] !== null)
        .toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
        .map(
          ({ id: event, customer, at, event: told }) =>
            ({ id: event, customer, at, event: told }) as TimelineEntry,
        )
    },
    everything: async () =>
      Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await rowsOf(table)]))),
  }
}
