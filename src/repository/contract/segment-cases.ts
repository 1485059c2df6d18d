import type { CustomerRecord } from '../../customer/record.js'
import { compileSegment } from '../../segment/compile/compile.js'
import { allCustomers, type Segment } from '../../segment/segment.js'
import { compareCodePoints } from '../../value/code-point-order.js'
import { buildRecord } from '../../testing/build-record.js'
import { accept } from './act.js'
import { ask, countOf, filterOf, idsOf, moment, segmentOf, type Question } from './ask.js'
import { changeSet, edit, tombstone } from './change-sets.js'
import type { CaseRow } from './contract-case.js'
import { crowd, queue } from './crowd.js'
import { expectEqual, expectThrow, givenUp } from './expect.js'
import { anna, ben } from './people.js'

const everyone: readonly CustomerRecord[] = [
  ...crowd,
  ...queue,
  buildRecord({
    customer: {
      id: 'olaf',
      firstName: 'Olaf',
      email: 'Olaf@Example.com',
      tags: ['İstanbul', 'STRASSE', 'ΟΔΟΣ'],
      createdAt: '2026-11-20T23:30:00.000Z',
      emailMarketingConsent: {
        state: 'SUBSCRIBED',
        optInLevel: 'SINGLE_OPT_IN',
        updatedAt: '2026-11-20T23:30:00.000Z',
        source: null,
      },
      metafields: { 'facts.birth_date': '2000-11-22' },
    },
    statistics: { lastOrderAt: '2026-11-21T23:30:00.000Z', firstOrderAt: '2026-11-21T23:30:00.000Z' },
  }),
]

/** A row a kind of question; each is a case of its own. */
const questions: Readonly<Record<string, readonly string[]>> = {
  numbers: ['number_of_orders >= 2', 'number_of_orders = 0', 'NOT number_of_orders BETWEEN 1 AND 2'],
  tags: [
    "customer_tags CONTAINS 'VIP'",
    "customer_tags NOT CONTAINS 'vip'",
    "customer_tags CONTAINS 'İSTANBUL'",
    "customer_tags CONTAINS 'straße'",
    "customer_tags CONTAINS 'οδος'",
    "customer_tags CONTAINS 'nobody\\'s'",
  ],
  'several conditions': [
    "customer_tags NOT CONTAINS 'vip' AND number_of_orders = 0",
    "(customer_tags CONTAINS 'wholesale' OR number_of_orders = 1) AND number_of_orders < 5",
    "NOT (customer_tags CONTAINS 'vip' OR number_of_orders = 1)",
    "customer_tags CONTAINS 'vip' AND customer_tags CONTAINS 'wholesale'",
  ],
  amounts: ['amount_spent > 15', 'amount_spent = 9', 'amount_spent IS NULL', 'amount_spent < 0'],
  dates: [
    'customer_added_date < 2026-01-01',
    'customer_added_date >= -3d',
    'last_order_date = 2026-11-21',
    'last_order_date IS NULL',
  ],
  consent: ["email_subscription_status = 'SUBSCRIBED'", "email_subscription_status != 'SUBSCRIBED'"],
  places: ["customer_countries CONTAINS 'PL'", "customer_cities CONTAINS 'PL-Kraków'"],
  languages: ["customer_language = 'pl'", 'customer_language IS NULL'],
  'email domains': ["customer_email_domain = 'example.com'", 'customer_email_domain IS NULL'],
  anniversaries: ["anniversary ('metafields.facts.birth_date') = today"],
}

/** Each row of questions as a case. */
const everyQuestion: readonly CaseRow[] = Object.entries(questions).map(([what, queries]) => ({
  name: `S-2 find gives exactly those for whom a segment holds: ${what}`,
  seed: everyone,
  method: 'find',
  check: async (world) => {
    for (const query of queries)
      expectEqual(await ask(world, { where: query }), holding({ where: query }), query)
  },
}))

/** The one other segment that may be named. */
const segments = (name: string): Segment | null =>
  name === 'vips' ? segmentOf("customer_tags CONTAINS 'vip'") : null

