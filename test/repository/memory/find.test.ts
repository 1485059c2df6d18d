import type { RecordQuery, Sort } from 'clientele'
import { compareRecords, sortKeys } from 'clientele'
import { createMemoryRepository, type MemoryRepositoryOptions } from 'clientele/memory'
import { allCustomers, parseSegment, type Segment } from 'clientele/segment'
import { buildRecord } from 'clientele/testing'
import { describe, expect, it } from 'vitest'
import { edit, tombstone } from '../../../src/repository/contract/change-sets.js'
import { codesOf, valueOf } from '../../service/customers-on.js'
import { commitOn, recordOn } from './commit-on.js'

const moment = { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' }
const query = (parts: Partial<RecordQuery> = {}): RecordQuery => ({
  where: allCustomers,
  search: null,
  moment,
  after: null,
  limit: 1000,
  ...parts,
})
const segment = (text: string): Segment => valueOf(parseSegment(text))

/** More with one tag than are worth putting in order, and few with another. */
const people = Array.from({ length: 20_100 }, (_, index) =>
  buildRecord({
    customer: {
      id: `c${String(index).padStart(5, '0')}`,
      email: null,
      lastName: `N${(index * 7919) % 997}`,
      tags: index % 1000 === 0 ? ['many', 'few'] : index < 20_050 ? ['many'] : ['rest'],
    },
    statistics: { numberOfOrders: index % 5 },
  }),
)
const full = (options: MemoryRepositoryOptions = {}) =>
  createMemoryRepository({ records: people, ...options })

describe('find with an index by tags', () => {
  const repository = full()
  for (const text of [
    "customer_tags CONTAINS 'FEW'",
    "customer_tags CONTAINS 'many'",
    "customer_tags CONTAINS 'rest'",
    "customer_tags CONTAINS 'many' AND customer_tags CONTAINS 'few'",
    "customer_tags CONTAINS 'few' AND customer_tags CONTAINS 'many'",
    "number_of_orders = 0 AND customer_tags CONTAINS 'few'",
    "customer_tags CONTAINS 'few' OR customer_tags CONTAINS 'rest'",
    "NOT customer_tags CONTAINS 'many'",
    "customer_tags NOT CONTAINS 'many'",
    "customer_tags CONTAINS 'nobody'",
  ])
    it(`finds as without one, whatever the sort: ${text}`, async () => {
      const where = segment(text)
      const known = people.filter(
        ({ customer: { tags }, statistics }) =>
          ({
            "customer_tags CONTAINS 'FEW'": tags.includes('few'),
            "customer_tags CONTAINS 'many'": tags.includes('many'),
            "customer_tags CONTAINS 'rest'": tags.includes('rest'),
            "customer_tags CONTAINS 'many' AND customer_tags CONTAINS 'few'": tags.length === 2,
            "customer_tags CONTAINS 'few' AND customer_tags CONTAINS 'many'": tags.length === 2,
            "number_of_orders = 0 AND customer_tags CONTAINS 'few'":
              tags.includes('few') && statistics.numberOfOrders === 0,
            "customer_tags CONTAINS 'few' OR customer_tags CONTAINS 'rest'":
              tags.includes('few') || tags.includes('rest'),
            "NOT customer_tags CONTAINS 'many'": !tags.includes('many'),
            "customer_tags NOT CONTAINS 'many'": !tags.includes('many'),
          })[text] ?? false,
      )
      expect(valueOf(await repository.count(query({ where })))).toBe(known.length)
      for (const sort of [undefined, { by: 'name', direction: 'descending' } as const]) {
        const expected = sort === undefined ? known : known.toSorted(compareRecords(sort))
        const first = valueOf(await repository.find(query({ where, sort, limit: 7 })))
        const second =
          first.next === null
            ? null
            : valueOf(await repository.find(query({ where, sort, limit: 7, after: first.next })))
        const ids = [...first.records, ...(second === null ? [] : second.records)].map(
          ({ customer }) => customer.id,
        )
        expect(ids).toEqual(expected.slice(0, 14).map(({ customer }) => customer.id))
      }
    })
})

describe('find in a sort that was asked for before', () => {
  it('follows what has changed since, in every sort', async () => {
    const repository = createMemoryRepository({ records: people.slice(0, 50) })
    for (let round = 0; round < 3; round++) {
      const { records } = await repository.list({ after: null, limit: 100 })
      for (const by of sortKeys)
        for (const direction of ['ascending', 'descending'] as const) {
          const sort: Sort = { by, direction }
          const found = valueOf(await repository.find(query({ sort }))).records
          expect(found).toEqual(records.toSorted(compareRecords(sort)))
        }
      await commitOn(repository, [
        tombstone(`c0000${round}`, round === 0 ? null : 'c00009'),
        edit(await recordOn(repository, 'c00020'), { lastName: `A${round}`, updatedAt: moment.now }),
      ])
    }
  })

  it('asks the host each time for what is the host’s', async () => {
    let orders = 1
    const repository = createMemoryRepository({
      records: people.slice(0, 5),
      projected: (id) => ({ ...people[0]!.statistics, numberOfOrders: id === 'c00003' ? orders : 2 }),
    })
    const sort: Sort = { by: 'numberOfOrders', direction: 'ascending' }
    const first = async () =>
      valueOf(await repository.find(query({ sort, limit: 1 }))).records[0]?.customer.id
    expect(await first()).toBe('c00003')
    orders = 3
    expect(await first()).toBe('c00000')
    expect(valueOf(await repository.count(query({ where: segment('number_of_orders = 3') })))).toBe(1)
    const byName = { by: 'name', direction: 'ascending' } as const
    expect(valueOf(await repository.find(query({ sort: byName }))).records).toHaveLength(5)
  })
})

describe('find', () => {
  it('refuses what a record does not hold, whoever asks', async () => {
    const repository = createMemoryRepository()
    const where = segment('orders_placed MATCHES (count > 1)')
    const refused = [await repository.find(query({ where })), await repository.count(query({ where }))]
    expect(refused.map(codesOf)).toEqual([['segment.history-needed'], ['segment.history-needed']])
    const saved = valueOf(
      await repository.segments.save({ id: null, name: 'x', query: where.text, at: moment.now }, 'absent'),
    )
    expect(codesOf(await repository.memberships(saved.id).replace(query({ where })))).toEqual([
      'segment.history-needed',
    ])
  })

  it('is not asked for pages that hold nothing', async () => {
    const repository = createMemoryRepository()
    for (const limit of [0, -1, Number.NaN]) {
      await expect(repository.find(query({ limit }))).rejects.toThrow('at least one record')
      await expect(repository.findByBlockingKeys({ keys: [], limit })).rejects.toThrow('at least one record')
      await expect(repository.memberships('x').members({ after: null, limit })).rejects.toThrow(
        'at least one member',
      )
    }
  })

  it('expects a new segment, and no other, to be absent', async () => {
    const { segments } = createMemoryRepository()
    const wish = { id: null, name: 'x', query: '', at: moment.now }
    await expect(segments.save(wish, 'revision-1')).rejects.toThrow('expected to be absent')
    await expect(segments.save({ ...wish, id: 'segment-1' }, 'absent')).rejects.toThrow('to be absent')
  })
})
