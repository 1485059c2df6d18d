import { deepStrictEqual, ok } from 'node:assert'
import { guard } from '@ucast/mongo2js'
import { LogicEngine } from 'json-logic-engine'
import { Query } from 'mingo'
import type { AnyObject } from 'mingo/types'
import sift from 'sift'
import type { CustomerRecord } from 'clientele'
import { compileSegment, parseSegment } from 'clientele/segment'
import type { Field, Race } from './contest.js'
import { sized } from './quick.js'
import { NOW, daysAgo, lots, shoppers } from './shoppers.js'

type Test = (record: CustomerRecord) => boolean

/** One question in four languages: as a segment, by hand with what is cheap to test first, and as others want it. */
interface Question {
  readonly segment: string
  readonly byHand: Test
  readonly mongo: object
  readonly jsonLogic: object
}

// The shop's days begin at 23:00 UTC
const since = `${daysAgo(90).slice(0, 10)}T23:00:00.000Z`

const orders = { var: 'statistics.numberOfOrders' }
const email = { var: 'customer.emailMarketingConsent.state' }

const isPolish = ({ countryCode }: { readonly countryCode: string | null }): boolean => countryCode === 'PL'
const somePolish = (list: string): object => ({
  some: [{ var: list }, { '===': [{ var: 'countryCode' }, 'PL'] }],
})

const questions: Readonly<Record<string, Question>> = {
  consent: {
    segment: "number_of_orders >= 3 AND email_subscription_status = 'SUBSCRIBED'",
    byHand: ({ customer, statistics }) =>
      statistics.numberOfOrders >= 3 && customer.emailMarketingConsent.state === 'SUBSCRIBED',
    mongo: {
      'statistics.numberOfOrders': { $gte: 3 },
      'customer.emailMarketingConsent.state': 'SUBSCRIBED',
    },
    jsonLogic: { and: [{ '>=': [orders, 3] }, { '===': [email, 'SUBSCRIBED'] }] },
  },
  dates: {
    segment: 'last_order_date > -90d AND amount_spent > 200',
    byHand: ({ statistics: { lastOrderAt, amountSpent } }) =>
      lastOrderAt !== null &&
      lastOrderAt >= since &&
      amountSpent !== null &&
      amountSpent.currency === 'EUR' &&
      amountSpent.minor > 20_000,
    mongo: {
      'statistics.lastOrderAt': { $gte: since },
      'statistics.amountSpent.currency': 'EUR',
      'statistics.amountSpent.minor': { $gt: 20_000 },
    },
    jsonLogic: {
      and: [
        { '!==': [{ var: 'statistics.lastOrderAt' }, null] },
        { '>=': [{ var: 'statistics.lastOrderAt' }, since] },
        { '===': [{ var: 'statistics.amountSpent.currency' }, 'EUR'] },
        { '>': [{ var: 'statistics.amountSpent.minor' }, 20_000] },
      ],
    },
  },
  tags: {
    segment: "customer_tags CONTAINS 'vip' OR customer_tags CONTAINS 'outlet 2024'",
    byHand: ({ customer }) =>
      customer.tags.some((tag) => tag.toLowerCase() === 'vip') ||
      customer.tags.some((tag) => tag.toLowerCase() === 'outlet 2024'),
    // None of them folds: they are told how it is spelled
    mongo: { $or: [{ 'customer.tags': 'VIP' }, { 'customer.tags': 'outlet 2024' }] },
    jsonLogic: {
      or: [{ in: ['VIP', { var: 'customer.tags' }] }, { in: ['outlet 2024', { var: 'customer.tags' }] }],
    },
  },
  nested: {
    segment:
      "customer_countries CONTAINS 'PL' AND (rfm_group = 'LOYAL' OR number_of_orders > 9) AND email_subscription_status != 'UNSUBSCRIBED'",
    byHand: ({ customer, statistics }) =>
      customer.emailMarketingConsent.state !== 'UNSUBSCRIBED' &&
      (statistics.rfmGroup === 'LOYAL' || statistics.numberOfOrders > 9) &&
      (customer.addresses.some(isPolish) || customer.billingDetails.some(isPolish)),
    mongo: {
      $and: [
        {
          $or: [{ 'customer.addresses.countryCode': 'PL' }, { 'customer.billingDetails.countryCode': 'PL' }],
        },
        { $or: [{ 'statistics.rfmGroup': 'LOYAL' }, { 'statistics.numberOfOrders': { $gt: 9 } }] },
      ],
      'customer.emailMarketingConsent.state': { $ne: 'UNSUBSCRIBED' },
    },
    jsonLogic: {
      and: [
        { or: [somePolish('customer.addresses'), somePolish('customer.billingDetails')] },
        { or: [{ '===': [{ var: 'statistics.rfmGroup' }, 'LOYAL'] }, { '>': [orders, 9] }] },
        { '!==': [email, 'UNSUBSCRIBED'] },
      ],
    },
  },
}

const records = shoppers(sized(20_000, 2000), lots(3))
const engine = new LogicEngine()

function compiled(text: string): Test {
  const outcome = parseSegment(text)
  if (!outcome.ok) throw new Error('a query of the benchmark is wrong')
  return compileSegment(outcome.value, { now: NOW, timeZone: 'Europe/Warsaw', currency: 'EUR' })
}

/** Each way to ask, ready to be asked. */
function testsOf({ segment, byHand, mongo, jsonLogic }: Question): Readonly<Record<string, Test>> {
  const query = new Query(mongo)
  const logic = engine.build(jsonLogic) as (record: CustomerRecord) => unknown
  return {
    'JavaScript by hand': byHand,
    compileSegment: compiled(segment),
    sift: sift.default(mongo) as Test,
    mingo: (record) => query.test(record as unknown as AnyObject),
    '@ucast/mongo2js': guard(mongo as never) as Test,
    'json-logic-engine': (record) => logic(record) === true,
  }
}

function race(question: Question): Race {
  const tests = Object.entries(testsOf(question))
  return {
    size: `${records.length} customers, \`${question.segment}\``,
    count: records.length,
    ways: Object.fromEntries(tests.map(([name, test]) => [name, () => countOf(test)])),
    check: () => {
      const members = records.map(question.byHand)
      ok(members.includes(true) && members.includes(false), 'some must belong, and some not')
      for (const [name, test] of tests) deepStrictEqual(records.map(test), members, name)
    },
  }
}

function countOf(test: Test): number {
  let count = 0
  for (const record of records) if (test(record)) count++
  return count
}

/**
 * All segments share the places where one test asks the next, and an engine puts a test in place of its call only while such a
 * place has seen no other. So a question that is alone in its process is answered without calls, and the later ones of several
 * as in a shop with many segments; the table has both.
 */
export const predicates: Field = {
  races: Object.fromEntries(Object.entries(questions).map(([name, question]) => [name, race(question)])),
}
