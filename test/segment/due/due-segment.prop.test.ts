import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustomerRecord } from '../../../src/customer/record.js'
import { compileSegment, dueSegment, type Related } from '../../../src/segment/index.js'
import { arbitraries } from '../../../src/testing/arbitraries.js'
import { buildRecord } from '../../../src/testing/build-record.js'
import { parsed } from '../matching.js'
import { arbitraryNames, arbitraryShop, naming } from '../arbitrary-named.js'

const sample = fc.sample(fc.record({ record: arbitraries(fc).record, history: arbitraries(fc).history }), 200)

/** One history for each record. */
const histories = new Map(sample.map(({ record, history }) => [record, history]))
const related = Object.fromEntries(
  Object.keys(sample[0]?.history ?? {}).map((name) => [
    name,
    (record: CustomerRecord) => histories.get(record)?.[name as keyof Related<never>],
  ]),
)

const hours = fc.constantFrom(0, 1, 12, 24, 25, 48, 24 * 7, 24 * 31, 24 * 366, 24 * 3000)

function later(moment: string, by: number): string {
  return new Date(Date.parse(moment) + by * 3_600_000).toISOString()
}

describe('the customers whom time moves (S-2)', () => {
  it('are all who belong at one of two moments only', () => {
    const found = { due: 0, asked: 0 }
    fc.assert(
      fc.property(
        arbitraryNames,
        naming(['first', 'second', 'third']),
        arbitraryShop,
        hours,
        fc.boolean(),
        (names, segment, shop, by, isBackwards) => {
          const options = { ...shop, related, segments: (name: string) => names.get(name) }
          const moments = [shop.now, later(shop.now, by)]
          const [from, to] = (isBackwards ? moments.toReversed() : moments) as [string, string]
          const due = dueSegment(segment, from, to, options)
          const [was, is] = [from, to].map((now) => compileSegment(segment, { ...options, now }))
          const isDue = compileSegment(due, { ...options, now: to })
          for (const { record } of sample) {
            const hasMoved = was?.(record) !== is?.(record)
            found.asked++
            if (isDue(record)) found.due++
            if (hasMoved) expect(isDue(record)).toBe(true)
          }
        },
      ),
      { numRuns: 200 },
    )
    expect(found.due).toBeLessThan(found.asked / 4)
  })

  it('are a segment like any other: printed, read again, the same at any time', () => {
    fc.assert(
      fc.property(arbitraries(fc).segment(), arbitraryShop, hours, (segment, shop, by) => {
        const due = dueSegment(segment, shop.now, later(shop.now, by), shop)
        expect(parsed(due.text).root).toEqual(due.root)
        const one = compileSegment(due, { ...shop, related })
        const other = compileSegment(due, { ...shop, now: '2031-05-05T05:05:05.000Z', related })
        for (const { record } of sample.slice(0, 40)) expect(one(record)).toBe(other(record))
      }),
      { numRuns: 200 },
    )
  })

  it('are exactly they for single conditions, wherever the clock is put forward or back', () => {
    const found = { moved: 0 }
    const offset = fc.constantFrom(
      'today',
      'yesterday',
      '+1d',
      '-2d',
      '-1w',
      '-1m',
      '-2m',
      '-1y',
      '2018-11-04',
    )
    const query = fc.oneof(
      fc.tuple(fc.constantFrom('=', '!=', '>', '>=', '<', '<='), offset).map((parts) => parts.join(' ')),
      fc.tuple(offset, offset).map(([one, other]) => `IN (${one}, ${other})`),
      fc.constantFrom('BETWEEN -1w AND today', 'BETWEEN -1y AND -1w', 'BETWEEN 2011-12-01 AND -2d'),
    )
    const clock = fc.constantFrom(
      ['Europe/Warsaw', '2024-03-30T12:00:00.000Z'],
      ['Europe/Warsaw', '2024-10-26T12:00:00.000Z'],
      ['America/Sao_Paulo', '2018-11-03T12:00:00.000Z'],
      ['America/Sao_Paulo', '2019-02-16T12:00:00.000Z'],
      ['Pacific/Apia', '2011-12-29T20:00:00.000Z'],
      ['UTC', '2024-02-29T12:00:00.000Z'],
      ['UTC', '2023-03-31T12:00:00.000Z'],
    )
    const minutes = fc.integer({ min: -20_000, max: 20_000 })
    fc.assert(
      fc.property(
        query,
        clock,
        minutes,
        minutes,
        minutes,
        (operator, [timeZone, at], first, second, third) => {
          const shop = { timeZone }
          const [from, to] = [later(at, first / 60), later(at, second / 60)]
          const segment = parsed(`metafields.host.day ${operator}`)
          const due = dueSegment(segment, from, to, shop)
          const moment = later(at, third / 60)
          for (const stored of [
            moment,
            moment.slice(0, 10),
            later(moment, -7 * 24),
            later(moment, -31 * 24),
          ]) {
            const record = buildRecord({ customer: { metafields: { 'host.day': stored } } })
            const [was, is] = [from, to].map((now) => compileSegment(segment, { ...shop, now })(record))
            expect(compileSegment(due, { ...shop, now: to })(record)).toBe(was !== is)
            if (was !== is) found.moved++
          }
        },
      ),
      { numRuns: 1500 },
    )
    expect(found.moved).toBeGreaterThan(300)
  })
})
