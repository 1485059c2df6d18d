import type { PGlite } from '@electric-sql/pglite'
import type { PostgresClient } from 'clientele/postgres'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { steps, walkTogether } from './lockstep.js'
import { fromPglite, openPglite } from './pglite.js'

let db: PGlite

beforeAll(async () => {
  db = await openPglite()
}, 60_000)
afterAll(() => db.close())

describe('memory and PostgreSQL in lockstep', () => {
  it('answer the same, whatever is committed in whatever order', async () => {
    const client = fromPglite(db) as unknown as PostgresClient<never>
    await fc.assert(
      fc.asyncProperty(steps, (path) => walkTogether(client, path)),
      { numRuns: 25 },
    )
  }, 120_000)
})
