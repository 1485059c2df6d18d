import type { PGlite } from '@electric-sql/pglite'
import { createPostgresRepository, fromPglite } from 'clientele/postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeSet, tombstone } from '../../../src/repository/contract/change-sets.js'
import { ben, cleo, everybody } from '../../../src/repository/contract/people.js'
import { allCustomers } from '../../../src/segment/segment.js'
import { newShop, openPglite } from './pglite.js'

let db: PGlite

beforeAll(async () => {
  db = await openPglite()
}, 60_000)
afterAll(() => db.close())

describe('what the host projects', () => {
  it('is stored for the survivor, sorted by, and leaves the revision and the facts of the library', async () => {
    const repository = createPostgresRepository({ client: fromPglite(db), shop: newShop() })
    await repository.seed(everybody)
    await repository.commit(changeSet('k', { changes: [tombstone('cleo', 'ben'), tombstone('anna', null)] }))
    const [before] = await repository.load(['ben'])
    const facts = { vaultedCards: 0, deleted: true }
    await repository.project([
      { id: 'cleo', statistics: { ...cleo.statistics, numberOfOrders: 77 } },
      { id: 'ben', facts },
      { id: 'anna', statistics: ben.statistics },
      { id: 'nobody' },
    ])
    const [after] = await repository.load(['ben'])
    if (before.state !== 'present' || after.state !== 'present') throw new Error('gone')
    expect(after.record).toEqual({
      ...before.record,
      statistics: { ...cleo.statistics, numberOfOrders: 77 },
      facts: { ...before.record.facts, vaultedCards: 0 },
    })
    const page = await repository.find({
      where: allCustomers,
      search: null,
      moment: { now: '2026-11-22T12:00:00.000Z', timeZone: 'UTC' },
      sort: { by: 'numberOfOrders', direction: 'descending' },
      after: null,
      limit: 1,
    })
    expect(page.ok && page.value.records[0]?.statistics.numberOfOrders).toBe(77)
    expect((await repository.load(['anna']))[0].state).toBe('deleted')
  })
})
