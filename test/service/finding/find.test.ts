import { compareRecords, type CustomersPorts, type FindWish, type RecordPage, sortKeys } from 'clientele'
import type { MemoryRepository } from 'clientele/memory'
import { allCustomers, parseSegment } from 'clientele/segment'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { refusal } from '../../../src/outcome/outcome.js'
import { problem } from '../../../src/outcome/problem.js'
import { all, codesOf, customersOn, valueOf } from '../customers-on.js'

/** More than one page of the store has, so that borders are crossed. */
const people = Array.from({ length: 1203 }, (_, index) =>
  buildRecord({
    customer: {
      id: index === 7 ? '😀' : index === 8 ? 'ﬀ' : `c${String(index).padStart(4, '0')}`,
      email: null,
      lastName: index % 9 === 0 ? null : `N${(index * 7919) % 97}`,
      firstName: null,
      tags: index % 100 === 0 ? ['few'] : [],
    },
    statistics: {
      numberOfOrders: index % 5,
      amountSpent: index % 3 === 0 ? null : { minor: index % 50, currency: index % 7 === 0 ? 'SEK' : 'EUR' },
    },
  }),
)

const without = (repository: MemoryRepository): MemoryRepository => ({
  ...repository,
  find: undefined as never,
  count: undefined as never,
})
const refusing = (repository: MemoryRepository): MemoryRepository => ({
  ...repository,
  find: async () => refusal(problem('segment.unsupported')),
  count: async () => refusal(problem('segment.unsupported')),
})
const stores: Readonly<Record<string, Partial<CustomersPorts> & { wrap?: typeof without }>> = {
  'can query': {},
  'cannot query': { wrap: without },
  'refuses the query': { wrap: refusing },
}

const ids = ({ records }: RecordPage): string[] => records.map(({ customer }) => customer.id)

