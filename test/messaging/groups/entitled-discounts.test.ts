import type { RecordOverrides } from 'clientele/testing'
import {
  type DiscountTerms,
  discountProblems,
  entitledDiscounts,
  type SegmentDiscount,
} from 'clientele/messaging'
import { allCustomers, parseSegment } from 'clientele/segment'
import { arbitraries, buildRecord } from 'clientele/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prototypeNames } from '../../hostile-texts.js'
import { valueOf } from '../../service/customers-on.js'

const vips = valueOf(parseSegment("customer_tags CONTAINS 'vip'"))
const terms: DiscountTerms = { now: '2026-11-22T12:00:00.000Z', timeZone: 'Europe/Warsaw' }
const discount: SegmentDiscount = {
  id: 'd',
  segment: allCustomers,
  from: null,
  until: null,
  limits: { total: null, perCustomer: null },
}
const limited = (total: number | null, perCustomer: number | null) => ({ limits: { total, perCustomer } })
/** What a host without types may bring. */
const loose = (usage: unknown) => ({ usage: usage as ReturnType<typeof used>['usage'] })
const used = (total: number, byCustomer: number) => ({ usage: { d: { total, byCustomer } } })

/** Each condition alone: what is changed of a discount that anybody gets, of the terms, of the record, and why it is refused. */
const cases: readonly (readonly [
  string,
  Partial<SegmentDiscount>,
  Partial<DiscountTerms>,
  RecordOverrides,
  readonly string[],
])[] = [
  ['nothing stands against it', {}, {}, {}, []],
  ['begins this moment', { from: '2026-11-22T12:00:00.000Z' }, {}, {}, []],
  ['begins a millisecond later', { from: '2026-11-22T12:00:00.001Z' }, {}, {}, ['discount.not-begun']],
  ['ends this moment', { until: '2026-11-22T12:00:00.000Z' }, {}, {}, ['discount.ended']],
  ['ends a millisecond later', { until: '2026-11-22T12:00:00.001Z' }, {}, {}, []],
  ['begins on this day', { from: '2026-11-22' }, {}, {}, []],
  ['begins on the next day', { from: '2026-11-23' }, {}, {}, ['discount.not-begun']],
  ['ends with this day', { until: '2026-11-22' }, {}, {}, []],
  ['ended with the day before', { until: '2026-11-21' }, {}, {}, ['discount.ended']],
  [
    'begins on the day that it is in the shop already',
    { from: '2026-11-23' },
    { now: '2026-11-22T23:00:00.000Z' },
    {},
    [],
  ],
  [
    'ended with the day that it is no longer in the shop',
    { until: '2026-11-22' },
    { now: '2026-11-22T23:00:00.000Z' },
    {},
    ['discount.ended'],
  ],
  [
    'holds for that day elsewhere',
    { until: '2026-11-22' },
    { now: '2026-11-22T23:00:00.000Z', timeZone: 'UTC' },
    {},
    [],
  ],
  ['has a beginning that is none', { from: '2026-02-30' }, {}, {}, ['discount.dates-invalid']],
  ['has an end that is none', { until: 'tomorrow' }, {}, {}, ['discount.dates-invalid']],
  ['is for others', { segment: vips }, {}, {}, ['discount.not-member']],
  ['is for the customer', { segment: vips }, {}, { customer: { tags: ['VIP'] } }, []],
  ['may be used once more by all', limited(2, null), used(1, 0), {}, []],
  ['was used up', limited(2, null), used(2, 0), {}, ['discount.used-up']],
  ['was used by more than may', limited(2, null), used(3, 0), {}, ['discount.used-up']],
  ['may be used once more by the customer', limited(null, 2), used(9, 1), {}, []],
  ['was used by the customer', limited(null, 2), used(9, 2), {}, ['discount.used-by-customer']],
  ['may be used by nobody', limited(0, null), used(0, 0), {}, ['discount.used-up']],
  ['was used nobody knows how often by all', limited(2, null), {}, {}, ['discount.usage-unknown']],
  ['was used nobody knows how often by the customer', limited(null, 2), {}, {}, ['discount.usage-unknown']],
  ['has no limit, so nobody needs to know', limited(null, null), {}, {}, []],
  ['was used so often as is no number', limited(2, null), used(Number.NaN, 0), {}, ['discount.used-up']],
  ['was used so often as nobody counted', limited(2, null), loose({ d: {} }), {}, ['discount.used-up']],
  [
    'was used as often as null',
    limited(null, 2),
    loose({ d: { byCustomer: null } }),
    {},
    ['discount.used-by-customer'],
  ],
  ['has no usage but null', limited(2, null), loose({ d: null }), {}, ['discount.usage-unknown']],
  ['has a limit that is no number', limited(Number.NaN, null), used(0, 0), {}, ['discount.used-up']],
  ['is of somebody deleted', {}, {}, { facts: { deleted: true } }, ['discount.customer-gone']],
  ['is of somebody erased', {}, {}, { facts: { redaction: 'done' } }, ['discount.customer-gone']],
  ['is of somebody who will be erased', {}, {}, { facts: { redaction: 'pending' } }, []],
]

