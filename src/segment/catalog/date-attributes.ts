import type { CustomerRecord } from '../../customer/record.js'
import type { AttributeOf } from './catalog.js'
import { isBefore, isOn, isSince, isWithin } from './instant-tests.js'

type DateAttribute = AttributeOf<CustomerRecord, 'date'>

const lastOrderDate: DateAttribute = {
  name: 'last_order_date',
  type: 'date',
  hints: ['order_date'],
  read: (record) => record.statistics.lastOrderAt,
  chainedLeaves: {
    '=': (then, day) => (record) =>
      isOn(record.statistics.lastOrderAt, day) && (then === null || then(record)),
    '!=': (then, day) => (record) =>
      !isOn(record.statistics.lastOrderAt, day) && (then === null || then(record)),
    '>': (then, day) => (record) =>
      isSince(record.statistics.lastOrderAt, day.until) && (then === null || then(record)),
    '>=': (then, day) => (record) =>
      isSince(record.statistics.lastOrderAt, day.from) && (then === null || then(record)),
    '<': (then, day) => (record) =>
      isBefore(record.statistics.lastOrderAt, day.from) && (then === null || then(record)),
    '<=': (then, day) => (record) =>
      isBefore(record.statistics.lastOrderAt, day.until) && (then === null || then(record)),
    BETWEEN: (then, day, last) => (record) =>
      isWithin(record.statistics.lastOrderAt, day.from, last.until) && (then === null || then(record)),
  },
}

const firstOrderDate: DateAttribute = {
  name: 'first_order_date',
  type: 'date',
  read: (record) => record.statistics.firstOrderAt,
  chainedLeaves: {
    '=': (then, day) => (record) =>
      isOn(record.statistics.firstOrderAt, day) && (then === null || then(record)),
    '!=': (then, day) => (record) =>
      !isOn(record.statistics.firstOrderAt, day) && (then === null || then(record)),
    '>': (then, day) => (record) =>
      isSince(record.statistics.firstOrderAt, day.until) && (then === null || then(record)),
    '>=': (then, day) => (record) =>
      isSince(record.statistics.firstOrderAt, day.from) && (then === null || then(record)),
    '<': (then, day) => (record) =>
      isBefore(record.statistics.firstOrderAt, day.from) && (then === null || then(record)),
    '<=': (then, day) => (record) =>
      isBefore(record.statistics.firstOrderAt, day.until) && (then === null || then(record)),
    BETWEEN: (then, day, last) => (record) =>
      isWithin(record.statistics.firstOrderAt, day.from, last.until) && (then === null || then(record)),
  },
}

const abandonedCheckoutDate: DateAttribute = {
  name: 'abandoned_checkout_date',
  type: 'date',
  hints: ['last_abandoned_order_date'],
  read: (record) => record.statistics.abandonedCheckoutAt,
  chainedLeaves: {
    '=': (then, day) => (record) =>
      isOn(record.statistics.abandonedCheckoutAt, day) && (then === null || then(record)),
    '!=': (then, day) => (record) =>
      !isOn(record.statistics.abandonedCheckoutAt, day) && (then === null || then(record)),
    '>': (then, day) => (record) =>
      isSince(record.statistics.abandonedCheckoutAt, day.until) && (then === null || then(record)),
    '>=': (then, day) => (record) =>
      isSince(record.statistics.abandonedCheckoutAt, day.from) && (then === null || then(record)),
    '<': (then, day) => (record) =>
      isBefore(record.statistics.abandonedCheckoutAt, day.from) && (then === null || then(record)),
    '<=': (then, day) => (record) =>
      isBefore(record.statistics.abandonedCheckoutAt, day.until) && (then === null || then(record)),
    BETWEEN: (then, day, last) => (record) =>
      isWithin(record.statistics.abandonedCheckoutAt, day.from, last.until) &&
      (then === null || then(record)),
  },
}

const customerAddedDate: DateAttribute = {
  name: 'customer_added_date',
  type: 'date',
  hints: ['customer_date'],
  read: (record) => record.customer.createdAt,
  chainedLeaves: {
    '=': (then, day) => (record) => isOn(record.customer.createdAt, day) && (then === null || then(record)),
    '!=': (then, day) => (record) => !isOn(record.customer.createdAt, day) && (then === null || then(record)),
    '>': (then, day) => (record) =>
      isSince(record.customer.createdAt, day.until) && (then === null || then(record)),
    '>=': (then, day) => (record) =>
      isSince(record.customer.createdAt, day.from) && (then === null || then(record)),
    '<': (then, day) => (record) =>
      isBefore(record.customer.createdAt, day.from) && (then === null || then(record)),
    '<=': (then, day) => (record) =>
      isBefore(record.customer.createdAt, day.until) && (then === null || then(record)),
    BETWEEN: (then, day, last) => (record) =>
      isWithin(record.customer.createdAt, day.from, last.until) && (then === null || then(record)),
  },
}

/** The days on which something happened, in the shop's zone. */
export const dateAttributes: readonly DateAttribute[] = [
  abandonedCheckoutDate,
  customerAddedDate,
  firstOrderDate,
  lastOrderDate,
]
