import { isCurrencyCode } from '../../value/money.js'
import type {
  CountParam,
  CurrencyParam,
  EventParam,
  FunctionRow,
  HistoryFunction,
  SumParam,
} from './function.js'
import type { EmailEvent, ViewEvent } from './related.js'

type History = HistoryFunction<unknown>

const idOperators = ['=', '!=', 'IN', 'NOT IN'] as const

const count: CountParam = { name: 'count', of: 'count', type: 'integer' }
const date = dateParam('date', 'at')
const id = idParam('id', 'id')
/** In any case, as tags always are (E-3). More than one is ours. */
const tag: EventParam = {
  name: 'tag',
  of: 'event',
  type: 'list',
  field: 'tags',
  folded: true,
  operators: idOperators,
}
const amount: EventParam = { name: 'amount', of: 'event', type: 'money', field: 'amount' }
const sumAmount: SumParam = { name: 'sum_amount', of: 'sum', type: 'money', field: 'amount' }
const quantity: EventParam = { name: 'quantity', of: 'event', type: 'integer', field: 'quantity' }
const sumQuantity: SumParam = { name: 'sum_quantity', of: 'sum', type: 'integer', field: 'quantity' }
const category: EventParam = { name: 'category', of: 'event', type: 'text', field: 'category' }
const balance: EventParam = { name: 'balance', of: 'event', type: 'money', field: 'balance' }
const currency: CurrencyParam = {
  name: 'currency',
  of: 'currency',
  type: 'text',
  field: 'balance',
  operators: ['='],
  form: {
    expected: ['EUR', 'USD'],
    read: (text) => (isCurrencyCode(text) ? text : null),
    nearest: (text) => (isCurrencyCode(text.toUpperCase()) ? text.toUpperCase() : null),
  },
}

const productsPurchased: History = {
  name: 'products_purchased',
  reads: 'products',
  params: [id, tag, date, quantity, sumQuantity, count, category],
}

const ordersPlaced: History = {
  name: 'orders_placed',
  reads: 'orders',
  params: [date, amount, count, sumAmount, idParam('app_id', 'appId'), idParam('location_id', 'locationId')],
}

/** Any abandoned checkout in a range (L-3), where `abandoned_checkout_date` knows only the last. Ours. */
const checkoutsAbandoned: History = {
  name: 'checkouts_abandoned',
  reads: 'checkouts',
  params: [date, amount, count, sumAmount],
}

const storeCreditAccounts: History = {
  name: 'store_credit_accounts',
  reads: 'credit',
  params: [
    balance,
    currency,
    dateParam('next_expiry_date', 'nextExpiryAt'),
    dateParam('last_credit_date', 'lastCreditAt'),
  ],
}

const customerWithinDistance: FunctionRow<unknown> = {
  name: 'customer_within_distance',
  reads: 'location',
  params: [
    { name: 'coordinates', of: 'point', type: 'point' },
    { name: 'distance_km', of: 'distance', type: 'number', kilometres: 1 },
    { name: 'distance_mi', of: 'distance', type: 'number', kilometres: 1.609344 },
  ],
}

/** What a query may ask of a customer's history, whatever the record is. */
export const historyFunctions: readonly FunctionRow<unknown>[] = [
  productsPurchased,
  ordersPlaced,
  checkoutsAbandoned,
  emailFunction('opened'),
  emailFunction('clicked'),
  emailFunction('bounced'),
  emailFunction('delivered'),
  emailFunction('marked_as_spam'),
  emailFunction('unsubscribed'),
  viewFunction('storefront', 'product'),
  viewFunction('storefront', 'collection'),
  viewFunction('storefront_event', 'product'),
  viewFunction('storefront_event', 'collection'),
  storeCreditAccounts,
  customerWithinDistance,
]

function emailFunction(kind: EmailEvent['kind']): History {
  return {
    name: `shopify_email.${kind}`,
    reads: 'emails',
    kind,
    params: [idParam('activity_id', 'activityId'), date, count],
  }
}

/** Both prefixes are met: the platform's reference has the longer one, its editor the other. */
function viewFunction(prefix: string, kind: ViewEvent['kind']): History {
  return { name: `${prefix}.${kind}_viewed`, reads: 'views', kind, params: [id, date, count, tag] }
}

function dateParam(name: string, field: string): EventParam {
  return { name, of: 'event', type: 'date', field }
}

/** Platforms write ids as numbers; hosts may have others, in quotes. */
function idParam(name: string, field: string): EventParam {
  return { name, of: 'event', type: 'text', field, ids: true, operators: idOperators }
}
