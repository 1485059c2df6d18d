import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustomerRecord } from '../../../src/customer/record.js'
import {
  compileSegment,
  createSegmentIndex,
  type Catalog,
  type CompileSegmentOptions,
  type Related,
  type Segment,
} from '../../../src/segment/index.js'
import { arbitraries } from '../../../src/testing/arbitraries.js'
import type { CustomerHistory } from '../../../src/testing/arbitrary-history.js'
import { arbitraryNames, arbitraryShop, naming } from '../arbitrary-named.js'

/** Made once, because most of the time would go into making them. */
const records = fc.sample(arbitraries(fc).record, 300)
const histories = fc.constantFrom(...fc.sample(arbitraries(fc).history, 100))

/** Two records, one, or none; often of one customer, of whom only a part has changed. */
const change = fc
  .record({ one: fc.constantFrom(...records), other: fc.constantFrom(...records) })
  .chain(({ one, other }) =>
    fc.constantFrom<readonly [CustomerRecord | null, CustomerRecord | null]>(
      [one, other],
      [one, { ...one, statistics: other.statistics }],
      [one, { ...one, customer: { ...one.customer, tags: other.customer.tags } }],
      [one, { ...one, customer: { ...one.customer, tags: [...one.customer.tags, 'vip', 'VIP', 'vip'] } }],
      [one, { ...one, customer: { ...one.customer, metafields: other.customer.metafields } }],
      [one, { ...one, customer: { ...one.customer, addresses: [] } }],
      [one, one],
      [one, null],
      [null, one],
      [null, null],
    ),
  )

/** Readers that know one history, whoever is asked for. */
function readersOf(history: CustomerHistory): Related<CustomerRecord> {
  return Object.fromEntries(Object.entries(history).map(([name, value]) => [name, () => value]))
}

function sorted({ entered, left }: { entered: readonly string[]; left: readonly string[] }): string[][] {
  return [entered.toSorted(), left.toSorted()]
}

