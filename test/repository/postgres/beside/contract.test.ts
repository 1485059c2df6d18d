import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll } from 'vitest'
import { fromPglite, openPglite } from '../pglite.js'
import { testContract } from '../suites.js'
import { hostTable, readBackBeside, users } from './host-shop.js'

let db: PGlite

beforeAll(async () => {
  db = await openPglite()
  await db.exec(hostTable)
}, 60_000)
afterAll(() => db.close())

testContract('beside a table of customers', () => fromPglite(db), { customers: users }, readBackBeside)
