import { deepStrictEqual } from 'node:assert'
import type { CustomerRecord } from 'clientele'
import { compileSegment, createSegmentIndex, parseSegment, type Segment } from 'clientele/segment'
import type { Field } from './contest.js'
import { sized } from './quick.js'
import {
  NOW,
  consents,
  countries,
  daysAgo,
  groups,
  lots,
  oneOf,
  shoppers,
  tags,
  type Lot,
} from './shoppers.js'

const SEGMENTS = sized(10_000, 500)
const UPDATES = 100
const shop = { now: NOW, timeZone: 'Europe/Warsaw', currency: 'EUR' } as const

const orders = ['>', '>=', '<', '<='] as const
const dates = ['last_order_date', 'first_order_date', 'customer_added_date'] as const

/** Conditions as people write them; each as likely as the others. */
const conditions: readonly ((lot: Lot) => string)[] = [
  (lot) => `customer_tags ${oneOf(lot, ['CONTAINS', 'NOT CONTAINS'])} '${oneOf(lot, tags)}'`,
  (lot) => `customer_tags CONTAINS '${oneOf(lot, tags)}'`,
  (lot) => `customer_countries CONTAINS '${oneOf(lot, countries)}'`,
  (lot) => `amount_spent ${oneOf(lot, orders)} ${Math.floor(lot() * 100) * 25}`,
  (lot) => `number_of_orders ${oneOf(lot, orders)} ${Math.floor(lot() * 20)}`,
  (lot) => `${oneOf(lot, dates)} ${oneOf(lot, orders)} -${Math.floor(lot() * 365)}d`,
  (lot) => `last_order_date BETWEEN -${90 + Math.floor(lot() * 200)}d AND -${Math.floor(lot() * 90)}d`,
  (lot) => `email_subscription_status ${oneOf(lot, ['=', '!='])} '${oneOf(lot, consents)}'`,
  (lot) => `rfm_group = '${oneOf(lot, groups)}'`,
  (lot) => `customer_email_domain = '${oneOf(lot, ['example.com', 'example.org', 'shop.example'])}'`,
]

function segment(lot: Lot): Segment {
  const clauses = Array.from({ length: 1 + Math.floor(lot() * 4) }, () => oneOf(lot, conditions)(lot))
  const outcome = parseSegment(clauses.join(lot() < 0.8 ? ' AND ' : ' OR '))
  if (!outcome.ok) throw new Error('a query of the benchmark is wrong')
  return outcome.value
}

type Update = readonly [before: CustomerRecord, after: CustomerRecord]

/** Half are orders, 40 % tags, 10 % consent. */
function update(before: CustomerRecord, lot: Lot): Update {
  const kind = lot()
  const { customer, statistics } = before
  if (kind < 0.5) return [before, { ...before, statistics: ordered(statistics, lot) }]
  if (kind < 0.9) return [before, { ...before, customer: { ...customer, tags: tagged(customer.tags, lot) } }]
  const state = customer.emailMarketingConsent.state === 'SUBSCRIBED' ? 'UNSUBSCRIBED' : 'SUBSCRIBED'
  const emailMarketingConsent = { ...customer.emailMarketingConsent, state }
  return [before, { ...before, customer: { ...customer, emailMarketingConsent } } as CustomerRecord]
}

function ordered(
  { numberOfOrders, amountSpent, firstOrderAt, ...others }: CustomerRecord['statistics'],
  lot: Lot,
): CustomerRecord['statistics'] {
  const at = daysAgo(0)
  return {
    ...others,
    numberOfOrders: numberOfOrders + 1,
    amountSpent: { minor: (amountSpent?.minor ?? 0) + Math.floor(lot() * 20_000), currency: 'EUR' },
    firstOrderAt: firstOrderAt ?? at,
    lastOrderAt: at,
  }
}

function tagged(held: readonly string[], lot: Lot): readonly string[] {
  return held.length > 0 && lot() < 0.4 ? held.slice(1) : [...held, oneOf(lot, tags)]
}

const lot = lots(4)
const segments = Array.from({ length: SEGMENTS }, (_, number) => [`segment ${number}`, segment(lot)] as const)
const updates = shoppers(UPDATES, lot).map((record) => update(record, lot))

const tests = segments.map(([name, one]) => [name, compileSegment(one, shop)] as const)
const index = createSegmentIndex(segments, shop)

interface Changes {
  readonly entered: readonly string[]
  readonly left: readonly string[]
}

/** Who knows of every customer which segments they are in, tests only what is now. */
const known = updates.map(([before]) => tests.map(([, test]) => test(before)))

function testAll(_update: Update, number: number): Changes {
  const [, after] = updates[number] as Update
  const was = known[number] as readonly boolean[]
  const changes = { entered: [] as string[], left: [] as string[] }
  for (let i = 0; i < tests.length; i++) {
    const [name, test] = tests[i] as (typeof tests)[number]
    const is = test(after)
    if (is !== was[i]) (is ? changes.entered : changes.left).push(name)
  }
  return changes
}

function testAllTwice([before, after]: Update): Changes {
  const changes = { entered: [] as string[], left: [] as string[] }
  for (const [name, test] of tests) {
    const is = test(after)
    if (is !== test(before)) (is ? changes.entered : changes.left).push(name)
  }
  return changes
}

const byIndex = ([before, after]: Update): Changes => index.update(before, after)

function inOrder({ entered, left }: Changes): Changes {
  return { entered: entered.toSorted(), left: left.toSorted() }
}

function check(): void {
  const expected = updates.map(testAllTwice).map(inOrder)
  deepStrictEqual(updates.map(testAll).map(inOrder), expected)
  deepStrictEqual(updates.map(byIndex).map(inOrder), expected)
}

export const segmentIndex: Field = {
  races: {
    changes: {
      size: `${UPDATES} changes, ${SEGMENTS} segments`,
      count: UPDATES,
      check,
      ways: {
        'testing all segments after': () => updates.map(testAll),
        'testing all segments before and after': () => updates.map(testAllTwice),
        createSegmentIndex: () => updates.map(byIndex),
      },
    },
  },
}
