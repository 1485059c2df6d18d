import type { CustomerRecord } from 'clientele'
import { compileSegment, parseSegment, segmentCatalog } from 'clientele/segment'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'

const days = ['2026-01-04T12:00:00.000Z', '2026-01-05T12:00:00.000Z', '2026-01-06T12:00:00.000Z', null]
const numbers = [0, 1, 2]
const states = ['SUBSCRIBED', 'UNSUBSCRIBED', 'PENDING'] as const

/** Customers before, on and after each value that is asked for, and without one. */
const records: readonly CustomerRecord[] = days.flatMap((day) =>
  numbers.map((number) =>
    buildRecord({
      customer: {
        tags: number === 1 ? ['VIP'] : [],
        createdAt: day ?? '2025-01-01T00:00:00.000Z',
        emailMarketingConsent: { state: states[number] as (typeof states)[number] },
        smsMarketingConsent: { state: states[number] as (typeof states)[number] },
        account: { type: 'account', state: number === 1 ? 'ENABLED' : 'INVITED', blocked: false },
      },
      statistics: {
        numberOfOrders: number,
        amountSpent: day === null ? null : { minor: number * 100, currency: 'EUR' },
        firstOrderAt: day,
        lastOrderAt: day,
        abandonedCheckoutAt: day,
        productSubscriberStatus: (['ACTIVE', 'CANCELLED', 'NEVER_SUBSCRIBED'] as const)[number] ?? 'PAUSED',
        predictedSpendTier: (['HIGH', 'LOW', null] as const)[number] ?? null,
        rfmGroup: (['LOYAL', 'NEW', null] as const)[number] ?? null,
      },
    }),
  ),
)

const values: Readonly<Record<string, string>> = {
  date: '2026-01-05',
  money: '1',
  integer: '1',
  list: "'vip'",
}

/** `number_of_orders BETWEEN 1 AND 1`, for each test of the catalog that asks the next one itself. */
const conditions = segmentCatalog.attributes.flatMap((row) => {
  const { chainedLeaves = {}, values: words = [] } = { chainedLeaves: undefined, values: undefined, ...row }
  return Object.keys(chainedLeaves).flatMap((operator) =>
    (words.length === 0 ? [values[row.type] ?? ''] : words.map((word) => `'${word}'`)).map((value) => ({
      condition: `${row.name} ${operator} ${operator === 'BETWEEN' ? `${value} AND ${value}` : value}`,
    })),
  )
})

/** The same catalog, whose rows can only be read. */
const readOnly = {
  ...segmentCatalog,
  attributes: segmentCatalog.attributes.map((row) => ({
    ...row,
    leaves: undefined,
    chainedLeaves: undefined,
  })),
} as unknown as typeof segmentCatalog

function membersOf(query: string, catalog = segmentCatalog): readonly boolean[] {
  const outcome = parseSegment(query)
  if (!outcome.ok) throw new Error(`${query}: ${outcome.problems[0].code}`)
  const isMember = compileSegment(outcome.value, {
    now: '2026-01-10T00:00:00.000Z',
    timeZone: 'UTC',
    currency: 'EUR',
    catalog,
  })
  return records.map((record) => isMember(record))
}

describe('a test that asks the next one itself', () => {
  it('stands for each operator of dates, numbers, states and tags', () => {
    expect(conditions.length).toBeGreaterThan(60)
  })

  it.each(conditions)('answers $condition alone as what is read does', ({ condition }) => {
    const members = membersOf(condition)
    expect(members).toEqual(membersOf(condition, readOnly))
    expect(membersOf(`NOT ${condition}`)).toEqual(members.map((isMember) => !isMember))
  })

  it.each(conditions)('asks what follows $condition where it is met', ({ condition }) => {
    const members = membersOf(condition)
    // Texts are asked after all that is cheaper
    expect(membersOf(`${condition} AND customer_cities NOT CONTAINS 'DE-Nowhere'`)).toEqual(members)
    expect(membersOf(`${condition} AND customer_cities CONTAINS 'DE-Nowhere'`)).toEqual(
      members.map(() => false),
    )
  })
})