for (const [what, ports] of Object.entries(stores)) {
  const { customers } = customersOn(people, ports)
  const warnings =
    what === 'can query' ? [] : [{ code: 'capability.fallback', path: [], params: { method: 'find' } }]

  async function everyPage(wish: FindWish): Promise<string[]> {
    const found: string[] = []
    for (let after: string | null = null, pages = 0; pages < 2000; pages++) {
      const outcome = await customers.find({ ...wish, after })
      const page: RecordPage = valueOf(outcome)
      expect(outcome.ok && outcome.warnings).toEqual(warnings)
      expect(page.records.length).toBeLessThanOrEqual(wish.limit ?? 50)
      found.push(...ids(page))
      if (page.next === null) break
      after = page.next
    }
    return found
  }

  describe(`find of customers, with a store that ${what}`, () => {
    for (const by of sortKeys)
      it(`L-2 R-2 gives the pages of one sorted list: ${by}`, async () => {
        for (const direction of ['ascending', 'descending'] as const) {
          const expected = people.toSorted(compareRecords({ by, direction }, 'EUR'))
          const where = 'number_of_orders = 3'
          expect(await everyPage({ sort: { by, direction }, where, limit: 50 })).toEqual(
            expected
              .filter(({ statistics }) => statistics.numberOfOrders === 3)
              .map(({ customer }) => customer.id),
          )
        }
      })

    it('R-2 gives everybody once in the order of ids, whatever the pages', async () => {
      const expected = [...people.map(({ customer }) => customer.id).filter((id) => id < 'd'), 'ﬀ', '😀']
      for (const limit of [50, 49]) expect(await everyPage({ limit })).toEqual(expected)
      expect(await everyPage({ where: "customer_tags CONTAINS 'few'", limit: 1 })).toHaveLength(13)
    })

    it('R-2 has no page behind the last one, however full that is', async () => {
      for (const sort of [undefined, { by: 'name', direction: 'ascending' } as const])
        for (const [limit, found, isLast] of [
          [14, 13, true],
          [13, 13, true],
          [12, 12, false],
        ] as const) {
          const wish = { where: "customer_tags CONTAINS 'few'", sort, limit }
          const page = valueOf(await customers.find(wish))
          expect([page.records.length, page.next === null]).toEqual([found, isLast])
        }
    })

    it('S-2 finds everybody by the segment of everybody', async () => {
      expect(valueOf(await customers.count({ where: allCustomers }))).toBe(people.length)
      expect(ids(valueOf(await customers.find({ where: allCustomers, limit: 2 })))).toHaveLength(2)
    })

    it('S-2 finds by other segments, by their names', async () => {
      const few = valueOf(parseSegment("customer_tags CONTAINS 'few'"))
      const often = valueOf(parseSegment('orders_placed MATCHES (count > 1)'))
      const segments = (name: string) => ({ few, often })[name] ?? null
      const naming = customersOn(people, { ...ports, segments }).customers
      expect(valueOf(await naming.count({ where: "segment('few')" }))).toBe(13)
      expect(await naming.find({ where: "segment('often')" })).toEqual({
        ok: false,
        problems: [{ code: 'segment.history-needed', path: [], params: { readers: ['orders'] } }],
      })
    })

    it('L-4a finds by search, and by a segment that is data', async () => {
      const where = valueOf(parseSegment('number_of_orders = 4'))
      const expected = people.filter(
        ({ customer, statistics }) => customer.lastName === 'N5' && statistics.numberOfOrders === 4,
      )
      const sort = { by: 'name', direction: 'ascending' } as const
      for (const wish of [
        { where, search: 'n5' },
        { where, search: 'N5', sort },
      ]) {
        const found = ids(valueOf(await customers.find(wish)))
        const holders = people.filter(({ customer }) => found.includes(customer.id))
        expect(holders.every(({ customer }) => customer.lastName?.startsWith('N5'))).toBe(true)
        expect(found.length).toBeGreaterThanOrEqual(expected.length)
      }
    })

    it('counts', async () => {
      const outcome = await customers.count({ where: "customer_tags CONTAINS 'few'" })
      expect(valueOf(outcome)).toBe(13)
      expect(outcome.ok && outcome.warnings.map(({ params }) => params?.['method'])).toEqual(
        warnings.map(() => 'count'),
      )
      expect(valueOf(await customers.count())).toBe(people.length)
    })

    it('passes on what was assumed in a query', async () => {
      const outcome = await customers.find({ where: "customer_added_date > '2026-01-01'" })
      const codes = outcome.ok ? outcome.warnings.map(({ code }) => code) : []
      expect(codes).toEqual(['segment.assumed-date', ...warnings.map(({ code }) => code)])
    })

    it.each<[string, unknown, string[]]>([
      ['a query that is none', { where: 'number_of_orders >' }, ['segment.unexpected']],
      ['a segment that is none', { where: { root: null } }, ['segment.unexpected']],
      ['a sort that is none', { sort: { by: 'note', direction: 'ascending' } }, ['shape.invalid-value']],
      ['a page of none', { limit: 0 }, ['shape.invalid-value']],
      ['half a page', { limit: 1.5 }, ['shape.wrong-type']],
      ['a page of 51', { limit: 51 }, ['find.page-too-large']],
      ['a search of 256', { search: 'x'.repeat(256) }, ['shape.too-long']],
      ['what nobody knows', { wher: '' }, ['shape.unknown-field']],
      ['a cursor that is none', { after: 'nowhere' }, ['find.cursor-invalid']],
      ['JSON for a cursor', { after: '["list",7,"x"]' }, ['find.cursor-invalid']],
      ['a cursor behind nobody', { after: '["list",null,7]' }, ['find.cursor-invalid']],
      ['a cursor of something else', { after: '["lost",null,"x"]' }, ['find.cursor-invalid']],
      [
        'a cursor of another sort',
        { after: '["id",null,"x"]', sort: { by: 'name', direction: 'ascending' } },
        ['find.cursor-invalid'],
      ],
    ])('refuses %s', async (_what, wish, codes) => {
      const outcome = await customers.find(wish as FindWish)
      expect(codesOf(outcome).slice(0, 1)).toEqual(codes)
    })

    it.each<[string, FindWish, unknown]>([
      ['page', { limit: 51 }, { code: 'find.page-too-large', path: ['limit'], params: { limit: 50 } }],
      ['cursor', { after: 'nowhere' }, { code: 'find.cursor-invalid', path: ['after'] }],
      [
        'cursor of a sorted list',
        { after: 'nowhere', sort: { by: 'name', direction: 'ascending' } },
        { code: 'find.cursor-invalid', path: ['after'] },
      ],
    ])('says where a %s is wrong', async (_what, wish, problem) =>
      expect(await customers.find(wish)).toEqual({ ok: false, problems: [problem] }),
    )

    it('refuses to count by a query that is none', async () =>
      expect(codesOf(await customers.count({ where: 'x = 1' }))).toEqual(['segment.unknown-attribute']))

    it('names the place of a problem within the wish', async () => {
      const outcome = await customers.find({ where: 'x = 1 AND y = 2' })
      expect(outcome.ok ? [] : outcome.problems.map(({ path }) => path)).toEqual([['where'], ['where']])
    })

    it('reads what the record does not hold by the ports, and says where it cannot', async () => {
      const where = 'orders_placed MATCHES (count > 1)'
      for (const outcome of [await customers.find({ where }), await customers.count({ where })])
        expect(codesOf(outcome)).toEqual(['segment.history-needed'])
      const day = { at: '2026-01-01T00:00:00.000Z' } as never
      const knowing = customersOn(people.slice(0, 3), {
        ...ports,
        related: { orders: ({ customer }) => (customer.id === 'c0001' ? [day, day] : []) },
      })
      const outcome = await knowing.customers.find({ where })
      expect(ids(valueOf(outcome))).toEqual(['c0001'])
      expect(outcome.ok && outcome.warnings.map(({ code }) => code)).toEqual(['capability.fallback'])
    })

    it('ends when it is given up', async () => {
      const signal = AbortSignal.abort(new Error('given up'))
      await expect(customers.find({}, { signal })).rejects.toThrow('given up')
      await expect(customers.count({}, { signal })).rejects.toThrow('given up')
      await expect(customers.duplicatesOf('c0001', { signal })).rejects.toThrow('given up')
      await expect(customers.segments.list({ signal })).rejects.toThrow('given up')
    })

    it('S-2 gives the members of a segment one after the other', async () => {
      const where = valueOf(parseSegment('number_of_orders != 3'))
      expect(await all(customers.members(where))).toHaveLength(people.length - 240)
    })
  })
}