describe('an index of segments (S-2)', () => {
  it('says what testing every segment before and after says', () => {
    const found = { changes: 0 }
    const step = fc.record({ change, was: histories, is: histories })
    const segment = naming(['first', 'second', 'third'])
    fc.assert(
      fc.property(
        arbitraryNames,
        fc.array(segment, { minLength: 1, maxLength: 12 }),
        arbitraryShop,
        fc.array(step, { minLength: 1, maxLength: 4 }),
        (names, list, shop, steps) => {
          const options = { ...shop, segments: (name: string) => names.get(name) }
          const segments = new Map(list.map((one, i) => [`segment ${i}`, one]))
          let present: Related<CustomerRecord> = {}
          const keys = Object.keys(steps[0]?.is ?? {}) as (keyof CustomerHistory)[]
          const related = Object.fromEntries(
            keys.map((name) => [name, (record: CustomerRecord) => present[name]?.(record)]),
          )
          const index = createSegmentIndex(segments, { ...options, related })
          for (const {
            change: [before, after],
            was,
            is,
          } of steps) {
            present = readersOf(is)
            const expected = { entered: [] as string[], left: [] as string[] }
            for (const [name, one] of segments) {
              const test = (history: CustomerHistory, record: CustomerRecord | null): boolean =>
                record !== null && compileSegment(one, { ...options, related: readersOf(history) })(record)
              const [wasMember, isMember] = [test(was, before), test(is, after)]
              if (wasMember !== isMember) expected[isMember ? 'entered' : 'left'].push(name)
            }
            const changes = index.update(before, after, { was: readersOf(was) })
            expect(sorted(changes)).toEqual(sorted(expected))
            found.changes += changes.entered.length + changes.left.length
          }
        },
      ),
      { numRuns: 200 },
    )
    expect(found.changes).toBeGreaterThan(200)
  })

  it('stays right while segments come and go', () => {
    const action = fc.oneof(
      fc.record({ name: fc.constantFrom('a', 'b', 'c'), segment: fc.option(naming([])) }),
      change,
    )
    fc.assert(
      fc.property(arbitraryShop, fc.array(action, { maxLength: 20 }), histories, (shop, actions, history) => {
        const options = { ...shop, related: readersOf(history) }
        const index = createSegmentIndex([], options)
        const there = new Map<string, Segment>()
        for (const action of actions) {
          if ('name' in action) {
            if (action.segment === null) index.remove(action.name)
            else index.add(action.name, action.segment)
            if (action.segment === null) there.delete(action.name)
            else there.set(action.name, action.segment)
          } else expect(sorted(index.update(...action))).toEqual(sorted(freshly(there, options, action)))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('knows any record by its catalog', () => {
    fc.assert(
      fc.property(
        fc.array(hostSegment, { minLength: 1, maxLength: 8 }),
        member,
        member,
        (list, before, after) => {
          const shop = { now: '2026-11-22T12:00:00.000Z', timeZone: 'Pacific/Apia', catalog: hostCatalog }
          const index = createSegmentIndex(
            list.map((one, i) => [String(i), one]),
            shop,
          )
          const changes = index.update(before, after)
          const tests = list.map((one) => compileSegment(one, shop))
          const where = (isIn: boolean): string[] =>
            tests.flatMap((test, i) => (test(after) === isIn && test(before) !== isIn ? [String(i)] : []))
          expect(sorted(changes)).toEqual([where(true).toSorted(), where(false).toSorted()])
        },
      ),
      { numRuns: 300 },
    )
  })
})

function freshly(
  segments: ReadonlyMap<string, Segment>,
  options: CompileSegmentOptions,
  [before, after]: readonly [CustomerRecord | null, CustomerRecord | null],
): { entered: string[]; left: string[] } {
  const isIn = (segment: Segment, record: CustomerRecord | null): boolean =>
    record !== null && compileSegment(segment, options)(record)
  const names = [...segments.keys()]
  const only = (is: CustomerRecord | null, not: CustomerRecord | null): string[] =>
    names.filter((name) => {
      const segment = segments.get(name) as Segment
      return isIn(segment, is) && !isIn(segment, not)
    })
  return { entered: only(after, before), left: only(before, after) }
}

/** A record of a host's own, with values that no record of ours has. */
interface Member {
  readonly points: number | null
  readonly balance: { readonly minor: number; readonly currency: string } | null
  readonly since: string | null
  readonly level: string | null
  readonly badges: readonly string[]
  readonly isActive: boolean | null
  readonly visits: readonly { readonly at: string }[]
}

const hostCatalog: Catalog<Member> = {
  attributes: [
    { name: 'points', type: 'number', read: ({ points }) => points },
    { name: 'balance', type: 'money', read: ({ balance }) => balance },
    { name: 'since', type: 'date', read: ({ since }) => since },
    { name: 'level', type: 'text', folded: true, read: ({ level }) => level },
    { name: 'badges', type: 'list', read: ({ badges }) => badges },
    { name: 'is_active', type: 'boolean', read: ({ isActive }) => isActive },
  ],
  functions: [
    {
      name: 'visits',
      reads: ({ visits }) => visits,
      params: [
        { name: 'date', of: 'event', type: 'date', field: 'at' },
        { name: 'count', of: 'count', type: 'integer' },
      ],
    },
  ],
}

const hostSegment = arbitraries(fc).segment(hostCatalog)

const day = fc.constantFrom('2026-11-22', '2026-10-23', '2020-05-30', '2011-12-30', '2024-02-29')
const moment = fc.constantFrom(
  '2026-11-22T10:00:00.000Z',
  '2020-05-30T14:00:00.000Z',
  '2011-12-30T10:00:00.000Z',
)
const member: fc.Arbitrary<Member> = fc.record({
  points: fc.constantFrom(null, -1, 0, 0.5, 1, 5, 10.99, 60_000, Number.NaN, Number.POSITIVE_INFINITY),
  balance: fc.option(
    fc.record({
      minor: fc.constantFrom(-100, 0, 1, 50, 1099, 5000),
      currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
    }),
  ),
  since: fc.option(fc.oneof(day, moment)),
  level: fc.constantFrom(null, '', 'vip', 'VIP', 'ViP', 'en'),
  badges: fc.array(fc.constantFrom('vip', 'VIP', 'vip', 'x'), { maxLength: 4 }),
  isActive: fc.constantFrom(null, true, false),
  visits: fc.array(fc.record({ at: moment }), { maxLength: 3 }),
})
