import {
  type CustomerId,
  type HostFacts,
  harmlessHostFacts,
  minorUnits,
  noStatistics,
  type Statistics,
} from 'clientele'
import type { CustomerRow } from 'clientele/csv'

/** What this shop's own tables know of its customers beside the profile: here a map, in a shop its database. */
export interface OrderTables {
  record(id: CustomerId, row: CustomerRow): void
  facts(id: CustomerId): HostFacts
  statistics(id: CustomerId): Statistics
}

/** By the id that the file gives: whom a gift card waits for, who has had a subscription. */
const known: { readonly [fileId: string]: Partial<HostFacts> } = {
  '7000000000085': { scheduledGiftCards: 1 },
  '7000000000131': { subscriptionContracts: 'past' },
  '7000000000311': { scheduledGiftCards: 1, subscriptionContracts: 'active' },
  '7000000000327': { scheduledGiftCards: 'unknown' },
}

/** Tables that begin empty and take what the file says of orders. */
export function orderTables(currency: string): OrderTables {
  const rows = new Map<CustomerId, CustomerRow>()
  const ordersOf = (id: CustomerId): number => Number(rows.get(id)?.totals.orders ?? 0)
  return {
    record: (id, row) => rows.set(id, row),
    facts: (id) => ({
      ...harmlessHostFacts,
      orderHistory: ordersOf(id) > 0 ? 'some' : 'none',
      ...known[rows.get(id)?.id ?? ''],
    }),
    statistics: (id) => ({
      ...noStatistics,
      numberOfOrders: ordersOf(id),
      amountSpent: { minor: minorUnits(rows.get(id)?.totals.spent ?? '0', currency) ?? 0, currency },
    }),
  }
}