/** Segments hold for whom the evaluator says (S-2). */
export const segmentCases: readonly CaseRow[] = [
  ...everyQuestion,
  {
    name: 'S-2 as many are counted as a segment holds for',
    seed: everyone,
    method: 'count',
    check: async (world) => {
      for (const where of Object.values(questions).flat())
        expectEqual(await countOf(world, { where }), holding({ where }).length, where)
    },
  },
  {
    name: 'S-1 everybody who lives is counted, and nobody else',
    seed: everyone,
    method: 'count',
    check: async (world) => {
      expectEqual(await countOf(world, {}), everyone.length, 'at first')
      await accept(world, changeSet('k', { changes: [tombstone('emil', null), tombstone('ben', 'anna')] }))
      expectEqual(await countOf(world, {}), everyone.length - 2, 'after two have ended')
    },
  },
  {
    name: 'S-2 days begin in the zone that the query names',
    seed: everyone,
    method: 'find',
    check: async (world) => {
      for (const timeZone of ['UTC', 'Europe/Warsaw', 'Pacific/Auckland']) {
        const question = { where: 'last_order_date = 2026-11-22', moment: { ...moment, timeZone } }
        expectEqual(await ask(world, question), holding(question), timeZone)
      }
    },
  },
  {
    name: 'S-2 relative dates count from the moment that the query names',
    seed: everyone,
    method: 'find',
    check: async (world) => {
      for (const now of ['2026-11-22T12:00:00.000Z', '2026-12-22T12:00:00.000Z']) {
        const question = { where: 'customer_added_date >= -3d', moment: { ...moment, now } }
        expectEqual(await ask(world, question), holding(question), now)
      }
    },
  },
  {
    name: 'S-2 an amount in another currency than the shop’s counts as missing',
    seed: everyone,
    method: 'find',
    check: async (world) => {
      for (const currency of ['EUR', 'SEK', 'JPY']) {
        const question = { where: 'amount_spent IS NOT NULL', moment: { ...moment, currency } }
        expectEqual(await ask(world, question), holding(question), currency)
      }
    },
  },
  {
    name: 'S-2 a segment may name another one',
    seed: everyone,
    method: 'find',
    check: async (world) => {
      const question = { where: segmentOf("segment('vips') AND number_of_orders > 1", segments), segments }
      expectEqual(await ask(world, question), ['anna', 'dora'], 'found')
    },
  },
  {
    name: 'S-2 find follows what is committed, and finds nobody who is gone',
    seed: crowd,
    method: 'find',
    check: async (world) => {
      const out = { type: 'state', id: 'cleo', field: 'deleted', value: true } as const
      const tagged = edit(ben, { tags: ['vip'] })
      const changes = [tagged, tombstone('anna', null), tombstone('emil', 'dora'), out]
      await accept(world, changeSet('k', { changes }))
      expectEqual(await ask(world, {}), ['ben', 'dora'], 'everybody')
      expectEqual(
        await ask(world, { where: "customer_tags CONTAINS 'vip'" }),
        ['ben', 'dora'],
        'by the new tag',
      )
      expectEqual(await ask(world, { search: 'anna' }), [], 'by the name of somebody deleted')
    },
  },
  {
    name: 'S-2 nobody who is out of use or gone is counted',
    seed: crowd,
    method: 'count',
    check: async (world) => {
      const out = { type: 'state', id: 'cleo', field: 'deleted', value: true } as const
      const changes = [tombstone('anna', null), tombstone('emil', 'dora'), out]
      await accept(world, changeSet('k', { changes }))
      expectEqual(await countOf(world, {}), 2, 'everybody')
      expectEqual(await countOf(world, { search: 'cleo' }), 0, 'by the name of somebody out of use')
    },
  },
  {
    name: 'S-2 a count is of all, not of a page',
    seed: Array.from({ length: 60 }, (_, n) => buildRecord({ customer: { id: `c${n}`, email: null } })),
    method: 'count',
    check: async (world) => expectEqual(await countOf(world, {}), 60, 'everybody'),
  },
  {
    name: 'S-2 a tag that was taken away finds nobody, in whatever spelling it came',
    seed: crowd,
    method: 'find',
    check: async (world) => {
      const spelled = edit(ben, { tags: ['vip', 'VIP'] })
      await accept(world, changeSet('k1', { changes: [edit(anna, { tags: [] }), spelled] }))
      expectEqual(
        await ask(world, { where: "customer_tags CONTAINS 'vip'" }),
        ['ben', 'dora'],
        'with two spellings',
      )
      await accept(world, changeSet('k2', { changes: [edit(ben, { tags: ['VIP'] })] }))
      expectEqual(await ask(world, { where: "customer_tags CONTAINS 'vip'" }), ['ben', 'dora'], 'with one')
      await accept(world, changeSet('k3', { changes: [edit(ben, { tags: [] })] }))
      expectEqual(await ask(world, { where: "customer_tags CONTAINS 'vip'" }), ['dora'], 'with none')
    },
  },
  {
    name: 'a count that was given up before it began throws',
    seed: crowd,
    method: 'count',
    check: async ({ repository }) => {
      await expectThrow(async () => repository.count?.(filterOf({}), { signal: givenUp }), 'count')
    },
  },
  {
    name: 'a search that was given up before it began throws',
    seed: crowd,
    method: 'find',
    check: async ({ repository }) => {
      const query = { ...filterOf({}), after: null, limit: 1 }
      await expectThrow(async () => repository.find?.(query, { signal: givenUp }), 'find')
    },
  },
]

/** Whom the evaluator names. */
function holding(question: Question): readonly string[] {
  const { where, moment: when, segments: named } = filterOf({ where: allCustomers, ...question })
  return idsOf(everyone.filter(compileSegment(where, { ...when, segments: named }))).toSorted(
    compareCodePoints,
  )
}
