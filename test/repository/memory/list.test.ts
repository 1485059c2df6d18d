import { createMemoryRepository } from 'clientele/memory'
import { describe, expect, it } from 'vitest'
import { newcomer, put, tombstone } from '../../../src/repository/contract/change-sets.js'
import { buildRecord } from '../../../src/testing/build-record.js'
import { commitOn, idsOn, peopled } from './commit-on.js'

const people = (ids: readonly string[]) => ids.map((id) => buildRecord({ customer: { id, email: null } }))

describe('list', () => {
  it('orders ids by code points, as a database does, beyond U+FFFF too', async () => {
    const ids = [
      'a',
      'a\ud83d\ude00',
      'a\ufb00',
      'a\ufffd',
      'b',
      'A',
      'ab',
      '\ud800\udc00',
      '\ue000',
      '\ue001',
      '\ud7ff',
    ]
    const inOrder = [
      'A',
      'a',
      'ab',
      'a\ufb00',
      'a\ufffd',
      'a\ud83d\ude00',
      'b',
      '\ud7ff',
      '\ue000',
      '\ue001',
      '\ud800\udc00',
    ]
    expect(await idsOn(createMemoryRepository({ records: people(ids) }))).toEqual(inOrder)
  })

  it('takes up who is new between two pages, at their place', async () => {
    const repository = createMemoryRepository({ records: people(['b', 'd', 'f']) })
    const first = await repository.list({ after: null, limit: 1 })
    await commitOn(
      repository,
      ['a', 'c', 'e', 'g'].map((id) => put(newcomer(1, { id }))),
    )
    const rest = await repository.list({ after: first.next, limit: 9 })
    expect(rest.records.map(({ customer }) => customer.id)).toEqual(['c', 'd', 'e', 'f', 'g'])
    expect(await idsOn(repository)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
  })

  it('goes on after a place that is nobody’s', async () => {
    const repository = createMemoryRepository({ records: people(['b', 'd', 'f']) })
    await commitOn(repository, [tombstone('b', null)])
    for (const [after, expected] of [
      ['b', 'd'],
      ['c', 'd'],
      ['', 'd'],
      ['d', 'f'],
      ['zz', undefined],
    ] as const)
      expect((await repository.list({ after, limit: 1 })).records[0]?.customer.id).toBe(expected)
  })

  it('is not asked for pages that hold nothing: that would never end', async () => {
    for (const limit of [0, -1, Number.NaN]) {
      await expect(peopled().list({ after: null, limit })).rejects.toThrow('at least one record')
      await expect(peopled().outbox({ limit })).rejects.toThrow('at least one effect')
    }
  })
})
