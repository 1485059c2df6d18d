import type { CustomerRecord } from '../../customer/record.js'
import type { AttributeOf } from './catalog.js'
import { isBefore, isOn, isSince, isWithin } from './instant-tests.js'

type DateAttribute = AttributeOf<CustomerRecord, 'date'>

const lastOrderDate: DateAttribute = {
  name: 'last_order_date',
  type: 'date',
  hints: ['order_date'],
  read: (record) => record.statistics.lastOrderAt,
  leaves: {
    '=': (day) => (record) => isOn(record.statistics.lastOrderAt, day),
    '!=': (day) => (record) => !isOn(record.statistics.lastOrderAt, day),
    '>': (day) => (record) => isSince(record.statistics.lastOrderAt, day.until),
    '>=': (day) => (record) => isSince(record.statistics.lastOrderAt, day.from),
    '<': (day) => (record) => isBefore(record.statistics.lastOrderAt, day.from),
    '<=': (day) => (record) => isBefore(record.statistics.lastOrderAt, day.until),
    BETWEEN: (day, last) => (record) => isWithin(record.statistics.lastOrderAt, day.from, last.until),
  },
}

const firstOrderDate: DateAttribute = {
  name: 'first_order_date',
  type: 'date',
  read: (record) => record.statistics.firstOrderAt,
  leaves: {
    '=': (day) => (record) => isOn(record.statistics.firstOrderAt, day),
    '!=': (day) => (record) => !isOn(record.statistics.firstOrderAt, day),
    '>': (day) => (record) => isSince(record.statistics.firstOrderAt, day.until),
    '>=': (day) => (record) => isSince(record.statistics.firstOrderAt, day.from),
    '<': (day) => (record) => isBefore(record.statistics.firstOrderAt, day.from),
    '<=': (day) => (record) => isBefore(record.statistics.firstOrderAt, day.until),
    BETWEEN: (day, last) => (record) => isWithin(record.statistics.firstOrderAt, day.from, last.until),
  },
}

const abandonedCheckoutDate: DateAttribute = {
  name: 'abandoned_checkout_date',
  type: 'date',
  hints: ['last_abandoned_order_date'],
  read: (record) => record.statistics.abandonedCheckoutAt,
  leaves: {
    '=': (day) => (record) => isOn(record.statistics.abandonedCheckoutAt, day),
    '!=': (day) => (record) => !isOn(record.statistics.abandonedCheckoutAt, day),
    '>': (day) => (record) => isSince(record.statistics.abandonedCheckoutAt, day.until),
    '>=': (day) => (record) => isSince(record.statistics.abandonedCheckoutAt, day.from),
    '<': (day) => (record) => isBefore(record.statistics.abandonedCheckoutAt, day.from),
    '<=': (day) => (record) => isBefore(record.statistics.abandonedCheckoutAt, day.until),
    BETWEEN: (day, last) => (record) => isWithin(record.statistics.abandonedCheckoutAt, day.from, last.until),
  },
}

const customerAddedDate: DateAttribute = {
  name: 'customer_added_date',
  type: 'date',
  hints: ['customer_date'],
  read: (record) => record.customer.createdAt,
  leaves: {
    '=': (day) => (record) => isOn(record.customer.createdAt, day),
    '!=': (day) => (record) => !isOn(record.customer.createdAt, day),
    '>': (day) => (record) => isSince(record.customer.createdAt, day.until),
    '>=': (day) => (record) => isSince(record.customer.createdAt, day.from),
    '<': (day) => (record) => isBefore(record.customer.createdAt, day.from),
    '<=': (day) => (record) => isBefore(record.customer.createdAt, day.until),
    BETWEEN: (day, last) => (record) => isWithin(record.customer.createdAt, day.from, last.until),
  },
}

/** The days on which something happened, in the shop's zone. */
export const dateAttributes: readonly DateAttribute[] = [
  abandonedCheckoutDate,
  customerAddedDate,
  firstOrderDate,
  lastOrderDate,
]
