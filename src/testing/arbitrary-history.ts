import type {
  CheckoutEvent,
  CreditEvent,
  EmailEvent,
  GeoPoint,
  OrderEvent,
  ProductEvent,
  ViewEvent,
} from '../segment/catalog/related.js'
import type { Money } from '../value/money.js'
import { instantArbitrary } from './arbitrary-instant.js'
import { sampleIds } from './arbitrary-segment-value.js'
import { plain, type Arbitrary, type FastCheck } from './fast-check.js'

/** What the readers of `related` say of one customer. */
export interface CustomerHistory {
  readonly orders: readonly OrderEvent[]
  readonly products: readonly ProductEvent[]
  readonly checkouts: readonly CheckoutEvent[]
  readonly emails: readonly EmailEvent[]
  readonly views: readonly ViewEvent[]
  readonly credit: readonly CreditEvent[]
  readonly companies: readonly string[]
  readonly origin: string | null
  readonly location: GeoPoint | null
}

/** Histories of a few events each, with the ids and tags that `segment()` asks for. */
export function historyArbitrary(fc: FastCheck): Arbitrary<CustomerHistory> {
  const at = instantArbitrary(fc)
  const id = fc.constantFrom(...sampleIds, 'gid://shop/1')
  const idOrNone = fc.option(id)
  const tags = fc.array(fc.constantFrom('vip', 'VIP', 'sale', 'Größe'), { maxLength: 3 })
  const amount = moneyArbitrary(fc)
  const few = { maxLength: 4 }
  const quantity = fc.integer({ min: 1, max: 6 })
  const category = fc.option(fc.constantFrom('vip', 'shoes'))
  return fc.record(
    {
      orders: fc.array(fc.record({ at, amount, appId: idOrNone, locationId: idOrNone }, plain), few),
      products: fc.array(fc.record({ id, tags, at, quantity, category }, plain), few),
      checkouts: fc.array(fc.record({ at, amount: fc.option(amount) }, plain), few),
      emails: fc.array(fc.record({ kind: fc.constantFrom(...emailKinds), activityId: id, at }, plain), few),
      views: fc.array(
        fc.record({ kind: fc.constantFrom('product', 'collection'), id, tags, at }, plain),
        few,
      ),
      credit: fc.array(
        fc.record({ balance: amount, nextExpiryAt: fc.option(at), lastCreditAt: fc.option(at) }, plain),
        few,
      ),
      companies: fc.array(id, { maxLength: 2 }),
      origin: idOrNone,
      location: fc.option(
        fc.record(
          { latitude: fc.integer({ min: -90, max: 90 }), longitude: fc.integer({ min: -180, max: 180 }) },
          plain,
        ),
      ),
    },
    plain,
  )
}

const emailKinds: readonly EmailEvent['kind'][] = [
  'opened',
  'clicked',
  'bounced',
  'delivered',
  'marked_as_spam',
  'unsubscribed',
]

function moneyArbitrary(fc: FastCheck): Arbitrary<Money> {
  return fc.record(
    {
      minor: fc.oneof(fc.constantFrom(50, 1099), fc.integer({ min: 0, max: 50_000 })),
      currency: fc.constantFrom('EUR', 'PLN', 'JPY', 'KWD'),
    },
    plain,
  )
}
