import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementOn } from './agreement.js'
import { openPostgres, openSqlite, type Database } from './database.js'

describe('random segments of random customers', () => {
  const databases: Database[] = []
  beforeAll(async () => void databases.push(await openPostgres(), await openSqlite()), 60_000)
  afterAll(async () => {
    for (const database of databases) await database.close()
  })

  it('S-2 have the same members in memory, PostgreSQL and SQLite, and all others are of the contrary', async () => {
    const { pairs, differences, divided } = await agreementOn(databases, {
      segments: 84,
      people: 60,
      seed: 20_261_122,
    })
    expect(differences.slice(0, 3)).toEqual([])
    expect(pairs).toBeGreaterThanOrEqual(5000)
    // Where all are members, or none, little is proved
    expect(divided).toBeGreaterThan(0.3)
  }, 120_000)
})
