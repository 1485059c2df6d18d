import type { Pool } from 'pg'
import { beforeAll, expect, it, vi } from 'vitest'
import { describeOnServer } from '../postgres/describe-on-server.js'
import { operations } from './operation.js'
import { openPool, ordersOf, postgresStores } from './postgres-sweep.js'
import { sweep } from './sweep.js'

/** In milliseconds: a busy machine starts a server slowly. */
const PATIENCE = 120_000

/** Two that read before the plan, one that reads and one that writes in the commit. */
const FEWEST = 4

describeOnServer('R-4: a failure at any statement to PostgreSQL', (server) => {
  vi.setConfig({ testTimeout: PATIENCE, hookTimeout: PATIENCE })
  let pool: Pool
  beforeAll(async () => {
    pool = await openPool(server())
    return () => pool.end()
  })

  for (const operation of operations) {
    for (const kind of ['before', 'after'] as const)
      it(`${kind} it: ${operation.name} is not done or done, and once again`, async () => {
        const { points, after } = await sweep(operation, postgresStores(server(), pool, 'none'), kind)
        expect(points).toBeGreaterThanOrEqual(FEWEST)
        // only after the commit is anything to be seen
        expect(after).toBe(kind === 'after' ? 1 : 0)
      })

    it(`${operation.name} whose connection the server ends is not done or done, and once again`, async () => {
      const { points, before } = await sweep(
        operation,
        postgresStores(server(), pool, 'terminated', { during: true }),
        'after',
      )
      expect(points).toBeGreaterThanOrEqual(FEWEST)
      expect(before).toBeGreaterThanOrEqual(3)
    })
  }

  it(`${operations[0]!.name} under which the server is killed is not done or done, and once again`, async () => {
    const { points } = await sweep(
      operations[0]!,
      postgresStores(server(), pool, 'killed', { during: true }),
      'after',
    )
    expect(points).toBeGreaterThanOrEqual(FEWEST)
  })

  it('that a table of the host is written outside the transaction is seen', async () => {
    const orders = (shop: string) => ordersOf(shop, () => pool)
    const stores = postgresStores(server(), pool, 'none', { orders })
    await expect(sweep(operations[0]!, stores, 'before')).rejects.toThrow('half done')
  })
})
