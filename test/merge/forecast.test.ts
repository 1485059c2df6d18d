import { describe, expect, it } from 'vitest'
import type { Facts } from '../../src/customer/facts.js'
import { noStatistics, type Statistics } from '../../src/customer/statistics.js'
import { forecastStatistics } from '../../src/merge/forecast.js'
import { planMerge } from '../../src/merge/plan-merge.js'
import { definePolicy } from '../../src/policy/define-policy.js'
import { policies } from '../../src/policy/policies.js'
import { buildContext } from '../../src/testing/build-context.js'
import { buildRecord } from '../../src/testing/build-record.js'
import { planned } from './planned.js'

/** Nothing blocks, so that facts can be looked at. */
const policy = definePolicy(policies.shopify, { mergeBlockers: [] })
const context = buildContext({ policy })

const statisticsOf = (...all: readonly Partial<Statistics>[]) =>
  planMerge(
    {
      survivor: '0',
      records: all.map((statistics, index) => ({
        ...buildRecord({ customer: { id: `${index}` } }),
        statistics: { ...noStatistics, ...statistics },
      })),
    },
    context,
  )

const euros = (minor: number): Statistics['amountSpent'] => ({ minor, currency: 'EUR' })

describe('the forecast of the statistics', () => {
  it('adds up and takes the outermost dates', () => {
    const plan = planned(
      statisticsOf(
        {
          numberOfOrders: 2,
          amountSpent: euros(1250),
          firstOrderAt: '2025-03-01T00:00:00.000Z',
          lastOrderAt: '2025-04-01T00:00:00.000Z',
          abandonedCheckoutAt: '2025-09-01T00:00:00.000Z',
        },
        {},
        {
          numberOfOrders: 3,
          amountSpent: euros(50),
          firstOrderAt: '2024-03-01T00:00:00.000Z',
          lastOrderAt: '2026-04-01T00:00:00.000Z',
          abandonedCheckoutAt: '2025-01-01T00:00:00.000Z',
        },
      ),
    )
    expect(plan.result.statistics).toEqual({
      ...noStatistics,
      numberOfOrders: 5,
      amountSpent: euros(1300),
      firstOrderAt: '2024-03-01T00:00:00.000Z',
      lastOrderAt: '2026-04-01T00:00:00.000Z',
      abandonedCheckoutAt: '2025-09-01T00:00:00.000Z',
    })
    expect(plan.warnings).toEqual([])
  })

  it('knows nothing of people without orders', () => {
    expect(planned(statisticsOf({}, {})).result.statistics).toEqual(noStatistics)
  })

  it('gives no sum of two currencies, and warns', () => {
    const outcome = statisticsOf({ amountSpent: { minor: 5, currency: 'PLN' } }, { amountSpent: euros(50) })
    const warning = {
      code: 'merge.mixed-currencies',
      path: ['statistics', 'amountSpent'],
      params: { currencies: ['EUR', 'PLN'] },
    }
    expect(planned(outcome).result.statistics.amountSpent).toBeNull()
    expect(planned(outcome).warnings).toEqual([warning])
    expect(outcome).toMatchObject({ ok: true, warnings: [warning] })
  })

  it('M-10 gives no sum of EUR, USD and EUR, neither at once nor two by two', () => {
    const spent = (minor: number, currency: string): Statistics => ({
      ...noStatistics,
      numberOfOrders: 1,
      amountSpent: { minor, currency },
    })
    const [one, two, three] = [spent(100, 'EUR'), spent(200, 'USD'), spent(300, 'EUR')] as const
    expect(forecastStatistics([one, two, three]).amountSpent).toBeNull()
    expect(forecastStatistics([forecastStatistics([one, two]), three]).amountSpent).toBeNull()
    expect(forecastStatistics([one, forecastStatistics([two, three])]).amountSpent).toBeNull()
  })

  it.each([
    ['orders of which no amount is known', { numberOfOrders: 2 }, null],
    ['no orders', { numberOfOrders: 0 }, euros(50)],
  ])('with one record of %s', (_name, statistics, sum) => {
    const known = { numberOfOrders: 1, amountSpent: euros(50) }
    const { result, warnings } = planned(statisticsOf(statistics, known))
    expect(result.statistics.amountSpent).toEqual(sum)
    expect(warnings).toEqual([])
  })

  it('takes the liveliest subscription of any', () => {
    const { result } = planned(
      statisticsOf({ productSubscriberStatus: 'CANCELLED' }, {}, { productSubscriberStatus: 'ACTIVE' }),
    )
    expect(result.statistics.productSubscriberStatus).toBe('ACTIVE')
  })

  it("takes the survivor's judgement, else the first that there is", () => {
    const { result } = planned(
      statisticsOf(
        { rfmGroup: 'LOYAL' },
        { rfmGroup: 'NEW', predictedSpendTier: 'LOW' },
        { predictedSpendTier: 'HIGH' },
      ),
    )
    expect(result.statistics).toMatchObject({ rfmGroup: 'LOYAL', predictedSpendTier: 'LOW' })
  })
})

