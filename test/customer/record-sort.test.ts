import { compareRecords, type CustomerRecord, type Sort, sortKeys, sortValue } from 'clientele'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'

type Parts = NonNullable<Parameters<typeof buildRecord>[0]>

function person(id: string, parts: Parts = {}): CustomerRecord {
  return buildRecord({ ...parts, customer: { id, ...parts.customer } })
}

const spent = (id: string, minor: number | null, currency = 'EUR'): CustomerRecord =>
  person(id, { statistics: { amountSpent: minor === null ? null : { minor, currency } } })

const named = (id: string, lastName: string | null, firstName: string | null): CustomerRecord =>
  person(id, { customer: { lastName, firstName } })

function sorted(records: readonly CustomerRecord[], sort: Sort, currency?: string): string {
  return records
    .toSorted(compareRecords(sort, currency))
    .map(({ customer }) => customer.id)
    .join(' ')
}

describe('a list of customers', () => {
  it('L-2 is sorted by last update, date added, amount spent, number of orders, and name', () => {
    expect(sortKeys).toEqual(['updatedAt', 'createdAt', 'amountSpent', 'numberOfOrders', 'name'])
  })

  const early = '2026-01-01T00:00:00.000Z'
  const late = '2026-01-02T00:00:00.000Z'
  for (const [by, low, high] of [
    ['updatedAt', { customer: { updatedAt: early } }, { customer: { updatedAt: late } }],
    ['createdAt', { customer: { createdAt: early } }, { customer: { createdAt: late } }],
    ['numberOfOrders', { statistics: { numberOfOrders: 9 } }, { statistics: { numberOfOrders: 10 } }],
    [
      'amountSpent',
      { statistics: { amountSpent: { minor: 900, currency: 'EUR' } } },
      { statistics: { amountSpent: { minor: 1000, currency: 'EUR' } } },
    ],
    ['name', { customer: { lastName: 'berg' } }, { customer: { lastName: 'Coen' } }],
  ] as const)
    it(`L-2 is sorted by ${by}, up and down`, () => {
      const records = [person('b', high), person('a', low)]
      expect(sorted(records, { by, direction: 'ascending' })).toBe('a b')
      expect(sorted(records.toReversed(), { by, direction: 'descending' })).toBe('b a')
    })

  it('has those without a value last, in both directions', () => {
    const records = [spent('none', null), spent('more', 2), spent('less', 1)]
    expect(sorted(records, { by: 'amountSpent', direction: 'ascending' })).toBe('less more none')
    expect(sorted(records, { by: 'amountSpent', direction: 'descending' })).toBe('more less none')
    expect(sorted(records.toReversed(), { by: 'amountSpent', direction: 'descending' })).toBe(
      'more less none',
    )
  })

  it('has those of equal value by id, by code points and upwards, in both directions', () => {
    const records = [spent('😀', 1), spent('ﬀ', 1), spent('a', 1), spent('2', null), spent('1', null)]
    for (const direction of ['ascending', 'descending'] as const)
      expect(sorted(records, { by: 'amountSpent', direction })).toBe('a ﬀ 😀 1 2')
  })

  it('has those of one name by id', () => {
    const records = [named('2', 'Berg', null), named('1', 'berg', null)]
    for (const direction of ['ascending', 'descending'] as const)
      expect(sorted(records, { by: 'name', direction })).toBe('1 2')
  })

  it('compares names by code points, never by UTF-16 or a locale', () => {
    const records = [
      named('4', '😀', null),
      named('3', 'ﬀ', null),
      named('2', 'é', null),
      named('1', 'z', null),
    ]
    expect(sorted(records, { by: 'name', direction: 'ascending' })).toBe('1 2 3 4')
  })

  it('takes an amount in another currency than the shop’s for none, and without a currency as it is', () => {
    const records = [spent('foreign', 1, 'SEK'), spent('own', 2)]
    const sort = { by: 'amountSpent', direction: 'ascending' } as const
    expect(sorted(records, sort, 'EUR')).toBe('own foreign')
    expect(sorted(records, sort)).toBe('foreign own')
  })
})

describe('the value of a record in a sorted list', () => {
  for (const [lastName, firstName, value] of [
    ['Nowak', 'Anna', 'nowak anna'],
    [null, 'Anna', 'anna'],
    ['  ', 'Anna', 'anna'],
    ['Nowak', null, 'nowak'],
    ['Nowak', ' ', 'nowak'],
    [' Nowak ', 'ZOE\u0308', 'nowak zoë'],
    ['İ', 'ß', 'i̇ ß'],
    [null, null, null],
    ['', ' ', null],
  ] as const)
    it(`is ${JSON.stringify(value)} for ${JSON.stringify([lastName, firstName])}`, () =>
      expect(sortValue(named('1', lastName, firstName), 'name')).toBe(value))
})
