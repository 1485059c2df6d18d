import type { StatisticsDelta } from '../../plan/statistics-delta.js'
import type { Instant } from '../../value/instant.js'
import type { Money } from '../../value/money.js'
import type { ActivityType } from './activity.js'

/** What one kind of activity does. */
interface ActivityKind {
  /** whether it makes a profile where there is none, and fills in what one lacks */
  readonly isOfPerson: boolean
  /** what it adds to the statistics; `null` where nothing counts */
  readonly delta: (at: Instant, amount: Money | null) => StatisticsDelta | null
}

const nothing: StatisticsDelta = { orders: 0, spent: null, orderAt: null, abandonedCheckoutAt: null }

/** A row a kind (C-1 to C-3). What is cancelled or paid back was somebody's already, and makes nobody. */
export const activityKinds: { readonly [Type in ActivityType]: ActivityKind } = {
  'signed-up': { isOfPerson: true, delta: () => null },
  registered: { isOfPerson: true, delta: () => null },
  'order-placed': {
    isOfPerson: true,
    delta: (at, amount) => ({ ...nothing, orders: 1, spent: amount, orderAt: at }),
  },
  'order-cancelled': {
    isOfPerson: false,
    delta: (_at, amount) => ({ ...nothing, orders: -1, spent: negative(amount) }),
  },
  'order-refunded': { isOfPerson: false, delta: (_at, amount) => ({ ...nothing, spent: negative(amount) }) },
  'checkout-abandoned': {
    isOfPerson: true,
    delta: (at) => ({ ...nothing, abandonedCheckoutAt: at }),
  },
}

function negative(amount: Money | null): Money | null {
  return amount === null ? null : { minor: 0 - amount.minor, currency: amount.currency }
}