describe('the facts of the merged record', () => {
  const factsOf = (one: Partial<Facts>, other: Partial<Facts>): Facts => {
    const records = [one, other].map((facts, index) => buildRecord({ customer: { id: `${index}` }, facts }))
    return planned(planMerge({ records, survivor: '0' }, context)).result.facts
  }

  const cases: readonly [fact: keyof Facts, one: unknown, other: unknown, merged: unknown][] = [
    ['orderHistory', 'none', 'none', 'none'],
    ['orderHistory', 'none', 'some', 'some'],
    ['orderHistory', 'some', 'unknown', 'some'],
    ['orderHistory', 'unknown', 'none', 'unknown'],
    ['subscriptionContracts', 'never', 'past', 'past'],
    ['subscriptionContracts', 'unknown', 'past', 'unknown'],
    ['subscriptionContracts', 'unknown', 'active', 'active'],
    ['company', 'past-orders', 'none', 'past-orders'],
    ['company', 'past-orders', 'active', 'active'],
    ['company', 'past-orders', 'unknown', 'unknown'],
    ['multipass', false, true, true],
    ['multipass', false, 'unknown', 'unknown'],
    ['multipass', false, false, false],
    ['vaultedCards', 2, 3, 5],
    ['vaultedCards', 'unknown', 3, 'unknown'],
    ['storeCreditAccounts', 0, 1, 1],
    ['scheduledGiftCards', 3, 'unknown', 'unknown'],
  ]

  it.each(cases)('%s of %s and %s is %s', (fact, one, other, merged) => {
    expect(factsOf({ [fact]: one }, { [fact]: other })[fact]).toEqual(merged)
  })

  it("keep of the host's own those on which all three agree", () => {
    const records = ['none', 'none', 'open'].map((lawsuit, index) =>
      buildRecord({ customer: { id: `${index}` }, facts: { custom: { lawsuit, club: true } } }),
    )
    const { result } = planned(planMerge({ records, survivor: '0' }, context))
    expect(result.facts.custom).toEqual({ club: true })
  })

  it("keep of the host's own those on which all agree", () => {
    const custom = { lawsuit: 'none', seats: [1], club: true }
    expect(factsOf({ custom }, { custom: { lawsuit: 'open', seats: [1], size: 4 } }).custom).toEqual({
      seats: [1],
    })
  })
  it('can be forecast from the facts alone that the blockers name; what is absent is unknown', () => {
    const facts = {
      subscriptionContracts: 'never',
      company: 'none',
      vaultedCards: 0,
      storeCreditAccounts: 0,
      multipass: false,
      deleted: false,
      redaction: 'none',
      mergeInProgress: false,
      dataRequest: 'none',
    } as unknown as Facts
    const records = ['0', '1'].map((id) => ({ ...buildRecord({ customer: { id } }), facts }))
    const plan = planned(planMerge({ records }, context))
    expect(plan.result.facts).toStrictEqual({
      ...facts,
      orderHistory: 'unknown',
      scheduledGiftCards: 'unknown',
      custom: {},
    })
    expect(JSON.parse(JSON.stringify(plan))).toStrictEqual(plan)
  })
})