describe('T-2, S-3 a discount that', () => {
  it.each(cases)('%s', (_what, part, more, overrides, codes) => {
    const one = { ...discount, ...part }
    const record = buildRecord(overrides)
    expect(discountProblems(record, one, { ...terms, ...more })).toEqual(
      codes.map((code) => ({ code, path: [], params: { discount: 'd' } })),
    )
    expect(entitledDiscounts(record, [one], { ...terms, ...more })).toEqual(codes.length === 0 ? [one] : [])
  })

  it('has much against it is told all of it', () => {
    const one = { ...discount, segment: vips, from: '2027-01-01', until: '2026-01-01', ...limited(0, 0) }
    const found = discountProblems(buildRecord({ facts: { deleted: true } }), one, {
      ...terms,
      ...used(0, 0),
    })
    expect(found.map(({ code }) => code)).toEqual([
      'discount.customer-gone',
      'discount.not-begun',
      'discount.ended',
      'discount.not-member',
      'discount.used-up',
      'discount.used-by-customer',
    ])
  })

  it.each(prototypeNames)('is called %s has no usage of a prototype', (id) => {
    const one = { ...discount, id, ...limited(1, null) }
    expect(discountProblems(buildRecord(), one, { ...terms, usage: {} })).toMatchObject([
      { code: 'discount.usage-unknown' },
    ])
  })
})

describe('the discounts to which somebody is entitled', () => {
  it('come in the order given, as the host has them', () => {
    const discounts = [
      { ...discount, id: 'b', code: 'B10' },
      { ...discount, id: 'x', code: 'X10', segment: vips },
      { ...discount, id: 'a', code: 'A10' },
    ]
    expect(entitledDiscounts(buildRecord(), discounts, terms)).toEqual([discounts[0], discounts[2]])
  })

  it('depend on the day, the segment counts from it', () => {
    const segment = valueOf(parseSegment('customer_added_date > -30d'))
    const record = buildRecord({ customer: { createdAt: '2026-11-01T00:00:00.000Z' } })
    expect(entitledDiscounts(record, [{ ...discount, segment }], terms)).toHaveLength(1)
    const later = { ...terms, now: '2026-12-22T12:00:00.000Z' }
    expect(entitledDiscounts(record, [{ ...discount, segment }], later)).toEqual([])
  })

  it('are never fewer because more may be used, or less was, or it holds for longer', () => {
    const date = fc.constantFrom(null, '2026-11-21', '2026-11-22', '2026-11-23')
    const limit = fc.constantFrom(null, 0, 1, 2)
    const some = fc.record({
      id: fc.constant('d'),
      segment: fc.constantFrom(vips, allCustomers),
      from: date,
      until: date,
      limits: fc.record({ total: limit, perCustomer: limit }),
    })
    const more = (most: number | null): number | null => (most === null ? null : most + 1)
    fc.assert(
      fc.property(arbitraries(fc).record, some, fc.nat(2), fc.nat(2), (record, one, total, byCustomer) => {
        const given = { ...terms, ...used(total, byCustomer) }
        fc.pre(entitledDiscounts(record, [one], given).length === 1)
        const limits = { total: more(one.limits.total), perCustomer: more(one.limits.perCustomer) }
        const wider = [
          { ...one, limits },
          { ...one, from: null },
          { ...one, until: null },
        ]
        expect(entitledDiscounts(record, wider, given)).toEqual(wider)
        expect(entitledDiscounts(record, [one], { ...terms, ...used(0, 0) })).toEqual([one])
      }),
    )
  })
})
