import type { CustomerRecord } from '../../customer/record.js'
import { orderOfMoney as order } from './amount.js'
import type { AttributeOf } from './catalog.js'

const numberOfOrders: AttributeOf<CustomerRecord, 'integer'> = {
  name: 'number_of_orders',
  type: 'integer',
  hints: ['orders_count'],
  read: (record) => record.statistics.numberOfOrders,
  chainedLeaves: {
    '=': (then, count) => (record) =>
      record.statistics.numberOfOrders === count && (then === null || then(record)),
    '!=': (then, count) => (record) =>
      record.statistics.numberOfOrders !== count && (then === null || then(record)),
    '>': (then, count) => (record) =>
      record.statistics.numberOfOrders > count && (then === null || then(record)),
    '>=': (then, count) => (record) =>
      record.statistics.numberOfOrders >= count && (then === null || then(record)),
    '<': (then, count) => (record) =>
      record.statistics.numberOfOrders < count && (then === null || then(record)),
    '<=': (then, count) => (record) =>
      record.statistics.numberOfOrders <= count && (then === null || then(record)),
    BETWEEN: (then, count, upTo) => (record) =>
      record.statistics.numberOfOrders >= count &&
      record.statistics.numberOfOrders <= upTo &&
      (then === null || then(record)),
  },
}

/** The wholesale level (C-10). */
const priceLevel: AttributeOf<CustomerRecord, 'integer'> = {
  name: 'price_level',
  type: 'integer',
  read: (record) => record.customer.priceLevel,
}

const amountSpent: AttributeOf<CustomerRecord, 'money'> = {
  name: 'amount_spent',
  type: 'money',
  hints: ['total_spent'],
  read: (record) => record.statistics.amountSpent,
  chainedLeaves: {
    '=': (then, amount) => (record) =>
      order(record.statistics.amountSpent, amount) === 0 && (then === null || then(record)),
    '!=': (then, amount) => (record) =>
      order(record.statistics.amountSpent, amount) !== 0 && (then === null || then(record)),
    '>': (then, amount) => (record) =>
      order(record.statistics.amountSpent, amount) > 0 && (then === null || then(record)),
    '>=': (then, amount) => (record) =>
      order(record.statistics.amountSpent, amount) >= 0 && (then === null || then(record)),
    '<': (then, amount) => (record) =>
      order(record.statistics.amountSpent, amount) < 0 && (then === null || then(record)),
    '<=': (then, amount) => (record) =>
      order(record.statistics.amountSpent, amount) <= 0 && (then === null || then(record)),
    BETWEEN: (then, amount, upTo) => (record) =>
      order(record.statistics.amountSpent, amount) >= 0 &&
      order(record.statistics.amountSpent, upTo) <= 0 &&
      (then === null || then(record)),
  },
}

/** What can be counted: orders, money, the wholesale level. */
export const numberAttributes: readonly (
  | AttributeOf<CustomerRecord, 'integer'>
  | AttributeOf<CustomerRecord, 'money'>
)[] = [amountSpent, numberOfOrders, priceLevel]