it('a cursor of a store that was read is none to a store that can query', async () => {
  const [reading, querying] = [customersOn(people, { wrap: without }), customersOn(people)]
  const { next } = valueOf(await reading.customers.find({ limit: 2 }))
  expect(codesOf(await reading.customers.find({ after: next }))).toEqual(['ok'])
  expect(codesOf(await querying.customers.find({ after: next }))).toEqual(['find.cursor-invalid'])
})

describe('the members of a segment', () => {
  it('are an error where the store leaves off in the middle', async () => {
    let calls = 0
    const { customers } = customersOn(people, {
      wrap: (repository) => ({
        ...repository,
        find: async (query, options) =>
          ++calls > 1 ? refusal(problem('find.cursor-invalid')) : repository.find(query, options),
      }),
    })
    await expect(all(customers.members(valueOf(parseSegment('number_of_orders >= 0'))))).rejects.toThrow(
      'begun',
    )
  })

  it('end in the middle when they are given up', async () => {
    for (const ports of Object.values(stores)) {
      const { customers } = customersOn(people, ports)
      const controller = new AbortController()
      let seen = 0
      const reading = async () => {
        for await (const member of customers.members(valueOf(parseSegment('number_of_orders >= 0')), {
          signal: controller.signal,
        }))
          if (member.revision !== '' && ++seen === 3) controller.abort(new Error('enough'))
      }
      await expect(reading()).rejects.toThrow('enough')
      expect(seen).toBe(500)
    }
  })
})
