import type { CustomerRepository } from 'clientele'
import { createMemoryRepository } from 'clientele/memory'
import { faultyRepository, type Fault, type FaultyMethod } from 'clientele/testing'
import type { Pool } from 'pg'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { describeOnServer } from '../postgres/describe-on-server.js'
import { appendAll, hotCustomers } from './appends.js'
import { crossMerges, peopleOf } from './crossing-merges.js'
import { killUnderLoad } from './kills.js'
import { newShop, openPool, repositoryOn } from './postgres-sweep.js'

const sizes = { writers: 16, appends: 15, customers: 4 }
const whole = { acknowledged: 240, lost: 0, repeated: 0, halfDone: 0 }

/** Commits whatever has been written in between, as an adapter does that forgets to compare revisions. */
function naive(repository: CustomerRepository): CustomerRepository {
  return {
    ...repository,
    commit: (changeSet, options) => repository.commit({ ...changeSet, expects: [] }, options),
  }
}

/** Every third call of a method comes late, so that calls overtake one another in memory, too. */
const late: readonly Fault<FaultyMethod>[] = (['load', 'commit'] as const).flatMap((method) =>
  Array.from({ length: 300 }, (_, nth) => ({ method, call: 3 * nth + 1, kind: 'late', turns: 5 }) as const),
)

describe('many writers at once, in memory', () => {
  const repository = () =>
    faultyRepository(createMemoryRepository({ records: hotCustomers(sizes.customers) }), late)

  it('lose nothing', async () => {
    expect(await appendAll(repository(), sizes)).toEqual(whole)
  })

  it('are seen to lose where a store does not compare revisions', async () => {
    const { lost, acknowledged } = await appendAll(naive(repository()), sizes)
    expect(acknowledged).toBe(240)
    expect(lost).toBeGreaterThan(0)
  })
})

describe('M-10: merges that cross, in memory', () => {
  it('leave no circle and no orphan, and lose nothing', async () => {
    const repository = faultyRepository(createMemoryRepository({ records: peopleOf(30) }), late)
    const { merged, ...rest } = await crossMerges(repository, 30)
    expect(rest).toEqual({ orphans: 0, lost: 0 })
    expect(merged).toBeGreaterThanOrEqual(30)
  })
})

/** In milliseconds: a busy machine writes slowly. */
const PATIENCE = 120_000

describeOnServer('many at once, on PostgreSQL', (server) => {
  vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE })
  let pool: Pool
  beforeAll(async () => {
    pool = await openPool(server(), 20)
    return () => pool.end()
  })

  it('16 writers on 4 customers lose nothing', async () => {
    const repository = repositoryOn(pool, newShop())
    await repository.seed(hotCustomers(sizes.customers))
    expect(await appendAll(repository, sizes)).toEqual(whole)
  })

  it('are seen to lose where a store does not compare revisions', async () => {
    const repository = repositoryOn(pool, newShop())
    await repository.seed(hotCustomers(sizes.customers))
    const { lost } = await appendAll(naive(repository), sizes)
    expect(lost).toBeGreaterThan(0)
  })

  it('M-10: merges that cross leave no circle and no orphan, and lose nothing', async () => {
    const repository = repositoryOn(pool, newShop())
    await repository.seed(peopleOf(30))
    const { merged, ...rest } = await crossMerges(repository, 30)
    expect(rest).toEqual({ orphans: 0, lost: 0 })
    expect(merged).toBeGreaterThanOrEqual(30)
  })

  it('a server that is killed under load keeps what it has acknowledged, and nothing half done', async () => {
    const { acknowledged, unanswered, ...rest } = await killUnderLoad(server(), pool, {
      kills: 3,
      writers: 8,
    })
    expect(rest).toEqual({ lost: 0, repeated: 0, halfDone: 0 })
    expect(acknowledged).toBeGreaterThanOrEqual(24)
    expect(unanswered).toBeGreaterThan(0)
  })
})
